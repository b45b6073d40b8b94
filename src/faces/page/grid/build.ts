/** A book's sheets as the grid's own snapshot: one value, from which the whole grid is made in one step. */
import type {
  ICellData,
  IObjectMatrixPrimitiveType,
  IWorkbookData,
  IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import type { DesignCell, SheetDesign, Snapshot, TableDesign } from "../../../book";
import { contentOf } from "./contents";
import { lightsOf, type Light } from "./lights";
import { rangeOf } from "./ranges";
import { conditionalRuleOf, ruleOf, type GridConditionalRule, type GridRule } from "./rules";
import { StyleBook } from "./formats";

/** What the view must know of a sheet, besides its cells, to let it follow the book. */
export interface GridSheet {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly tables: readonly TableDesign[];
  readonly rules: readonly GridRule[];
  readonly conditionalRules: readonly GridConditionalRule[];
  readonly lights: readonly Light[];
  /** Places that cells lead to, by row and column: `row,column`. */
  readonly links: ReadonlyMap<string, string>;
}

export interface BuiltGrid {
  readonly data: IWorkbookData;
  readonly sheets: readonly GridSheet[];
}

/** Rows and columns beyond what is used, for a person's own work. */
const SPARE_ROWS = 300;
const SPARE_COLUMNS = 6;
/** Widths of a column in characters, and heights in points, as pixels at 96 dpi. */
const columnPixels = (characters: number) => Math.round(characters * 7 + 5);
const rowPixels = (points: number) => Math.round((points * 4) / 3);

/** The grid's snapshot for the book's sheets; `snapshot` holds a design of each. */
export function buildGrid(snapshot: Snapshot, unitId: string, name: string): BuiltGrid {
  const styles = new StyleBook();
  const sheets: GridSheet[] = [];
  const worksheets: Record<string, Partial<IWorksheetData>> = {};
  snapshot.sheets.forEach((sheet, index) => {
    const design = snapshot.designs.get(sheet.name);
    const id = `${unitId}-${index + 1}`;
    const built = design ?? { name: sheet.name, columns: [], cells: [], visibility: "hidden" as const };
    worksheets[id] = worksheetOf(built, id, styles);
    sheets.push(gridSheet(built, id, sheet.visibility === "visible" && design !== undefined));
  });
  const data: IWorkbookData = {
    id: unitId,
    name,
    appVersion: "0.25.1",
    locale: "viVN" as LocaleType,
    styles: styles.all,
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: worksheets,
    resources: resourcesOf(snapshot, sheets),
  };
  return { data, sheets };
}

function gridSheet(design: SheetDesign, id: string, visible: boolean): GridSheet {
  const links = new Map<string, string>();
  for (const cell of design.cells) if (cell.link) links.set(`${cell.row},${cell.column}`, cell.link);
  const { lights, others } = lightsOf(design.conditionalFormats ?? []);
  return {
    id,
    name: design.name,
    visible,
    tables: design.tables ?? [],
    rules: (design.validations ?? []).map((one, index) => ruleOf(one, `${id}-dv${index}`)),
    conditionalRules: others.map((one, index) => conditionalRuleOf(one, `${id}-cf${index}`)),
    lights,
    links,
  };
}

function resourcesOf(snapshot: Snapshot, sheets: readonly GridSheet[]): { name: string; data: string }[] {
  const bySheet = <T>(of: (sheet: GridSheet) => T) =>
    Object.fromEntries(sheets.map((sheet) => [sheet.id, of(sheet)]));
  const names = snapshot.names.map((name, index) => [
    `name${index}`,
    {
      id: `name${index}`,
      name: name.name,
      formulaOrRefString: name.refersTo,
      localSheetId: sheets.find((sheet) => sheet.name === name.sheet)?.id ?? "AllDefaultWorkbook",
      comment: "",
      hidden: false,
    },
  ]);
  const resource = (key: string, value: unknown) => ({ name: key, data: JSON.stringify(value) });
  return [
    resource(
      "SHEET_TABLE_PLUGIN",
      bySheet((sheet) => ({ tables: sheet.tables.map(tableOf), tableFilteredOutRows: [] })),
    ),
    resource(
      "SHEET_DATA_VALIDATION_PLUGIN",
      bySheet((sheet) => sheet.rules),
    ),
    resource(
      "SHEET_CONDITIONAL_FORMATTING_PLUGIN",
      bySheet((sheet) => sheet.conditionalRules),
    ),
    resource("SHEET_NOTE_PLUGIN", notesOf(snapshot, sheets)),
    resource("SHEET_DEFINED_NAME_PLUGIN", Object.fromEntries(names)),
  ];
}

/** The looks of a table whose cells have formats of their own. */
export const PLAIN_TABLE = "so-mtqg-plain";
const BANDED_TABLE = "table-default-0";

export function tableId(name: string): string {
  return `table-${name}`;
}

function tableOf(table: TableDesign) {
  return {
    id: tableId(table.name),
    name: table.name,
    range: rangeOf(table.area),
    options: {
      showHeader: true,
      showFooter: false,
      tableStyleId: table.style === null ? PLAIN_TABLE : BANDED_TABLE,
    },
    filters: { tableColumnFilterList: [] },
    columns: table.columns.map((column, index) => ({
      id: `${table.name}-${index}`,
      displayName: column.header,
      dataType: "string",
      formula: "",
      meta: {},
      style: {},
    })),
    meta: {},
  };
}

function notesOf(snapshot: Snapshot, sheets: readonly GridSheet[]) {
  const notes: Record<string, Record<number, Record<number, unknown>>> = {};
  for (const sheet of sheets) {
    for (const cell of snapshot.designs.get(sheet.name)?.cells ?? []) {
      if (cell.note === undefined) continue;
      const lines = Math.ceil(cell.note.length / 34) + cell.note.split("\n").length;
      ((notes[sheet.id] ??= {})[cell.row] ??= {})[cell.column] = {
        id: `${sheet.id}-note-${cell.row}-${cell.column}`,
        row: cell.row,
        col: cell.column,
        width: 260,
        height: Math.min(320, Math.max(60, lines * 20)),
        note: cell.note,
        show: false,
      };
    }
  }
  return notes;
}

function worksheetOf(design: SheetDesign, id: string, styles: StyleBook): Partial<IWorksheetData> {
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  let lastRow = 0;
  let lastColumn = design.columns.length - 1;
  for (const cell of design.cells) {
    lastRow = Math.max(lastRow, cell.row);
    lastColumn = Math.max(lastColumn, cell.column);
    (cellData[cell.row] ??= {})[cell.column] = cellOf(cell, styles);
  }
  const freeze = design.freeze;
  return {
    id,
    name: design.name,
    rowCount: lastRow + 1 + SPARE_ROWS,
    columnCount: Math.max(26, lastColumn + 1 + SPARE_COLUMNS),
    cellData,
    mergeData: (design.merges ?? []).map(rangeOf),
    columnData: Object.fromEntries(
      design.columns.flatMap(({ width, hidden }, column) =>
        width === undefined && !hidden
          ? []
          : [
              [
                column,
                { ...(width === undefined ? {} : { w: columnPixels(width) }), ...(hidden ? { hd: 1 } : {}) },
              ],
            ],
      ),
    ),
    rowData: Object.fromEntries(
      [...(design.rowHeights ?? [])].map(([row, height]) => [row, { h: rowPixels(height), ia: 0 }]),
    ),
    defaultColumnWidth: 69,
    defaultRowHeight: 21,
    hidden: (design.visibility ?? "visible") === "visible" ? 0 : 1,
    showGridlines: design.gridlines === false ? 0 : 1,
    zoomRatio: (design.zoom ?? 100) / 100,
    ...(design.tabColour ? { tabColor: `#${design.tabColour}` } : {}),
    ...(freeze
      ? {
          freeze: {
            xSplit: freeze.columns,
            ySplit: freeze.rows,
            startRow: freeze.rows || -1,
            startColumn: freeze.columns || -1,
          },
        }
      : {}),
  };
}

function cellOf(cell: DesignCell, styles: StyleBook): ICellData {
  const style = styles.of(cell.format, cell.link !== undefined);
  return { ...contentOf(cell.content ?? null), ...(style ? { s: style } : {}) };
}
