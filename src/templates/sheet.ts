/** A sheet as a template: what the grammar looks at, whether it stands in a workbook or is a design of ours or of a file. */
import {
  cellAddress,
  isCellFormula,
  type Area,
  type CellValue,
  type SheetDesign,
  type SheetSnapshot,
} from "../book";
import { holdsPlaceholder } from "./syntax";

export interface TemplateSheet {
  readonly name: string;
  /** Row-major from A1. */
  readonly values: readonly (readonly CellValue[])[];
  /** By row, then column; no leading `=`. */
  readonly formulas: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merges: readonly Area[];
  /** null where it was not read. */
  readonly numberFormat: ((row: number, column: number) => string) | null;
  readonly notes: readonly { readonly cell: string; readonly text: string }[];
  /** Headers and footers of the printed page. */
  readonly pageTexts: readonly string[];
  /** The design itself, where the sheet is one and has to be made first. */
  readonly design: SheetDesign | null;
}

/** A sheet of a workbook; its design tells of notes, headers and footers. */
export function templateOfSheet(sheet: SheetSnapshot, design?: SheetDesign): TemplateSheet {
  return {
    name: sheet.name,
    values: sheet.values,
    formulas: sheet.formulas,
    merges: sheet.merges,
    numberFormat: sheet.numberFormat,
    ...surroundings(design),
    design: null,
  };
}

/** A sheet that is not in the workbook yet: one of ours, or one read from another file. */
export function templateOfDesign(design: SheetDesign): TemplateSheet {
  const values: CellValue[][] = [];
  const formulas = new Map<number, Map<number, string>>();
  const formats = new Map<number, Map<number, string>>();
  for (const { row, column, content, format } of design.cells) {
    while (values.length <= row) values.push([]);
    const line = values[row]!;
    while (line.length <= column) line.push(null);
    if (isCellFormula(content)) {
      line[column] = content.value;
      place(formulas, row, column, content.formula);
    } else {
      line[column] = content ?? null;
    }
    if (format?.numberFormat !== undefined) place(formats, row, column, format.numberFormat);
  }
  return {
    name: design.name,
    values,
    formulas,
    merges: design.merges ?? [],
    numberFormat: (row, column) => formats.get(row)?.get(column) ?? "General",
    ...surroundings(design),
    design,
  };
}

function place<T>(map: Map<number, Map<number, T>>, row: number, column: number, value: T): void {
  const line = map.get(row) ?? new Map<number, T>();
  line.set(column, value);
  map.set(row, line);
}

function surroundings(design: SheetDesign | undefined): Pick<TemplateSheet, "notes" | "pageTexts"> {
  return {
    notes: (design?.cells ?? []).flatMap(({ row, column, note }) =>
      note === undefined ? [] : [{ cell: cellAddress(row, column), text: note }],
    ),
    pageTexts: [design?.page?.header, design?.page?.footer].filter((text) => text !== undefined),
  };
}

/** Whether anything on the sheet asks to be filled. */
export function isTemplate(sheet: TemplateSheet | SheetSnapshot): boolean {
  return sheet.values.some((row) =>
    row.some((value) => typeof value === "string" && holdsPlaceholder(value)),
  );
}
