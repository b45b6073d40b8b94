/** Where things come to stand that are anchored to rows which are repeated. */
import type { RepeatedPart } from "./repeated-parts";
import { textEdits } from "./splicing";
import { child, textOf, type TextEdit, type XmlSpan } from "./xml";

/** The corners of everything that is anchored to rows somewhere below. */
export function anchorsWithin(part: RepeatedPart, span: XmlSpan): TextEdit[] {
  const [from, to] = [child(span, "from"), child(span, "to")];
  if (!from) return span.children.flatMap((one) => anchorsWithin(part, one));
  const [top, bottom] = [child(from, "row"), child(to, "row")];
  if (!top) return [];
  const place = anchorPlace(part, top, bottom)[0];
  return place ? cornerEdits(part, top, bottom, place.first, place.last) : [];
}

/** Where a thing comes to stand whose corners are in these rows, once for each copy. */
export function anchorPlace(
  { text, layout }: RepeatedPart,
  top: XmlSpan,
  bottom: XmlSpan | undefined,
): { readonly first: number; readonly last: number }[] {
  const first = Number(textOf(text, top));
  const last = bottom ? Number(textOf(text, bottom)) : first;
  return [...layout.instances(first, Math.max(first, last))];
}

export function cornerEdits(
  { text }: RepeatedPart,
  top: XmlSpan,
  bottom: XmlSpan | undefined,
  first: number,
  last: number,
): TextEdit[] {
  return [
    ...textEdits(top, textOf(text, top), String(first)),
    ...(bottom ? textEdits(bottom, textOf(text, bottom), String(last)) : []),
  ];
}
