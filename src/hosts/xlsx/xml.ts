/**
 * XML as spans of the original text, so that a change is spliced in and the rest stays as it was written.
 * Offsets count UTF-16 units of the very string that was parsed.
 */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { UnsupportedFile } from "./unsupported";

export interface XmlSpan {
  readonly local: string;
  readonly uri: string;
  readonly prefix: string;
  /** By qualified name as written, values unescaped. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Of the opening `<`. */
  readonly start: number;
  /** Behind the `>` of the opening tag. */
  readonly openEnd: number;
  /** Of the `<` of the closing tag; `openEnd` of a self-closing element. */
  readonly closeStart: number;
  /** Behind the whole element. */
  readonly end: number;
  readonly selfClosing: boolean;
  readonly children: XmlSpan[];
  readonly parent: XmlSpan | null;
}

export interface ParseOptions {
  /** Elements deeper than this are checked but not kept; the root has depth 0. */
  readonly maxDepth?: number;
  /** The content of these elements is jumped over unread (large ones, such as `sheetData`). */
  readonly skipChildrenOf?: (local: string) => boolean;
  /** Named in the error where the text is not well-formed. */
  readonly part?: string;
}

type OpenSpan = { -readonly [K in keyof XmlSpan]: XmlSpan[K] };

/** Deeper nesting stands in no real part and only costs. */
const deepest = 256;

/** The root element. Throws `UnsupportedFile` "dtd" or "damaged". */
export function parseSpans(text: string, options: ParseOptions = {}): XmlSpan {
  const part = options.part ?? "xml";
  const gaps = options.skipChildrenOf ? contentsOf(text, options.skipChildrenOf) : [];
  const maxDepth = options.maxDepth ?? deepest;
  const open: OpenSpan[] = [];
  let root: OpenSpan | null = null;
  let skipped = 0;
  const parser = new SaxesParser({ xmlns: true });
  const at = (): number => parser.position + skipped;

  parser.on("error", (error) => {
    throw new UnsupportedFile("damaged", `${part}: ${error.message}`);
  });
  parser.on("doctype", () => {
    throw new UnsupportedFile("dtd", part);
  });
  parser.on("opentag", (tag) => {
    if (open.length >= deepest) throw new UnsupportedFile("damaged", part);
    const parent = open[open.length - 1] ?? null;
    const span = opened(tag, text.lastIndexOf("<", at() - 1), at(), parent);
    if (parent && open.length <= maxDepth) parent.children.push(span);
    root ??= span;
    open.push(span);
  });
  parser.on("closetag", () => {
    const span = open.pop()!;
    span.end = at();
    span.closeStart = span.selfClosing ? span.openEnd : text.lastIndexOf("<", at() - 1);
  });

  let from = 0;
  for (const gap of gaps) {
    parser.write(text.slice(from, gap.start));
    skipped += gap.end - gap.start;
    from = gap.end;
  }
  parser.write(text.slice(from)).close();
  if (!root) throw new UnsupportedFile("damaged", part);
  return root;
}

function opened(tag: SaxesTagNS, start: number, openEnd: number, parent: OpenSpan | null): OpenSpan {
  // Without a prototype any name is a plain one.
  const attributes = Object.create(null) as Record<string, string>;
  for (const name in tag.attributes) attributes[name] = tag.attributes[name]!.value;
  const { local, uri, prefix, isSelfClosing: selfClosing } = tag;
  return {
    local,
    uri,
    prefix,
    attributes,
    start,
    openEnd,
    closeStart: openEnd,
    end: openEnd,
    selfClosing,
    children: [],
    parent,
  };
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Where the contents of the elements to be jumped over stand. What cannot be told for sure is left to the parser. */
function contentsOf(text: string, wanted: (local: string) => boolean): Gap[] {
  const gaps: Gap[] = [];
  const mark = /<!--|<!\[CDATA\[|<\?|<(?:[^\s<>/:!?]+:)?([^\s<>/:!?]+)/g;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const close =
      match[0] === "<!--" ? "-->" : match[0] === "<![CDATA[" ? "]]>" : match[0] === "<?" ? "?>" : null;
    if (close !== null) {
      const end = text.indexOf(close, mark.lastIndex);
      if (end < 0) return gaps;
      mark.lastIndex = end + close.length;
      continue;
    }
    const start = tagEnd(text, mark.lastIndex);
    if (start < 0) return gaps;
    mark.lastIndex = start;
    if (!wanted(match[1]!) || text[start - 2] === "/") continue;
    const end = plainContentEnd(text, match[0].slice(1), start);
    if (end < 0) continue;
    gaps.push({ start, end });
    mark.lastIndex = end;
  }
  return gaps;
}

/** Behind the `>` that ends a tag; `>` may stand in a quoted value. -1 where the tag has no end. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === ">") return at + 1;
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** Where an element's content ends in which nothing of its name, no comment and no CDATA stands; else -1. */
function plainContentEnd(text: string, name: string, start: number): number {
  const end = text.lastIndexOf(`</${name}`);
  if (end < start) return -1;
  const content = text.slice(start, end);
  // Without their first sign, which stands everywhere, marks are found many times faster; a text may hold them too.
  return [name.slice(1), "!--", "![CDATA["].some((mark) => content.includes(mark)) ? -1 : end;
}

export function child(span: XmlSpan | undefined, local: string): XmlSpan | undefined {
  return span?.children.find((one) => one.local === local);
}

export function children(span: XmlSpan | undefined, local: string): XmlSpan[] {
  return span?.children.filter((one) => one.local === local) ?? [];
}

/** The element's text as read: entities and CDATA resolved, nested tags and comments left out. */
export function textOf(text: string, span: XmlSpan): string {
  return unescapeXml(text.slice(span.openEnd, span.closeStart));
}

/** Resolves entities and CDATA and leaves out tags and comments: the text content of a piece of XML. */
export function unescapeXml(xml: string): string {
  const lines = xml.includes("\r") ? xml.replace(/\r\n?/g, "\n") : xml;
  if (!lines.includes("&") && !lines.includes("<")) return lines;
  return lines.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<[^>]*>|&(#x[0-9a-fA-F]+|#\d+|\w+);/g,
    (all: string, data: string | undefined, entity: string | undefined) =>
      data !== undefined ? data : entity !== undefined ? resolveEntity(entity, all) : "",
  );
}

const namedEntities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function resolveEntity(entity: string, written: string): string {
  if (!entity.startsWith("#")) return namedEntities.get(entity) ?? written;
  const code = entity[1] === "x" ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** Control characters and half surrogates, which XML cannot hold. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text between tags. What XML cannot hold is written as `_xHHHH_`, the way spreadsheet files do. */
export function escapeXml(text: string): string {
  return text
    .replace(unwritable, hexEscape)
    .replace(/[&<>\r]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char] ?? "&#13;");
}

/** The value of an attribute in double quotes; line ends and tabs survive. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/["\n\t]/g, (char) =>
    char === '"' ? "&quot;" : `&#${char.charCodeAt(0)};`,
  );
}

/** Signs that may have to be written otherwise; most texts hold none of them. */
const unplain = /[&<>\r_\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** A cell's text for `<t>`: what looks like an `_xHHHH_` escape is protected, then escaped as XML. */
export function escapeCellText(text: string): string {
  if (!unplain.test(text)) return text;
  return escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
}

/** Resolves the `_xHHHH_` escapes of spreadsheet text (after XML is unescaped). */
export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

function hexEscape(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replaces spans of a text. Insertions at one offset keep the given order; edits that overlap are a bug and throw. */
export function splice(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edits overlap or lie outside the text at ${edit.start}`);
    }
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
