/** The signature block under a biểu: Người lập biểu – Kế toán – Chủ tịch, in the forms of Decree 30/2020/NĐ-CP. */
import type { Area, CellFormat, DesignCell } from "../book";
import { FONT, type Parameters } from "../layout";
import { ACCOUNTANT, PREPARER, type FreeCells } from "./freeCells";

const plain: CellFormat = {
  font: { name: FONT, size: 12 },
  horizontal: "center",
  vertical: "center",
  wrap: true,
};
const bold: CellFormat = { ...plain, font: { name: FONT, size: 12, bold: true } };
const italic: CellFormat = { ...plain, font: { name: FONT, size: 12, italic: true } };

interface Signer {
  readonly titles: readonly string[];
  readonly name: string;
}

/**
 * The cells of the block from `row` on; the date and the names are left for the hand where the plan gives none and nobody
 * has typed any.
 */
export function signatureCells(
  parameters: Parameters,
  widths: readonly number[],
  row: number,
  withAccountant: boolean,
  typed: FreeCells,
): { cells: DesignCell[]; merges: Area[]; lastRow: number } {
  const titles = String(parameters.value("signatoryTitle") ?? "")
    .split(/\s*[\n;]\s*/)
    .filter((title) => title.trim() !== "");
  const head: Signer = {
    titles: titles.length > 0 ? titles : ["CHỦ TỊCH"],
    name: parameters.text("signatory"),
  };
  const signers: Signer[] = [
    ...[PREPARER, ...(withAccountant ? [ACCOUNTANT] : [])].map((title) => ({
      titles: [title],
      name: typed.names.get(title) ?? "",
    })),
    head,
  ];
  const cells: DesignCell[] = [];
  const merges: Area[] = [];
  const titleRows = Math.max(...signers.map((signer) => signer.titles.length));
  const nameRow = row + 1 + titleRows + 3;
  signers.forEach((signer, index) => {
    const from = columnAt(widths, index / signers.length);
    const to = columnAt(widths, (index + 1) / signers.length) - 1;
    const put = (at: number, content: string | null, format: CellFormat) => {
      cells.push({ row: at, column: from, content, format });
      if (to > from) merges.push({ row: at, column: from, rows: 1, columns: to - from + 1 });
    };
    if (index === signers.length - 1) {
      const blank = `${parameters.text("commune")}, ngày ..... tháng ..... năm ........`;
      put(row, typed.signedAt ?? blank, { ...italic, locked: false });
    }
    signer.titles.forEach((title, line) => put(row + 1 + line, title.toUpperCase(), bold));
    const hint = signer === head ? "(Ký tên, đóng dấu)" : "(Ký, ghi rõ họ tên)";
    put(row + 1 + signer.titles.length, hint, italic);
    put(nameRow, signer.name === "" ? null : signer.name, { ...bold, locked: false });
  });
  return { cells, merges, lastRow: nameRow };
}

/** The column that begins nearest to a share of the whole width. */
function columnAt(widths: readonly number[], share: number): number {
  const goal = share * widths.reduce((sum, width) => sum + width, 0);
  let best = 0;
  let left = 0;
  let nearest = Math.abs(goal);
  widths.forEach((width, index) => {
    left += width;
    if (Math.abs(left - goal) < nearest) {
      nearest = Math.abs(left - goal);
      best = index + 1;
    }
  });
  return best;
}
