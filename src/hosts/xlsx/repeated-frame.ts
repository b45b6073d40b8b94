/** What stands around a sheet's cells, after rows were repeated: areas, links, breaks, views. */
import { areaAfter, areasAfter, sheetRows, type Area, type RowLayout, type RowScope } from "../../book";
import { anchorsWithin } from "./repeated-anchors";
import { countOf, formulaIn, isRemoval, listEdits, sqrefEdits, type RepeatedPart } from "./repeated-parts";
import { extensionEdits, ruleEdits } from "./repeated-rules";
import { prefixOf } from "./rows";
import { insertChild, removal, setAttributes, worksheetOrder } from "./splicing";
import { parseReference, parseSqref, writeSqref } from "./sqref";
import { child, children, splice, type TextEdit, type XmlSpan } from "./xml";

/** The edits of everything in a worksheet's part but its cells. */
export function frameEdits(part: RepeatedPart, root: XmlSpan): TextEdit[] {
  const carried = root.children.flatMap((one) => {
    const handle = handlers[one.local];
    return handle ? handle(part, one) : [];
  });
  return [...carried, ...newBreaks(part, root)];
}

type Handler = (part: RepeatedPart, span: XmlSpan) => TextEdit[];

const handlers: Readonly<Record<string, Handler>> = {
  dimension: (part, span) => wholeAreaEdits(part, span, "ref"),
  sheetViews: (part, span) => children(span, "sheetView").flatMap((view) => viewEdits(part, view)),
  protectedRanges: (part, span) =>
    listEdits(
      span,
      span.children.map((one) => sqrefEdits(part, one)),
    ),
  autoFilter: filterEdits,
  sortState: filterEdits,
  mergeCells: (part, span) => copiedItems(part, span, mergeCopies),
  conditionalFormatting: (part, span) => ruleEdits(part, span),
  dataValidations: (part, span) =>
    listEdits(
      span,
      span.children.map((one) => ruleEdits(part, one)),
      countOf(part),
    ),
  hyperlinks: (part, span) => copiedItems(part, span, linkCopies),
  rowBreaks: breakEdits,
  cellWatches: (part, span) =>
    listEdits(
      span,
      span.children.map((one) => wholeAreaEdits(part, one, "r")),
    ),
  ignoredErrors: (part, span) =>
    listEdits(
      span,
      children(span, "ignoredError").map((one) => sqrefEdits(part, one)),
    ),
  oleObjects: (part, span) => anchorsWithin(part, span),
  controls: (part, span) => anchorsWithin(part, span),
  AlternateContent: (part, span) => anchorsWithin(part, span),
  extLst: (part, span) => children(span, "ext").flatMap((ext) => extensionEdits(part, ext)),
};

/** An attribute that names one area; the element goes with the area. */
export function wholeAreaEdits({ text, layout }: RepeatedPart, span: XmlSpan, name: string): TextEdit[] {
  const area = parseReference(span.attributes[name] ?? "");
  if (!area) return [];
  const after = areaAfter(layout, area);
  if (!after) return [removal(span)];
  const written = writeSqref([after]);
  return written === writeSqref([area]) ? [] : [setAttributes(text, span, { [name]: written })];
}

function filterEdits(part: RepeatedPart, span: XmlSpan): TextEdit[] {
  const own = wholeAreaEdits(part, span, "ref");
  if (own.some(isRemoval)) return own;
  const inner = span.children.filter(({ local }) => local === "sortState" || local === "sortCondition");
  return [...own, ...inner.flatMap((one) => filterEdits(part, one))];
}

function viewEdits(part: RepeatedPart, view: XmlSpan): TextEdit[] {
  const { text, layout } = part;
  const top = parseReference(view.attributes.topLeftCell ?? "A1")?.row ?? 0;
  const edits = cellAttributeEdits(part, view, ["topLeftCell"]);
  for (const pane of children(view, "pane")) {
    const frozen = /^frozen/.test(pane.attributes.state ?? "") ? Number(pane.attributes.ySplit ?? 0) : 0;
    const rows = frozen > 0 ? layout.span(layout.root, top, top + frozen - 1) : null;
    const height = rows ? rows.last - rows.first + 1 : frozen;
    const lower = changedCell(layout, pane.attributes.topLeftCell);
    const changes = {
      ...(height === frozen ? {} : { ySplit: String(height) }),
      ...(lower === null ? {} : { topLeftCell: lower }),
    };
    if (Object.keys(changes).length > 0) edits.push(setAttributes(text, pane, changes));
  }
  for (const selection of children(view, "selection")) {
    const active = changedCell(layout, selection.attributes.activeCell);
    const areas = parseSqref(selection.attributes.sqref ?? "");
    const moves = areas.some((area) => writeSqref(areasAfter(layout, [area])) !== writeSqref([area]));
    if (active === null && !moves) continue;
    const cell = active ?? selection.attributes.activeCell ?? "A1";
    edits.push(setAttributes(text, selection, { activeCell: cell, sqref: cell, activeCellId: null }));
  }
  return edits;
}

/** Where a cell is first found after; null where that is the same place. */
function changedCell(layout: RowLayout, address: string | undefined): string | null {
  const cell = parseReference(address ?? "");
  if (!cell) return null;
  const after =
    layout.span(layout.root, cell.row, cell.row) ?? layout.span(layout.root, cell.row, sheetRows - 1);
  if (!after || after.first === cell.row) return null;
  return writeSqref([{ ...cell, row: after.first }]);
}

function cellAttributeEdits({ text, layout }: RepeatedPart, span: XmlSpan, names: string[]): TextEdit[] {
  const changed = names.flatMap((name) => {
    const after = changedCell(layout, span.attributes[name]);
    return after === null ? [] : [[name, after] as const];
  });
  return changed.length === 0 ? [] : [setAttributes(text, span, Object.fromEntries(changed))];
}

/** A list whose items stand once for each copy. */
function copiedItems(
  part: RepeatedPart,
  list: XmlSpan,
  copies: (part: RepeatedPart, item: XmlSpan) => string[] | null,
): TextEdit[] {
  const { text } = part;
  let left = 0;
  let changed = false;
  const items: string[] = [];
  for (const item of list.children) {
    const own = copies(part, item);
    if (own) changed = true;
    const now = own ?? [text.slice(item.start, item.end)];
    left += now.length;
    items.push(...now);
  }
  if (!changed) return [];
  if (left === 0) return [removal(list)];
  return [...countOf(part)(list, left), { start: list.openEnd, end: list.closeStart, text: items.join("") }];
}

function mergeCopies(part: RepeatedPart, item: XmlSpan): string[] | null {
  return areaCopies(part, item, (area) => area.rows * area.columns > 1);
}

/** An item with a `ref`, once for each copy; null where it stays as it is. */
function areaCopies(
  { text, layout }: RepeatedPart,
  item: XmlSpan,
  keeps: (area: Area) => boolean,
  more: (scope: RowScope) => Record<string, string> = () => ({}),
): string[] | null {
  const area = parseReference(item.attributes.ref ?? "");
  if (!area) return null;
  const xml = text.slice(item.start, item.end);
  const here: XmlSpan = { ...item, start: 0, openEnd: item.openEnd - item.start };
  const written: string[] = [];
  for (const { first, last, scope } of layout.instances(area.row, area.row + area.rows - 1)) {
    const place = { ...area, row: first, rows: last - first + 1 };
    if (!keeps(place)) continue;
    written.push(splice(xml, [setAttributes(xml, here, { ref: writeSqref([place]), ...more(scope) })]));
  }
  return written.length === 1 && written[0] === xml ? null : written;
}

function linkCopies(part: RepeatedPart, item: XmlSpan): string[] | null {
  const { location } = item.attributes;
  return areaCopies(
    part,
    item,
    () => true,
    (scope) => (location === undefined ? {} : { location: formulaIn(part, location, scope) }),
  );
}

/** A break belongs to the row below it, whose 0-based number it bears. */
function breakEdits({ text, layout }: RepeatedPart, list: XmlSpan): TextEdit[] {
  const items = new Map<number, string>();
  let automatic = 0;
  for (const item of children(list, "brk")) {
    const row = Number(item.attributes.id);
    const xml = text.slice(item.start, item.end);
    const here: XmlSpan = { ...item, start: 0, openEnd: item.openEnd - item.start };
    for (const { first } of layout.instances(row, row)) {
      items.set(first, splice(xml, [setAttributes(xml, here, { id: String(first) })]));
      if (item.attributes.man !== "1" && item.attributes.man !== "true") automatic += 1;
    }
  }
  for (const row of layout.pageStarts) if (!items.has(row)) items.set(row, breakXml(row, prefixOf(list)));
  const inner = [...items.keys()].sort((a, b) => a - b).map((row) => items.get(row)!);
  if (inner.join("") === text.slice(list.openEnd, list.closeStart)) return [];
  if (items.size === 0) return [removal(list)];
  const counts = { count: String(items.size), manualBreakCount: String(items.size - automatic) };
  return [
    setAttributes(text, list, counts),
    { start: list.openEnd, end: list.closeStart, text: inner.join("") },
  ];
}

/** Where a sheet had no breaks: those with which copies of a band begin pages. */
function newBreaks({ layout }: RepeatedPart, root: XmlSpan): TextEdit[] {
  const rows = layout.pageStarts;
  if (rows.length === 0 || child(root, "rowBreaks")) return [];
  const items = rows.map((row) => breakXml(row, "")).join("");
  const xml = `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${items}</rowBreaks>`;
  return [insertChild(root, worksheetOrder, "rowBreaks", xml)];
}

function breakXml(row: number, prefix: string): string {
  return `<${prefix}brk id="${row}" max="16383" man="1"/>`;
}
