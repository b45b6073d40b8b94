/** Notes that new columns and tables bring to a sheet that exists, and that go with them. */
import type { Area, SheetDesign } from "../../book";
import type { Draft } from "./draft";
import { copyPart } from "./graft";
import { insertElements, type OpenSheet } from "./open-sheet";
import { parsePart, relationshipsOf, type Relationship } from "./parts";
import { freeRelationshipId, withRelationships } from "./relations";
import { appendTo, removal } from "./splicing";
import { contains, parseReference } from "./sqref";
import { relationshipIdAttribute } from "./workbook-part";
import { child, children, parseSpans, splice, type TextEdit, type XmlSpan } from "./xml";

/** Brings the notes of a design to a sheet; gives the edits of the sheet's own text. */
export function noteEdits(draft: Draft, sheet: OpenSheet, design: SheetDesign): TextEdit[] {
  const made = relationshipsOf(draft.fresh.package, draft.fresh.partOf(design));
  const source = { comments: partOfKind(made, "comments"), shapes: partOfKind(made, "vmlDrawing") };
  if (source.comments === null || source.shapes === null) return [];
  const present = relationshipsOf(draft.package, sheet.part);
  const comments = partOfKind(present, "comments");
  const shapes = partOfKind(present, "vmlDrawing");
  if (comments !== null && shapes !== null) {
    const text = draft.fresh.package.text(source.comments);
    draft.set(comments, withComments(draft, comments, text));
    draft.set(shapes, withShapes(draft.package.text(shapes), draft.fresh.package.text(source.shapes)));
    return [];
  }
  const first = freeRelationshipId(present.map(({ id }) => id));
  const second = freeRelationshipId([...present.map(({ id }) => id), first]);
  const kinds = new Map(made.map(({ part, type }) => [part, type]));
  const added = [
    { id: first, type: kinds.get(source.shapes)!, part: copyPart(draft, source.shapes, sheet.part) },
    { id: second, type: kinds.get(source.comments)!, part: copyPart(draft, source.comments, sheet.part) },
  ];
  draft.become(withRelationships(draft.package, sheet.part, added));
  const element = `<legacyDrawing ${relationshipIdAttribute(sheet.root, first)}/>`;
  return insertElements(sheet, "legacyDrawing", [element]);
}

/** Takes the notes of an area away. */
export function dropNotes(draft: Draft, sheet: OpenSheet, area: Area): void {
  const present = relationshipsOf(draft.package, sheet.part);
  const comments = partOfKind(present, "comments");
  const shapes = partOfKind(present, "vmlDrawing");
  if (comments === null) return;
  const { text, root } = parsePart(draft.package, comments);
  const gone = children(child(root, "commentList"), "comment").filter(({ attributes }) => {
    const place = parseReference(attributes.ref ?? "");
    return place !== null && contains(area, place.row, place.column);
  });
  if (gone.length === 0) return;
  draft.set(comments, splice(text, gone.map(removal)));
  if (shapes !== null) draft.set(shapes, withoutShapes(draft.package.text(shapes), area));
}

function partOfKind(relationships: readonly Relationship[], kind: string): string | null {
  return relationships.find(({ type }) => type.endsWith(`/${kind}`))?.part ?? null;
}

function withComments(draft: Draft, part: string, added: string): string {
  const { text, root } = parsePart(draft.package, part);
  const authors = child(root, "authors")!;
  const list = child(root, "commentList")!;
  const author = String(authors.children.length);
  const items = children(child(parseSpans(added), "commentList"), "comment").map((comment: XmlSpan) =>
    added.slice(comment.start, comment.end).replace(/\bauthorId="\d+"/, `authorId="${author}"`),
  );
  return splice(text, [
    ...appendTo(text, root, authors, ["<author></author>"]),
    ...appendTo(text, root, list, items),
  ]);
}

const shapePattern = /<v:shape [\s\S]*?<\/v:shape>/g;

/** Drawings of notes are no strict XML in every file: they are changed as plain text. */
function withShapes(text: string, added: string): string {
  const used = [...text.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  let next = Math.max(1024, ...used);
  const shapes = (added.match(shapePattern) ?? []).map((shape) =>
    shape.replace(/\bid="_x0000_s\d+"/, () => `id="_x0000_s${++next}"`),
  );
  const type = /<v:shapetype [\s\S]*?<\/v:shapetype>/.exec(added)?.[0] ?? "";
  const known = /id=["']_x0000_t202["']/.test(text);
  const end = text.lastIndexOf("</xml>");
  return text.slice(0, end) + (known ? "" : type) + shapes.join("") + text.slice(end);
}

function withoutShapes(text: string, area: Area): string {
  return text.replace(shapePattern, (shape) => {
    const row = /<x:Row>(\d+)<\/x:Row>/.exec(shape)?.[1];
    const column = /<x:Column>(\d+)<\/x:Column>/.exec(shape)?.[1];
    const inside = row !== undefined && column !== undefined && contains(area, Number(row), Number(column));
    return inside ? "" : shape;
  });
}
