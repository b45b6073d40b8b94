/** From single mentions of money to one allocation: what is stated counts; what is not is summed only from its own parts. */
import { sumDong } from "../domain";
import type { Mention } from "./budget";
import type { CapitalSplit, PlanAllocation } from "./model";
import type { Capital, Level, Source } from "./money-labels";

export interface Settled {
  readonly allocation: PlanAllocation;
  readonly localParts: Readonly<Record<string, number>> | null;
  readonly capital: CapitalSplit | null;
  /** The largest unit that an amount is written in, as đồng. */
  readonly writtenUnit: number;
  readonly row: number | null;
  /** Two different amounts for the same thing: the first one counts. */
  readonly conflicts: readonly { readonly first: Mention; readonly second: Mention }[];
}

const capitals: readonly Capital[] = ["investment", "recurrent"];
const levels: readonly Level[] = ["tỉnh", "huyện", "xã"];

export function settle(mentions: readonly Mention[]): Settled {
  const first = new Map<string, Mention>();
  const conflicts: { first: Mention; second: Mention }[] = [];
  const key = (source: Source, level: Level | null, capital: Capital | null): string =>
    `${source}/${level}/${capital}`;
  for (const mention of mentions) {
    const at = key(mention.source, mention.level, mention.capital);
    const known = first.get(at);
    if (!known) first.set(at, mention);
    else if (known.amount !== mention.amount) conflicts.push({ first: known, second: mention });
  }
  const get = (source: Source, level: Level | null, capital: Capital | null): number | null =>
    first.get(key(source, level, capital))?.amount ?? null;

  const localOf = (capital: Capital | null): number | null =>
    get("local", null, capital) ?? sumOf(levels.map((level) => get("local", level, capital)));
  const stated = (source: Source, capital: Capital | null): number | null =>
    source === "local" ? localOf(capital) : get(source, null, capital);
  const amount = (source: Source): number | null =>
    stated(source, null) ?? sumOf(capitals.map((capital) => stated(source, capital)));
  const ofCapital = (capital: Capital): PlanAllocation | null => {
    const [central, local, other] = [stated("central", capital), localOf(capital), stated("other", capital)];
    const total = stated("total", capital) ?? sumOf([central, local, other]);
    return total === null ? null : { total, central, local, other };
  };
  const [investment, recurrent] = capitals.map(ofCapital) as [PlanAllocation | null, PlanAllocation | null];
  const parts = levels.flatMap((level) => {
    const part = get("local", level, null) ?? sumOf(capitals.map((capital) => get("local", level, capital)));
    return part === null ? [] : [[level, part] as const];
  });
  return {
    allocation: {
      total: amount("total"),
      central: amount("central"),
      local: amount("local"),
      other: amount("other"),
    },
    localParts: parts.length > 0 ? Object.fromEntries(parts) : null,
    capital: investment || recurrent ? { investment, recurrent } : null,
    writtenUnit: mentions.reduce((unit, mention) => Math.max(unit, mention.writtenUnit), 1),
    row: mentions[0]?.row ?? null,
    conflicts,
  };
}

/** null where there is nothing to sum. */
export function sumOf(amounts: readonly (number | null)[]): number | null {
  const given = amounts.filter((amount) => amount !== null);
  return given.length > 0 ? sumDong(given) : null;
}
