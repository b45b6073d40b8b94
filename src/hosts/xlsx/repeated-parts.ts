/** What the edits of a part have in common whose sheet's rows are repeated. */
import { areasAfter, repeatable, repeated, type RowLayout, type RowScope } from "../../book";
import { removal, setAttributes } from "./splicing";
import { parseSqref, writeSqref } from "./sqref";
import type { TextEdit, XmlSpan } from "./xml";

/** A part's text, the sheet that formulas in it belong to, and where its rows go. */
export interface RepeatedPart {
  readonly text: string;
  /** The sheet's name. */
  readonly home: string;
  readonly layout: RowLayout;
}

export function formulaIn({ home, layout }: RepeatedPart, formula: string, scope: RowScope): string {
  const cut = repeatable(formula, home, true);
  return cut ? repeated(cut, layout, scope) : formula;
}

export function isRemoval(edit: TextEdit): boolean {
  return edit.text === "";
}

export type CountEdit = (list: XmlSpan, left: number) => TextEdit[];

export function countOf({ text }: RepeatedPart): CountEdit {
  return (list, left) =>
    list.attributes.count === undefined ? [] : [setAttributes(text, list, { count: String(left) })];
}

/** The edits of a list's items; the list goes with its last item. */
export function listEdits(
  list: XmlSpan,
  each: readonly TextEdit[][],
  count: CountEdit = () => [],
): TextEdit[] {
  const gone = each.filter((edits) => edits.some(isRemoval)).length;
  if (gone > 0 && gone === list.children.length) return [removal(list)];
  return [...(gone > 0 ? count(list, list.children.length - gone) : []), ...each.flat()];
}

export function sqrefEdits({ text, layout }: RepeatedPart, span: XmlSpan): TextEdit[] {
  const before = parseSqref(span.attributes.sqref ?? "");
  const after = areasAfter(layout, before);
  if (writeSqref(before) === writeSqref(after)) return [];
  return after.length === 0 ? [removal(span)] : [setAttributes(text, span, { sqref: writeSqref(after) })];
}
