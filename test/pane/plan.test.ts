/** The place Kế hoạch: a plan edited, compared, taken over, and its money divided, on Excel through Microsoft's client. */
import { readFileSync } from "node:fs";
import type { PaneSession } from "../../src/faces/pane";
import type { OfficeHost } from "../office-host";
import { samplePath } from "../tasks/books";
import { openPane, withSample } from "./open";

let office: OfficeHost;
let session: PaneSession;

beforeEach(async () => {
  ({ office, session } = await openPane());
});
afterEach(() => office.stop());

const text = readFileSync(samplePath, "utf8");
const desk = async () => (await session.use("plan")).desk.state();
const notice = () => session.state().notice;
const amounts = () => office.values("'Kế hoạch'!D5:F5")[0];

/** The sample plan with DA1's central money and total raised by 100 million, as its document would say it. */
const adjusted = text
  .replace("Tổng kinh phí: 720 triệu đồng", "Tổng kinh phí: 820 triệu đồng")
  .replace(/720 triệu đồng/g, "820 triệu đồng")
  .replace(/626 triệu đồng/g, "726 triệu đồng");

test("the findings follow while the plan is edited, and the workbook is not touched", async () => {
  await session.openSample();
  const work = await session.use("plan");
  const before = session.state().plan!.reading.findings.length;
  work.edit({ kind: "amount", project: 0, source: "central", amount: 600_000_000 });
  const codes = session.state().plan!.reading.findings.map((flaw) => flaw.code);
  expect(codes).toContain("budget/split-mismatch");
  work.reset();
  expect(session.state().plan!.reading.findings).toHaveLength(before);
  expect(office.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
});

test("an edited plan is what is put into a new workbook", async () => {
  await session.openSample();
  const work = await session.use("plan");
  work.edit({ kind: "amount", project: 0, source: "central", amount: 726_000_000 });
  work.edit({ kind: "amount", project: 0, source: "total", amount: 820_000_000 });
  await work.finishEditing();
  expect((await desk()).view).toBe("preview");
  await session.inject();
  expect(amounts()).toEqual([820, 726, 94]);
});

test("a plan that differs from the workbook is shown compared; one that does not is shown itself", async () => {
  await withSample(session);
  await session.openPlan({ kind: "text", text });
  expect((await desk()).view).toBe("preview");
  await session.openPlan({ kind: "text", text: adjusted });
  expect((await desk()).view).toBe("compare");
  const { comparison } = session.state().plan!;
  expect(comparison!.choices.map((choice) => choice.id)).toEqual(["DA1/amounts", "DA1/budgetLine"]);
});

test("what is chosen is taken over, the rest stays, and all of it is taken back", async () => {
  await withSample(session);
  await office.userEdits("Ngân sách", "P5", [["xã ghi"]]);
  await session.openPlan({ kind: "text", text: adjusted });
  const before = office.values("'Ngân sách'!A5:P10");
  await (await session.use("plan")).takeOver(new Set(["DA1/amounts", "DA1/budgetLine"]));
  expect(notice()).toMatchObject({ intent: "success" });
  expect(amounts()).toEqual([820, 726, 94]);
  expect(office.values("'Ngân sách'!A5:P10")).toEqual(before);
  expect(office.values("'Ngân sách'!A11:H11")).toEqual([
    ["DA1", "Chưa chi tiết", "Chưa xác định", "Năm nay", "", 100, 100, 0],
  ]);
  expect(session.state().plan!.comparison!.comparison.differs).toBe(false);
  await session.undoLast();
  expect(amounts()).toEqual([720, 626, 94]);
  expect(office.values("'Ngân sách'!A11:H11")[0]!.every((value) => value === "")).toBe(true);
  expect(session.state().plan!.comparison!.comparison.differs).toBe(true);
});

test("what a person typed after the comparison is never overwritten", async () => {
  await withSample(session);
  await session.openPlan({ kind: "text", text: adjusted });
  await office.userEdits("Kế hoạch", "E5", [[700]]);
  await (await session.use("plan")).takeOver(new Set(["DA1/amounts", "DA1/budgetLine"]));
  expect(notice()).toMatchObject({ intent: "error" });
  expect(notice()!.text).toContain("E5");
  expect(amounts()).toEqual([720, 700, 94]);
});

test("the sheet “So sánh” is made on request", async () => {
  await withSample(session);
  await session.openPlan({ kind: "text", text: adjusted });
  await (await session.use("plan")).makeComparisonSheet();
  expect(office.workbook.sheets.map((sheet) => sheet.name)).toContain("So sánh");
  notice()!.actions![0]!.run();
  await office.settle();
  expect(office.selection).toContain("So sánh");
});

test("money is divided by households × norm, and the next undivided line is offered", async () => {
  await withSample(session);
  const work = await session.use("plan");
  await work.openAllocation();
  const choice = (await desk()).allocation!.choices[0]!;
  const needs = choice.contents.slice(0, 1).map((content) => ({
    content: content.content,
    households: 5,
    norm: content.norm!,
    covers: content.covers,
  }));
  await work.allocate(choice, needs);
  expect(notice()).toMatchObject({ intent: "success" });
  expect(office.values("'Ngân sách'!A11:C11")).toEqual([["DA1", "Đất ở", "Đầu tư"]]);
  const [first] = (await desk()).allocation!.choices;
  const { central, local } = first!.line.money;
  expect(central + local).toBe(720_000_000 - 230_031_949);
});
