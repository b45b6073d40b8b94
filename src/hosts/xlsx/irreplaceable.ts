/** What may stand on a sheet that no design can say, and that would be lost if the sheet were made anew. */
import { jointFormulas } from "./cell-changes";
import type { ZipPackage } from "./package";
import { parsePart, relationshipsOf, type ParsedPart, type Relationship } from "./parts";
import { readCharts } from "./reading-charts";
import { frameOf, type SheetText } from "./rows";
import { tablesOf } from "./tables";
import type { SheetEntry } from "./workbook-part";
import { child, children, type XmlSpan } from "./xml";

/** Kinds of relationships that lead to what a design can say, or to what is no loss (a printer's settings). */
const sayable = ["drawing", "comments", "vmlDrawing", "table", "printerSettings"];

/** Elements of a sheet that stand for things of their own. */
const unsayable =
  /^(protectedRanges|scenarios|dataConsolidate|customSheetViews|legacyDrawingHF|drawingHF|picture|oleObjects|controls|AlternateContent)$/;

/** What a chart may lead to without having more to it than a design says. */
const chartLooks = ["chartStyle", "chartColorStyle"];

/** What makes the sheet irreplaceable, as a word of the file format; null where nothing does. */
export function irreplaceableThing(pkg: ZipPackage, entry: SheetEntry): string | null {
  const sheet = frameOf(pkg, entry.part);
  const relationships = relationshipsOf(pkg, entry.part);
  return (
    relationships.map(kindOf).find((kind) => !sayable.includes(kind)) ??
    sheet.root.children.find(({ local }) => unsayable.test(local))?.local ??
    extensionThing(sheet.root) ??
    drawingThing(pkg, sheet, relationships) ??
    noteThing(pkg, relationships) ??
    formulaThing(sheet) ??
    (tablesOf(pkg, [entry]).some((table) => table.hasTotals) ? "totalsRow" : null)
  );
}

function kindOf({ type }: Relationship): string {
  return type.replace(/^.*\//, "");
}

/** Of the extensions only newer drop-downs and conditional formats are like those that a design says. */
function extensionThing(root: XmlSpan): string | null {
  const things = children(child(root, "extLst"), "ext").flatMap((ext) => ext.children);
  const other = things.find(({ local }) => local !== "dataValidations" && local !== "conditionalFormattings");
  return other?.local ?? null;
}

/** Each thing in a drawing must be a chart that reads as a design. */
function drawingThing(
  pkg: ZipPackage,
  sheet: ParsedPart,
  relationships: readonly Relationship[],
): string | null {
  const drawings = relationships.filter((one) => kindOf(one) === "drawing" && one.part !== null);
  if (drawings.length === 0) return null;
  const things = drawings.flatMap(({ part }) => parsePart(pkg, part!).root.children);
  if (readCharts(pkg, sheet).length < things.length) return "drawing";
  const more = drawings
    .flatMap(({ part }) => relationshipsOf(pkg, part!))
    .flatMap(({ part }) => (part === null ? [] : relationshipsOf(pkg, part)))
    .map(kindOf);
  return more.find((kind) => !chartLooks.includes(kind)) ?? null;
}

/** Each shape of the old drawings must be a note's. */
function noteThing(pkg: ZipPackage, relationships: readonly Relationship[]): string | null {
  const parts = (kind: string): string[] =>
    relationships.flatMap((one) => (kindOf(one) === kind && one.part !== null ? [one.part] : []));
  const shapes = parts("vmlDrawing").map((part) => (pkg.text(part).match(/<v:shape[\s>]/g) ?? []).length);
  const notes = parts("comments").map((part) => {
    return children(child(parsePart(pkg, part).root, "commentList"), "comment").length;
  });
  return sum(shapes) === sum(notes) ? null : "vmlDrawing";
}

function formulaThing(sheet: SheetText): string | null {
  for (const { shared } of jointFormulas(sheet)) if (!shared) return "array";
  return null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
