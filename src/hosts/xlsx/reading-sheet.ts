/** What a worksheet's part says outside its cells, and the tables that belong to it. */
import { parseArea, sheetColumns, sheetRows, type Area, type TableSnapshot } from "../../book";
import type { ZipPackage } from "./package";
import { isOfType, parsePart, relationId, relationshipsOf, type ParsedPart } from "./parts";
import { readCells, type CellsRequest, type SheetCells } from "./reading-cells";
import type { WorkbookReading } from "./reading-workbook";
import { UnsupportedFile } from "./unsupported";
import { child, children, unescapeCellText, type XmlSpan } from "./xml";

/** A worksheet's part: its cells are not among the spans. */
export function parseSheet(pkg: ZipPackage, part: string): ParsedPart {
  const parsed = parsePart(pkg, part, { skipChildrenOf: (local) => local === "sheetData" });
  if (parsed.root.local !== "worksheet") throw new UnsupportedFile("damaged", part);
  return parsed;
}

/** Text such as `A4:K20` as an area; what is none, or lies off the sheet, is damage of `part`. */
export function areaOf(text: string | undefined, part: string): Area {
  const area = parseArea(text ?? "");
  if (
    !area ||
    area.row + area.rows > sheetRows ||
    area.column + area.columns > sheetColumns ||
    /^\$?[^\d]*0/.test(text!)
  ) {
    throw new UnsupportedFile("damaged", part);
  }
  return area;
}

/** The areas of an `sqref`. */
export function areasOf(text: string | undefined, part: string): Area[] {
  return (text ?? "")
    .split(/\s+/)
    .filter((one) => one !== "")
    .map((one) => areaOf(one, part));
}

/** The parts that a sheet leads to by one kind of relationship. */
export function partsOfType(pkg: ZipPackage, sheetPart: string, type: string): string[] {
  return relationshipsOf(pkg, sheetPart).flatMap((one) =>
    one.part !== null && isOfType(one, type) ? [one.part] : [],
  );
}

/** The parsed tables of a sheet, in the order in which the sheet lists them. */
export function sheetTables(pkg: ZipPackage, sheet: ParsedPart): ParsedPart[] {
  const listed = children(child(sheet.root, "tableParts"), "tablePart");
  if (listed.length === 0) return [];
  const relationships = relationshipsOf(pkg, sheet.name);
  return listed.map((one) => {
    const part = relationships.find((relationship) => relationship.id === relationId(one))?.part;
    if (part === undefined || part === null) throw new UnsupportedFile("damaged", sheet.name);
    return parsePart(pkg, part);
  });
}

export function tableSnapshot(table: ParsedPart): TableSnapshot {
  const { displayName, name, ref, headerRowCount, totalsRowCount } = table.root.attributes;
  const hasHeaderRow = headerRowCount !== "0";
  const hasTotalsRow = Number(totalsRowCount ?? 0) > 0;
  const area = areaOf(ref, table.name);
  const label = displayName ?? name;
  if (label === undefined || area.rows < Number(hasHeaderRow) + Number(hasTotalsRow)) {
    throw new UnsupportedFile("damaged", table.name);
  }
  return {
    name: unescapeCellText(label),
    area,
    headers: tableColumns(table).map(headerOf),
    hasHeaderRow,
    hasTotalsRow,
  };
}

export function tableColumns(table: ParsedPart): XmlSpan[] {
  return children(child(table.root, "tableColumns"), "tableColumn");
}

export function headerOf(tableColumn: XmlSpan): string {
  return unescapeCellText(tableColumn.attributes.name ?? "");
}

export function mergesOf(sheet: ParsedPart): Area[] {
  return children(child(sheet.root, "mergeCells"), "mergeCell").map((one) =>
    areaOf(one.attributes.ref, sheet.name),
  );
}

export function cellsOf(workbook: WorkbookReading, sheet: ParsedPart, request: CellsRequest): SheetCells {
  const source = {
    part: sheet.name,
    text: sheet.text,
    sheetData: child(sheet.root, "sheetData"),
    strings: workbook.strings(),
    date1904: workbook.date1904,
  };
  return readCells(source, request);
}

/** A `<cols>` entry; columns are 0-based. */
export interface ColumnRange {
  readonly first: number;
  readonly last: number;
  /** Characters of the default font, as the file states them. */
  readonly width: number | null;
  readonly hidden: string | undefined;
  readonly style: number;
}

export function columnRanges(sheet: ParsedPart): ColumnRange[] {
  return children(sheet.root, "cols")
    .flatMap((cols) => children(cols, "col"))
    .map(({ attributes }) => {
      const first = Number(attributes.min) - 1;
      const last = Number(attributes.max) - 1;
      if (!(first >= 0 && last >= first && last < sheetColumns))
        throw new UnsupportedFile("damaged", sheet.name);
      const width = Number(attributes.width);
      return {
        first,
        last,
        width: width >= 0 ? width : null,
        hidden: attributes.hidden,
        style: Number(attributes.style ?? 0),
      };
    });
}

/** The style number of a cell: its own, else its row's, else its column's. */
export function styleReader(cells: SheetCells, sheet: ParsedPart): (row: number, column: number) => number {
  const ranges = columnRanges(sheet).filter((range) => range.style > 0);
  return (row, column) =>
    cells.styles[row]?.[column] ??
    cells.rowStyles.get(row) ??
    ranges.find((range) => range.first <= column && column <= range.last)?.style ??
    0;
}
