/** A filled template as one edit: sheets made or filled in place, rows repeated, values written. */
import {
  isCellError,
  type CellValue,
  type Edit,
  type Expectation,
  type Operation,
  type SheetDesign,
} from "../book";
import type { WorkbookTables } from "../layout";
import { layOut, layoutOperations, type Place, type SheetLayout } from "./layout";
import { MistakeList, type TemplateMistake } from "./mistakes";
import type { AskedValue, Template } from "./model";
import { near } from "./near";
import { parseTemplate, type ParsedTemplate } from "./parse";
import { Records } from "./records";
import { plainText } from "./render";
import { byName, templateFields, type Field, type RecordType } from "./schema";
import type { TemplateSheet } from "./sheet";
import { SheetNames } from "./sheetNames";
import { strayRecords, type StrayRecords } from "./strays";
import { reportAsked, Values, type AskedValues } from "./values";

/** One document for each record of this kind. */
export interface EachChoice {
  readonly record: string;
  /** The field that gives the sheets their names; default: the record's own. */
  readonly nameField?: string;
  /** Only these data rows of its table, from 0; default: all. */
  readonly rows?: readonly number[];
  /** All under each other on one sheet, a page for each, instead of a sheet for each. */
  readonly oneSheet?: boolean;
}

export interface FillChoice {
  readonly each?: EachChoice;
  readonly values: AskedValues;
  /**
   * `inPlace`: the template becomes the document; with `each` the sheets stand in its place.
   * `newSheets`: the template stays as it is and the documents are put behind it; `name` for a single one.
   */
  readonly target: { readonly kind: "inPlace" } | { readonly kind: "newSheets"; readonly name?: string };
}

/** The workbook that is filled, which need not be the one with the data. */
export interface FilledWorkbook {
  /** In their order. */
  readonly sheetNames: readonly string[];
  readonly date1904: boolean;
}

/** Records that a template leaves out, though nothing is wrong with it. */
export type FillNote = StrayRecords & { readonly sheet: string };

export interface FillPlan {
  /** null where there are mistakes: then nothing is written. */
  readonly edit: Edit | null;
  readonly mistakes: readonly TemplateMistake[];
  readonly notes: readonly FillNote[];
  /** The documents' sheets, in their order. */
  readonly sheets: readonly string[];
  /** Records put in, over all bands and sheets. */
  readonly records: number;
  /** What a person is asked for, over all templates. */
  readonly asked: readonly AskedValue[];
}

/** Rows that a sheet can have. */
const MOST_ROWS = 1_048_576;

export function fillPlan(
  templates: readonly TemplateSheet[],
  tables: WorkbookTables,
  workbook: FilledWorkbook,
  choice: FillChoice,
): FillPlan {
  const types = templateFields(tables);
  const records = new Records(tables);
  const { each, mistakes } = chosenEach(choice.each, types, records);
  if (templates.length === 0) mistakes.add("noPlaceholder", null, {});
  const parsed = templates.map((sheet) => ({ sheet, ...parseTemplate(sheet, types, each?.record ?? null) }));
  const found = [...mistakes.found, ...parsed.flatMap((one) => mistakesOf(one, choice.values))];
  const sources = parsed.flatMap(({ sheet, template }): FillSource[] =>
    template
      ? [{ sheet, template, values: new Values(template, records, choice.values, workbook.date1904) }]
      : [],
  );
  const asked = distinct(parsed.flatMap((one) => one.asked));
  const nothing = { edit: null, notes: [], sheets: [], records: 0, asked };
  if (found.length > 0) return { ...nothing, mistakes: found };

  const filling = new Filling(workbook, choice, each);
  // Where no template says anything of the record, each stands for every one.
  const isRepeated = (template: Template) =>
    each !== null && (template.usesEach || !sources.some((one) => one.template.usesEach));
  for (const source of sources) filling.add(source, isRepeated(source.template));
  const tooLong = filling.mostRows > MOST_ROWS;
  if (tooLong) mistakes.add("tooManyRows", null, { rows: filling.mostRows });
  return {
    edit: tooLong ? null : filling.edit(),
    mistakes: mistakes.found,
    notes: sources.flatMap(({ sheet, template }) =>
      strayRecords(template, records).map((stray) => ({ ...stray, sheet: sheet.name })),
    ),
    sheets: filling.sheets,
    records: filling.records,
    asked,
  };
}

/** What is wrong with a template, and with what a person typed for it. */
function mistakesOf(
  { sheet, mistakes, asked }: ParsedTemplate & { readonly sheet: TemplateSheet },
  values: AskedValues,
): TemplateMistake[] {
  const list = new MistakeList(sheet.name);
  reportAsked(asked, values, list);
  return [...mistakes, ...list.found];
}

interface FillSource {
  readonly sheet: TemplateSheet;
  readonly template: Template;
  readonly values: Values;
}

interface Each {
  readonly record: RecordType;
  readonly places: readonly Place[];
  /** What a record's sheet is to be called. */
  readonly name: (place: Place) => string;
  readonly oneSheet: boolean;
}

function chosenEach(
  choice: EachChoice | undefined,
  types: readonly RecordType[],
  records: Records,
): { each: Each | null; mistakes: MistakeList } {
  const mistakes = new MistakeList(null);
  if (!choice) return { each: null, mistakes };
  const record = byName(types)(choice.record);
  if (!record || record.nameField === null) {
    const names = types.filter((one) => one.nameField !== null).map((one) => one.name);
    mistakes.add("unknownEach", null, { record: choice.record, near: near(choice.record, names) });
    return { each: null, mistakes };
  }
  const wanted = choice.nameField ?? record.nameField;
  const field = byName(record.fields)(wanted);
  if (!field) {
    const names = record.fields.map((one) => one.name);
    mistakes.add("unknownNameField", null, { record: record.name, field: wanted, near: near(wanted, names) });
  }
  const rows = choice.rows
    ? records.rows(record).filter((row) => choice.rows!.includes(row))
    : records.rows(record);
  if (rows.length === 0) mistakes.add("noRecords", null, { record: record.name });
  const places = rows.map((row, index) => ({ rows: [row], orders: [index + 1] }));
  const name = field ? nameReader(record, field, records) : () => "";
  return { each: { record, places, name, oneSheet: choice.oneSheet ?? false }, mistakes };
}

function nameReader(record: RecordType, field: Field, records: Records): (place: Place) => string {
  const read = records.reader(record, field);
  const kind = { kind: field.kind, unit: field.unit, percent: false, date1904: records.date1904 };
  return ({ rows }) => {
    const value = read(rows[0]!);
    return isCellError(value) ? "" : plainText(value, kind);
  };
}

function distinct(asked: readonly AskedValue[]): AskedValue[] {
  return [...new Map([...asked].reverse().map((one) => [one.name, one])).values()].reverse();
}

/** The edit as it grows, template by template. */
class Filling {
  readonly sheets: string[] = [];
  records = 0;
  mostRows = 0;
  readonly #operations: Operation[] = [];
  readonly #expects: Expectation[] = [];
  readonly #order: string[];
  readonly #names: SheetNames;

  constructor(
    workbook: FilledWorkbook,
    private readonly choice: FillChoice,
    private readonly each: Each | null,
  ) {
    this.#order = [...workbook.sheetNames];
    this.#names = new SheetNames(workbook.sheetNames);
  }

  edit(): Edit {
    return { task: "fill", operations: this.#operations, expects: this.#expects };
  }

  add(source: FillSource, repeated: boolean): void {
    const { sheet } = source;
    if (!sheet.design) this.#expects.push(asItStands(sheet));
    const inPlace = this.choice.target.kind === "inPlace" && sheet.design === null;
    const places = repeated ? this.each!.places : [nowhere];
    if (!repeated || this.each!.oneSheet) {
      const name = inPlace ? sheet.name : this.#made(source, this.#singleName(sheet), sheet.name);
      this.#fill(source, name, places);
      return;
    }
    let before = sheet.name;
    for (const place of places) {
      const name = this.#names.next(this.each!.name(place), `${this.each!.record.name} ${place.orders[0]!}`);
      this.#fill(source, this.#made(source, name, before), [place]);
      before = name;
    }
    if (inPlace) {
      this.#operations.push({ kind: "deleteSheet", sheet: sheet.name });
      this.#order.splice(this.#order.indexOf(sheet.name), 1);
    }
  }

  #singleName(sheet: TemplateSheet): string {
    const { target } = this.choice;
    return this.#names.next(
      (target.kind === "newSheets" ? target.name : undefined) ?? sheet.name,
      sheet.name,
    );
  }

  /** Makes a sheet of the template behind another one; a design that is not in the workbook goes to the end. */
  #made({ sheet }: FillSource, name: string, behind: string): string {
    const at = this.#order.indexOf(behind);
    const position = at < 0 ? this.#order.length : at + 1;
    this.#order.splice(position, 0, name);
    if (sheet.design)
      this.#operations.push({ kind: "createSheet", design: renamed(sheet.design, name), position });
    else this.#operations.push({ kind: "copySheet", sheet: sheet.name, name, position });
    return name;
  }

  #fill({ template, values }: FillSource, name: string, places: readonly Place[]): void {
    const layout: SheetLayout = layOut(template, values, places);
    this.#operations.push(...layoutOperations(name, layout));
    this.records += layout.records + (this.each && places[0] !== nowhere ? places.length : 0);
    this.mostRows = Math.max(this.mostRows, layout.rows);
    this.sheets.push(name);
  }
}

const nowhere: Place = { rows: [], orders: [] };

function renamed(design: SheetDesign, name: string): SheetDesign {
  return { ...design, name };
}

/** The template as it was read: whoever changed it meanwhile is not overruled. */
function asItStands(sheet: TemplateSheet): Expectation {
  const values = sheet.values.map((line, row) => {
    const formulas = sheet.formulas.get(row);
    return line.map((value, column): CellValue | undefined => (formulas?.has(column) ? undefined : value));
  });
  return { sheet: sheet.name, row: 0, column: 0, values };
}
