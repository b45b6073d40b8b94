/**
 * The rules' speed at 100,000 households, beside ajv's compiled schema and a hand-written loop over the same rows in the
 * same process; how it grows; what one edited cell costs; near-equal persons with recall and precision.
 */
import Ajv from "ajv";
import type { CellValue, Snapshot } from "../../src/book";
import { readTables, requireTable } from "../../src/layout";
import { catalogue, openChecker, runRules, type ExampleRow } from "../../src/rules";
import { book } from "../rules/samples";
import { dice, makePopulation, type PopulationOptions } from "../rules/population";
import { HEADER_ROW, tablesOf } from "../rules/workbook";

const NEAR_PERSONS = "household/duplicate-person";
const contents = ["Nhà ở", "Đất ở", "Đất sản xuất", "Chuyển đổi nghề", "Nước phân tán"];
const norms = [60e6, 40e6, 22.5e6, 5e6, 2e6];

/** A workbook whose list of households is long; one row in fifty has a fault. */
export function bigBook(count: number) {
  const { rows } = makePopulation({ seed: 5, count, doubles: 0, hamlets: 40, names: "even" });
  const households = rows.map((row, index): ExampleRow => {
    const content = index % contents.length;
    return {
      STT: index + 1,
      ...row,
      "Dân tộc": ["Kinh", "Mông", "Nùng", "Tày"][index % 4]!,
      "Diện hộ": index % 50 === 7 ? "Hộ cận nghèo" : "Hộ nghèo",
      "Số khẩu": 2 + (index % 6),
      "Mã dự án": "DA1",
      "Nội dung hỗ trợ": contents[content]!,
      "Hình thức": content === 0 ? "Xây mới" : null,
      "Tỷ lệ thiếu đất SX": content === 2 || content === 3 ? 0.6 : null,
      NSTW: norms[content]!,
      NSĐP: content === 4 ? 0.5e6 : 4e6,
      "Số QĐ phê duyệt": `${index % 90}/QĐ-UBND`,
      "Ngày phê duyệt": 45900 + (index % 60),
    };
  });
  const hamlets = Array.from({ length: 40 }, (_unused, index) => ({
    "Thôn xóm": `Xóm ${index}`,
    "Đặc biệt khó khăn": "x",
  }));
  const tables = tablesOf(book({ tblHo: households, tblXom: hamlets }));
  // As they come out of Excel or a file: every cell's text is a text of its own.
  const { snapshot } = tables;
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    values: JSON.parse(JSON.stringify(sheet.values)) as Row[],
  }));
  return readTables({ ...snapshot, sheets });
}

type Row = readonly CellValue[];

/** Types, required, enum, pattern and range alone, for rows as the sheet holds them. */
function cellSchema(hamlets: readonly string[]) {
  const amount = { type: ["number", "null"], minimum: 0, maximum: 1e9 };
  const text = { type: ["string", "null"] };
  const kinds: Record<string, object> = {
    STT: { type: ["integer", "null"] },
    "Họ và tên chủ hộ": { type: "string", minLength: 1 },
    "Ngày sinh": { type: "number", minimum: 1900, maximum: 60000 },
    "Giới tính": { enum: ["Nam", "Nữ"] },
    "Dân tộc": { enum: ["Kinh", "Mông", "Nùng", "Tày"] },
    "Số CCCD": { type: "string", pattern: "^\\d{12}$" },
    "Thôn xóm": { enum: hamlets },
    "Diện hộ": { enum: ["Hộ nghèo", "Hộ cận nghèo", "Khác"] },
    "Số khẩu": { type: ["integer", "null"], minimum: 0, maximum: 50 },
    "Chủ hộ nữ là lao động duy nhất": { enum: ["x", null] },
    "Tỷ lệ thiếu đất SX": { type: ["number", "null"], minimum: 0, maximum: 1 },
    "Mã dự án": { enum: ["DA1"] },
    "Nội dung hỗ trợ": { enum: contents },
    "Hình thức": { enum: ["Xây mới", "Sửa chữa", null] },
    NSTW: { type: "number", minimum: 0, maximum: 1e9 },
    NSĐP: amount,
    "Vốn khác": amount,
    "Vay NHCSXH": amount,
    "Số QĐ phê duyệt": text,
    "Ngày phê duyệt": { type: ["number", "null"], minimum: 36526, maximum: 60000 },
    "Số tài khoản": text,
    "Đã chi": amount,
    "Ghi chú": text,
  };
  return { type: "array", items: requireTable("tblHo").columns.map(({ header }) => kinds[header] ?? {}) };
}

/** The same by hand: the number of cells that are wrong. */
function loopByHand(rows: readonly Row[], hamletList: readonly string[]): number {
  let faults = 0;
  const genders = new Set<CellValue>(["Nam", "Nữ"]);
  const groups = new Set<CellValue>(["Kinh", "Mông", "Nùng", "Tày"]);
  const statuses = new Set<CellValue>(["Hộ nghèo", "Hộ cận nghèo", "Khác"]);
  const contentSet = new Set<CellValue>(contents);
  const hamlets = new Set<CellValue>(hamletList);
  const number = /^\d{12}$/;
  const isIn = (value: CellValue | undefined, least: number, most: number): boolean =>
    typeof value === "number" && value >= least && value <= most;
  const isEmptyOr = (value: CellValue | undefined, least: number, most: number): boolean =>
    value === null || isIn(value, least, most);
  const isText = (value: CellValue | undefined): boolean => value === null || typeof value === "string";
  for (const row of rows) {
    if (row[0] !== null && !Number.isInteger(row[0])) faults += 1;
    if (typeof row[1] !== "string" || row[1] === "") faults += 1;
    if (!isIn(row[2], 1900, 60000)) faults += 1;
    if (!genders.has(row[3]!)) faults += 1;
    if (!groups.has(row[4]!)) faults += 1;
    if (typeof row[5] !== "string" || !number.test(row[5])) faults += 1;
    if (!hamlets.has(row[6]!)) faults += 1;
    if (!statuses.has(row[7]!)) faults += 1;
    if (row[8] !== null && (!Number.isInteger(row[8]) || !isIn(row[8], 0, 50))) faults += 1;
    if (row[9] !== null && row[9] !== "x") faults += 1;
    if (!isEmptyOr(row[10], 0, 1)) faults += 1;
    if (row[11] !== "DA1") faults += 1;
    if (!contentSet.has(row[12]!)) faults += 1;
    if (row[13] !== null && row[13] !== "Xây mới" && row[13] !== "Sửa chữa") faults += 1;
    if (!isIn(row[14], 0, 1e9)) faults += 1;
    if (!isEmptyOr(row[15], 0, 1e9)) faults += 1;
    if (!isEmptyOr(row[16], 0, 1e9)) faults += 1;
    if (!isEmptyOr(row[18], 0, 1e9)) faults += 1;
    if (!isText(row[19])) faults += 1;
    if (!isEmptyOr(row[20], 36526, 60000)) faults += 1;
    if (!isText(row[21])) faults += 1;
    if (!isEmptyOr(row[22], 0, 1e9)) faults += 1;
    if (!isText(row[23])) faults += 1;
  }
  return faults;
}

/** Runs in which the machine gets to know the code; the first is told as well, because people meet that one. */
const WARM_UP = 4;

/** What is looked for in the writing of every text: stray spaces, marks kept apart, letters of old fonts. */
const ODD_WRITING =
  /^ | $| {2}|[^ !-~\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0100-\u01b0\u1ea0-\u1ef9]|[a-z][\u00c0-\u00dd]|[ae][\u00e0-\u00fd]|o[âùõ]|[uy][ùõ]/i;

/** `loopByHand` and, as the rules do, a look at how each text is written. */
function loopOverWritingToo(rows: readonly Row[], hamlets: readonly string[]): number {
  let faults = loopByHand(rows, hamlets);
  for (const row of rows)
    for (const cell of row) if (typeof cell === "string" && ODD_WRITING.test(cell)) faults += 1;
  return faults;
}

const cellRules = catalogue.map((rule) => rule.code).filter((code) => code !== NEAR_PERSONS);

function milliseconds(step: () => unknown): number {
  const start = performance.now();
  step();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function rowsOf(tables: ReturnType<typeof bigBook>): Row[] {
  const view = tables.table("tblHo")!;
  return view.sheet.values.slice(view.firstRow, view.firstRow + view.rowCount) as Row[];
}

/** Ours, ajv's and the loop's time in turns, so that all meet the same machine. */
function compareWithCellChecks(): void {
  const tables = bigBook(100_000);
  const { snapshot } = tables;
  const rows = rowsOf(tables);
  const hamlets = Array.from({ length: 40 }, (_unused, index) => `Xóm ${index}`);
  const validate = new Ajv({ allErrors: true, strict: false }).compile(cellSchema(hamlets));
  const times = { ours: [] as number[], ajv: [] as number[], loop: [] as number[], writing: [] as number[] };
  for (let run = 0; run < WARM_UP + 15; run += 1) {
    times.ours.push(milliseconds(() => runRules(readAgain(snapshot), { rules: cellRules })));
    times.ajv.push(milliseconds(() => rows.forEach((row) => validate(row))));
    times.loop.push(milliseconds(() => loopByHand(rows, hamlets)));
    times.writing.push(milliseconds(() => loopOverWritingToo(rows, hamlets)));
  }
  const [first] = times.ours;
  const warm = (all: readonly number[]): number => median(all.slice(WARM_UP));
  const [ours, ajv, loop] = [warm(times.ours), warm(times.ajv), warm(times.loop)];
  const writing = warm(times.writing);
  console.log(
    `mọi quy tắc trừ trùng người, 100.000 hộ: ${ours.toFixed(0)} ms (lần đầu tiên ${first!.toFixed(0)} ms); ajv ${ajv.toFixed(0)} ms (${(ours / ajv).toFixed(2)}, mục tiêu ≤ 1); vòng lặp viết tay ${loop.toFixed(0)} ms (${(ours / loop).toFixed(2)}, mục tiêu ≤ 2,5); vòng lặp xem cả cách viết chữ như các quy tắc ${writing.toFixed(0)} ms (${(ours / writing).toFixed(2)})`,
  );
}

function readAgain(snapshot: Snapshot) {
  return readTables(snapshot);
}

/** How the time grows with the rows, and what memory they take. */
function growth(): void {
  const costs = [10_000, 100_000, 1_000_000].map((count) => {
    const { snapshot } = bigBook(count);
    const runs = Array.from({ length: count > 100_000 ? 2 : 5 }, () =>
      milliseconds(() => runRules(readAgain(snapshot), { rules: cellRules })),
    );
    const memory = process.memoryUsage().heapUsed / 2 ** 20;
    console.log(
      `  ${count.toLocaleString("vi-VN")} hộ: ${Math.min(...runs).toFixed(0)} ms, bộ nhớ đang dùng ${memory.toFixed(0)} MB`,
    );
    return Math.min(...runs) / count;
  });
  console.log(
    `  mỗi dòng ở 1.000.000 so với ở 10.000: ${(costs[2]! / costs[0]!).toFixed(2)} lần (mục tiêu ≤ 1,3)`,
  );
}

/** One cell after another is edited, each three times to and fro; the quickest of the three is the edit's own cost. */
function edits(): void {
  const tables = bigBook(100_000);
  const view = tables.table("tblHo")!;
  const opened = performance.now();
  const checker = openChecker(tables);
  console.log(`mở bộ kiểm tra theo dõi 100.000 hộ: ${(performance.now() - opened).toFixed(0)} ms`);
  const headers = view.spec.columns.filter((column) => column.role === "typed").map(({ header }) => header);
  const roll = dice(1);
  const odd: readonly CellValue[] = [null, "x", "chưa có", 0, 1e9, "Nông Văn Thànhh"];
  const times: number[] = [];
  for (let count = 0; count < 1000; count += 1) {
    const row = roll(100_000);
    const header = headers[count % headers.length]!;
    const before = view.column(header)[row]!;
    const value = roll(2) === 0 ? view.column(header)[roll(100_000)]! : odd[roll(odd.length)]!;
    const put = (now: CellValue) =>
      milliseconds(() =>
        checker.apply({ kind: "cells", table: "tblHo", cells: [{ row, header, value: now }] }),
      );
    const tries = [put(value)];
    for (let again = 0; again < 2; again += 1) {
      put(before);
      tries.push(put(value));
    }
    put(before);
    times.push(Math.min(...tries));
  }
  const sorted = times.sort((a, b) => a - b);
  console.log(
    `một ô sửa ở 100.000 hộ: trung vị ${median(sorted).toFixed(2)} ms (mục tiêu < 1), 99 % ${sorted[989]!.toFixed(2)} ms, lâu nhất ${sorted.at(-1)!.toFixed(2)} ms (mục tiêu < 5)`,
  );
}

const populations: readonly PopulationOptions[] = [
  { seed: 5, count: 95_000, doubles: 5000, hamlets: 40, names: "even" },
  { seed: 6, count: 95_000, doubles: 5000, hamlets: 400, names: "even" },
  { seed: 7, count: 98_000, doubles: 2000, hamlets: 400, names: "even", numbers: "counted" },
  { seed: 8, count: 95_000, doubles: 5000, hamlets: 400, names: "skewed" },
  { seed: 9, count: 95_000, doubles: 5000, hamlets: 40, names: "skewed" },
];

function nearPersons(): void {
  for (const options of populations) {
    const { rows, originals } = makePopulation(options);
    const tables = tablesOf({ rows: { tblHo: rows } });
    let pairs: (readonly [number, number])[] = [];
    const times = Array.from({ length: 3 }, () =>
      milliseconds(() => {
        pairs = runRules(tables, { rules: [NEAR_PERSONS] }).map(
          (one) => [one.row - HEADER_ROW - 2, Number(one.params["otherRow"]) - HEADER_ROW - 2] as const,
        );
      }),
    );
    const person = (row: number): number => originals.get(row) ?? row;
    const right = pairs.filter(([later, earlier]) => person(later) === person(earlier));
    const recall = new Set(right.map(([later]) => later)).size / originals.size;
    console.log(
      `trùng người, 100.000 hộ ở ${options.hamlets} xóm, tên ${options.names}: ${median(times).toFixed(0)} ms (mục tiêu < 1.000), tìm được ${recall.toFixed(4)}, đúng ${(right.length / pairs.length).toFixed(4)} (mục tiêu ≥ 0,98)`,
    );
  }
}

export function benchRules(): void {
  compareWithCellChecks();
  growth();
  edits();
  nearPersons();
}
