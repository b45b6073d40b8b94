/** Sheets of the staff's own found and read as our tables. Precision first: what is none of them is left alone. */
import { isCellError, type SheetSnapshot, type Snapshot } from "../../book";
import { fold, type MoneyUnit } from "../../domain";
import type { Programme } from "../../programme";
import { tableSpec } from "../sheets";
import { certaintyOfTable } from "./recognise";
import { matchColumns } from "./columns";
import { describeColumns, type FoundColumn } from "./foundColumns";
import { findHeaders, type HeaderBlock } from "./headers";
import { findLines } from "./lines";
import { OWN_TABLES, givesField, type OwnMapping, type OwnTableName } from "./model";
import { constantsFrom, readTitles, type Titles } from "./titles";

/** Below this a sheet is none of our tables. */
const LEAST = 0.5;

/** Every sheet of the workbook that is read as one of our tables; a sheet may hold several, one below or beside another. */
export function findOwnSheets(snapshot: Snapshot, programme: Programme): OwnMapping[] {
  return snapshot.sheets.filter(mayBeTheirs).flatMap((sheet) => mapSheet(sheet, programme));
}

/** Sheets that staff type their own rows in: not ours, not a report of ours, not a template, not hidden. */
export function mayBeTheirs(sheet: SheetSnapshot): boolean {
  if (sheet.visibility !== "visible" || sheet.values.length === 0) return false;
  if (/^(?:BC\d\d|So sánh|Đối chiếu)(?:\s|$)/u.test(sheet.name)) return false;
  if (sheet.tables.some((table) => tableSpec(table.name) !== undefined)) return false;
  return !speaksOfTables(sheet) && !isTemplate(sheet) && !isPivot(sheet);
}

/** Formulas over our tables: a report. */
function speaksOfTables(sheet: SheetSnapshot): boolean {
  for (const row of sheet.formulas.values())
    for (const formula of row.values())
      if (/\btbl(?:Ho|NganSach|GiaiNgan|CongTrinh|DuAn|KetQua|HoatDong)\[/.test(formula)) return true;
  return false;
}

const TEMPLATE_ROWS = 200;

function isTemplate(sheet: SheetSnapshot): boolean {
  return sheet.values
    .slice(0, TEMPLATE_ROWS)
    .some((row) => row.some((cell) => typeof cell === "string" && /\{\{[^}]+\}\}/.test(cell)));
}

/** The tables on one sheet. `only`: read it as this table, however little it looks like it. */
export function mapSheet(sheet: SheetSnapshot, programme: Programme, only?: OwnTableName): OwnMapping[] {
  const blocks = tableHeaders(sheet, programme, only);
  const mappings: OwnMapping[] = [];
  let from = 0;
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    const lastRow = next ? next.rows[0]! - 1 : sheet.values.length - 1;
    const found = mapBlock(askedOf(sheet, block, from, lastRow, programme, only));
    mappings.push(...found);
    if (found.length > 0) from = Math.max(...found.map((one) => one.lastRow)) + 1;
  });
  return mappings;
}

/** Headers that begin a table: not lines that only look so, nor the header printed again on the next page. */
function tableHeaders(sheet: SheetSnapshot, programme: Programme, only?: OwnTableName): HeaderBlock[] {
  const headers = findHeaders(sheet);
  if (headers.length < 2) return headers;
  const begun: HeaderBlock[] = [];
  headers.forEach((block, index) => {
    const same = begun.some((earlier) => signature(earlier) === signature(block));
    const end = sheet.values.length - 1;
    const next = (headers[index + 1]?.rows[0] ?? end + 1) - 1;
    const maps = (last: number): boolean =>
      mapBlock(askedOf(sheet, block, 0, last, programme, only)).length > 0;
    if (!same && (maps(next) || (next < end && maps(end)))) begun.push(block);
  });
  return begun;
}

function signature(block: HeaderBlock): string {
  return fold([...block.paths].map(([column, path]) => `${column} ${path.at(-1)}`).join("|"));
}

function askedOf(
  sheet: SheetSnapshot,
  block: HeaderBlock,
  titlesFrom: number,
  lastRow: number,
  programme: Programme,
  only: OwnTableName | undefined,
): Asked {
  const titles = readTitles(sheet, titlesFrom, block.rows[0]!);
  return { sheet, block, lastRow, titles, titlesFrom, programme, ...(only ? { only } : {}) };
}

interface Asked {
  readonly sheet: SheetSnapshot;
  readonly block: HeaderBlock;
  readonly lastRow: number;
  readonly titles: Titles;
  /** The first row whose titles are this table's. */
  readonly titlesFrom: number;
  readonly programme: Programme;
  readonly only?: OwnTableName;
}

function mapBlock(asked: Asked): OwnMapping[] {
  const { block } = asked;
  const sides = besideOneAnother(asked);
  if (sides.length > 1) {
    const each = sides.map(([first, last], index) => {
      const left = index === 0 ? 0 : first;
      const titles = readTitles(
        asked.sheet,
        asked.titlesFrom,
        block.rows[0]!,
        left,
        (sides[index + 1]?.[0] ?? Infinity) - 1,
      );
      return mapColumns({ ...asked, titles }, first, last);
    });
    if (each.every((one) => one !== null)) return each.filter((one) => one !== null);
  }
  const whole = mapColumns(asked, block.firstColumn, block.lastColumn);
  return whole ? [whole] : [];
}

/** Spans of columns between columns that are empty in header and data. */
function besideOneAnother({ sheet, block, lastRow }: Asked): [number, number][] {
  const spans: [number, number][] = [];
  let start = -1;
  for (let column = block.firstColumn; column <= block.lastColumn + 1; column += 1) {
    const isEmpty =
      column > block.lastColumn ||
      (!block.paths.has(column) && isEmptyColumn(sheet, column, block.firstRow, lastRow));
    if (!isEmpty && start < 0) start = column;
    if (isEmpty && start >= 0) {
      spans.push([start, column - 1]);
      start = -1;
    }
  }
  return spans;
}

function isEmptyColumn(sheet: SheetSnapshot, column: number, first: number, last: number): boolean {
  for (let row = first; row <= Math.min(last, first + 50); row += 1) {
    const cell = sheet.values[row]?.[column];
    if (cell !== null && cell !== undefined && cell !== "") return false;
  }
  return true;
}

function mapColumns(asked: Asked, first: number, last: number): OwnMapping | null {
  const { sheet, block, titles, programme } = asked;
  const found = describeColumns(sheet, block, first, last, asked.lastRow);
  let best: { table: OwnTableName; matched: ReturnType<typeof matchColumns>; confidence: number } | null =
    null;
  for (const table of asked.only ? [asked.only] : OWN_TABLES) {
    const matched = matchColumns(table, found, programme);
    const confidence = certaintyOfTable(table, matched, found, titles, sheet.name);
    if (confidence > (best?.confidence ?? (asked.only ? -1 : LEAST - 0.001)))
      best = { table, matched, confidence };
  }
  if (!best) return null;
  const { table, matched, confidence } = best;
  const lines = findLines(
    sheet,
    { table, columns: matched.columns, firstRow: block.firstRow, lastRow: asked.lastRow },
    programme,
  );
  if (lines.rows.length === 0 && !asked.only) return null;
  const unit = unitOfSheet(table, titles, found, matched.columns);
  const draft: OwnMapping = {
    sheet: sheet.name,
    table,
    headerRows: block.rows,
    firstRow: block.firstRow,
    lastRow: lines.lastRow,
    columns: matched.columns,
    blocks: matched.blocks,
    constants: [],
    ...unit,
    year: titles.year ?? yearIn(sheet.name),
    confidence: Math.round(confidence * 100) / 100,
    confirmed: false,
  };
  const saidByHeadings = new Set(lines.said.flatMap((said) => Object.keys(said)));
  const isMissing = (field: string): boolean => !givesField(draft, field) && !saidByHeadings.has(field);
  return { ...draft, constants: constantsFrom(titles, sheet.name, table, isMissing, programme) };
}

function yearIn(name: string): number | null {
  const year = /\b(20\d\d)\b/.exec(name)?.[1];
  return year === undefined ? null : Number(year);
}

const STATED = 1;
const IN_HEADERS = 0.95;
const GUESSED = 0.5;

/** The unit that the titles name, else that of the amounts' headers, else the one in which the amounts are likely. */
function unitOfSheet(
  table: OwnTableName,
  titles: Titles,
  found: readonly FoundColumn[],
  columns: OwnMapping["columns"],
): { unit: MoneyUnit; unitConfidence: number } {
  if (titles.unit) return { unit: titles.unit, unitConfidence: STATED };
  const named = found.map((column) => column.unit).filter((unit) => unit !== null);
  if (named.length > 0) return { unit: named[0]!, unitConfidence: IN_HEADERS };
  const spec = tableSpec(table)!;
  const amounts = found.filter((column) => {
    const field = columns.find((one) => one.column === column.column)?.field;
    const kind = spec.columns.find((one) => one.header === field)?.kind;
    return (kind === "money" || kind === "detailMoney") && column.looks.median > 0;
  });
  const usual = table === "tblHo" ? "đồng" : table === "tblGiaiNgan" ? "đồng" : "triệu đồng";
  if (amounts.length === 0) return { unit: usual, unitConfidence: GUESSED };
  const median = Math.max(...amounts.map((column) => column.looks.median));
  // A household's support is some millions; a budget line is some millions to some billions.
  const [millions, thousands] = table === "tblHo" ? [1_000, 500_000] : [30_000, 3_000_000];
  if (median < millions) return { unit: "triệu đồng", unitConfidence: GUESSED };
  return {
    unit: median < thousands ? "nghìn đồng" : "đồng",
    unitConfidence: median < thousands ? GUESSED : 0.7,
  };
}

/** Whether the words of a pivot table stand on the sheet. */
function isPivot(sheet: SheetSnapshot): boolean {
  return sheet.values
    .slice(0, 30)
    .some((row) =>
      row.some(
        (cell) =>
          typeof cell === "string" &&
          !isCellError(cell) &&
          /^(?:nhan hang|nhan cot|row labels|column labels|grand total|tong cuoi|sum of |count of |\(tat ca\)|\(all\))/.test(
            fold(cell),
          ),
      ),
    );
}
