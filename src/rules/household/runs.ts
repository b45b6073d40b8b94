/** Blocks of a search: things with one key stand together, and pairs are taken within a block only. */

/** Places are counted within 2^20, keys within 2^32, so that both fit one exact number. */
export const PLACES = 2 ** 20;

/** Things in an order in which those of one block stand together, from place `from` to before `to`. */
export type LookAtBlock = (order: Int32Array, from: number, to: number) => void;

/**
 * Calls `look` with the things that have one key (a whole number below 2^32), where there are several; in a block they keep
 * their order. Things with a negative key are in none.
 */
export function eachRun(things: Int32Array, keyOf: (thing: number) => number, look: LookAtBlock): void {
  if (things.length > PLACES) throw new RangeError(`more than ${PLACES} things to compare`);
  const keyed = new Float64Array(things.length);
  let count = 0;
  for (let place = 0; place < things.length; place += 1) {
    const key = keyOf(things[place]!);
    if (key < 0) continue;
    keyed[count] = key * PLACES + place;
    count += 1;
  }
  const sorted = keyed.subarray(0, count).sort();
  const order = new Int32Array(count);
  let from = 0;
  let keyBefore = -1;
  for (let at = 0; at < count; at += 1) {
    const key = Math.floor(sorted[at]! / PLACES);
    if (key !== keyBefore) {
      if (at - from > 1) look(order, from, at);
      from = at;
      keyBefore = key;
    }
    order[at] = things[sorted[at]! - key * PLACES]!;
  }
  if (count - from > 1) look(order, from, count);
}
