import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tables } from "../../src/layout";
import { catalogue, runRules } from "../../src/rules";
import { planFindingCodes, ruleTitle, wordFinding, wordPlanFlaw, type Locale } from "../../src/wording";
import { tablesOf } from "../rules/workbook";

const headers = new Set(tables.flatMap((table) => table.columns.map((column) => column.header)));
const LONGEST = 210;
/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăơưđ]/i;

describe.each(catalogue.map((rule) => [rule.code, rule] as const))("the words of %s", (code, rule) => {
  const worded = (locale: Locale) =>
    runRules(tablesOf(rule.example.fails), { rules: [code] }).map((located) => wordFinding(located, locale));

  test("are one short sentence that parts no marks, in both languages", () => {
    for (const finding of [...worded("vi"), ...worded("en")]) {
      expect(finding.message).toMatch(/^[\p{Lu}\p{N}“-].*[.?]$/u);
      expect(finding.message.length).toBeLessThanOrEqual(LONGEST);
      expect(finding.message).not.toMatch(/;|undefined|NaN|null|\n/);
      expect(finding.message).toBe(finding.message.normalize("NFC"));
    }
  });

  test("are Vietnamese with its marks, and name every repair", () => {
    for (const finding of worded("vi")) {
      expect(finding.message).toMatch(VIETNAMESE);
      if (finding.fix) expect(finding.fix.title).toMatch(/^\p{Lu}/u);
    }
    expect(ruleTitle(code, "vi")).toMatch(VIETNAMESE);
    expect(ruleTitle(code, "en")).not.toBe(ruleTitle(code, "vi"));
  });
});

test("figures are Vietnamese number text in the sheet's unit, with what to do", () => {
  const found = runRules(
    tablesOf({
      rows: {
        tblThamSo: [{ "Tham số": "Đơn vị tính", "Giá trị": "triệu đồng" }],
        tblDuAn: [{ Mã: "DA4", "Tổng vốn": 9504.2, NSTW: 7459.2, NSĐP: 2000 }],
      },
    }),
    { rules: ["budget/split-mismatch"] },
  );
  expect(wordFinding(found[0]!).message).toBe(
    "Tổng vốn 9.504,2 triệu đồng lớn hơn NSTW, NSĐP và Vốn khác cộng lại (9.459,2 triệu đồng), chênh 45 triệu đồng.",
  );
});

test("a cell's text cannot break the line of marks it is quoted in", () => {
  const text = "x; NSTW: 5; Số CCCD: y".padEnd(300, "z");
  const found = runRules(tablesOf({ rows: { tblDuAn: [{ Mã: "DA1", "Tổng vốn": text }] } }), {
    rules: ["type/number"],
  });
  const { message } = wordFinding(found[0]!);
  expect(message).not.toContain(";");
  expect(message.length).toBeLessThan(LONGEST);
});

test("no sentence of the catalogue reads like a further mark", () => {
  for (const rule of catalogue) {
    for (const located of runRules(tablesOf(rule.example.fails))) {
      const { message } = wordFinding(located);
      for (const header of headers) expect(`; ${message}`).not.toContain(`; ${header}: `);
    }
  }
});

test("every flaw that reading a plan can give has words", () => {
  const folder = join(__dirname, "../../src/plan");
  const sources = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const used = sources.flatMap((file) => [
    ...readFileSync(join(folder, file), "utf8").matchAll(/"((?:plan|budget)\/[a-z-]+)"/g),
  ]);
  expect(
    [...new Set(used.map((match) => match[1]!))].filter((code) => !planFindingCodes.includes(code)),
  ).toEqual([]);
});

test("a plan's flaw stands on its line", () => {
  const params = {
    project: "DA4",
    title: "Đầu tư cơ sở hạ tầng",
    total: 9504200000,
    sum: 9459200000,
    difference: 45000000,
  };
  expect(wordPlanFlaw({ code: "budget/split-mismatch", severity: "error", row: 12, params })).toMatchObject({
    row: 12,
    cell: null,
    message:
      "DA4: tổng vốn 9.504,2 triệu đồng lớn hơn các nguồn cộng lại (9.459,2 triệu đồng), chênh 45 triệu đồng.",
  });
});
