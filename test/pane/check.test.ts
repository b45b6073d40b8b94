/** The place Kiểm tra on Excel: what is typed is followed, rules are lowered, repairs are taken back. */
import type { PaneSession } from "../../src/faces/pane";
import type { OfficeHost } from "../office-host";
import { openPane, withSample } from "./open";

let office: OfficeHost;
let session: PaneSession;
afterEach(async () => {
  await session.close();
  await office.stop();
});

async function checked(): Promise<void> {
  ({ office, session } = await openPane());
  await withSample(session);
  await session.check();
}

const codes = (session: PaneSession) =>
  (session.state().checked?.result.findings ?? []).map((finding) => `${finding.code} ${finding.cell}`);

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resume) => setTimeout(resume, 50));
}

/** Until the list has caught up with the workbook. */
const caughtUp = (session: PaneSession) => until(() => session.state().checked?.stale === false);

test("what is typed after a check is checked by itself, without a mark and without another task in the list", async () => {
  await checked();
  const { length } = session.state().done;
  await office.userEdits("Kế hoạch", "E5", [[600]]);
  expect(session.state().checked!.stale).toBe(true);
  await caughtUp(session);
  expect(codes(session)).toContain("budget/split-mismatch D5");
  expect(office.values("'Kế hoạch'!L5")[0]![0]).toBe("");
  expect(session.state().done).toHaveLength(length);
  expect(session.state().place).toBe("check");
  await office.userEdits("Kế hoạch", "E5", [[626]]);
  await caughtUp(session);
  expect(codes(session)).not.toContain("budget/split-mismatch D5");
});

test("what is followed is what a new check says", async () => {
  await checked();
  await office.userEdits("Ngân sách", "F6", [["'9.504,2"]]);
  await office.userEdits("Kế hoạch", "G5", [[-94]]);
  await caughtUp(session);
  const followed = codes(session);
  expect(followed).toContain("number/text-number F6");
  await session.check();
  expect(followed).toEqual(codes(session));
});

test("a rule that is switched off from its finding is a parameter of the workbook, and comes back with an undo", async () => {
  await checked();
  expect(codes(session).join()).toContain("budget/capital-type-undecided");
  await (await session.use("check")).lowerRule("budget/capital-type-undecided", "tắt");
  expect(codes(session).join()).not.toContain("budget/capital-type-undecided");
  const snapshot = await session.host.book.read({ sheets: ["Danh mục"] });
  const cells = snapshot.sheets.find((sheet) => sheet.name === "Danh mục")!.values.flat();
  expect(cells).toContain("Quy tắc budget/capital-type-undecided");
});

test("repairs can be chosen; each touches its cell alone and is taken back", async () => {
  await checked();
  await office.userEdits("Kế hoạch", "E5", [["'626"]]);
  await office.userEdits("Kế hoạch", "F5", [["'94"]]);
  await session.check();
  const work = await session.use("check");
  const texts = session
    .state()
    .checked!.result.findings.filter((finding) => finding.code === "number/text-number");
  expect(texts.map((finding) => work.valueAt(finding))).toEqual(["626", "94"]);
  await work.fix([texts[0]!]);
  expect(office.values("'Kế hoạch'!E5:F5")).toEqual([[626, "94"]]);
  expect(session.state().notice).toMatchObject({ intent: "success", text: "Đã sửa 1 ô." });
  session.state().notice!.actions![0]!.run();
  await until(() => codes(session).filter((code) => code.startsWith("number/text-number")).length === 2);
  await until(() => session.state().busy === null);
  expect(office.values("'Kế hoạch'!E5:F5")).toEqual([["626", "94"]]);
});

test("a workbook that was put away is not read any more, and no task is begun on it", async () => {
  await checked();
  await office.userEdits("Kế hoạch", "E5", [[600]]);
  expect(session.state().checked!.stale).toBe(true);
  await session.close();
  const { roundTrips } = office;
  await session.check();
  // Longer than the pause after which a change is followed.
  await new Promise((resume) => setTimeout(resume, 600));
  expect(office.roundTrips).toBe(roundTrips);
});
