/** Where a workbook's formulas stand, and the edits that rewrite them there. */
import type { ZipPackage } from "./package";
import { relationshipsOf } from "./parts";
import type { SheetFrame } from "./rows";
import { setAttributes, textEdits } from "./splicing";
import { workbookOf } from "./workbook-part";
import { child, children, escapeXml, textOf, unescapeXml, type TextEdit, type XmlSpan } from "./xml";

/** The parts in which formulas stand: sheets, tables and charts. */
export function formulaParts(pkg: ZipPackage): string[] {
  const parts = workbookOf(pkg).sheets.flatMap((sheet) => {
    const tables = partsOfKind(pkg, sheet.part, "table");
    const charts = partsOfKind(pkg, sheet.part, "drawing").flatMap((drawing) =>
      ["chart", "chartEx"].flatMap((kind) => partsOfKind(pkg, drawing, kind)),
    );
    return [...(sheet.isWorksheet ? [sheet.part] : []), ...tables, ...charts];
  });
  return [...new Set(parts)];
}

function partsOfKind(pkg: ZipPackage, from: string, kind: string): string[] {
  return relationshipsOf(pkg, from).flatMap(({ part, type }) =>
    part !== null && type.endsWith(`/${kind}`) && pkg.has(part) ? [part] : [],
  );
}

/** The formulas of a chart or of another part that names its sheets. */
export function formulaElementEdits(
  text: string,
  root: XmlSpan,
  rewritten: (formula: string) => string,
): TextEdit[] {
  const isFormula = /^(f|formula|formula1|formula2|calculatedColumnFormula|totalsRowFormula)$/;
  return root.children.flatMap((one) => {
    if (!isFormula.test(one.local) || one.children.length > 0)
      return formulaElementEdits(text, one, rewritten);
    const formula = textOf(text, one);
    return textEdits(one, formula, rewritten(formula));
  });
}

export function hyperlinkEdits(
  text: string,
  root: XmlSpan,
  rewritten: (formula: string) => string,
): TextEdit[] {
  return children(child(root, "hyperlinks"), "hyperlink").flatMap((link) => {
    const { location } = link.attributes;
    if (location === undefined || rewritten(location) === location) return [];
    return [setAttributes(text, link, { location: rewritten(location) })];
  });
}

/** The formulas of cells as they are written, found without reading each cell. */
export function writtenFormulaEdits(
  { text, data }: SheetFrame,
  rewritten: (formula: string) => string,
): TextEdit[] {
  const mark = /<(?:[^\s<>/:!?]+:)?f(?:\s[^>]*)?>([^<]+)</g;
  mark.lastIndex = data.openEnd;
  const edits: TextEdit[] = [];
  for (let match = mark.exec(text); match && match.index < data.closeStart; match = mark.exec(text)) {
    const start = match.index + match[0].length - 1 - match[1]!.length;
    const formula = unescapeXml(match[1]!);
    const changed = rewritten(formula);
    if (changed !== formula) edits.push({ start, end: start + match[1]!.length, text: escapeXml(changed) });
  }
  return edits;
}
