/** What is done with a plan: read, prepared with its units, put into the workbook. */
import type { MoneyUnit } from "../../../../domain";
import { readPlan, type PlanReading, type PlanSource, type PlanUnreadable } from "../../../../plan";
import { programmes, type Programme } from "../../../../programme";
import { inject, prepareInjection, type PreparedInjection } from "../../../../tasks";
import { planPlaceWords, shellWords, wordPlanUnreadable } from "../../../../wording";
import type { PaneSession } from "../../session";

export type { PlanSource } from "../../../../plan";

export interface OpenPlan {
  readonly reading: PlanReading;
  readonly prepared: PreparedInjection;
  readonly unit: MoneyUnit;
  readonly detailUnit: MoneyUnit;
}

export class PlanWork {
  private readonly words;
  private readonly programme: Programme = programmes.all[0]!;

  constructor(private readonly session: PaneSession) {
    this.words = planPlaceWords[session.host.locale];
    session.afterChange(async () => {
      const { plan } = session.state();
      if (plan) await this.prepare(plan.reading, plan.unit, plan.detailUnit);
    });
  }

  async openPlan(source: PlanSource): Promise<void> {
    const { session } = this;
    await session.work("readPlan", async () => {
      const reading: PlanReading | PlanUnreadable = readPlan(source, this.programme);
      if (reading.ok) await this.prepare(reading, "triệu đồng", "đồng");
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
      await this.prepare(reading, "triệu đồng", "đồng");
    });
  }

  closePlan(): void {
    this.session.set({ plan: null, notice: null });
  }

  async chooseUnits(unit: MoneyUnit, detailUnit: MoneyUnit): Promise<void> {
    const { plan } = this.session.state();
    if (plan) await this.session.work("prepare", () => this.prepare(plan.reading, unit, detailUnit));
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

  private async prepare(reading: PlanReading, unit: MoneyUnit, detailUnit: MoneyUnit): Promise<void> {
    const { book, now } = this.session.host;
    const madeAt = now().toLocaleString("vi-VN");
    const prepared = await prepareInjection(book, reading.plan, this.programme, { unit, detailUnit, madeAt });
    this.session.set({ plan: { reading, prepared, unit, detailUnit } });
  }
}
