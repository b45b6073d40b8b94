/** The CCCD column read once: what kind of number each cell holds, and the twelve digits where they are sure. */
import { isCellError, type CellValue } from "../../book";
import { identityProvince, readIdentity } from "../../domain";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import { rowsWhere } from "../rowsWhere";
import { IDENTITY_HEADER, keepNumber, twelveDigits } from "../identityColumn";

export { IDENTITY_HEADER };

export const IDENTITY_EMPTY = 0;
export const IDENTITY_FULL = 1;
export const IDENTITY_LOST_ZEROS = 2;
export const IDENTITY_OLD = 3;
export const IDENTITY_BAD = 4;

export interface Identities {
  readonly table: CheckedTable;
  /** One of the constants above, by row. */
  readonly kinds: Uint8Array;
  /** Rows of data of a kind other than IDENTITY_FULL. */
  readonly rowsOfKind: (kind: number) => number[];
  /** The twelve digits as a number: as they stand, or with lost zeros put back where the province is then known; else -1. */
  readonly numbers: Float64Array;
  /** The first six of them: three for the province, one for gender and century, two for the year. */
  readonly fronts: Int32Array;
  /** The twelve digits of a row; "" where there are none. */
  readonly digitsAt: (row: number) => string;
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
    const { fronts, numbers, others } = table.identities();
    const kinds = new Uint8Array(table.capacity).fill(IDENTITY_FULL, 0, table.rowsHeld);
    const provinces = context.programme.cccdProvinceCodes.codes;
    let hasOthers = others.length > 0;
    const readOther = (row: number): void => {
      const { kind, full } = readCell(table.cell(row, IDENTITY_HEADER));
      const isSure =
        kind === IDENTITY_FULL || (full !== "" && identityProvince(full, provinces) !== undefined);
      kinds[row] = kind;
      keepNumber(row, isSure ? twelveDigits(full) : -1, fronts, numbers);
      hasOthers = true;
    };
    for (const row of others) readOther(row);
    return {
      table,
      kinds,
      rowsOfKind: (kind) => (hasOthers ? rowsWhere(table, (row) => kinds[row] === kind) : []),
      numbers,
      fronts,
      digitsAt: (row) => digitsOf(numbers[row]!),
      textAt: (row) => shown(table.cell(row, IDENTITY_HEADER)),
      reread: readOther,
    };
  });
}

/** A number of twelve digits as text; "" for none. */
export function digitsOf(number: number): string {
  return number < 0 ? "" : String(number).padStart(12, "0");
}

function readCell(cell: CellValue): { kind: number; full: string } {
  if (cell === null || (typeof cell === "string" && cell.trim() === ""))
    return { kind: IDENTITY_EMPTY, full: "" };
  if (typeof cell !== "string" && typeof cell !== "number") return { kind: IDENTITY_BAD, full: "" };
  if (typeof cell === "string" && twelveDigits(cell) >= 0) return { kind: IDENTITY_FULL, full: cell };
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
