/** A template filled from the workbook's tables: read, think, apply. */
import {
  findSheet,
  type ApplyOptions,
  type Book,
  type Outcome,
  type SheetSnapshot,
  type SheetDesign,
  type Snapshot,
} from "../book";
import { readTables, tableSpec, type WorkbookTables } from "../layout";
import {
  fillPlan,
  isTemplate,
  templateOfDesign,
  templateOfSheet,
  type FillChoice,
  type FillPlan,
  type TemplateSheet,
} from "../templates";

export type TemplateChoice =
  /** Sheets of the book by name; default: every visible sheet that holds placeholders and none of our tables. */
  | { readonly kind: "sheets"; readonly names?: readonly string[] }
  /** Sheets that are not in the book: ours, or read from another file. */
  | { readonly kind: "designs"; readonly designs: readonly SheetDesign[] };

/** What an old file brings along; it is kept as it is. */
export interface Leftovers {
  readonly hiddenTemplates: readonly string[];
  readonly brokenNames: readonly string[];
  readonly hasExternalLinks: boolean;
}

export interface PreparedFill extends FillPlan {
  readonly templates: readonly TemplateSheet[];
  readonly leftovers: Leftovers;
}

/** The sheets of a book, or designs, as templates; nothing is changed. */
export async function readTemplates(
  book: Book,
  choice: TemplateChoice,
): Promise<{ readonly templates: readonly TemplateSheet[]; readonly snapshot: Snapshot }> {
  const snapshot = await book.read({ formulas: true, numberFormats: true });
  if (choice.kind === "designs") return { templates: choice.designs.map(templateOfDesign), snapshot };
  const sheets = choice.names
    ? choice.names.map((name) => findSheet(snapshot, name)).filter((sheet) => sheet !== undefined)
    : snapshot.sheets.filter((sheet) => sheet.visibility === "visible" && isOpenTemplate(sheet));
  const names = sheets.map((sheet) => sheet.name);
  const { designs } = await book.read({ sheets: [], designs: names });
  return { templates: sheets.map((sheet) => templateOfSheet(sheet, designs.get(sheet.name))), snapshot };
}

/** Text with braces in our own tables is data, not a template. */
function isOpenTemplate(sheet: SheetSnapshot): boolean {
  return isTemplate(sheet) && !sheet.tables.some((table) => tableSpec(table.name) !== undefined);
}

/**
 * What filling would do; nothing is changed.
 * @param data the tables to fill from; default: the book's own
 */
export async function prepareFill(
  book: Book,
  template: TemplateChoice,
  choice: FillChoice,
  data?: WorkbookTables,
): Promise<PreparedFill> {
  const { templates, snapshot } = await readTemplates(book, template);
  const workbook = {
    sheetNames: snapshot.sheets.map((sheet) => sheet.name),
    date1904: snapshot.date1904,
  };
  const plan = fillPlan(templates, data ?? readTables(snapshot), workbook, choice);
  return { ...plan, templates, leftovers: leftoversOf(snapshot, templates) };
}

/** Applies what was prepared. */
export async function fill(book: Book, prepared: PreparedFill, options: ApplyOptions): Promise<Outcome> {
  if (!prepared.edit) throw new Error("a template with mistakes cannot be filled");
  return book.apply(prepared.edit, options);
}

const EXTERNAL = /\[\d+\]|\[[^\]]+\.xl\w+\]/i;

function leftoversOf(snapshot: Snapshot, templates: readonly TemplateSheet[]): Leftovers {
  const formulas = snapshot.sheets.flatMap((sheet) =>
    [...sheet.formulas.values()].flatMap((row) => [...row.values()]),
  );
  return {
    hiddenTemplates: snapshot.sheets
      .filter((sheet) => sheet.visibility !== "visible" && isOpenTemplate(sheet))
      .map((sheet) => sheet.name)
      .filter((name) => !templates.some((template) => template.name === name)),
    brokenNames: snapshot.names.filter(({ refersTo }) => refersTo.includes("#REF!")).map(({ name }) => name),
    hasExternalLinks: [...formulas, ...snapshot.names.map(({ refersTo }) => refersTo)].some((text) =>
      EXTERNAL.test(text),
    ),
  };
}
