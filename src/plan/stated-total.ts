/** The whole plan's money where a plan states it: a sentence or a short list outside all projects, or a table's total row. */
import type { WrittenUnit } from "../domain";
import type { Skeleton } from "./blocks";
import { readBudgetText } from "./budget";
import type { Mention } from "./budget";
import type { PlanFlaw, StatedTotal } from "./model";
import { labelOf, noLabel, statedUnit } from "./money-labels";
import { settle } from "./settle";

const totalWords =
  /\btong (?:so |muc |cong )?(?:kinh phi|von|nguon von|du toan|nhu cau|nguon luc)|^tong (?:cong|so)\b/;
const budgetWords =
  /^(?:du kien )?(?:kinh phi|nguon von|nguon kinh phi|du toan|von|nhu cau (?:von|kinh phi))\b/;

export interface TotalReading {
  readonly total: StatedTotal | null;
  readonly flaws: readonly PlanFlaw[];
}

export function readStatedTotal(
  between: Skeleton["between"],
  documentUnit: WrittenUnit | null,
): TotalReading {
  const mentions: Mention[] = [];
  const flaws: PlanFlaw[] = [];
  let unit = documentUnit;
  let listing = false;
  for (const { paragraph, kind } of between) {
    const { flat, body, row, table } = paragraph;
    if (table) continue;
    unit = statedUnit(body) ?? unit;
    const opens =
      kind !== "organisation" &&
      (totalWords.test(flat) || (kind === "budget" && budgetWords.test(flat))) &&
      !/\b(?:du an|tieu du an) (?:so )?\d/.test(flat);
    const lists =
      (listing || kind === "budget") &&
      kind !== "organisation" &&
      labelOf(flat).source !== null &&
      flat.length < 300;
    // Some plans state the whole twice; the first statement counts.
    if (opens && mentions.some((mention) => mention.source === "total")) {
      listing = false;
      continue;
    }
    if (!opens && !lists) {
      listing = false;
      continue;
    }
    const read = readBudgetText(body, { row, inherited: noLabel, unit, project: null, totalFirst: opens });
    listing = opens || read.mentions.length > 0;
    mentions.push(...read.mentions);
    if (read.mentions.length > 0 || opens) flaws.push(...read.flaws);
    unit = read.unit ?? unit;
  }
  return { total: totalOf(mentions), flaws };
}

export function totalOf(mentions: readonly Mention[]): StatedTotal | null {
  if (mentions.length === 0) return null;
  const { allocation, writtenUnit, row } = settle(mentions);
  return { allocation, writtenUnit, row: row! };
}
