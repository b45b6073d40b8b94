/**
 * The validations that rows added to a table take on. A column whose cells agree has its validation written anew over the
 * old rows and the new: it stays one rule, read and written from the column's first cell. In a column whose cells differ
 * the new rows take on the last cell's rule, unless its formula is relative: Excel does not say to which cell.
 * Formats are copied by Excel itself.
 */
import type { Area, Validation } from "../../book";
import { rangeOf } from "./areas";
import { tableNamed, sheetNamed, type Inventory, type TableEntry } from "./inventory";
import type { Piece } from "./pieces";
import { lastDataRow, type TableShape } from "./table-shapes";
import { isRelative, readValidation } from "./validations";

type Rule = Omit<Validation, "areas">;

interface ColumnRules {
  /** null: none; "mixed": the cells differ. */
  readonly whole: Rule | "mixed" | null;
  readonly last: Rule | null;
}

const QUERY = "type,rule,errorAlert,prompt,ignoreBlanks";

export class LastRowRules {
  private readonly byTable = new Map<string, ColumnRules[]>();

  /** What is to be read for the tables that grow. */
  pieces(inventory: Inventory, tables: readonly string[]): Piece[] {
    return tables.flatMap((name) => {
      const table = tableNamed(inventory, name);
      const sheet = table && sheetNamed(inventory, table.sheet);
      return table && sheet ? [this.piece(sheet.id, table)] : [];
    });
  }

  private piece(sheetId: string, table: TableEntry): Piece {
    const rows = dataRows(table);
    return {
      bytes: table.area.columns * 1_800,
      ask: (workbook) => {
        const sheet = workbook.worksheets.getItem(sheetId);
        const found = table.headers.map((_header, index) => {
          const column = { ...rows, column: table.area.column + index, columns: 1 };
          const last = { ...column, row: lastDataRow(table), rows: 1 };
          return {
            whole: rangeOf(sheet, column).dataValidation.load(QUERY),
            last: rangeOf(sheet, last).dataValidation.load(QUERY),
          };
        });
        return () =>
          this.byTable.set(
            table.name.toLowerCase(),
            found.map((column) => ({ whole: ruleOf(column.whole), last: agreed(ruleOf(column.last)) })),
          );
      },
    };
  }

  /** The validations to be written when `rows` are added below the table. */
  validations(table: TableShape, rows: Area): Validation[] {
    const old = dataRows(table);
    return (this.byTable.get(table.name.toLowerCase()) ?? []).flatMap(({ whole, last }, index) => {
      const column = { column: rows.column + index, columns: 1 };
      if (whole !== "mixed") {
        return whole ? [{ ...whole, areas: [{ ...old, ...column, rows: old.rows + rows.rows }] }] : [];
      }
      return last && !isRelative(last.rule) ? [{ ...last, areas: [{ ...rows, ...column }] }] : [];
    });
  }
}

function dataRows(table: TableShape): Area {
  const head = table.hasHeaderRow ? 1 : 0;
  return { ...table.area, row: table.area.row + head, rows: lastDataRow(table) + 1 - table.area.row - head };
}

function ruleOf(target: Excel.DataValidation): ColumnRules["whole"] {
  const found = readValidation(target);
  return found !== null && found !== "mixed" && "note" in found ? null : found;
}

function agreed(rule: ColumnRules["whole"]): Rule | null {
  return rule === "mixed" ? null : rule;
}
