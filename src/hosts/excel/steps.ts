/** A write cut into steps: what each sends, when its turn comes, and how they are packed into as few trips as fit. */

/**
 * When a step's turn comes, over all operations of an edit: sheets stand before cells, values before tables, tables before
 * the formulas that name them; sheets go last, when nothing can fail any more.
 */
export const Phase = {
  journal: 0,
  remove: 1,
  addSheets: 2,
  prepareCells: 3,
  values: 4,
  tables: 5,
  names: 6,
  formulas: 7,
  looks: 8,
  rules: 9,
  sheetLooks: 10,
  positions: 11,
  deleteSheets: 12,
  journalDone: 13,
} as const;

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
