/** The bands of a sheet found by their marks, and every way in which marks can be wrong. */
import { cellAddress, type Area, areaAddress } from "../book";
import type { MistakeList } from "./mistakes";
import { near } from "./near";
import { nameKey, type RecordType } from "./schema";
import type { Token } from "./syntax";

export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly token: Extract<Token, { kind: "open" | "close" }>;
}

/** A band by its rows alone. */
export interface BandRows {
  readonly record: RecordType;
  readonly open: Extract<Token, { kind: "open" }>;
  readonly first: number;
  last: number;
  readonly address: string;
  readonly bands: BandRows[];
}

export interface FoundBands {
  readonly bands: readonly BandRows[];
  /** From this row on it is not known what belongs to which band; Infinity where all is well. */
  readonly unsureFrom: number;
}

interface Opened {
  readonly name: string;
  readonly band: BandRows | null;
  readonly row: number;
  readonly address: string;
}

/** @param marks in reading order */
export function findBands(
  marks: readonly Mark[],
  record: (name: string) => RecordType | undefined,
  recordNames: readonly string[],
  mistakes: MistakeList,
): FoundBands {
  const bands: BandRows[] = [];
  const stack: Opened[] = [];
  let unsureFrom = Infinity;
  const unsure = (row: number) => (unsureFrom = Math.min(unsureFrom, row));
  const close = (row: number) => {
    const opened = stack.pop()!;
    if (!opened.band) return;
    opened.band.last = row;
    (innermost(stack)?.bands ?? bands).push(opened.band);
  };
  for (const { row, column, token } of marks) {
    const address = cellAddress(row, column);
    const name = token.record;
    if (token.kind === "open") {
      const type = record(name);
      if (token.unread !== null) mistakes.add("badCondition", address, { text: token.unread });
      if (!type) {
        mistakes.add("unknownRecord", address, { record: name, near: near(name, recordNames) });
        unsure(row);
      } else if (type.nameField === null) {
        mistakes.add("bandOfNoRecord", address, { record: type.name });
        unsure(row);
      }
      const band =
        type && type.nameField !== null
          ? { record: type, open: token, first: row, last: row, address, bands: [] }
          : null;
      stack.push({ name, band, row, address });
      continue;
    }
    const at = openedAs(stack, name);
    if (at < 0) {
      mistakes.add("unopenedBand", address, { record: name });
      unsure(row);
      continue;
    }
    while (stack.length - 1 > at) {
      const crossed = stack.at(-1)!;
      mistakes.add("crossedBands", address, { open: crossed.name, close: name });
      unsure(crossed.row);
      close(row);
    }
    close(row);
  }
  for (const left of stack) {
    mistakes.add("unclosedBand", left.address, { record: left.name });
    unsure(left.row);
  }
  reportOverlaps(bands, mistakes);
  return { bands, unsureFrom };
}

/** Index of the innermost open band of this name (`{{/}}` closes whatever is open); -1 where none is. */
function openedAs(stack: readonly Opened[], name: string): number {
  if (name === "") return stack.length - 1;
  const names = stack.map((one) => nameKey(one.name));
  return names.lastIndexOf(nameKey(name));
}

function innermost(stack: readonly Opened[]): BandRows | null {
  return [...stack].reverse().find((one) => one.band !== null)?.band ?? null;
}

function reportOverlaps(bands: readonly BandRows[], mistakes: MistakeList): void {
  bands.forEach((band, index) => {
    const before = bands[index - 1];
    if (before && before.last >= band.first) {
      const params = { first: before.record.name, second: band.record.name, row: band.first + 1 };
      mistakes.add("overlappingBands", band.address, params);
    }
    reportOverlaps(band.bands, mistakes);
  });
}

/** A merged area moves with a band, or covers it whole; one that stands half in it would be torn. */
export function reportTornMerges(
  bands: readonly BandRows[],
  merges: readonly Area[],
  mistakes: MistakeList,
): void {
  for (const band of bands) {
    for (const merge of merges) {
      const last = merge.row + merge.rows - 1;
      const apart = last < band.first || merge.row > band.last;
      const within = merge.row >= band.first && last <= band.last;
      const around = merge.row < band.first && last >= band.last;
      if (apart || within || around) continue;
      const params = { record: band.record.name, area: areaAddress(merge) };
      mistakes.add("mergeAcrossBand", cellAddress(merge.row, merge.column), params);
    }
    reportTornMerges(band.bands, merges, mistakes);
  }
}
