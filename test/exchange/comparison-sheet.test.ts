/** The sheet “So sánh”: what it says, that its formulas hold, and that it takes nobody's place. */
import { readFileSync } from "node:fs";
import { findSheet, type SheetSnapshot } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { editPlan, readPlan, type Plan, type PlanChange, type PlanReading } from "../../src/plan";
import { comparisonSheet, prepareComparison } from "../../src/tasks";
import { recalculated, same } from "../reports/recalculation";
import { applied, injected, programme, samplePath, samplePlan } from "../tasks/books";

const today = { year: 2025, month: 10, day: 12 };

function adjusted(): Plan {
  const first = readPlan({ kind: "text", text: readFileSync(samplePath, "utf8") }, programme) as PlanReading;
  const changes: readonly PlanChange[] = [
    { kind: "amount", project: 0, source: "total", amount: 820_000_000 },
    { kind: "amount", project: 0, source: "central", amount: 726_000_000 },
    { kind: "leadUnit", project: 0, unit: "Ban Quản lý dự án xã" },
    { kind: "removeProject", project: 3 },
    { kind: "addProject", project: { programmeCode: "DA2" } },
    { kind: "amount", project: 5, source: "total", amount: 300_000_000 },
    { kind: "number", text: "45/KH-UBND" },
    { kind: "date", text: "2025-10-12" },
  ];
  return changes.reduce((reading, change) => editPlan(reading, change, programme), first).plan;
}

async function withSheet(book: XlsxBook): Promise<XlsxBook> {
  const prepared = (await prepareComparison(book, adjusted(), programme))!;
  await applied(book, comparisonSheet(prepared, today));
  return book;
}

async function sheetOf(book: XlsxBook, name = "So sánh"): Promise<SheetSnapshot> {
  const sheet = findSheet(await book.read(), name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function rowOf(sheet: SheetSnapshot, code: string) {
  return sheet.values.find((row) => row[1] === code)!;
}

test("each project stands with before, after and difference, and what else changes", async () => {
  const sheet = await sheetOf(await withSheet(await injected(samplePlan())));
  expect(rowOf(sheet, "DA1").slice(3, 9)).toEqual([720, 820, 100, 626, 726, 100]);
  expect(rowOf(sheet, "DA1")[12]).toBe("Đơn vị chủ trì: Phòng Kinh tế xã → Ban Quản lý dự án xã");
  expect(rowOf(sheet, "DA2").slice(3, 6)).toEqual([0, 300, 300]);
  expect(rowOf(sheet, "DA6").slice(3, 6)).toEqual([66, 66, 0]);
  expect(rowOf(sheet, "DA6")[12]).toBe("Kế hoạch không có dự án này");
  const total = sheet.values.find((row) => row[2] === "Tổng cộng")!;
  expect(total.slice(3, 6)).toEqual([12_063.2, 12_463.2, 400]);
  expect(sheet.values.flat()).toContain(
    "Trước: Kế hoạch số 30/KH-UBND; sau: Kế hoạch số 45/KH-UBND ngày 12/10/2025",
  );
});

test("another program computes the same from its formulas", async () => {
  const book = await withSheet(await injected(samplePlan()));
  const cells = (await recalculated(book.bytes())).filter((cell) => cell.sheet === "So sánh");
  expect(cells.length).toBeGreaterThan(20);
  expect(cells.filter((cell) => !same(cell.ours, cell.theirs))).toEqual([]);
});

test("made again it is rewritten in place; a sheet of that name that is not ours is left alone", async () => {
  const book = await withSheet(await withSheet(await injected(samplePlan())));
  expect((await book.read()).sheets.filter((sheet) => sheet.name.startsWith("So sánh"))).toHaveLength(1);
  const other = await injected(samplePlan());
  await applied(other, {
    task: "typing",
    operations: [
      {
        kind: "createSheet",
        design: { name: "So sánh", columns: [], cells: [{ row: 0, column: 0, content: "Bảng của xã" }] },
      },
    ],
  });
  await withSheet(other);
  expect((await sheetOf(other)).values).toEqual([["Bảng của xã"]]);
  expect(rowOf(await sheetOf(other, "So sánh (2)"), "DA1")[4]).toBe(820);
});
