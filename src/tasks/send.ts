/**
 * “Gửi lên”: frozen copies of reports for a workbook of their own. Always true: the copy holds values only, and nothing that
 * leads back: no tables, names, notes, links or hidden sheets, and of persons no more than the posted list says.
 */
import { inputValue, type DesignCell, type Edit, type SheetDesign } from "../book";
import { frozenReports, type ReportForm } from "../reports";
import type { CheckResult } from "./check";
import { reportOptions, type ReportChoice } from "./report";

/** Reports that may leave the office. */
export function sendable(forms: readonly ReportForm[]): ReportForm[] {
  return forms.filter((form) => !form.internal);
}

/**
 * The edit that makes the copy in an empty workbook. A frozen report goes as it stands, for which its design must have been
 * read (`withReportDesigns`); others are made anew and frozen.
 */
export function prepareSending(checked: CheckResult, choice: Omit<ReportChoice, "freeze">): Edit {
  const { forms, ...chosen } = choice;
  const { tables } = checked;
  const operations = sendable(forms).map((form) => {
    const standing = tables.snapshot.designs.get(form.sheet);
    const isFrozen = frozenReports(tables.snapshot, [form]).length > 0;
    const options = { ...reportOptions(checked, { ...chosen, freeze: true }, form), copy: true };
    const design = isFrozen && standing ? standing : form.make(tables, options);
    return { kind: "createSheet" as const, design: bare(design, form) };
  });
  return { task: "send", operations };
}

/** Digits enough for a CCCD or an account. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){8,}/g;
const INVISIBLE = ";;;";

/** Values only, of shown columns only; of a list of persons no long number. */
function bare(design: SheetDesign, form: ReportForm): SheetDesign {
  const hidden = new Set(design.columns.flatMap(({ hidden: is }, column) => (is ? [column] : [])));
  const personal = form.personalData.length > 0;
  const cells = design.cells
    .filter(({ format }) => format?.numberFormat !== INVISIBLE)
    .map(({ row, column, content, format }): DesignCell => {
      const value = hidden.has(column) && personal ? null : inputValue(content ?? null);
      return {
        row,
        column,
        content: personal && typeof value === "string" ? masked(value) : value,
        ...(format ? { format } : {}),
      };
    });
  const { name, tabColour, gridlines, zoom, columns, rowHeights, merges, freeze, page, charts } = design;
  return {
    name,
    columns,
    cells,
    visibility: "visible",
    ...(tabColour === undefined ? {} : { tabColour }),
    ...(gridlines === undefined ? {} : { gridlines }),
    ...(zoom === undefined ? {} : { zoom }),
    ...(rowHeights ? { rowHeights } : {}),
    ...(merges ? { merges } : {}),
    ...(freeze ? { freeze } : {}),
    ...(page ? { page } : {}),
    ...(charts ? { charts } : {}),
  };
}

function masked(text: string): string {
  return text.replace(LONG_NUMBER, (digits) => "*".repeat(digits.length));
}
