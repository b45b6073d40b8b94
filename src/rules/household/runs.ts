/** Blocks of a search: things with one key stand together, and pairs are taken within a block only. */

/** Blocks longer than this are compared along sorted orders, each with so many neighbours. */
const LONGEST_RUN = 300;
const NEIGHBOURS = 12;
/** Places are counted within 2^20, keys within 2^32, so that both fit one exact number. */
const PLACES = 2 ** 20;

/**
 * Calls `compare` with the pairs of `indexes` that have one key (a whole number below 2^32). In a long block only pairs
 * that are near along one of the orders are taken.
 */
export function eachRun(
  indexes: Int32Array,
  keyOf: (index: number) => number,
  orders: readonly ((index: number) => number)[],
  compare: (a: number, b: number) => void,
): void {
  if (indexes.length > PLACES) throw new RangeError(`more than ${PLACES} things to compare`);
  const sorted = new Float64Array(indexes.length);
  for (let place = 0; place < indexes.length; place += 1)
    sorted[place] = keyOf(indexes[place]!) * PLACES + place;
  sorted.sort();
  const order = new Int32Array(sorted.length);
  let from = 0;
  let keyBefore = -1;
  for (let at = 0; at <= sorted.length; at += 1) {
    const key = at < sorted.length ? Math.floor(sorted[at]! / PLACES) : -1;
    if (key !== keyBefore) {
      if (at - from > 1) compareBlock(order.subarray(from, at), orders, compare);
      from = at;
      keyBefore = key;
    }
    if (at < sorted.length) order[at] = indexes[sorted[at]! - key * PLACES]!;
  }
}

function compareBlock(
  block: Int32Array,
  orders: readonly ((index: number) => number)[],
  compare: (a: number, b: number) => void,
): void {
  if (block.length > LONGEST_RUN) {
    for (const order of orders) compareNeighbours([...block], order, compare);
    return;
  }
  for (let i = 0; i < block.length; i += 1) {
    for (let j = i + 1; j < block.length; j += 1) compare(block[i]!, block[j]!);
  }
}

function compareNeighbours(
  run: readonly number[],
  order: (index: number) => number,
  compare: (a: number, b: number) => void,
): void {
  const sorted = [...run].sort((a, b) => order(a) - order(b) || a - b);
  for (let i = 0; i < sorted.length; i += 1) {
    for (let j = i + 1; j <= i + NEIGHBOURS && j < sorted.length; j += 1) compare(sorted[i]!, sorted[j]!);
  }
}
