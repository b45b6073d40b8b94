import { readFileSync } from "node:fs";
import { catalogue } from "../../src/rules";
import { ruleGuide, ruleTable } from "../../src/wording";

const BEGIN = "<!-- bảng quy tắc: làm từ mã nguồn -->";
const END = "<!-- hết bảng quy tắc -->";

test("every rule can say why, on what it rests and what it looks at, in both languages", () => {
  for (const { code } of catalogue) {
    for (const locale of ["vi", "en"] as const) {
      const guide = ruleGuide(code, locale)!;
      expect(guide.reason.length).toBeGreaterThan(20);
      expect(guide.fails.length).toBeGreaterThan(0);
      expect(guide.passes.length).toBeGreaterThan(0);
      expect([...guide.columns, ...guide.fails, ...guide.passes].join(" ")).not.toMatch(/undefined|\[object/);
    }
  }
  expect(ruleGuide("plan/unknown-project")).toBeNull();
});

test("an example shows dates and amounts as people write them", () => {
  expect(ruleGuide("disbursement/duplicate-voucher")!.fails[0]).toContain("Ngày = 31/08/2025");
  expect(ruleGuide("household/over-norm")!.fails.at(-1)).toContain("NSTW = 40.000.000");
  expect(ruleGuide("household/over-norm")!.source).toEqual({
    text: "Quyết định 04/2023/QĐ-TTg, Thông tư 15/2022/TT-BTC (tblDinhMuc)",
    confidence: "đã đọc nguồn thứ cấp",
  });
});

test("README holds the rules as they are", () => {
  const readme = readFileSync("README.md", "utf8");
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  const block = begin < 0 ? null : readme.slice(begin + BEGIN.length, end).trim();
  const wanted = ruleTable("vi");
  if (block !== wanted)
    console.log(`Thay phần giữa “${BEGIN}” và “${END}” trong README.md bằng:\n\n${wanted}\n`);
  expect(block).toBe(wanted);
});
