/** The values that charts of new sheets show: of cells in the designs themselves, else of those in the workbook. */
import {
  findSheet,
  inputValue,
  valueAt,
  type CellValue,
  type SheetDesign,
  type SheetSnapshot,
} from "../../book";
import type { ValueLookup } from "./fresh-charts";
import type { ZipPackage } from "./package";
import { readSnapshot } from "./reading";

export function valuesOf(pkg: ZipPackage, designs: readonly SheetDesign[]): ValueLookup {
  const made = new Map(designs.map((design) => [design.name.toLowerCase(), design]));
  const indexes = new Map<SheetDesign, Map<string, CellValue>>();
  const read = new Map<string, SheetSnapshot | undefined>();
  const present = (name: string): SheetSnapshot | undefined => {
    const key = name.toLowerCase();
    if (!read.has(key)) read.set(key, findSheet(readSnapshot(pkg, { sheets: [name] }), name));
    return read.get(key);
  };
  return (name, row, column) => {
    const design = made.get(name.toLowerCase());
    if (!design) {
      const sheet = present(name);
      return sheet ? valueAt(sheet, row, column) : null;
    }
    let index = indexes.get(design);
    if (!index) indexes.set(design, (index = indexOf(design)));
    return index.get(`${row} ${column}`) ?? null;
  };
}

function indexOf(design: SheetDesign): Map<string, CellValue> {
  return new Map(
    design.cells.flatMap(({ row, column, content }) =>
      content === undefined ? [] : [[`${row} ${column}`, inputValue(content)] as const],
    ),
  );
}
