/** The templates a person may choose from, and one of them read. */
import { cellAddress, type Book, type SheetDesign, type Snapshot } from "../../../../book";
import { normalise } from "../../../../domain";
import { readTables, type WorkbookTables } from "../../../../layout";
import { readTemplates, type TemplateChoice } from "../../../../tasks";
import {
  ASKED,
  ownTemplates,
  parseTemplate,
  templateFields,
  type AskedValue,
  type RecordType,
  type TemplateMistake,
  type TemplateSheet,
} from "../../../../templates";

export type SourceKind = "workbook" | "own" | "file";

export interface TemplateSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly choice: TemplateChoice;
  /** The record that each gets a document of. */
  readonly each: string | null;
}

export interface UsedField {
  /** `Hộ.NSTW`. */
  readonly name: string;
  /** Where it first stands; null where that is in no single cell. */
  readonly cell: string | null;
}

/** A chosen template as it was read. */
export interface ReadTemplate {
  readonly sheet: TemplateSheet;
  readonly tables: WorkbookTables;
  readonly records: readonly RecordType[];
  readonly each: string | null;
  readonly used: readonly UsedField[];
  readonly mistakes: readonly TemplateMistake[];
  readonly asked: readonly AskedValue[];
}

export function ownSources(): TemplateSource[] {
  return ownTemplates.map(({ code, title, design, each }) => ({
    id: code,
    kind: "own",
    title,
    choice: { kind: "designs", designs: [design] },
    each: each ?? null,
  }));
}

export function fileSources(file: string, designs: readonly SheetDesign[]): TemplateSource[] {
  return designs.map((design) => ({
    id: `file ${design.name}`,
    kind: "file",
    title: designs.length === 1 ? `${design.name} (${file})` : design.name,
    choice: { kind: "designs", designs: [design] },
    each: null,
  }));
}

/** Before the name of a value in `tblThamSo`: what was typed for a template once is offered again. */
export const REMEMBERED = `${ASKED}.`;

/** What was typed before, by its name. */
export function remembered(tables: WorkbookTables): Record<string, string> {
  const view = tables.table("tblThamSo");
  const values = view?.column("Giá trị") ?? [];
  const found: Record<string, string> = {};
  view?.column("Tham số").forEach((name, row) => {
    const value = values[row] ?? null;
    if (typeof name !== "string" || !normalise(name).startsWith(REMEMBERED)) return;
    if (typeof value === "string" || typeof value === "number")
      found[normalise(name).slice(REMEMBERED.length)] = String(value);
  });
  return found;
}

/** What may be written into a cell: the workbook's records, with what was typed before as a record of its own. */
export function offeredRecords(tables: WorkbookTables): readonly OfferedRecord[] {
  const offered = templateFields(tables).map(({ name, fields }) => ({
    name,
    fields: fields.filter(({ ours }) => !ours).map((field) => field.name),
  }));
  const isTyped = (field: string) => field.startsWith(REMEMBERED);
  const typed = offered.flatMap(({ fields }) => fields.filter(isTyped));
  return [
    ...offered.map(({ name, fields }) => ({ name, fields: fields.filter((field) => !isTyped(field)) })),
    { name: ASKED, fields: typed.map((field) => field.slice(REMEMBERED.length)) },
  ];
}

export interface OfferedRecord {
  readonly name: string;
  readonly fields: readonly string[];
}

/** The sheets of a workbook that hold placeholders. */
export async function workbookSources(
  book: Book,
): Promise<{ readonly sources: readonly TemplateSource[]; readonly snapshot: Snapshot }> {
  const { templates, snapshot } = await readTemplates(book, { kind: "sheets" });
  const sources = templates.map(({ name }): TemplateSource => ({
    id: `sheet ${name}`,
    kind: "workbook",
    title: name,
    choice: { kind: "sheets", names: [name] },
    each: null,
  }));
  return { sources, snapshot };
}

/** Reads a template; null where its sheet is gone. Fields outside every band say what each document is for. */
export async function readTemplate(
  book: Book,
  source: TemplateSource,
  each: string | null,
): Promise<ReadTemplate | null> {
  const { templates, snapshot } = await readTemplates(book, source.choice);
  const [sheet] = templates;
  if (!sheet) return null;
  const tables = readTables(snapshot);
  const records = templateFields(tables);
  const recordOf = (name: string | null) => records.find((one) => one.name === name) ?? null;
  let record = recordOf(each);
  let parsed = parseTemplate(sheet, records, record);
  const [outside] = parsed.outside;
  if (record === null && parsed.outside.length === 1) {
    record = recordOf(outside!);
    parsed = parseTemplate(sheet, records, record);
  }
  return {
    sheet,
    tables,
    records,
    each: record?.name ?? null,
    used: parsed.fields.map((name) => ({ name, cell: cellOf(sheet, name) })),
    mistakes: parsed.mistakes,
    asked: parsed.asked,
  };
}

function cellOf(sheet: TemplateSheet, field: string): string | null {
  for (const [row, line] of sheet.values.entries())
    for (const [column, value] of line.entries())
      if (typeof value === "string" && normalise(value).includes(field)) return cellAddress(row, column);
  return null;
}
