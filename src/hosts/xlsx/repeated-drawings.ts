/** Pictures, charts and notes of a sheet whose rows are repeated. */
import type { RowLayout } from "../../book";
import type { Draft } from "./draft";
import { isOfType, parsePart, relationshipsOf } from "./parts";
import { anchorPlace, cornerEdits } from "./repeated-anchors";
import type { RepeatedPart } from "./repeated-parts";
import { removal, setAttributes } from "./splicing";
import { parseReference, writeSqref } from "./sqref";
import { child, splice, textOf, type TextEdit, type XmlSpan } from "./xml";

/** Moves what is drawn on a sheet, and copies what stands on rows that are copied. */
export function repeatDrawings(draft: Draft, sheetPart: string, home: string, layout: RowLayout): void {
  const relationships = relationshipsOf(draft.package, sheetPart).filter(
    ({ part }) => part !== null && draft.package.has(part),
  );
  const partsOf = (kind: string): string[] =>
    relationships.flatMap((one) => (isOfType(one, kind) ? [one.part!] : []));
  for (const name of partsOf("drawing")) {
    const { text, root } = parsePart(draft.package, name);
    const changed = splice(text, drawingEdits({ text, home, layout }, root));
    if (changed !== text) draft.set(name, changed);
  }
  // A conversation has one place: where the rows first stand.
  const once = relationships.some(({ type }) => /\/threadedComment$/i.test(type));
  for (const name of [...partsOf("comments"), ...partsOf("threadedComment")]) {
    const { text, root } = parsePart(draft.package, name);
    const changed = splice(text, noteEdits(text, root, layout, once));
    if (changed !== text) draft.set(name, changed);
  }
  for (const name of partsOf("vmlDrawing")) {
    const text = draft.package.text(name);
    const changed = repeatedShapes(text, layout, once);
    if (changed !== text) draft.set(name, changed);
  }
}

function drawingEdits(part: RepeatedPart, root: XmlSpan): TextEdit[] {
  const ids = [...part.text.matchAll(/<(?:[\w.-]+:)?cNvPr\b[^>]*?\sid\s*=\s*["'](\d+)["']/g)].map(([, id]) =>
    Number(id),
  );
  const next = { id: Math.max(0, ...ids) + 1 };
  return root.children.flatMap((anchor) => anchorEdits(part, anchor, next));
}

/** A chart keeps to one place, the first: a copy of it would show the same cells. */
function anchorEdits(part: RepeatedPart, anchor: XmlSpan, next: { id: number }): TextEdit[] {
  const [from, to] = [child(anchor, "from"), child(anchor, "to")];
  const top = child(from, "row");
  if (!top || anchor.attributes.editAs === "absolute") return [];
  const bottom = child(to, "row");
  const height = bottom ? Number(textOf(part.text, bottom)) - Number(textOf(part.text, top)) : 0;
  const fixedSize = anchor.attributes.editAs === "oneCell";
  const all = anchorPlace(part, top, fixedSize ? undefined : bottom);
  if (all.length === 0) return [removal(anchor)];
  const places = holdsFrame(anchor) ? all.slice(0, 1) : all;
  const { start } = anchor;
  const xml = part.text.slice(start, anchor.end);
  const copies = places.map(({ first, last }, copy) => {
    const edits = cornerEdits(part, top, bottom, first, fixedSize ? first + height : last);
    const here = splice(
      xml,
      edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
    );
    return copy === 0 ? here : withFreshIds(here, next);
  });
  const written = copies.join("");
  return written === xml ? [] : [{ start, end: anchor.end, text: written }];
}

function holdsFrame(span: XmlSpan): boolean {
  return span.children.some((one) => one.local === "graphicFrame" || holdsFrame(one));
}

/** Things drawn are told apart by their numbers, and by an id that programs give them. */
function withFreshIds(xml: string, next: { id: number }): string {
  return xml
    .replace(
      /(<(?:[\w.-]+:)?cNvPr\b[^>]*?\sid\s*=\s*["'])\d+(?=["'])/g,
      (_all, before: string) => `${before}${next.id++}`,
    )
    .replace(/<(\w+:)?ext\b[^>]*uri="\{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236\}"[^>]*>[\s\S]*?<\/\1?ext>/g, "")
    .replace(/<(\w+:)?extLst>\s*<\/\1?extLst>/g, "");
}

function noteEdits(text: string, root: XmlSpan, layout: RowLayout, once: boolean): TextEdit[] {
  const list = child(root, "commentList") ?? root;
  const items = list.children.map((note) => {
    const xml = text.slice(note.start, note.end);
    const cell = parseReference(note.attributes.ref ?? "");
    if (!cell) return xml;
    const here: XmlSpan = { ...note, start: 0, openEnd: note.openEnd - note.start };
    return placesOf(layout, cell.row, once)
      .map((row, copy) => {
        const own = { ref: writeSqref([{ ...cell, row }]) };
        const written = splice(xml, [setAttributes(xml, here, own)]);
        return copy === 0 ? written : written.replace(/\s(?:\w+:)?uid="[^"]*"/, "");
      })
      .join("");
  });
  const inner = items.join("");
  return inner === text.slice(list.openEnd, list.closeStart).trim()
    ? []
    : [{ start: list.openEnd, end: list.closeStart, text: inner }];
}

function placesOf(layout: RowLayout, row: number, once: boolean): number[] {
  const rows = [...layout.instances(row, row)].map(({ first }) => first);
  return once ? rows.slice(0, 1) : rows;
}

const shapePattern = /<v:shape [\s\S]*?<\/v:shape>/g;

/** The boxes of notes, and buttons: these drawings are no strict XML in every file and are changed as plain text. */
function repeatedShapes(text: string, layout: RowLayout, once: boolean): string {
  const used = [...text.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  let next = Math.max(1024, ...used);
  return text.replace(shapePattern, (shape) => {
    const isNote = /ObjectType=["']Note["']/.test(shape);
    const anchor = /<x:Anchor>([\d\s,-]*)<\/x:Anchor>/.exec(shape)?.[1]?.split(",").map(Number) ?? [];
    const row = Number(/<x:Row>(\d+)<\/x:Row>/.exec(shape)?.[1] ?? anchor[2] ?? NaN);
    if (!Number.isInteger(row)) return shape;
    return placesOf(layout, row, once || !isNote)
      .map((target, copy) => {
        const by = target - row;
        const there = shape
          .replace(/<x:Row>\d+<\/x:Row>/, `<x:Row>${target}</x:Row>`)
          .replace(/<x:Anchor>[\d\s,-]*<\/x:Anchor>/, () => anchorText(anchor, by));
        return copy === 0 ? there : there.replace(/\bid="_x0000_s\d+"/, () => `id="_x0000_s${++next}"`);
      })
      .join("");
  });
}

/** Left column, offset, top row, offset, right column, offset, bottom row, offset. */
function anchorText(anchor: readonly number[], by: number): string {
  const moved = anchor.map((number, i) => (i === 2 || i === 6 ? Math.max(0, number + by) : number));
  return `<x:Anchor>${moved.join(", ")}</x:Anchor>`;
}
