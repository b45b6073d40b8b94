/** “Đối chiếu”: a statement of the Treasury or an accounting program opened or pasted, and the sheet made of it. */
import { guessMapping, pastedCells, type StatementMapping } from "../../../../exchange";
import { readTables } from "../../../../layout";
import { prepareReconciliation } from "../../../../tasks";
import { reportPlaceWords, unsupportedFile } from "../../../../wording";
import type { PaneSession } from "../../session";
import type { Store } from "../../store";
import type { OpenStatement, ReportState, StatementCells } from "./state";

export class ReconcileWork {
  private readonly words;

  constructor(
    private readonly session: PaneSession,
    private readonly store: Store<ReportState>,
  ) {
    this.words = reportPlaceWords[session.host.locale].reconcile;
  }

  async openText(name: string, text: string): Promise<void> {
    await this.session.work("reconcileRead", () =>
      this.open(name, [{ name, cells: pastedCells(text) }], false),
    );
  }

  /** An .xlsx file, or a text file with separators. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    if (!/\.xls[xm]$/i.test(name)) return this.openText(name, new TextDecoder().decode(bytes));
    await this.session.work("reconcileRead", async () => {
      const { UnsupportedFile, XlsxBook } = await import(
        /* webpackChunkName: "xlsx" */ "../../../../hosts/xlsx"
      );
      try {
        const { sheets, date1904 } = await XlsxBook.open(bytes).read();
        const filled = sheets.filter((sheet) => sheet.values.length > 0);
        const found = filled.map(({ name: sheet, values }) => ({ name: sheet, cells: values }));
        await this.open(name, found, date1904);
      } catch (error) {
        if (!(error instanceof UnsupportedFile)) throw error;
        const text = unsupportedFile(error.what, error.detail, this.session.host.locale);
        this.session.set({ notice: { intent: "error", text } });
      }
    });
  }

  close(): void {
    this.store.set({ statement: null, prepared: null });
  }

  async chooseSheet(sheet: number): Promise<void> {
    const { statement } = this.store.state();
    if (statement)
      await this.settle({ ...statement, sheet, mapping: guessed(statement.sheets[sheet]!.cells) });
  }

  async map(mapping: StatementMapping): Promise<void> {
    const { statement } = this.store.state();
    if (statement) await this.settle({ ...statement, mapping });
  }

  async chooseParty(party: ReportState["party"]): Promise<void> {
    this.store.set({ party });
    const { statement } = this.store.state();
    if (statement) await this.settle(statement);
  }

  private async open(name: string, sheets: OpenStatement["sheets"], date1904: boolean): Promise<void> {
    const best = sheets.findIndex(({ cells }) => guessed(cells) !== null);
    if (sheets.every(({ cells }) => cells.length === 0)) {
      this.session.set({ notice: { intent: "error", text: this.words.empty } });
      return;
    }
    const sheet = Math.max(0, best);
    const mapping = guessed(sheets[sheet]!.cells);
    this.store.set({ statement: { name, sheets, sheet, date1904, mapping } });
    await this.prepare();
  }

  private async settle(statement: OpenStatement): Promise<void> {
    this.store.set({ statement });
    await this.session.work("reconcileRead", () => this.prepare());
  }

  private async prepare(): Promise<void> {
    const { statement, party } = this.store.state();
    if (!statement?.mapping) {
      this.store.set({ prepared: null });
      return;
    }
    const tables = readTables(await this.session.host.book.read({ formulas: true }));
    const prepared = prepareReconciliation(tables, {
      cells: statement.sheets[statement.sheet]!.cells,
      mapping: statement.mapping,
      date1904: statement.date1904,
      party: partyNames[party],
      today: this.session.today(),
    });
    this.store.set({ prepared });
  }

  /** Writes the sheet “Đối chiếu” from the vouchers as they are now. */
  async write(): Promise<void> {
    const { session } = this;
    await session.work("reconcile", async () => {
      await this.prepare();
      const { prepared } = this.store.state();
      if (!prepared || !(await session.applyEdit(prepared.edit))) return;
      const [operation] = prepared.edit.operations;
      const sheet = operation && "design" in operation ? operation.design.name : "";
      const show = { label: this.words.show, run: () => void session.revealSheet(sheet) };
      session.set({ notice: { intent: "success", text: this.words.written(sheet), actions: [show] } });
    });
  }
}

/** As the sheet names them. */
const partyNames: Readonly<Record<ReportState["party"], string>> = {
  treasury: "Kho bạc Nhà nước",
  accounting: "Phần mềm kế toán",
};

function guessed(cells: StatementCells): StatementMapping | null {
  return guessMapping(cells);
}
