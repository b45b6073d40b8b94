/** What stands in front of a paragraph: "II.", "1.3.", "a)", "-", "+". Markers of one kind are on one level of a list. */

export interface Marker {
  /** Equal for markers of one kind: `roman`, `A`, `n1`, `n2` … (by depth), `n)`, `(n)`, `a)`, `(i)`, or the bullet's sign. */
  readonly style: string;
  /** The last ordinal: 3 for "1.3." and "c)"; null for bullets. */
  readonly ordinal: number | null;
  /** All numbers of a decimal marker: [1, 3] for "1.3."; empty for the others. */
  readonly numbers: readonly number[];
  /** As written, without spaces around it. */
  readonly text: string;
}

const bullets = /^(?:[-–—‒−+*•●○▪■◦·\uf02d\uf02b\uf0b7\uf0a7\uf0d8\uf0fc]\s*)+/;
const roman = /^([IVX]{1,6})\s*[.)](?=\s|\p{Lu})\s*/u;
const romanDash = /^([IVX]{1,6})\s*[-–:/]\s+/;
const capital = /^([A-HĐ])\s*[.)]\s+/;
const decimal = /^(\d{1,2}(?:\s?\.\s?\d{1,2}){0,4})\s*([.)])?(?=\s|\p{L})\s*/u;
const letter = /^([a-zđ])\s*[.)](?=\s|\p{Lu})\s*/u;
const bracketed = /^\(\s*(\d{1,2}|[a-zđ]|[ivx]{1,4})\s*\)\s*/;
const moneyUnit = /^(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|trđ|tr\.|đ\b|%|hộ|ha|km|người)/iu;
const letters = "abcdđefghijklmnopqrstuvwxyz";

/** Parts a paragraph into its marker and the rest; `marker` null where it has none. */
export function splitMarker(text: string): { readonly marker: Marker | null; readonly rest: string } {
  const bullet = bullets.exec(text);
  if (bullet) return { marker: bulletMarker(bullet[0]), rest: text.slice(bullet[0].length) };
  const found = ordinalMarker(text);
  return found ?? { marker: null, rest: text };
}

/** "- +" is the sign nearest to the text. */
function bulletMarker(signs: string): Marker {
  const sign = signs.replace(/\s/g, "").slice(-1);
  return { style: bulletStyle(sign), ordinal: null, numbers: [], text: sign };
}

/** Bullets copied out of Word are letters of a private area. */
function bulletStyle(sign: string): string {
  if (/[–—‒−\uf02d]/.test(sign)) return "-";
  if (sign === "\uf02b") return "+";
  if (/[○◦]/.test(sign)) return "○";
  return /[-+*]/.test(sign) ? sign : "•";
}

function ordinalMarker(text: string): { readonly marker: Marker; readonly rest: string } | null {
  const cut = (
    match: RegExpExecArray,
    style: string,
    ordinal: number | null,
    numbers: readonly number[] = [],
  ) => ({
    marker: { style, ordinal, numbers, text: match[0].trim() },
    rest: text.slice(match[0].length),
  });
  let match = roman.exec(text) ?? romanDash.exec(text);
  if (match) return cut(match, "roman", romanValue(match[1]!));
  match = capital.exec(text);
  if (match) return cut(match, "A", match[1]!.charCodeAt(0) - 64);
  match = decimal.exec(text);
  if (match) {
    const numbers = match[1]!.split(".").map((part) => Number(part.trim()));
    const rest = text.slice(match[0].length);
    // "12 hộ", "1.5 triệu" and years begin sentences; a lone number needs its dot to be a marker.
    if ((numbers.length > 1 || match[2] !== undefined) && !moneyUnit.test(rest)) {
      const style = match[2] === ")" ? "n)" : `n${numbers.length}`;
      return cut(match, style, numbers[numbers.length - 1]!, numbers);
    }
    return null;
  }
  match = letter.exec(text);
  if (match) return cut(match, "a)", letters.indexOf(match[1]!) + 1);
  match = bracketed.exec(text);
  if (!match) return null;
  const inner = match[1]!;
  if (/\d/.test(inner)) return cut(match, "(n)", Number(inner));
  return cut(match, inner.length > 1 || /[ivx]/.test(inner) ? "(i)" : "(a)", null);
}

/** IV → 4; 0 for what is no Roman number. */
export function romanValue(text: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    const value = values[text[index]!.toUpperCase()] ?? 0;
    const next = values[text[index + 1]?.toUpperCase() ?? ""] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}

export function isBullet(marker: Marker | null): boolean {
  return marker !== null && marker.style.length === 1 && marker.style !== "A";
}
