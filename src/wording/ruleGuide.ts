/** What a person may know of a rule: what it looks for, why, on what it rests, and an example each way. */
import {
  dateFromSerial,
  formatVietnameseDate,
  formatVietnameseNumber,
  type Confidence,
  type Severity,
} from "../domain";
import type { CellValue } from "../book";
import { columnSpec, tableSpec } from "../layout";
import { catalogue, type ExampleBook, type RuleCode } from "../rules";
import { ruleTitle, severityNames } from "./findings";
import type { Locale } from "./locale";
import { ruleReasons } from "./ruleReasons";

export interface RuleGuide {
  readonly code: RuleCode;
  readonly title: string;
  readonly severity: Severity;
  readonly reason: string;
  /** null: arithmetic, or the workbook's own structure. */
  readonly source: { readonly text: string; readonly confidence: string } | null;
  /** Columns looked at, by sheet. */
  readonly columns: readonly string[];
  /** Rows as lines of text: `Hộ thụ hưởng: NSTW = 65.000.000; …`. */
  readonly fails: readonly string[];
  readonly passes: readonly string[];
}

interface GuideWords {
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly everyTable: string;
  readonly everyColumn: string;
  readonly noSource: string;
  readonly blank: string;
  readonly without: (column: string) => string;
  readonly merged: string;
  readonly uncalculated: string;
  readonly renamed: (from: string, to: string) => string;
  readonly head: readonly string[];
}

const words: Readonly<Record<Locale, GuideWords>> = {
  vi: {
    confidence: {
      verified: "đã xác minh",
      secondary: "đã đọc nguồn thứ cấp",
      unverified: "chưa xác minh",
    },
    everyTable: "Mọi bảng",
    everyColumn: "mọi cột nhập",
    noSource: "số học, cấu trúc sổ",
    blank: "(trống)",
    without: (column) => `không có cột “${column}”`,
    merged: "ô đầu gộp với ô bên phải",
    uncalculated: "công thức chưa có giá trị",
    renamed: (from, to) => `cột “${from}” cũng mang tên “${to}”`,
    head: ["Mã", "Quy tắc", "Mức", "Căn cứ", "Độ tin cậy"],
  },
  en: {
    confidence: { verified: "verified", secondary: "read in a secondary source", unverified: "unverified" },
    everyTable: "Every table",
    everyColumn: "every typed column",
    noSource: "arithmetic, structure",
    blank: "(empty)",
    without: (column) => `no column “${column}”`,
    merged: "first cell merged with the one to its right",
    uncalculated: "a formula without a value",
    renamed: (from, to) => `column “${from}” is called “${to}” too`,
    head: ["Code", "Rule", "Severity", "Basis", "Confidence"],
  },
};

/** null for a code that is no rule's. */
export function ruleGuide(code: string, locale: Locale = "vi"): RuleGuide | null {
  const rule = catalogue.find((one) => one.code === code);
  if (!rule) return null;
  const { confidence, everyTable, everyColumn } = words[locale];
  const columns = rule.reads
    .filter((read) => read.headers.length > 0)
    .map(({ table, headers }) => {
      const sheet = table === "*" ? everyTable : (tableSpec(table)?.sheet ?? table);
      return `${sheet}: ${headers.map((header) => (header === "*" ? everyColumn : header)).join(", ")}`;
    });
  return {
    code: rule.code,
    title: ruleTitle(rule.code, locale),
    severity: rule.severity,
    reason: ruleReasons[locale][rule.code],
    source: rule.source && { text: rule.source.text, confidence: confidence[rule.source.confidence] },
    columns: [...new Set(columns)],
    fails: exampleLines(rule.example.fails, locale),
    passes: exampleLines(rule.example.passes, locale),
  };
}

function exampleLines(book: ExampleBook, locale: Locale): string[] {
  const { blank, without, merged, uncalculated, renamed } = words[locale];
  const lines: string[] = [];
  for (const [table, rows] of Object.entries(book.rows)) {
    const sheet = tableSpec(table)?.sheet ?? table;
    for (const row of rows) {
      const cells = Object.entries(row).map(
        ([header, value]) => `${header} = ${shown(table, header, value)}`,
      );
      lines.push(`${sheet}: ${cells.length > 0 ? cells.join("; ") : blank}`);
    }
    if (rows.length === 0) lines.push(`${sheet}: ${blank}`);
    for (const header of book.without?.[table] ?? []) lines.push(`${sheet}: ${without(header)}`);
    for (const [from, to] of Object.entries(book.renamed?.[table] ?? {}))
      lines.push(`${sheet}: ${renamed(from, to)}`);
  }
  if (book.merged) lines.push(merged);
  if (book.uncalculated) lines.push(uncalculated);
  return lines;
}

/** A cell as Excel would show it; text in quotes where it could be taken for a number or a date. */
function shown(table: string, header: string, value: CellValue): string {
  if (value === null || value === "") return "–";
  if (typeof value === "object") return value.error;
  const spec = tableSpec(table);
  const kind = spec && columnSpec(spec, header)?.kind;
  if (typeof value === "number") {
    const date = kind === "date" || (kind === "birthDate" && value > 2100) ? dateFromSerial(value) : null;
    if (date) return formatVietnameseDate(date);
    return kind === "birthDate" || kind === "code" ? String(value) : formatVietnameseNumber(value);
  }
  return typeof value === "string" && /^['\d\s]/.test(value) ? `“${value}”` : String(value);
}

/** The rules as a Markdown table, for the README. */
export function ruleTable(locale: Locale = "vi"): string {
  const { head, noSource, confidence } = words[locale];
  const lines = catalogue.map(({ code, severity, source }) =>
    [
      `\`${code}\``,
      ruleTitle(code, locale),
      severityNames[locale][severity].toLowerCase(),
      source?.text ?? noSource,
      source ? confidence[source.confidence] : "",
    ].join(" | "),
  );
  return [head.join(" | "), head.map(() => "---").join(" | "), ...lines]
    .map((line) => `| ${line} |`)
    .join("\n");
}
