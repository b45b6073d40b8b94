/** What the cells of a column look like: a second opinion on what its header says. */
import type { CellValue } from "../../book";
import { findEthnicGroup, fold, parseVietnameseNumber } from "../../domain";
import type { Look } from "./sharedWords";

export interface ColumnLooks {
  /** Filled cells looked at. */
  readonly filled: number;
  /** Shares of the filled cells, 0 to 1. */
  readonly number: number;
  readonly date: number;
  readonly identity: number;
  readonly name: number;
  readonly gender: number;
  readonly ethnic: number;
  readonly status: number;
  readonly mark: number;
  readonly text: number;
  /** Median of the amounts; 0 where there are none. */
  readonly median: number;
  readonly hasFractions: boolean;
}

const DATE_TEXT = /^\s*(?:\d{1,2}\s*[/.-]\s*)?\d{1,2}\s*[/.-]\s*\d{2,4}\s*$/;
const NAME = /^\p{Lu}[\p{L}'’]*(?:\s+\p{Lu}[\p{L}'’]*){1,5}$/u;
const UPPER_NAME = /^[\p{Lu}'’ ]{4,40}$/u;
const genders = new Set(["nam", "nu", "trai", "gai"]);
const statuses =
  /^(?:ho )?(?:can )?ngheo$|^(?:hn|hcn|cn|ho can ngheo|khac|ho khac|trung binh|can)$|^(?:ho )?(?:thoat|moi thoat|tai) ngheo$|^ho khong ngheo$/;
const marks = new Set(["x", "v", "✓", "✔", "co", "1"]);

/** Cells are told apart by their first so many: a column is one thing. */
export const SAMPLE = 80;

export function looksOf(cells: Iterable<CellValue>): ColumnLooks {
  let [filled, number, date, identity, name, gender, ethnic, status, mark, plain] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  const amounts: number[] = [];
  let hasFractions = false;
  for (const cell of cells) {
    if (cell === null || cell === "" || (typeof cell === "object" && cell !== null)) continue;
    filled += 1;
    if (typeof cell === "number") {
      number += 1;
      if (isYear(cell) || isSerial(cell)) date += 1;
      if (cell >= 1e8 && cell < 1e12 && Number.isInteger(cell)) identity += 1;
      if (cell === 1) mark += 1;
      if (cell !== 0) amounts.push(Math.abs(cell));
      if (!Number.isInteger(cell)) hasFractions = true;
      continue;
    }
    if (typeof cell === "boolean") {
      mark += 1;
      continue;
    }
    const plainText = fold(cell);
    const digits = plainText.replace(/[\s.'’]/g, "");
    if (/^\d{9,12}$/.test(digits) && !/\.\d{3}\./.test(plainText)) identity += 1;
    if (DATE_TEXT.test(cell) || /^(?:19|20)\d\d$/.test(plainText)) date += 1;
    const amount = readAmount(plainText);
    if (amount !== null) {
      number += 1;
      if (amount !== 0) amounts.push(Math.abs(amount));
      continue;
    }
    plain += 1;
    if (genders.has(plainText)) gender += 1;
    if (statuses.test(plainText)) status += 1;
    if (marks.has(plainText)) mark += 1;
    if (plainText.length <= 20 && isEthnic(cell)) ethnic += 1;
    const trimmed = cell.trim().normalize("NFC");
    if (NAME.test(trimmed) || (UPPER_NAME.test(trimmed) && trimmed.includes(" "))) name += 1;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  amounts.sort((a, b) => a - b);
  return {
    filled,
    number: share(number),
    date: share(date),
    identity: share(identity),
    name: share(name),
    gender: share(gender),
    ethnic: share(ethnic),
    status: share(status),
    mark: share(mark),
    text: share(plain),
    median: amounts[amounts.length >> 1] ?? 0,
    hasFractions,
  };
}

const ethnicGroups = new Map<string, boolean>();
function isEthnic(name: string): boolean {
  let known = ethnicGroups.get(name);
  if (known === undefined) {
    known = findEthnicGroup(name)?.exact === true;
    if (ethnicGroups.size < 5000) ethnicGroups.set(name, known);
  }
  return known;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

/** Serial days of 1920 to 2060. */
function isSerial(value: number): boolean {
  return value >= 7300 && value <= 58800;
}

/** Text of a number, perhaps with its unit: `40.000.000 đ`, `40 triệu`. */
function readAmount(folded: string): number | null {
  if (!/\d/.test(folded)) return null;
  const bare = folded.replace(/\s*(?:trieu|nghin|ngan|tr|dong|vnd|d|%)[. ]*(?:dong|d)?$/, "");
  const reading = parseVietnameseNumber(bare);
  return reading.kind === "number"
    ? reading.value
    : reading.kind === "ambiguous"
      ? reading.candidates[0]!
      : null;
}

/** How well cells fit what a field holds: 1 as they should be, less where they speak against it. An empty column says nothing. */
export function fits(look: Look, looks: ColumnLooks): number {
  if (looks.filled === 0) return 0.97;
  switch (look) {
    case "any":
      return 1;
    case "name":
      return looks.name >= 0.6 ? 1.05 : looks.text >= 0.7 ? 0.85 : 0.3;
    case "text":
      return looks.text >= 0.5 ? 1 : looks.number >= 0.8 ? 0.75 : 0.9;
    case "money":
    case "number":
      return looks.number >= 0.5 ? 1.03 : looks.mark >= 0.5 ? 0.7 : 0.4;
    case "date":
      return looks.date >= 0.5 ? 1.05 : looks.number >= 0.5 ? 0.75 : looks.text >= 0.7 ? 0.5 : 0.85;
    case "identity":
      return looks.identity >= 0.5 ? 1.08 : looks.number >= 0.5 ? 0.9 : 0.6;
    case "gender":
      return looks.gender >= 0.5 ? 1.08 : looks.mark >= 0.5 ? 0.6 : 0.5;
    case "ethnic":
      return looks.ethnic >= 0.5 ? 1.08 : looks.text >= 0.5 ? 0.8 : 0.4;
    case "status":
      return looks.status >= 0.4 ? 1.08 : looks.text >= 0.5 ? 0.85 : 0.5;
    case "mark":
      return looks.mark >= 0.5 ? 1.05 : 0.8;
    case "code":
      return looks.date >= 0.8 && looks.text === 0 ? 0.7 : 1;
  }
}
