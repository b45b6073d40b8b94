/**
 * The pane's session: what is open, what runs, what was done. Places do their work through it, one task at a time; the
 * ribbon's commands call the same works. Whatever a place needs is loaded with the place.
 */
import type { ApplyOptions, Edit, JournalEntry, Outcome, Place, Refusal } from "../../book";
import type { Finding } from "../../domain";
import { undo } from "../../tasks";
import { shellWords, wordRefusal } from "../../wording";
import type { PaneHost } from "./host";
import { loadPlace, type PlaceViewProps, type Works } from "./places";
import type { PlanSource } from "./places/plan/work";
import { firstState, type DoneTask, type PanePlace, type SessionState } from "./state";
import { Store } from "./store";

export interface LoadedPlace<P extends PanePlace> {
  readonly work: Works[P];
  readonly View: React.ComponentType<PlaceViewProps<Works[P]>>;
}

export class PaneSession {
  private readonly store = new Store<SessionState>(firstState);
  private readonly loaded = new Map<PanePlace, Promise<LoadedPlace<PanePlace>>>();
  private readonly followers = new Set<() => Promise<void>>();
  private readonly endings = new Set<() => Promise<void>>();
  private readonly words;
  private running: AbortController | null = null;
  /** The task that was begun last. */
  private task: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(readonly host: PaneHost) {
    this.words = shellWords[host.locale];
  }

  readonly state = this.store.state;
  readonly subscribe = this.store.subscribe;

  set(change: Partial<SessionState>): void {
    this.store.set(change);
  }

  go(place: PanePlace): void {
    this.set({ place });
  }

  dismiss(): void {
    this.set({ notice: null });
  }

  /** A place's work and view, loaded once. */
  open<P extends PanePlace>(place: P): Promise<LoadedPlace<P>> {
    let loading = this.loaded.get(place);
    if (!loading) {
      loading = loadPlace[place]().then(({ Work, View }) => ({ work: new Work(this), View }) as never);
      // A chunk that could not be fetched is asked for again the next time.
      loading.catch(() => this.loaded.delete(place));
      this.loaded.set(place, loading);
    }
    return loading as unknown as Promise<LoadedPlace<P>>;
  }

  async use<P extends PanePlace>(place: P): Promise<Works[P]> {
    return (await this.open(place)).work;
  }

  /** Called after an edit was applied or taken back, before the task ends. */
  afterChange(follow: () => Promise<void>): void {
    this.followers.add(follow);
  }

  /** Called when the workbook is put away, by whoever works on it without being asked. */
  beforeClose(end: () => Promise<void>): void {
    this.endings.add(end);
  }

  /** Puts the workbook away: what runs is stopped, nothing is begun any more. Resolves when all is quiet. */
  async close(): Promise<void> {
    this.closed = true;
    this.running?.abort();
    await Promise.all([...this.endings].map((end) => end()));
    await this.task;
  }

  /** Looks at the workbook for the first time: ours or not, and whether an earlier write was cut off. */
  async start(): Promise<void> {
    await this.work("prepare", async () => {
      await this.look();
      if (await this.host.recovery?.pending()) this.offerRecovery();
    });
    await this.lookForOwnSheets();
  }

  /** In a workbook that is not ours: which of its sheets could be checked. Only an offer, so that nothing waits for it. */
  private async lookForOwnSheets(): Promise<void> {
    const { workbook } = this.state();
    if (!workbook || workbook.ours || workbook.sheets.length === 0) return;
    try {
      const { findOwnSheets } = await import(/* webpackChunkName: "look" */ "./look");
      this.set({ ownSheets: await findOwnSheets(this.host.book) });
    } catch (error) {
      // Excel refuses to be read while a cell is being edited: the check offers the same when it is opened.
      console.info(error);
    }
  }

  // What the ribbon, the page and a place's neighbour ask for by name.
  readonly openPlan = async (source: PlanSource) => (await this.use("plan")).openPlan(source);
  readonly openSample = async () => (await this.use("plan")).openSample();
  readonly inject = async () => (await this.use("plan")).inject();
  readonly check = async () => (await this.use("check")).check();
  readonly fix = async (findings: readonly Finding[]) => (await this.use("check")).fix(findings);
  readonly makeReports = async (codes: readonly string[], freeze: boolean) =>
    (await this.use("report")).makeReports(codes, freeze);

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

  undoLast(force = false): Promise<void> {
    const last = this.state().done.at(-1);
    if (last) return this.undo(last, force);
    this.set({ notice: { intent: "info", text: this.words.done.none } });
    return Promise.resolve();
  }

  /** Takes back one task; what a person changed since is shown first, and overwritten only with `force`. */
  async undo(task: DoneTask, force = false): Promise<void> {
    await this.work("undo", async () => {
      const { expects: _seen, ...unguarded } = task.entry.undo;
      const entry = force ? { ...task.entry, undo: unguarded } : task.entry;
      const outcome = await undo(this.host.book, { edit: task.edit, entry }, this.apply());
      if (!outcome.done) return this.undoRefused(task, outcome.refusal);
      this.set({
        done: this.state().done.filter((one) => one !== task),
        checked: null,
        notice: { intent: "success", text: this.words.done.undone },
      });
      await this.changed();
    });
  }

  async reveal(place: Place): Promise<void> {
    await this.work(null, () => this.host.book.reveal(place));
  }

  async revealSheet(sheet: string): Promise<void> {
    await this.reveal({ sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } });
  }

  private undoRefused(task: DoneTask, refusal: Refusal): void {
    const text = wordRefusal(refusal, this.host.locale);
    if (refusal.kind !== "changedSince") {
      this.set({ notice: { intent: "error", text } });
      return;
    }
    const actions = [
      { label: this.words.done.keepTheirs, run: () => this.dismiss() },
      { label: this.words.done.overwrite, run: () => void this.undo(task, true) },
    ];
    this.set({ notice: { intent: "warning", text, actions } });
  }

  /** Looks at the workbook anew and lets the places follow. */
  async changed(): Promise<void> {
    await this.look();
    for (const follow of this.followers) await follow();
  }

  /** Looks again where a reading has shown that the workbook is ours, or no longer. */
  async lookAgain(ours: boolean): Promise<void> {
    if (this.state().workbook?.ours !== ours) await this.look();
  }

  async look(): Promise<void> {
    const { lookAt } = await import(/* webpackChunkName: "look" */ "./look");
    this.set({ workbook: await lookAt(this.host.book) });
  }

  /** Applies an edit and enters it among what was done; false, and the reason said, where it was refused. */
  async applyEdit(edit: Edit): Promise<boolean> {
    return this.settle(edit, await this.host.book.apply(edit, this.apply()));
  }

  /** What came of an edit: entered among what was done, or its refusal told. */
  settle(edit: Edit, outcome: Outcome): boolean {
    if (!outcome.done) {
      this.refused(outcome.refusal);
      return false;
    }
    this.add(edit, outcome.entry);
    return true;
  }

  add(edit: Edit, entry: JournalEntry): void {
    this.set({ done: [...this.state().done, { edit, entry }] });
  }

  refused(refusal: Refusal): void {
    this.set({ notice: { intent: "error", text: wordRefusal(refusal, this.host.locale) } });
  }

  /** How an edit is applied now: at this time, with progress and the running task's stop. */
  apply(): ApplyOptions {
    const { running } = this;
    return {
      at: this.host.now().toISOString(),
      onProgress: (done, total) => this.progress(done, total),
      ...(running ? { signal: running.signal } : {}),
    };
  }

  progress(done: number, total: number): void {
    if (this.running) this.set({ progress: { done, total } });
  }

  today(): { readonly year: number; readonly month: number; readonly day: number } {
    const date = this.host.now();
    return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  }

  /**
   * One task at a time; a bug is shown, not swallowed. `busy` is a key of the wording's list of what runs, null for what is
   * over at once. The task's signal is that of the button “Dừng”.
   */
  async work<T>(busy: string | null, task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    if (this.closed || this.state().busy !== null) return undefined;
    const done = this.carryOut(busy, task);
    this.task = done;
    return done;
  }

  private async carryOut<T>(
    busy: string | null,
    task: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    const control = new AbortController();
    if (busy !== null) {
      this.running = control;
      this.set({ busy, notice: null, progress: null, cancel: () => control.abort() });
    }
    try {
      return await task(control.signal);
    } catch (error) {
      if (control.signal.aborted && error === control.signal.reason)
        this.set({ notice: { intent: "info", text: this.words.stopped } });
      else this.showBug(error);
      return undefined;
    } finally {
      if (busy !== null) {
        this.running = null;
        this.set({ busy: null, progress: null, cancel: null });
      }
    }
  }

  private showBug(error: unknown): void {
    const { title, what } = this.words.bug;
    const detail = error instanceof Error ? error.message : String(error);
    this.set({ notice: { intent: "error", title, text: what(detail) } });
    // The console keeps the whole trace for whoever looks into it.
    console.error(error);
  }
}
