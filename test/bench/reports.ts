/**
 * All nine forms of a commune's year, as the batch command makes them: from the file's bytes to the new file's. Then every
 * formula of theirs computed anew by an independent program.
 */
import { XlsxBook } from "../../src/hosts/xlsx";
import { reportForms } from "../../src/reports";
import { check, makeReports, prepareReports, withReportDesigns } from "../../src/tasks";
import { busyBook } from "../reports/busyBook";
import { recalculated, same } from "../reports/recalculation";

const at = "2025-09-30T08:00:00.000Z";
const today = { year: 2025, month: 9, day: 30 };
const RUNS = 5;
/** What that library does not compute over whole columns: FREQUENCY of arrays, LEFT of a column. */
const BEYOND_THE_LIBRARY = /FREQUENCY\(|LEFT\(/;

export async function benchReports(): Promise<void> {
  const book = (await busyBook({ households: 2000, vouchers: 500 })).bytes();
  const first = await reported(book);
  const times: { wall: number; cpu: number; check: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push((await reported(book)).time);
  const median = (of: (time: (typeof times)[number]) => number) =>
    times.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  const figure = (value: number) => value.toFixed(0).padStart(6);
  console.log(
    `${"chín biểu, 2.000 hộ × 500 chứng từ, từ tệp đến tệp".padEnd(52)} ${figure(median((time) => time.wall))} ms  (CPU ${median((time) => time.cpu).toFixed(0)}; kiểm tra ${median((time) => time.check).toFixed(0)}; ${first.findings} lỗi, cảnh báo ở BC08)  mục tiêu < 2.000 ms`,
  );
  const cells = (await recalculated(first.bytes)).filter((cell) => cell.sheet.startsWith("BC"));
  const judged = cells.filter((cell) => !BEYOND_THE_LIBRARY.test(cell.formula));
  const agreeing = judged.filter((cell) => same(cell.ours, cell.theirs)).length;
  console.log(
    `  công thức trong biểu: ${cells.length}; chương trình độc lập tính được ${judged.length}, trùng ${agreeing} (${((100 * agreeing) / judged.length).toFixed(2)} %)`,
  );
}

async function reported(file: Uint8Array) {
  const started = { wall: performance.now(), cpu: process.cpuUsage() };
  const book = XlsxBook.open(file);
  const checked = await check(book);
  const checkedAt = performance.now();
  const edit = prepareReports(await withReportDesigns(book, checked, reportForms), {
    forms: reportForms,
    freeze: false,
    today,
  });
  const outcome = await makeReports(book, edit, { at });
  if (!outcome.done) throw new Error(outcome.refusal.kind);
  const bytes = book.bytes();
  const { user, system } = process.cpuUsage(started.cpu);
  const time = {
    wall: performance.now() - started.wall,
    cpu: (user + system) / 1000,
    check: checkedAt - started.wall,
  };
  return { bytes, time, findings: checked.findings.length };
}
