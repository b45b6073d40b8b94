/** Defined names of the workbook and of sheets. */
import { HostObject } from "../../protocol";
import { formatArea, quoteSheet } from "../book/area";
import type { Book, NameState } from "../book/book";
import { readTyped, typeOfValue } from "../book/typed-value";
import { isNameFormula } from "../book/calculation";
import type { Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { RangeObject } from "./range";
import { deletePrintName, printNames } from "../book/print-names";
import { isValidName } from "../book/table";
import { WorksheetObject } from "./worksheet";

const itemMembers = membersOf<Excel.NamedItem>()("NamedItem", {
  id: "_Id",
  scalars: ["_Id", "name", "type", "value", "formula", "scope", "visible", "comment"],
  objects: ["worksheet", "worksheetOrNullObject"],
  methods: ["delete", "getRange", "getRangeOrNullObject"],
});

export class NamedItemObject extends HostObject implements Hosted<Excel.NamedItem, typeof itemMembers> {
  readonly members = itemMembers;
  constructor(
    private readonly book: Book,
    private readonly state: NameState,
  ) {
    super();
  }
  get _Id(): string {
    return this.state.name;
  }
  get name(): string {
    return this.state.name;
  }
  get visible(): boolean {
    return this.state.visible;
  }
  set visible(value: boolean) {
    this.state.visible = value;
  }
  get comment(): string {
    return this.state.comment;
  }
  set comment(value: string) {
    this.state.comment = value;
  }
  get scope() {
    return (this.state.sheet ? "Worksheet" : "Workbook") as Excel.NamedItemScope;
  }
  get formula(): unknown {
    return this.state.formula;
  }
  set formula(value: unknown) {
    this.state.formula = readFormula(value);
    this.book.touch();
  }
  /** The address for a range, the value for a constant. */
  get value(): unknown {
    const range = this.getRangeOrNullObject();
    return range ? range.address : (this.constant ?? this.state.formula);
  }
  private get constant(): string | number | boolean | null {
    const body = this.state.formula.slice(1);
    const text = /^"((?:[^"]|"")*)"$/.exec(body);
    if (text) return (text[1] ?? "").replaceAll('""', '"');
    const typed = readTyped(body, "General", () => false);
    return typed && typeOfValue(typed.value) !== "String" ? typed.value : null;
  }
  get type() {
    if (this.getRangeOrNullObject()) return "Range" as Excel.NamedItemType;
    const kind = this.constant === null ? "Error" : typeOfValue(this.constant);
    const word = kind === "Double" && Number.isInteger(this.constant) ? "Integer" : kind;
    return (this.constant === null ? "Array" : word) as Excel.NamedItemType;
  }
  get worksheet(): WorksheetObject {
    return found(this.worksheetOrNullObject);
  }
  get worksheetOrNullObject(): WorksheetObject | null {
    return this.state.sheet && new WorksheetObject(this.book, this.state.sheet);
  }
  getRange(): RangeObject {
    return this.getRangeOrNullObject() ?? refuse("InvalidOperation");
  }
  getRangeOrNullObject(): RangeObject | null {
    const place = this.book.locate(this.state.formula, this.state.sheet ?? this.book.active);
    return place && new RangeObject(this.book, place.sheet, place.area);
  }
  delete(): void {
    if (this.state.sheet) deletePrintName(this.state.sheet, this.state.name);
    this.book.names = this.book.names.filter((one) => one !== this.state);
    this.book.touch();
  }
}

function readFormula(value: unknown): string {
  const text = String(value);
  const formula = text.startsWith("=")
    ? text
    : `=${typeof value === "number" ? text : `"${text.replaceAll('"', '""')}"`}`;
  return isNameFormula(formula) ? formula : refuse("InvalidArgument");
}

const collectionMembers = membersOf<Excel.NamedItemCollection>()("NamedItemCollection", {
  methods: ["add", "addFormulaLocal", "getCount", "getItem", "getItemOrNullObject"],
});

export class NamedItemCollectionObject
  extends HostObject
  implements Hosted<Excel.NamedItemCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  /** @param sheet null: the workbook's own names */
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet | null,
  ) {
    super();
  }
  private get states(): NameState[] {
    const own = this.book.names.filter((name) => name.sheet === this.sheet);
    return this.sheet ? [...own, ...printNames(this.sheet)] : own;
  }
  add(name: string, reference: RangeObject | string, comment = ""): NamedItemObject {
    if (!isValidName(name)) refuse("InvalidArgument");
    const lower = name.toLowerCase();
    if (
      this.states.some((one) => one.name.toLowerCase() === lower) ||
      this.book.findTable(name)?.name.toLowerCase() === lower
    )
      refuse("ItemAlreadyExists");
    const formula =
      typeof reference === "string"
        ? readFormula(reference)
        : `=${quoteSheet(reference.sheet.name)}!${formatArea(reference.cells, true)}`;
    const state: NameState = {
      id: String(this.book.nextSerial()),
      name,
      formula,
      comment,
      visible: true,
      sheet: this.sheet,
    };
    this.book.names.push(state);
    this.book.touch();
    return new NamedItemObject(this.book, state);
  }
  addFormulaLocal(name: string, formula: string, comment?: string): NamedItemObject {
    return this.add(name, formula, comment);
  }
  getCount(): number {
    return this.states.length;
  }
  getItem(name: string): NamedItemObject {
    return found(this.getItemOrNullObject(name));
  }
  getItemOrNullObject(name: string): NamedItemObject | null {
    const state = this.states.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return state ? new NamedItemObject(this.book, state) : null;
  }
  collectionItems(): NamedItemObject[] {
    return this.states.map((state) => new NamedItemObject(this.book, state));
  }
}
