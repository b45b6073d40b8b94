/** The programmes the product knows. */
import { loadPack } from "./load";
import type { Programme } from "./model";
import { packFiles } from "./packs";

export interface ProgrammeRegistry {
  /** In the order of the pack list. */
  readonly all: readonly Programme[];
  /** By code, e.g. `1719`. */
  find(code: string): Programme | null;
  /** The programme in force on an ISO date: of several the one that began last. */
  at(date: string): Programme | null;
}

/**
 * A registry over pack files' JSON values.
 * @throws PackError where a pack is wrong or a code stands twice
 */
export function definePacks(files: readonly unknown[]): ProgrammeRegistry {
  const all = files.map(loadPack);
  const byCode = new Map(all.map((programme) => [programme.code, programme]));
  if (byCode.size < all.length) throw new Error("Two programme packs have the same code.");
  return {
    all,
    find: (code) => byCode.get(code) ?? null,
    at: (date) =>
      all
        .filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))
        .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null,
  };
}

/** The packs of `packs/index.ts`. */
export const programmes: ProgrammeRegistry = definePacks(packFiles);
