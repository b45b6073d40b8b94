/** How the cells of a biểu look: Times New Roman, black lines, figures to the right. */
import type { CellFormat } from "../book";
import type { MoneyUnit } from "../domain";
import { FONT, moneyFormat, quietZero } from "../layout";

export type ColumnKind = "order" | "code" | "text" | "money" | "share" | "count" | "quantity" | "date";

/** From the widest heading to the finest detail. */
export type RowLevel = "group" | "project" | "part" | "detail" | "total";

const ink = "000000";
const line = { style: "thin", colour: ink } as const;
const hair = { style: "hair", colour: ink } as const;
export const headBorder = { top: line, right: line, bottom: line, left: line };
const bodyBorder = { top: hair, right: line, bottom: hair, left: line };

export function font(extra: CellFormat["font"] = {}): NonNullable<CellFormat["font"]> {
  return { name: FONT, size: 12, colour: ink, ...extra };
}

export const headFormat: CellFormat = {
  font: font({ bold: true }),
  fill: "E7EFEA",
  border: headBorder,
  horizontal: "center",
  vertical: "center",
  wrap: true,
};

const rightAligned: readonly ColumnKind[] = ["money", "share", "quantity"];
/** Characters that a text stands in, by level. */
const indents: Readonly<Record<RowLevel, number>> = { group: 0, project: 0, part: 1, detail: 2, total: 0 };

export function indentOf(level: RowLevel): number {
  return indents[level];
}

/** Printed bold, and so wider. */
export function isStrong(level: RowLevel): boolean {
  return level === "group" || level === "project" || level === "total";
}

function numberFormat(kind: ColumnKind, unit: MoneyUnit): string | null {
  switch (kind) {
    case "money":
      return quietZero(moneyFormat(unit));
    case "share":
      return "0.00%";
    case "count":
      return '#,##0;[Red]-#,##0;"–"';
    case "date":
      return "dd/mm/yyyy";
    case "order":
    case "code":
      return "@";
    case "text":
    case "quantity":
      return null;
  }
}

export function bodyFormat(
  column: { readonly kind: ColumnKind; readonly free?: true },
  level: RowLevel,
  unit: MoneyUnit,
): CellFormat {
  const { kind } = column;
  const shaded = level === "group" || level === "total";
  const format = numberFormat(kind, unit);
  const centred = !rightAligned.includes(kind) && (kind !== "text" || (level === "total" && !column.free));
  return {
    font: font({ bold: isStrong(level) && !column.free, italic: level === "detail" }),
    border: shaded ? headBorder : bodyBorder,
    horizontal: centred ? "center" : rightAligned.includes(kind) ? "right" : "left",
    vertical: "center",
    wrap: kind === "text" || kind === "code",
    ...(kind === "text" && !column.free && indentOf(level) > 0 ? { indent: indentOf(level) } : {}),
    ...(column.free ? { locked: false } : {}),
    ...(shaded ? { fill: "F3F3F3" } : {}),
    ...(format === null ? {} : { numberFormat: format }),
  };
}
