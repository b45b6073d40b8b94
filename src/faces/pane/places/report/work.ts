/** What is done with reports: the chosen forms made from the workbook as it is. */
import { reportForm } from "../../../../reports";
import { check, makeReports, prepareReports } from "../../../../tasks";
import { reportPlaceWords } from "../../../../wording";
import type { PaneSession } from "../../session";

export class ReportWork {
  private readonly words;

  constructor(private readonly session: PaneSession) {
    this.words = reportPlaceWords[session.host.locale];
  }

  async makeReports(codes: readonly string[], freeze: boolean): Promise<void> {
    const { session } = this;
    await session.work("report", async () => {
      const forms = codes.map((code) => reportForm(code)).filter((form) => form !== undefined);
      const result = await check(session.host.book, session.host.locale);
      if (result.tables.tables.length === 0) {
        session.go("report");
        return session.lookAgain(false);
      }
      const edit = prepareReports(result, { forms, freeze, today: session.today() });
      const outcome = await makeReports(session.host.book, edit, session.apply());
      if (!session.settle(edit, outcome)) return;
      await session.look();
      const sheets = forms.map((form) => `“${form.sheet}”`).join(", ");
      const show = { label: this.words.show, run: () => void session.revealSheet(forms[0]!.sheet) };
      session.set({
        place: "report",
        notice: { intent: "success", text: this.words.made(sheets), actions: [show] },
      });
    });
  }
}
