/** The texts of a workbook: shared strings, and the rich text that shared and inline strings have in common. */
import type { ZipPackage } from "./package";
import { relatedPart, type Relationship } from "./parts";
import { TagScanner } from "./tag-scanner";
import { unescapeCellText, unescapeXml } from "./xml";

/** The shared strings in their order; empty where the workbook has none. */
export function readSharedStrings(pkg: ZipPackage, workbookRelationships: readonly Relationship[]): string[] {
  const part = relatedPart(pkg, workbookRelationships, "sharedStrings");
  if (part === null) return [];
  const text = pkg.text(part);
  const scanner = new TagScanner(text, 0, text.length, part);
  if (!scanner.next() || !scanner.is("sst") || scanner.isClosing) throw scanner.fault();
  const strings: string[] = [];
  if (scanner.isEmpty) return strings;
  for (;;) {
    if (!scanner.next()) throw scanner.fault();
    if (scanner.isClosing) break;
    if (scanner.is("si")) strings.push(readRichText(scanner));
    else scanner.skip();
  }
  if (!scanner.is("sst")) throw scanner.fault();
  return strings;
}

/**
 * The text of the current element (`si`, `is`, `text`), its runs joined; how words are pronounced (`rPh`) is left out.
 * Moves to the element's closing tag.
 */
export function readRichText(scanner: TagScanner): string {
  if (scanner.isEmpty) return "";
  let joined = "";
  let depth = 1;
  for (;;) {
    if (!scanner.next()) throw scanner.fault();
    if (scanner.isClosing) {
      if (--depth === 0) return joined;
    } else if (scanner.is("t")) {
      joined += unescapeCellText(unescapeXml(scanner.content()));
    } else if (scanner.is("rPh")) {
      scanner.skip();
    } else if (!scanner.isEmpty) {
      depth++;
    }
  }
}
