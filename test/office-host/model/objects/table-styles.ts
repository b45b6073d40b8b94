/** Table styles that people or add-ins made; the built-in ones are known by name. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";

/** Built-in styles: Light 1–21, Medium 1–28, Dark 1–11. */
export function isBuiltInTableStyle(name: string): boolean {
  return /^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$/.test(name);
}

const styleMembers = membersOf<Excel.TableStyle>()("TableStyle", {
  id: "_Id",
  scalars: ["_Id", "name", "readOnly"],
  methods: ["delete", "duplicate"],
});

export class TableStyleObject extends HostObject implements Hosted<Excel.TableStyle, typeof styleMembers> {
  readonly members = styleMembers;
  constructor(
    private readonly book: Book,
    private current: string,
  ) {
    super();
  }
  get _Id(): string {
    return this.current;
  }
  get name(): string {
    return this.current;
  }
  set name(value: string) {
    if (this.readOnly || this.book.tableStyles.includes(value)) refuse("InvalidOperation");
    this.book.tableStyles = this.book.tableStyles.map((one) => (one === this.current ? value : one));
    for (const table of this.book.tables) if (table.style === this.current) table.style = value;
    this.current = value;
  }
  get readOnly(): boolean {
    return isBuiltInTableStyle(this.current);
  }
  delete(): void {
    if (this.readOnly) refuse("InvalidOperation");
    this.book.tableStyles = this.book.tableStyles.filter((one) => one !== this.current);
    for (const table of this.book.tables) if (table.style === this.current) table.style = "TableStyleMedium2";
  }
  duplicate(): TableStyleObject {
    return new TableStyleCollectionObject(this.book).add(`${this.current} 2`, true);
  }
}

const collectionMembers = membersOf<Excel.TableStyleCollection>()("TableStyleCollection", {
  methods: ["add", "getCount", "getDefault", "getItem", "getItemOrNullObject", "setDefault"],
});

export class TableStyleCollectionObject
  extends HostObject
  implements Hosted<Excel.TableStyleCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(private readonly book: Book) {
    super();
  }
  /** A name that stands already is refused, or made unique when that is asked for. */
  add(name: string, makeUniqueName = false): TableStyleObject {
    const taken = (one: string) => isBuiltInTableStyle(one) || this.book.tableStyles.includes(one);
    if (name === "" || name.length > 255) refuse("InvalidArgument");
    if (taken(name) && !makeUniqueName) refuse("ItemAlreadyExists");
    let unique = name;
    for (let number = 2; taken(unique); number += 1) unique = `${name} ${number}`;
    this.book.tableStyles = [...this.book.tableStyles, unique];
    return new TableStyleObject(this.book, unique);
  }
  getCount(): number {
    return this.collectionItems().length;
  }
  getDefault(): TableStyleObject {
    return new TableStyleObject(this.book, this.book.defaultTableStyle);
  }
  setDefault(newDefaultStyle: TableStyleObject | string): void {
    const name = typeof newDefaultStyle === "string" ? newDefaultStyle : newDefaultStyle.name;
    this.book.defaultTableStyle = this.getItem(name).name;
  }
  getItem(name: string): TableStyleObject {
    return found(this.getItemOrNullObject(name));
  }
  getItemOrNullObject(name: string): TableStyleObject | null {
    const known = isBuiltInTableStyle(name) || this.book.tableStyles.includes(name);
    return known ? new TableStyleObject(this.book, name) : null;
  }
  collectionItems(): TableStyleObject[] {
    const kinds = [
      ["Light", 21],
      ["Medium", 28],
      ["Dark", 11],
    ] as const;
    const builtIn = kinds.flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, index) => `TableStyle${kind}${index + 1}`),
    );
    return [...builtIn, ...this.book.tableStyles].map((name) => new TableStyleObject(this.book, name));
  }
}
