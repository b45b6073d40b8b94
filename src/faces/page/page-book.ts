/**
 * The book as pane and grid share it: the pane's tasks and a person's work in the grid go through here, one after the
 * other. Before a task reads or writes, what is being typed is brought in; after it wrote, the grid follows.
 */
import type {
  ApplyOptions,
  Book,
  BookChange,
  Edit,
  JournalEntry,
  Outcome,
  Place,
  ReadRequest,
  Refusal,
  Snapshot,
} from "../../book";

export interface PageHooks {
  /** Brings to the book what is being typed in the grid. */
  readonly settle: () => Promise<void>;
  /** The book has been changed by a task, or something was taken back. */
  readonly follow: (edit: Edit) => Promise<void>;
  readonly reveal: (place: Place) => Promise<void>;
  /** After every change of the book. */
  readonly changed: () => void;
  readonly now: () => Date;
}

interface Done {
  readonly edit: Edit;
  readonly entry: JournalEntry;
}

type Origin = "task" | "person" | "computed";

export class PageBook implements Book {
  readonly #listeners = new Set<(change: BookChange) => void>();
  #origin: Origin = "task";
  #last: Promise<unknown> = Promise.resolve();
  #taking: Promise<unknown> = Promise.resolve();
  #undoable: readonly Done[] = [];
  #redoable: readonly Done[] = [];

  constructor(
    /** The open file itself: what it holds already, whoever is typing. */
    readonly file: Pick<Book, "read" | "apply" | "watch">,
    private readonly hooks: PageHooks,
  ) {
    file.watch((change) => {
      if (this.#origin === "computed") return;
      const own = this.#origin === "task";
      for (const listener of this.#listeners) listener({ ...change, ours: own });
    });
  }

  get canUndo(): boolean {
    return this.#undoable.length > 0;
  }

  get canRedo(): boolean {
    return this.#redoable.length > 0;
  }

  async read(request?: ReadRequest): Promise<Snapshot> {
    await this.hooks.settle();
    return this.file.read(request);
  }

  async apply(edit: Edit, options: ApplyOptions): Promise<Outcome> {
    await this.hooks.settle();
    const outcome = await this.#carryOut("task", edit, options);
    if (outcome.done) await this.hooks.follow(edit);
    return outcome;
  }

  watch(listener: (change: BookChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async reveal(place: Place): Promise<void> {
    await this.hooks.settle();
    await this.hooks.reveal(place);
  }

  /** What a person did in the grid, which shows it already. */
  async person(edit: Edit): Promise<Refusal | null> {
    const outcome = await this.#carryOut("person", edit, {});
    if (!outcome.done) return outcome.refusal;
    this.#undoable = [...this.#undoable, { edit, entry: outcome.entry }];
    this.#redoable = [];
    this.hooks.changed();
    return null;
  }

  /** Values that the grid has calculated: no change of a person's, and no task's. */
  async computed(edit: Edit): Promise<Refusal | null> {
    const outcome = await this.#carryOut("computed", edit, {});
    return outcome.done ? null : outcome.refusal;
  }

  /** Resolves when everything that was asked for so far is done. */
  async quiet(): Promise<void> {
    await this.#taking;
    await this.#last;
  }

  /** Takes back what the person did last in the grid; null where there is nothing or it was done. */
  undo(): Promise<Refusal | null> {
    return this.#inTurn(() => this.#undo());
  }

  redo(): Promise<Refusal | null> {
    return this.#inTurn(() => this.#redo());
  }

  /** One undo after the other: each takes back what the one before has left. */
  #inTurn(take: () => Promise<Refusal | null>): Promise<Refusal | null> {
    const taken = this.#taking.then(take);
    this.#taking = taken.then(
      () => undefined,
      () => undefined,
    );
    return taken;
  }

  async #undo(): Promise<Refusal | null> {
    await this.hooks.settle();
    const done = this.#undoable.at(-1);
    if (!done) return null;
    this.#undoable = this.#undoable.slice(0, -1);
    const outcome = await this.#takeBack(done);
    if (outcome.done) this.#redoable = [...this.#redoable, { edit: done.entry.undo, entry: outcome.entry }];
    this.hooks.changed();
    return outcome.done ? null : outcome.refusal;
  }

  async #redo(): Promise<Refusal | null> {
    await this.hooks.settle();
    const undone = this.#redoable.at(-1);
    if (!undone) return null;
    this.#redoable = this.#redoable.slice(0, -1);
    const outcome = await this.#takeBack(undone);
    if (outcome.done) this.#undoable = [...this.#undoable, { edit: undone.entry.undo, entry: outcome.entry }];
    this.hooks.changed();
    return outcome.done ? null : outcome.refusal;
  }

  async #takeBack({ edit, entry }: Done): Promise<Outcome> {
    const outcome = await this.#carryOut("person", entry.undo, { inverse: edit });
    if (!outcome.done) return outcome;
    await this.hooks.follow(entry.undo);
    const place = placeOf(entry.undo);
    if (place) await this.hooks.reveal(place);
    return outcome;
  }

  async #carryOut(origin: Origin, edit: Edit, options: Partial<ApplyOptions>): Promise<Outcome> {
    const turn = this.#last.then(async () => {
      this.#origin = origin;
      const outcome = await this.file.apply(edit, { at: this.hooks.now().toISOString(), ...options });
      if (outcome.done && origin !== "person") this.hooks.changed();
      return outcome;
    });
    // A failure is told to the one who asked; those who wait for their turn go on.
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}

function placeOf(edit: Edit): Place | null {
  for (const operation of edit.operations) {
    if (operation.kind !== "writeCells") continue;
    const { sheet, row, column, cells } = operation;
    return {
      sheet,
      area: { row, column, rows: cells.length, columns: Math.max(1, ...cells.map((line) => line.length)) },
    };
  }
  return null;
}
