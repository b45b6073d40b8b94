/** What takes a repetition of rows back on a sheet that stood before, and in what looked at it. */
import type { Edit, Operation } from "./edit";
import { repeatable, repeatedElsewhere, repeatedName } from "./repeated-formulas";
import { RowLayout } from "./row-layout";
import { valueAt, type SheetSnapshot, type Snapshot } from "./snapshot";

/** The sheet as it was, and the formulas of other sheets and the workbook's names that followed its rows. */
export function undoOfRepeating(sheet: string, edit: Edit, before: Snapshot): Operation[] {
  const design = before.designs.get(sheet);
  if (!design) throw new Error(`no reading of sheet ${sheet} to put back`);
  const layouts = edit.operations.flatMap((operation) =>
    operation.kind === "repeatRows" && operation.sheet.toLowerCase() === sheet.toLowerCase()
      ? [new RowLayout(operation.bands)]
      : [],
  );
  const followed = (formula: string, follow = repeatedElsewhere): boolean =>
    repeatable(formula, sheet, false) !== null &&
    layouts.reduce((text, layout) => follow(text, sheet, layout), formula) !== formula;
  const others = before.sheets.filter((one) => one.name.toLowerCase() !== sheet.toLowerCase());
  const names = before.names.filter((name) => name.sheet === null && followed(name.refersTo, repeatedName));
  return [
    { kind: "rewriteSheet", design },
    ...others.flatMap((one) => formulasAgain(one, (formula) => followed(formula))),
    ...names.map(({ name, refersTo }): Operation => ({ kind: "defineName", name, refersTo })),
  ];
}

/** Cells side by side are written together. */
function formulasAgain(sheet: SheetSnapshot, followed: (formula: string) => boolean): Operation[] {
  const operations: Operation[] = [];
  for (const [row, formulas] of sheet.formulas) {
    const columns = [...formulas.keys()]
      .filter((column) => followed(formulas.get(column)!))
      .sort((a, b) => a - b);
    let from = 0;
    columns.forEach((column, i) => {
      if (columns[i + 1] === column + 1) return;
      const line = columns.slice(from, i + 1).map((one) => ({
        formula: formulas.get(one)!,
        value: valueAt(sheet, row, one),
      }));
      operations.push({ kind: "writeCells", sheet: sheet.name, row, column: columns[from]!, cells: [line] });
      from = i + 1;
    });
  }
  return operations;
}
