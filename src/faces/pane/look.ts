/** A look at a workbook: whose it is, and what of ours stands in it. Only the sheet with the parameters is read. */
import { readDateCell, formatVietnameseDate } from "../../domain";
import type { Book } from "../../book";
import { hasStructure, readTables, type Parameters } from "../../layout";
import { reportForms } from "../../reports";
import { lookAtOwnSheets } from "../../tasks";
import type { OwnSheet, WorkbookState } from "./state";

export async function lookAt(book: Book): Promise<WorkbookState> {
  const names = await book.read({ sheets: [] });
  const found = readTables(names);
  const { table } = found;
  const sheets = names.sheets.filter((sheet) => sheet.visibility === "visible").map((sheet) => sheet.name);
  const parameters = table("tblThamSo");
  if (!parameters) return { ours: hasStructure(found), sheets, plan: null, reports: [] };
  const read = readTables(await book.read({ sheets: [parameters.sheet.name] }));
  const present = new Set(sheets);
  return {
    ours: true,
    sheets,
    plan: planOf(read.parameters, names.date1904),
    reports: reportForms.filter((form) => present.has(form.sheet)).map((form) => form.code),
  };
}

function planOf(parameters: Parameters, date1904: boolean): WorkbookState["plan"] {
  const date = readDateCell(parameters.value("planDate"), date1904);
  return {
    commune: parameters.text("commune"),
    number: parameters.text("planNumber"),
    date: date.kind === "date" || date.kind === "text-date" ? formatVietnameseDate(date) : "",
    year: parameters.text("planYear"),
    unit: parameters.unit,
    detailUnit: parameters.detailUnit,
  };
}

/** The sheets that staff have made themselves and that can be checked where they stand; reads the whole workbook. */
export async function findOwnSheets(book: Book): Promise<readonly OwnSheet[]> {
  const { mappings } = await lookAtOwnSheets(book);
  return mappings.map(({ sheet, table }) => ({ sheet, table }));
}
