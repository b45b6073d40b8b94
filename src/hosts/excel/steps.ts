/** A write cut into steps: what each sends, when its turn comes, and how they are packed into as few trips as fit. */

/**
 * When a step's turn comes, over all operations of an edit: sheets stand before cells, values before tables, tables before
 * the formulas that name them; sheets go last, when nothing can fail any more.
 */
export const Phase = {
  journal: 0,
  remove: 1,
  addSheets: 2,
  copySheets: 2.1,
  /** Rows laid out again: what would be torn is taken off, rows move, then all is said that rows do not take along. */
  prepareRows: 2.2,
  repeatRows: 2.3,
  repeatedFormulas: 2.4,
  repeatedLooks: 2.5,
  prepareCells: 3,
  values: 4,
  tables: 5,
  names: 6,
  formulas: 7,
  looks: 8,
  rules: 9,
  sheetLooks: 10,
  positions: 1_000_001,
  deleteSheets: 1_000_002,
  journalDone: 1_000_003,
} as const;

/** Phases of one stretch of an edit, of which the next must find everything done. */
const STRETCH = 20;

/** The steps of a later stretch: all but those that come at the end of the whole edit. */
export function inStretch(steps: readonly Step[], stretch: number): Step[] {
  return steps.map((step) =>
    step.phase >= Phase.positions ? step : { ...step, phase: step.phase + stretch * STRETCH },
  );
}

export interface Step {
  readonly phase: number;
  /** Estimated size of what it sends. */
  readonly bytes: number;
  readonly write: (workbook: Excel.Workbook) => void;
}

/** What one trip may send: below the browser's 5 MB, with room for what is only estimated. */
export const REQUEST_BYTES = 3_000_000;

/** What one rectangle's format sends, roughly. */
export const LOOK_BYTES = 2_500;

/** The steps in their order, packed into trips. */
export function batches(steps: readonly Step[], limit: number): Step[][] {
  const ordered = [...steps].sort((a, b) => a.phase - b.phase);
  const packed: Step[][] = [];
  let room = 0;
  for (const step of ordered) {
    if (packed.length === 0 || step.bytes > room) {
      packed.push([]);
      room = limit;
    }
    packed.at(-1)!.push(step);
    room -= step.bytes;
  }
  return packed;
}

const encoder = new TextEncoder();

/** The size of data in a request. */
export function bytesOf(data: unknown): number {
  return encoder.encode(JSON.stringify(data)).length;
}
