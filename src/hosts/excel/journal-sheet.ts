/**
 * The journal of a write of several trips: what takes it back, put on a very hidden sheet before the first change and taken
 * off with the last. If Excel dies in between, the next opening finds it there. It is stored as text in column A, in
 * pieces below what a cell holds; the first cell is written last and says how many pieces there are.
 */
import type { Area, Operation } from "../../book";
import { LAST_ROW } from "./areas";
import { readPieces, type Piece } from "./pieces";
import type { RoundTrips } from "./round-trips";
import { bytesOf, Phase, type Step } from "./steps";

export const JOURNAL_SHEET = "_so_mtqg_nhat_ky";

/** Where the tables that an edit changes stand before and after it (null: nowhere), by lower-case name. */
export type TablePlaces = Readonly<
  Record<string, { readonly sheet: string; readonly before: Area | null; readonly after: Area | null }>
>;

export interface JournalRecord {
  readonly task: string;
  /** ISO time of the edit. */
  readonly at: string;
  /** Takes the edit back, last operation first. */
  readonly undo: readonly Operation[];
  readonly tables: TablePlaces;
}

const VERSION = 1;
/** A cell holds 32,767 characters. */
const PIECE = 31_000;
/** Keeps a piece from being read as a number or a formula. */
const MARK = "j";

/** @param existing a journal that an earlier session left and nobody wanted back */
export function journalSteps(record: JournalRecord, existing: boolean): Step[] {
  const pieces = cut(JSON.stringify(record, replaceMaps));
  const add: Step = { phase: Phase.journal, bytes: 500, write: (workbook) => addSheet(workbook, existing) };
  const write = pieces.map((text, index): Step => ({
    phase: Phase.journal,
    bytes: bytesOf(text) + 300,
    write: (workbook) => {
      workbook.worksheets.getItem(JOURNAL_SHEET).getCell(index + 1, 0).values = [[text]];
    },
  }));
  const complete: Step = {
    phase: Phase.journal,
    bytes: 300,
    write: (workbook) => {
      const head = JSON.stringify({ version: VERSION, pieces: pieces.length });
      workbook.worksheets.getItem(JOURNAL_SHEET).getCell(0, 0).values = [[MARK + head]];
    },
  };
  return [add, ...write, complete];
}

function addSheet(workbook: Excel.Workbook, existing: boolean): void {
  const sheet = existing
    ? workbook.worksheets.getItem(JOURNAL_SHEET)
    : workbook.worksheets.add(JOURNAL_SHEET);
  if (existing) sheet.getRange().clear("Contents");
  sheet.visibility = "VeryHidden" as Excel.SheetVisibility;
}

/** Takes the journal off: a very hidden sheet cannot be deleted. */
export function removeJournalStep(): Step {
  return {
    phase: Phase.journalDone,
    bytes: 300,
    write: (workbook) => {
      const sheet = workbook.worksheets.getItemOrNullObject(JOURNAL_SHEET);
      sheet.visibility = "Hidden" as Excel.SheetVisibility;
      sheet.delete();
    },
  };
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(MARK + text.slice(at, at + PIECE));
  return pieces;
}

/** The journal that a broken-off edit has left; one that was never completed tells that the edit had not begun. */
export async function readJournal(trips: RoundTrips): Promise<JournalRecord | "incomplete" | null> {
  const { sheet, head } = await trips.make((workbook) => {
    const sheet = workbook.worksheets.getItemOrNullObject(JOURNAL_SHEET).load("name");
    return { sheet, head: sheet.getRange("A1").load("values") };
  });
  if (sheet.isNullObject) return null;
  const count = piecesOf(head.values[0]?.[0]);
  if (count === null) return "incomplete";
  const texts: string[] = [];
  await readPieces(
    trips,
    Array.from({ length: count }, (_one, index) => textPiece(index, texts)),
  );
  return JSON.parse(texts.join(""), restoreMaps) as JournalRecord;
}

function piecesOf(head: unknown): number | null {
  if (typeof head !== "string" || !head.startsWith(MARK)) return null;
  const { version, pieces } = JSON.parse(head.slice(MARK.length)) as { version?: unknown; pieces?: unknown };
  return version === VERSION && typeof pieces === "number" && pieces < LAST_ROW ? pieces : null;
}

function textPiece(index: number, texts: string[]): Piece {
  return {
    bytes: 3 * PIECE,
    ask: (workbook) => {
      const cell = workbook.worksheets
        .getItem(JOURNAL_SHEET)
        .getCell(index + 1, 0)
        .load("values");
      return () => {
        texts[index] = String(cell.values[0]?.[0]).slice(MARK.length);
      };
    },
  };
}

/** JSON has no maps; a design's row heights are one. */
function replaceMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? { $map: [...(value as Map<unknown, unknown>)] } : value;
}

function restoreMaps(_key: string, value: unknown): unknown {
  const entries = (value as { $map?: unknown } | null)?.$map;
  return Array.isArray(entries) ? new Map(entries as [unknown, unknown][]) : value;
}
