/** Structured references inside the text of a formula: renamed, lost, or turned into plain ones. */
import { formatArea, quoteSheet, type Area } from "./area";
import { bodyArea, headerArea, totalsArea, type TableState } from "./table";

const string = `"(?:[^"]|"")*"`;
const brackets = String.raw`\[(?:[^\[\]]|\[[^\]]*\])*\]`;
/** What a lost column's name becomes. */
export const lost = "#REF!";

interface Found {
  /** The table's name as written; "" where the formula stands inside the table and names none. */
  readonly owner: string;
  /** With its brackets; "" for a bare table name. */
  readonly inside: string;
}

/** Rewrites the references that name a table, and with `inTable` those that mean it silently. */
function mapStructured(
  formula: string,
  table: string,
  inTable: boolean,
  rewrite: (found: Found) => string,
): string {
  const name = table.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = new RegExp(
    String.raw`(${string})|(?<![\p{L}\p{N}_.\]])(${name})(?![\p{L}\p{N}_.!(])(${brackets})?|(?<![\p{L}\p{N}_.\]])(${brackets})|(${brackets})`,
    "giu",
  );
  return formula.replace(
    pattern,
    (whole: string, text?: string, owner?: string, inside?: string, own?: string) => {
      if (text !== undefined) return whole;
      if (owner !== undefined) return rewrite({ owner, inside: inside ?? "" });
      return own !== undefined && inTable ? rewrite({ owner: "", inside: own }) : whole;
    },
  );
}

export function renameTableInFormula(formula: string, table: string, to: string): string {
  return mapStructured(formula, table, false, ({ inside }) => to + inside);
}

export function renameColumnInFormula(
  formula: string,
  table: string,
  from: string,
  to: string,
  inTable: boolean,
): string {
  return mapStructured(
    formula,
    table,
    inTable,
    ({ owner, inside }) => owner + renameColumn(inside, from, to),
  );
}

export function loseTableInFormula(formula: string, table: string): string {
  return mapStructured(formula, table, false, () => lost);
}

function renameColumn(inside: string, from: string, to: string): string {
  const plain = inside.slice(1, -1);
  if (plain.toLowerCase() === from.toLowerCase()) return `[${to}]`;
  if (plain.toLowerCase() === `@${from.toLowerCase()}`)
    return /[^\p{L}\p{N}_]/u.test(to) ? `[@[${to}]]` : `[@${to}]`;
  return inside.replace(/\[([^[\]]*)\]/g, (whole, inner: string) =>
    inner.toLowerCase() === from.toLowerCase() ? `[${to}]` : whole,
  );
}

/**
 * A formula after the table became a plain range.
 * @param row the sheet's row the formula stands in, for references to its own row; null outside the table's sheet
 */
export function dissolveTableInFormula(
  formula: string,
  table: TableState,
  inTable: boolean,
  row: number | null,
): string {
  return mapStructured(formula, table.name, inTable, ({ inside }) => {
    const area = areaOf(table, inside, row);
    return area ? `${quoteSheet(table.sheet.name)}!${formatArea(area, !/@|#This Row/i.test(inside))}` : lost;
  });
}

function areaOf(table: TableState, inside: string, row: number | null): Area | null {
  const names =
    inside === ""
      ? []
      : [
          ...inside
            .slice(1, -1)
            .replace(/^@/, "")
            .matchAll(/\[([^[\]]*)\]|([^[\]:,]+)/g),
        ].map((match) => (match[1] ?? match[2] ?? "").trim());
  const columns = names.filter((name) => name !== "" && !name.startsWith("#"));
  const items = names.filter((name) => name.startsWith("#")).map((name) => name.toLowerCase());
  const rows =
    inside.startsWith("[@") || items.includes("#this row")
      ? row !== null && { ...table.area, row, rows: 1 }
      : rowsOf(table, items);
  const indices = columns.map((name) =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  if (!rows || indices.includes(-1)) return null;
  if (indices.length === 0) return rows;
  const first = Math.min(...indices);
  return { ...rows, column: table.area.column + first, columns: Math.max(...indices) - first + 1 };
}

function rowsOf(table: TableState, items: readonly string[]): Area | null {
  if (items.includes("#all")) return table.area;
  if (items.includes("#headers")) return headerArea(table);
  return items.includes("#totals") ? totalsArea(table) : bodyArea(table);
}
