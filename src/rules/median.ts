/** The middle of a list of numbers; the mean of the two middle ones of an even list. Numbers in any order, at least one. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * The median of all but one: asked for a number of the list, of which there are at least two. The list is reordered; only
 * its middle is sought, which is quicker than sorting.
 */
export function medianOfOthers(values: Float64Array): (without: number) => number {
  const middle = (values.length - 1) >> 1;
  select(values, middle);
  const at = values[middle]!;
  let below = -Infinity;
  for (let index = 0; index < middle; index += 1) below = Math.max(below, values[index]!);
  let above = Infinity;
  for (let index = middle + 1; index < values.length; index += 1) above = Math.min(above, values[index]!);
  return (without) => {
    const other = without <= at ? above : at;
    if (values.length % 2 === 0) return other;
    const lower = without <= below ? at : below;
    return (lower + other) / 2;
  };
}

/** Puts the number that sorting would put at `wanted` there, smaller ones before it and larger ones behind. */
function select(values: Float64Array, wanted: number): void {
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const pivot = values[(left + right) >> 1]!;
    let [low, high] = [left, right];
    while (low <= high) {
      while (values[low]! < pivot) low += 1;
      while (values[high]! > pivot) high -= 1;
      if (low > high) break;
      const held = values[low]!;
      values[low] = values[high]!;
      values[high] = held;
      low += 1;
      high -= 1;
    }
    if (wanted <= high) right = high;
    else if (wanted >= low) left = low;
    else return;
  }
}
