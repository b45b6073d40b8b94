/** What new columns and tables bring to a sheet that exists: formats, drop-downs, links, and the table itself. */
import { areasOverlap, type Area, type DesignCell, type SheetDesign } from "../../book";
import { CellChanges } from "./cell-changes";
import type { Draft } from "./draft";
import { differentialEdits } from "./graft";
import { insertElements, type OpenSheet } from "./open-sheet";
import { appendTo, removal, setAttributes } from "./splicing";
import { parseReference } from "./sqref";
import { child, children, parseSpans, splice, type TextEdit, type XmlSpan } from "./xml";

/** Cells of a design as changes of a sheet; a cell without a format keeps the one that its place has. */
export function changesOfCells(draft: Draft, cells: readonly DesignCell[]): CellChanges {
  const changes = new CellChanges();
  for (const { row, column, content, format } of cells) {
    const style = format ? { style: draft.formatOf(format) } : {};
    changes.set(row, column, { content: content ?? null, ...style });
  }
  return changes;
}

/** The edits that bring the rules and links of a design, made as a sheet of its own, to a sheet that exists. */
export function furnishingEdits(draft: Draft, sheet: OpenSheet, design: SheetDesign): TextEdit[] {
  const made = draft.fresh.package.text(draft.fresh.partOf(design));
  const text = withOwnNumbers(draft, sheet, made);
  const root = parseSpans(text);
  const rawOf = (spans: readonly XmlSpan[]): string[] => spans.map((one) => text.slice(one.start, one.end));
  return [
    ...insertElements(sheet, "conditionalFormatting", rawOf(children(root, "conditionalFormatting"))),
    ...joined(sheet, "dataValidations", rawOf(child(root, "dataValidations")?.children ?? []), true),
    ...joined(sheet, "hyperlinks", rawOf(child(root, "hyperlinks")?.children ?? []), false),
  ];
}

/** The rules come after those that the sheet has, and name formats by the workbook's numbers. */
function withOwnNumbers(draft: Draft, sheet: OpenSheet, made: string): string {
  const formatted = splice(made, differentialEdits(draft, made, parseSpans(made)));
  const before = lastPriority(sheet.root);
  return formatted.replace(/(<cfRule\b[^>]*\bpriority=")(\d+)"/g, (_all, head: string, priority: string) => {
    return `${head}${before + Number(priority)}"`;
  });
}

function lastPriority(span: XmlSpan): number {
  const own = span.local === "cfRule" ? Number(span.attributes.priority ?? 0) : 0;
  return Math.max(own, ...span.children.map(lastPriority));
}

/** Adds items to a list of the sheet, which is made where it is missing. */
function joined(sheet: OpenSheet, local: string, items: readonly string[], counted: boolean): TextEdit[] {
  if (items.length === 0) return [];
  const { text, root } = sheet;
  const list = child(root, local);
  const count = String((list?.children.length ?? 0) + items.length);
  if (list) return appendTo(text, root, list, items, counted ? { count } : {});
  const attributes = counted ? ` count="${count}"` : "";
  return insertElements(sheet, local, [`<${local}${attributes}>${items.join("")}</${local}>`]);
}

/** The edits that take the links off an area. */
export function unlinkingEdits({ root }: OpenSheet, area: Area): TextEdit[] {
  const list = child(root, "hyperlinks");
  const gone = (list?.children ?? []).filter(({ attributes }) => {
    const place = parseReference(attributes.ref ?? "");
    return place !== null && areasOverlap(place, area);
  });
  if (!list || gone.length === 0) return [];
  return gone.length === list.children.length ? [removal(list)] : gone.map(removal);
}

/** The edits that list one table more, or one less, among the sheet's. */
export function tableListEdits(sheet: OpenSheet, added: string | null, removed: string | null): TextEdit[] {
  if (added !== null) return joined(sheet, "tableParts", [`<tablePart ${added}/>`], true);
  const list = child(sheet.root, "tableParts");
  const gone = list?.children.find((one) => Object.values(one.attributes).includes(removed!));
  if (!list || !gone) throw new Error("a table that its sheet does not list");
  if (list.children.length === 1) return [removal(list)];
  return [setAttributes(sheet.text, list, { count: String(list.children.length - 1) }), removal(gone)];
}
