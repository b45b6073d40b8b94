/**
 * The pane's session: what is open, what was found, what was done. All work goes through here, one task at a time; the
 * ribbon's commands call the same methods. State is replaced, never changed, so that views can compare it.
 */
import type { Edit, JournalEntry, Outcome, Place, Refusal } from "../../book";
import { parseArea } from "../../book";
import type { Finding, MoneyUnit } from "../../domain";
import { readTables } from "../../layout";
import { readPlan, type PlanReading, type PlanSource, type PlanUnreadable } from "../../plan";
import { programmes, type Programme } from "../../programme";
import { reportForm } from "../../reports";
import {
  check,
  fixEdit,
  inject,
  makeReports,
  markEdit,
  prepareInjection,
  prepareReports,
  undo,
  type CheckResult,
  type PreparedInjection,
} from "../../tasks";
import { paneWords, wordPlanUnreadable, wordRefusal } from "../../wording";
import type { PaneHost } from "./host";

export type PanePlace = "plan" | "check" | "report";

export interface Notice {
  readonly intent: "success" | "warning" | "error" | "info";
  readonly title?: string;
  readonly text: string;
  /** Choices where the person has to decide. */
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

export interface OpenPlan {
  readonly reading: PlanReading;
  readonly prepared: PreparedInjection;
  readonly unit: MoneyUnit;
  readonly detailUnit: MoneyUnit;
}

export interface DoneTask {
  readonly edit: Edit;
  readonly entry: JournalEntry;
}

export interface SessionState {
  readonly place: PanePlace;
  /** null until the workbook has been looked at. */
  readonly workbook: { readonly ours: boolean } | null;
  /** A key of the wording's `busy`. */
  readonly busy: string | null;
  readonly notice: Notice | null;
  readonly plan: OpenPlan | null;
  readonly checked: { readonly result: CheckResult; readonly stale: boolean } | null;
  /** Newest last. */
  readonly done: readonly DoneTask[];
}

const first: SessionState = {
  place: "plan",
  workbook: null,
  busy: null,
  notice: null,
  plan: null,
  checked: null,
  done: [],
};

export class PaneSession {
  private current = first;
  private readonly listeners = new Set<() => void>();
  private readonly words;
  private readonly programme: Programme = programmes.all[0]!;

  constructor(readonly host: PaneHost) {
    this.words = paneWords[host.locale];
    host.book.watch((change) => {
      if (!change.ours && this.current.checked)
        this.set({ checked: { ...this.current.checked, stale: true } });
    });
  }

  readonly state = (): SessionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  go(place: PanePlace): void {
    this.set({ place });
  }

  dismiss(): void {
    this.set({ notice: null });
  }

  /** Looks at the workbook for the first time: ours or not, and whether an earlier write was cut off. */
  async start(): Promise<void> {
    await this.work("prepare", async () => {
      await this.look();
      if (await this.host.recovery?.pending()) this.offerRecovery();
    });
  }

  private offerRecovery(): void {
    const { recovery } = this.host;
    if (!recovery) return;
    const { title, what, action, later, failed } = this.words.recover;
    const restore = () =>
      this.work("undo", async () => {
        if (!(await recovery.restore())) this.set({ notice: { intent: "error", text: failed } });
        await this.look();
      });
    const forget = () => this.work("undo", () => recovery.forget());
    const actions = [
      { label: action, run: () => void restore() },
      { label: later, run: () => void forget() },
    ];
    this.set({ notice: { intent: "warning", title, text: what, actions } });
  }

  async openPlan(source: PlanSource): Promise<void> {
    await this.work("readPlan", async () => {
      const reading: PlanReading | PlanUnreadable = readPlan(source, this.programme);
      if (!reading.ok) {
        this.set({ notice: { intent: "error", text: wordPlanUnreadable(reading, this.host.locale) } });
        return;
      }
      await this.prepare(reading, "triệu đồng", "đồng");
    });
  }

  async openSample(): Promise<void> {
    await this.work("readPlan", async () => {
      const reading = readPlan({ kind: "file", bytes: await this.host.samplePlan() }, this.programme);
      if (!reading.ok) throw new Error(`the sample plan cannot be read: ${reading.reason}`);
      await this.prepare(reading, "triệu đồng", "đồng");
    });
  }

  closePlan(): void {
    this.set({ plan: null, notice: null });
  }

  async chooseUnits(unit: MoneyUnit, detailUnit: MoneyUnit): Promise<void> {
    const { plan } = this.current;
    if (!plan) return;
    await this.work("prepare", () => this.prepare(plan.reading, unit, detailUnit));
  }

  async inject(): Promise<void> {
    const { plan } = this.current;
    if (!plan) {
      this.set({ place: "plan" });
      return;
    }
    await this.work("inject", async () => {
      const { injection } = plan.prepared;
      const result = await inject(this.host.book, plan.prepared, this.apply());
      if (result.kind === "refused") return this.refused(result.refusal);
      if (result.kind === "done" && injection.possible)
        this.add({ edit: injection.edit, entry: result.entry });
      await this.prepare(plan.reading, plan.unit, plan.detailUnit);
      await this.look();
      if (result.kind === "done") {
        const text = this.words.plan.injected(this.words.done.summary(result.entry.summary));
        const next = { label: this.words.plan.nextCheck, run: () => void this.check() };
        this.set({ notice: { intent: "success", text, actions: [next] } });
      }
    });
  }

  /** Runs every rule, marks faulty rows, clears marks whose fault is gone. */
  async check(): Promise<void> {
    await this.work("check", async () => {
      const result = await check(this.host.book, this.host.locale);
      this.set({
        place: "check",
        workbook: { ours: result.tables.tables.length > 0 },
        checked: { result, stale: false },
      });
      const edit = markEdit(result);
      if (edit.operations.length === 0) return;
      const outcome = await this.host.book.apply(edit, this.apply());
      this.settle(edit, outcome);
    });
  }

  /** Repairs these findings, then checks again. */
  async fix(findings: readonly Finding[]): Promise<void> {
    const { checked } = this.current;
    if (!checked) return;
    const fixed = await this.work("fix", async () => {
      const edit = fixEdit(checked.result, findings);
      return this.settle(edit, await this.host.book.apply(edit, this.apply()));
    });
    if (fixed) await this.check();
  }

  async makeReports(codes: readonly string[], freeze: boolean): Promise<void> {
    await this.work("report", async () => {
      const forms = codes.map((code) => reportForm(code)).filter((form) => form !== undefined);
      const result = await check(this.host.book, this.host.locale);
      if (result.tables.tables.length === 0) {
        this.set({ place: "report", workbook: { ours: false } });
        return;
      }
      const edit = prepareReports(result, { forms, freeze, today: this.today() });
      const outcome = await makeReports(this.host.book, edit, this.apply());
      if (!this.settle(edit, outcome)) return;
      const sheets = forms.map((form) => `“${form.sheet}”`).join(", ");
      const show = {
        label: this.words.report.show,
        run: () =>
          void this.reveal({ sheet: forms[0]!.sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } }),
      };
      this.set({
        place: "report",
        notice: { intent: "success", text: this.words.report.made(sheets), actions: [show] },
      });
    });
  }

  /** Takes back the newest task that has not been taken back; a person's later changes are shown first. */
  async undoLast(force = false): Promise<void> {
    const last = this.current.done.at(-1);
    if (!last) {
      this.set({ notice: { intent: "info", text: this.words.done.none } });
      return;
    }
    await this.work("undo", async () => {
      const { expects: _seen, ...unguarded } = last.entry.undo;
      const entry = force ? { ...last.entry, undo: unguarded } : last.entry;
      const outcome = await undo(this.host.book, { edit: last.edit, entry }, this.apply());
      if (!outcome.done) return this.undoRefused(outcome.refusal);
      this.set({
        done: this.current.done.slice(0, -1),
        checked: null,
        notice: { intent: "success", text: this.words.done.undone },
      });
      await this.look();
      if (this.current.plan)
        await this.prepare(this.current.plan.reading, this.current.plan.unit, this.current.plan.detailUnit);
    });
  }

  async reveal(place: Place): Promise<void> {
    await this.work(null, () => this.host.book.reveal(place));
  }

  async revealFinding(finding: Finding): Promise<void> {
    const area = finding.cell === null ? null : parseArea(finding.cell);
    if (finding.sheet !== null && area) await this.reveal({ sheet: finding.sheet, area });
  }

  private undoRefused(refusal: Refusal): void {
    const text = wordRefusal(refusal, this.host.locale);
    if (refusal.kind !== "changedSince") {
      this.set({ notice: { intent: "error", text } });
      return;
    }
    const actions = [
      { label: this.words.done.keepTheirs, run: () => this.dismiss() },
      { label: this.words.done.overwrite, run: () => void this.undoLast(true) },
    ];
    this.set({ notice: { intent: "warning", text, actions } });
  }

  private async look(): Promise<void> {
    // Which tables there are is all that is asked: no cell has to be read for it.
    const { tables } = readTables(await this.host.book.read({ sheets: [] }));
    this.set({ workbook: { ours: tables.length > 0 } });
  }

  private async prepare(reading: PlanReading, unit: MoneyUnit, detailUnit: MoneyUnit): Promise<void> {
    const madeAt = this.host.now().toLocaleString("vi-VN");
    const prepared = await prepareInjection(this.host.book, reading.plan, this.programme, {
      unit,
      detailUnit,
      madeAt,
    });
    this.set({ plan: { reading, prepared, unit, detailUnit } });
  }

  private settle(edit: Edit, outcome: Outcome): boolean {
    if (!outcome.done) {
      this.refused(outcome.refusal);
      return false;
    }
    this.add({ edit, entry: outcome.entry });
    return true;
  }

  private add(done: DoneTask): void {
    this.set({ done: [...this.current.done, done] });
  }

  private refused(refusal: Refusal): void {
    this.set({ notice: { intent: "error", text: wordRefusal(refusal, this.host.locale) } });
  }

  private apply() {
    return { at: this.host.now().toISOString() };
  }

  private today() {
    const date = this.host.now();
    return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  }

  /** One task at a time; a bug is shown, not swallowed. */
  private async work<T>(busy: string | null, task: () => Promise<T>): Promise<T | undefined> {
    if (this.current.busy !== null) return undefined;
    if (busy !== null) this.set({ busy, notice: null });
    try {
      return await task();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.set({
        notice: { intent: "error", title: this.words.bug.title, text: this.words.bug.what(detail) },
      });
      // The console keeps the whole trace for whoever looks into it.
      console.error(error);
      return undefined;
    } finally {
      if (busy !== null) this.set({ busy: null });
    }
  }

  private set(change: Partial<SessionState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
