/** A book's sheets as the grid's own snapshot: one value, from which the whole grid is made in one step. */
import type {
  BorderStyleTypes,
  ICellData,
  IObjectMatrixPrimitiveType,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import {
  isCellError,
  isCellFormula,
  type Area,
  type CellFormat,
  type CellInput,
  type CellValue,
  type ConditionalFormat,
  type DesignCell,
  type SheetDesign,
  type Snapshot,
  type TableDesign,
  type Validation,
} from "../../../book";

/** A rectangle as the grid writes it: 0-based, both ends included. */
export interface GridRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export function rangeOf(area: Area): GridRange {
  return {
    startRow: area.row,
    endRow: area.row + area.rows - 1,
    startColumn: area.column,
    endColumn: area.column + area.columns - 1,
  };
}

export function areaOf(range: GridRange): Area {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

/** The area of a table's data rows: all but the header. */
export function dataOf(table: TableDesign): Area {
  return { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
}

/** A drop-down's or other rule's entry among the grid's resources. */
export interface GridRule {
  readonly uid: string;
  readonly ranges: readonly GridRange[];
  readonly [setting: string]: unknown;
}

export interface GridConditionalRule {
  readonly cfId: string;
  readonly ranges: readonly GridRange[];
  readonly stopIfTrue: boolean;
  readonly rule: unknown;
}

/** What the view must know of a sheet, besides its cells, to let it follow the book. */
export interface GridSheet {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly tables: readonly TableDesign[];
  readonly rules: readonly GridRule[];
  readonly conditionalRules: readonly GridConditionalRule[];
  /** Places that cells lead to, by row and column: `row,column`. */
  readonly links: ReadonlyMap<string, string>;
}

export interface BuiltGrid {
  readonly data: IWorkbookData;
  readonly sheets: readonly GridSheet[];
}

const NUMBER = 2;
const TEXT = 1;
const BOOLEAN = 3;
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
  return {
    id,
    name: design.name,
    visible,
    tables: design.tables ?? [],
    rules: (design.validations ?? []).map((one, index) => ruleOf(one, `${id}-dv${index}`)),
    conditionalRules: (design.conditionalFormats ?? []).map((one, index) =>
      conditionalRuleOf(one, `${id}-cf${index}`),
    ),
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

/** A cell's content as the grid keeps it; empty for an empty cell. */
export function contentOf(content: CellInput): ICellData {
  if (isCellFormula(content)) return { ...valueOf(content.value), f: gridFormula(content.formula) };
  return valueOf(content);
}

function valueOf(value: CellValue): ICellData {
  if (value === null || value === "") return {};
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: isCellError(value) ? value.error : value, t: TEXT };
}

/** Newer functions carry a prefix in files that the grid does not know. */
export function gridFormula(formula: string): string {
  return `=${formula.replace(/_xlfn\.(_xlws\.)?/g, "")}`;
}

const HORIZONTAL = { left: 1, center: 2, right: 3, justify: 4 } as const;
const VERTICAL = { top: 1, center: 2, bottom: 3 } as const;
const LINES = { thin: 1, hair: 2, dotted: 3, double: 7, medium: 8 } as const;
const LINK_COLOUR = "#1A674A";

/** Formats as the grid's styles; the same format is kept once. */
export class StyleBook {
  readonly all: Record<string, IStyleData> = {};
  readonly #names = new Map<string, string>();
  readonly #known = new Map<CellFormat, string>();

  of(format: CellFormat | undefined, link = false): string | null {
    if (!format && !link) return null;
    const known = format && !link ? this.#known.get(format) : undefined;
    if (known) return known;
    const style = {
      ...styleOf(format ?? {}),
      ...(link ? { cl: { rgb: LINK_COLOUR }, ul: { s: 1 as const } } : {}),
    };
    const key = JSON.stringify(style);
    const name = this.#names.get(key) ?? `s${this.#names.size}`;
    this.#names.set(key, name);
    this.all[name] = style as IStyleData;
    if (format && !link) this.#known.set(format, name);
    return name;
  }
}

export function styleOf(format: CellFormat): IStyleData {
  const { font, border } = format;
  const line = (one: { style: keyof typeof LINES; colour?: string } | undefined) =>
    one && { s: LINES[one.style] as number as BorderStyleTypes, cl: { rgb: `#${one.colour ?? "000000"}` } };
  const sides = border
    ? Object.fromEntries(
        (["top", "right", "bottom", "left"] as const).flatMap((side) =>
          border[side] ? [[side[0]!, line(border[side])]] : [],
        ),
      )
    : null;
  const style = {
    ...(font?.name ? { ff: font.name } : {}),
    ...(font?.size ? { fs: font.size } : {}),
    ...(font?.bold ? { bl: 1 } : {}),
    ...(font?.italic ? { it: 1 } : {}),
    ...(font?.underline ? { ul: { s: 1 } } : {}),
    ...(font?.colour ? { cl: { rgb: `#${font.colour}` } } : {}),
    ...(format.fill ? { bg: { rgb: `#${format.fill}` } } : {}),
    ...(sides ? { bd: sides } : {}),
    ...(format.horizontal ? { ht: HORIZONTAL[format.horizontal] } : {}),
    ...(format.vertical ? { vt: VERTICAL[format.vertical] } : {}),
    ...(format.wrap ? { tb: 3 } : {}),
    ...(format.indent ? { pd: { l: format.indent * 9 } } : {}),
    ...(format.numberFormat && format.numberFormat !== "General"
      ? { n: { pattern: format.numberFormat } }
      : {}),
  };
  return style as IStyleData;
}

const ALERTS = { information: 0, stop: 1, warning: 2 } as const;

function ruleOf(validation: Validation, uid: string): GridRule {
  const { rule, alert, prompt } = validation;
  return {
    uid,
    ...ruleKind(rule),
    allowBlank: validation.allowBlank,
    showErrorMessage: alert !== undefined,
    error: alert?.message,
    errorTitle: alert?.title,
    errorStyle: alert ? ALERTS[alert.style] : ALERTS.information,
    showInputMessage: prompt !== undefined,
    prompt: prompt?.message,
    promptTitle: prompt?.title,
    ranges: validation.areas.map(rangeOf),
  };
}

function ruleKind(rule: Validation["rule"]): Record<string, unknown> {
  switch (rule.kind) {
    case "list":
      return { type: "list", formula1: gridFormula(rule.source), showDropDown: true, renderMode: 1 };
    case "options":
      return { type: "list", formula1: rule.options.join(","), showDropDown: true, renderMode: 1 };
    case "custom":
      return { type: "custom", formula1: gridFormula(rule.formula) };
    default:
      return {
        type: rule.kind,
        operator: rule.operator,
        formula1: operand(rule.first),
        ...(rule.second === undefined ? {} : { formula2: operand(rule.second) }),
      };
  }
}

function operand(text: string): string {
  return text !== "" && Number.isFinite(Number(text)) ? String(Number(text)) : gridFormula(text);
}

function conditionalRuleOf(one: ConditionalFormat, cfId: string): GridConditionalRule {
  const style = styleOf(one.format);
  return {
    cfId,
    ranges: one.areas.map(rangeOf),
    stopIfTrue: one.stopIfTrue ?? false,
    rule: { type: "highlightCell", subType: "formula", value: gridFormula(one.formula), style },
  };
}
