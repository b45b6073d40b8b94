/**
 * Readings cut into pieces that fit into an answer. In a browser an answer may hold 5 MB; sizes are only estimated, so a
 * piece that turns out larger is asked for again in halves.
 */
import { hostFailure, isTooLarge } from "./failures";
import type { RoundTrips } from "./round-trips";

export interface Piece {
  /** Estimated size of the answer. */
  readonly bytes: number;
  /** Queues the loads; the call it returns takes the answer. */
  readonly ask: (workbook: Excel.Workbook) => () => void;
  /** The same reading in two parts; absent when it cannot be cut. */
  readonly halves?: () => readonly [Piece, Piece] | null;
  /** Another way to the same reading, for what Excel refuses to answer at once. */
  readonly otherwise?: (trips: RoundTrips) => Promise<void>;
}

/** Below the browser's 5 MB with room for a wrong estimate. */
export const ANSWER_BYTES = 3_000_000;

/** Cells of one answer: far below the 5 million above which Excel gives null. */
export const ANSWER_CELLS = 1_000_000;

/** Reads all pieces in as few trips as their sizes allow. */
export async function readPieces(
  trips: RoundTrips,
  pieces: readonly Piece[],
  limit = ANSWER_BYTES,
): Promise<void> {
  const waiting = packed(pieces, limit);
  for (let group = waiting.shift(); group; group = waiting.shift()) {
    try {
      const current = group;
      const takes = await trips.make((workbook) => current.map((piece) => piece.ask(workbook)));
      for (const take of takes) take();
    } catch (error) {
      const smaller = isTooLarge(error) ? halved(group) : null;
      if (smaller) waiting.unshift(...smaller);
      else await readWithout(trips, group, error);
    }
  }
}

/** Excel refused the group: the pieces that know another way take it, once the others have been read. */
async function readWithout(trips: RoundTrips, group: readonly Piece[], refusal: unknown): Promise<void> {
  const stubborn = group.filter((piece) => piece.otherwise);
  if (!hostFailure(refusal) || stubborn.length === 0) throw refusal;
  const others = group.filter((piece) => !piece.otherwise);
  if (others.length > 0) {
    const takes = await trips.make((workbook) => others.map((piece) => piece.ask(workbook)));
    for (const take of takes) take();
  }
  for (const piece of stubborn) await piece.otherwise!(trips);
}

function packed(pieces: readonly Piece[], limit: number): Piece[][] {
  const groups: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    if (groups.length === 0 || piece.bytes > room) {
      groups.push([]);
      room = limit;
    }
    groups.at(-1)!.push(piece);
    room -= piece.bytes;
  }
  return groups;
}

function halved(group: readonly Piece[]): [Piece[], Piece[]] | null {
  if (group.length > 1) {
    const middle = group.length >> 1;
    return [group.slice(0, middle), group.slice(middle)];
  }
  const parts = group[0]?.halves?.();
  return parts ? [[parts[0]], [parts[1]]] : null;
}
