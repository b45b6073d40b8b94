/** What is done with a plan: read, edited, compared with the workbook, put into it; and its money divided. */
import type { Edit } from "../../../../book";
import type { MoneyUnit } from "../../../../domain";
import {
  editPlan,
  readPlan,
  type PlanChange,
  type PlanReading,
  type PlanSource,
  type PlanUnreadable,
} from "../../../../plan";
import { programmes, type Programme } from "../../../../programme";
import {
  allocateEdit,
  comparisonSheet,
  inject,
  prepareAllocation,
  prepareComparison,
  prepareInjection,
  takeOverEdit,
  type AllocatedNeed,
  type AllocationChoice,
  type PreparedAllocation,
  type PreparedComparison,
  type PreparedInjection,
} from "../../../../tasks";
import { planDeskWords, planPlaceWords, shellWords, wordPlanUnreadable } from "../../../../wording";
import type { PaneSession } from "../../session";
import { Store } from "../../store";

export type { PlanSource } from "../../../../plan";

export interface OpenPlan {
  /** As it stands now, with what was edited. */
  readonly reading: PlanReading;
  /** As the document says it. */
  readonly original: PlanReading;
  readonly prepared: PreparedInjection;
  /** Against the workbook; null where it is not ours. */
  readonly comparison: PreparedComparison | null;
  readonly unit: MoneyUnit;
  readonly detailUnit: MoneyUnit;
}

/** Which of the place's views is shown: a plan is looked at, edited, compared; or money is divided. */
export interface PlanDesk {
  readonly view: "preview" | "edit" | "compare" | "allocate";
  readonly allocation: PreparedAllocation | null;
}

export class PlanWork {
  readonly desk = new Store<PlanDesk>({ view: "preview", allocation: null });
  readonly programme: Programme = programmes.all[0]!;
  private readonly words;
  private readonly deskWords;

  constructor(private readonly session: PaneSession) {
    this.words = planPlaceWords[session.host.locale];
    this.deskWords = planDeskWords[session.host.locale];
    session.afterChange(async () => {
      const { plan } = session.state();
      if (plan) await this.prepare(plan.reading, plan.original, plan.unit, plan.detailUnit);
      if (this.desk.state().view === "allocate") await this.readAllocation();
    });
  }

  async openPlan(source: PlanSource): Promise<void> {
    const { session } = this;
    await session.work("readPlan", async () => {
      const reading: PlanReading | PlanUnreadable = readPlan(source, this.programme);
      if (reading.ok) await this.show(reading);
      else {
        session.set({
          notice: { intent: "error", text: wordPlanUnreadable(reading, session.host.locale) },
        });
      }
    });
  }

  async openSample(): Promise<void> {
    await this.session.work("readPlan", async () => {
      const bytes = await this.session.host.samplePlan();
      const reading = readPlan({ kind: "file", bytes }, this.programme);
      if (!reading.ok) throw new Error(`the sample plan cannot be read: ${reading.reason}`);
      await this.show(reading);
    });
  }

  closePlan(): void {
    this.desk.set({ view: "preview" });
    this.session.set({ plan: null, notice: null });
  }

  view(view: PlanDesk["view"]): void {
    this.session.dismiss();
    this.desk.set({ view });
  }

  /** What the plan would change in the workbook is what a person wants to see first. */
  private async show(reading: PlanReading): Promise<void> {
    await this.prepare(reading, reading, "triệu đồng", "đồng");
    const differs = this.session.state().plan?.comparison?.comparison.differs ?? false;
    this.desk.set({ view: differs ? "compare" : "preview" });
  }

  /** The plan and its findings follow at once; the workbook is looked at again when the editing is over. */
  edit(change: PlanChange): void {
    const { plan } = this.session.state();
    if (plan)
      this.session.set({ plan: { ...plan, reading: editPlan(plan.reading, change, this.programme) } });
  }

  reset(): void {
    const { plan } = this.session.state();
    if (plan) this.session.set({ plan: { ...plan, reading: plan.original } });
  }

  async finishEditing(): Promise<void> {
    const { plan } = this.session.state();
    if (!plan) return;
    await this.session.work("prepare", async () => {
      await this.prepare(plan.reading, plan.original, plan.unit, plan.detailUnit);
      const differs = this.session.state().plan?.comparison?.comparison.differs ?? false;
      this.desk.set({ view: differs ? "compare" : "preview" });
    });
  }

  async chooseUnits(unit: MoneyUnit, detailUnit: MoneyUnit): Promise<void> {
    const { plan } = this.session.state();
    if (plan)
      await this.session.work("prepare", () => this.prepare(plan.reading, plan.original, unit, detailUnit));
  }

  async inject(): Promise<void> {
    const { session } = this;
    const { plan } = session.state();
    if (!plan) {
      session.go("plan");
      return;
    }
    await session.work("inject", async () => {
      const { injection } = plan.prepared;
      const result = await inject(session.host.book, plan.prepared, session.apply());
      if (result.kind === "refused") return session.refused(result.refusal);
      if (result.kind === "done" && injection.possible) session.add(injection.edit, result.entry);
      await session.changed();
      if (result.kind === "done") {
        const text = this.words.injected(shellWords[session.host.locale].done.summary(result.entry.summary));
        const next = { label: this.words.nextCheck, run: () => void session.check() };
        session.set({ notice: { intent: "success", text, actions: [next] } });
      }
    });
  }

  /** Takes over the chosen differences (ids) and compares again. */
  async takeOver(chosen: ReadonlySet<string>): Promise<void> {
    const comparison = this.session.state().plan?.comparison;
    if (!comparison) return;
    const at = this.session.host.now().toLocaleString("vi-VN");
    const next = { label: this.words.nextCheck, run: () => void this.session.check() };
    await this.write("adjust", takeOverEdit(comparison, chosen, at), this.deskWords.compare.takenOver, next);
  }

  async makeComparisonSheet(): Promise<void> {
    const { session } = this;
    const comparison = session.state().plan?.comparison;
    if (!comparison) return;
    const edit = comparisonSheet(comparison, session.today());
    const [operation] = edit.operations;
    const sheet = operation && "design" in operation ? operation.design.name : "";
    const { sheetMade, showSheet } = this.deskWords.compare;
    const show = { label: showSheet, run: () => void session.revealSheet(sheet) };
    await this.write("comparisonSheet", edit, sheetMade, show);
  }

  async openAllocation(): Promise<void> {
    await this.session.work("prepare", async () => {
      await this.readAllocation();
      this.desk.set({ view: "allocate" });
    });
  }

  /** Writes the division of a line as budget lines. */
  async allocate({ line }: AllocationChoice, needs: readonly AllocatedNeed[]): Promise<void> {
    const { allocation } = this.desk.state();
    if (!allocation) return;
    const edit = allocateEdit(allocation, line, needs);
    const next = { label: this.words.nextCheck, run: () => void this.session.check() };
    await this.write("allocate", edit, this.deskWords.allocate.written, next);
  }

  private async write(
    busy: string,
    edit: Edit,
    text: string,
    next: { readonly label: string; readonly run: () => void },
  ): Promise<void> {
    const { session } = this;
    if (edit.operations.length === 0) return;
    await session.work(busy, async () => {
      if (!(await session.applyEdit(edit))) return;
      await session.changed();
      session.set({ notice: { intent: "success", text, actions: [next] } });
    });
  }

  private async readAllocation(): Promise<void> {
    this.desk.set({ allocation: await prepareAllocation(this.session.host.book, this.session.today()) });
  }

  private async prepare(
    reading: PlanReading,
    original: PlanReading,
    unit: MoneyUnit,
    detailUnit: MoneyUnit,
  ): Promise<void> {
    const { book, now } = this.session.host;
    const madeAt = now().toLocaleString("vi-VN");
    const prepared = await prepareInjection(book, reading.plan, this.programme, { unit, detailUnit, madeAt });
    const ours = this.session.state().workbook?.ours ?? false;
    const comparison = ours ? await prepareComparison(book, reading.plan, this.programme) : null;
    this.session.set({ plan: { reading, original, prepared, comparison, unit, detailUnit } });
  }
}
