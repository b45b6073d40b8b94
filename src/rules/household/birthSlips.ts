/** How two birth dates agree: the same, one or two slips of the hand, or another date. */
import { dayOf, monthOf, yearOf, type DayKey } from "../dateColumn";
import { bitCount } from "./nameLetters";

/** 0 to 2 are slips in the birth date. */
export const BIRTH_SAME_YEAR = 3;
/** Day and month swapped, and a digit wrong. */
export const BIRTH_SWAP_AND_SLIP = 4;
/** Day and month swapped: one slip, too. */
export const BIRTH_SWAPPED = 5;
export const BIRTH_OTHER = 6;

/** A decimal digit in each four bits, the last of the day lowest. */
export function packedDigits(key: DayKey): number {
  let packed = 0;
  for (let rest = key, place = 0; rest > 0; rest = Math.floor(rest / 10), place += 4)
    packed |= (rest % 10) << place;
  return packed;
}

/** The same date with day and month swapped. */
export function swappedDigits(birth: DayKey): number {
  return packedDigits(yearOf(birth) * 10000 + dayOf(birth) * 100 + monthOf(birth));
}

const DAY_AND_MONTH = 0xffff;
const DAY = 0xff;

/** 0 the same day, 1 or 2 slips, or one of the constants above. Dates as packed digits; `swapped` is `a` with day and month swapped. */
export function birthSlips(a: number, b: number, swapped: number): number {
  const difference = a ^ b;
  const isYearOnly = (a & DAY) === 0 || (b & DAY) === 0;
  if (isYearOnly) return (difference & ~DAY_AND_MONTH) === 0 ? BIRTH_SAME_YEAR : BIRTH_OTHER;
  if (difference === 0) return 0;
  const slips = digitsIn(difference);
  if (slips === 1) return 1;
  const slipsFromSwapped = digitsIn(swapped ^ b);
  if (slipsFromSwapped === 0) return BIRTH_SWAPPED;
  if (slips === 2) return isNeighbourSwap(a, b, difference) ? 1 : 2;
  return slipsFromSwapped === 1 ? BIRTH_SWAP_AND_SLIP : BIRTH_OTHER;
}

function digitsIn(difference: number): number {
  return bitCount((difference | (difference >>> 1) | (difference >>> 2) | (difference >>> 3)) & 0x11111111);
}

/** Of two digits that differ: neighbours within the day, the month or the year that changed places. */
function isNeighbourSwap(a: number, b: number, difference: number): boolean {
  const lower = (31 - Math.clz32(difference & -difference)) >> 2;
  if (lower === 1 || lower === 3 || lower === 7) return false;
  const digit = (packed: number, place: number): number => (packed >>> (4 * place)) & 15;
  return digit(a, lower) === digit(b, lower + 1) && digit(a, lower + 1) === digit(b, lower);
}
