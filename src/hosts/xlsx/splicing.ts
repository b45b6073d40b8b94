/**
 * Edits of XML that exists: elements put in where the schema wants them, attributes set, the rest left as it was
 * written. Everything here gives `TextEdit`s; several are made into one new text by `splice`.
 */
import { escapeAttribute, escapeXml, type TextEdit, type XmlSpan } from "./xml";

/** The order in which the schema puts the children of `worksheet`. */
export const worksheetOrder = [
  ..."sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges".split(
    " ",
  ),
  ..."scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr".split(" "),
  ..."conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter".split(
    " ",
  ),
  ..."rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing".split(
    " ",
  ),
  ..."legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(" "),
];

/** The same for `workbook`. */
export const workbookOrder = [
  ..."fileVersion fileSharing workbookPr AlternateContent revisionPtr absPath workbookProtection bookViews".split(
    " ",
  ),
  ..."sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews".split(" "),
  ..."pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(" "),
];

/** The same for `styleSheet`. */
export const styleSheetOrder =
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");

/** An element's name as a file with this root writes it. */
export function qualified(root: XmlSpan, local: string): string {
  return root.prefix === "" ? local : `${root.prefix}:${local}`;
}

/** XML written without prefixes, made to fit under a root that has one. */
export function adopted(xml: string, root: XmlSpan): string {
  return root.prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])(?![\w.-]+:)/g, `<$1${root.prefix}:`);
}

/** Puts a new child behind those of its kind, or else before the first one that must follow it. */
export function insertChild(root: XmlSpan, order: readonly string[], local: string, xml: string): TextEdit {
  const alike = root.children.filter((one) => one.local === local).at(-1);
  const later = new Set(order.slice(order.indexOf(local) + 1));
  const next = root.children.find((one) => later.has(one.local));
  const at = alike?.end ?? next?.start ?? root.closeStart;
  return { start: at, end: at, text: adopted(xml, root) };
}

/** Adds items to a collection such as `fonts`, which is made where it is missing, and keeps its count. */
export function appendItems(
  text: string,
  root: XmlSpan,
  order: readonly string[],
  local: string,
  items: readonly string[],
): TextEdit[] {
  if (items.length === 0) return [];
  const collection = root.children.find((one) => one.local === local);
  if (!collection) {
    return [
      insertChild(root, order, local, `<${local} count="${items.length}">${items.join("")}</${local}>`),
    ];
  }
  return appendTo(text, root, collection, items, {
    count: String(collection.children.length + items.length),
  });
}

/** Adds items at the end of an element that exists, and sets attributes of it. */
export function appendTo(
  text: string,
  root: XmlSpan,
  parent: XmlSpan,
  items: readonly string[],
  attributes: Readonly<Record<string, string | null>> = {},
): TextEdit[] {
  const body = adopted(items.join(""), root);
  const opening = tagWith(text.slice(parent.start, parent.openEnd), attributes);
  if (parent.selfClosing) {
    const closed = `${opening.replace(/\s*\/>$/, ">")}${body}</${tagName(opening)}>`;
    return [{ start: parent.start, end: parent.end, text: closed }];
  }
  return [
    { start: parent.start, end: parent.openEnd, text: opening },
    { start: parent.closeStart, end: parent.closeStart, text: body },
  ];
}

/** Sets attributes of an element; null takes one away. */
export function setAttributes(
  text: string,
  span: XmlSpan,
  attributes: Readonly<Record<string, string | null>>,
): TextEdit {
  const text_ = tagWith(text.slice(span.start, span.openEnd), attributes);
  return { start: span.start, end: span.openEnd, text: text_ };
}

/** An element's text written anew where it changed. */
export function textEdits(span: XmlSpan, before: string, after: string): TextEdit[] {
  return after === before ? [] : [{ start: span.openEnd, end: span.closeStart, text: escapeXml(after) }];
}

/** Takes an element out. */
export function removal(span: XmlSpan): TextEdit {
  return { start: span.start, end: span.end, text: "" };
}

/** An opening tag with attributes set. */
export function tagWith(tag: string, attributes: Readonly<Record<string, string | null>>): string {
  let result = tag;
  for (const [name, value] of Object.entries(attributes)) {
    const written = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`);
    const fresh = value === null ? "" : ` ${name}="${escapeAttribute(value)}"`;
    if (written.test(result)) result = result.replace(written, () => fresh);
    else if (fresh !== "") result = result.replace(/\s*(\/?>)$/, (_all, close: string) => fresh + close);
  }
  return result;
}

function tagName(tag: string): string {
  return /^<([^\s/>]+)/.exec(tag)![1]!;
}
