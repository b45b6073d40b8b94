/** Small templates filled from small workbooks, through the task and a real .xlsx book. */
import type { CellInput, CellValue, DesignCell, SheetDesign } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { fill, prepareFill, type PreparedFill } from "../../src/tasks";
import type { FillChoice } from "../../src/templates";
import { wordTemplateMistake } from "../../src/wording";
import { applied, at } from "../tasks/books";
import { tablesOf } from "../rules/workbook";

export type Row = Readonly<Record<string, CellValue>>;
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** Cells row by row from A1; a format of its own where a cell is given as `[content, numberFormat]`. */
export type Grid = readonly (readonly (CellInput | readonly [CellInput, string])[])[];

export function designOf(grid: Grid, more: Partial<SheetDesign> = {}): SheetDesign {
  const cells = grid.flatMap((line, row) =>
    line.flatMap((one, column): DesignCell[] => {
      if (one === null) return [];
      if (Array.isArray(one))
        return [{ row, column, content: one[0] as CellInput, format: { numberFormat: one[1] as string } }];
      return [{ row, column, content: one as CellInput }];
    }),
  );
  return { name: "Mẫu", columns: [], cells, ...more };
}

export async function bookOf(...designs: readonly SheetDesign[]): Promise<XlsxBook> {
  const book = XlsxBook.create();
  await applied(book, {
    task: "test",
    operations: designs.map((design) => ({ kind: "createSheet", design })),
  });
  return book;
}

export interface Filled {
  readonly prepared: PreparedFill;
  readonly book: XlsxBook;
  /** Values of a sheet, row by row. */
  readonly values: (sheet?: string) => Promise<readonly (readonly CellValue[])[]>;
}

export interface FillOptions extends Partial<FillChoice> {
  readonly sheet?: Partial<SheetDesign>;
  readonly date1904?: boolean;
}

/** Fills a template in place; its mistakes, if any, fail the test. */
export async function filled(grid: Grid, rows: Rows, options: FillOptions = {}): Promise<Filled> {
  const book = await bookOf(designOf(grid, options.sheet));
  const prepared = await prepare(book, rows, options);
  if (!prepared.edit)
    throw new Error(prepared.mistakes.map((one) => wordTemplateMistake(one, "vi")).join("\n"));
  const outcome = await fill(book, prepared, { at });
  if (!outcome.done) throw new Error(JSON.stringify(outcome.refusal));
  const values = async (name = prepared.sheets[0]!) => {
    const snapshot = await book.read();
    return snapshot.sheets.find((sheet) => sheet.name === name)!.values;
  };
  return { prepared, book, values };
}

/** What is wrong, as `CELL code`. */
export async function mistakesOf(grid: Grid, rows: Rows = {}, options: FillOptions = {}): Promise<string[]> {
  const book = await bookOf(designOf(grid, options.sheet));
  const before = book.bytes();
  const { mistakes, edit } = await prepare(book, rows, options);
  if (mistakes.length > 0 && edit !== null) throw new Error("an edit in spite of mistakes");
  if (!Buffer.from(before).equals(Buffer.from(book.bytes()))) throw new Error("preparing changed the book");
  return mistakes.map(({ cell, code }) => `${cell ?? "-"} ${code}`);
}

function prepare(book: XlsxBook, rows: Rows, options: FillOptions): Promise<PreparedFill> {
  const choice: FillChoice = {
    values: options.values ?? {},
    target: options.target ?? { kind: "inPlace" },
    ...(options.each ? { each: options.each } : {}),
  };
  const data = tablesOf({ rows }, { date1904: options.date1904 ?? false });
  return prepareFill(book, { kind: "sheets" }, choice, data);
}

/** A household as far as a test names it. */
export function household(name: string, hamlet: string, more: Row = {}): Row {
  return {
    "Họ và tên chủ hộ": name,
    "Thôn xóm": hamlet,
    "Mã dự án": "DA1",
    "Nội dung hỗ trợ": "Nhà ở",
    NSTW: 40_000_000,
    ...more,
  };
}
