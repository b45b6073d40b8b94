/** Sheets of the staff's own: how long it takes to see what they are, and to check them where they stand. */
import { readOwnSheets, readTables } from "../../src/layout";
import { checkOwnSheets } from "../../src/tasks";
import { households } from "../layout/own-sheets/people";
import { book, programme, sheet } from "../layout/own-sheets/sheet";

const SHEETS = 20;
const LINES = 2_000;
const RUNS = 7;
const header = [
  "STT",
  "Họ và tên chủ hộ",
  "Năm sinh",
  "Giới tính",
  "Dân tộc",
  "Số CCCD",
  "Xóm",
  "NSTW",
  "NSĐP",
  "Ghi chú",
];

/** Prints the figures. */
export function benchOwnSheets(): void {
  const snapshot = book(
    ...Array.from({ length: SHEETS }, (_unused, index) =>
      sheet(`Xóm ${index + 1}`, [
        ["DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ NHÀ Ở NĂM 2025"],
        header,
        ...households(LINES, index + 1).map((one, row) => [
          ...[row + 1, one.name, one.year, one.gender, one.ethnic, one.identity, one.village],
          ...[60_000_000, null, null],
        ]),
      ]),
    ),
  );
  const tables = readTables(snapshot);
  const what = `${SHEETS} trang × ${LINES.toLocaleString("vi")} dòng của cán bộ`;
  line(`nhận ra ${what}`, "mục tiêu < 200 ms", RUNS, () => readOwnSheets(snapshot, tables, programme));
  line(`kiểm tra ${what}`, "", 2, () => checkOwnSheets(snapshot, tables, programme, "vi"));
}

function line(name: string, aim: string, runs: number, step: () => unknown): void {
  step();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    step();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const median = times[Math.floor(runs / 2)]!.toFixed(0).padStart(6);
  console.log(
    `${name.padEnd(52)} ${median} ms  (${times[0]!.toFixed(0)}–${times.at(-1)!.toFixed(0)})  ${aim}`,
  );
}
