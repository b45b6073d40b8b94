/** The lists that columns draw their values from: what is known, and what an unknown value may have meant. */
import { findEthnicGroup, nearest } from "../domain";
import { UNDETAILED_CONTENT, type ListSource } from "../layout";
import type { CheckContext } from "./context";
import { textKey } from "./textColumn";

export interface ValueList {
  /** Nobody has given it yet: nothing is unknown. */
  readonly isEmpty: boolean;
  readonly has: (key: string) => boolean;
  /** The listed value that the text may have meant; null where none is clearly nearest. */
  readonly suggest: (label: string) => string | null;
}

/** Below this a value is not near. */
const NEAR = 0.78;
/** A second candidate this near makes the first one a guess. */
const LEAD = 0.04;
const DIGITS = /\d+/g;

/** A column with more wrong values than this holds something else altogether: no value of the list is meant. */
const MOST_SOUGHT = 2000;

/**
 * Finds the value nearest to a text; numbers within it must be the same ("Xóm 2" is not a slip for "Xóm 3"). Each text
 * is compared once, however many rows hold it.
 */
export function nearestFinder(values: readonly string[]): (label: string) => string | null {
  const sought = new Map<string, string | null>();
  const byDigits = new Map<string, string[]>();
  for (const value of values)
    byDigits.set(digitsOf(value), [...(byDigits.get(digitsOf(value)) ?? []), value]);
  return (label) => {
    let meant = sought.get(label);
    if (meant === undefined) {
      const candidates = byDigits.get(digitsOf(label)) ?? [];
      const found = sought.size < MOST_SOUGHT ? nearest(label, candidates, NEAR) : null;
      meant = found && found.score - found.runnerUp >= LEAD ? found.candidate : null;
      if (sought.size < MOST_SOUGHT) sought.set(label, meant);
    }
    return meant;
  };
}

function digitsOf(text: string): string {
  return (text.match(DIGITS) ?? []).map(Number).join(" ");
}

export function valueList(
  values: readonly string[],
  otherNames: ReadonlyMap<string, string> = new Map(),
): ValueList {
  const keys = new Set(values.map(textKey));
  const nearestTo = nearestFinder(values);
  return {
    isEmpty: values.length === 0,
    has: (key) => keys.has(key),
    suggest: (label) => otherNames.get(textKey(label)) ?? nearestTo(label),
  };
}

/** The list of a source that does not depend on the row; null where the workbook lacks the table. */
export function readList(
  source: Exclude<ListSource, { kind: "contents" }>,
  context: CheckContext,
): ValueList | null {
  if (source.kind === "options")
    return valueList(source.options, source.options.length === 1 ? yesWords : new Map());
  const table = context.table(source.table);
  if (!table || !table.has(source.header)) return null;
  const column = table.texts(source.header);
  const values = table.rows.map(column.labelAt).filter((value) => value !== "");
  if (source.table === "tblDanToc") return ethnicList(values, otherNames(context, source, "Tên khác"));
  if (source.table === "tblDonVi") return valueList(values, otherNames(context, source, "Viết tắt"));
  return valueList(values);
}

/** What people write in a column of crosses. */
const yesWords: ReadonlyMap<string, string> = new Map(
  ["có", "co", "v", "✓", "✔", "1", "true", "đúng", "yes"].map((word) => [word, "x"]),
);

/** Other name (for comparing) → listed value; a cell may hold several, parted by `;`. */
function otherNames(
  context: CheckContext,
  source: { readonly table: string; readonly header: string },
  header: string,
): Map<string, string> {
  const table = context.table(source.table)!;
  const names = table.texts(source.header);
  const others = table.texts(header);
  const byName = new Map<string, string>();
  for (const row of table.rows) {
    const name = names.labelAt(row);
    for (const other of others.labelAt(row).split(";").map(textKey)) {
      if (name !== "" && other !== "") byName.set(other, name);
    }
  }
  return byName;
}

/** Ethnic groups are known under every spelling and other name: reports group them, staff need not. */
function ethnicList(values: readonly string[], others: ReadonlyMap<string, string>): ValueList {
  const keys = new Set(values.map(textKey));
  const nearestTo = nearestFinder(values);
  const groups = new Set(values.map((value) => findEthnicGroup(value)?.name ?? value));
  return {
    isEmpty: values.length === 0,
    has: (key) => {
      if (keys.has(key) || others.has(key)) return true;
      const group = findEthnicGroup(key);
      return group !== null && group.exact && groups.has(group.name);
    },
    suggest: (label) => {
      const group = findEthnicGroup(label)?.name;
      const listed = group && values.find((value) => (findEthnicGroup(value)?.name ?? value) === group);
      return listed ?? nearestTo(label);
    },
  };
}

/** `Chưa chi tiết` and the short names of a project's contents. */
export function contentList(shortNames: readonly string[], titles: ReadonlyMap<string, string>): ValueList {
  return valueList([UNDETAILED_CONTENT, ...shortNames], titles);
}
