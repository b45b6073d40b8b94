/** Table parts: found by name, written new, and changed where they stand. */
import { areaAddress, parseArea, type Area, type TableColumnDesign, type TableDesign } from "../../book";
import { UnsupportedFile, type ZipPackage } from "./package";
import { isOfType, parsePart, relationshipsOf, type ParsedPart } from "./parts";
import { appendTo, removal, setAttributes } from "./splicing";
import {
  child,
  children,
  escapeAttribute,
  escapeXml,
  splice,
  textOf,
  unescapeCellText,
  type TextEdit,
} from "./xml";
import type { SheetEntry } from "./workbook-part";

const namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The part of a new table. */
export function tableXml(table: TableDesign, id: number): string {
  const name = escapeAttribute(table.name);
  const ref = areaAddress(table.area);
  const columns = table.columns.map((column, i) => columnXml(column, i + 1)).join("");
  const style = table.style === null ? "" : ` name="${escapeAttribute(table.style)}"`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<table xmlns="${namespace}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">` +
    (table.filter ? `<autoFilter ref="${ref}"/>` : "") +
    `<tableColumns count="${table.columns.length}">${columns}</tableColumns>` +
    `<tableStyleInfo${style} showFirstColumn="0" showLastColumn="0" showRowStripes="${table.bandedRows ? 1 : 0}"` +
    ` showColumnStripes="0"/></table>`
  );
}

function columnXml(column: TableColumnDesign, id: number): string {
  const attributes = ` id="${id}" name="${headerAttribute(column.header)}"`;
  if (column.formula === undefined) return `<tableColumn${attributes}/>`;
  const formula = `<calculatedColumnFormula>${escapeXml(column.formula)}</calculatedColumnFormula>`;
  return `<tableColumn${attributes}>${formula}</tableColumn>`;
}

/** Line ends of a header are written as spreadsheet programs do, not as XML does. */
function headerAttribute(header: string): string {
  const text = header
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/\r/g, "_x000D_")
    .replace(/\n/g, "_x000A_");
  return escapeAttribute(text);
}

/** A table and the sheet that it stands on. */
export interface TablePlace extends ParsedPart {
  readonly sheet: SheetEntry;
  /** Of the sheet's relationship to the table's part. */
  readonly relationshipId: string;
  /** As formulas call it. */
  readonly table: string;
  readonly id: number;
  /** With header and totals rows. */
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

/** All tables of the workbook. */
export function tablesOf(pkg: ZipPackage, sheets: readonly SheetEntry[]): TablePlace[] {
  return sheets.flatMap((sheet) =>
    relationshipsOf(pkg, sheet.part)
      .filter((one) => one.part !== null && isOfType(one, "table"))
      .map(({ part, id }) => tablePlace(sheet, id, parsePart(pkg, part!))),
  );
}

function tablePlace(sheet: SheetEntry, relationshipId: string, parsed: ParsedPart): TablePlace {
  const { attributes } = parsed.root;
  const area = parseArea(attributes.ref ?? "");
  const id = Number(attributes.id);
  if (!area || !Number.isInteger(id)) throw new UnsupportedFile("damaged", parsed.name);
  return {
    ...parsed,
    sheet,
    relationshipId,
    table: unescapeCellText(attributes.displayName ?? attributes.name ?? ""),
    id,
    area,
    hasHeader: attributes.headerRowCount !== "0",
    hasTotals: Number(attributes.totalsRowCount ?? 0) > 0,
  };
}

/** The data rows of a table: without its header and totals rows. */
export function dataOf(place: TablePlace): Area {
  const head = Number(place.hasHeader);
  return {
    ...place.area,
    row: place.area.row + head,
    rows: place.area.rows - head - Number(place.hasTotals),
  };
}

export interface ColumnOfTable {
  readonly header: string;
  /** The formula that new rows get; null where there is none. */
  readonly formula: string | null;
}

export function columnsOf({ text, root }: ParsedPart): ColumnOfTable[] {
  return children(child(root, "tableColumns"), "tableColumn").map((column) => {
    const formula = child(column, "calculatedColumnFormula");
    const isArray = formula?.attributes.array === "1" || formula?.attributes.array === "true";
    return {
      header: unescapeCellText(column.attributes.name ?? ""),
      formula: formula && !isArray ? textOf(text, formula) : null,
    };
  });
}

/** The part's text with the table over another area; its filter goes with it. */
export function withArea(part: ParsedPart, area: Area): string {
  return splice(part.text, areaEdits(part, area));
}

function areaEdits({ text, root }: ParsedPart, area: Area): TextEdit[] {
  const edits = [setAttributes(text, root, { ref: areaAddress(area) })];
  const filter = child(root, "autoFilter");
  const totals = Number(root.attributes.totalsRowCount ?? 0);
  if (filter)
    edits.push(setAttributes(text, filter, { ref: areaAddress({ ...area, rows: area.rows - totals }) }));
  return edits;
}

/** The part's text with columns added at the right end of the table, which is then as wide as they are. */
export function withColumns(place: TablePlace, added: readonly TableColumnDesign[]): string {
  const { text, root, area } = place;
  const list = child(root, "tableColumns")!;
  const present = children(list, "tableColumn");
  const lastId = Math.max(0, ...present.map(({ attributes }) => Number(attributes.id)));
  const items = added.map((column, i) => columnXml(column, lastId + 1 + i));
  const columns = present.length + added.length;
  return splice(text, [
    ...areaEdits(place, { ...area, columns }),
    ...appendTo(text, root, list, items, { count: String(columns) }),
  ]);
}

/** The part's text without the table's last columns, and what the filter asks of them. */
export function withoutLastColumns(place: TablePlace, count: number): string {
  const { text, root, area } = place;
  const list = child(root, "tableColumns")!;
  const present = children(list, "tableColumn");
  const columns = present.length - count;
  const filters = children(child(root, "autoFilter"), "filterColumn");
  return splice(text, [
    ...areaEdits(place, { ...area, columns }),
    setAttributes(text, list, { count: String(columns) }),
    ...present.slice(columns).map(removal),
    ...filters.filter(({ attributes }) => Number(attributes.colId) >= columns).map(removal),
  ]);
}
