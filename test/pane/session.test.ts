/** The pane's session on Excel: Microsoft's own client against the workbook of the office host. */
import { PaneSession } from "../../src/faces/pane";
import type { OfficeHost } from "../office-host";
import { openPane, withSample } from "./open";

let office: OfficeHost;
afterEach(() => office.stop());

async function open(): Promise<PaneSession> {
  const opened = await openPane();
  office = opened.office;
  return opened.session;
}

const names = () => office.workbook.sheets.map((sheet) => sheet.name);

test("an empty workbook is not ours; after the sample plan it is", async () => {
  const session = await open();
  expect(session.state().workbook).toMatchObject({ ours: false });
  await withSample(session);
  expect(session.state().workbook).toMatchObject({
    ours: true,
    plan: { commune: "Dân Tiến", number: "30/KH-UBND", date: "08/08/2025", unit: "triệu đồng" },
    reports: [],
  });
  expect(names()).toEqual([
    "Sheet1",
    "Kế hoạch",
    "Nội dung",
    "Ngân sách",
    "Công trình",
    "Hoạt động",
    "Giải ngân",
    "Hộ thụ hưởng",
    "Kết quả",
    "Danh mục",
    "_so_mtqg",
  ]);
  expect(office.values("'Kế hoạch'!D5:G6")).toEqual([
    [720, 626, 94, ""],
    [9504.2, 7459.2, 2045, ""],
  ]);
});

test("check marks the faulty row, and clears the mark when the fault is gone", async () => {
  const session = await open();
  await withSample(session);
  await office.userEdits("Kế hoạch", "E5", [[600]]);
  await session.check();
  const { checked } = session.state();
  expect(checked?.result.findings.map((finding) => [finding.code, finding.cell])).toContainEqual([
    "budget/split-mismatch",
    "D5",
  ]);
  expect(office.values("'Kế hoạch'!L5")[0]![0]).toMatch(/^Tổng vốn: .*; NSTW: /);
  await office.userEdits("Kế hoạch", "E5", [[626]]);
  await session.check();
  expect(office.values("'Kế hoạch'!L5")).toEqual([[""]]);
});

test("an edit after a check makes its result old", async () => {
  const session = await open();
  await withSample(session);
  await session.check();
  expect(session.state().checked?.stale).toBe(false);
  await office.userEdits("Kế hoạch", "E5", [[600]]);
  await office.settle();
  expect(session.state().checked?.stale).toBe(true);
});

test("a finding leads to its cell", async () => {
  const session = await open();
  await withSample(session);
  await session.check();
  const finding = session.state().checked!.result.findings.find((one) => one.sheet === "Ngân sách")!;
  await (await session.use("check")).revealFinding(finding);
  expect(office.selection.replaceAll("'", "")).toBe(`Ngân sách!${finding.cell}`);
});

test("the report stands in the workbook, and each task is taken back in turn", async () => {
  const session = await open();
  await withSample(session);
  await session.makeReports(["BC01"], false);
  expect(names()).toContain("BC01 Phân bổ vốn");
  await session.undoLast();
  expect(session.state().notice).toMatchObject({ intent: "success" });
  expect(names()).not.toContain("BC01 Phân bổ vốn");
  await session.undoLast();
  expect(names()).toEqual(["Sheet1"]);
  expect(session.state().workbook).toMatchObject({ ours: false });
});

test("what a person typed since is shown before it is taken away, and they choose", async () => {
  const session = await open();
  await withSample(session);
  await office.userEdits("Giải ngân", "B5", [["CT01"]]);
  await session.undoLast();
  const { notice } = session.state();
  expect(notice).toMatchObject({ intent: "warning" });
  expect(notice!.text).toContain("Giải ngân!B5");
  expect(names()).toContain("Giải ngân");
  await session.undoLast(true);
  expect(names()).toEqual(["Sheet1"]);
});

test("while a cell is being edited the pane says what to do", async () => {
  const session = await open();
  await session.openSample();
  office.enterEditMode();
  await session.inject();
  expect(session.state().notice?.text).toContain("Enter");
  office.leaveEditMode();
  await session.inject();
  expect(session.state().notice).toMatchObject({ intent: "success" });
});

test("a write that fails half-way leaves the workbook as it was and says so", async () => {
  const session = await open();
  await session.openSample();
  office.failAtBatch(3);
  await session.inject();
  expect(session.state().notice).toMatchObject({ intent: "error" });
  expect(session.state().notice!.text).toContain("như trước");
  expect(names()).toEqual(["Sheet1"]);
});

test("a proposed repair writes its cell as a number, is checked again, and can be taken back", async () => {
  const session = await open();
  await withSample(session);
  await office.userDoes((book) => {
    const cell = book.sheets.find((sheet) => sheet.name === "Kế hoạch")!.grid.cell(5, 3);
    cell.value = "9.504,2";
  });
  await session.check();
  const finding = session.state().checked!.result.findings.find((one) => one.code === "number/text-number")!;
  expect(finding).toMatchObject({ cell: "D6", fix: { value: 9504.2 } });
  await session.fix([finding]);
  expect(office.values("'Kế hoạch'!D6")).toEqual([[9504.2]]);
  expect(session.state().checked!.result.findings.some((one) => one.code === "number/text-number")).toBe(
    false,
  );
  await session.undoLast();
  await session.undoLast();
  expect(office.values("'Kế hoạch'!D6")).toEqual([["9.504,2"]]);
});

test("a workbook with a list of its own offers to check it where it stands", async () => {
  const session = await open();
  expect(session.state().ownSheets).toEqual([]);
  await office.userEdits("Sheet1", "A1", [["DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ NHÀ Ở NĂM 2025"]]);
  await office.userEdits("Sheet1", "A2:G5", [
    ["STT", "Họ và tên chủ hộ", "Số CCCD", "Dân tộc", "Thôn xóm", "Nội dung hỗ trợ", "NSTW"],
    [1, "Nông Văn Hai", "019085000011", "Tày", "Làng Mười", "Nhà ở", 40000000],
    [2, "Lý Thị Ba", "019185000012", "Dao", "Làng Mười", "Nhà ở", 40000000],
    [3, "Hoàng Văn Bốn", "019085000013", "Nùng", "Cây Thị", "Nhà ở", 40000000],
  ]);
  const again = new PaneSession(session.host);
  await again.start();
  expect(again.state().workbook).toMatchObject({ ours: false });
  expect(again.state().ownSheets).toEqual([{ sheet: "Sheet1", table: "tblHo" }]);
});
