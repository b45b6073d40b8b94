/** A package read into the book's Snapshot. */
import type { DefinedName, ReadRequest, SheetDesign, SheetSnapshot, Snapshot } from "../../book";
import type { ZipPackage } from "./package";
import { isOn, type ParsedPart } from "./parts";
import { designOfSheet } from "./reading-design";
import { cellsOf, mergesOf, parseSheet, sheetTables, styleReader, tableSnapshot } from "./reading-sheet";
import { readWorkbook, type SheetEntry, type WorkbookReading } from "./reading-workbook";
import { child } from "./xml";

export { untranslatedFormula } from "./reading-cells";

/** Reads what is asked for. Throws `UnsupportedFile`, naming the part, for a file that cannot be read. */
export function readSnapshot(pkg: ZipPackage, request: ReadRequest = {}): Snapshot {
  const workbook = readWorkbook(pkg);
  const wanted = request.sheets && new Set(request.sheets.map((name) => name.toLowerCase()));
  const sheets = workbook.sheets.map((entry) => {
    const isWanted = wanted === undefined || wanted.has(entry.name.toLowerCase());
    return sheetSnapshot(workbook, entry, isWanted ? request : null);
  });
  return {
    date1904: workbook.date1904,
    sheets,
    names: workbook.names.filter((name) => !isBuiltin(name)),
    designs: readDesigns(workbook, request.designs ?? []),
  };
}

/** Reads one sheet whole. What a design cannot say is left out of it; asking for a sheet that is not there is a bug. */
export function readDesign(pkg: ZipPackage, sheetName: string): SheetDesign {
  const design = readDesigns(readWorkbook(pkg), [sheetName]).get(sheetName);
  if (!design) throw new Error(`no sheet ${sheetName} with cells`);
  return design;
}

function readDesigns(workbook: WorkbookReading, names: readonly string[]): Map<string, SheetDesign> {
  const designs = new Map<string, SheetDesign>();
  for (const name of names) {
    const entry = workbook.sheets.find(
      (one) => one.hasCells && one.name.toLowerCase() === name.toLowerCase(),
    );
    if (entry) designs.set(name, designOfSheet(workbook, entry));
  }
  return designs;
}

function isBuiltin(name: DefinedName): boolean {
  return name.name.toLowerCase().startsWith("_xlnm.");
}

/** With `request` null only what stands around the cells; a chart sheet has nothing but its name. */
function sheetSnapshot(
  workbook: WorkbookReading,
  entry: SheetEntry,
  request: ReadRequest | null,
): SheetSnapshot {
  const named = { name: entry.name, visibility: entry.visibility };
  if (!entry.hasCells) return { ...named, protected: false, ...noCells, tables: [], merges: [] };
  const sheet = parseSheet(workbook.pkg, entry.part);
  return {
    ...named,
    protected: isOn(child(sheet.root, "sheetProtection")?.attributes.sheet),
    ...(request ? filledCells(workbook, sheet, request) : noCells),
    tables: sheetTables(workbook.pkg, sheet).map(tableSnapshot),
    merges: mergesOf(sheet),
  };
}

type CellReading = Pick<SheetSnapshot, "values" | "formulas" | "uncalculated" | "numberFormat" | "fontName">;

const noCells: CellReading = {
  values: [],
  formulas: new Map(),
  uncalculated: [],
  numberFormat: null,
  fontName: null,
};

function filledCells(workbook: WorkbookReading, sheet: ParsedPart, request: ReadRequest): CellReading {
  const wantsStyles = (request.numberFormats ?? false) || (request.fonts ?? false);
  const cells = cellsOf(workbook, sheet, { formulas: request.formulas ?? false, styles: wantsStyles });
  const { values, formulas, uncalculated } = cells;
  const read: CellReading = { values, formulas, uncalculated, numberFormat: null, fontName: null };
  if (!wantsStyles) return read;
  const styleAt = styleReader(cells, sheet);
  const styles = workbook.styles();
  return {
    ...read,
    numberFormat: request.numberFormats ? (row, column) => styles.numberFormat(styleAt(row, column)) : null,
    fontName: request.fonts ? (row, column) => styles.fontName(styleAt(row, column)) : null,
  };
}
