/** A sheet copied with all that is on it: its part, and every part that belongs to it alone. */
import { withSheetRenamed, type Operation } from "../../book";
import type { Draft } from "./draft";
import { formulaElementEdits, hyperlinkEdits, writtenFormulaEdits } from "./formula-edits";
import { nextShapeBlock, renumberedShapes, worksheetType } from "./graft";
import { worksheetNamed } from "./operations-cells";
import { refuseNewSheet } from "./operations-sheets";
import { contentTypeOf, parsePart, relationshipsOf, relationshipsPart, type Relationship } from "./parts";
import {
  freePartName,
  freeRelationshipId,
  officeRelations,
  relativeTarget,
  withContentTypes,
  withRelationships,
} from "./relations";
import { frameOf, type SheetFrame } from "./rows";
import { removal, setAttributes } from "./splicing";
import {
  definedNames,
  meaningOf,
  withSheet,
  workbookOf,
  type LocalName,
  type SheetEntry,
  type Workbook,
} from "./workbook-part";
import { child, children, escapeXml, splice, type TextEdit, type XmlSpan } from "./xml";

/** What a copy has no share in: these name things of which a workbook may hold only one. */
const singular = /\/(table|tableSingleCells|queryTable|pivotTable|slicer|timeline|threadedComments?)$/i;

/** Parts that several others may use together. */
const common = /\/(image|hdphoto|audio|video|media|theme)$/i;

export function copySheet(draft: Draft, operation: Extract<Operation, { kind: "copySheet" }>): void {
  const source = worksheetNamed(draft, operation.sheet);
  const { name } = operation;
  refuseNewSheet(draft, name);
  draft.copiedSheets.add(source.name);
  const before = workbookOf(draft.package);
  const part = freePartName(draft.package, source.part.replace(/\d*(\.\w+)$/, "1$1"), draft.lostParts);
  const copier = new Copier(draft, (formula) => withSheetRenamed(formula, source.name, name));
  draft.set(part, copier.sheetText(frameOf(draft.package, source.part), source.name));
  copier.copyRelationships(source.part, part);
  draft.become(withContentTypes(draft.package, [{ part, type: worksheetType }, ...copier.types]));
  const relationshipId = freeRelationshipId(before.relationships.map((one) => one.id));
  const relationship = { id: relationshipId, type: `${officeRelations}/worksheet`, part };
  draft.become(withRelationships(draft.package, before.name, [relationship]));
  const at = Math.min(Math.max(0, operation.position ?? before.sheets.length), before.sheets.length);
  const names = localNames(before, source, copier.renamed);
  draft.set(before.name, withSheet(before, { name, visibility: "visible", relationshipId, names }, at));
  draft.changed(name, null);
}

/** The names that the source has for itself, as they read on the copy. */
function localNames(
  workbook: Workbook,
  source: SheetEntry,
  renamed: (formula: string) => string,
): LocalName[] {
  const position = String(workbook.sheets.indexOf(workbook.sheets.find((one) => one.part === source.part)!));
  return definedNames(workbook.root)
    .filter(({ attributes }) => attributes.localSheetId === position)
    .map((name) => ({
      name: name.attributes.name ?? "",
      refersTo: renamed(meaningOf(workbook, name)),
      hidden: name.attributes.hidden === "1" || name.attributes.hidden === "true",
    }));
}

class Copier {
  /** Content types that the copied parts need. */
  readonly types: { readonly part: string; readonly type: string }[] = [];
  readonly #copied = new Map<string, string>();

  constructor(
    readonly draft: Draft,
    readonly renamed: (formula: string) => string,
  ) {}

  /** The sheet's text, with what may stand only once in a workbook taken out. */
  sheetText(sheet: SheetFrame, name: string): string {
    const { text, root } = sheet;
    const edits: TextEdit[] = [];
    const properties = child(root, "sheetPr");
    if (properties?.attributes.codeName !== undefined)
      edits.push(setAttributes(text, properties, { codeName: null }));
    for (const view of children(child(root, "sheetViews"), "sheetView")) {
      if (view.attributes.tabSelected !== undefined)
        edits.push(setAttributes(text, view, { tabSelected: null }));
    }
    edits.push(...children(root, "tableParts").map(removal), ...extensionEdits(root));
    if (text.toLowerCase().includes(escapeXml(name.replace(/'/g, "''")).toLowerCase())) {
      edits.push(...this.#formulaEdits(sheet, edits));
    }
    return splice(text, edits);
  }

  #formulaEdits(sheet: SheetFrame, others: readonly TextEdit[]): TextEdit[] {
    const { text, root } = sheet;
    const isGone = ({ start }: TextEdit): boolean =>
      others.some((one) => one.text === "" && start >= one.start && start < one.end);
    return [
      ...formulaElementEdits(text, root, this.renamed),
      ...hyperlinkEdits(text, root, this.renamed),
      ...writtenFormulaEdits(sheet, this.renamed),
    ].filter((edit) => !isGone(edit));
  }

  /** Gives `target` the relationships of `source`, to copies of the parts that belong to it alone. */
  copyRelationships(source: string, target: string): void {
    const { draft } = this;
    const name = relationshipsPart(source);
    if (!draft.package.has(name)) return;
    const { text, root } = parsePart(draft.package, name);
    const all = new Map(relationshipsOf(draft.package, source).map((one) => [one.id, one]));
    const edits: TextEdit[] = [];
    for (const span of children(root, "Relationship")) {
      const one = all.get(span.attributes.Id ?? "");
      if (!one || one.part === null) continue;
      if (singular.test(one.type)) edits.push(removal(span));
      else edits.push(setAttributes(text, span, { Target: relativeTarget(target, this.#targetOf(one)) }));
    }
    draft.set(relationshipsPart(target), splice(text, edits));
  }

  #targetOf({ part, type }: Relationship): string {
    const known = this.#copied.get(part!);
    if (known !== undefined) return known;
    const shared = common.test(type) || !this.draft.package.has(part!);
    const target = shared ? part! : this.#copyPart(part!);
    this.#copied.set(part!, target);
    return target;
  }

  #copyPart(source: string): string {
    const { draft } = this;
    const { package: pkg } = draft;
    const target = freePartName(pkg, source, draft.lostParts);
    this.#copied.set(source, target);
    draft.set(target, this.#content(source));
    const type = contentTypeOf(pkg, source);
    if (type !== null && contentTypeOf(pkg, target) !== type) this.types.push({ part: target, type });
    this.copyRelationships(source, target);
    return target;
  }

  #content(source: string): string | Uint8Array {
    const { package: pkg } = this.draft;
    if (/\.vml$/i.test(source)) return renumberedShapes(pkg.text(source), nextShapeBlock(pkg));
    if (!/\.xml$/i.test(source)) return pkg.bytes(source);
    const { text, root } = parsePart(pkg, source);
    const links = linkedTexts(text, root).flatMap(({ span, formula }) => {
      const changed = this.renamed(formula);
      return changed === formula ? [] : [setAttributes(text, span, { textlink: changed })];
    });
    return splice(text, [...formulaElementEdits(text, root, this.renamed), ...links]);
  }
}

/** Shapes that show the text of a cell. */
function linkedTexts(text: string, root: XmlSpan): { readonly span: XmlSpan; readonly formula: string }[] {
  if (!text.includes("textlink")) return [];
  return root.children.flatMap((span) => {
    const formula = span.attributes.textlink;
    return [...(formula ? [{ span, formula }] : []), ...linkedTexts(text, span)];
  });
}

/** Slicers and timelines stay with the sheet that they were made on. */
function extensionEdits(root: XmlSpan): TextEdit[] {
  const list = child(root, "extLst");
  const gone = children(list, "ext").filter((ext) =>
    ext.children.some(({ local }) => /^(slicerList|timelineRefs)$/.test(local)),
  );
  return list && gone.length > 0 && gone.length === list.children.length
    ? [removal(list)]
    : gone.map(removal);
}
