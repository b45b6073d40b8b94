/**
 * What is done in the check: every rule run, faulty rows marked, repairs made, what is typed followed.
 *
 * Marks are written by “Kiểm tra lại” and after repairs, never while somebody types: each write of an add-in empties
 * Excel's own undo list in the versions offices have, and is refused while a cell is being edited.
 */
import { findSheet, parseArea, valueAt, type BookChange, type CellValue } from "../../../../book";
import type { Finding } from "../../../../domain";
import {
  parameterEdit,
  readTables,
  RULE_PARAMETER_PREFIX,
  type TableView,
  type WorkbookTables,
} from "../../../../layout";
import { changesBetween, fixEdit, markEdit, type CheckReport, type CheckResult } from "../../../../tasks";
import type { TableChange } from "../../../../rules";
import { checkPlaceWords } from "../../../../wording";
import type { PaneSession } from "../../session";
import type { DoneTask } from "../../state";
import { openEngine, type CheckEngine } from "./engine/engine";

export interface CheckedWorkbook {
  readonly result: CheckResult;
  /** Something changed that the findings do not know of yet. */
  readonly stale: boolean;
}

/** What staff may make of a rule: lower it, or switch it off. In the words of the parameter's cell. */
export type LoweredRule = "tắt" | "cảnh báo" | "thông tin";

/** A person pauses this long before what they typed is looked at. */
const PAUSE = 300;

export class CheckWork {
  private readonly engine: CheckEngine = openEngine();
  /** Sheets that changed since they were read; null: all of them, or nobody knows which. */
  private changedSheets: Set<string> | null = new Set();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private following: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(
    private readonly session: PaneSession,
    private readonly pause = PAUSE,
  ) {
    const unwatch = session.host.book.watch((change) => this.noteChange(change));
    session.beforeClose(async () => {
      this.ended = true;
      unwatch();
      if (this.timer !== null) clearTimeout(this.timer);
      this.engine.close();
      await this.following;
    });
  }

  /** Runs every rule, marks faulty rows, clears marks whose fault is gone. */
  async check(): Promise<void> {
    const { session } = this;
    await session.work("check", async (signal) => {
      session.set({ place: "check" });
      const result = await this.checkAll(signal);
      await session.lookAgain(result.tables.tables.length > 0);
      const edit = markEdit(result);
      if (edit.operations.length > 0) await session.applyEdit(edit);
    });
  }

  private async checkAll(signal: AbortSignal | undefined): Promise<CheckResult> {
    const { session } = this;
    await this.following;
    this.changedSheets = new Set();
    const snapshot = await session.host.book.read({ formulas: true, fonts: true });
    const report = await this.engine.check(snapshot, session.host.locale, {
      ...(signal ? { signal } : {}),
      onProgress: (done, total) => session.progress(done, total),
    });
    return this.show(readTables(snapshot), report);
  }

  private show(tables: WorkbookTables, report: CheckReport): CheckResult {
    const result = { tables, ...report };
    const isBehind = this.changedSheets === null || this.changedSheets.size > 0;
    this.session.set({ checked: { result, stale: isBehind } });
    return result;
  }

  private noteChange(change: BookChange): void {
    const { checked, busy } = this.session.state();
    // Marks are ours, and nothing that a rule reads.
    if (!checked || (change.ours && busy === "check")) return;
    // A change without an area may be of the whole workbook: a sheet that came or went.
    if (change.area === null) this.changedSheets = null;
    else this.changedSheets?.add(change.sheet);
    if (!change.ours && !checked.stale) this.session.set({ checked: { ...checked, stale: true } });
    this.followSoon();
  }

  private followSoon(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      // A running task reads and writes; what it changes is looked at when it is done.
      if (this.session.state().busy !== null) this.followSoon();
      else this.following = this.following.then(() => this.follow());
    }, this.pause);
  }

  /** Reads what changed and brings the findings up to date; whoever types is not disturbed. */
  private async follow(): Promise<void> {
    const { checked, busy } = this.session.state();
    const sheets = this.changedSheets;
    if (this.ended || !checked || busy !== null || (sheets !== null && sheets.size === 0)) return;
    this.changedSheets = new Set();
    try {
      if (sheets === null || sheets.size > 0) await this.readAgain(checked.result, sheets);
    } catch (error) {
      // The findings stay, said to be old; “Kiểm tra lại” tells what is the matter.
      this.changedSheets = null;
      if (!this.ended) console.warn(error);
    }
  }

  private async readAgain(before: CheckResult, changed: ReadonlySet<string> | null): Promise<void> {
    const { book, locale } = this.session.host;
    const sheets = changed && !this.readsBeyond(before, changed) ? [...changed] : null;
    const snapshot = await book.read(sheets ? { sheets, formulas: true } : { formulas: true, fonts: true });
    const tables = readTables(snapshot);
    const changes = sheets ? changesOf(before.tables, tables, sheets) : null;
    if (changes && sheets) {
      const now = merged(before.tables, tables, sheets);
      this.show(now, changes.length > 0 ? await this.engine.follow(changes) : before);
      return;
    }
    const whole = sheets ? await book.read({ formulas: true, fonts: true }) : snapshot;
    this.show(readTables(whole), await this.engine.check(whole, locale));
  }

  /** Sheets of the staff's own and frozen reports are only looked at as a whole. */
  private readsBeyond({ tables, own }: CheckResult, changed: ReadonlySet<string>): boolean {
    const ours = new Set(tables.tables.map((view) => view.sheet.name));
    return (
      [...changed].some((sheet) => !ours.has(sheet)) || own.mappings.some(({ sheet }) => changed.has(sheet))
    );
  }

  /** Repairs these findings, then checks again. */
  async fix(findings: readonly Finding[]): Promise<void> {
    const { session } = this;
    const { checked } = session.state();
    if (!checked) return;
    const words = checkPlaceWords[session.host.locale];
    const edit = fixEdit(checked.result, findings);
    if (!(await session.work("fix", () => session.applyEdit(edit)))) return;
    const task = session.state().done.at(-1)!;
    await this.check();
    const undo = { label: words.undo, run: () => void this.takeBack(task) };
    if (!session.state().notice)
      session.set({
        notice: { intent: "success", text: words.fixed(edit.operations.length), actions: [undo] },
      });
  }

  /** An undo that was refused leaves its question standing. */
  private async takeBack(task: DoneTask): Promise<void> {
    await this.session.undo(task);
    if (!this.session.state().done.includes(task)) await this.check();
  }

  /** What stands in a finding's cell, as it was read. */
  valueAt(finding: Finding): CellValue {
    const { checked } = this.session.state();
    const area = finding.cell === null ? null : parseArea(finding.cell);
    const sheet =
      checked && finding.sheet ? findSheet(checked.result.tables.snapshot, finding.sheet) : undefined;
    return sheet && area ? valueAt(sheet, area.row, area.column) : null;
  }

  /** Lowers a rule or switches it off, in the workbook's own parameters. */
  async lowerRule(code: string, to: LoweredRule): Promise<void> {
    const { session } = this;
    const { checked } = session.state();
    const words = checkPlaceWords[session.host.locale];
    const edit =
      checked && parameterEdit(checked.result.tables, [{ name: RULE_PARAMETER_PREFIX + code, value: to }]);
    if (!edit) {
      session.set({ notice: { intent: "warning", text: words.noParameters } });
      return;
    }
    if (!(await session.work("settings", () => session.applyEdit(edit)))) return;
    await session.changed();
    await this.check();
  }

  async revealFinding(finding: Finding): Promise<void> {
    const area = finding.cell === null ? null : parseArea(finding.cell);
    if (finding.sheet !== null && area) await this.session.reveal({ sheet: finding.sheet, area });
  }

  /** Writes the findings onto the sheet BC08. */
  async exportSheet(): Promise<void> {
    await this.session.makeReports(["BC08"], false);
  }
}

/** null where tables came, went or were rebuilt: everything is to be read. */
function changesOf(
  before: WorkbookTables,
  after: WorkbookTables,
  sheets: readonly string[],
): TableChange[] | null {
  if (before.tables.length !== after.tables.length) return null;
  const changes: TableChange[] = [];
  for (const view of after.tables) {
    const old = before.table(view.spec.name);
    if (!old || old.sheet.name !== view.sheet.name) return null;
    if (!sheets.includes(view.sheet.name)) continue;
    const isPlain = [old, view].every((one) => one.sheet.uncalculated.length === 0 && !hasMerges(one));
    const own = isPlain && old.firstRow === view.firstRow ? changesBetween(old, view) : null;
    if (!own) return null;
    changes.push(...own);
  }
  return changes;
}

/** Merged cells inside the data are a fault of the sheet, not of a row. */
function hasMerges({ sheet, firstRow, rowCount }: TableView): boolean {
  return sheet.merges.some((merge) => merge.row + merge.rows > firstRow && merge.row < firstRow + rowCount);
}

/** The tables as read before, with those of some sheets as read now. */
function merged(before: WorkbookTables, after: WorkbookTables, sheets: readonly string[]): WorkbookTables {
  const fresh = new Map(after.snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const snapshot = {
    ...before.snapshot,
    sheets: before.snapshot.sheets.map((sheet) =>
      sheets.includes(sheet.name) ? (fresh.get(sheet.name) ?? sheet) : sheet,
    ),
  };
  return readTables(snapshot);
}
