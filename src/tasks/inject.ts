/** A plan put into a workbook: read, think, apply. */
import {
  summarise,
  type ApplyOptions,
  type Book,
  type EditSummary,
  type JournalEntry,
  type Refusal,
} from "../book";
import type { MoneyUnit } from "../domain";
import {
  injection,
  placesIn,
  planRows,
  readTables,
  type Injection,
  type InjectionDifference,
} from "../layout";
import type { Plan } from "../plan";
import type { Programme } from "../programme";

export interface InjectOptions {
  /** Default: the workbook's own, else triệu đồng and đồng. */
  readonly unit?: MoneyUnit;
  readonly detailUnit?: MoneyUnit;
  /** Text kept as the time the workbook was made. */
  readonly madeAt: string;
}

export interface PreparedInjection {
  readonly injection: Injection;
  /** What will be created and written; null where it is not possible. */
  readonly summary: EditSummary | null;
}

/** What an injection would do; nothing is changed. */
export async function prepareInjection(
  book: Book,
  plan: Plan,
  programme: Programme,
  options: InjectOptions,
): Promise<PreparedInjection> {
  const snapshot = await book.read({ formulas: true });
  const present = readTables(snapshot);
  const hasParameters = present.table("tblThamSo") !== undefined;
  // Amounts that stand in the workbook are in its units: those win over what is asked for.
  const unit = hasParameters ? present.parameters.unit : (options.unit ?? "triệu đồng");
  const detailUnit = hasParameters ? present.parameters.detailUnit : (options.detailUnit ?? "đồng");
  const rows = planRows(plan, programme, {
    unit,
    detailUnit,
    madeAt: options.madeAt,
    date1904: snapshot.date1904,
  });
  const result = injection(snapshot, rows, {
    unit,
    detailUnit,
    payments: () => ({ paid: 0, advanceLeft: 0 }),
    find: placesIn(snapshot),
    commune: plan.commune ?? "",
    planYear: plan.year,
  });
  return { injection: result, summary: result.possible ? summarise(result.edit) : null };
}

export type InjectResult =
  | {
      readonly kind: "done";
      readonly entry: JournalEntry;
      readonly differences: readonly InjectionDifference[];
    }
  /** The workbook holds everything already. */
  | { readonly kind: "nothingToDo"; readonly differences: readonly InjectionDifference[] }
  | { readonly kind: "foreignSheets"; readonly sheets: readonly string[] }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Applies what was prepared. */
export async function inject(
  book: Book,
  prepared: PreparedInjection,
  options: ApplyOptions,
): Promise<InjectResult> {
  const { injection: result } = prepared;
  if (!result.possible) return { kind: "foreignSheets", sheets: result.foreignSheets };
  if (result.edit.operations.length === 0) return { kind: "nothingToDo", differences: result.differences };
  const outcome = await book.apply(result.edit, options);
  if (!outcome.done) return { kind: "refused", refusal: outcome.refusal };
  return { kind: "done", entry: outcome.entry, differences: result.differences };
}
