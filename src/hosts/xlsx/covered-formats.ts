/** Formats of empty cells that rows, columns or a table cover: read before, and given back when the newcomers go. */
import type {
  Area,
  CellFormat,
  CoveredPlace,
  Operation,
  SheetDesign,
  Snapshot,
  UncoveredFormats,
} from "../../book";
import { CellChanges } from "./cell-changes";
import type { Draft } from "./draft";
import type { ZipPackage } from "./package";
import type { StyleBook } from "./reading-styles";
import { readWorkbook } from "./reading-workbook";
import { cellsOf, frameOf, rowsOf } from "./rows";
import { contains } from "./sqref";
import { sheetNamed, workbookOf } from "./workbook-part";

/** The snapshot with the formats of these cells; no other row is looked into. */
export function withCoveredFormats(
  pkg: ZipPackage,
  snapshot: Snapshot,
  places: Iterable<CoveredPlace>,
): Snapshot {
  const areas = new Map<string, Area[]>();
  for (const { sheet, area } of places) {
    const name = sheet.toLowerCase();
    areas.set(name, [...(areas.get(name) ?? []), area]);
  }
  if (areas.size === 0) return snapshot;
  let styles: StyleBook | null = null;
  const formatOf = (style: number) => (styles ??= readWorkbook(pkg).styles()).format(style);
  const sheets = snapshot.sheets.map((sheet) => {
    const covered = areas.get(sheet.name.toLowerCase());
    const entry = sheetNamed(workbookOf(pkg), sheet.name);
    if (!covered || !entry?.isWorksheet) return sheet;
    const found = stylesIn(pkg, entry.part, covered);
    const coveredFormat = (row: number, column: number): CellFormat | null => {
      const style = found.get(row)?.get(column);
      return style === undefined ? null : formatOf(style);
    };
    return { ...sheet, coveredFormat };
  });
  return { ...snapshot, sheets };
}

/** The numbers of the formats that cells have of their own, by row and column. */
function stylesIn(
  pkg: ZipPackage,
  part: string,
  areas: readonly Area[],
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const sheet = frameOf(pkg, part);
  const end = Math.max(...areas.map(({ row, rows }) => row + rows));
  const found = new Map<number, Map<number, number>>();
  for (const span of rowsOf(sheet, Math.min(...areas.map(({ row }) => row)))) {
    if (span.row >= end) break;
    const here = areas.filter(({ row, rows }) => span.row >= row && span.row < row + rows);
    if (here.length === 0) continue;
    const own = cellsOf(sheet, span).filter(
      ({ column, style }) => style > 0 && here.some((area) => contains(area, span.row, column)),
    );
    if (own.length > 0) found.set(span.row, new Map(own.map(({ column, style }) => [column, style])));
  }
  return found;
}

type Removal = Extract<Operation, { kind: "removeLastRows" | "removeLastColumns" | "removeTable" }>;

/** What such an operation gives back, as a design whose formats can be made. */
export function uncoveredDesign({ uncovers }: Removal): SheetDesign[] {
  return uncovers?.formats ? [{ name: "", columns: [], cells: uncovers.formats }] : [];
}

/** The cells go; those that had a format before stay with it, empty. */
export function cellsUncovered(
  draft: Draft,
  gone: Area,
  uncovers: UncoveredFormats | undefined,
): CellChanges {
  const changes = new CellChanges();
  changes.removeAll(gone);
  for (const { row, column, format } of uncovers?.formats ?? []) {
    if (contains(gone, row, column))
      changes.set(row, column, { content: null, style: draft.formatOf(format) });
  }
  return changes;
}
