/** Texts an add-in keeps with a sheet; they travel with its copies. */
import { HostObject } from "../../protocol";
import type { Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { found } from "../refusals";

const propertyMembers = membersOf<Excel.WorksheetCustomProperty>()("WorksheetCustomProperty", {
  id: "_Id",
  scalars: ["_Id", "key", "value"],
  methods: ["delete"],
});

export class WorksheetCustomPropertyObject
  extends HostObject
  implements Hosted<Excel.WorksheetCustomProperty, typeof propertyMembers>
{
  readonly members = propertyMembers;
  constructor(
    private readonly sheet: Sheet,
    readonly key: string,
  ) {
    super();
  }
  get _Id(): string {
    return this.key;
  }
  get value(): string {
    return found(this.sheet.properties.get(this.key));
  }
  set value(value: string) {
    this.sheet.properties.set(this.key, value);
  }
  delete(): void {
    this.sheet.properties.delete(this.key);
  }
}

const collectionMembers = membersOf<Excel.WorksheetCustomPropertyCollection>()(
  "WorksheetCustomPropertyCollection",
  {
    methods: ["add", "getCount", "getItem", "getItemOrNullObject"],
  },
);

export class WorksheetCustomPropertyCollectionObject
  extends HostObject
  implements Hosted<Excel.WorksheetCustomPropertyCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(private readonly sheet: Sheet) {
    super();
  }
  /** Keys differ without regard to case; a key that stands gets the new value. */
  add(key: string, value: string): WorksheetCustomPropertyObject {
    const known = this.find(key) ?? key;
    this.sheet.properties.set(known, value);
    return new WorksheetCustomPropertyObject(this.sheet, known);
  }
  private find(key: string): string | undefined {
    return [...this.sheet.properties.keys()].find((one) => one.toLowerCase() === key.toLowerCase());
  }
  getCount(): number {
    return this.sheet.properties.size;
  }
  getItem(key: string): WorksheetCustomPropertyObject {
    return found(this.getItemOrNullObject(key));
  }
  getItemOrNullObject(key: string): WorksheetCustomPropertyObject | null {
    const known = this.find(key);
    return known === undefined ? null : new WorksheetCustomPropertyObject(this.sheet, known);
  }
  collectionItems(): WorksheetCustomPropertyObject[] {
    return [...this.sheet.properties.keys()].map((key) => new WorksheetCustomPropertyObject(this.sheet, key));
  }
}
