/** Changes of how parts hang together: content types, relationships, free names for new parts. */
import type { ZipPackage } from "./package";
import { contentTypesPart, linkedParts, parsePart, relationshipsPart, resolveTarget } from "./parts";
import { appendTo, removal } from "./splicing";
import { children, escapeAttribute, splice, type TextEdit } from "./xml";

const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
export const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface NewRelationship {
  readonly id: string;
  readonly type: string;
  /** The part it leads to, by its full name. */
  readonly part: string;
}

/** A package whose content types name these parts, and no longer those that are taken away. */
export function withContentTypes(
  pkg: ZipPackage,
  added: readonly { readonly part: string; readonly type: string }[],
  removed: readonly string[] = [],
): ZipPackage {
  if (added.length === 0 && removed.length === 0) return pkg;
  const { text, root } = parsePart(pkg, contentTypesPart);
  const gone = new Set(removed.map((part) => `/${part}`.toLowerCase()));
  const edits: TextEdit[] = children(root, "Override")
    .filter(({ attributes }) => gone.has((attributes.PartName ?? "").toLowerCase()))
    .map(removal);
  const items = added.map(
    ({ part, type }) =>
      `<Override PartName="/${escapeAttribute(part)}" ContentType="${escapeAttribute(type)}"/>`,
  );
  if (items.length > 0) edits.push(...appendTo(text, root, root, items));
  return edits.length === 0 ? pkg : pkg.with(new Map([[contentTypesPart, splice(text, edits)]]));
}

/** A package in which `part` has these relationships too, and no longer those with the removed ids. */
export function withRelationships(
  pkg: ZipPackage,
  part: string,
  added: readonly NewRelationship[],
  removed: readonly string[] = [],
): ZipPackage {
  const name = relationshipsPart(part);
  const items = added.map(
    ({ id, type, part: target }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(relativeTarget(part, target))}"/>`,
  );
  if (!pkg.has(name)) {
    if (items.length === 0) return pkg;
    const text = `${declaration}<Relationships xmlns="${packageRelations}">${items.join("")}</Relationships>`;
    return pkg.with(new Map([[name, text]]));
  }
  const { text, root } = parsePart(pkg, name);
  const gone = new Set(removed);
  const edits = children(root, "Relationship")
    .filter(({ attributes }) => gone.has(attributes.Id ?? ""))
    .map(removal);
  if (items.length > 0) edits.push(...appendTo(text, root, root, items));
  return edits.length === 0 ? pkg : pkg.with(new Map([[name, splice(text, edits)]]));
}

/** A target as most programs write it: relative to the folder of the part that it starts from. */
export function relativeTarget(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  const relative = [...here.slice(same).map(() => ".."), ...there.slice(same)].join("/");
  return resolveTarget(from, relative) === to ? relative : `/${to}`;
}

/** An id that none of these is, of the form `rId7`. */
export function freeRelationshipId(taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  return `rId${Math.max(0, ...numbers) + 1}`;
}

/** Names that no part has although something names them: a new part of that name would be taken for the lost one. */
export function lostPartNames(pkg: ZipPackage): Set<string> {
  const listed = children(parsePart(pkg, contentTypesPart).root, "Override").map(({ attributes }) =>
    (attributes.PartName ?? "").slice(1),
  );
  const owners = pkg.names().map((name) => name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2"));
  const names = [...linkedParts(pkg), ...listed, ...owners].filter((name) => !pkg.has(name));
  return new Set(names.map((name) => name.toLowerCase()));
}

/** A name for a new part: that of its like, with the first number that no part has and no lost one had. */
export function freePartName(pkg: ZipPackage, like: string, lost: ReadonlySet<string>): string {
  const [, stem, extension] = /^(.*?)\d*(\.\w+)$/.exec(like)!;
  const isTaken = (name: string): boolean => pkg.has(name) || lost.has(name.toLowerCase());
  let number = 1;
  while (isTaken(`${stem}${number}${extension}`)) number++;
  return `${stem}${number}${extension}`;
}
