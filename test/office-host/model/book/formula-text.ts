/** References inside the text of a formula: found, moved, renamed. The formula's other text stays as it is. */
import { columnIndex, columnName, maxColumns, maxRows, quoteSheet, type Area } from "./area";
import { shiftArea, type Shift } from "./shift";

export interface Reference {
  /** The sheet it names; null for the formula's own. */
  readonly sheet: string | null;
  readonly area: Area;
  /** Which of first column, first row, last column, last row carry a `$`. */
  readonly absolute: readonly [boolean, boolean, boolean, boolean];
  readonly kind: "cell" | "cells" | "columns" | "rows";
}

const string = `"(?:[^"]|"")*"`;
const structured = String.raw`\[(?:[^\[\]]|\[[^\]]*\])*\]`;
const sheetPrefix = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const cells = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]+(?::\$?[A-Za-z]{1,3}\$?[0-9]+)?`;
const columns = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const rows = String.raw`\$?[0-9]+:\$?[0-9]+`;
const after = String.raw`(?![\p{L}\p{N}_.(\[!])`;
const pattern = new RegExp(
  `(?<skip>${string}|${structured})|(?<prefix>${sheetPrefix})?(?<body>${cells}|${columns}|${rows})${after}|(?<name>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*!?)|(?<number>[0-9.]+)`,
  "gu",
);

/** Rewrites every reference; null stands for a reference that is gone. */
export function mapReferences(formula: string, rewrite: (reference: Reference) => Reference | null): string {
  return formula.replace(pattern, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { prefix?: string; body?: string };
    if (groups.body === undefined) return whole;
    const reference = parseReference(groups.body, groups.prefix);
    if (!reference) return whole;
    const moved = rewrite(reference);
    if (moved === reference) return whole;
    const prefix = reference.sheet === null ? "" : `${quoteSheet(moved?.sheet ?? reference.sheet)}!`;
    return moved === null ? `${prefix}#REF!` : prefix + formatReference(moved);
  });
}

function parseReference(body: string, prefix: string | undefined): Reference | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)([0-9]*)(?::(\$?)([A-Za-z]*)(\$?)([0-9]*))?$/.exec(body);
  if (!match) return null;
  const [, d1 = "", c1 = "", d2 = "", r1 = "", d3 = "", c2 = "", d4 = "", r2 = ""] = match;
  const single = !body.includes(":");
  const kind = single ? "cell" : c1 === "" ? "rows" : r1 === "" ? "columns" : "cells";
  const column1 = c1 === "" ? 0 : columnIndex(c1);
  const row1 = r1 === "" ? 0 : Number(r1) - 1;
  const column2 = single ? column1 : c2 === "" ? maxColumns - 1 : columnIndex(c2);
  const row2 = single ? row1 : r2 === "" ? maxRows - 1 : Number(r2) - 1;
  if (Math.max(column1, column2) >= maxColumns || Math.max(row1, row2) >= maxRows || Math.min(row1, row2) < 0)
    return null;
  const rowMark = (mark: string, other: string) => mark === "$" || (kind === "rows" && other === "$");
  return {
    sheet: prefix === undefined ? null : unquote(prefix.slice(0, -1)),
    area: {
      row: Math.min(row1, row2),
      column: Math.min(column1, column2),
      rows: Math.abs(row2 - row1) + 1,
      columns: Math.abs(column2 - column1) + 1,
    },
    absolute: single
      ? [d1 === "$", d2 === "$", d1 === "$", d2 === "$"]
      : [d1 === "$", rowMark(d2, d1), d3 === "$", rowMark(d4, d3)],
    kind,
  };
}

function unquote(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function formatReference({ area, absolute, kind }: Reference): string {
  const [c1, r1, c2, r2] = absolute.map((mark) => (mark ? "$" : ""));
  const left = `${c1}${columnName(area.column)}`;
  const right = `${c2}${columnName(area.column + area.columns - 1)}`;
  const top = `${r1}${area.row + 1}`;
  const bottom = `${r2}${area.row + area.rows}`;
  if (kind === "rows") return `${top}:${bottom}`;
  if (kind === "columns") return `${left}:${right}`;
  return kind === "cell" && area.rows === 1 && area.columns === 1
    ? left + top
    : `${left}${top}:${right}${bottom}`;
}

/** A formula after cells of `shift.sheet` were inserted or deleted; `home` is the sheet the formula stands on. */
export function shiftFormula(formula: string, home: string, shift: Shift): string {
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? home).toLowerCase() !== shift.sheet.toLowerCase()) return reference;
    const moved = shiftArea(reference.area, shift);
    if (moved === reference.area) return reference;
    return moved && { ...reference, area: moved };
  });
}

/** A formula as it reads when copied so many rows down and columns right. */
export function translateFormula(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  return mapReferences(formula, (reference) => {
    const { area, absolute, kind } = reference;
    const column1 = area.column + (absolute[0] || kind === "rows" ? 0 : right);
    const row1 = area.row + (absolute[1] || kind === "columns" ? 0 : down);
    const column2 = area.column + area.columns - 1 + (absolute[2] || kind === "rows" ? 0 : right);
    const row2 = area.row + area.rows - 1 + (absolute[3] || kind === "columns" ? 0 : down);
    if (
      Math.min(column1, row1, column2, row2) < 0 ||
      Math.max(row1, row2) >= maxRows ||
      Math.max(column1, column2) >= maxColumns
    )
      return null;
    return {
      ...reference,
      area: {
        row: Math.min(row1, row2),
        column: Math.min(column1, column2),
        rows: Math.abs(row2 - row1) + 1,
        columns: Math.abs(column2 - column1) + 1,
      },
    };
  });
}

export function renameSheetInFormula(formula: string, from: string, to: string): string {
  return mapReferences(formula, (reference) =>
    reference.sheet !== null && reference.sheet.toLowerCase() === from.toLowerCase()
      ? { ...reference, sheet: to }
      : reference,
  );
}

/** A formula after a sheet was deleted. */
export function loseSheetInFormula(formula: string, sheet: string): string {
  const lost = mapReferences(formula, (reference) =>
    reference.sheet !== null && reference.sheet.toLowerCase() === sheet.toLowerCase() ? null : reference,
  );
  return lost.replaceAll(`${quoteSheet(sheet)}!#REF!`, "#REF!");
}
