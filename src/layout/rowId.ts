/** The short stable id of a row (`Mã dòng`), by which a row is joined to its copies in other files. */

/** FNV-1a over the text, as 7 characters of base 36: the same row of the same plan has the same id everywhere. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  const joined = (low >>> 0) * 0x200000 + ((high >>> 0) & 0x1fffff);
  return joined.toString(36).padStart(8, "0").slice(-8);
}

/** An id for a new row, different from all in `taken`, which it joins. */
export function rowId(table: string, key: string, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = hash(`${table}\u0000${key}\u0000${attempt}`);
    if (!taken.has(id)) {
      taken.add(id);
      return id;
    }
  }
}
