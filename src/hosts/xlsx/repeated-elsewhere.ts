/** Formulas, names, charts and pivot sources elsewhere in the workbook that look at a sheet whose rows are repeated. */
import { areaAfter, repeatedElsewhere, repeatedName, type RowLayout } from "../../book";
import { formulaCells, SharedTexts } from "./cell-formulas";
import type { Draft } from "./draft";
import { formulaElementEdits, formulaParts, hyperlinkEdits } from "./formula-edits";
import { isOfType, isOn, parsePart } from "./parts";
import { formulaIn } from "./repeated-parts";
import { frameOf, prefixOf, type SheetFrame } from "./rows";
import { setAttributes, textEdits } from "./splicing";
import { parseReference, writeSqref } from "./sqref";
import { definedNames, meaningOf, workbookOf, type SheetEntry } from "./workbook-part";
import { escapeXml, splice, type TextEdit } from "./xml";

/** Follows the rows of `home` in everything but the sheet's own part. */
export function repeatElsewhere(draft: Draft, home: SheetEntry, layout: RowLayout): void {
  const rewritten = (formula: string): string => repeatedElsewhere(formula, home.name, layout);
  const mark = escapeXml(home.name.replace(/'/g, "''")).toLowerCase();
  const { sheets } = workbookOf(draft.package);
  for (const part of formulaParts(draft.package)) {
    if (part === home.part) continue;
    const text = draft.package.text(part);
    const folded = draft.package.derived(part, "folded", () => text.toLowerCase());
    if (!folded.includes(mark)) continue;
    const isSheet = sheets.some((sheet) => sheet.part === part);
    const { root } = isSheet ? frameOf(draft.package, part) : parsePart(draft.package, part);
    const edits = formulaElementEdits(text, root, rewritten);
    if (isSheet) {
      edits.push(...hyperlinkEdits(text, root, rewritten));
      edits.push(...cellFormulaEdits(frameOf(draft.package, part), rewritten));
    }
    if (edits.length > 0) draft.set(part, splice(text, edits));
  }
  repeatInNames(draft, home, layout);
  repeatInPivotSources(draft, home, layout);
}

/** The formulas of cells. One that is written for several is written out where it does not change alike for all. */
function cellFormulaEdits(sheet: SheetFrame, rewritten: (formula: string) => string): TextEdit[] {
  const shared = new SharedTexts();
  const cells = [...formulaCells(sheet)];
  cells.forEach((cell) => shared.learn(cell));
  const spread = new Set<string>();
  for (const cell of cells) {
    const text = shared.textOf(cell);
    if (cell.formula.type === "shared" && text !== null && rewritten(text) !== text)
      spread.add(cell.formula.sharedIndex ?? "");
  }
  const name = `${prefixOf(sheet.data)}f`;
  return cells.flatMap((cell) => {
    const { formula } = cell;
    const text = shared.textOf(cell);
    if (text === null || text === "") return [];
    // The value that stands behind the formula is no longer what it gives.
    const end = cell.value && cell.value.start >= formula.end ? cell.value.end : formula.end;
    const place = { start: formula.start, end };
    if (formula.type === "shared") {
      if (!spread.has(formula.sharedIndex ?? "")) return [];
      const always = formula.always ? ' ca="1"' : "";
      const kept = rewritten(text) === text ? formula.end : end;
      const xml = `<${name}${always}>${escapeXml(rewritten(text))}</${name}>`;
      return [{ ...place, end: kept, text: xml }];
    }
    const after = rewritten(text);
    if (after === text) return [];
    const written = sheet.text.slice(formula.start, formula.end);
    const open = written.slice(0, written.indexOf(">") + 1);
    return [{ ...place, text: `${open}${escapeXml(after)}</${name}>` }];
  });
}

function repeatInNames(draft: Draft, home: SheetEntry, layout: RowLayout): void {
  const workbook = workbookOf(draft.package);
  const position = workbook.sheets.findIndex((sheet) => sheet.part === home.part);
  const edits = definedNames(workbook.root).flatMap((name) => {
    const meaning = meaningOf(workbook, name);
    const own = name.attributes.localSheetId === String(position);
    const after = own
      ? formulaIn({ text: "", home: home.name, layout }, meaning, layout.root)
      : repeatedName(meaning, home.name, layout);
    return textEdits(name, meaning, after);
  });
  if (edits.length > 0) draft.set(workbook.name, splice(workbook.text, edits));
}

/** Pivot tables keep their source's area in the part of their cache. */
export function pivotCacheParts(pkg: Draft["package"]): string[] {
  const { relationships } = workbookOf(pkg);
  return relationships.flatMap((one) =>
    one.part !== null && isOfType(one, "pivotCacheDefinition") && pkg.has(one.part) ? [one.part] : [],
  );
}

function repeatInPivotSources(draft: Draft, home: SheetEntry, layout: RowLayout): void {
  for (const part of pivotCacheParts(draft.package)) {
    const { text, root } = parsePart(draft.package, part, { maxDepth: 3 });
    const source = root.children.flatMap((one) => (one.local === "cacheSource" ? one.children : []))[0];
    const area = parseReference(source?.attributes.ref ?? "");
    if (!source || !area || source.attributes.sheet?.toLowerCase() !== home.name.toLowerCase()) continue;
    const after = areaAfter(layout, area);
    if (!after || writeSqref([after]) === writeSqref([area])) continue;
    const renewed = isOn(root.attributes.refreshOnLoad)
      ? []
      : [setAttributes(text, root, { refreshOnLoad: "1" })];
    draft.set(part, splice(text, [...renewed, setAttributes(text, source, { ref: writeSqref([after]) })]));
  }
}
