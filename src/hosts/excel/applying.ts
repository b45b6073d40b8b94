/**
 * An edit applied whole or not at all: read what it touches, judge it, write it in as few trips as fit, and put everything
 * back when a trip fails.
 */
import {
  changedCells,
  journalEntry,
  madeSheets,
  type ApplyOptions,
  type BookChange,
  type Edit,
  type Outcome,
  type Refusal,
} from "../../book";
import { wishFor, wishForPuttingBack } from "./edit-reading";
import { hostFailure, isCellEditing, type HostFailure } from "./failures";
import { foreseenRefusal } from "./foresight";
import type { Standing } from "./host-operations";
import { tableNamed } from "./inventory";
import { journalSteps, removeJournalStep, JOURNAL_SHEET, type JournalRecord } from "./journal-sheet";
import { LastRowRules } from "./last-row-rules";
import { positionStep, stepsOf } from "./operations";
import { isAsBefore, journalRecord, operationsLeft } from "./putting-back";
import { readWorkbook, type Reading } from "./reading";
import type { RoundTrips } from "./round-trips";
import { batches, type Step } from "./steps";
import { changesOf } from "./watching";

export interface WriteLimits {
  /** Bytes that one trip sends. */
  readonly requestBytes: number;
  /** Waits between attempts to put a workbook back, in milliseconds. */
  readonly pauses: readonly number[];
}

/** @param onDone is told what has changed, once everything is written */
export async function applyEdit(
  trips: RoundTrips,
  edit: Edit,
  options: ApplyOptions,
  limits: WriteLimits,
  onDone: (changes: readonly BookChange[]) => void,
): Promise<Outcome> {
  options.signal?.throwIfAborted();
  const rules = new LastRowRules();
  const reading = await orRefusal(readWorkbook(trips, wishFor(edit.operations, edit.expects ?? [], rules)));
  if ("refusal" in reading) return reading;
  const { inventory, snapshot } = reading;
  const changed = changedCells(edit, snapshot);
  if (changed.length > 0) return refused({ kind: "changedSince", cells: changed });
  const foreseen = foreseenRefusal(edit, reading);
  if (foreseen) return refused(foreseen);
  const entry = journalEntry(crypto.randomUUID(), options.at, edit, snapshot, options.inverse);
  const record = journalRecord(edit, options.at, snapshot, inventory);
  const { customFormats } = reading;
  const standing = { inventory, before: snapshot, customFormats, rules, limit: limits.requestBytes };
  const plan = writePlan(edit, record, standing);
  try {
    await write(trips, plan, options);
  } catch (error) {
    return brokenOff(error, () => putBack(trips, record, limits, reading));
  }
  onDone(changesOf(edit, (table) => tableNamed(inventory, table)?.sheet));
  return { done: true, entry };
}

/** A reading that fails has changed nothing. */
async function orRefusal(
  reading: Promise<Reading>,
): Promise<Reading | { readonly done: false; readonly refusal: Refusal }> {
  try {
    return await reading;
  } catch (error) {
    const failure = hostFailure(error);
    if (!failure) throw error;
    return refused(refusalOf(failure, true));
  }
}

function refused(refusal: Refusal): { readonly done: false; readonly refusal: Refusal } {
  return { done: false, refusal };
}

function refusalOf(failure: HostFailure, restored: boolean): Refusal {
  if (restored && isCellEditing(failure)) return { kind: "cellEditing" };
  return { kind: "hostFailed", detail: `${failure.code}: ${failure.message}`, restored };
}

/** The trips of an edit; with more than one, the journal goes first and comes off last. */
function writePlan(edit: Edit, record: JournalRecord, standing: Standing): Step[][] {
  const steps = stepsOf(edit.operations, standing);
  const plan = batches(steps, standing.limit);
  const { inventory } = standing;
  if (plan.length <= 1 || inventory.structureProtected) return plan;
  const created = madeSheets(edit).size;
  // Behind all others the journal's sheet moves none of them.
  const aside = positionStep(JOURNAL_SHEET, inventory.sheets.length + created);
  const journal = [...journalSteps(record, inventory.hasJournal), removeJournalStep()];
  return batches([...journal, aside, ...steps], standing.limit);
}

async function write(
  trips: RoundTrips,
  plan: readonly (readonly Step[])[],
  options: Partial<ApplyOptions>,
): Promise<void> {
  for (const [index, batch] of plan.entries()) {
    options.signal?.throwIfAborted();
    // Once begun, a write waits for the person to leave a cell rather than breaking off.
    await trips.make(
      (workbook, context) => {
        context.application.suspendApiCalculationUntilNextSync();
        for (const step of batch) step.write(workbook);
      },
      { patient: index > 0 },
    );
    options.onProgress?.(index + 1, plan.length);
  }
}

/** Puts everything back; a bug and a call to stop go on their way after that. */
async function brokenOff(error: unknown, back: () => Promise<boolean>): Promise<Outcome> {
  const restored = await back();
  const failure = hostFailure(error);
  if (!failure) throw error;
  return refused(refusalOf(failure, restored));
}

/**
 * Puts a workbook back as it was before an edit that was broken off.
 * @param known the reading before the edit, where it is at hand: the result is then compared with it
 * @returns whether everything stands as it stood
 */
export async function putBack(
  trips: RoundTrips,
  record: JournalRecord,
  limits: WriteLimits,
  known?: Reading,
): Promise<boolean> {
  for (const pause of [0, ...limits.pauses]) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      await writeBack(trips, record, limits);
      if (known && !(await standsAsBefore(trips, known))) continue;
      await trips.make((workbook) => removeJournalStep().write(workbook), { patient: true });
      return true;
    } catch (error) {
      if (!hostFailure(error)) throw error;
    }
  }
  return false;
}

async function writeBack(trips: RoundTrips, record: JournalRecord, limits: WriteLimits): Promise<void> {
  const rules = new LastRowRules();
  const { inventory, snapshot, customFormats } = await readWorkbook(trips, wishForPuttingBack(record, rules));
  const operations = operationsLeft(record, inventory);
  const standing = { inventory, before: snapshot, customFormats, rules, limit: limits.requestBytes };
  await write(trips, batches(stepsOf(operations, standing), limits.requestBytes), {});
}

/** The cells that were read before are read again and compared. */
async function standsAsBefore(trips: RoundTrips, known: Reading): Promise<boolean> {
  const now = await readWorkbook(trips, known.again);
  return isAsBefore(known.snapshot, now.snapshot);
}
