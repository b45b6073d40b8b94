/**
 * Runs the check: in a worker, so that the pane never stops; where no worker is to be had, on the page in turns. Always
 * true: what is asked later makes what was asked earlier void.
 */
import type { Snapshot } from "../../../../../book";
import type { Finding } from "../../../../../domain";
import { pageTurns, type TableChange } from "../../../../../rules";
import { FollowedCheck, type CheckReport } from "../../../../../tasks";
import type { Locale } from "../../../../../wording";
import type { Answer, Ask } from "./messages";
import { packBook, packColumns } from "./packing";
import { startWorker } from "./startWorker";

export interface CheckOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface CheckEngine {
  /** Checks a whole workbook; an aborted check rejects with the signal's reason. */
  readonly check: (snapshot: Snapshot, locale: Locale, options?: CheckOptions) => Promise<CheckReport>;
  /** Follows changes of the workbook last checked. */
  readonly follow: (changes: readonly TableChange[]) => Promise<CheckReport>;
  /** Gives back what it holds; what runs is broken off. */
  readonly close: () => void;
}

export function openEngine(): CheckEngine {
  if (typeof Worker === "undefined") return new PageEngine();
  return new FallingBack();
}

/** Tries a worker; a page whose rules forbid workers checks by itself. */
class FallingBack implements CheckEngine {
  private engine: CheckEngine | null = null;

  async check(snapshot: Snapshot, locale: Locale, options: CheckOptions = {}): Promise<CheckReport> {
    if (this.engine) return this.engine.check(snapshot, locale, options);
    try {
      this.engine = new WorkerEngine(startWorker());
      return await this.engine.check(snapshot, locale, options);
    } catch (error) {
      if (!(error instanceof NoWorker) && !(error instanceof DOMException && error.name === "SecurityError"))
        throw error;
      this.engine = new PageEngine();
      return this.engine.check(snapshot, locale, options);
    }
  }

  follow(changes: readonly TableChange[]): Promise<CheckReport> {
    if (!this.engine) throw new Error("nothing was checked");
    return this.engine.follow(changes);
  }

  close(): void {
    this.engine?.close();
  }
}

export class PageEngine implements CheckEngine {
  private checked: FollowedCheck | null = null;

  async check(snapshot: Snapshot, locale: Locale, options: CheckOptions = {}): Promise<CheckReport> {
    this.checked = await FollowedCheck.openInTurns(snapshot, locale, options);
    return this.checked.report();
  }

  follow(changes: readonly TableChange[]): Promise<CheckReport> {
    if (!this.checked) throw new Error("nothing was checked");
    this.checked.follow(changes);
    return Promise.resolve(this.checked.report());
  }

  close(): void {
    this.checked = null;
  }
}

/** The worker's script could not be started. */
class NoWorker extends Error {}

/** The workbook was put away. */
class Closed extends Error {}

interface Waiting {
  readonly run: number;
  readonly settle: (report: CheckReport) => void;
  readonly fail: (error: unknown) => void;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

class WorkerEngine implements CheckEngine {
  private run = 0;
  private waiting: Waiting | null = null;
  private known = new Map<number, Finding>();
  private started = false;
  private closed = false;

  constructor(private worker: Worker) {
    this.listen();
  }

  async check(snapshot: Snapshot, locale: Locale, options: CheckOptions = {}): Promise<CheckReport> {
    const { signal } = options;
    signal?.throwIfAborted();
    // A worker that is in the midst of another check cannot be asked to stop: it is replaced.
    if (this.waiting) this.restart(new Error("another check was asked for"));
    const run = ++this.run;
    this.known = new Map();
    const done = this.wait(run, options.onProgress);
    const stop = (): void => this.restart(signal!.reason);
    signal?.addEventListener("abort", stop, { once: true });
    try {
      this.ask({ kind: "book", run, book: packBook(snapshot), locale });
      const giveWay = pageTurns();
      for (const column of packColumns(snapshot)) {
        if (this.run !== run || signal?.aborted) break;
        this.ask({ kind: "column", run, column });
        await giveWay();
      }
      if (this.waiting?.run === run) this.ask({ kind: "check", run });
      return await done;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  follow(changes: readonly TableChange[]): Promise<CheckReport> {
    if (this.waiting) return Promise.reject(new Error("a check is running"));
    const run = ++this.run;
    const done = this.wait(run, undefined);
    this.ask({ kind: "follow", run, changes });
    return done;
  }

  close(): void {
    this.closed = true;
    this.worker.terminate();
    this.waiting?.fail(new Closed());
    this.waiting = null;
  }

  private wait(run: number, onProgress: Waiting["onProgress"]): Promise<CheckReport> {
    if (this.closed) return Promise.reject(new Closed());
    const done = new Promise<CheckReport>((settle, fail) => {
      this.waiting = { run, settle, fail, onProgress };
    });
    // Told to whoever awaits it, also when that is only later.
    done.catch(() => undefined);
    return done;
  }

  private restart(reason: unknown): void {
    const { waiting } = this;
    this.waiting = null;
    this.worker.terminate();
    this.worker = startWorker();
    this.listen();
    waiting?.fail(reason);
  }

  private listen(): void {
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => this.hear(data);
    this.worker.onerror = (event) => {
      const { waiting } = this;
      this.waiting = null;
      waiting?.fail(this.started ? new Error(event.message) : new NoWorker(event.message));
    };
  }

  private hear(answer: Answer): void {
    this.started = true;
    const { waiting } = this;
    if (!waiting || answer.run !== waiting.run) return;
    switch (answer.kind) {
      case "progress":
        waiting.onProgress?.(answer.done, answer.total);
        return;
      case "findings":
        for (const [number, finding] of answer.fresh) this.known.set(number, finding);
        return;
      case "failed":
        this.waiting = null;
        waiting.fail(new Error(answer.message));
        return;
      case "report": {
        this.waiting = null;
        const listed = (order: Int32Array) => Array.from(order, (number) => this.known.get(number)!);
        const findings = listed(answer.order);
        this.known = new Map(Array.from(answer.order, (number, index) => [number, findings[index]!]));
        const own = { ...answer.own, findings: listed(answer.ownOrder) };
        waiting.settle({ findings, own, summary: answer.summary });
      }
    }
  }

  private ask(message: Ask): void {
    this.worker.postMessage(message);
  }
}
