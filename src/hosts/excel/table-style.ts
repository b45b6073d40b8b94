/** A table without a look of its own: the interface has no word for it, so the workbook gets a table style that is blank. */

export const PLAIN_TABLE_STYLE = "So MTQG - khong kieu";

/** Makes the blank style; only where the workbook does not hold it yet. */
export function addPlainTableStyle(workbook: Excel.Workbook): void {
  workbook.tableStyles.add(PLAIN_TABLE_STYLE);
}
