/** How the parts of a package hang together: relationships, content types, and which part is the workbook. */
import type { ZipPackage } from "./package";
import { UnsupportedFile } from "./unsupported";
import { child, children, parseSpans, type ParseOptions, type XmlSpan } from "./xml";

export interface ParsedPart {
  readonly name: string;
  readonly text: string;
  readonly root: XmlSpan;
}

/** A part's text with its spans; a fault in it names the part. */
export function parsePart(
  pkg: ZipPackage,
  name: string,
  options: Omit<ParseOptions, "part"> = {},
): ParsedPart {
  const parse = (): ParsedPart => {
    const text = pkg.text(name);
    return { name, text, root: parseSpans(text, { ...options, part: name }) };
  };
  return options.skipChildrenOf ? parse() : pkg.derived(name, `spans ${options.maxDepth ?? ""}`, parse);
}

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** As written. */
  readonly target: string;
  /** The part it leads to; null outside the package or for a place in a part. */
  readonly part: string | null;
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; the package itself ("") → `_rels/.rels`. */
export function relationshipsPart(part: string): string {
  return part.replace(/([^/]*)$/, "_rels/$1.rels");
}

/** The relationships of a part, or of the package itself (""); none where the file states none. */
export function relationshipsOf(pkg: ZipPackage, part: string): Relationship[] {
  const name = relationshipsPart(part);
  if (!pkg.has(name)) return [];
  const read = (): Relationship[] => readRelationships(pkg, part, name);
  // An escaped target may be called otherwise once other parts are there.
  return pkg.text(name).includes("%") ? read() : pkg.derived(name, `relationships of ${part}`, read);
}

function readRelationships(pkg: ZipPackage, part: string, name: string): Relationship[] {
  return children(parsePart(pkg, name).root, "Relationship").map(({ attributes }) => {
    const { Id: id, Type: type, Target: target } = attributes;
    if (id === undefined || type === undefined || target === undefined)
      throw new UnsupportedFile("damaged", name);
    const outside = attributes.TargetMode === "External" || target.startsWith("#");
    return { id, type, target, part: outside ? null : existingPart(pkg, resolveTarget(part, target)) };
  });
}

/** A target is a URI: some writers escape what the zip entry's name holds plainly. */
function existingPart(pkg: ZipPackage, resolved: string): string {
  if (pkg.has(resolved) || !resolved.includes("%")) return resolved;
  const plain = resolved.replace(/(%[0-9A-Fa-f]{2})+/g, (escaped) => {
    const bytes = Uint8Array.from(escaped.slice(1).split("%"), (hex) => parseInt(hex, 16));
    return new TextDecoder().decode(bytes);
  });
  return pkg.has(plain) ? plain : resolved;
}

/** A relationship's target as a part's name, without a leading `/`. */
export function resolveTarget(part: string, target: string): string {
  const uri = target.replace(/\\/g, "/").replace(/#.*$/, "");
  const path = uri.startsWith("/") ? uri : part.replace(/[^/]*$/, "") + uri;
  const folders: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== "" && step !== ".") folders.push(step);
  }
  return folders.join("/");
}

/** Every part that relationships lead to, from the package on; also those that the file does not hold. */
export function linkedParts(pkg: ZipPackage): Set<string> {
  const found = new Set<string>();
  const visit = (part: string): void => {
    for (const { part: next } of relationshipsOf(pkg, part)) {
      if (next === null || found.has(next)) continue;
      found.add(next);
      if (pkg.has(next)) visit(next);
    }
  };
  visit("");
  return found;
}

/** The first relationship whose type ends so, e.g. `styles`; its part if it leads to one that exists. */
export function relatedPart(
  pkg: ZipPackage,
  relationships: readonly Relationship[],
  type: string,
): string | null {
  const found = relationships.find((one) => one.part !== null && isOfType(one, type) && pkg.has(one.part));
  return found?.part ?? null;
}

export function isOfType(relationship: Relationship, type: string): boolean {
  return relationship.type.endsWith(`/${type}`);
}

export const contentTypesPart = "[Content_Types].xml";

/** The content type that the package states for a part; null if none. */
export function contentTypeOf(pkg: ZipPackage, part: string): string | null {
  const { root } = parsePart(pkg, contentTypesPart);
  const name = `/${part}`.toLowerCase();
  const own = children(root, "Override").find(
    ({ attributes }) => attributes.PartName?.toLowerCase() === name,
  );
  if (own) return own.attributes.ContentType ?? null;
  const extension = /\.([^./]*)$/.exec(name)?.[1];
  const common = children(root, "Default").find(
    ({ attributes }) => attributes.Extension?.toLowerCase() === extension,
  );
  return common?.attributes.ContentType ?? null;
}

/** Namespace of the file format that programs write by default; Strict files have another. */
export const spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationshipsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * The workbook's part. Throws `UnsupportedFile` for what is no workbook that we read or, with "change", for one that
 * no program may change without breaking something (a signature, the history of a shared workbook).
 */
export function workbookPart(pkg: ZipPackage, purpose: "read" | "change" = "change"): string {
  const name = relationshipsPart("");
  if (!pkg.has(name)) return findWorkbook(pkg, purpose);
  return pkg.derived(name, `workbook to ${purpose}`, () => findWorkbook(pkg, purpose));
}

function findWorkbook(pkg: ZipPackage, purpose: "read" | "change"): string {
  const roots = relationshipsOf(pkg, "");
  const main = roots.find((one) => isOfType(one, "officeDocument"));
  if (!main || main.part === null) throw new UnsupportedFile("notWorkbook", "_rels/.rels");
  if (/^https?:\/\/purl\.oclc\.org\//.test(main.type)) throw new UnsupportedFile("strict", main.part);
  if (/\.bin$/i.test(main.part)) throw new UnsupportedFile("xlsb", main.part);
  const { root } = parsePart(pkg, main.part, { maxDepth: 0 });
  if (root.local !== "workbook") throw new UnsupportedFile("notWorkbook", main.part);
  if (/^https?:\/\/purl\.oclc\.org\//.test(root.uri)) throw new UnsupportedFile("strict", main.part);
  if (root.uri !== spreadsheetNamespace) throw new UnsupportedFile("notWorkbook", main.part);
  if (purpose === "change") refuseUnchangeable(pkg, roots);
  return main.part;
}

function refuseUnchangeable(pkg: ZipPackage, roots: readonly Relationship[]): void {
  const signature = pkg.names().find((name) => /^_xmlsignatures\//i.test(name));
  const origin = roots.find((one) => isOfType(one, "digital-signature/origin"));
  if (signature ?? origin) throw new UnsupportedFile("signed", signature ?? origin!.target);
  const revisions = pkg.names().find((name) => /^xl\/revisions\//i.test(name));
  if (revisions) throw new UnsupportedFile("sharedWorkbook", revisions);
}

/** Whether sheets may not be added, renamed or removed: a stop only for edits that do so. */
export function structureIsLocked(workbook: XmlSpan): boolean {
  return isOn(child(workbook, "workbookProtection")?.attributes.lockStructure);
}

/** An XML boolean; `whenAbsent` where the attribute is not written. */
export function isOn(value: string | undefined, whenAbsent = false): boolean {
  return value === undefined ? whenAbsent : value === "1" || value === "true" || value === "on";
}

/** The `r:id` of an element, whatever prefix the file gives the relationships' namespace. */
export function relationId(span: XmlSpan): string | undefined {
  const name = Object.keys(span.attributes).find((one) => /^[^:]+:id$/.test(one));
  return name === undefined ? undefined : span.attributes[name];
}
