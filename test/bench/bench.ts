/** `npm run bench`: how long the main steps take and what memory they need. Figures for people; no test depends on them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { XlsxBook } from "../../src/hosts/xlsx";
import { readPlan, type PlanReading } from "../../src/plan";
import { programmes } from "../../src/programme";
import { check, inject, prepareInjection } from "../../src/tasks";
import { benchOwnSheets } from "./ownSheets";
import { benchRules } from "./rules";
import { benchPage } from "./page";
import { benchReports } from "./reports";
import { benchTemplates } from "./templates";
import { benchPane } from "./pane";

const programme = programmes.all[0]!;
const RUNS = 7;
const at = "2025-08-10T08:00:00.000Z";

interface Measure {
  readonly name: string;
  readonly aim: string;
  readonly milliseconds: readonly number[];
}

async function measure(
  name: string,
  aim: string,
  runs: number,
  step: () => Promise<unknown> | unknown,
): Promise<Measure> {
  await step();
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await step();
    milliseconds.push(performance.now() - start);
  }
  return { name, aim, milliseconds };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function print(measures: readonly Measure[]): void {
  for (const { name, aim, milliseconds } of measures) {
    const [least, most] = [Math.min(...milliseconds), Math.max(...milliseconds)];
    console.log(
      `${name.padEnd(52)} ${median(milliseconds).toFixed(0).padStart(6)} ms  (${least.toFixed(0)}–${most.toFixed(0)})  ${aim}`,
    );
  }
}

/** A workbook with one sheet of so many rows and twelve columns, as another program writes it. */
function bigWorkbook(rows: number): Promise<Uint8Array> {
  const cells = Array.from({ length: rows }, (_unused, r) => [
    r + 1,
    `Nguyễn Văn ${r % 977}`,
    1950 + (r % 60),
    r % 2 ? "Nam" : "Nữ",
    "Tày",
    `0190${String(r).padStart(8, "0")}`,
    `Xóm ${r % 40}`,
    "Hộ nghèo",
    40_000_000,
    4_000_000,
    null,
    "ghi chú",
  ]);
  return writeXlsx({ sheets: [{ name: "Danh sách", rows: cells }] });
}

async function injectInto(book: XlsxBook, reading: PlanReading): Promise<XlsxBook> {
  const prepared = await prepareInjection(book, reading.plan, programme, { madeAt: "" });
  await inject(book, prepared, { at });
  return book;
}

async function main(): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path.resolve("src/plan/samples/ke-hoach-30-KH-UBND-2025.txt")));
  const read = () => {
    const reading = readPlan({ kind: "file", bytes }, programme);
    if (!reading.ok) throw new Error(reading.reason);
    return reading;
  };
  const reading = read();
  const made = (await injectInto(XlsxBook.create(), reading)).bytes();
  const big = await bigWorkbook(100_000);
  const measures = [
    await measure("đọc kế hoạch thật", "mục tiêu < 100 ms", RUNS, read),
    await measure("tạo sổ từ kế hoạch thật", "mục tiêu < 2.000 ms", RUNS, async () =>
      (await injectInto(XlsxBook.create(), reading)).bytes(),
    ),
    await measure("kiểm tra sổ vừa tạo", "", RUNS, () => check(XlsxBook.open(made))),
    await measure("mở và đọc một trang 100.000 dòng × 12 cột", "", 3, () => XlsxBook.open(big).read()),
    await measure("ghép một trang vào cạnh trang 100.000 dòng", "mục tiêu < 1.000 ms", 3, () => graft(big)),
    await measure("sửa một ô trên trang 100.000 dòng", "mục tiêu < 1.000 ms", 3, () => changeCell(big)),
  ];
  print(measures);
  global.gc?.();
  const memory = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `bộ nhớ: đỉnh ${peak.toFixed(0)} MB, sau khi dọn ${(memory.heapUsed / 1024 / 1024).toFixed(0)} MB`,
  );
  // Before a million rows have filled the memory: the libraries beside us are measured in a fresh one too.
  await benchTemplates();
  benchRules();
  benchOwnSheets();
  await benchReports();
  await benchPane();
  await benchPage();
}

async function graft(big: Uint8Array): Promise<Uint8Array> {
  const book = XlsxBook.open(big);
  const design = { name: "Mới", columns: [{ width: 20 }], cells: [{ row: 0, column: 0, content: "Mới" }] };
  const outcome = await book.apply({ task: "bench", operations: [{ kind: "createSheet", design }] }, { at });
  if (!outcome.done) throw new Error(outcome.refusal.kind);
  return book.bytes();
}

async function changeCell(big: Uint8Array): Promise<Uint8Array> {
  const book = XlsxBook.open(big);
  const outcome = await book.apply(
    {
      task: "bench",
      operations: [{ kind: "writeCells", sheet: "Danh sách", row: 98_999, column: 8, cells: [[1]] }],
    },
    { at },
  );
  if (!outcome.done) throw new Error(outcome.refusal.kind);
  return book.bytes();
}

void main();
