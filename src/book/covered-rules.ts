/** What stood in cells over which an edit lays columns or a table, rules and formats: its undo lays it bare again. */
import { areasOverlap, type Area } from "./address";
import { uncoveredFormats, type CoveredPlace } from "./covered-formats";
import type { SheetDesign } from "./design";
import type { Operation, Uncovered } from "./edit";
import { sheetRows } from "./formula-references";
import { findSheet, findTable, type Snapshot } from "./snapshot";

type Covering = Extract<Operation, { kind: "addTable" | "addColumns" }>;

/** What the operation's inverse says of what stood in its cells; nothing where it was not read. */
export function uncovering(
  operation: Covering,
  before: Snapshot,
  cells: CoveredPlace | undefined,
): { readonly uncovers?: Uncovered } {
  const place = coveredPlace(operation, before);
  const design = place && designNamed(before, place.sheet);
  if (!design) return {};
  const reaches = ({ areas }: { readonly areas: readonly Area[] }): boolean =>
    areas.some((area) => areasOverlap(area, place.area));
  return {
    uncovers: {
      validations: (design.validations ?? []).filter(reaches),
      conditionalFormats: (design.conditionalFormats ?? []).filter(reaches),
      ...uncoveredFormats(cells, before),
    },
  };
}

function coveredPlace(operation: Covering, before: Snapshot): { sheet: string; area: Area } | null {
  if (operation.kind === "addTable") {
    const sheet = findSheet(before, operation.sheet);
    return sheet ? { sheet: sheet.name, area: operation.table.area } : null;
  }
  const place = findTable(before, operation.table);
  if (!place) return null;
  const { column, columns } = place.table.area;
  // The same edit may have made the table longer: its rows do not matter.
  const area = { row: 0, rows: sheetRows, column: column + columns, columns: operation.columns.length };
  return { sheet: place.sheet.name, area };
}

function designNamed(before: Snapshot, sheet: string): SheetDesign | undefined {
  const wanted = sheet.toLowerCase();
  for (const [name, design] of before.designs) if (name.toLowerCase() === wanted) return design;
  return undefined;
}
