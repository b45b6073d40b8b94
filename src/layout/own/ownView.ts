/**
 * Sheets of the staff's own as one of our tables. A row of the view is a line of a sheet, or of a wide sheet one block of
 * a line; several sheets of one table (a list per village) are one view, so that a household on two of them is found.
 */
import { cellAddress, findSheet, type CellValue, type Snapshot } from "../../book";
import type { MoneyUnit } from "../../domain";
import { cellsOfColumns, type OwnRows, type TableView } from "../reading";
import { requireTable } from "../sheets";
import type { ColumnSpec } from "../spec";
import {
  cellMeaning,
  isContentField,
  planCode,
  projectOfContent,
  understands,
  type OwnLists,
} from "./cellMeaning";
import { findLines, saysSomething } from "./lines";
import type { OwnColumn, OwnMapping } from "./model";
import {
  addLines,
  anchorColumn,
  describePart,
  headerCell,
  isAmountOrMark,
  WIDEST,
  type Line,
  type PartData,
} from "./ownParts";

const PROJECT = "Mã dự án";
const WORK_CODE = "Mã công trình";
const WORK_NAME = "Tên công trình";

export function ownView(
  snapshot: Snapshot,
  mappings: readonly OwnMapping[],
  lists: OwnLists,
): TableView | null {
  const spec = requireTable(mappings[0]!.table);
  const parts: PartData[] = [];
  const lines: Line[] = [];
  for (const mapping of mappings) {
    const sheet = findSheet(snapshot, mapping.sheet);
    if (!sheet) continue;
    const found = findLines(sheet, mapping, lists.programme);
    const part = describePart(mapping, sheet, found.said);
    parts.push(part);
    found.rows.forEach((row, index) => addLines(lines, part, row, found.said[index]!));
  }
  if (parts.length === 0) return null;
  return new OwnView(spec.columns, lines, parts, lists).view(spec.name);
}

class OwnView {
  private readonly columns = new Map<string, readonly CellValue[]>();
  private readonly specs: ReadonlyMap<string, ColumnSpec>;

  constructor(
    columns: readonly ColumnSpec[],
    private readonly lines: readonly Line[],
    private readonly parts: readonly PartData[],
    private readonly lists: OwnLists,
  ) {
    this.specs = new Map(columns.map((column) => [column.header, column]));
  }

  view(table: string): TableView {
    const { lines, parts } = this;
    const headers = [...this.specs.keys()].filter((header) => this.has(header));
    const own: OwnRows = {
      parts,
      partOf: (row) => lines[row]!.part,
      sheetRow: (row) => lines[row]!.row,
      columnOf: (row, header) => this.cellColumn(lines[row]!, header)?.column ?? -1,
      has: (header) => this.has(header),
      lacks: (row, header) => !this.gives(lines[row]!.part, header),
      unitOf: (row, header) => this.unitOf(lines[row]!, header),
      label: (row, header) => this.cellColumn(lines[row]!, header)?.header ?? header,
      headerCell: (part, header) => headerCell(part.mapping, header),
      written: (row, header) => this.written(lines[row]!, header),
      isPending: (row, header) => this.isPending(lines[row]!, header),
    };
    const anchor = (line: Line): number => anchorColumn(line.part.mapping);
    return {
      spec: requireTable(table),
      sheet: parts[0]!.sheet,
      headerRow: parts[0]!.mapping.headerRows.at(-1)!,
      firstRow: 0,
      rowCount: lines.length,
      headers,
      sheetColumn: (header) =>
        parts.map((part) => headerCell(part.mapping, header)?.column ?? -1).find((at) => at >= 0) ?? -1,
      column: (header) => this.column(header),
      cells: () => cellsOfColumns(headers, lines.length, (header) => this.column(header)),
      isBlank: () => false,
      address: (row, header) => {
        const line = lines[row]!;
        const column = this.cellColumn(line, header)?.column ?? -1;
        return this.has(header) ? cellAddress(line.row, column < 0 ? anchor(line) : column) : null;
      },
      own,
    };
  }

  private has(header: string): boolean {
    return this.parts.some((part) => this.gives(part, header));
  }

  /** A project that nobody names is inferred from the content, a work's code from its name. */
  private gives(part: PartData, header: string): boolean {
    if (part.fields.has(header)) return true;
    if (header === WORK_CODE) return part.fields.has(WORK_NAME);
    return header === PROJECT && [...part.fields].some(isContentField);
  }

  /** The column whose cell of this line is the field's: its block's, or of several the filled one. */
  private cellColumn(line: Line, header: string): OwnColumn | undefined {
    const columns = line.part.columnsOf.get(header);
    if (!columns) return undefined;
    const [only] = columns;
    if (columns.length === 1 && (only!.block === null || only!.block === line.block)) return only;
    const own = columns.filter((column) => column.block === null || column.block === line.block);
    const filled = own.find((column) => saysSomething(this.cell(line, column)));
    return filled ?? own[0] ?? (line.isBare ? columns[0] : undefined);
  }

  private cell(line: Line, column: OwnColumn): CellValue {
    const value = line.part.sheet.values[line.row]?.[column.column] ?? null;
    if (value !== null || line.part.mergedInto.size === 0) return value;
    const from = line.part.mergedInto.get(line.row * WIDEST + column.column);
    if (from === undefined) return null;
    return line.part.sheet.values[Math.floor(from / WIDEST)]?.[from % WIDEST] ?? null;
  }

  private written(line: Line, header: string): CellValue {
    const column = this.cellColumn(line, header);
    if (!column || column.says[header] !== undefined) return null;
    return this.cell(line, column);
  }

  private column(header: string): readonly CellValue[] {
    let cells = this.columns.get(header);
    if (!cells) {
      cells = this.readColumn(header);
      this.columns.set(header, cells);
    }
    return cells;
  }

  private readColumn(header: string): readonly CellValue[] {
    if (!this.has(header)) return new Array<CellValue>(this.lines.length).fill(null);
    const known = new Map<CellValue, CellValue>();
    const isContent = isContentField(header);
    const projects = isContent && header === "Nội dung" ? this.column(PROJECT) : null;
    return this.lines.map((line, row) => {
      const raw = this.rawValue(line, header);
      if (raw === null && !line.part.columnsOf.has(header)) {
        if (header === PROJECT) return this.inferredProject(line);
        // A work without a code is known by its name.
        if (header === WORK_CODE) return this.rawValue(line, WORK_NAME);
      }
      if (!understands(header) || raw === null) return raw;
      if (projects) {
        const project = projects[row];
        return cellMeaning(header, raw, this.lists, {
          project: typeof project === "string" ? project : null,
        });
      }
      let meant = known.get(raw);
      if (meant === undefined) {
        meant = cellMeaning(header, raw, this.lists, { project: null });
        known.set(raw, meant);
      }
      return meant;
    });
  }

  /** The cell's value, or what a mark, block, heading or constant says. */
  private rawValue(line: Line, header: string): CellValue {
    const { part } = line;
    const columns = part.columnsOf.get(header);
    if (columns) {
      const column = this.cellColumn(line, header);
      if (column && (column.block === null || column.block === line.block)) {
        const cell = this.cell(line, column);
        const said = column.says[header];
        if (said !== undefined) {
          if (isAmountOrMark(cell)) return said;
        } else if (saysSomething(cell)) return cell;
      }
    }
    const said = part.mapping.blocks[line.block]?.[header] ?? line.said[header] ?? part.constants[header];
    if (said === undefined) return null;
    return header === PROJECT ? planCode(said, this.lists) : said;
  }

  private inferredProject(line: Line): CellValue {
    for (const content of ["Nội dung hỗ trợ", "Nội dung"]) {
      if (!this.specs.has(content)) continue;
      const meant = cellMeaning(content, this.rawValue(line, content), this.lists, { project: null });
      const project = projectOfContent(meant, this.lists, content === "Nội dung hỗ trợ");
      if (project !== null) return project;
    }
    return null;
  }

  private unitOf(line: Line, header: string): MoneyUnit {
    return this.cellColumn(line, header)?.unit ?? line.part.mapping.unit;
  }

  /** Not empty, but not known either: a formula without a value, what a bare wide line would say, an inferred project. */
  private isPending(line: Line, header: string): boolean {
    const column = this.cellColumn(line, header);
    if (column && line.part.pending.has(`${line.row} ${column.column}`)) return true;
    if (
      line.isBare &&
      line.part.mapping.blocks.some(
        (said, block) => said[header] !== undefined || ofBlock(line, header, block),
      )
    )
      return true;
    return (header === PROJECT || header === WORK_CODE) && !column;
  }
}

function ofBlock(line: Line, header: string, block: number): boolean {
  return line.part.mapping.columns.some((column) => column.block === block && column.field === header);
}
