/** What is done in the check: every rule run, faulty rows marked, proposed repairs made. */
import { parseArea } from "../../../../book";
import type { Finding } from "../../../../domain";
import { check, fixEdit, markEdit, type CheckResult } from "../../../../tasks";
import type { PaneSession } from "../../session";

export interface CheckedWorkbook {
  readonly result: CheckResult;
  /** The workbook has changed since. */
  readonly stale: boolean;
}

export class CheckWork {
  constructor(private readonly session: PaneSession) {
    session.host.book.watch((change) => {
      const { checked } = session.state();
      if (!change.ours && checked) session.set({ checked: { ...checked, stale: true } });
    });
  }

  /** Runs every rule, marks faulty rows, clears marks whose fault is gone. */
  async check(): Promise<void> {
    const { session } = this;
    await session.work("check", async () => {
      const result = await check(session.host.book, session.host.locale);
      session.set({ place: "check", checked: { result, stale: false } });
      await session.lookAgain(result.tables.tables.length > 0);
      const edit = markEdit(result);
      if (edit.operations.length > 0) await session.applyEdit(edit);
    });
  }

  /** Repairs these findings, then checks again. */
  async fix(findings: readonly Finding[]): Promise<void> {
    const { session } = this;
    const { checked } = session.state();
    if (!checked) return;
    const fixed = await session.work("fix", () => session.applyEdit(fixEdit(checked.result, findings)));
    if (fixed) await this.check();
  }

  async revealFinding(finding: Finding): Promise<void> {
    const area = finding.cell === null ? null : parseArea(finding.cell);
    if (finding.sheet !== null && area) await this.session.reveal({ sheet: finding.sheet, area });
  }
}
