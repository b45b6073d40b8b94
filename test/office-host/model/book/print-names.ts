/** A sheet's print area and print titles are names of the sheet, too: they are listed, and gone when the name goes. */
import { formatArea, quoteSheet, type Area } from "./area";
import type { NameState } from "./book";
import type { Sheet } from "./sheet";

export function printNames(sheet: Sheet): NameState[] {
  const { printAreas, titleColumns, titleRows } = sheet.page;
  const titles = [titleColumns, titleRows].filter((area) => area !== null);
  return [
    ...(printAreas.length > 0 ? [nameOf(sheet, "Print_Area", printAreas)] : []),
    ...(titles.length > 0 ? [nameOf(sheet, "Print_Titles", titles)] : []),
  ];
}

function nameOf(sheet: Sheet, name: string, areas: readonly Area[]): NameState {
  const formula = `=${areas.map((area) => `${quoteSheet(sheet.name)}!${formatArea(area, true)}`).join(",")}`;
  return { id: `${sheet.id}${name}`, name, formula, comment: "", visible: true, sheet };
}

export function deletePrintName(sheet: Sheet, name: string): void {
  if (name === "Print_Area") sheet.page.printAreas = [];
  if (name === "Print_Titles") Object.assign(sheet.page, { titleColumns: null, titleRows: null });
}
