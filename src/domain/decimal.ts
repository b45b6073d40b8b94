/** Exact decimal numbers as digit text: what money and number texts are computed with. Inner file of the folder. */

export interface Decimal {
  readonly negative: boolean;
  /** Without leading zeros; at least one digit. */
  readonly integer: string;
  /** Without trailing zeros; may be empty. */
  readonly fraction: string;
}

const LEADING_ZEROS = /^0+(?=\d)/;
const TRAILING_ZEROS = /0+$/;

/** Digits only, signs and separators already taken away. */
export function decimalOf(negative: boolean, integer: string, fraction: string): Decimal {
  const whole = integer.replace(LEADING_ZEROS, "") || "0";
  const part = fraction.replace(TRAILING_ZEROS, "");
  return { negative: negative && (whole !== "0" || part !== ""), integer: whole, fraction: part };
}

/** The decimal that the shortest text of a double names: 9504.2, not the binary fraction behind it. */
export function decimalOfNumber(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const text = String(Math.abs(value));
  const e = text.indexOf("e");
  const mantissa = e < 0 ? text : text.slice(0, e);
  const dot = mantissa.indexOf(".");
  const plain = decimalOf(
    value < 0,
    dot < 0 ? mantissa : mantissa.slice(0, dot),
    dot < 0 ? "" : mantissa.slice(dot + 1),
  );
  return e < 0 ? plain : shift(plain, Number(text.slice(e + 1)));
}

/** Times ten to the power of `places`, which may be negative. */
export function shift(value: Decimal, places: number): Decimal {
  if (places >= 0) {
    const fraction = value.fraction.padEnd(places, "0");
    return decimalOf(value.negative, value.integer + fraction.slice(0, places), fraction.slice(places));
  }
  const integer = value.integer.padStart(1 - places, "0");
  const cut = integer.length + places;
  return decimalOf(value.negative, integer.slice(0, cut), integer.slice(cut) + value.fraction);
}

/** Rounded half away from zero to `decimals` places. */
export function round(value: Decimal, decimals: number): Decimal {
  if (value.fraction.length <= decimals) return value;
  const kept = value.integer + value.fraction.slice(0, decimals);
  const up = value.fraction.charCodeAt(decimals) >= 53;
  const digits = up ? (BigInt(kept) + 1n).toString().padStart(decimals + 1, "0") : kept;
  const cut = digits.length - decimals;
  return decimalOf(value.negative, digits.slice(0, cut), digits.slice(cut));
}

/** `-9504.2`: what JSON and `Number()` read. */
export function decimalText(value: Decimal): string {
  const sign = value.negative ? "-" : "";
  return value.fraction === "" ? sign + value.integer : `${sign}${value.integer}.${value.fraction}`;
}

/** `-9.504,2`: dots group, the comma is the decimal sign; at least `minDecimals` decimals. */
export function vietnameseText(value: Decimal, minDecimals: number, grouping: boolean): string {
  const sign = value.negative ? "-" : "";
  const integer = grouping ? groupByDots(value.integer) : value.integer;
  const fraction = value.fraction.padEnd(minDecimals, "0");
  return fraction === "" ? sign + integer : `${sign}${integer},${fraction}`;
}

function groupByDots(digits: string): string {
  let grouped = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3) {
    grouped = `${digits.slice(Math.max(0, end - 3), end)}.${grouped}`;
  }
  return grouped;
}
