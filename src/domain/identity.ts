/**
 * Citizen identity numbers (CCCD): twelve digits: province of birth registration (3), gender and century (1), year of
 * birth (2), random (6); no check digit. Source: Circular 07/2016/TT-BCA (contract, section 4, `identity/…`).
 */

export type Gender = "Nam" | "Nữ";

export type Identity =
  | { readonly kind: "empty" }
  | {
      readonly kind: "cccd";
      readonly digits: string;
      readonly provinceCode: string;
      readonly gender: Gender;
      readonly birthYear: number;
      readonly centuryDigit: number;
    }
  /** 10 or 11 digits: leading zeros were lost when the cell became a number. */
  | { readonly kind: "lostZeros"; readonly digits: string; readonly padded: string }
  /** 9 digits: the former CMND. */
  | { readonly kind: "oldNumber"; readonly digits: string }
  | { readonly kind: "format" };

const LENGTH = 12;
const SEPARATORS = /[\s\u200b-\u200f\u2060\ufeff.'’‘ʼ`´]+/g;
const DIGITS = /^\d+$/;

/** Reads a cell; spaces, dots and apostrophes are stripped first. */
export function readIdentity(value: string | number | null): Identity {
  if (value === null) return { kind: "empty" };
  const digits = stripped(value);
  if (digits === "") return { kind: "empty" };
  if (!DIGITS.test(digits)) return { kind: "format" };
  switch (digits.length) {
    case LENGTH:
      return readDigits(digits);
    case 10:
    case 11:
      return { kind: "lostZeros", digits, padded: digits.padStart(LENGTH, "0") };
    case 9:
      return { kind: "oldNumber", digits };
    default:
      return { kind: "format" };
  }
}

function readDigits(digits: string): Identity {
  const centuryDigit = Number(digits[3]);
  return {
    kind: "cccd",
    digits,
    provinceCode: digits.slice(0, 3),
    gender: centuryDigit % 2 === 0 ? "Nam" : "Nữ",
    birthYear: 1900 + Math.floor(centuryDigit / 2) * 100 + Number(digits.slice(4, 6)),
    centuryDigit,
  };
}

function stripped(value: string | number): string {
  return typeof value === "number" ? String(value) : value.replace(SEPARATORS, "");
}

/** The name of the province of birth registration; undefined where the pack's table has no such code. */
export function identityProvince(
  digits: string,
  provinces: Readonly<Record<string, string>>,
): string | undefined {
  const code = digits.slice(0, 3);
  return Object.hasOwn(provinces, code) ? provinces[code] : undefined;
}

/** `*********123`: only the last three digits show; lost zeros count as hidden digits. Short texts are hidden whole. */
export function maskIdentity(value: string | number | null): string {
  if (value === null) return "";
  const identity = readIdentity(value);
  const shown = identity.kind === "lostZeros" ? identity.padded : stripped(value);
  if (shown.length <= 6) return "*".repeat(shown.length);
  return "*".repeat(shown.length - 3) + shown.slice(-3);
}
