/** The list of findings as rows: groups by sheet and rule, filtered and searched. Pure. */
import { fold, type Finding, type Severity } from "../../../../domain";
import { ruleTitle, type Locale } from "../../../../wording";

export interface FindingGroup {
  readonly key: string;
  readonly sheet: string;
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

export type FindingRow =
  | { readonly kind: "group"; readonly key: string; readonly group: FindingGroup; readonly open: boolean }
  | {
      readonly kind: "finding";
      readonly key: string;
      readonly group: FindingGroup;
      readonly finding: Finding;
    };

export interface FindingFilter {
  readonly severity: Severity | "all";
  readonly search: string;
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const sought = new WeakMap<Finding, string>();

/** Everything that a person may look for, without diacritics. */
function soughtText(finding: Finding, locale: Locale): string {
  let text = sought.get(finding);
  if (text === undefined) {
    const { sheet, cell, column, message, code } = finding;
    text = fold([`${sheet}!${cell}`, column, message, ruleTitle(code, locale), code].join(" "));
    sought.set(finding, text);
  }
  return text;
}

/** Those of a severity that hold every word sought, with or without diacritics. */
export function filterFindings(
  findings: readonly Finding[],
  { severity, search }: FindingFilter,
  locale: Locale,
): readonly Finding[] {
  const words = fold(search)
    .split(" ")
    .filter((word) => word !== "");
  if (severity === "all" && words.length === 0) return findings;
  return findings.filter((finding) => {
    if (severity !== "all" && finding.severity !== severity) return false;
    const text = words.length === 0 ? "" : soughtText(finding, locale);
    return words.every((word) => text.includes(word));
  });
}

/** By sheet in the workbook's order, then by rule, the gravest first. */
export function groupFindings(findings: readonly Finding[], locale: Locale): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup & { readonly findings: Finding[] }>();
  const sheets = new Map<string, number>();
  for (const finding of findings) {
    const sheet = finding.sheet ?? "";
    if (!sheets.has(sheet)) sheets.set(sheet, sheets.size);
    const key = `${sheet}\n${finding.code}\n${finding.severity}`;
    const group = groups.get(key);
    if (group) {
      group.findings.push(finding);
      continue;
    }
    const title = ruleTitle(finding.code, locale);
    groups.set(key, {
      key,
      sheet,
      code: finding.code,
      title,
      severity: finding.severity,
      findings: [finding],
    });
  }
  return [...groups.values()].sort(
    (a, b) => sheets.get(a.sheet)! - sheets.get(b.sheet)! || gravity[a.severity] - gravity[b.severity],
  );
}

/** Groups and, where they are open, their findings. Keys stay with their finding from one check to the next. */
export function rowsOf(groups: readonly FindingGroup[], closed: ReadonlySet<string>): readonly FindingRow[] {
  const rows: FindingRow[] = [];
  const told = new Map<string, number>();
  for (const group of groups) {
    const open = !closed.has(group.key);
    rows.push({ kind: "group", key: group.key, group, open });
    if (!open) continue;
    for (const finding of group.findings) {
      const own = findingKey(finding);
      const times = told.get(own) ?? 0;
      told.set(own, times + 1);
      rows.push({ kind: "finding", key: times === 0 ? own : `${own}\n${times}`, group, finding });
    }
  }
  return rows;
}

export function findingKey({ code, sheet, cell, column }: Finding): string {
  return [code, sheet, cell, column].join("\n");
}

/** Lines of cells parted by tabs, for pasting into a sheet. Text that a sheet would take for a formula stays text. */
export function asTabbed(lines: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const flat = text.replace(/[\t\r\n]+/g, " ");
    return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
  };
  return lines.map((line) => line.map(cell).join("\t")).join("\r\n");
}
