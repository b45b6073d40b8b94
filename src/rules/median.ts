/** The middle of a list of numbers; the mean of the two middle ones of an even list. Numbers in any order, at least one. */
export function median(values: ArrayLike<number>): number {
  return sortedMedian(Float64Array.from(values).sort());
}

/** The same for sorted numbers, leaving out the one at `without`. */
export function sortedMedian(sorted: Float64Array, without = -1): number {
  const at = (index: number): number => sorted[without >= 0 && index >= without ? index + 1 : index]!;
  const length = without >= 0 ? sorted.length - 1 : sorted.length;
  const middle = length >> 1;
  return length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}
