/** A worksheet opened for changes: its text, what stands around its cells, and the edits of that. */
import { areasOverlap, cellAddress, movable, moved, type Area } from "../../book";
import { Refused, type Draft } from "./draft";
import { isOn } from "./parts";
import { frameOf, type SheetFrame } from "./rows";
import { insertChild, removal, setAttributes, worksheetOrder } from "./splicing";
import { parseReference, parseSqref, union, writeSqref } from "./sqref";
import { tablesOf } from "./tables";
import type { SheetEntry } from "./workbook-part";
import { child, children, escapeXml, splice, textOf, type TextEdit, type XmlSpan } from "./xml";

export interface OpenSheet extends SheetFrame {
  readonly entry: SheetEntry;
}

/** Opens a sheet whose cells are to be changed; refuses one that is protected. */
export function openSheet(draft: Draft, entry: SheetEntry): OpenSheet {
  const frame = frameOf(draft.package, entry.part);
  if (isOn(child(frame.root, "sheetProtection")?.attributes.sheet)) {
    throw new Refused({ kind: "protectedSheet", sheet: entry.name });
  }
  return { ...frame, entry };
}

/** Writes the sheet with these edits; `used` is where cells were written, if any were. */
export function saveSheet(
  draft: Draft,
  sheet: OpenSheet,
  edits: readonly TextEdit[],
  used: Area | null,
): void {
  const all = [...edits, ...dimensionEdits(sheet, used)];
  if (all.length > 0) draft.set(sheet.part, splice(sheet.text, all));
}

function dimensionEdits({ text, root }: OpenSheet, used: Area | null): TextEdit[] {
  const dimension = child(root, "dimension");
  if (!dimension || !used) return [];
  const present = parseReference(dimension.attributes.ref ?? "");
  const ref = writeSqref([union(present, used)!]);
  return ref === dimension.attributes.ref ? [] : [setAttributes(text, dimension, { ref })];
}

/** The format that a column gives to cells which are not written. */
export function columnStyles({ root }: OpenSheet): (column: number) => number {
  const columns = children(child(root, "cols"), "col").map(({ attributes }) => ({
    first: Number(attributes.min) - 1,
    last: Number(attributes.max) - 1,
    style: Number(attributes.style ?? 0),
  }));
  return (column) => columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
}

/** Refuses where a filter that is on covers an area: nobody sees what is written into the rows that it hides. */
export function refuseFilter(
  draft: Draft,
  { root, entry }: OpenSheet,
  written: Area | readonly Area[],
): void {
  const areas = "row" in written ? [written] : written;
  const tables = tablesOf(draft.package, [entry]).map((place) => place.root);
  for (const holder of [root, ...tables]) {
    const filter = child(holder, "autoFilter");
    const place = parseReference(filter?.attributes.ref ?? "");
    const isOn = children(filter, "filterColumn").some((column) => column.children.length > 0);
    if (isOn && place && areas.some((area) => areasOverlap(place, area)))
      throw new Refused({ kind: "filteredSheet", sheet: entry.name });
  }
}

/** Refuses where `overlaps` names a cell of a merge that is in the way. */
export function refuseMerges({ root, entry }: OpenSheet, overlaps: (merge: Area) => string | null): void {
  for (const { attributes } of children(child(root, "mergeCells"), "mergeCell")) {
    const merge = parseReference(attributes.ref ?? "");
    const cell = merge && overlaps(merge);
    if (cell) throw new Refused({ kind: "mergedCells", sheet: entry.name, cell });
  }
}

/** For `refuseMerges`: the merge's first cell where it overlaps the area. */
export function mergeAt(area: Area): (merge: Area) => string | null {
  return (merge) => (areasOverlap(merge, area) ? cellAddress(merge.row, merge.column) : null);
}

type AreaChange = (areas: readonly Area[]) => Area[];

/**
 * The edits by which drop-downs and conditional formats, the newer kinds too, cover other areas.
 * @param stays tells which of them keep their areas
 */
export function ruleEdits(
  sheet: OpenSheet,
  change: AreaChange,
  stays: (rule: XmlSpan) => boolean = () => false,
): TextEdit[] {
  const { root } = sheet;
  const changeOf = (rule: XmlSpan): AreaChange => (stays(rule) ? (areas) => [...areas] : change);
  const formats = children(root, "conditionalFormatting");
  const validations = child(root, "dataValidations");
  const edits = formats.flatMap((one) => ownAreasEdits(sheet, one, changeOf(one)));
  if (validations) edits.push(...validationEdits(sheet, validations, changeOf));
  for (const ext of children(child(root, "extLst"), "ext"))
    edits.push(...extensionEdits(sheet, ext, changeOf));
  return edits;
}

type ChangeOf = (rule: XmlSpan) => AreaChange;

function validationEdits(sheet: OpenSheet, list: XmlSpan, changeOf: ChangeOf): TextEdit[] {
  const each = list.children.map((one) => ownAreasEdits(sheet, one, changeOf(one)));
  const gone = each.filter((edits) => edits.some(isRemoval)).length;
  if (gone === 0) return each.flat();
  if (gone === list.children.length) return [removal(list)];
  return [setAttributes(sheet.text, list, { count: String(list.children.length - gone) }), ...each.flat()];
}

/** An element whose `sqref` attribute says where it holds. It goes when nothing is left of that. */
function ownAreasEdits(sheet: OpenSheet, span: XmlSpan, change: AreaChange): TextEdit[] {
  const before = parseSqref(span.attributes.sqref ?? "");
  const after = change(before);
  if (writeSqref(before) === writeSqref(after)) return [];
  if (after.length === 0) return [removal(span)];
  return [
    setAttributes(sheet.text, span, { sqref: writeSqref(after) }),
    ...anchorEdits(sheet, span, before, after),
  ];
}

/** Rules that newer programs keep in an extension say where they hold in an `sqref` element. */
function extensionEdits(sheet: OpenSheet, ext: XmlSpan, changeOf: ChangeOf): TextEdit[] {
  return ext.children
    .filter((list) => list.local === "dataValidations" || list.local === "conditionalFormattings")
    .flatMap((list) => {
      const each = list.children.map((one) => {
        const sqref = child(one, "sqref");
        if (!sqref) return [];
        const before = parseSqref(textOf(sheet.text, sqref));
        const after = changeOf(one)(before);
        if (writeSqref(before) === writeSqref(after)) return [];
        if (after.length === 0) return [removal(one)];
        const place = { start: sqref.openEnd, end: sqref.closeStart };
        return [{ ...place, text: writeSqref(after) }, ...anchorEdits(sheet, one, before, after)];
      });
      const gone = each.filter((edits) => edits.some(isRemoval)).length;
      if (gone === list.children.length && gone > 0) return [removal(ext)];
      if (gone === 0 || list.attributes.count === undefined) return each.flat();
      return [
        setAttributes(sheet.text, list, { count: String(list.children.length - gone) }),
        ...each.flat(),
      ];
    });
}

function isRemoval(edit: TextEdit): boolean {
  return edit.text === "";
}

/** A rule's formulas are written as for its first cell: when that moves, they move along. */
function anchorEdits(
  sheet: OpenSheet,
  span: XmlSpan,
  before: readonly Area[],
  after: readonly Area[],
): TextEdit[] {
  const rows = after[0]!.row - before[0]!.row;
  const columns = after[0]!.column - before[0]!.column;
  if (rows === 0 && columns === 0) return [];
  return formulasIn(span).flatMap((formula) => {
    const text = moved(movable(textOf(sheet.text, formula)), rows, columns);
    return text === null ? [] : [{ start: formula.openEnd, end: formula.closeStart, text: escapeXml(text) }];
  });
}

function formulasIn(span: XmlSpan): XmlSpan[] {
  return span.children.flatMap((one) =>
    /^(formula[12]?|f)$/.test(one.local) && one.children.length === 0 ? [one] : formulasIn(one),
  );
}

/** Adds elements in the place that the schema gives them, e.g. `conditionalFormatting`. */
export function insertElements({ root }: OpenSheet, local: string, elements: readonly string[]): TextEdit[] {
  return elements.length === 0 ? [] : [insertChild(root, worksheetOrder, local, elements.join(""))];
}
