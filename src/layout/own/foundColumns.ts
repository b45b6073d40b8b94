/** The columns under a header as they are found: their words, what their cells look like, how surely they are a field. */
import type { CellValue, SheetSnapshot } from "../../book";
import { MONEY_UNITS, parseMoneyUnit, type MoneyUnit } from "../../domain";
import { namesField, namesOther } from "./fields";
import type { HeaderBlock } from "./headers";
import { fits, looksOf, SAMPLE, type ColumnLooks } from "./looks";
import type { OwnColumn, Said } from "./model";
import type { FieldWords } from "./sharedWords";
import { headerText } from "./words";

/** A column as it is found, before it is anything. */
export interface FoundColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly header: string;
  /** `headerText` of the lowest header, of all above it, and of all. */
  readonly leaf: string;
  readonly above: string;
  readonly whole: string;
  readonly looks: ColumnLooks;
  readonly unit: MoneyUnit | null;
  readonly other: number;
}

/** Below this a header names nothing. */
export const LEAST = 0.55;
/** From here on a header surely means it. */
export const SURE = 0.85;
/** This surely a header names something that is none of our fields. */
const NAMED_OTHER = 0.7;
/** Say nothing by themselves: what stands above them counts. */
const GENERIC =
  /^(?:|tong so|tong|cong|tong cong|so tien|kinh phi|so luong|gia tri|ke hoach|thanh tien|\d+)$/;

export function describeColumns(
  sheet: SheetSnapshot,
  block: HeaderBlock,
  first: number,
  last: number,
  lastRow: number,
): FoundColumn[] {
  const found: FoundColumn[] = [];
  for (let column = first; column <= last; column += 1) {
    const path = block.paths.get(column);
    if (!path) continue;
    const header = path.join(" / ");
    const leaf = headerText(path.at(-1)!);
    const whole = headerText(header);
    found.push({
      column,
      path,
      header,
      leaf,
      above: headerText(path.slice(0, -1).join(" ")),
      whole,
      looks: looksOf(sampleOf(sheet, column, block.firstRow, lastRow)),
      unit:
        [...path]
          .reverse()
          .map(unitIn)
          .find((unit) => unit !== null) ?? null,
      other: Math.max(namesOther(leaf), namesOther(whole) * 0.97),
    });
  }
  return found;
}

function* sampleOf(
  sheet: SheetSnapshot,
  column: number,
  firstRow: number,
  lastRow: number,
): Generator<CellValue> {
  const end = Math.min(lastRow, firstRow + SAMPLE - 1, sheet.values.length - 1);
  for (let row = firstRow; row <= end; row += 1) yield sheet.values[row]![column] ?? null;
}

/** The unit that a text names, if a sheet can be kept in it. */
export function unitIn(text: string): MoneyUnit | null {
  const unit = parseMoneyUnit(text);
  return unit !== null && (MONEY_UNITS as readonly string[]).includes(unit) ? (unit as MoneyUnit) : null;
}

/** How sure it is that a column is a field, 0 to 1. */
export function certainty(column: FoundColumn, words: FieldWords): number {
  const leaf = namesField(column.leaf, words);
  const whole = column.above === "" ? 0 : namesField(column.whole, words) * 0.98;
  const above = column.above !== "" && GENERIC.test(column.leaf) ? namesField(column.above, words) * 0.9 : 0;
  let named = Math.max(leaf, whole, above);
  if (
    (column.other >= NAMED_OTHER && column.other > named) ||
    (column.other >= SURE && column.other >= named)
  )
    named = 0;
  const evidence = fits(words.look, column.looks);
  const shown = words.look === "identity" && column.looks.identity >= 0.7 ? 0.6 : 0;
  return Math.min(1, Math.max(named * evidence, shown));
}

/** The column read as a field. */
export function asColumn(
  column: FoundColumn,
  field: string | null,
  score: number,
  says: Said = {},
  block: number | null = null,
): OwnColumn {
  return {
    column: column.column,
    header: column.header,
    field,
    confidence: Math.round(score * 100) / 100,
    says,
    block,
    unit: column.unit,
  };
}
