/** What is done to pay households: chosen, looked at with what the rules will say, written in one edit. */
import {
  formatMoney,
  parseMoneyText,
  parseVietnameseDate,
  formatVietnameseDate,
  type CalendarDate,
  type Dong,
  type MoneyUnit,
} from "../../../../domain";
import { readTables, type WorkbookTables } from "../../../../layout";
import {
  approvedHouseholds,
  canBePaid,
  capitalTypeOf,
  preparePayment,
  type PayableHousehold,
  type PreparedPayment,
} from "../../../../tasks";
import { templatePlaceWords } from "../../../../wording";
import type { PaneSession } from "../../session";
import { Store } from "../../store";

/** The parts of the list that can be looked at alone; empty for all. */
export interface PaymentFilter {
  readonly content: string;
  readonly hamlet: string;
  readonly decision: string;
}

export interface PaymentState {
  /** null until the workbook has been looked at. */
  readonly households: readonly PayableHousehold[] | null;
  readonly unit: MoneyUnit;
  readonly filter: PaymentFilter;
  /** Data rows of tblHo. */
  readonly chosen: ReadonlySet<number>;
  /** What each gets at most, as typed; empty: all that is left. */
  readonly limit: string;
  readonly voucher: string;
  readonly date: string;
  readonly manner: "Thanh toán" | "Tạm ứng";
  readonly capitalType: string;
  readonly capitalYear: string;
  readonly prepared: PreparedPayment | null;
  readonly fresh: boolean;
}

export class PaymentWork {
  readonly store: Store<PaymentState>;
  private readonly words;
  private tables: WorkbookTables | null = null;

  constructor(private readonly session: PaneSession) {
    this.words = templatePlaceWords[session.host.locale].pay;
    this.store = new Store<PaymentState>({
      households: null,
      unit: "đồng",
      filter: { content: "", hamlet: "", decision: "" },
      chosen: new Set(),
      limit: "",
      voucher: "",
      date: formatVietnameseDate(session.today()),
      manner: "Thanh toán",
      capitalType: "",
      capitalYear: "Năm nay",
      prepared: null,
      fresh: false,
    });
  }

  leave(): void {
    this.store.set({ fresh: false });
  }

  async look(): Promise<void> {
    await this.session.work(this.store.state().households === null ? "prepare" : null, () => this.refresh());
  }

  private async refresh(): Promise<void> {
    this.tables = readTables(await this.session.host.book.read({ formulas: true }));
    const households = approvedHouseholds(this.tables);
    const payable = new Set(households.filter(canBePaid).map(({ row }) => row));
    const chosen = new Set([...this.store.state().chosen].filter((row) => payable.has(row)));
    const unit = this.tables.parameters.detailUnit;
    this.store.set({ households, chosen, unit, prepared: null, fresh: true });
    this.suggestCapital();
  }

  /** The budget's own kind of capital, as long as the person has not chosen another. */
  private suggestCapital(): void {
    const { households, chosen, capitalType } = this.store.state();
    const one = households?.find(({ row }) => chosen.has(row)) ?? households?.[0];
    if (capitalType === "" && one && this.tables)
      this.store.set({ capitalType: capitalTypeOf(this.tables, one.project) });
  }

  /** Where the households stand. */
  get sheet(): string | null {
    return this.tables?.table("tblHo")?.sheet.name ?? null;
  }

  set(change: Partial<Omit<PaymentState, "households" | "prepared" | "unit" | "fresh">>): void {
    this.store.set({ ...change, prepared: null });
  }

  /** Rows that pass the filter, payable or not. */
  shown(): readonly PayableHousehold[] {
    const { households, filter } = this.store.state();
    return (households ?? []).filter(
      (one) =>
        (filter.content === "" || one.content === filter.content) &&
        (filter.hamlet === "" || one.hamlet === filter.hamlet) &&
        (filter.decision === "" || one.decision === filter.decision),
    );
  }

  toggle(row: number, on: boolean): void {
    const chosen = new Set(this.store.state().chosen);
    if (on) chosen.add(row);
    else chosen.delete(row);
    this.set({ chosen });
  }

  /** All that are shown and can be paid, or none of those shown. */
  chooseShown(on: boolean): void {
    const chosen = new Set(this.store.state().chosen);
    for (const one of this.shown()) {
      if (on && canBePaid(one)) chosen.add(one.row);
      else chosen.delete(one.row);
    }
    this.set({ chosen });
  }

  /** What each chosen household gets; null where the limit is no amount. */
  amounts(): ReadonlyMap<number, Dong> | null {
    const { households, chosen, limit, unit } = this.store.state();
    const reading = limit.trim() === "" ? null : parseMoneyText(limit, unit);
    const most = reading === null ? Infinity : reading.kind === "amount" ? reading.dong : 0;
    if (most <= 0) return null;
    return new Map(
      (households ?? [])
        .filter(({ row }) => chosen.has(row))
        .map(({ row, left }) => [row, Math.min(left, most)]),
    );
  }

  /** null for what is no day. */
  date(): CalendarDate | null {
    const reading = parseVietnameseDate(this.store.state().date);
    return reading.kind === "date" ? { year: reading.year, month: reading.month, day: reading.day } : null;
  }

  money(dong: Dong): string {
    return formatMoney(dong, this.store.state().unit, { withUnit: true });
  }

  /** What the payment would write and what the rules would say then; nothing is changed. */
  async prepare(): Promise<void> {
    await this.session.work("prepare", async () => {
      await this.refresh();
      const payments = this.amounts();
      const date = this.date();
      const { voucher, manner, capitalType, capitalYear } = this.store.state();
      if (!this.tables || !payments || payments.size === 0 || !date || voucher.trim() === "") return;
      const choice = { payments, date, voucher: voucher.trim(), manner, capitalType, capitalYear };
      this.store.set({ prepared: preparePayment(this.tables, choice, this.session.host.locale) });
    });
  }

  back(): void {
    this.store.set({ prepared: null });
  }

  async pay(): Promise<void> {
    const { prepared } = this.store.state();
    if (!prepared) return;
    await this.session.work("payment", async () => {
      if (!(await this.session.applyEdit(prepared.edit))) return;
      const { sheet, vouchers, households } = prepared;
      const actions = [{ label: this.words.show, run: () => void this.session.revealSheet(sheet) }];
      const text = this.words.done(sheet, vouchers.length, households);
      this.session.set({ notice: { intent: "success", text, actions } });
      this.store.set({ chosen: new Set(), voucher: "" });
      await this.refresh();
    });
  }
}
