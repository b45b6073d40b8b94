/** Another library's opinion of every formula of a workbook. */
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { calculateFormulas } from "@cj-tech-master/excelts/formula";

installChartSupport();

export interface Recalculated {
  readonly sheet: string;
  readonly place: string;
  readonly formula: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Every formula computed anew, beside what our code wrote. */
export async function recalculated(bytes: Uint8Array): Promise<Recalculated[]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(bytes));
  const cells: (Omit<Recalculated, "theirs"> & { read: () => unknown })[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula)
          cells.push({
            sheet: sheet.name,
            place: cell.address,
            formula: String(cell.formula),
            ours: cell.result,
            read: () => cell.result,
          });
      }),
    );
  }
  calculateFormulas(workbook as unknown as Parameters<typeof calculateFormulas>[0]);
  return cells.map(({ read, ...cell }) => ({ ...cell, theirs: read() }));
}

export function same(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));
  return (a ?? "") === (b ?? "");
}
