/** A table pasted as text, out of a spreadsheet, a page or a .csv file. */
import type { CellValue } from "../book";

/** Rows of cells; every cell is text as it was copied, an empty one is null. */
export function pastedCells(text: string): CellValue[][] {
  const separator = separatorOf(text);
  const rows: CellValue[][] = [];
  let row: CellValue[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim() === "" ? null : cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') cell += plain[(at += 1)]!;
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator) endCell();
    else if (sign === "\n") endRow();
    else cell += sign;
  }
  if (cell !== "" || row.length > 0) endRow();
  while (rows.length > 0 && rows.at(-1)!.every((value) => value === null)) rows.pop();
  return rows;
}

/** Tabs out of a spreadsheet; in a file semicolons, or commas, which in Vietnamese stand in numbers too. */
function separatorOf(text: string): string {
  if (text.includes("\t")) return "\t";
  const [head = ""] = text.split("\n", 1);
  return head.includes(";") ? ";" : ",";
}
