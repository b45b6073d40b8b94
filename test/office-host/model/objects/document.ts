/** Settings kept in the workbook, and the document's properties. */
import { HostObject } from "../../protocol";
import type { Book, SettingState } from "../book/book";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";

/** What Excel keeps for one add-in. */
const settingsLimit = 2 * 1024 * 1024;

const settingMembers = membersOf<Excel.Setting>()("Setting", {
  id: "_Id",
  scalars: ["_Id", "key", "value"],
  methods: ["delete"],
});

export class SettingObject extends HostObject implements Hosted<Excel.Setting, typeof settingMembers> {
  readonly members = settingMembers;
  constructor(
    private readonly book: Book,
    private readonly state: SettingState,
  ) {
    super();
  }
  get _Id(): string {
    return this.state.key;
  }
  get key(): string {
    return this.state.key;
  }
  get value(): unknown {
    return this.state.value;
  }
  set value(value: unknown) {
    this.state.value = value;
  }
  delete(): void {
    this.book.settings.splice(this.book.settings.indexOf(this.state), 1);
  }
}

const collectionMembers = membersOf<Excel.SettingCollection>()("SettingCollection", {
  methods: ["add", "getCount", "getItem", "getItemOrNullObject"],
});

export class SettingCollectionObject
  extends HostObject
  implements Hosted<Excel.SettingCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(private readonly book: Book) {
    super();
  }
  /** Adds the setting or gives it a new value. */
  add(key: string, value: unknown): SettingObject {
    const known = this.book.settings.find((one) => one.key === key);
    const size = this.book.settings.reduce(
      (sum, one) => sum + (one === known ? 0 : JSON.stringify(one).length),
      JSON.stringify({ key, value }).length,
    );
    if (size > settingsLimit) refuse("InvalidOperation");
    const state = known ?? { key, value };
    state.value = value;
    if (!known) this.book.settings.push(state);
    return new SettingObject(this.book, state);
  }
  getCount(): number {
    return this.book.settings.length;
  }
  getItem(key: string): SettingObject {
    return found(this.getItemOrNullObject(key));
  }
  getItemOrNullObject(key: string): SettingObject | null {
    const state = this.book.settings.find((one) => one.key === key);
    return state ? new SettingObject(this.book, state) : null;
  }
  collectionItems(): SettingObject[] {
    return this.book.settings.map((state) => new SettingObject(this.book, state));
  }
}

const propertiesMembers = membersOf<Excel.DocumentProperties>()("DocumentProperties", {
  scalars: [
    "title",
    "subject",
    "author",
    "keywords",
    "comments",
    "category",
    "manager",
    "company",
    "creationDate",
  ],
});

const texts = new WeakMap<Book, Record<string, string>>();

export class DocumentPropertiesObject
  extends HostObject
  implements Hosted<Excel.DocumentProperties, typeof propertiesMembers>
{
  readonly members = propertiesMembers;
  private readonly values: Record<string, string>;
  constructor(book: Book) {
    super();
    const known = texts.get(book) ?? {};
    texts.set(book, known);
    this.values = known;
  }
  get title(): string {
    return this.values["title"] ?? "";
  }
  set title(value: string) {
    this.values["title"] = value;
  }
  get subject(): string {
    return this.values["subject"] ?? "";
  }
  set subject(value: string) {
    this.values["subject"] = value;
  }
  get author(): string {
    return this.values["author"] ?? "";
  }
  set author(value: string) {
    this.values["author"] = value;
  }
  get keywords(): string {
    return this.values["keywords"] ?? "";
  }
  set keywords(value: string) {
    this.values["keywords"] = value;
  }
  get comments(): string {
    return this.values["comments"] ?? "";
  }
  set comments(value: string) {
    this.values["comments"] = value;
  }
  get category(): string {
    return this.values["category"] ?? "";
  }
  set category(value: string) {
    this.values["category"] = value;
  }
  get manager(): string {
    return this.values["manager"] ?? "";
  }
  set manager(value: string) {
    this.values["manager"] = value;
  }
  get company(): string {
    return this.values["company"] ?? "";
  }
  set company(value: string) {
    this.values["company"] = value;
  }
  get creationDate(): Date {
    return new Date(Date.UTC(2025, 0, 1));
  }
}
