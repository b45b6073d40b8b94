/** “Có gửi được chưa?” and “Gửi lên”: the chosen reports judged, and given out in a workbook of their own. */
import { reportForm, type ReportChoices, type ReportForm } from "../../../../reports";
import { check, prepareSending, readiness, sendable, withReportDesigns } from "../../../../tasks";
import { reportPlaceWords } from "../../../../wording";
import type { PaneSession } from "../../session";
import type { Store } from "../../store";
import type { ReportState } from "./state";

export class SendWork {
  private readonly words;

  constructor(
    private readonly session: PaneSession,
    private readonly store: Store<ReportState>,
    private readonly choices: () => ReportChoices,
  ) {
    this.words = reportPlaceWords[session.host.locale].send;
  }

  /** Looks at the workbook and says what is still open. */
  async judge(): Promise<void> {
    const { session } = this;
    await session.work("judge", async () => {
      const checked = await check(session.host.book, session.host.locale);
      if (checked.tables.tables.length === 0) return session.changed();
      this.store.set({ readiness: readiness(checked, this.forms(), session.today()) });
    });
  }

  async send(): Promise<void> {
    const { session } = this;
    await session.work("send", async () => {
      const forms = sendable(this.forms());
      const checked = await withReportDesigns(
        session.host.book,
        await check(session.host.book, session.host.locale),
        forms,
      );
      const edit = prepareSending(checked, { ...this.choices(), forms, today: session.today() });
      const { XlsxBook } = await import(/* webpackChunkName: "xlsx" */ "../../../../hosts/xlsx");
      const copy = XlsxBook.create();
      const outcome = await copy.apply(edit, session.apply());
      if (!outcome.done) return session.refused(outcome.refusal);
      const name = `${forms.map((form) => form.code).join("-")}.xlsx`;
      const handed = await session.host.handOver(name, copy.bytes());
      session.set({ notice: { intent: "success", text: this.words.handed[handed](name) } });
    });
  }

  private forms(): ReportForm[] {
    return this.store
      .state()
      .chosen.map((code) => reportForm(code))
      .filter((form) => form !== undefined);
  }
}
