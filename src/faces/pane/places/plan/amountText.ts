/** An amount as a person types it, in Vietnamese number text. */
import {
  fitsDong,
  formatMoney,
  parseVietnameseNumber,
  toDong,
  type Dong,
  type MoneyUnit,
} from "../../../../domain";

export type TypedAmount =
  | { readonly kind: "amount"; readonly dong: Dong | null }
  | { readonly kind: "unreadable" | "ambiguous" | "subDong" | "tooLarge" | "negative" };

/** Nothing typed is no amount (null). */
export function typedAmount(text: string, unit: MoneyUnit, notNegative = false): TypedAmount {
  if (text.trim() === "") return { kind: "amount", dong: null };
  const reading = parseVietnameseNumber(text);
  if (reading.kind === "none") return { kind: "unreadable" };
  if (reading.kind === "ambiguous") return { kind: "ambiguous" };
  if (!fitsDong(reading.value, unit)) return { kind: "tooLarge" };
  if (notNegative && reading.value < 0) return { kind: "negative" };
  const { dong, exact } = toDong(reading.value, unit);
  return exact ? { kind: "amount", dong } : { kind: "subDong" };
}

export function amountText(dong: Dong | null, unit: MoneyUnit): string {
  return dong === null ? "" : formatMoney(dong, unit);
}

/** Half a number: with more digits it can be read. */
export function isBegunAmount(text: string): boolean {
  return /^\s*-\s*$/.test(text) || ["0", "00", "000"].some((more) => isNumber(text + more));
}

function isNumber(text: string): boolean {
  return parseVietnameseNumber(text).kind === "number";
}
