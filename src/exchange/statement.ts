/**
 * What the Treasury or an accounting program gives out of its books: any sheet with a date, a voucher's number and an amount
 * on each line. Its columns are guessed by their heads; a person may say otherwise.
 */
import { isCellError, type CellValue } from "../book";
import {
  fitsDong,
  fold,
  isoDate,
  normalise,
  parseMoneyUnit,
  parseVietnameseNumber,
  readDateCell,
  toDong,
  type Dong,
  type MoneyUnit,
} from "../domain";

export const STATEMENT_FIELDS = ["date", "number", "amount", "returned", "note"] as const;
/** `returned`: a column of its own for money given back. */
export type StatementField = (typeof STATEMENT_FIELDS)[number];

export interface StatementMapping {
  /** 0-based row of the heads; data begins below. */
  readonly headerRow: number;
  /** 0-based columns; null where the sheet has none. */
  readonly columns: Readonly<Record<StatementField, number | null>>;
  readonly unit: MoneyUnit;
}

export interface StatementLine {
  /** 0-based row of the sheet. */
  readonly row: number;
  /** ISO; null where none can be read. */
  readonly date: string | null;
  readonly number: string;
  /** Negative for money given back. */
  readonly amount: Dong;
  readonly note: string;
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  /** 0-based rows that look like a line, but whose amount, date or number cannot be read. */
  readonly unread: readonly number[];
}

/** Words of heads, folded; the earlier the surer. A word after `!` must not stand in the head. */
const heads: Readonly<Record<StatementField, readonly RegExp[]>> = {
  date: [
    /^ngay (?:chung tu|ct|ctu|thanh toan|hach toan|ghi so|giao dich|hieu luc|kb|kbnn)/,
    /^ngay(?!.*(?:quyet dinh|sinh|hop dong))/,
    /\bngay\b(?!.*(?:quyet dinh|sinh|hop dong))/,
  ],
  number: [
    /so (?:chung tu|ct|ctu|unc|uy nhiem chi|giay rut|lenh chi|but toan|hieu)/,
    /chung tu(?!.*ngay)|\bunc\b/,
    /^so$/,
  ],
  amount: [
    /so tien(?!.*(?:bang chu|thu hoi|giam))/,
    /(?:phat sinh|ghi) no|^no$|rut trong ky|thanh tien|so chi|gia tri/,
    /phat sinh|thanh toan|giai ngan|tong so|tong cong/,
  ],
  returned: [/thu hoi|giam chi|nop tra|nop khoi phuc/, /(?:phat sinh|ghi) co|^co$/],
  note: [/dien giai/, /noi dung|ghi chu|don vi (?:nhan|huong|thu huong)|nguoi (?:nhan|huong)/],
};

const HEADS_WITHIN = 40;

/** The columns that the sheet's heads speak of; null where no row names an amount and a date or number. */
export function guessMapping(cells: readonly (readonly CellValue[])[]): StatementMapping | null {
  let best: { row: number; columns: StatementMapping["columns"]; score: number } | null = null;
  for (let row = 0; row < Math.min(cells.length, HEADS_WITHIN); row += 1) {
    const columns = columnsIn(headTexts(cells, row));
    const found = STATEMENT_FIELDS.filter((field) => columns[field] !== null).length;
    if (columns.amount === null || (columns.date === null && columns.number === null)) continue;
    if (found > (best?.score ?? 0)) best = { row, columns, score: found };
  }
  return best && { headerRow: best.row, columns: best.columns, unit: unitIn(cells, best.row) };
}

/** A head in two rows is read as one: what stands above an empty cell or its neighbours to the right belongs to it. */
export function headTexts(cells: readonly (readonly CellValue[])[], row: number): string[] {
  const width = Math.max(0, ...cells.map((line) => line.length));
  // Only a row of several heads stands above another; a title of the table does not.
  const upper = (cells[row - 1] ?? []).map(headText);
  const spans = upper.filter((text) => text !== "").length > 1;
  let spanning = "";
  return Array.from({ length: width }, (_unused, column) => {
    const own = headText(cells[row]?.[column]);
    if (!spans) return own;
    spanning = upper[column] || spanning;
    return normalise(`${spanning} ${own}`);
  });
}

/** No head holds a day: “Từ ngày 01/09/2025” is a title. */
function headText(value: CellValue | undefined): string {
  const text = typeof value === "string" ? normalise(value) : "";
  return /\d{1,2}\/\d{1,2}/.test(text) ? "" : text;
}

function columnsIn(texts: readonly string[]): StatementMapping["columns"] {
  const taken = new Set<number>();
  const folded = texts.map(fold);
  const find = (field: StatementField): number | null => {
    for (const pattern of heads[field]) {
      const column = folded.findIndex((text, at) => text !== "" && !taken.has(at) && pattern.test(text));
      if (column >= 0) {
        taken.add(column);
        return column;
      }
    }
    return null;
  };
  // The number first: “Chứng từ – Ngày” and “Chứng từ – Số” both speak of a voucher.
  const date = find("date");
  const number = find("number");
  return { date, number, returned: find("returned"), amount: find("amount"), note: find("note") };
}

function unitIn(cells: readonly (readonly CellValue[])[], headerRow: number): MoneyUnit {
  for (const row of cells.slice(0, headerRow + 1))
    for (const value of row) {
      const unit = typeof value === "string" ? parseMoneyUnit(value) : null;
      if (unit && unit !== "tỷ đồng") return unit;
    }
  return "đồng";
}

export function readStatement(
  cells: readonly (readonly CellValue[])[],
  { headerRow, columns, unit }: StatementMapping,
  date1904: boolean,
): Statement {
  const lines: StatementLine[] = [];
  const unread: number[] = [];
  for (let row = headerRow + 1; row < cells.length; row += 1) {
    const cell = (field: StatementField): CellValue => {
      const column = columns[field];
      return column === null ? null : (cells[row]?.[column] ?? null);
    };
    const number = textOf(cell("number"));
    const date = dateOf(cell("date"), date1904);
    const paid = amountOf(cell("amount"), unit);
    const returned = amountOf(cell("returned"), unit);
    const amount = (paid ?? 0) - Math.abs(returned ?? 0);
    const isLine = (paid !== null || returned !== null) && amount !== 0 && (date !== null || number !== "");
    if (isSum(cells[row]!)) continue;
    const filled = [cell("date"), cell("number"), cell("amount")].filter((value) => textOf(value) !== "");
    if (isLine) lines.push({ row, date, number, amount, note: textOf(cell("note")) });
    else if (filled.length > 1) unread.push(row);
  }
  return { lines, unread };
}

function isSum(row: readonly CellValue[]): boolean {
  const first = row.map(textOf).find((text) => text !== "" && !/^[\d.,]+$/.test(text));
  return first !== undefined && /^(?:tong|cong|luy ke|so du)(?:$|[^a-z])/.test(fold(first));
}

function dateOf(value: CellValue, date1904: boolean): string | null {
  const reading = readDateCell(value, date1904);
  if (reading.kind === "date" || reading.kind === "text-date") return isoDate(reading);
  return null;
}

function amountOf(value: CellValue, unit: MoneyUnit): Dong | null {
  let amount: number | null = typeof value === "number" ? value : null;
  if (typeof value === "string") {
    const reading = parseVietnameseNumber(value.replace(/\s*(?:đ|đồng|vnđ|vnd)\.?$/iu, ""));
    if (reading.kind === "number") amount = reading.value;
    // “1,250,000” is grouped; so is a lone comma before three digits where the unit has no decimals.
    if (reading.kind === "ambiguous") amount = reading.candidates.at(-1) ?? null;
  }
  return amount !== null && fitsDong(amount, unit) ? toDong(amount, unit).dong : null;
}

function textOf(value: CellValue | undefined): string {
  return value === null || value === undefined || isCellError(value) ? "" : normalise(String(value));
}
