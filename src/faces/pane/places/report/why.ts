/** “Vì sao số này?”: follows the person's selection on a report while it is asked for. */
import type { Place } from "../../../../book";
import { readTables, type WorkbookTables } from "../../../../layout";
import { whyFigure } from "../../../../tasks";
import type { PaneSession } from "../../session";
import type { Store } from "../../store";
import type { ReportState } from "./state";

/** A person who moves with the arrow keys is not followed at every cell. */
const PAUSE = 200;

export class WhyWork {
  /** The workbook as it was last read; null after a change. */
  private tables: WorkbookTables | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: PaneSession,
    private readonly store: Store<ReportState>,
  ) {
    session.host.book.watch(() => {
      this.tables = null;
    });
  }

  /** Follows the selection until the returned call. */
  follow(): () => void {
    const stop = this.session.host.selection.watchSelection(() => this.soon());
    void this.look();
    return () => {
      clearTimeout(this.timer);
      stop();
    };
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), PAUSE);
  }

  /** Looks at the selected cell now. While a task runs, it is looked at after it. */
  async look(): Promise<void> {
    const { session } = this;
    if (session.state().busy !== null) return this.soon();
    await session.work(null, async () => {
      const place = await session.host.selection.selection();
      // Going to a row behind the figure leaves the explanation where it is.
      if (place === null || !this.isReport(place)) {
        if (this.store.state().why === null) this.store.set({ why: { kind: "elsewhere" } });
        return;
      }
      this.tables ??= readTables(await session.host.book.read({ formulas: true }));
      this.store.set({ why: whyFigure(this.tables, place, session.today()) });
    });
  }

  private isReport({ sheet }: Place): boolean {
    return /^BC\d\d /.test(sheet);
  }
}
