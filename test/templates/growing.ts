/**
 * A template as an office keeps it, made by another library, with everything around its one repeated row that has to grow or
 * move when rows come; and the judgement of a filled copy, whoever filled it.
 */
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { recalculated } from "../reports/recalculation";

/** The 0-based row that is repeated, and the rows below it. */
export const BAND_ROW = 3;
const ROWS_BELOW = 4;
export const SHEET = "Danh sách";

/** Headers of the fourteen filled columns, in their order; the fifteenth holds a formula. */
export const HEADERS = [
  "STT",
  "Họ và tên chủ hộ",
  "Ngày sinh",
  "Giới tính",
  "Dân tộc",
  "Số CCCD",
  "Thôn xóm",
  "Diện hộ",
  "Số khẩu",
  "Nội dung hỗ trợ",
  "NSTW",
  "NSĐP",
  "Vốn khác",
  "Số tài khoản",
] as const;
const SUMMED = ["K", "L", "M"];

/** @param text what stands in the repeated row's cell of a column, in the language of whoever is to fill it */
export async function growingTemplate(text: (header: string, index: number) => string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET);
  sheet.addRow(["DANH SÁCH HỘ ĐƯỢC HỖ TRỢ"]);
  sheet.mergeCells("A1:O1");
  sheet.addRow([]);
  sheet.addRow([...HEADERS, "Tổng hỗ trợ"]).font = { bold: true };
  const band = sheet.addRow(HEADERS.map(text));
  band.height = 24;
  band.getCell(15).value = { formula: "SUM(K4:M4)", result: 0 };
  for (let column = 1; column <= 15; column += 1)
    band.getCell(column).border = { bottom: { style: "thin" }, left: { style: "thin" } };
  for (const column of [...SUMMED, "O"]) sheet.getCell(`${column}4`).numFmt = "#,##0";
  sheet.getCell("C4").numFmt = "dd/mm/yyyy";
  const total = sheet.addRow(["Cộng"]);
  sheet.mergeCells("A5:B5");
  for (const column of [...SUMMED, "O"])
    total.getCell(column).value = { formula: `SUM(${column}4:${column}4)`, result: 0 };
  sheet.addRow(["Bình quân"]).getCell("K").value = { formula: "AVERAGE(K4:K4)", result: 0 };
  sheet.addRow([]);
  const signature = sheet.addRow([]);
  signature.getCell("M").value = "CHỦ TỊCH";
  sheet.mergeCells("M8:O8");
  signature.height = 40;

  sheet.getCell("G4").dataValidation = { type: "list", allowBlank: true, formulae: ['"Làng Mười,Bản Ná"'] };
  sheet.addConditionalFormatting({
    ref: "K4:K4",
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: ["K4>60000000"],
        style: { font: { color: { argb: "FFFF0000" } } },
      },
    ],
  });
  sheet.pageSetup = { printArea: "A1:O8", printTitlesRow: "3:3", orientation: "landscape" };
  signature.addPageBreak();
  workbook.definedNames.add(`'${SHEET}'!$K$4`, "TienHoTro");
  const summary = workbook.addWorksheet("Tổng hợp");
  summary.getCell("A1").value = { formula: `SUM('${SHEET}'!K4:K4)`, result: 0 };
  summary.getCell("A2").value = { formula: "SUM(TienHoTro)", result: 0 };
  summary.getCell("A3").value = { formula: `COUNTA('${SHEET}'!B4:B4)`, result: 0 };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export const growthChecks = [
  "values",
  "formula in each row",
  "sum below",
  "average below",
  "sum on another sheet",
  "sum over a name",
  "drop-down",
  "conditional format",
  "merged title and signature",
  "row heights",
  "cell formats",
  "print area",
  "print titles",
  "page break",
] as const;
export type GrowthCheck = (typeof growthChecks)[number];

/** Which checks a filled copy passes; `amounts` are the NSTW of its records. */
export async function grown(
  bytes: Uint8Array,
  amounts: readonly number[],
): Promise<Record<GrowthCheck, boolean>> {
  const count = amounts.length;
  const last = BAND_ROW + count;
  const parts = unzipSync(bytes);
  const book = strFromU8(parts["xl/workbook.xml"]!);
  const xml = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
  const formulas = new Map<string, unknown>(
    (await recalculated(bytes)).map((one) => [`${one.sheet}!${one.place}`, one.theirs]),
  );
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  const is = (place: string, wanted: number) =>
    Math.abs(Number(formulas.get(place) ?? NaN) - wanted) < 1e-6 * Math.max(1, wanted);
  const names = definedNames(book);
  const rowTags = [...xml.matchAll(/<row [^>]*>/g)].map((match) => match[0]);
  const height = (row: number) =>
    /\bht="([^"]+)"/.exec(rowTags.find((tag) => tag.includes(` r="${row}"`)) ?? "")?.[1];
  const styles = Array.from({ length: count }, (_unused, i) => styleOf(xml, `K${BAND_ROW + 1 + i}`));
  const every = (test: (row: number) => boolean) =>
    Array.from({ length: count }, (_unused, i) => BAND_ROW + 1 + i).every(test);
  return {
    values: every((row) => numberIn(xml, `K${row}`) === amounts[row - BAND_ROW - 1]),
    "formula in each row": every((row) => is(`${SHEET}!O${row}`, amounts[row - BAND_ROW - 1]!)),
    "sum below": is(`${SHEET}!K${last + 1}`, sum) && is(`${SHEET}!O${last + 1}`, sum),
    "average below": is(`${SHEET}!K${last + 2}`, sum / count),
    "sum on another sheet": is("Tổng hợp!A1", sum) && is("Tổng hợp!A3", count),
    "sum over a name": is("Tổng hợp!A2", sum),
    "drop-down": covers(attributes(xml, "dataValidation", "sqref"), "G", BAND_ROW + 1, last),
    "conditional format": covers(attributes(xml, "conditionalFormatting", "sqref"), "K", BAND_ROW + 1, last),
    "merged title and signature": ["A1:O1", `A${last + 1}:B${last + 1}`, `M${last + 4}:O${last + 4}`].every(
      (area) => attributes(xml, "mergeCell", "ref").includes(area),
    ),
    "row heights": every((row) => height(row) === "24") && height(last + 4) === "40",
    "cell formats": styles.every((style) => style !== undefined && style === styles[0]),
    "print area": names.get("_xlnm.Print_Area") === `A1:O${last + ROWS_BELOW}`,
    "print titles": names.get("_xlnm.Print_Titles") === "3:3",
    "page break": new RegExp(`<brk id="${last + 4}"`).test(xml),
  };
}

function definedNames(book: string): Map<string, string> {
  return new Map(
    [...book.matchAll(/<definedName [^>]*name="([^"]+)"[^>]*>([^<]*)</g)].map((match) => [
      match[1]!,
      match[2]!.replace(/^.*!/, "").replace(/\$/g, ""),
    ]),
  );
}

function attributes(xml: string, tag: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]*)"`, "g"))].map((match) => match[1]!);
}

/** Whether areas of one column hold every row from `first` to `last`. */
function covers(sqrefs: readonly string[], column: string, first: number, last: number): boolean {
  const rows = new Set<number>();
  for (const area of sqrefs.flatMap((sqref) => sqref.split(" "))) {
    const match = new RegExp(`^${column}(\\d+)(?::${column}(\\d+))?$`).exec(area);
    if (!match) continue;
    for (let row = Number(match[1]); row <= Number(match[2] ?? match[1]); row += 1) rows.add(row);
  }
  for (let row = first; row <= last; row += 1) if (!rows.has(row)) return false;
  return true;
}

function cellXml(xml: string, address: string): string {
  return new RegExp(`<c r="${address}"[^>]*(?:/>|>.*?</c>)`, "s").exec(xml)?.[0] ?? "";
}

function numberIn(xml: string, address: string): number {
  return Number(/<v>([^<]*)<\/v>/.exec(cellXml(xml, address))?.[1] ?? NaN);
}

function styleOf(xml: string, address: string): string | undefined {
  return /^<c [^>]*\bs="(\d+)"/.exec(cellXml(xml, address))?.[1];
}
