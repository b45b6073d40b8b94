/**
 * More paid out of a project's source, capital type and year than was allocated. An undecided capital type can be used
 * for either: a type may draw on all that is undecided, and all types together on no more than all there is.
 */
import { UNDECIDED_CAPITAL } from "../../layout";
import type { CheckContext } from "../context";
import type { CheckedTable } from "../checkedTable";
import type { Report, Rule } from "../rule";
import { sumOf } from "../sums";
import { textKey } from "../textColumn";
import { netEffect, readVouchers, type Vouchers } from "./vouchers";

/** In đồng. `capitalType` is null where all types together exceed. */
type Params = {
  project: string;
  source: string;
  capitalType: string | null;
  year: string;
  paid: number;
  allocation: number;
  excess: number;
};

const line = (more: Record<string, string | number>) => ({
  "Mã dự án": "DA1",
  "Loại vốn": "Đầu tư",
  "Năm vốn": "Năm nay",
  ...more,
});

export const exceedsAllocation: Rule<"disbursement/exceeds-allocation", Params> = {
  code: "disbursement/exceeds-allocation",
  severity: "error",
  source: null,
  reads: [
    { table: "tblDuAn", headers: ["Mã"], across: true },
    {
      table: "tblGiaiNgan",
      headers: ["Ngày", "Hình thức", "Mã dự án", "Loại vốn", "Năm vốn", "Nguồn", "Số tiền"],
    },
    {
      table: "tblNganSach",
      headers: ["Mã dự án", "Loại vốn", "Năm vốn", "NSTW", "NSĐP", "Vốn khác"],
      across: true,
    },
  ],
  example: {
    fails: {
      rows: {
        tblDuAn: [{ Mã: "DA1" }],
        tblNganSach: [line({ NSTW: 100 })],
        tblGiaiNgan: [
          line({ Ngày: 45900, "Hình thức": "Thanh toán", Nguồn: "NSTW", "Số tiền": 80000000 }),
          line({ Ngày: 45910, "Hình thức": "Tạm ứng", Nguồn: "NSTW", "Số tiền": 30000000 }),
        ],
      },
    },
    passes: {
      rows: {
        tblDuAn: [{ Mã: "DA1" }],
        tblNganSach: [line({ NSTW: 100, "Loại vốn": "Chưa xác định" })],
        tblGiaiNgan: [
          line({ Ngày: 45900, "Hình thức": "Tạm ứng", Nguồn: "NSTW", "Số tiền": 80000000 }),
          line({ Ngày: 45910, "Hình thức": "Thu hồi tạm ứng", Nguồn: "NSTW", "Số tiền": 60000000 }),
          line({ Ngày: 45910, "Hình thức": "Thanh toán", Nguồn: "NSTW", "Số tiền": 80000000 }),
        ],
      },
    },
  },
  checks: (context) => {
    const vouchers = readVouchers(context);
    const lines = context.tableWith("tblNganSach", ["Mã dự án", "Loại vốn", "Năm vốn", "NSTW", "NSĐP"]);
    if (!vouchers || !lines || lines.rows.length === 0) return [];
    if (!vouchers.table.has("Loại vốn") || !vouchers.table.has("Năm vốn")) return [];
    return [
      {
        kind: "groups",
        groups: context.groupsBy(vouchers.table, ["Mã dự án", "Nguồn", "Năm vốn"]),
        look: (_key, rows, report) => compare(rows, vouchers, lines, context, report),
      },
    ];
  },
};

const sources: ReadonlyMap<string, string> = new Map([
  ["nstw", "NSTW"],
  ["nsđp", "NSĐP"],
  ["vốn khác", "Vốn khác"],
]);
const years = new Set(["năm nay", "kéo dài"]);
const types = ["Đầu tư", "Sự nghiệp"];
const undecided = textKey(UNDECIDED_CAPITAL);

function compare(
  rows: readonly number[],
  vouchers: Vouchers,
  lines: CheckedTable,
  context: CheckContext,
  report: Report<Params>,
): void {
  const first = rows[0]!;
  const { table } = vouchers;
  const project = context.projects.get(table.texts("Mã dự án").keyAt(first));
  const source = sources.get(table.texts("Nguồn").keyAt(first));
  const year = table.texts("Năm vốn").keyAt(first);
  if (!project || source === undefined || !years.has(year)) return;

  const ofYear = (context.budgetLines.byKey.get(project.key) ?? []).filter(
    (row) => lines.texts("Năm vốn").keyAt(row) === year,
  );
  const lineTypes = lines.texts("Loại vốn");
  const voucherTypes = table.texts("Loại vốn");
  const tell = (
    capitalType: string | null,
    chosen: readonly number[],
    allocated: readonly number[],
  ): boolean => {
    const allocation = sumOf(lines.numbers(source), allocated);
    const paid = chosen.reduce((sum, row) => sum + netEffect(vouchers, row), 0);
    if (allocation === null || chosen.length === 0 || paid <= allocation) return false;
    const label = table.texts("Năm vốn").labelAt(first);
    const params = {
      project: project.code,
      source,
      capitalType,
      year: label,
      paid,
      allocation,
      excess: paid - allocation,
    };
    report({ table: table.name, row: vouchers.last(chosen), header: "Số tiền", params });
    return true;
  };
  const told = types.map((type) => {
    const fits = (key: string) => key === textKey(type);
    const allocated = ofYear.filter(
      (row) => fits(lineTypes.keyAt(row)) || lineTypes.keyAt(row) === undecided,
    );
    return tell(
      type,
      rows.filter((row) => fits(voucherTypes.keyAt(row))),
      allocated,
    );
  });
  if (!told.includes(true)) tell(null, rows, ofYear);
}
