/** The CCCD column read once: what kind of number each cell holds, and the twelve digits where they are sure. */
import { isCellError, type CellValue } from "../../book";
import { identityProvince, readIdentity } from "../../domain";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";

export const IDENTITY_HEADER = "Số CCCD";

export const IDENTITY_EMPTY = 0;
export const IDENTITY_FULL = 1;
export const IDENTITY_LOST_ZEROS = 2;
export const IDENTITY_OLD = 3;
export const IDENTITY_BAD = 4;

export interface Identities {
  readonly table: CheckedTable;
  /** One of the constants above, by row. */
  readonly kinds: Uint8Array;
  /** Twelve digits by row: as they stand, or with lost zeros put back where the province is then known; else "". */
  readonly digits: readonly string[];
  /** The same as a number, -1 for none: far quicker to compare than texts. */
  readonly numbers: Float64Array;
  /** The cell's text, for showing. */
  readonly textAt: (row: number) => string;
  /** Reads a row's cell anew. */
  readonly reread: (row: number) => void;
}

/** null where the workbook has no such column. */
export function readIdentities(context: CheckContext): Identities | null {
  return context.index("identities", () => {
    const table = context.tableWith("tblHo", [IDENTITY_HEADER]);
    if (!table) return null;
    const raw = table.raw(IDENTITY_HEADER);
    const kinds = new Uint8Array(table.capacity);
    const digits = new Array<string>(table.capacity).fill("");
    const numbers = new Float64Array(table.capacity).fill(-1);
    const provinces = context.programme.cccdProvinceCodes.codes;
    const reread = (row: number): void => {
      const cell = raw[row] as CellValue;
      const number = typeof cell === "string" ? twelveDigits(cell) : -1;
      if (number >= 0) {
        kinds[row] = IDENTITY_FULL;
        digits[row] = cell as string;
        numbers[row] = number;
        return;
      }
      const { kind, full } = readCell(cell);
      kinds[row] = kind;
      const isSure =
        kind === IDENTITY_FULL || (full !== "" && identityProvince(full, provinces) !== undefined);
      digits[row] = isSure ? full : "";
      numbers[row] = isSure ? twelveDigits(full) : -1;
    };
    for (let row = 0; row < raw.length; row += 1) reread(row);
    return { table, kinds, digits, numbers, textAt: (row) => shown(raw[row] as CellValue), reread };
  });
}

/** The number that twelve digits make, -1 for any other text. Most cells are so, and need no closer reading. */
function twelveDigits(text: string): number {
  if (text.length !== 12) return -1;
  const front = sixDigits(text, 0);
  const back = sixDigits(text, 6);
  return front < 0 || back < 0 ? -1 : front * 1e6 + back;
}

function sixDigits(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + 6; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The first digits of a number of twelve: three for the province, one for gender and century, two for the year. */
export function firstSix(number: number): number {
  return Math.floor(number / 1e6);
}

function readCell(cell: CellValue): { kind: number; full: string } {
  if (cell === null || (typeof cell === "string" && cell.trim() === ""))
    return { kind: IDENTITY_EMPTY, full: "" };
  if (typeof cell !== "string" && typeof cell !== "number") return { kind: IDENTITY_BAD, full: "" };
  const identity = readIdentity(cell);
  switch (identity.kind) {
    case "cccd":
      return { kind: IDENTITY_FULL, full: identity.digits };
    case "lostZeros":
      return { kind: IDENTITY_LOST_ZEROS, full: identity.padded };
    case "oldNumber":
      return { kind: IDENTITY_OLD, full: "" };
    // Signs alone, which stripping leaves nothing of.
    case "empty":
    case "format":
      return { kind: IDENTITY_BAD, full: "" };
  }
}

function shown(cell: CellValue): string {
  return isCellError(cell) ? cell.error : String(cell ?? "");
}
