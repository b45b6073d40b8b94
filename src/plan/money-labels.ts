/** What words say about money: from which budget it comes, of which level and kind of capital, in which unit. */
import { fold, parseMoneyUnit } from "../domain";
import type { WrittenUnit } from "../domain";

export type Capital = "investment" | "recurrent";
export type Level = "tỉnh" | "huyện" | "xã";
export type Source = "total" | "central" | "local" | "other";

/** Who pays, as far as a label says; nulls where it does not. */
export interface Label {
  readonly source: Source | null;
  readonly level: Level | null;
  readonly capital: Capital | null;
}

export const noLabel: Label = { source: null, level: null, capital: null };

const factors: Readonly<Record<WrittenUnit, number>> = {
  đồng: 1,
  "nghìn đồng": 1e3,
  "triệu đồng": 1e6,
  "tỷ đồng": 1e9,
};

export function factorOf(unit: WrittenUnit): number {
  return factors[unit];
}

/** The unit of "tr.đ", "tỷ", "ngàn đồng" …; đồng for what names no multiple. */
export function unitOfText(unitText: string): WrittenUnit {
  const folded = fold(unitText);
  if (/^t[yi]/.test(folded)) return "tỷ đồng";
  if (folded.startsWith("tr")) return "triệu đồng";
  return folded.startsWith("ng") ? "nghìn đồng" : "đồng";
}

const patterns: readonly (readonly [RegExp, Partial<Label>])[] = [
  [/\b(?:nstw|trung uong|tw)\b/, { source: "central" }],
  [
    /\b(?:ngan sach|ns|von|cap|nguon)(?: cap| cua)? tinh\b|\btinh(?=\s*[:(]?\s*\d)|\bnst\b/,
    { source: "local", level: "tỉnh" },
  ],
  [
    /\b(?:ngan sach|ns|von|cap|nguon)(?: cap| cua)? huyen\b|\bhuyen(?=\s*[:(]?\s*\d)|\bnsh\b/,
    { source: "local", level: "huyện" },
  ],
  [
    /\b(?:ngan sach|ns|von|cap|nguon)(?: cap| cua)? (?:xa|phuong)\b(?! hoi)|\bxa(?=\s*[:(]?\s*\d)|\bnsx\b/,
    { source: "local", level: "xã" },
  ],
  [/\b(?:nsdp|dia phuong|doi ung)\b/, { source: "local" }],
  [
    /\b(?:huy dong|xa hoi hoa|dong gop|hop phap|tin dung|von vay|vay von|doanh nghiep)\b|\b(?:von|nguon|kinh phi)\b.{0,30}\bkhac\b|^\s*khac\b/,
    { source: "other" },
  ],
  [/\b(?:dau tu|vdt|dtpt|xdcb)\b/, { capital: "investment" }],
  [/\b(?:su nghiep|vsn|kpsn|thuong xuyen)\b/, { capital: "recurrent" }],
];

/** What a clause (folded) says about who pays. The level names a local budget; "đối ứng" beside it adds nothing. */
export function labelOf(flat: string): Label {
  let label: Label = noLabel;
  for (const [pattern, part] of patterns) {
    if (!pattern.test(flat)) continue;
    if (part.source && label.source) continue;
    label = { ...label, ...part };
  }
  return label;
}

export function isEmpty(label: Label): boolean {
  return label.source === null && label.capital === null;
}

const unitStatement =
  /đơn vị tính|đơn vị\s*:|đvt|dvt|tính bằng|\(\s*(?:nghìn |ngàn |triệu |tỷ )?(?:đồng|trđ|tr\.đ)\s*\)/iu;

/** The unit that a title or a line names ("Đơn vị tính: triệu đồng"); only where the text says that it is one. */
export function statedUnit(text: string): WrittenUnit | null {
  return unitStatement.test(text) ? parseMoneyUnit(text) : null;
}
