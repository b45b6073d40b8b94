/** A plan against a workbook: what is told, what is taken over, and what is never touched. */
import { XlsxBook } from "../../src/hosts/xlsx";
import {
  comparePlan,
  readTables,
  takeOver,
  takeOverChoices,
  type PlanComparison,
  type WorkbookTables,
} from "../../src/layout";
import { editPlan, readPlan, type Plan, type PlanChange, type PlanReading } from "../../src/plan";
import { check } from "../../src/tasks";
import { readFileSync } from "node:fs";
import {
  addRow,
  applied,
  at,
  injected,
  planOf,
  programme,
  samplePath,
  samplePlan,
  typeInto,
  view,
} from "../tasks/books";

function adjusted(...changes: readonly PlanChange[]): Plan {
  const first = readPlan({ kind: "text", text: readFileSync(samplePath, "utf8") }, programme) as PlanReading;
  return changes.reduce((reading, change) => editPlan(reading, change, programme), first).plan;
}

async function tablesOf(book: XlsxBook): Promise<WorkbookTables> {
  return readTables(await book.read({ formulas: true }));
}

async function compared(book: XlsxBook, plan: Plan): Promise<PlanComparison> {
  return comparePlan(await tablesOf(book), plan, programme);
}

function wantedIds(comparison: PlanComparison): Set<string> {
  return new Set(takeOverChoices(comparison).flatMap((one) => (one.wanted ? [one.id] : [])));
}

async function takenOver(book: XlsxBook, plan: Plan, ids?: ReadonlySet<string>): Promise<PlanComparison> {
  const tables = await tablesOf(book);
  const comparison = comparePlan(tables, plan, programme);
  await applied(book, takeOver(tables, comparison, ids ?? wantedIds(comparison), { at: "12/10/2025" }));
  return comparison;
}

const more: readonly PlanChange[] = [
  { kind: "amount", project: 0, source: "total", amount: 820_000_000 },
  { kind: "amount", project: 0, source: "central", amount: 726_000_000 },
];

test("the plan that the workbook was made of differs in nothing", async () => {
  const book = await injected(samplePlan());
  const comparison = await compared(book, samplePlan());
  expect(comparison.differs).toBe(false);
  expect(takeOverChoices(comparison)).toEqual([]);
});

test("amounts are compared as integers of đồng, with before, after and delta", async () => {
  const comparison = await compared(await injected(samplePlan()), adjusted(...more));
  const project = comparison.projects.find((one) => one.code === "DA1")!;
  expect(project.amounts.slice(0, 3)).toEqual([
    { header: "Tổng vốn", before: 720_000_000, after: 820_000_000, delta: 100_000_000, asGiven: true },
    { header: "NSTW", before: 626_000_000, after: 726_000_000, delta: 100_000_000, asGiven: true },
    { header: "NSĐP", before: 94_000_000, after: 94_000_000, delta: 0, asGiven: true },
  ]);
  expect(comparison.totals[0]).toMatchObject({ before: 12_063_200_000, after: 12_163_200_000 });
});

test("taking over writes the amounts and one line of adjustment, and then nothing differs", async () => {
  const book = await injected(samplePlan());
  const plan = adjusted(
    ...more,
    { kind: "number", text: "45/KH-UBND" },
    { kind: "date", text: "2025-10-12" },
  );
  const before = (await view(book, "tblNganSach")).rowCount;
  await takenOver(book, plan);
  const projects = await view(book, "tblDuAn");
  expect(["Tổng vốn", "NSTW", "NSĐP"].map((header) => projects.column(header)[0])).toEqual([820, 726, 94]);
  const lines = await view(book, "tblNganSach");
  expect(lines.rowCount).toBe(before + 1);
  const last = (header: string) => lines.column(header)[before];
  expect(["Mã dự án", "Nội dung", "Loại vốn", "Năm vốn", "Loại giao", "Số quyết định"].map(last)).toEqual([
    "DA1",
    "Chưa chi tiết",
    "Chưa xác định",
    "Năm nay",
    "Điều chỉnh",
    "45/KH-UBND",
  ]);
  expect(["Tổng vốn", "NSTW", "NSĐP"].map(last)).toEqual([100, 100, 0]);
  expect((await compared(book, plan)).differs).toBe(false);
  const codes = (await check(book)).findings.map((finding) => finding.code);
  expect(codes).not.toContain("budget/rollup-mismatch");
  expect(codes).not.toContain("list/unknown-value");
});

test("a second adjustment is taken over as the first was", async () => {
  const book = await injected(samplePlan());
  await takenOver(book, adjusted(...more));
  const plan = adjusted(
    { kind: "amount", project: 0, source: "total", amount: 700_000_000 },
    { kind: "amount", project: 0, source: "central", amount: 606_000_000 },
  );
  await takenOver(book, plan);
  const lines = await view(book, "tblNganSach");
  expect(lines.column("Tổng vốn").at(-1)).toBe(-120);
  expect((await check(book)).findings.filter((finding) => finding.severity === "error")).toEqual([]);
});

test("a cell that staff typed over is told and never written, even where it is asked for", async () => {
  const book = await injected(samplePlan());
  await typeInto(book, "tblDuAn", 0, "NSTW", 600);
  const plan = adjusted(...more);
  const choices = takeOverChoices(await compared(book, plan));
  expect(choices.find((one) => one.id === "DA1/amounts")).toMatchObject({
    hindrance: "typed",
    wanted: false,
  });
  await takenOver(book, plan, new Set(choices.map((one) => one.id)));
  const projects = await view(book, "tblDuAn");
  expect(["Tổng vốn", "NSTW"].map((header) => projects.column(header)[0])).toEqual([720, 600]);
});

test("budget lines that staff divided stay, and what they no longer make up is told", async () => {
  const book = await injected(samplePlan());
  await typeInto(book, "tblNganSach", 0, "Nội dung", "Đất ở");
  await typeInto(book, "tblNganSach", 0, "NSTW", 500);
  await typeInto(book, "tblNganSach", 0, "Tổng vốn", 594);
  await addRow(book, "tblNganSach", {
    "Mã dự án": "DA1",
    "Nội dung": "Nhà ở",
    "Loại vốn": "Sự nghiệp",
    "Năm vốn": "Năm nay",
    "Tổng vốn": 126,
    NSTW: 126,
    NSĐP: 0,
  });
  const before = await view(book, "tblNganSach");
  const comparison = await takenOver(book, adjusted(...more));
  const project = comparison.projects.find((one) => one.code === "DA1")!;
  expect(project.budget).toMatchObject({
    count: 2,
    asGiven: false,
    sums: [
      { header: "Tổng vốn", lines: 720_000_000, allocation: 820_000_000, difference: 100_000_000 },
      { header: "NSTW", lines: 626_000_000, allocation: 726_000_000, difference: 100_000_000 },
    ],
  });
  const after = await view(book, "tblNganSach");
  expect(after.rowCount).toBe(before.rowCount);
  for (const header of before.headers) expect(after.column(header)).toEqual(before.column(header));
  expect((await view(book, "tblDuAn")).column("Tổng vốn")[0]).toBe(820);
});

test("a project that only the plan has comes with its contents, its budget line and its unit", async () => {
  const book = await injected(samplePlan());
  const last = samplePlan().projects.length;
  const plan = adjusted(
    { kind: "addProject", project: { programmeCode: "DA2" } },
    { kind: "amount", project: last, source: "total", amount: 300_000_000 },
    { kind: "amount", project: last, source: "central", amount: 250_000_000 },
    { kind: "amount", project: last, source: "local", amount: 50_000_000 },
    { kind: "leadUnit", project: last, unit: "Ban Quản lý dự án xã" },
    { kind: "addContent", project: last, parent: null, title: "Sắp xếp dân cư xóm Khe Nọi" },
  );
  await takenOver(book, plan);
  const projects = await view(book, "tblDuAn");
  const row = projects.column("Mã").indexOf("DA2");
  expect(projects.column("Tổng vốn")[row]).toBe(300);
  expect((await view(book, "tblNoiDung")).column("Mã")).toContain("DA2.ND1");
  expect((await view(book, "tblNganSach")).column("Mã dự án")).toContain("DA2");
  expect((await view(book, "tblDonVi")).column("Đơn vị")).toContain("Ban Quản lý dự án xã");
  expect((await compared(book, plan)).differs).toBe(false);
});

test("a project is found by the programme's number when the adjusted plan numbers it otherwise", async () => {
  const book = await injected(samplePlan());
  const health = samplePlan().projects.findIndex((one) => one.programmeCode === "DA7");
  const plan = samplePlan();
  const renumbered: Plan = {
    ...plan,
    projects: plan.projects.map((project, index) =>
      index === health
        ? { ...project, code: "DA7", allocation: { ...project.allocation, total: 1 }, contents: [] }
        : project,
    ),
  };
  const comparison = await compared(book, renumbered);
  const project = comparison.projects.find((one) => one.planCode === "DA7")!;
  expect(project).toMatchObject({ code: plan.projects[health]!.code, standing: "both" });
});

test("projects and contents that only the workbook has are told and stay", async () => {
  const book = await injected(samplePlan());
  const content = samplePlan().projects[0]!.contents[0]!;
  const plan = adjusted(
    { kind: "removeContent", project: 0, content: content.code },
    { kind: "removeProject", project: 1 },
  );
  const comparison = await takenOver(book, plan);
  expect(comparison.projects.filter((one) => one.standing === "onlyInWorkbook")).toHaveLength(1);
  expect(comparison.projects[0]!.contentsRemoved).toContainEqual({
    code: content.code,
    shortTitle: content.shortTitle,
  });
  expect((await view(book, "tblDuAn")).rowCount).toBe(samplePlan().projects.length);
  expect((await view(book, "tblNoiDung")).column("Mã")).toContain(content.code);
});

test("a new content gets a code that the workbook leaves free", async () => {
  const book = await injected(samplePlan());
  const contents = await view(book, "tblNoiDung");
  const order = samplePlan().projects[0]!.contents.length + 1;
  await addRow(book, "tblNoiDung", {
    Mã: `DA1.ND${order}`,
    "Mã dự án": "DA1",
    Cấp: 1,
    "Tên ngắn": "Việc của xã",
    "Nội dung": "Việc của xã",
  });
  await takenOver(book, adjusted({ kind: "addContent", project: 0, parent: null, title: "Lắp đèn đường" }));
  const after = await view(book, "tblNoiDung");
  expect(after.rowCount).toBe(contents.rowCount + 2);
  const at = after.column("Tên ngắn").indexOf("Lắp đèn đường");
  expect(after.column("Mã")[at]).toBe(`DA1.ND${order + 1}`);
  expect(new Set(after.column("Mã")).size).toBe(after.rowCount);
});

test("money that the plan moves between its contents becomes lines of adjustment by content", async () => {
  const text = `KẾ HOẠCH
Thực hiện Chương trình mục tiêu quốc gia năm 2025
Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt
Kinh phí: 300 triệu đồng, trong đó: NSTW 300 triệu đồng.`;
  const base = planOf(text);
  const divided = (first: number, second: number): Plan => ({
    ...base,
    projects: base.projects.map((project) => ({
      ...project,
      allocation: { total: 300e6, central: 300e6, local: null, other: null },
      contents: [first, second].map((amount, index) => ({
        code: `${project.code}.ND${index + 1}`,
        shortTitle: ["Đất ở", "Nhà ở"][index]!,
        title: ["Hỗ trợ đất ở", "Hỗ trợ nhà ở"][index]!,
        level: 1 as const,
        allocation: { total: amount, central: amount, local: null, other: null },
        children: [],
        programmeContent: null,
        targets: [],
        unit: null,
        details: [],
        row: 1,
      })),
    })),
  });
  const book = await injected(divided(100e6, 200e6));
  await takenOver(book, divided(120e6, 180e6));
  const lines = await view(book, "tblNganSach");
  const rows = lines.column("Nội dung").map((content, row) => [content, lines.column("NSTW")[row]]);
  expect(rows).toEqual([
    ["Đất ở", 100],
    ["Nhà ở", 200],
    ["Đất ở", 20],
    ["Nhà ở", -20],
  ]);
  expect((await compared(book, divided(120e6, 180e6))).differs).toBe(false);
});

test("taking over is refused when a cell has changed meanwhile, and undone whole", async () => {
  const book = await injected(samplePlan());
  const before = await book.read();
  const tables = await tablesOf(book);
  const comparison = comparePlan(tables, adjusted(...more), programme);
  const edit = takeOver(tables, comparison, wantedIds(comparison), { at: "12/10/2025" });
  await typeInto(book, "tblDuAn", 0, "NSTW", 1);
  expect(await book.apply(edit, { at })).toMatchObject({ done: false, refusal: { kind: "changedSince" } });
  await typeInto(book, "tblDuAn", 0, "NSTW", 626);
  const outcome = await book.apply(edit, { at });
  if (!outcome.done) throw new Error("refused");
  await applied(book, outcome.entry.undo);
  const after = await book.read();
  expect(after.sheets.map((sheet) => sheet.values)).toEqual(before.sheets.map((sheet) => sheet.values));
});
