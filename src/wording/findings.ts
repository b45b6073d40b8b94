/** Puts located flaws into words: one sentence, and the name of the repair where there is one. */
import type { Finding, Severity } from "../domain";
import { catalogue, type Located, type RuleCode, type RuleSource } from "../rules";
import { findingsEn } from "./findings.en";
import { findingsVi } from "./findings.vi";
import type { FindingWords, WordsOf } from "./findingWords";
import type { Locale } from "./locale";
import { CHANGED_SINCE_FROZEN, changedSinceFrozenTitle } from "./reportFindings";
import { sayIn, type Say } from "./say";

const words: Readonly<Record<Locale, FindingWords>> = { vi: findingsVi, en: findingsEn };
const sources = new Map<string, RuleSource | null>(catalogue.map((rule) => [rule.code, rule.source]));

/** The words of one rule, its params taken as the rule gave them. */
function wordsFor(code: RuleCode, locale: Locale): WordsOf<Located["params"]> {
  return words[locale][code] as WordsOf<Located["params"]>;
}

export function wordFinding(located: Located<RuleCode>, locale: Locale = "vi"): Finding {
  const { code, severity, sheet, table, cell, column, row, params, unit } = located;
  const say = sayIn(locale, unit);
  const own = wordsFor(code, locale);
  const sentence = own.message(params, say, { column: column ?? "", law: lawOf(code) });
  const message = onOtherSheet(sentence, params, locale);
  // What stands on a sheet of the staff's own stands in no table of ours.
  const ours = located.own ? null : table;
  return {
    code,
    severity,
    sheet,
    table: ours,
    cell,
    column,
    row,
    message,
    params,
    fix: fixOf(located, own, say),
  };
}

/** A row that a sentence speaks of is one of its own sheet unless it is said. */
function onOtherSheet(sentence: string, { otherRow, otherSheet }: Located["params"], locale: Locale): string {
  if (typeof otherSheet !== "string") return sentence;
  const row = String(otherRow);
  return locale === "vi"
    ? `${sentence} (Dòng ${row} ở trang “${otherSheet}”.)`
    : `${sentence} (Row ${row} is on sheet “${otherSheet}”.)`;
}

function lawOf(code: RuleCode): string {
  return sources.get(code)?.text ?? "";
}

function fixOf(
  { fix, code, params }: Located<RuleCode>,
  own: WordsOf<Located["params"]>,
  say: Say,
): Finding["fix"] {
  if (fix === null) return null;
  if (!own.fix) throw new Error(`no words for the repair of ${code}`);
  return { title: own.fix(params, say), value: fix.value };
}

/** What a rule is called in lists; a code that is no rule's stands for itself. */
export function ruleTitle(code: string, locale: Locale = "vi"): string {
  if (code === CHANGED_SINCE_FROZEN) return changedSinceFrozenTitle(locale);
  return sources.has(code) ? words[locale][code as RuleCode].title : code;
}

export const severityNames: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  vi: { error: "Lỗi", warning: "Cảnh báo", info: "Thông tin" },
  en: { error: "Error", warning: "Warning", info: "Information" },
};
