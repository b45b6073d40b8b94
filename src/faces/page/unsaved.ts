/** Work that is not saved, kept in the browser a little after each change. */
import type { Keeping, KeptWork } from "./keeping";

/** How long after a change the work is kept. */
const DELAY = 2500;

export class UnsavedWork {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly keeping: Keeping,
    /** The work as it is; null where nothing is to be kept. */
    private readonly present: () => Promise<KeptWork | null>,
    /** The browser does not allow keeping anything. */
    private readonly failed: () => void,
  ) {}

  /** Something was changed: it will be kept. */
  changed(): void {
    this.stop();
    this.#timer = setTimeout(() => void this.keepNow(), DELAY);
  }

  keepNow(): Promise<void> {
    this.stop();
    this.#running = this.#running.then(() => this.#keep());
    return this.#running;
  }

  async #keep(): Promise<void> {
    try {
      const work = await this.present();
      if (work) await this.keeping.keep(work);
    } catch (error) {
      console.warn(error);
      this.failed();
    }
  }

  /** Nothing is kept that is not kept yet. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Forgets what is kept, and what is just being kept. */
  async clear(): Promise<void> {
    this.stop();
    await this.#running;
    await this.keeping.clear();
  }

  /** What was kept last time; null where there is nothing, or the browser does not say. */
  async last(): Promise<KeptWork | null> {
    try {
      return await this.keeping.load();
    } catch (error) {
      console.warn(error);
      return null;
    }
  }
}
