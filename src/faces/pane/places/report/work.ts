/** What is done with reports: made from the workbook as it is, looked into, judged, sent on, reconciled. */
import { compareDates } from "../../../../domain";
import {
  choicesOffered,
  frozenReports,
  reportForm,
  reportForms,
  type ReportChoices,
  type ReportForm,
} from "../../../../reports";
import { readTables } from "../../../../layout";
import {
  check,
  makeReports,
  openErrors,
  prepareReports,
  withReportDesigns,
  type CheckResult,
} from "../../../../tasks";
import { reportPlaceWords } from "../../../../wording";
import type { PaneSession } from "../../session";
import { Store } from "../../store";
import { ReconcileWork } from "./reconciling";
import { SendWork } from "./sending";
import { firstReportState, type Options, type ReportPart, type ReportState } from "./state";
import { WhyWork } from "./why";

export class ReportWork {
  readonly store = new Store<ReportState>(firstReportState);
  readonly why: WhyWork;
  readonly send: SendWork;
  readonly reconcile: ReconcileWork;
  private readonly words;

  constructor(private readonly session: PaneSession) {
    this.words = reportPlaceWords[session.host.locale];
    this.why = new WhyWork(session, this.store);
    this.send = new SendWork(session, this.store, () => this.choices());
    this.reconcile = new ReconcileWork(session, this.store);
    session.afterChange(async () => {
      if (this.store.state().offered) await this.offer();
    });
  }

  show(part: ReportPart): void {
    this.store.set({ part });
  }

  choose(code: string, on: boolean): void {
    const { chosen } = this.store.state();
    const codes = new Set(on ? [...chosen, code] : chosen.filter((one) => one !== code));
    this.store.set({
      chosen: reportForms.map((form) => form.code).filter((one) => codes.has(one)),
      readiness: null,
    });
  }

  setOptions(change: Partial<Options>): void {
    this.store.set({ options: { ...this.store.state().options, ...change } });
  }

  /** What the workbook offers to choose from. */
  async load(): Promise<void> {
    if (this.store.state().offered === null) await this.session.work(null, () => this.offer());
  }

  private async offer(): Promise<void> {
    const { book } = this.session.host;
    const names = readTables(await book.read({ sheets: [] }));
    const wanted = ["tblDuAn", "tblThamSo", "tblGiaiNgan"].flatMap(
      (name) => names.table(name)?.sheet.name ?? [],
    );
    const tables = readTables(await book.read({ sheets: wanted }));
    this.store.set({
      offered: names.tables.length === 0 ? null : choicesOffered(tables, this.session.today()),
    });
  }

  /** The choices as reports take them. */
  private choices(): ReportChoices {
    const { options, offered } = this.store.state();
    const own = { from: options.from, to: options.to };
    const period = options.period === "own" ? own : offered?.periods[options.period];
    // The default period follows the calendar and is said by nothing at all.
    const chosen = options.period === "yearToDate" ? undefined : period;
    return {
      ...(chosen?.from ? { from: chosen.from } : {}),
      ...(chosen?.to ? { to: chosen.to } : {}),
      ...(options.unit === "" ? {} : { unit: options.unit }),
      ...(options.leadUnit === "" ? {} : { leadUnit: options.leadUnit }),
      ...(options.project === "" ? {} : { project: options.project }),
      ...(options.showEthnicGroup ? { showEthnicGroup: true } : {}),
      ...(options.keepLayout ? {} : { keepLayout: false }),
      ...(options.frozenBy.trim() === "" ? {} : { frozenBy: options.frozenBy.trim() }),
    };
  }

  /** Why the choices cannot be used as they stand; null where they can. */
  problem(): "reversed" | "noDay" | null {
    const { options } = this.store.state();
    if (options.period === "own" && (options.from === null || options.to === null)) return "noDay";
    const { from, to } = this.choices();
    return from && to && compareDates(from, to) > 0 ? "reversed" : null;
  }

  makeChosen(): Promise<void> {
    const { chosen, options } = this.store.state();
    return this.makeReports(chosen, options.freeze);
  }

  /** Makes these forms; a frozen report is replaced only where the person says so. */
  async makeReports(codes: readonly string[], freeze: boolean, overFrozen = false): Promise<void> {
    const { session } = this;
    await session.work("report", async () => {
      const forms = codes.map((code) => reportForm(code)).filter((form) => form !== undefined);
      const checked = await check(session.host.book, session.host.locale);
      if (checked.tables.tables.length === 0) {
        session.set({ place: "report" });
        await session.changed();
        return;
      }
      const frozen = overFrozen ? [] : frozenReports(checked.tables.snapshot, forms);
      if (frozen.length > 0)
        return this.askAboutFrozen(
          forms,
          frozen.map((one) => one.form),
          freeze,
        );
      await this.make(await withReportDesigns(session.host.book, checked, forms), forms, freeze);
    });
  }

  private async make(checked: CheckResult, forms: readonly ReportForm[], freeze: boolean): Promise<void> {
    const { session } = this;
    const edit = prepareReports(checked, { ...this.choices(), forms, freeze, today: session.today() });
    const outcome = await makeReports(session.host.book, edit, session.apply());
    if (!session.settle(edit, outcome)) return;
    await session.changed();
    const sheets = forms.map((form) => `“${form.sheet}”`).join(", ");
    const show = { label: this.words.show, run: () => void session.revealSheet(forms[0]!.sheet) };
    const errors = Math.max(0, ...forms.map((form) => openErrors(checked.findings, form)));
    const personal = forms.filter((form) => form.personalData.length > 0);
    const texts = [
      this.words.made(sheets),
      ...(errors > 0 ? [this.words.openErrors(errors)] : []),
      ...personal.map((form) => this.words.personalData(form.code, this.personalData(form))),
    ];
    session.set({
      place: "report",
      notice: { intent: errors > 0 ? "warning" : "success", text: texts.join(" "), actions: [show] },
    });
    this.store.set({ readiness: null });
  }

  /** What the sheet of a form says of single persons, as it is made now. */
  personalData(form: ReportForm): readonly string[] {
    const ethnic = this.store.state().options.showEthnicGroup && form.personalData.length > 0;
    return ethnic ? [...form.personalData, this.words.ethnicGroup] : form.personalData;
  }

  private askAboutFrozen(forms: readonly ReportForm[], frozen: readonly ReportForm[], freeze: boolean): void {
    const { session, words } = this;
    const others = forms.filter((form) => !frozen.includes(form)).map((form) => form.code);
    const replace = {
      label: words.replaceFrozen,
      run: () =>
        void this.makeReports(
          forms.map((form) => form.code),
          freeze,
          true,
        ),
    };
    const keep = { label: words.keepFrozen, run: () => void this.keepFrozen(others, freeze) };
    const sheets = frozen.map((form) => `“${form.sheet}”`).join(", ");
    session.set({
      place: "report",
      notice: {
        intent: "warning",
        title: words.frozenTitle,
        text: words.frozenWhat(sheets),
        actions: [keep, replace],
      },
    });
  }

  private async keepFrozen(others: readonly string[], freeze: boolean): Promise<void> {
    if (others.length > 0) await this.makeReports(others, freeze);
    else this.session.dismiss();
  }
}
