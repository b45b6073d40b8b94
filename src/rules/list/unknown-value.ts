/**
 * A value that its list does not have. Contents depend on the row's project; spellings of an ethnic group are one;
 * an empty list makes nothing unknown. Projects and works have rules of their own.
 */
import { isPlaceholder, normalise } from "../../domain";
import { UNDETAILED_CONTENT, type ColumnSpec, type ListSource } from "../../layout";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import { valueList, type ValueList } from "../lists";
import type { Rule, RowCheck } from "../rule";
import { rowsWhere, rowsWithValues, wantedValues } from "../rowsWhere";
import { legacyReading } from "../text/legacyText";
import { cellText, textKey } from "../textColumn";

type Params = {
  value: string;
  /** The nearest listed value; null where none is clearly meant. */
  suggestion: string | null;
  /** The table that keeps the list; null for a fixed list, which `options` then holds. */
  list: string | null;
  options: readonly string[];
};

export const unknownValue: Rule<"list/unknown-value", Params> = {
  code: "list/unknown-value",
  severity: "error",
  source: null,
  reads: [
    { table: "*", headers: ["*"] },
    { table: "tblXom", headers: ["Thôn xóm"], across: true },
    { table: "tblDonVi", headers: ["Đơn vị", "Viết tắt"], across: true },
    { table: "tblDanToc", headers: ["Dân tộc", "Tên khác"], across: true },
    { table: "tblDuAn", headers: ["Mã"], across: true },
    { table: "tblNoiDung", headers: ["Mã", "Mã dự án", "Tên ngắn", "Nội dung"], across: true },
  ],
  example: {
    fails: {
      rows: {
        tblXom: [{ "Thôn xóm": "Làng Mười" }, { "Thôn xóm": "Đoàn Kết" }],
        tblHo: [{ "Họ và tên chủ hộ": "Lý Văn Páo", "Thôn xóm": "Làng Muời", "Diện hộ": "Nghèo" }],
      },
    },
    passes: {
      rows: {
        tblXom: [{ "Thôn xóm": "Làng Mười" }],
        tblDanToc: [{ "Dân tộc": "Mông" }],
        tblHo: [
          {
            "Họ và tên chủ hộ": "Lý Văn Páo",
            "Thôn xóm": "làng mười",
            "Dân tộc": "H'Mông",
            "Diện hộ": "Hộ nghèo",
            "Hình thức": "chưa có",
          },
        ],
      },
    },
  },
  checks: (context) =>
    context.tables.flatMap((table) =>
      table.columns.map((column) => columnCheck(table, column, context)).filter((check) => check !== null),
    ),
};

/** References with a rule of their own. */
const otherRules: ReadonlySet<string> = new Set(["tblDuAn", "tblCongTrinh"]);

function columnCheck(
  table: CheckedTable,
  column: ColumnSpec,
  context: CheckContext,
): RowCheck<Params> | null {
  const source = column.list;
  if (!source || (source.kind === "column" && otherRules.has(source.table))) return null;
  const known =
    source.kind === "contents"
      ? contentVerdict(table, column, context)
      : listVerdict(table, column, source, context);
  if (!known) return null;
  return {
    kind: "rows",
    table,
    headers: source.kind === "contents" ? ["Mã dự án", column.header] : [column.header],
    candidates: () => known.candidates(),
    look: (row, report) => {
      const list = known.listOf(row);
      const value = table.texts(column.header).labelAt(row);
      if (
        value === "" ||
        !list ||
        isKnown(value, list, column) ||
        legacyReading(cellText(table.cell(row, column.header))) !== null
      )
        return;
      const suggestion = suggest(value, list, column);
      report({
        table: table.name,
        row,
        header: column.header,
        params: {
          value,
          suggestion,
          list: source.kind === "column" ? source.table : source.kind === "contents" ? "tblNoiDung" : null,
          options: source.kind === "options" ? source.options : [],
        },
        fix: suggestion === null ? null : { value: suggestion },
      });
    },
  };
}

interface Verdict {
  readonly candidates: () => readonly number[];
  readonly listOf: (row: number) => ValueList | null;
}

function listVerdict(
  table: CheckedTable,
  column: ColumnSpec,
  source: Exclude<ListSource, { kind: "contents" }>,
  context: CheckContext,
): Verdict | null {
  const list = context.list(source);
  if (!list || list.isEmpty) return null;
  const candidates = () => {
    const texts = table.texts(column.header);
    return rowsWithValues(
      table,
      texts,
      wantedValues(texts, (_key, label) => !isKnown(label, list, column)),
    );
  };
  return { candidates, listOf: () => list };
}

/** The contents of the row's project; a row whose project is not known is that rule's, not this one's. */
function contentVerdict(table: CheckedTable, column: ColumnSpec, context: CheckContext): Verdict | null {
  if (!table.has("Mã dự án")) return null;
  const listOf = (row: number): ValueList | null => {
    if (context.contents.isEmpty) return onlyUndetailed;
    const project = table.texts("Mã dự án").keyAt(row);
    const isListed = context.projects.get(project) !== undefined || context.projects.isEmpty;
    return isListed && project !== "" ? context.contents.listOf(project) : null;
  };
  const candidates = () => {
    if (context.contents.isEmpty) return [];
    const contents = table.texts(column.header);
    const { ids, firstRows } = table.combinations(["Mã dự án", column.header]);
    const unknown = firstRows.map((row) => {
      const list = listOf(row);
      return list !== null && !isKnown(contents.labelAt(row), list, column);
    });
    return unknown.includes(true) ? rowsWhere(table, (row) => unknown[ids[row]!] === true) : [];
  };
  return { candidates, listOf };
}

const onlyUndetailed = valueList([UNDETAILED_CONTENT]);

function isKnown(label: string, list: ValueList, column: ColumnSpec): boolean {
  if (!column.required && isPlaceholder(label)) return true;
  return parts(label, column).every((part) => list.has(textKey(part)));
}

/** A column may take several values, parted by `;`. */
function parts(label: string, column: ColumnSpec): string[] {
  return column.several
    ? label
        .split(";")
        .map(normalise)
        .filter((part) => part !== "")
    : label === ""
      ? []
      : [label];
}

function suggest(label: string, list: ValueList, column: ColumnSpec): string | null {
  const meant = parts(label, column).map((part) => (list.has(textKey(part)) ? part : list.suggest(part)));
  return meant.includes(null) ? null : meant.join("; ");
}
