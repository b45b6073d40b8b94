/** Values as a document shows them: typed where a placeholder has its cell to itself, else Vietnamese text. */
import { isCellError, type CellValue } from "../book";
import {
  amountInWords,
  dateInWords,
  fitsDong,
  formatVietnameseDate,
  formatVietnameseNumber,
  maskIdentity,
  parseMoneyText,
  parseVietnameseNumber,
  readDateCell,
  toDong,
  type MoneyUnit,
} from "../domain";
import type { FieldKind, Filter } from "./filters";

/** What is known of a value: how its field is kept, and the date system of its workbook. */
export interface ValueKind {
  readonly kind: FieldKind;
  readonly unit: MoneyUnit | null;
  /** A fraction that its sheet shows as per cent. */
  readonly percent: boolean;
  readonly date1904: boolean;
}

/** The text of a value within a sentence, after its filters. */
export function textOf(value: CellValue, filters: readonly Filter[], kind: ValueKind): string {
  const [first, ...rest] = filters;
  if (first === undefined) return plainText(value, kind);
  let text = filtered(value, first, kind);
  for (const filter of rest) text = filter === "hoa" ? upperCase(text) : filtered(text, filter, kind);
  return text;
}

function filtered(value: CellValue, filter: Filter, kind: ValueKind): string {
  if (value === null || isCellError(value) || typeof value === "boolean") return plainText(value, kind);
  switch (filter) {
    case "bằng chữ":
      return inWords(value, kind);
    case "ngày":
      return dayInWords(value, kind);
    case "số": {
      const number = numberOf(value);
      return number === null ? plainText(value, kind) : formatVietnameseNumber(number);
    }
    case "che":
      return masked(value, kind);
    case "hoa":
      return upperCase(plainText(value, kind));
  }
}

/** As its sheet shows it. Codes and years have no dots between their digits. */
export function plainText(value: CellValue, { kind, percent, date1904 }: ValueKind): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "x" : "";
  if (typeof value === "string") return value;
  switch (kind) {
    case "date":
    case "birthDate": {
      const date = readDateCell(value, date1904);
      return date.kind === "date"
        ? formatVietnameseDate(date)
        : formatVietnameseNumber(value, { grouping: false });
    }
    case "money":
    case "detailMoney":
    case "count":
    case "quantity":
      return formatVietnameseNumber(value);
    default:
      return percent
        ? `${formatVietnameseNumber(value * 100, { maxDecimals: 2 })}%`
        : formatVietnameseNumber(value, { grouping: false });
  }
}

/** A number, or a text that can be read as one in only one way. */
export function numberOf(value: CellValue): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const reading = parseVietnameseNumber(value);
  return reading.kind === "number" ? reading.value : null;
}

/** An amount of đồng; a text may name its own unit ("720 triệu đồng"). */
export function dongOf(value: CellValue, unit: MoneyUnit | null): number | null {
  const number = numberOf(value);
  if (number !== null) return fitsDong(number, unit ?? "đồng") ? toDong(number, unit ?? "đồng").dong : null;
  if (typeof value !== "string") return null;
  const reading = parseMoneyText(value, unit ?? "đồng");
  return reading.kind === "amount" ? reading.dong : null;
}

/** What is no amount stays as it is: a document must not say less than the workbook. */
function inWords(value: string | number, kind: ValueKind): string {
  const dong = dongOf(value, kind.unit);
  return dong === null ? plainText(value, kind) : amountInWords(dong);
}

function dayInWords(value: string | number, kind: ValueKind): string {
  const date = readDateCell(value, kind.date1904);
  switch (date.kind) {
    case "date":
    case "text-date":
      return dateInWords(date);
    case "month":
      return `tháng ${date.month < 3 ? `0${date.month}` : date.month} năm ${date.year}`;
    case "year":
      return `năm ${date.year}`;
    default:
      return plainText(value, kind);
  }
}

/** Of a date only the year is left, of anything else the last three signs. */
function masked(value: string | number, kind: ValueKind): string {
  if (kind.kind !== "date" && kind.kind !== "birthDate") return maskIdentity(value);
  const date = readDateCell(value, kind.date1904);
  return "year" in date ? String(date.year) : maskIdentity(value);
}

function upperCase(text: string): string {
  return text.toLocaleUpperCase("vi");
}
