/** Formats of empty cells over which an edit lays rows, columns or a table: its undo gives them back. */
import type { Area } from "./address";
import type { FormattedCell, Operation, UncoveredFormats } from "./edit";
import { sheetOf } from "./made-sheets";
import { findSheet, type Snapshot } from "./snapshot";

export interface CoveredPlace {
  readonly sheet: string;
  readonly area: Area;
}

/** A table with the sheet that it stands on. */
interface PlacedTable extends CoveredPlace {
  readonly name: string;
}

/**
 * The cells that an edit covers, by the operation that does. Tables grow from one operation to the next; on sheets that are
 * made, replaced or laid out again nothing is told, since one inverse stands for all that is done there.
 */
export function coveredPlaces(
  operations: readonly Operation[],
  tables: readonly PlacedTable[],
): ReadonlyMap<Operation, CoveredPlace> {
  const places = new Map<Operation, CoveredPlace>();
  const known = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
  const whole = new Set(operations.filter(isOfWholeSheet).map((one) => sheetOf(one)!.toLowerCase()));
  for (const operation of operations) {
    const covered = coveredBy(operation, known);
    if (!covered || whole.has(covered.sheet.toLowerCase())) continue;
    places.set(operation, { sheet: covered.sheet, area: covered.area });
    known.set(covered.table.name.toLowerCase(), covered.table);
  }
  return places;
}

function isOfWholeSheet({ kind }: Operation): boolean {
  return (
    kind === "createSheet" ||
    kind === "rewriteSheet" ||
    kind === "deleteSheet" ||
    kind === "copySheet" ||
    kind === "repeatRows"
  );
}

/** The cells, and the table as it stands in them afterwards. */
function coveredBy(
  operation: Operation,
  known: ReadonlyMap<string, PlacedTable>,
): (CoveredPlace & { readonly table: PlacedTable }) | null {
  if (operation.kind === "addTable") {
    const { sheet, table } = operation;
    return { sheet, area: table.area, table: { name: table.name, sheet, area: table.area } };
  }
  if (operation.kind !== "appendRows" && operation.kind !== "addColumns") return null;
  const table = known.get(operation.table.toLowerCase());
  if (!table) return null;
  const { sheet, area } = table;
  if (operation.kind === "appendRows") {
    const rows = operation.rows.length;
    const grown = { ...table, area: { ...area, rows: area.rows + rows } };
    return { sheet, area: { ...area, row: area.row + area.rows, rows }, table: grown };
  }
  const columns = operation.columns.length;
  const grown = { ...table, area: { ...area, columns: area.columns + columns } };
  return { sheet, area: { ...area, column: area.column + area.columns, columns }, table: grown };
}

export function placedTables(snapshot: Snapshot): PlacedTable[] {
  return snapshot.sheets.flatMap((sheet) =>
    sheet.tables.map(({ name, area }) => ({ name, sheet: sheet.name, area })),
  );
}

/** The formats that cells of the place have, where they were read and there are any. */
export function uncoveredFormats(place: CoveredPlace | undefined, before: Snapshot): UncoveredFormats {
  const formatAt = place && findSheet(before, place.sheet)?.coveredFormat;
  if (!formatAt) return {};
  const { row: top, column: left, rows, columns } = place.area;
  const formats: FormattedCell[] = [];
  for (let row = top; row < top + rows; row += 1) {
    for (let column = left; column < left + columns; column += 1) {
      const format = formatAt(row, column);
      if (format) formats.push({ row, column, format });
    }
  }
  return formats.length > 0 ? { formats } : {};
}
