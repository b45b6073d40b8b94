/** Bands of rows laid out again. */
import {
  areaAddress,
  areaAfter,
  cellAddress,
  RowLayout,
  type Area,
  type Operation,
  type RowBand,
} from "../../book";
import { CellChanges, jointFormulas } from "./cell-changes";
import { Refused, type Draft } from "./draft";
import { formulaElementEdits } from "./formula-edits";
import { openSheet, refuseFilter, type OpenSheet } from "./open-sheet";
import { changesOf, worksheetNamed, writeCells } from "./operations-cells";
import { isOfType, parsePart, relationshipsOf } from "./parts";
import { repeatedRows } from "./repeated-cells";
import { repeatDrawings } from "./repeated-drawings";
import { repeatElsewhere } from "./repeated-elsewhere";
import { frameEdits } from "./repeated-frame";
import { formulaIn } from "./repeated-parts";
import { setAttributes } from "./splicing";
import { lastColumn, lastRow, parseReference, writeSqref } from "./sqref";
import { tablesOf } from "./tables";
import { child, splice, type TextEdit, type XmlSpan } from "./xml";

type WriteCells = Extract<Operation, { kind: "writeCells" }>;

/** Repeats rows and writes blocks of cells into what they become, in one go as far as that can be. */
export function repeatRows(
  draft: Draft,
  operation: Extract<Operation, { kind: "repeatRows" }>,
  blocks: readonly WriteCells[],
): void {
  const sheet = openSheet(draft, worksheetNamed(draft, operation.sheet));
  const changes = changesOf(draft, blocks);
  if (operation.bands.length > 0) layOutAgain(draft, sheet, operation.bands, changes);
  if (blocks.length > 0) writeCells(draft, blocks, changes);
}

/** Whether an array would be torn can only be seen of the repeated rows: where there is one, nothing is written yet. */
function writtenAtOnce(sheet: OpenSheet, changes: CellChanges): CellChanges {
  const arrays = [...jointFormulas(sheet)].some(({ shared }) => !shared);
  return arrays ? new CellChanges() : changes;
}

function layOutAgain(draft: Draft, sheet: OpenSheet, bands: readonly RowBand[], changes: CellChanges): void {
  const { entry } = sheet;
  const first = bands[0]!;
  const layout = new RowLayout(bands);
  const below: Area = {
    row: first.first,
    rows: lastRow + 1 - first.first,
    column: 0,
    columns: lastColumn + 1,
  };
  refuseFilter(draft, sheet, below);
  const tables = tableTexts(draft, sheet, layout);
  const pivots = pivotTexts(draft, sheet, layout);
  const { text, data, root } = sheet;
  const edits: TextEdit[] = frameEdits({ text, home: entry.name, layout }, root);
  if (!data.selfClosing) {
    const rows = repeatedRows(sheet, layout, writtenAtOnce(sheet, changes));
    edits.push({ start: data.openEnd, end: data.closeStart, text: rows });
  }
  draft.set(sheet.part, splice(text, edits));
  for (const [part, changed] of [...tables, ...pivots]) draft.set(part, changed);
  repeatDrawings(draft, sheet.part, entry.name, layout);
  repeatElsewhere(draft, entry, layout);
  draft.formulaGone = true;
  draft.changed(entry.name, null);
}

/** Tables move with their rows; repeated rows within one would no longer be what the table says of itself. */
function tableTexts(draft: Draft, { entry }: OpenSheet, layout: RowLayout): [string, string][] {
  return tablesOf(draft.package, [entry]).map(({ name, text, root, area }) => {
    refuseWithin(entry.name, layout, area, "table");
    const part = { text, home: entry.name, layout };
    const rewritten = (formula: string): string => formulaIn(part, formula, layout.root);
    const edits = [...refEdits(text, root, layout), ...formulaElementEdits(text, root, rewritten)];
    return [name, splice(text, edits)];
  });
}

/** Every area that a table's part names lies within the table. */
function refEdits(text: string, span: XmlSpan, layout: RowLayout): TextEdit[] {
  const area = parseReference(span.attributes.ref ?? "");
  const after = area && areaAfter(layout, area);
  const own = after && areaAddress(after) !== span.attributes.ref;
  return [
    ...(own ? [setAttributes(text, span, { ref: areaAddress(after) })] : []),
    ...span.children.flatMap((one) => refEdits(text, one, layout)),
  ];
}

function pivotTexts(draft: Draft, { entry, part }: OpenSheet, layout: RowLayout): [string, string][] {
  return relationshipsOf(draft.package, part).flatMap((one): [string, string][] => {
    if (one.part === null || !isOfType(one, "pivotTable")) return [];
    const { text, root } = parsePart(draft.package, one.part, { maxDepth: 2 });
    const location = child(root, "location");
    const area = parseReference(location?.attributes.ref ?? "");
    if (!location || !area) return [];
    refuseWithin(entry.name, layout, area, "pivotTable");
    const ref = writeSqref([areaAfter(layout, area) ?? area]);
    return [[one.part, splice(text, [setAttributes(text, location, { ref })])]];
  });
}

function refuseWithin(sheet: string, layout: RowLayout, area: Area, thing: "table" | "pivotTable"): void {
  if (!layout.bandOverlaps(area.row, area.row + area.rows - 1)) return;
  const cell = cellAddress(area.row, area.column);
  throw new Refused({ kind: "rowsNotRepeatable", sheet, cell, thing });
}
