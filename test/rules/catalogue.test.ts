import { readdirSync } from "node:fs";
import { join } from "node:path";
import { tables } from "../../src/layout";
import { catalogue } from "../../src/rules";
import { codes, check, tablesOf } from "./workbook";
import { runRules } from "../../src/rules";

const folder = join(__dirname, "../../src/rules");
const groups = [
  "structure",
  "list",
  "required",
  "type",
  "number",
  "date",
  "text",
  "budget",
  "disbursement",
  "work",
  "household",
  "identity",
];
/** Files of a group that several of its rules share. */
const shared = new Set([
  "text/legacyText",
  "budget/splits",
  "disbursement/vouchers",
  "identity/identities",
  "household/birthSlips",
  "household/countMoves",
  "household/households",
  "household/likelihood",
  "household/nameLetters",
  "household/nearPairs",
  "household/nearPersons",
  "household/people",
  "household/sameNumber",
  "household/norms",
  "household/runs",
  "household/supports",
]);

const contractCodes = `
required/missing type/number type/date number/text-number date/text-date number/percent-scale number/sub-dong
list/unknown-value list/empty text/not-nfc text/stray-space text/legacy-encoding structure/merged-cells
structure/subtotal-row structure/missing-column structure/duplicate-column structure/not-calculated
budget/split-mismatch budget/split-rounding budget/rollup-mismatch budget/negative-amount budget/unknown-project
budget/counterpart-below-minimum budget/counterpart-outlier budget/programme-code-mismatch budget/unit-slip
budget/capital-type-undecided budget/capital-type-mixed
disbursement/exceeds-allocation disbursement/outside-period disbursement/duplicate-voucher
disbursement/recovery-exceeds-advance
work/unknown work/plan-exceeds-investment work/paid-exceeds-accepted
household/not-poor household/kinh-outside-difficult-area household/land-shortage-below-threshold
household/land-and-occupation household/same-support-twice household/over-norm household/loan-over-limit
household/form-missing household/under-local-minimum household/total-exceeds-budget household/inconsistent
household/duplicate-id household/duplicate-person household/borrower-under-18 household/priority
household/priority-conflict
identity/format identity/lost-leading-zero identity/old-number identity/gender-mismatch
identity/birth-year-mismatch identity/unknown-province
`
  .trim()
  .split(/\s+/);

describe("the catalogue of rules", () => {
  test("lists every rule file, one rule a file, under the file's name", () => {
    const files = groups.flatMap((group) =>
      readdirSync(join(folder, group)).map((file) => `${group}/${file.replace(/\.ts$/, "")}`),
    );
    expect(catalogue.map((rule) => rule.code as string).sort()).toEqual(
      files.filter((file) => !shared.has(file)).sort(),
    );
  });

  test("has each code once, and every code of the contract", () => {
    const listed = catalogue.map((rule) => rule.code as string);
    expect(new Set(listed).size).toBe(listed.length);
    expect(contractCodes.filter((code) => !listed.includes(code))).toEqual([]);
  });

  test("never gives an unconfirmed source the severity of an error", () => {
    const unconfirmed = catalogue.filter((rule) => rule.source?.confidence === "unverified");
    expect(unconfirmed.filter((rule) => rule.severity === "error")).toEqual([]);
  });
});

test("what a rule says it reads is there", () => {
  for (const { reads } of catalogue) {
    for (const { table, headers } of reads) {
      const specs = tables.filter((one) => table === "*" || one.name === table);
      expect(specs).not.toEqual([]);
      const known = new Set(specs.flatMap((one) => one.columns.map((column) => column.header)));
      expect(headers.filter((header) => header !== "*" && !known.has(header))).toEqual([]);
    }
  }
});

describe.each(catalogue.map((rule) => [rule.code, rule] as const))("%s", (code, rule) => {
  test("finds its example's fault", () => {
    const found = runRules(tablesOf(rule.example.fails), { rules: [code] });
    expect(codes(found)).toContain(code);
  });

  test("is silent on its good example", () => {
    expect(runRules(tablesOf(rule.example.passes), { rules: [code] })).toEqual([]);
  });

  test("can be switched off and lowered by staff", () => {
    const { rows, ...rest } = rule.example.fails;
    const withSetting = (value: string) => ({
      ...rest,
      rows: {
        ...rows,
        tblThamSo: [...(rows.tblThamSo ?? []), { "Tham số": `Quy tắc ${code}`, "Giá trị": value }],
      },
    });
    expect(runRules(tablesOf(withSetting("tắt")), { rules: [code] })).toEqual([]);
    const lowered = runRules(tablesOf(withSetting("Thông tin")), { rules: [code] });
    expect(new Set(lowered.map((one) => one.severity))).toEqual(new Set(["info"]));
  });
});

test("rules that are not asked for do not run", () => {
  expect(check({ tblXom: [] }, { rules: [] })).toEqual([]);
});
