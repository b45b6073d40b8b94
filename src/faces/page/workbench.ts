/** What the page is working on: a book, its file, its grid, and what a person does with them. */
import type { Edit, Place, Refusal, Selecting } from "../../book";
import { UnsupportedFile } from "../../hosts/xlsx";
import { pageWords, unsupportedFile, wordRefusal, type Locale } from "../../wording";
import { PaneSession } from "../pane";
import type { Files, OpenFile } from "./file";
import type { GridMessage, GridView } from "./grid";
import type { Keeping, KeptWork } from "./keeping";
import { PageBook } from "./page-book";
import { savedName } from "./saved-name";
import { UnsavedWork } from "./unsaved";
import { beginning, type WorkbenchMessage, type WorkbenchState } from "./workbench-state";

export interface WorkbenchHost {
  readonly locale: Locale;
  readonly now: () => Date;
  readonly samplePlan: () => Promise<Uint8Array>;
  readonly keeping: Keeping;
  readonly files: Files;
  /** Hands a file to the person; the opened file is never written over. */
  readonly download: (name: string, bytes: Uint8Array) => void;
}

export class Workbench {
  #state: WorkbenchState;
  #book: PageBook;
  #file: OpenFile;
  #grid: GridView | null = null;
  #following: Promise<void> = Promise.resolve();
  #started: Promise<void> | null = null;
  #said = new Set<string>();
  readonly #unsaved: UnsavedWork;
  /** Counts what was changed, so that work done while a file is written is not taken for saved. */
  #changes = 0;
  readonly #listeners = new Set<() => void>();
  readonly #selectionListeners = new Set<() => void>();

  constructor(private readonly host: WorkbenchHost) {
    this.#unsaved = new UnsavedWork(
      host.keeping,
      () => this.#unsavedWork(),
      () => this.#keepingFailed(),
    );
    this.#file = host.files.create();
    const { book, session } = this.#begin(this.#file);
    this.#book = book;
    const nothing = { session, name: null, state: "unchanged", empty: true, notShown: [] } as const;
    this.#state = { ...beginning(nothing), opened: 1, kept: null };
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
      const file = await this.host.files.open(bytes);
      if ((await file.read({ sheets: [] })).date1904) {
        file.close();
        return this.#say("error", this.#words.grid.date1904);
      }
      await this.#replace(file, name, "unchanged");
    } catch (error) {
      if (!(error instanceof UnsupportedFile)) throw error;
      this.#say("error", unsupportedFile(error.what, error.detail, this.host.locale));
    }
  }

  /** The pane looks at the book, once for each; it does nothing else meanwhile. */
  start(): Promise<void> {
    return (this.#started ??= this.#state.session.start());
  }

  async openSample(): Promise<void> {
    if (!this.#state.empty) await this.#replace(this.host.files.create(), null, "unchanged");
    await this.start();
    await this.#state.session.openSample();
  }

  async resume(): Promise<void> {
    const { kept } = this.#state;
    if (!kept) return;
    await this.#replace(await this.host.files.open(kept.bytes), kept.name, "unsaved");
    this.#set({ kept: null });
  }

  /** Forgets what is kept in this browser. */
  async forget(): Promise<void> {
    await this.#unsaved.clear();
    this.#set({ kept: null });
    this.#say("success", this.#words.kept.cleared);
  }

  /** Hands the person a new file with everything that was done. */
  async save(): Promise<void> {
    await this.settled();
    const saved = this.#changes;
    const bytes = await this.#file.bytes();
    this.host.download(savedName(this.#state.name, this.#file.hasMacros, this.locale), bytes);
    if (this.#changes !== saved) return;
    await this.#unsaved.clear();
    this.#set({ state: "saved" });
  }

  /** Resolves when what was done so far is in the book and in view. */
  async settled(): Promise<void> {
    await this.#grid?.settle();
    await this.#book.quiet();
    await this.#following;
    await this.#grid?.settle();
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
  readonly keepNow = (): Promise<void> => this.#unsaved.keepNow();

  async #unsavedWork(): Promise<KeptWork | null> {
    const { state, empty, name } = this.#state;
    if (state !== "unsaved" || empty) return null;
    return { name, bytes: await this.#file.bytes(), at: this.host.now().toISOString() };
  }

  async #lookForKept(): Promise<void> {
    const kept = await this.#unsaved.last();
    if (kept && this.#state.empty) this.#set({ kept });
  }

  #keepingFailed(): void {
    if (!this.#said.has("keeping")) this.#say("warning", this.#words.kept.failed);
    this.#said.add("keeping");
  }

  get #words() {
    return pageWords[this.host.locale];
  }

  #begin(file: OpenFile): { book: PageBook; session: PaneSession } {
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
    const handOver = async (name: string, bytes: Uint8Array) => {
      this.host.download(name, bytes);
      return "saved" as const;
    };
    const session = new PaneSession({
      book,
      selection,
      handOver,
      locale,
      now,
      samplePlan,
      theme: "light",
      help: "help.html",
    });
    return { book, session };
  }

  async #replace(file: OpenFile, name: string | null, state: WorkbenchState["state"]): Promise<void> {
    this.#unsaved.stop();
    // What the session before is doing is of no use any more; it is not waited for.
    void this.#state.session.close();
    const { book, session } = this.#begin(file);
    this.#book = book;
    this.#file.close();
    this.#file = file;
    const empty = (await file.read({ sheets: [] })).sheets.length === 0;
    this.#said = new Set();
    const { notShown } = file;
    this.#set({
      ...beginning({ session, name, state, empty, notShown }),
      opened: this.#state.opened + 1,
    });
    this.#started = null;
    await this.#show();
    await this.start();
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
    this.#changes += 1;
    this.#set({ state: "unsaved", canUndo: this.#book.canUndo, canRedo: this.#book.canRedo });
    this.#unsaved.changed();
  }

  #tellRefusal(refusal: Refusal | null): void {
    if (!refusal) return;
    const text =
      refusal.kind === "changedSince" ? this.#words.grid.undoChanged : wordRefusal(refusal, this.host.locale);
    this.#say("warning", text);
  }

  #say(intent: WorkbenchMessage["intent"], text: string): void {
    this.#set({ message: { intent, text } });
  }

  #set(change: Partial<WorkbenchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
