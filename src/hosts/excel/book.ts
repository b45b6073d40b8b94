/** The book on Excel: the port's four verbs, and what a broken-off edit needs. One act at a time. */
import {
  areaAddress,
  type ApplyOptions,
  type Book,
  type BookChange,
  type Edit,
  type Outcome,
  type Place,
  type ReadRequest,
  type Selecting,
  type Snapshot,
} from "../../book";
import type { WriteLimits } from "./applying";
import { readJournal, removeJournalStep, type JournalRecord } from "./journal-sheet";
import type { Wish } from "./reading";
import { RoundTrips } from "./round-trips";
import { ExcelSelection } from "./selecting";
import { REQUEST_BYTES } from "./steps";
import { Watching } from "./watching";

/** An edit that was broken off when Excel died. */
export interface Interruption {
  readonly task: string;
  /** ISO time of the edit. */
  readonly at: string;
}

export interface ExcelBook extends Book, Selecting {
  /** What a broken-off edit has left in the workbook; null where there is nothing. Asked once, on opening. */
  interruption(): Promise<Interruption | null>;
  /** Puts the workbook back as it was before the interrupted edit. @returns false when Excel refused; it can be tried again */
  recover(): Promise<boolean>;
  /** Leaves the workbook as it stands and throws the journal away. */
  forget(): Promise<void>;
  /** Round trips made so far. */
  readonly roundTrips: number;
}

export interface ExcelBookOptions {
  /** Bytes that one trip sends at most. */
  readonly requestBytes?: number;
  /** Waits between attempts to put a workbook back, in milliseconds. */
  readonly pauses?: readonly number[];
}

/** What reads and what writes is loaded when it is first needed: the pane is there sooner. */
const reading = () => import(/* webpackChunkName: "reading" */ "./reading");
const writing = () => import(/* webpackChunkName: "writing" */ "./applying");

const PAUSES = [500, 2_000, 5_000];

/** The workbook that the add-in is open in. */
export function openExcelBook(options: ExcelBookOptions = {}): ExcelBook {
  return new OfficeBook({
    requestBytes: options.requestBytes ?? REQUEST_BYTES,
    pauses: options.pauses ?? PAUSES,
  });
}

class OfficeBook implements ExcelBook {
  private readonly trips = new RoundTrips();
  private readonly watching = new Watching(this.trips);
  private readonly selecting = new ExcelSelection(this.trips);
  /** The act that is under way. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: WriteLimits) {}

  get roundTrips(): number {
    return this.trips.count;
  }

  read(request: ReadRequest = {}): Promise<Snapshot> {
    return this.afterOthers(async () => {
      const { readWorkbook } = await reading();
      return (await readWorkbook(this.trips, wishOf(request))).snapshot;
    });
  }

  apply(edit: Edit, options: ApplyOptions): Promise<Outcome> {
    const tell = (changes: readonly BookChange[]) => changes.forEach((change) => this.watching.tell(change));
    return this.afterOthers(async () => {
      const { applyEdit } = await writing();
      return applyEdit(this.trips, edit, options, this.limits, tell);
    });
  }

  watch(listener: (change: BookChange) => void): () => void {
    return this.watching.add(listener);
  }

  /** A sheet that is gone or hidden cannot be shown; nothing happens then. */
  async reveal(place: Place): Promise<void> {
    const sheet = await this.trips.make((workbook) =>
      workbook.worksheets.getItemOrNullObject(place.sheet).load("visibility"),
    );
    if (sheet.isNullObject || sheet.visibility !== "Visible") return;
    // Selecting off the active sheet does nothing: it is made the active one in a trip of its own.
    await this.trips.make((workbook) => workbook.worksheets.getItem(place.sheet).activate());
    await this.trips.make((workbook) =>
      workbook.worksheets.getItem(place.sheet).getRange(areaAddress(place.area)).select(),
    );
  }

  selection(): Promise<Place | null> {
    return this.afterOthers(() => this.selecting.selection());
  }

  watchSelection(listener: () => void): () => void {
    return this.selecting.watchSelection(listener);
  }

  interruption(): Promise<Interruption | null> {
    return this.afterOthers(async () => {
      const journal = await readJournal(this.trips);
      if (journal === "incomplete") await this.removeJournal();
      return isRecord(journal) ? { task: journal.task, at: journal.at } : null;
    });
  }

  recover(): Promise<boolean> {
    return this.afterOthers(async () => {
      const journal = await readJournal(this.trips);
      if (!isRecord(journal)) return true;
      const { putBack } = await writing();
      return putBack(this.trips, journal, this.limits);
    });
  }

  forget(): Promise<void> {
    return this.afterOthers(() => this.removeJournal());
  }

  private removeJournal(): Promise<void> {
    return this.trips.make((workbook) => removeJournalStep().write(workbook));
  }

  /** Reads and writes wait for each other: no reading sees half an edit. */
  private afterOthers<T>(act: () => Promise<T>): Promise<T> {
    const result = this.last.then(act, act);
    this.last = result.catch(() => undefined);
    return result;
  }
}

function isRecord(journal: Awaited<ReturnType<typeof readJournal>>): journal is JournalRecord {
  return journal !== null && journal !== "incomplete";
}

function wishOf(request: ReadRequest): Wish {
  const designs = new Map((request.designs ?? []).map((name) => [name.toLowerCase(), () => null]));
  return {
    used: request.sheets ?? null,
    aspects: { formulas: request.formulas ?? false, numberFormats: request.numberFormats ?? false },
    fonts: request.fonts ?? false,
    designs: () => designs,
  };
}
