/** Settings in the pane: what stands in the workbook's cells, typed the Vietnamese way, written as one edit. */
import type { OfficeHost } from "../office-host";
import type { PaneSession } from "../../src/faces/pane";
import { openPane, withSample } from "./open";

let office: OfficeHost;
let session: PaneSession;

beforeEach(async () => {
  ({ office, session } = await openPane());
  await withSample(session);
});
afterEach(() => office.stop());

async function settings() {
  const work = await session.use("settings");
  await work.load();
  return work;
}

/** What stands beside a parameter's name. */
function cellOf(name: string): unknown {
  const rows = office.values("'Danh mục'!A1:B60");
  return rows.find(([first]) => first === name)?.[1];
}

test("parameters are shown as they are written in Vietnamese", async () => {
  const work = await settings();
  const shown = (name: string) => work.text(name);
  expect(shown("Tên xã")).toBe("Dân Tiến");
  expect(shown("Ngày kế hoạch")).toBe("08/08/2025");
  expect(shown("Năm kế hoạch")).toBe("2025");
  expect(shown("Tỷ lệ đối ứng tối thiểu")).toBe("15");
  expect(shown("Sai số làm tròn")).toBe("0,1");
  expect(work.store.state().groups!.map((group) => group.code)).toEqual(
    expect.arrayContaining(["commune", "programme", "limits", "deadlines"]),
  );
});

test("changes are written as one edit with the cells' own kinds of values, and taken back as one", async () => {
  const work = await settings();
  work.type("Tỷ lệ đối ứng tối thiểu", "12,5 %");
  work.type("Hạn thanh toán", "15/2/2026");
  work.type("Xã khu vực III", "x");
  work.type("Tỉnh", "=Thái Nguyên");
  await work.save();
  expect(session.state().notice).toMatchObject({ intent: "success" });
  expect(cellOf("Tỷ lệ đối ứng tối thiểu")).toBe(0.125);
  expect(cellOf("Hạn thanh toán")).toBe(46068);
  expect(cellOf("Xã khu vực III")).toBe("x");
  expect(cellOf("Tỉnh")).toBe("=Thái Nguyên");
  expect(work.store.state().typed.size).toBe(0);
  expect(work.text("Tỷ lệ đối ứng tối thiểu")).toBe("12,5");
  const [last] = session.state().done.slice(-1);
  expect(last!.entry.task).toBe("settings");
  await session.undo(last!);
  expect(cellOf("Tỷ lệ đối ứng tối thiểu")).toBe(0.15);
  expect(cellOf("Xã khu vực III")).toBe("");
});

test("a text that cannot be read stops the writing, is named, and stays to be mended", async () => {
  const work = await settings();
  work.type("Hạn thanh toán", "31/02/2026");
  work.type("Tên xã", "Tân Tiến");
  await work.save();
  expect(session.state().notice).toMatchObject({ intent: "error" });
  expect(session.state().notice!.text).toContain("Hạn thanh toán");
  expect(cellOf("Tên xã")).toBe("Dân Tiến");
  work.type("Hạn thanh toán", "28/02/2026");
  await work.save();
  expect(cellOf("Tên xã")).toBe("Tân Tiến");
});

test("a rule that is switched off finds nothing any more, and finds again when it is back", async () => {
  const codes = () => new Set(session.state().checked!.result.findings.map((finding) => finding.code));
  await session.check();
  expect(codes()).toContain("budget/programme-code-mismatch");
  const work = await settings();
  work.chooseRule("budget/programme-code-mismatch", "off");
  await work.save();
  expect(cellOf("Quy tắc budget/programme-code-mismatch")).toBe("tắt");
  expect(session.state().checked).toMatchObject({ stale: true });
  await session.check();
  expect(codes()).not.toContain("budget/programme-code-mismatch");
  await work.load();
  expect(work.ruleChoice("budget/programme-code-mismatch")).toBe("off");
  work.chooseRule("budget/programme-code-mismatch", "own");
  await work.save();
  await session.check();
  expect(codes()).toContain("budget/programme-code-mismatch");
});

test("a parameter that somebody changed meanwhile is not overwritten", async () => {
  const work = await settings();
  work.type("Tên xã", "Tân Tiến");
  const row = office.values("'Danh mục'!A1:B60").findIndex(([name]) => name === "Tên xã") + 1;
  await office.userEdits("Danh mục", `B${row}`, [["Dân Chủ"]]);
  await work.save();
  expect(session.state().notice).toMatchObject({ intent: "error" });
  expect(cellOf("Tên xã")).toBe("Dân Chủ");
});

test("a workbook without our tables has nothing to set", async () => {
  await session.undoLast();
  const work = await settings();
  expect(work.store.state().groups).toEqual([]);
});
