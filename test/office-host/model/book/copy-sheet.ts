/** A sheet with everything on it, a second time. */
import { quoteSheet } from "./area";
import type { Book } from "./book";
import type { Sheet } from "./sheet";
import { copyName } from "./sheet-name";
import type { TableState } from "./table";

export function copySheet(book: Book, source: Sheet, position: number): Sheet {
  const copy = book.newSheet(copyName(book, source.name));
  book.sheets.splice(position, 0, copy);
  for (const [row, column, cell] of source.grid.cellsIn(source.whole)) {
    const made = copy.grid.cell(row, column);
    copy.grid.setFormula(made, cell.formula);
    Object.assign(made, {
      value: cell.value,
      format: cell.format,
      hyperlink: cell.hyperlink,
      spilled: cell.spilled,
      literal: cell.literal,
    });
  }
  copy.grid.sheetFormat = source.grid.sheetFormat;
  copyMaps(source, copy);
  copy.merges = [...source.merges];
  copy.validations = source.validations.map((one) => ({ ...one, areas: [...one.areas] }));
  copy.conditionalFormats = structuredClone(source.conditionalFormats);
  copy.charts = structuredClone(source.charts).map((chart) => ({
    ...chart,
    id: `{${String(book.nextSerial()).padStart(8, "0")}-00C0-0000-0000-000000000000}`,
  }));
  copy.page = structuredClone(source.page);
  copy.horizontalPageBreaks = [...source.horizontalPageBreaks];
  copy.verticalPageBreaks = [...source.verticalPageBreaks];
  copy.notes = structuredClone(source.notes);
  for (const [key, value] of source.properties) copy.properties.set(key, value);
  Object.assign(copy, {
    tabColor: source.tabColor,
    showGridlines: source.showGridlines,
    showHeadings: source.showHeadings,
    standardWidth: source.standardWidth,
    protection: source.protection,
    frozen: source.frozen,
  });
  for (const table of book.tablesOn(source)) book.tables.push(copyTable(book, table, copy));
  for (const name of book.names.filter((one) => one.sheet === source))
    book.names.push({ ...name, sheet: copy });
  doubleNames(book, source, copy);
  book.touch();
  book.events.emit("Added", ["Workbook"], { worksheetId: copy.id, ...book.eventSource });
  return copy;
}

/** A name of the workbook that leads to the sheet gets a double that leads to the copy and belongs to it. */
function doubleNames(book: Book, source: Sheet, copy: Sheet): void {
  const [from, to] = [quoteSheet(source.name), quoteSheet(copy.name)].map((name) => `${name}!`) as [
    string,
    string,
  ];
  const plain = `${source.name}!`;
  const own = new Set(book.names.filter((one) => one.sheet === copy).map((one) => one.name.toLowerCase()));
  for (const name of book.names.filter((one) => one.sheet === null && !own.has(one.name.toLowerCase()))) {
    const formula = name.formula.split(from).join(to).split(plain).join(to);
    if (formula !== name.formula)
      book.names.push({ ...name, id: String(book.nextSerial()), formula, sheet: copy });
  }
}

function copyMaps(source: Sheet, copy: Sheet): void {
  const pairs = [
    [source.columnWidths, copy.columnWidths],
    [source.rowHeights, copy.rowHeights],
    [source.grid.rowFormats, copy.grid.rowFormats],
    [source.grid.columnFormats, copy.grid.columnFormats],
  ] as const;
  for (const [from, to] of pairs)
    for (const [key, value] of from) (to as Map<number, unknown>).set(key, value);
  for (const column of source.hiddenColumns) copy.hiddenColumns.add(column);
  for (const row of source.hiddenRows) copy.hiddenRows.add(row);
}

/** The table's name gets a number: names of tables are unique in the workbook. */
function copyTable(book: Book, table: TableState, sheet: Sheet): TableState {
  let number = 2;
  const base = table.name.replace(/\d+$/, "");
  while (book.findTable(`${base}${number}`)) number += 1;
  return {
    ...table,
    id: String(book.nextSerial()),
    name: `${base}${number}`,
    sheet,
    columns: table.columns.map((column) => ({ ...column })),
    filter: { area: table.area, criteria: new Map() },
  };
}
