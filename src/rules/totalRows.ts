/** Rows that hold a typed total ("Tổng cộng") among the data: they are reported once and take no part in other rules. */
import type { CellValue } from "../book";
import { fold, normalise } from "../domain";

const PERIOD_OR_PART =
  "tháng|quý|năm|ngày|kỳ|xóm|thôn|bản|xã|dự án|nguồn|phát sinh|l[uũ][yỹ] kế|luỹ kế|dồn|chung|toàn|trang|sang trang|chuyển|mang";
const MARKED = new RegExp(
  `^(?:tổng cộng|tổng số|cộng dồn|(?:tổng|cộng) (?:${PERIOD_OR_PART}))(?![\\p{L}])`,
  "u",
);
const ALONE: ReadonlySet<string> = new Set([
  "tong cong",
  "tong so",
  "tong",
  "cong",
  "cong chung",
  "tong chung",
  "tong cong chung",
  "total",
]);
/** Roman numerals and letters before the word, and signs after it. */
const ENUMERATION = /^(?:[ivx]+|\p{L}|\d+)\s*[.)/-]\s*/iu;
const SIGNS_AT_END = /[\s.:;,()*…-]+$/;

/** "Tổng cộng", "Cộng:", "Tổng số", "Cộng tháng 9", "Tổng cộng toàn xã"; not "Cộng đồng dân cư", not "Công ty". */
export function isTotalLabel(cell: CellValue): boolean {
  if (typeof cell !== "string" || cell.length > 80 || !/^\W*(?:[ivx\d]+|\p{L})?[\s.)/-]*[tc]/iu.test(cell))
    return false;
  const text = normalise(cell).replace(ENUMERATION, "").replace(SIGNS_AT_END, "").toLowerCase();
  return ALONE.has(fold(text)) ? !/^công$/.test(text) : MARKED.test(text);
}
