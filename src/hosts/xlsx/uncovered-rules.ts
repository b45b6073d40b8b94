/** Which rules of a sheet are older than the columns or the table that go from it: they keep all their areas. */
import type { SheetRules } from "../../book";
import type { OpenSheet } from "./open-sheet";
import { readFormulas, readValidation } from "./reading-rules";
import type { XmlSpan } from "./xml";

/**
 * For `ruleEdits`. What no design can say (colour scales, times of day) is never ours, so it stays as well.
 * @param uncovers absent where columns or a table are taken off for good, with all rules of their cells
 */
export function staying(
  sheet: OpenSheet,
  uncovers: SheetRules | undefined,
): ((rule: XmlSpan) => boolean) | undefined {
  if (!uncovers) return undefined;
  const older = new Counted([
    ...uncovers.validations.map(keyOf),
    ...uncovers.conditionalFormats.map(({ areas, formula }) => keyOf({ areas, formula })),
  ]);
  return (rule) => {
    if (rule.local === "dataValidation") {
      const validation = readValidation(sheet, rule);
      return validation === null || older.take(keyOf(validation));
    }
    return readFormulas(sheet, rule)
      .map((one) => older.take(keyOf(one)))
      .every((known) => known);
  };
}

function keyOf(value: unknown): string {
  return JSON.stringify(value);
}

/** Each is taken as often as it is there: of two that are alike the older stands first. */
class Counted {
  readonly #counts = new Map<string, number>();

  constructor(keys: readonly string[]) {
    for (const key of keys) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  take(key: string): boolean {
    const count = this.#counts.get(key) ?? 0;
    if (count === 0) return false;
    this.#counts.set(key, count - 1);
    return true;
  }
}
