/** What the page is working on: a book, its name and state, and the messages about it. State is replaced, never changed. */
import type { Edit, Place, Refusal, Selecting } from "../../book";
import { UnsupportedFile, XlsxBook } from "../../hosts/xlsx";
import { pageWords, unsupportedFile, wordRefusal, type Locale, type NotShown } from "../../wording";
import { PaneSession } from "../pane";
import type { GridMessage, GridView } from "./grid";
import type { Keeping, KeptWork } from "./keeping";
import { partsNotShown } from "./not-shown";
import { PageBook } from "./page-book";

export interface WorkbenchState {
  /** Another workbook has another number. */
  readonly opened: number;
  readonly session: PaneSession;
  /** The file's name with its ending; null for a new workbook. */
  readonly name: string | null;
  readonly state: "unchanged" | "unsaved" | "saved";
  readonly empty: boolean;
  readonly gridReady: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly notShown: readonly NotShown[];
  readonly message: {
    readonly intent: "info" | "warning" | "error" | "success";
    readonly text: string;
  } | null;
  readonly kept: KeptWork | null;
}

export interface WorkbenchHost {
  readonly locale: Locale;
  readonly now: () => Date;
  readonly samplePlan: () => Promise<Uint8Array>;
  readonly keeping: Keeping;
  /** Hands a file to the person; the opened file is never written over. */
  readonly download: (name: string, bytes: Uint8Array) => void;
}

/** How long after a change the work is kept. */
const KEEPING_DELAY = 2500;

export class Workbench {
  #state: WorkbenchState;
  #book: PageBook;
  #grid: GridView | null = null;
  #following: Promise<void> = Promise.resolve();
  #keepTimer: ReturnType<typeof setTimeout> | null = null;
  #said = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #selectionListeners = new Set<() => void>();

  constructor(private readonly host: WorkbenchHost) {
    const { book, session } = this.#begin(XlsxBook.create());
    this.#book = book;
    this.#state = {
      opened: 1,
      session,
      name: null,
      state: "unchanged",
      empty: true,
      gridReady: false,
      canUndo: false,
      canRedo: false,
      notShown: [],
      message: null,
      kept: null,
    };
    void this.#lookForKept();
  }

  readonly state = (): WorkbenchState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get locale(): Locale {
    return this.host.locale;
  }

  get book(): PageBook {
    return this.#book;
  }

  get grid(): GridView | null {
    return this.#grid;
  }

  /** Opens a file's bytes beside which nothing else stays open. */
  async open(name: string, bytes: Uint8Array): Promise<void> {
    try {
      const file = XlsxBook.open(bytes);
      if ((await file.read({ sheets: [] })).date1904) return this.#say("error", this.#words.grid.date1904);
      await this.#replace(file, name, "unchanged");
    } catch (error) {
      if (!(error instanceof UnsupportedFile)) throw error;
      this.#say("error", unsupportedFile(error.what, error.detail, this.host.locale));
    }
  }

  async openSample(): Promise<void> {
    if (!this.#state.empty) await this.#replace(XlsxBook.create(), null, "unchanged");
    await this.#state.session.openSample();
  }

  async resume(): Promise<void> {
    const { kept } = this.#state;
    if (!kept) return;
    await this.#replace(XlsxBook.open(kept.bytes), kept.name, "unsaved");
    this.#set({ kept: null });
  }

  /** Forgets what is kept in this browser. */
  async forget(): Promise<void> {
    this.#stopKeeping();
    await this.host.keeping.clear();
    this.#set({ kept: null });
    this.#say("success", this.#words.kept.cleared);
  }

  /** Hands the person a new file with everything that was done. */
  async save(): Promise<void> {
    await this.#grid?.settle();
    const { name } = this.#state;
    const ending = this.#book.file.hasMacros ? "xlsm" : "xlsx";
    const stem = name === null ? this.#words.file.freshName : name.replace(/\.(xlsx|xlsm|xltx|xltm)$/i, "");
    this.host.download(
      `${this.#words.file.savedName(bare(stem, this.#words.file.savedName("")))}.${ending}`,
      this.#book.file.bytes(),
    );
    this.#stopKeeping();
    await this.host.keeping.clear();
    this.#set({ state: "saved" });
  }

  /** The grid has been loaded: it shows the book from now on. */
  async attach(grid: GridView): Promise<void> {
    this.#grid = grid;
    grid.watchSelection(() => this.#selectionListeners.forEach((listener) => listener()));
    await this.#show();
  }

  readonly person = (edit: Edit): Promise<Refusal | null> => this.#book.person(edit);

  readonly computed = async (edit: Edit): Promise<void> => {
    const refusal = await this.#book.computed(edit);
    // A sheet that may not be written keeps its values; Excel calculates them when it opens the file.
    if (refusal) console.info(refusal);
  };

  async undo(): Promise<void> {
    this.#tellRefusal(await this.#book.undo());
  }

  async redo(): Promise<void> {
    this.#tellRefusal(await this.#book.redo());
  }

  readonly say = (message: GridMessage): void => {
    if (message.kind === "refusal") return this.#tellRefusal(message.refusal);
    if (message.kind === "viewOnly" && this.#said.has("viewOnly")) return;
    this.#said.add(message.kind);
    this.#say(message.kind === "viewOnly" ? "info" : "warning", this.#words.grid[message.kind]);
  };

  dismiss(): void {
    this.#set({ message: null });
  }

  fail(detail: string): void {
    this.#say("error", this.#words.grid.failed(detail));
  }

  dismissNotShown(): void {
    this.#set({ notShown: [] });
  }

  /** Keeps the work at once, where something is waiting to be kept: the tab may be closing. */
  async keepNow(): Promise<void> {
    this.#stopKeeping();
    if (this.#state.state !== "unsaved" || this.#state.empty) return;
    try {
      const at = this.host.now().toISOString();
      await this.host.keeping.keep({ name: this.#state.name, bytes: this.#book.file.bytes(), at });
    } catch (error) {
      console.warn(error);
      if (!this.#said.has("keeping")) this.#say("warning", this.#words.kept.failed);
      this.#said.add("keeping");
    }
  }

  get #words() {
    return pageWords[this.host.locale];
  }

  #begin(file: XlsxBook): { book: PageBook; session: PaneSession } {
    const book: PageBook = new PageBook(file, {
      settle: async () => {
        if (this.#book === book) await this.#grid?.settle();
      },
      follow: (edit) => this.#follow(edit),
      reveal: (place) => this.#reveal(place),
      changed: () => this.#changed(),
      now: this.host.now,
    });
    const { locale, now, samplePlan } = this.host;
    const selection: Selecting = {
      selection: async () => (this.#state.gridReady ? (this.#grid?.selection() ?? null) : null),
      watchSelection: (listener) => {
        this.#selectionListeners.add(listener);
        return () => this.#selectionListeners.delete(listener);
      },
    };
    const session = new PaneSession({ book, selection, locale, now, samplePlan, theme: "light" });
    return { book, session };
  }

  async #replace(file: XlsxBook, name: string | null, state: WorkbenchState["state"]): Promise<void> {
    this.#stopKeeping();
    const { book, session } = this.#begin(file);
    this.#book = book;
    const empty = (await file.read({ sheets: [] })).sheets.length === 0;
    this.#said = new Set();
    this.#set({
      opened: this.#state.opened + 1,
      session,
      name,
      state,
      empty,
      gridReady: false,
      canUndo: false,
      canRedo: false,
      notShown: partsNotShown(file.parts),
      message: null,
    });
    await this.#show();
    await session.start();
  }

  async #show(): Promise<void> {
    if (!this.#grid || this.#state.empty) return;
    await this.#grid.show(this.#state.name ?? this.#words.file.fresh);
    this.#set({ gridReady: true });
  }

  /** Changes are shown in the order in which they were made. */
  #follow(edit: Edit): Promise<void> {
    this.#following = this.#following.then(async () => {
      const empty = (await this.#book.file.read({ sheets: [] })).sheets.length === 0;
      const was = this.#state.empty;
      this.#set({ empty });
      if (empty) return;
      if (was) return this.#show();
      await this.#grid?.follow(edit, this.#state.name ?? this.#words.file.fresh);
    });
    return this.#following;
  }

  async #reveal(place: Place): Promise<void> {
    if (this.#state.gridReady) await this.#grid?.reveal(place);
  }

  #changed(): void {
    this.#set({ state: "unsaved", canUndo: this.#book.canUndo, canRedo: this.#book.canRedo });
    if (this.#keepTimer !== null) clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => void this.keepNow(), KEEPING_DELAY);
  }

  #stopKeeping(): void {
    if (this.#keepTimer !== null) clearTimeout(this.#keepTimer);
    this.#keepTimer = null;
  }

  async #lookForKept(): Promise<void> {
    try {
      const kept = await this.host.keeping.load();
      if (kept && this.#state.empty) this.#set({ kept });
    } catch (error) {
      console.warn(error);
    }
  }

  #tellRefusal(refusal: Refusal | null): void {
    if (!refusal) return;
    const text =
      refusal.kind === "changedSince" ? this.#words.grid.undoChanged : wordRefusal(refusal, this.host.locale);
    this.#say("warning", text);
  }

  #say(intent: "info" | "warning" | "error" | "success", text: string): void {
    this.#set({ message: { intent, text } });
  }

  #set(change: Partial<WorkbenchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** A name that carries our mark already gets it only once. */
function bare(stem: string, mark: string): string {
  return stem.endsWith(mark) ? stem.slice(0, -mark.length) : stem;
}
