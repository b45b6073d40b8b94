/** The Excel API at hand, asked for at run time. */

/** What the product needs: Excel 2021. */
export const API_FLOOR = "1.14";

/** True when this Excel has the API set; every member above the floor stands behind this question. */
export function supports(version: `1.${number}`): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
