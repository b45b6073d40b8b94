/** Names for the sheets that are made, one a record: valid in every spreadsheet program, unlike each other and short. */

const LONGEST = 31;
const FORBIDDEN = /[:\\/?*[\]]/g;
const INVISIBLE = /[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g;

/** Gives one name after the other; `taken` are those of the workbook. */
export class SheetNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    // Excel keeps "History" for itself.
    this.#taken = new Set([...[...taken].map(nameOf), "history"]);
  }

  /** @param fallback for a text of which nothing is left */
  next(text: string, fallback: string): string {
    const base = clean(text) || clean(fallback);
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? "" : ` (${count})`;
      const name = cut(base, LONGEST - end.length) + end;
      if (this.#taken.has(nameOf(name))) continue;
      this.#taken.add(nameOf(name));
      return name;
    }
  }
}

/** Excel compares names without case. */
function nameOf(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function clean(text: string): string {
  return cut(
    text
      .normalize("NFC")
      .replace(INVISIBLE, " ")
      .replace(FORBIDDEN, "-")
      .replace(/\s+/g, " ")
      .replace(/^[\s']+|[\s']+$/g, ""),
    LONGEST,
  );
}

/** At most so many UTF-16 units; no letter is cut in two, and no apostrophe or space is left at the end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let short = "";
  for (const { segment } of new Intl.Segmenter("vi").segment(text)) {
    if (short.length + segment.length > length) break;
    short += segment;
  }
  return short.replace(/[\s']+$/, "");
}
