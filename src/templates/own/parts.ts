/** The parts that administrative documents share: whose it is and the national title, and the signatures below. */
import type { CellInput } from "../../book";
import { lineHeight, type Look, type Paper } from "./paper";

export const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";
export const PROGRAMME =
  "Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi";
export const COMMUNE = "{{Tham số.Tên xã}}";
export const YEAR = "{{Tham số.Năm kế hoạch}}";
export const DETAIL_UNIT = "{{Tham số.Đơn vị tính chi tiết}}";
/** Who may be supported, sorted as a list is read; those who already have a decision are not proposed again. */
export const PROPOSED = 'Hộ "Số QĐ phê duyệt"="" sắp xếp="Thôn xóm; Họ và tên chủ hộ"';

const centred: Look = { align: "center", vertical: "center" };

export interface Heading {
  /** Columns of the body's name at the left: up to this one. */
  readonly split: number;
  /** The body above; then the body itself, in bold. */
  readonly authority: readonly [string, string];
  /** “Số: …/QĐ-UBND”, or nothing for minutes and lists. */
  readonly number?: CellInput;
  /** “Dân Tiến, ngày …” */
  readonly placeAndDate?: CellInput;
  /** The columns that the rule under each name spans. */
  readonly rules: readonly [readonly [number, number], readonly [number, number]];
}

/** Body's name and number at the left, the national title with place and date at the right. */
export function heading(paper: Paper, parts: Heading): void {
  const left = parts.split;
  const [above, own] = parts.authority;
  paper.put(0, left, above, { ...centred, size: 12 });
  paper.put(left + 1, paper.last, NATION, { ...centred, size: 12, bold: true });
  paper.next(lineHeight(12) * Math.max(1, paper.linesAcross(above, 0, left, { size: 12 })));
  const strong: Look = { align: "center", vertical: "top", size: 13, bold: true };
  paper.put(0, left, own, strong);
  paper.put(left + 1, paper.last, MOTTO, strong);
  paper.next(lineHeight(13) * Math.max(1, paper.linesAcross(own, 0, left, { size: 13, bold: true })));
  ruleRow(paper, parts.rules);
  if (parts.number !== undefined || parts.placeAndDate !== undefined) {
    if (parts.number !== undefined) paper.put(0, left, parts.number, { ...centred, size: 13 });
    if (parts.placeAndDate !== undefined)
      paper.put(left + 1, paper.last, parts.placeAndDate, { ...centred, size: 13, italic: true });
    paper.next(lineHeight(13) + 4);
  }
  paper.gap(10);
}

/** The national title alone, in the middle: a citizen's paper has no body at the left. */
export function nationalTitle(paper: Paper, rule: readonly [number, number]): void {
  paper.put(0, paper.last, NATION, { ...centred, size: 13, bold: true });
  paper.next(lineHeight(13));
  paper.put(0, paper.last, MOTTO, { ...centred, size: 14, bold: true });
  paper.next(lineHeight(14));
  ruleRow(paper, [rule]);
}

/** Short rules stand close under the lines above them. */
export function ruleRow(paper: Paper, rules: readonly (readonly [number, number])[]): void {
  for (const [from, to] of rules) paper.put(from, to, null, { border: "under", size: 4 });
  paper.next(4);
  paper.gap(8);
}

export interface Signer {
  readonly from: number;
  readonly to: number;
  /** Up to three lines, with what is asked of the signer in brackets under it. */
  readonly title: string;
  readonly name?: string;
}

/** Titles with room for the hand and the seal, which no page break can part, then names; side by side. */
export function signatures(paper: Paper, signers: readonly Signer[]): void {
  const size = 13;
  for (const { from, to, title } of signers)
    paper.put(from, to, title, { align: "center", vertical: "top", bold: true, size });
  paper.next(3 * lineHeight(size) + 56);
  for (const { from, to, name } of signers)
    paper.put(from, to, name ?? null, { align: "center", bold: true, size });
  paper.next(lineHeight(size) + 2);
}

/** Recipients at the left, the signatory at the right: how a letter, a decision and a report end. */
export function closing(
  paper: Paper,
  parts: {
    readonly split: number;
    readonly recipients: string;
    readonly title: string;
    readonly name: string;
    /** Lines of the signatory's title. */
    readonly titleLines: number;
    /** Lines the recipients have room for. */
    readonly recipientLines: number;
  },
): void {
  const { split } = parts;
  const right = split + 1;
  const small = lineHeight(11);
  const titleHeight = parts.titleLines * lineHeight(13) + 2;
  paper.gap(8);
  paper.put(0, split, "Nơi nhận:", { size: 12, bold: true, italic: true, vertical: "top" });
  paper.put(right, paper.last, parts.title, { align: "center", vertical: "top", bold: true, size: 13 }, 2);
  paper.next(lineHeight(12));
  const rest = Math.max(titleHeight - lineHeight(12), small);
  const seal = Math.max(66, parts.recipientLines * small - rest - lineHeight(13));
  paper.put(0, split, parts.recipients, { size: 11, vertical: "top" }, 3);
  paper.next(rest);
  paper.next(seal);
  paper.put(right, paper.last, parts.name, { align: "center", bold: true, size: 13 });
  paper.next(lineHeight(13) + 2);
}
