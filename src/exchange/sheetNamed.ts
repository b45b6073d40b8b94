/** Where a sheet of ours goes: onto the one that we made before, which its title tells, or beside what others made. */
import { findSheet, type Snapshot } from "../book";

/** `title` stands in the first column of the sheet we make. */
export function sheetNamed(
  snapshot: Snapshot,
  wanted: string,
  title: string,
): { readonly name: string; readonly exists: boolean } {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    const sheet = findSheet(snapshot, name);
    if (!sheet) return { name, exists: false };
    if (sheet.values.some((row) => row[0] === title)) return { name, exists: true };
  }
}
