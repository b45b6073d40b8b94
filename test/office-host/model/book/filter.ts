/** Filters of tables and sheets: which rows a set of criteria leaves visible. */
import type { Area } from "./area";

export interface FilterState {
  /** With the header row. */
  area: Area;
  /** By column of the area, 0-based. */
  readonly criteria: Map<number, Excel.FilterCriteria>;
}

/** Whether a cell's value and text pass a criterion. Kinds the host does not know pass nothing back: undefined. */
export function passes(criteria: Excel.FilterCriteria, value: unknown, text: string): boolean | undefined {
  switch (criteria.filterOn) {
    case "Values":
      return (criteria.values ?? []).some(
        (wanted) => typeof wanted === "string" && wanted.toLowerCase() === text.toLowerCase(),
      );
    case "Custom": {
      const first = compare(criteria.criterion1 ?? "", value, text);
      if (criteria.criterion2 === undefined || criteria.criterion2 === null) return first;
      const second = compare(criteria.criterion2, value, text);
      return criteria.operator === "Or" ? first || second : first && second;
    }
    default:
      return undefined;
  }
}

/** `=text` (with `*` and `?`), `<>…`, `>=10`. */
function compare(criterion: string, value: unknown, text: string): boolean {
  const match = /^(>=|<=|<>|>|<|=)?([\s\S]*)$/.exec(criterion);
  const operator = match?.[1] ?? "=";
  const wanted = match?.[2] ?? "";
  const number = Number(wanted);
  const numeric = wanted.trim() !== "" && !Number.isNaN(number) && typeof value === "number";
  if (operator === "=" || operator === "<>") {
    const same = numeric ? value === number : wildcard(wanted).test(text);
    return operator === "=" ? same : !same;
  }
  if (!numeric) return false;
  const difference = (value as number) - number;
  if (operator === ">") return difference > 0;
  if (operator === "<") return difference < 0;
  return operator === ">=" ? difference >= 0 : difference <= 0;
}

/** A pattern of Excel (`*`, `?`, `~` before either) as a regular expression for the whole text. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~?[\s\S]/g, (piece) => {
    if (piece === "*") return "[\\s\\S]*";
    if (piece === "?") return "[\\s\\S]";
    return (piece.length > 1 ? piece.slice(1) : piece).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${source}$`, "iu");
}
