/** Money divided among contents by households × norm: to the đồng, and as budget lines. */
import fc from "fast-check";
import type { XlsxBook } from "../../src/hosts/xlsx";
import {
  allocateByNorm,
  offeredContents,
  readTables,
  undividedLines,
  type ContentNeed,
} from "../../src/layout";
import { allocateEdit, check, prepareAllocation } from "../../src/tasks";
import { addRow, applied, injected, samplePlan, typeInto, view } from "../tasks/books";

const day = { year: 2025, month: 9, day: 30 };

test("enough money gives each content its need and leaves the rest", () => {
  const shared = allocateByNorm({ central: 600_000_000, local: 90_000_000 }, [
    { households: 5, norm: 40_000_000, covers: "central" },
    { households: 3, norm: 10_000_000, covers: "total" },
  ]);
  expect(shared.shares.map((share) => [share.need, share.have.total, share.short])).toEqual([
    [230_000_000, 230_000_000, 0],
    [30_000_000, 30_000_000, 0],
  ]);
  expect(shared.shares[0]!.have).toEqual({ total: 230_000_000, central: 200_000_000, local: 30_000_000 });
  expect(shared.left).toEqual({ total: 430_000_000, central: 373_913_043, local: 56_086_957 });
});

test("money that is not enough is shared in proportion to the needs, all of it", () => {
  const shared = allocateByNorm({ central: 100, local: 1 }, [
    { households: 1, norm: 100, covers: "total" },
    { households: 1, norm: 100, covers: "total" },
    { households: 1, norm: 100, covers: "total" },
  ]);
  expect(shared.shares.map((share) => share.have.total)).toEqual([34, 34, 33]);
  expect(shared.short).toBe(199);
  expect(shared.left).toEqual({ total: 0, central: 0, local: 0 });
});

test("what is no whole number, or below zero, is refused", () => {
  expect(() => allocateByNorm({ central: -1, local: 0 }, [])).toThrow(RangeError);
  expect(() =>
    allocateByNorm({ central: 1, local: 0 }, [{ households: 1.5, norm: 1, covers: "total" }]),
  ).toThrow(RangeError);
});

test("whatever the figures: shares and rest make up the whole exactly, source by source, none negative", () => {
  const dong = fc.oneof(fc.nat({ max: 1000 }), fc.integer({ min: 0, max: 9_000_000_000_000 }));
  const content: fc.Arbitrary<ContentNeed> = fc.record({
    households: fc.nat({ max: 3000 }),
    norm: fc.oneof(fc.nat({ max: 1000 }), fc.nat({ max: 100_000_000 })),
    covers: fc.constantFrom("total" as const, "central" as const),
  });
  const possible = (money: { central: number; local: number }, contents: readonly ContentNeed[]) =>
    // A need beyond exact integers is refused; see the test above.
    money.central === 0 ||
    contents.every((one) => one.households * one.norm * (1 + money.local / money.central) < 1e14);
  fc.assert(
    fc.property(
      fc.record({ central: dong, local: dong }),
      fc.array(content, { maxLength: 12 }),
      (money, contents) => {
        fc.pre(possible(money, contents));
        const { shares, left, need, short } = allocateByNorm(money, contents);
        const sum = (pick: (share: (typeof shares)[number]) => number) =>
          shares.reduce((so, share) => so + pick(share), 0);
        expect(sum((share) => share.have.central) + left.central).toBe(money.central);
        expect(sum((share) => share.have.local) + left.local).toBe(money.local);
        expect(left.total).toBe(left.central + left.local);
        expect(sum((share) => share.need)).toBe(need);
        expect(sum((share) => share.short)).toBe(short);
        expect(left.total === 0 || short === 0).toBe(true);
        for (const { have, need: wanted, short: lacking } of shares) {
          expect(have.total).toBe(have.central + have.local);
          expect(have.total + lacking).toBe(wanted);
          for (const amount of [have.central, have.local, lacking]) expect(amount).toBeGreaterThanOrEqual(0);
        }
        for (const amount of [left.central, left.local]) expect(amount).toBeGreaterThanOrEqual(0);
        // No content is favoured: each share is its exact part of what is spent, but for one đồng.
        const spent = need - short;
        for (const { have, need: wanted } of shares)
          if (need > 0)
            expect(Math.abs(have.total - (spent / need) * wanted)).toBeLessThan(1 + spent * 1e-15);
      },
    ),
    { numRuns: 500 },
  );
});

async function tablesOf(book: XlsxBook) {
  return readTables(await book.read({ formulas: true }));
}

test("the contents offered have the norm of the day, by form, and the households listed", async () => {
  const book = await injected(samplePlan());
  for (const [id, form] of [
    ["019190000001", "Xây mới"],
    ["019190000002", "Xây mới"],
    ["019190000003", "Sửa chữa"],
  ])
    await addRow(book, "tblHo", {
      "Số CCCD": id!,
      "Mã dự án": "DA1",
      "Nội dung hỗ trợ": "Nhà ở",
      "Hình thức": form!,
    });
  const offered = offeredContents(await tablesOf(book), "DA1", day);
  expect(offered.map((one) => [one.content, one.form, one.norm, one.covers, one.households])).toEqual([
    ["Đất ở", null, 40_000_000, "central", 0],
    ["Nhà ở", "Xây mới", 60_000_000, "central", 2],
    ["Nhà ở", "Sửa chữa", 30_000_000, "central", 1],
    ["Đất sản xuất", null, 22_500_000, "central", 0],
    ["Chuyển đổi nghề", null, 10_000_000, "total", 0],
    ["Nước phân tán", null, 3_000_000, "total", 0],
    ["Nước tập trung", null, null, "total", 0],
  ]);
  const before = offeredContents(await tablesOf(book), "DA1", { year: 2024, month: 12, day: 31 });
  expect(before.filter((one) => one.content === "Nhà ở").map((one) => [one.form, one.norm])).toEqual([
    [null, 40_000_000],
  ]);
});

const need = (content: string, households: number, norm: number): ContentNeed & { content: string } => ({
  content,
  households,
  norm,
  covers: "total",
});

test("the result becomes budget lines, and what is left stays on the line", async () => {
  const book = await injected(samplePlan());
  const prepared = await prepareAllocation(book, day);
  const { line } = prepared.choices.find((one) => one.line.project === "DA1")!;
  const before = (await view(book, "tblNganSach")).rowCount;
  await applied(
    book,
    allocateEdit(prepared, line, [need("Đất ở", 5, 40e6), need("Nhà ở", 3, 40e6), need("Nhà ở", 1, 20e6)]),
  );
  const lines = await view(book, "tblNganSach");
  const own = lines
    .column("Mã dự án")
    .flatMap((code, row) =>
      code === "DA1" ? [[lines.column("Nội dung")[row], lines.column("Tổng vốn")[row]]] : [],
    );
  expect(lines.rowCount).toBe(before + 2);
  expect(own).toEqual([
    ["Chưa chi tiết", 380],
    ["Đất ở", 200],
    ["Nhà ở", 140],
  ]);
  const checked = await check(book);
  expect(checked.findings.filter((finding) => finding.severity === "error")).toEqual([]);
});

test("where nothing is left the line becomes the first content's, and its neighbours stay", async () => {
  const book = await injected(samplePlan());
  await typeInto(book, "tblNganSach", 0, "Số quyết định", "12/QĐ-UBND");
  const prepared = await prepareAllocation(book, day);
  const { line } = prepared.choices.find((one) => one.line.project === "DA1")!;
  const before = await view(book, "tblNganSach");
  await applied(book, allocateEdit(prepared, line, [need("Đất ở", 50, 40e6), need("Nhà ở", 50, 40e6)]));
  const lines = await view(book, "tblNganSach");
  expect(lines.column("Nội dung")[0]).toBe("Đất ở");
  expect(lines.column("Tổng vốn")[0]).toBe(360);
  expect(lines.column("Số quyết định").at(-1)).toBe("12/QĐ-UBND");
  expect(lines.column("Nội dung").slice(1, before.rowCount)).toEqual(before.column("Nội dung").slice(1));
  expect(undividedLines(await tablesOf(book)).some((one) => one.project === "DA1")).toBe(false);
  const codes = (await check(book)).findings.map((finding) => finding.code);
  expect(codes).not.toContain("budget/rollup-mismatch");
});

test("a division is undone whole, and refused where the line has changed", async () => {
  const book = await injected(samplePlan());
  const before = await book.read();
  const prepared = await prepareAllocation(book, day);
  const { line } = prepared.choices[0]!;
  const edit = allocateEdit(prepared, line, [need("Đất ở", 5, 40e6)]);
  const outcome = await book.apply(edit, { at: "2025-09-30T00:00:00Z" });
  if (!outcome.done) throw new Error("refused");
  expect(await book.apply(edit, { at: "2025-09-30T00:00:00Z" })).toMatchObject({ done: false });
  await applied(book, outcome.entry.undo);
  const after = await book.read();
  expect(after.sheets.map((sheet) => sheet.values)).toEqual(before.sheets.map((sheet) => sheet.values));
});
