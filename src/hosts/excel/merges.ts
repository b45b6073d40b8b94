/** Merged areas of a sheet. Excel lists at most 512 at a time, and only those whose first cell is inside the range. */
import type { Area } from "../../book";
import { areaOf, halvesOf, PLACES, rangeOf } from "./areas";
import { hostFailure } from "./failures";
import type { Piece } from "./pieces";
import type { RoundTrips } from "./round-trips";

export interface MergeReading {
  readonly sheetId: string;
  readonly area: Area;
  readonly found: Area[];
}

const BYTES = 40_000;

export function mergePiece(reading: MergeReading): Piece {
  return {
    bytes: BYTES,
    ask: (workbook) => ask(workbook, reading, reading.area),
    otherwise: (trips) => readManyMerges(trips, reading),
  };
}

function ask(workbook: Excel.Workbook, reading: MergeReading, area: Area): () => void {
  const merged = rangeOf(workbook.worksheets.getItem(reading.sheetId), area).getMergedAreasOrNullObject();
  merged.load("areaCount");
  merged.areas.load(PLACES);
  return () => {
    if (!merged.isNullObject) reading.found.push(...merged.areas.items.map(areaOf));
  };
}

/** Reads the merges of a sheet that has too many for one answer, in ever smaller parts. */
async function readManyMerges(trips: RoundTrips, reading: MergeReading): Promise<void> {
  const waiting = [reading.area];
  for (let area = waiting.pop(); area; area = waiting.pop()) {
    const part = area;
    try {
      const take = await trips.make((workbook) => ask(workbook, reading, part));
      take();
    } catch (error) {
      const parts = hostFailure(error) ? halvesOf(part) : null;
      if (!parts) throw error;
      waiting.push(...parts);
    }
  }
}
