/** What stands in a file that the grid does not show. It stays in the file; the person is told once. */
import type { ZipPackage } from "../../hosts/xlsx";
import type { NotShown } from "../../wording";

const byPart: readonly (readonly [NotShown, RegExp])[] = [
  ["pivots", /^xl\/pivotTables\//i],
  ["charts", /^xl\/(charts|chartEx)\/[^/]+\.xml$/i],
  ["drawings", /^xl\/media\//i],
  ["macros", /(^|\/)vbaProject\.bin$/i],
  ["comments", /^xl\/threadedComments\//i],
  ["slicers", /^xl\/(slicers|timelines)\//i],
  ["queries", /^xl\/(connections\.xml$|queryTables\/|model\/)/i],
  ["externalLinks", /^xl\/externalLinks\//i],
  ["chartSheets", /^xl\/(chartsheets|dialogsheets|macrosheets)\//i],
];

/** The kinds of things in the file that the grid leaves out, each once. */
export function partsNotShown(parts: ZipPackage): NotShown[] {
  const names = parts.names();
  const found = byPart
    .filter(([, pattern]) => names.some((name) => pattern.test(name)))
    .map(([kind]) => kind);
  if (!found.includes("drawings") && names.some((name) => isShapes(parts, name))) found.push("drawings");
  return found;
}

/** A drawing that holds more than the frames of charts. */
function isShapes(parts: ZipPackage, name: string): boolean {
  return (
    /^xl\/drawings\/drawing\d*\.xml$/i.test(name) && /<(xdr:)?(sp|pic|cxnSp|grpSp)[ >]/.test(parts.text(name))
  );
}
