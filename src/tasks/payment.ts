/**
 * From the list to the payment: approved households are paid what is left of their support. One edit makes the list for
 * their signatures, enters the vouchers and raises `Đã chi`. Money is in đồng; preparing changes nothing.
 */
import type { CellInput, CellValue, Edit, Expectation, Operation } from "../book";
import {
  amountInWords,
  fromDong,
  serialFromDate,
  sumDong,
  type CalendarDate,
  type Dong,
  type Finding,
} from "../domain";
import { UNDECIDED_CAPITAL, type WorkbookTables } from "../layout";
import { runRules } from "../rules";
import { paymentSheet, SheetNames, type PaymentLine } from "../templates";
import { wordFinding, type Locale } from "../wording";
import { foreseenTables } from "./foreseen";
import {
  approvedHouseholds,
  canBePaid,
  sharesOf,
  SOURCES,
  textAt,
  type FundingSource,
  type PayableHousehold,
} from "./payableHouseholds";

export interface PaymentChoice {
  /** Data rows of tblHo and what each is paid now, at most what is left. */
  readonly payments: ReadonlyMap<number, Dong>;
  readonly date: CalendarDate;
  readonly voucher: string;
  readonly manner: "Thanh toán" | "Tạm ứng";
  readonly capitalType: string;
  readonly capitalYear: string;
}

export interface PreparedPayment {
  readonly edit: Edit;
  /** The sheet with the list. */
  readonly sheet: string;
  readonly households: number;
  readonly total: Dong;
  /** Left to these households after it. */
  readonly left: Dong;
  readonly vouchers: readonly PaymentVoucher[];
  /** What the rules would say of the workbook after it that they do not say now. */
  readonly findings: readonly Finding[];
}

export interface PaymentVoucher {
  readonly project: string;
  readonly content: string;
  readonly source: FundingSource;
  readonly amount: Dong;
  readonly households: number;
}

const RULES = [
  "disbursement/exceeds-allocation",
  "disbursement/outside-period",
  "disbursement/duplicate-voucher",
  "household/total-exceeds-budget",
];

/** The kind of capital that a project's budget lines of this year name, where they name but one. */
export function capitalTypeOf(tables: WorkbookTables, project: string): string {
  const view = tables.table("tblNganSach");
  const types = new Set<string>();
  for (let row = 0; row < (view?.rowCount ?? 0); row += 1)
    if (textAt(view!, row, "Mã dự án") === project) types.add(textAt(view!, row, "Loại vốn"));
  const [only] = types;
  return types.size === 1 && only ? only : UNDECIDED_CAPITAL;
}

/** What the payment would write. Throws where a household is chosen that cannot be paid so much: the caller offers none. */
export function preparePayment(
  tables: WorkbookTables,
  choice: PaymentChoice,
  locale: Locale = "vi",
): PreparedPayment {
  const chosen = approvedHouseholds(tables).flatMap((one) => {
    const now = choice.payments.get(one.row);
    return now === undefined ? [] : [{ household: one, now }];
  });
  if (chosen.length === 0 || chosen.length !== choice.payments.size)
    throw new RangeError("payments name rows that are no approved households");
  for (const { household: one, now } of chosen)
    if (!canBePaid(one) || !Number.isSafeInteger(now) || now <= 0 || now > one.left)
      throw new RangeError(`row ${one.row} cannot be paid ${now}`);
  const names = new SheetNames(tables.snapshot.sheets.map((one) => one.name));
  const sheet = names.next(`Chi trả ${choice.voucher}`, "Chi trả");
  const vouchers = vouchersOf(chosen);
  const paid = paidCells(tables, chosen);
  const rows = voucherRows(tables, choice, vouchers, sheet);
  const edit: Edit = {
    task: "payment",
    operations: [
      { kind: "createSheet", design: listDesign(tables, choice, chosen, sheet) },
      ...rows.operations,
      ...paid.operations,
    ],
    expects: [...rows.expects, ...paid.expects],
  };
  return {
    edit,
    sheet,
    households: chosen.length,
    total: sumDong(chosen.map(({ now }) => now)),
    left: sumDong(chosen.map(({ household: one, now }) => one.left - now)),
    vouchers,
    findings: newFindings(tables, edit, locale),
  };
}

interface Chosen {
  readonly household: PayableHousehold;
  readonly now: Dong;
}

function vouchersOf(chosen: readonly Chosen[]): PaymentVoucher[] {
  const vouchers = new Map<string, PaymentVoucher>();
  for (const one of chosen) {
    const { project, content } = one.household;
    const shares = sharesOf(one.household, one.now);
    for (const source of SOURCES) {
      if (shares[source] === 0) continue;
      const key = [project, content, source].join("\u0000").toLowerCase();
      const sum = vouchers.get(key) ?? { project, content, source, amount: 0, households: 0 };
      vouchers.set(key, {
        ...sum,
        amount: sumDong([sum.amount, shares[source]]),
        households: sum.households + 1,
      });
    }
  }
  return [...vouchers.values()];
}

interface Change {
  readonly operations: readonly Operation[];
  readonly expects: readonly Expectation[];
}

/** The vouchers go into the table's empty last rows, then below it. */
function voucherRows(
  tables: WorkbookTables,
  choice: PaymentChoice,
  vouchers: readonly PaymentVoucher[],
  sheet: string,
): Change {
  const view = tables.table("tblGiaiNgan");
  if (!view) throw new Error("no tblGiaiNgan in a workbook that holds households");
  const rows = vouchers.map((voucher) => {
    const values: Readonly<Record<string, CellInput>> = {
      Ngày: serialFromDate(choice.date, tables.snapshot.date1904),
      "Số chứng từ": choice.voucher,
      "Hình thức": choice.manner,
      "Mã dự án": voucher.project,
      "Nội dung": voucher.content,
      "Loại vốn": choice.capitalType,
      "Năm vốn": choice.capitalYear,
      Nguồn: voucher.source,
      "Số tiền": fromDong(voucher.amount, tables.parameters.detailUnit),
      "Đơn vị nhận": `${voucher.households} hộ theo danh sách chi trả`,
      "Ghi chú": `Danh sách chi trả: trang “${sheet}”`,
    };
    return view.headers.map((header) => values[header.normalize("NFC").trim()] ?? null);
  });
  let blanks = 0;
  while (blanks < view.rowCount && view.isBlank(view.rowCount - 1 - blanks)) blanks += 1;
  const inside = rows.slice(0, blanks);
  const below = rows.slice(blanks);
  const row = view.firstRow + view.rowCount - blanks;
  const column = view.sheetColumn(view.headers[0]!.normalize("NFC").trim());
  const operations: Operation[] = [];
  if (inside.length > 0)
    operations.push({ kind: "writeCells", sheet: view.sheet.name, row, column, cells: inside });
  if (below.length > 0) operations.push({ kind: "appendRows", table: "tblGiaiNgan", rows: below });
  const empty = inside.map((cells) => cells.map(() => null));
  return {
    operations,
    expects: inside.length > 0 ? [{ sheet: view.sheet.name, row, column, values: empty }] : [],
  };
}

/** `Đã chi` raised, in runs of rows beside each other. */
function paidCells(tables: WorkbookTables, chosen: readonly Chosen[]): Change {
  const view = tables.table("tblHo")!;
  const column = view.sheetColumn("Đã chi");
  if (column < 0) throw new Error("tblHo has no column Đã chi");
  const old = view.column("Đã chi");
  const runs: { first: number; cells: CellValue[][]; before: CellValue[][] }[] = [];
  for (const { household: one, now } of chosen) {
    const cell = [fromDong(one.paid + now, tables.parameters.detailUnit)];
    const was = [old[one.row] ?? null];
    const last = runs.at(-1);
    if (last && last.first + last.cells.length === one.row) {
      last.cells.push(cell);
      last.before.push(was);
    } else runs.push({ first: one.row, cells: [cell], before: [was] });
  }
  const place = (first: number) => ({ sheet: view.sheet.name, row: view.firstRow + first, column });
  return {
    operations: runs.map(({ first, cells }) => ({ kind: "writeCells", ...place(first), cells })),
    expects: runs.map(({ first, before }) => ({ ...place(first), values: before })),
  };
}

function listDesign(tables: WorkbookTables, choice: PaymentChoice, chosen: readonly Chosen[], sheet: string) {
  const { parameters } = tables;
  const view = tables.table("tblHo")!;
  const amount = (dong: Dong) => fromDong(dong, parameters.detailUnit);
  const lines = chosen.map(({ household: one, now }): PaymentLine => ({
    name: one.name,
    identity: view.column("Số CCCD")[one.row] ?? null,
    hamlet: one.hamlet,
    content: one.content,
    decision: one.decision,
    approved: amount(one.approved),
    paidBefore: amount(one.paid),
    now: amount(now),
    left: amount(one.left - now),
  }));
  const sum = (pick: (one: Chosen) => Dong) => sumDong(chosen.map(pick));
  const total = sum(({ now }) => now);
  const commune = parameters.text("commune");
  return paymentSheet(
    sheet,
    {
      commune,
      communeInCapitals: commune.toUpperCase(),
      year: parameters.text("planYear"),
      unit: parameters.detailUnit,
      under: `(Chứng từ số ${choice.voucher})`,
      signatoryTitle: String(parameters.value("signatoryTitle") ?? "CHỦ TỊCH"),
      signatory: parameters.text("signatory"),
      inWords: amountInWords(total),
    },
    lines,
    {
      approved: amount(sum(({ household: one }) => one.approved)),
      paidBefore: amount(sum(({ household: one }) => one.paid)),
      now: amount(total),
      left: amount(sum(({ household: one, now }) => one.left - now)),
    },
  );
}

/** A finding is new when no finding of now has its words. */
function newFindings(tables: WorkbookTables, edit: Edit, locale: Locale): Finding[] {
  const found = (of: WorkbookTables) => runRules(of, { rules: RULES }).map((one) => wordFinding(one, locale));
  const known = new Set(found(tables).map((finding) => `${finding.code} ${finding.message}`));
  return found(foreseenTables(tables.snapshot, edit)).filter(
    (finding) => !known.has(`${finding.code} ${finding.message}`),
  );
}
