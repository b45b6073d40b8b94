/** Money shared out in whole đồng by number of households × norm, so that the parts make up the whole to the đồng. */
import { sumDong, type Dong } from "../domain";

/** Money of one budget line, by source. */
export interface SharedMoney {
  readonly central: Dong;
  readonly local: Dong;
}

/** What one content needs. */
export interface ContentNeed {
  /** A whole number, 0 or more. */
  readonly households: number;
  /** Đồng per household, 0 or more. */
  readonly norm: Dong;
  /** `central`: the norm is for central money alone, local money is added in the ratio of the whole. */
  readonly covers: "total" | "central";
}

export interface ContentShare {
  readonly need: Dong;
  readonly have: SharedMoney & { readonly total: Dong };
  /** What is lacking of the need; 0 where it is met. */
  readonly short: Dong;
}

export interface Shared {
  readonly shares: readonly ContentShare[];
  readonly need: Dong;
  readonly short: Dong;
  readonly left: SharedMoney & { readonly total: Dong };
}

/**
 * Where the money is enough each content has its need and the rest is left; where it is not, all of it is shared in
 * proportion to the needs. Each share has central and local money in the ratio of the whole. All are integers of đồng,
 * none negative, and shares and rest make up the whole exactly, source by source.
 * @throws RangeError for money, households or norms that are negative or not whole
 */
export function allocateByNorm(money: SharedMoney, contents: readonly ContentNeed[]): Shared {
  for (const value of [
    money.central,
    money.local,
    ...contents.flatMap((one) => [one.households, one.norm]),
  ]) {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole amount: ${value}`);
  }
  const whole = sumDong([money.central, money.local]);
  const needs = contents.map((content) => needOf(content, money));
  const need = sumDong(needs);
  const spent = Math.min(need, whole);
  const totals = need <= whole ? needs : shareOut(whole, needs);
  // What is spent takes central money in the ratio of the whole, then each content of what is spent.
  const [spentCentral = 0] = whole === 0 ? [] : shareOut(spent, [money.central, money.local]);
  const central = shareOut(spentCentral, totals);
  const shares = totals.map((total, index): ContentShare => ({
    need: needs[index]!,
    have: { total, central: central[index]!, local: total - central[index]! },
    short: needs[index]! - total,
  }));
  const left = { central: money.central - spentCentral, local: money.local - (spent - spentCentral) };
  return { shares, need, short: need - spent, left: { ...left, total: whole - spent } };
}

function needOf({ households, norm, covers }: ContentNeed, money: SharedMoney): Dong {
  const need = BigInt(households) * BigInt(norm);
  if (covers === "total" || money.central === 0) return safe(need);
  const [central, local] = [BigInt(money.central), BigInt(money.local)];
  // Rounded half up: there is no negative money here.
  return safe(need + (2n * need * local + central) / (2n * central));
}

/**
 * A whole shared in proportion to weights by largest remainder: the parts are integers, sum to it exactly, and none is
 * above its weight as long as the whole is not above their sum. Of equal remainders the earlier gets more.
 */
export function shareOut(whole: Dong, weights: readonly number[]): Dong[] {
  const sum = weights.reduce((so, weight) => so + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const parts = weights.map((weight, index) => {
    const exact = BigInt(whole) * BigInt(weight);
    return { index, floor: exact / sum, rest: exact % sum };
  });
  let missing = BigInt(whole) - parts.reduce((so, part) => so + part.floor, 0n);
  const shares = parts.map((part) => part.floor);
  for (const part of [...parts].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1,
  )) {
    if (missing === 0n) break;
    shares[part.index]! += 1n;
    missing -= 1n;
  }
  return shares.map(safe);
}

function safe(value: bigint): Dong {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`more than a safe integer of đồng: ${value}`);
  return number;
}
