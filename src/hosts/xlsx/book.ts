/** A workbook in an .xlsx file that is held in memory. */
import {
  changedCells,
  isEmptyEdit,
  journalEntry,
  type ApplyOptions,
  type Book,
  type BookChange,
  type CellInput,
  type Edit,
  type Outcome,
  type Place,
  type ReadRequest,
  type Refusal,
  type Snapshot,
} from "../../book";
import { readBefore } from "./before-edit";
import { Draft, Refused } from "./draft";
import { carriedOutTogether, carryOut, conclude, designsOf } from "./operations";
import { UnsupportedFile, ZipPackage, type PackageLimits } from "./package";
import { workbookPart } from "./parts";
import { readSnapshot } from "./reading";
import { verify } from "./verify";

export interface XlsxBookOptions {
  /** Called when something is to be brought before a person's eyes. */
  readonly onReveal?: (place: Place) => void;
  /** What a file may hold at most. */
  readonly limits?: PackageLimits;
}

export class XlsxBook implements Book {
  #package: ZipPackage;
  readonly #onReveal: ((place: Place) => void) | undefined;
  readonly #listeners = new Set<(change: BookChange) => void>();
  #entries = 0;
  /** Edits are carried out one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(pkg: ZipPackage, options: XlsxBookOptions) {
    this.#package = pkg;
    this.#onReveal = options.onReveal;
  }

  /** A new workbook, which has no sheet yet; it can be saved once it has one. */
  static create(options: XlsxBookOptions = {}): XlsxBook {
    return new XlsxBook(ZipPackage.empty(), options);
  }

  /** A workbook from a file. Throws `UnsupportedFile` for one that cannot be read, or not changed without loss. */
  static open(bytes: Uint8Array, options: XlsxBookOptions = {}): XlsxBook {
    const pkg = ZipPackage.open(bytes, ...(options.limits ? [options.limits] : []));
    workbookPart(pkg);
    return new XlsxBook(pkg, options);
  }

  /** The workbook as a file. Parts that no edit has touched are those of the file that was opened, byte for byte. */
  bytes(): Uint8Array {
    return this.#package.toBytes();
  }

  /** Whether the file is of the kind with macros: Excel opens it only under the name .xlsm. */
  get hasMacros(): boolean {
    return /macroEnabled/i.test(this.#package.text("[Content_Types].xml"));
  }

  /** The file's parts, for those who want to look into it. */
  get parts(): ZipPackage {
    return this.#package;
  }

  async read(request: ReadRequest = {}): Promise<Snapshot> {
    return readSnapshot(this.#package, request);
  }

  async apply(edit: Edit, options: ApplyOptions): Promise<Outcome> {
    return this.#inTurn(async (): Promise<Outcome> => {
      const changed = await this.#change(edit, options);
      if ("refusal" in changed) return { done: false, refusal: changed.refusal };
      this.#entries += 1;
      const id = `edit-${this.#entries}`;
      const entry = journalEntry(id, options.at, edit, changed.before, options.inverse);
      this.#accept(changed.package, changed.changes);
      return { done: true, entry };
    });
  }

  /** Cells that a person types on a page that shows this book. Not entered into the journal. */
  async type(place: Place, cells: readonly (readonly CellInput[])[]): Promise<Refusal | null> {
    return this.#inTurn(async () => {
      const { row, column } = place.area;
      const edit: Edit = {
        task: "typing",
        operations: [{ kind: "writeCells", sheet: place.sheet, row, column, cells }],
      };
      const changed = await this.#change(edit, {});
      if ("refusal" in changed) return changed.refusal;
      this.#accept(
        changed.package,
        changed.changes.map((change) => ({ ...change, ours: false })),
      );
      return null;
    });
  }

  watch(listener: (change: BookChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async reveal(place: Place): Promise<void> {
    this.#onReveal?.(place);
  }

  /** Carries the edit out beside the book, which stays as it is. */
  async #change(edit: Edit, { signal, onProgress }: Partial<ApplyOptions>): Promise<Changed | Stopped> {
    signal?.throwIfAborted();
    const present = this.#package;
    try {
      const before = readBefore(present, edit);
      const cells = changedCells(edit, before);
      if (cells.length > 0) throw new Refused({ kind: "changedSince", cells });
      if (isEmptyEdit(edit)) return { before, package: present, changes: [] };
      const draft = await Draft.begin(present, designsOf(edit));
      let done = 0;
      for (const operations of carriedOutTogether(edit.operations)) {
        signal?.throwIfAborted();
        carryOut(draft, operations);
        done += operations.length;
        onProgress?.(done, edit.operations.length);
      }
      conclude(draft);
      const after = draft.finished();
      verify(present, after, edit);
      return { before, package: after, changes: draft.changes };
    } catch (error) {
      if (error instanceof Refused) return { refusal: error.refusal };
      if (error instanceof UnsupportedFile) {
        return { refusal: { kind: "unsupportedFile", what: error.what, detail: error.detail } };
      }
      throw error;
    }
  }

  #accept(pkg: ZipPackage, changes: readonly BookChange[]): void {
    this.#package = pkg;
    for (const change of changes) for (const listener of this.#listeners) listener(change);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    // A failure is told to the one who asked; those who wait for their turn go on.
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}

interface Stopped {
  readonly refusal: Refusal;
}

interface Changed {
  readonly before: Snapshot;
  readonly package: ZipPackage;
  readonly changes: readonly BookChange[];
}
