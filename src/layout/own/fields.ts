/** Which of our fields a header names, and how well. */
import { householdWords } from "./householdWords";
import type { OwnTableName } from "./model";
import { budgetWords, voucherWords, workWords } from "./moneyWords";
import type { FieldWords } from "./sharedWords";
import { headerText, saysPhrase } from "./words";

export const fieldWords: Readonly<Record<OwnTableName, readonly FieldWords[]>> = {
  tblHo: householdWords,
  tblNganSach: budgetWords,
  tblGiaiNgan: voucherWords,
  tblCongTrinh: workWords,
};

/** Columns that staff keep and our tables do not: they win over a field that they only resemble. */
const others: readonly string[] = [
  "ky nhan",
  "chu ky",
  "ky ten",
  "so dien thoai",
  "=sdt",
  "dien thoai",
  "chuc vu",
  "=so ho",
  "tong so ho",
  "ty le",
  "ty le giai ngan",
  "dien tich",
  "don vi tinh",
  "so luong",
  "quan he chu ho",
  "quan he voi chu ho",
  "ho ten vo chong",
  "luy ke",
  "luy ke giai ngan",
  "luy ke thanh toan",
  "con lai",
  "so con lai",
  "ngay cap",
  "noi cap",
  "ngay cap cccd",
  "nghe nghiep",
  "trinh do",
  "ten ngan hang",
  "=ngan hang",
  "ngay hop dong",
  "so hop dong",
  "nam xay dung",
  "thoi gian thuc hien",
  "thoi gian",
  "chieu dai",
  "quy mo",
  "nang luc thiet ke",
  "don gia",
  "tong muc dau tu nstw",
  "=huyen",
  "=tinh",
  "=xa",
  "kiem tra",
  "ma dong",
  "ma ho",
  "so so ho ngheo",
  "nam hoan thanh",
  "thuc hien",
];

/** Headers repeat from sheet to sheet; each is judged once. */
const judged = new WeakMap<FieldWords["phrases"], Map<string, number>>();
const MOST_JUDGED = 5000;

function best(header: string, phrases: FieldWords["phrases"]): number {
  let known = judged.get(phrases);
  if (!known) judged.set(phrases, (known = new Map()));
  let score = known.get(header);
  if (score === undefined) {
    score = 0;
    for (const entry of phrases) {
      const [phrase, most] = typeof entry === "string" ? [entry, 1] : entry;
      score = Math.max(score, saysPhrase(header, phrase) * most);
    }
    if (known.size >= MOST_JUDGED) known.clear();
    known.set(header, score);
  }
  return score;
}

/** How well a header text (as `headerText` gives it) names a field, 0 to 1. */
export function namesField(header: string, words: FieldWords): number {
  return best(header, words.phrases);
}

/** How well it names something that is none of our fields. */
export function namesOther(header: string): number {
  return best(header, others);
}

const anyField = new Map<string, number>();

/** How well a cell's text names any column that we know; asked for every short text near the top of a sheet. */
export function namesAnything(text: string): number {
  let score = anyField.get(text);
  if (score === undefined) {
    const header = headerText(text);
    score = header.length > 60 ? 0 : namesOther(header);
    if (header.length <= 60)
      for (const fields of Object.values(fieldWords))
        for (const words of fields) score = Math.max(score, namesField(header, words));
    if (anyField.size > 20_000) anyField.clear();
    anyField.set(text, score);
  }
  return score;
}
