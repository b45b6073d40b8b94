/**
 * A template filled with 5,000 rows of 15 columns, by us and by three libraries in the same run, on a file; and which of them
 * keep what stands around the rows. Each does its work as its own documentation shows it.
 */
import ExcelJS from "exceljs";
import XlsxTemplate from "xlsx-template";
import type { SheetSnapshot } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { readTables, requireTable, type WorkbookTables } from "../../src/layout";
import { fill, prepareFill } from "../../src/tasks";
import { BAND_ROW, growingTemplate, grown, growthChecks, HEADERS, SHEET } from "../templates/growing";

/** It comes without types. */
interface Populate {
  readonly fromDataAsync: (bytes: Uint8Array) => Promise<{
    readonly sheet: (name: string) => {
      readonly cell: (
        row: number,
        column: number,
      ) => { readonly value: (values: unknown) => void; readonly formula: (formula: string) => void };
    };
    readonly outputAsync: (options: { readonly type: "uint8array" }) => Promise<Uint8Array>;
  }>;
}
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import of an untyped module does not compile
const XlsxPopulate = require("xlsx-populate") as Populate;

const ROWS = 5_000;
const MANY = 20_000;
const WARM_UPS = 3;
const RUNS = 5;
const CHECKED_ROWS = 40;

type Household = readonly (string | number)[];

function householdsOf(count: number): Household[] {
  return Array.from({ length: count }, (_unused, i) => [
    i + 1,
    `Nguyễn Văn ${i % 977}`,
    1950 + (i % 60),
    i % 2 ? "Nam" : "Nữ",
    "Tày",
    `0190${String(i).padStart(8, "0")}`,
    `Xóm ${i % 40}`,
    "Hộ nghèo",
    1 + (i % 9),
    "Nhà ở",
    40_000_000 + i,
    0,
    0,
    `8800${i}`,
  ]);
}

interface Filler {
  readonly name: string;
  /** The text of the repeated row's cells, in the filler's own language. */
  readonly text: (header: string, index: number) => string;
  /** From a template and records to the bytes of the document. */
  readonly fill: (template: Uint8Array, households: readonly Household[]) => Promise<Uint8Array>;
}

const fillers: readonly Filler[] = [
  { name: "so-mtqg", text: ourText, fill: fillWithUs },
  { name: "xlsx-template", text: (_header, index) => `\${table:rows.f${index}}`, fill: fillWithXlsxTemplate },
  { name: "exceljs", text: () => "", fill: fillWithExcelJs },
  { name: "xlsx-populate", text: () => "", fill: fillWithXlsxPopulate },
];

function ourText(header: string, index: number): string {
  const inside = header === "STT" ? "{{STT}}" : `{{Hộ.${header}}}`;
  return `${index === 0 ? "{{#Hộ}}" : ""}${inside}${index === HEADERS.length - 1 ? "{{/Hộ}}" : ""}`;
}

const tablesByHouseholds = new WeakMap<readonly Household[], WorkbookTables>();

/** The workbook's tables in memory, as the others have their records in memory. */
function tablesOf(households: readonly Household[]): WorkbookTables {
  let tables = tablesByHouseholds.get(households);
  if (!tables)
    tablesByHouseholds.set(
      households,
      (tables = readTables({ ...emptySnapshot, sheets: [sheetOf(households)] })),
    );
  return tables;
}

const emptySnapshot = { date1904: false, names: [], designs: new Map<never, never>() };

function sheetOf(households: readonly Household[]): SheetSnapshot {
  const spec = requireTable("tblHo");
  const headers = spec.columns.map((column) => column.header);
  const columns = headers.map((header) => HEADERS.indexOf(header as (typeof HEADERS)[number]));
  const rows = households.map((one) => columns.map((column) => (column < 0 ? null : one[column]!)));
  const area = { row: 0, column: 0, rows: rows.length + 1, columns: headers.length };
  return {
    name: spec.sheet,
    visibility: "visible",
    protected: false,
    values: [headers, ...rows],
    formulas: new Map(),
    uncalculated: [],
    tables: [{ name: spec.name, area, headers, hasHeaderRow: true, hasTotalsRow: false }],
    merges: [],
    numberFormat: null,
    fontName: null,
  };
}

async function fillWithUs(template: Uint8Array, households: readonly Household[]): Promise<Uint8Array> {
  const book = XlsxBook.open(template);
  const choice = { values: {}, target: { kind: "inPlace" } } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tablesOf(households));
  const outcome = await fill(book, prepared, { at: "" });
  if (!outcome.done) throw new Error(outcome.refusal.kind);
  return book.bytes();
}

async function fillWithXlsxTemplate(
  template: Uint8Array,
  households: readonly Household[],
): Promise<Uint8Array> {
  const document = new XlsxTemplate(Buffer.from(template));
  document.substitute(SHEET, {
    rows: households.map((one) => Object.fromEntries(one.map((value, index) => [`f${index}`, value]))),
  });
  return document.generate({ type: "uint8array" });
}

/** Rows are inserted with the look of the row above, then the template's own row is taken away. */
async function fillWithExcelJs(template: Uint8Array, households: readonly Household[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(template) as never);
  const sheet = workbook.getWorksheet(SHEET)!;
  const rows = households.map((one, i) => [
    ...one,
    { formula: `SUM(K${BAND_ROW + 1 + i}:M${BAND_ROW + 1 + i})` },
  ]);
  sheet.insertRows(BAND_ROW + 2, rows, "o");
  sheet.spliceRows(BAND_ROW + 1, 1);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** It cannot insert rows: those below are overwritten. */
async function fillWithXlsxPopulate(
  template: Uint8Array,
  households: readonly Household[],
): Promise<Uint8Array> {
  const workbook = await XlsxPopulate.fromDataAsync(template);
  const sheet = workbook.sheet(SHEET);
  const first = BAND_ROW + 1;
  sheet.cell(first, 1).value(households.map((one) => [...one]));
  for (let row = first; row < first + households.length; row += 1) {
    sheet.cell(row, 15).formula(`SUM(K${row}:M${row})`);
  }
  return workbook.outputAsync({ type: "uint8array" });
}

interface Timed {
  readonly name: string;
  readonly median: number;
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

export async function benchTemplates(): Promise<void> {
  const households = householdsOf(ROWS);
  tablesOf(households);
  const timed = await inTurns(households);
  const fastest = Math.min(...timed.slice(1).map((one) => one.median));
  console.log(`điền mẫu ${ROWS} dòng × 15 cột (trung vị ${RUNS} lần; đạt/tổng phép thử “lớn theo”):`);
  for (const { name, median, passed, failed } of timed) {
    const ratio =
      name === "so-mtqg" ? `  nhanh gấp ${(fastest / median).toFixed(2)} lần thư viện nhanh nhất` : "";
    const lost = failed.length === 0 ? "" : `  hỏng: ${failed.join(", ")}`;
    console.log(
      `  ${name.padEnd(14)} ${median.toFixed(0).padStart(6)} ms  ${passed.length}/${growthChecks.length}${ratio}${lost}`,
    );
  }
  const many = householdsOf(MANY);
  const template = await growingTemplate(ourText);
  const start = performance.now();
  const bytes = await fillWithUs(template, many);
  const time = performance.now() - start;
  console.log(
    `  so-mtqg, ${MANY} dòng: ${time.toFixed(0)} ms, tệp ${(bytes.length / 1024 / 1024).toFixed(1)} MB`,
  );
}

/** Each with its own runs in a row; the first ones only warm up. */
async function inTurns(households: readonly Household[]): Promise<Timed[]> {
  const started = await Promise.all(
    fillers.map(async (filler) => ({
      filler,
      template: await growingTemplate(filler.text),
      milliseconds: [] as number[],
    })),
  );
  for (const { filler, template, milliseconds } of started) {
    for (let run = -WARM_UPS; run < RUNS; run += 1) {
      const start = performance.now();
      await filler.fill(template, households);
      if (run >= 0) milliseconds.push(performance.now() - start);
    }
  }
  const timed: Timed[] = [];
  for (const { filler, template, milliseconds } of started) {
    timed.push({ name: filler.name, median: median(milliseconds), ...(await judged(filler, template)) });
  }
  return timed;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function judged(filler: Filler, template: Uint8Array): Promise<Pick<Timed, "passed" | "failed">> {
  const few = householdsOf(CHECKED_ROWS);
  const checks = await grown(
    await filler.fill(template, few),
    few.map((one) => Number(one[10])),
  );
  return {
    passed: growthChecks.filter((check) => checks[check]),
    failed: growthChecks.filter((check) => !checks[check]),
  };
}
