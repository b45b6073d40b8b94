/**
 * Where rows come to stand when bands of them are repeated: a tree of copies, each a scope in which rows of the sheet as it
 * was have one place or, in bands within the scope, several or none.
 */
import type { RowBand } from "./edit";
import { sheetRows } from "./formula-references";

/** Rows as they then stand, both included. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** Rows that stand together as they did before. */
export interface RowRun {
  readonly source: number;
  readonly count: number;
  readonly target: number;
  /** The copy that they belong to. */
  readonly scope: RowScope;
}

/** One copy of a band; the sheet itself is the outermost. */
export interface RowScope {
  readonly parent: RowScope | null;
  /** Rows as they stood, both included. */
  readonly sourceFirst: number;
  readonly sourceLast: number;
  readonly target: number;
  readonly bands: readonly PlacedBand[];
}

interface PlacedBand {
  readonly sourceFirst: number;
  readonly sourceLast: number;
  /** Where its copies begin, and the row behind them. */
  readonly target: number;
  readonly behind: number;
  readonly copies: readonly RowScope[];
}

export class RowLayout {
  /** The sheet itself. */
  readonly root: RowScope;
  /** Rows that begin a page since their copy of a band does, ascending. */
  readonly pageStarts: readonly number[];
  readonly #spans = new WeakMap<RowScope, Map<number, RowSpan | null>>();

  /** Throws `RangeError` for bands that do not ascend, overlap, or leave the band that they stand in. */
  constructor(bands: readonly RowBand[]) {
    const pageStarts: number[] = [];
    this.root = placed(null, 0, sheetRows - 1, 0, bands, pageStarts).scope;
    this.pageStarts = pageStarts;
  }

  /** Rows by which everything below all bands moves down; below zero, up. */
  get growth(): number {
    const last = this.root.bands.at(-1);
    return last ? last.behind - last.sourceLast - 1 : 0;
  }

  /** From the first to the last place within a scope of the rows `first` to `last`; null where none is left. */
  span(scope: RowScope, first: number, last: number): RowSpan | null {
    if (scope.bands.length === 0) return onSheet(first + scope.target - scope.sourceFirst, last - first);
    // What reached down to the end of the sheet still does.
    if (last === sheetRows - 1) return { first: this.span(scope, first, last - 1)?.first ?? first, last };
    let known = this.#spans.get(scope);
    if (!known) this.#spans.set(scope, (known = new Map()));
    const key = first * 2 * sheetRows + last;
    let span = known.get(key);
    if (span === undefined) {
      const top = firstPlace(scope, first, last);
      const bottom = top === null ? null : lastPlace(scope, first, last);
      span = top === null || bottom === null ? null : onSheet(top, bottom - top);
      known.set(key, span);
    }
    return span;
  }

  /** The innermost scope around `scope`, or itself, that held these rows. */
  around(scope: RowScope, first: number, last: number): RowScope {
    let found = scope;
    while (found.parent && (first < found.sourceFirst || last > found.sourceLast)) found = found.parent;
    return found;
  }

  /** All places of rows, those that touch taken together: an area over a whole band stays one. */
  places(first: number, last: number): RowSpan[] {
    const found: { first: number; last: number }[] = [];
    const add = (top: number, bottom: number): void => {
      const before = found.at(-1);
      if (before && before.last + 1 === top) before.last = bottom;
      else found.push({ first: top, last: bottom });
    };
    addPlaces(this.root, first, last, add);
    const lowest = found.at(-1);
    if (lowest && last === sheetRows - 1) lowest.last = last;
    return found.flatMap((one) => onSheet(one.first, one.last - one.first) ?? []);
  }

  /** A thing on these rows (a merge, a picture), once for each copy of the innermost band that holds it whole. */
  *instances(first: number, last: number): Generator<RowSpan & { readonly scope: RowScope }> {
    yield* this.#instances(this.root, first, last);
  }

  *#instances(
    scope: RowScope,
    first: number,
    last: number,
  ): Generator<RowSpan & { readonly scope: RowScope }> {
    const band = bandAt(scope, first);
    if (band && band.sourceFirst <= first && last <= band.sourceLast) {
      for (const copy of band.copies) yield* this.#instances(copy, first, last);
      return;
    }
    const span = this.span(scope, first, last);
    if (span) yield { ...span, scope };
  }

  /** The row that stood where `target` now stands, and the copy that it belongs to. */
  origin(target: number): { readonly source: number; readonly scope: RowScope } {
    let scope = this.root;
    for (;;) {
      const index = behindIndex(scope.bands, target, ({ behind }) => behind);
      const band = scope.bands[index];
      const before = scope.bands[index - 1];
      if (!band || target < band.target) {
        const source = before
          ? before.sourceLast + 1 + target - before.behind
          : scope.sourceFirst + target - scope.target;
        return { source, scope };
      }
      const next = behindIndex(band.copies, target, (copy) => copy.target);
      scope = band.copies[next - 1]!;
    }
  }

  /** All rows in their new order, down to the last one that the sheet used (0-based, as it stood). */
  *runs(lastUsed: number): Generator<RowRun> {
    yield* runsOf(this.root, lastUsed);
  }

  /** Whether a band begins, ends or stands within these rows. */
  bandOverlaps(first: number, last: number): boolean {
    const band = bandAt(this.root, first);
    return band !== undefined && band.sourceFirst <= last;
  }
}

function onSheet(first: number, more: number): RowSpan | null {
  return first >= sheetRows ? null : { first, last: Math.min(first + more, sheetRows - 1) };
}

function placed(
  parent: RowScope | null,
  sourceFirst: number,
  sourceLast: number,
  target: number,
  bands: readonly RowBand[],
  pageStarts: number[],
): { readonly scope: RowScope; readonly behind: number } {
  const own: PlacedBand[] = [];
  const scope: RowScope = { parent, sourceFirst, sourceLast, target, bands: own };
  let [source, at] = [sourceFirst, target];
  for (const { first, count, copies, pages } of bands) {
    const last = first + count - 1;
    if (!Number.isInteger(first) || !(count > 0) || first < source || last > sourceLast) {
      throw new RangeError(`rows ${first + 1} to ${last + 1} are no band here`);
    }
    at += first - source;
    const begin = at;
    const scopes = copies.map((inner, index) => {
      if (pages && index > 0) pageStarts.push(at);
      const copy = placed(scope, first, last, at, inner, pageStarts);
      at = copy.behind;
      return copy.scope;
    });
    own.push({ sourceFirst: first, sourceLast: last, target: begin, behind: at, copies: scopes });
    source = last + 1;
  }
  return { scope, behind: at + sourceLast - source + 1 };
}

/** Index of the first band that ends at `row` or below. */
function bandIndex({ bands }: RowScope, row: number): number {
  let [low, high] = [0, bands.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bands[middle]!.sourceLast < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first item, of ascending ones, whose number is larger than `target`. */
function behindIndex<T>(items: readonly T[], target: number, numberOf: (item: T) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(items[middle]!) <= target) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bandAt(scope: RowScope, row: number): PlacedBand | undefined {
  return scope.bands[bandIndex(scope, row)];
}

/** The place of a row that stands in no band of the scope; `index` is that of the next band. */
function plainPlace(scope: RowScope, row: number, index: number): number {
  const before = scope.bands[index - 1];
  return before ? before.behind + row - before.sourceLast - 1 : scope.target + row - scope.sourceFirst;
}

function firstPlace(scope: RowScope, first: number, last: number): number | null {
  let row = first;
  for (let i = bandIndex(scope, first); row <= last; i++) {
    const band = scope.bands[i];
    if (!band || row < band.sourceFirst) return plainPlace(scope, row, i);
    for (const copy of band.copies) {
      const place = firstPlace(copy, row, Math.min(last, band.sourceLast));
      if (place !== null) return place;
    }
    row = band.sourceLast + 1;
  }
  return null;
}

function lastPlace(scope: RowScope, first: number, last: number): number | null {
  for (let row = last; row >= first;) {
    const i = bandIndex(scope, row);
    const band = scope.bands[i];
    if (!band || row < band.sourceFirst) return plainPlace(scope, row, i);
    for (let copy = band.copies.length - 1; copy >= 0; copy--) {
      const place = lastPlace(band.copies[copy]!, Math.max(first, band.sourceFirst), row);
      if (place !== null) return place;
    }
    row = band.sourceFirst - 1;
  }
  return null;
}

function addPlaces(
  scope: RowScope,
  first: number,
  last: number,
  add: (top: number, bottom: number) => void,
): void {
  let row = first;
  for (let i = bandIndex(scope, first); row <= last; i++) {
    const band = scope.bands[i];
    const until = Math.min(last, band ? band.sourceFirst - 1 : last);
    if (until >= row) {
      const top = plainPlace(scope, row, i);
      add(top, top + until - row);
      row = until + 1;
    }
    if (!band || row > last) return;
    const end = Math.min(last, band.sourceLast);
    if (row === band.sourceFirst && end === band.sourceLast) {
      if (band.behind > band.target) add(band.target, band.behind - 1);
    } else for (const copy of band.copies) addPlaces(copy, row, end, add);
    row = band.sourceLast + 1;
  }
}

function* runsOf(scope: RowScope, lastUsed: number): Generator<RowRun> {
  const until = Math.min(scope.sourceLast, lastUsed);
  let source = scope.sourceFirst;
  let target = scope.target;
  for (const band of scope.bands) {
    const count = Math.min(band.sourceFirst - 1, until) - source + 1;
    if (count > 0) yield { source, count, target, scope };
    for (const copy of band.copies) yield* runsOf(copy, lastUsed);
    source = band.sourceLast + 1;
    target = band.behind;
  }
  if (until >= source) yield { source, count: until - source + 1, target, scope };
}
