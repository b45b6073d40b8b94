/** Checks over the cells whose reading as a number, a date or a text left a flaw. */
import type { CheckContext } from "./context";
import type { CheckedTable } from "./checkedTable";
import { isDateColumn, isNumberColumn, isTextColumn } from "./columnKinds";
import type { DateFlaw } from "./dateColumn";
import type { NumberFlaw } from "./numberColumn";
import type { FlawFix, FlawParams, RowCheck } from "./rule";
import type { TextFault } from "./textFlaws";

/** What a flaw of one kind says in a rule. */
export interface Told<P extends FlawParams> {
  readonly params: P;
  readonly fix?: FlawFix | null;
}

type Kind<F, K> = Extract<F, { readonly kind: K }>;

export function numberFlawChecks<K extends NumberFlaw["kind"], P extends FlawParams>(
  context: CheckContext,
  kind: K,
  tell: (flaw: Kind<NumberFlaw, K>) => Told<P>,
): RowCheck<P>[] {
  return eachColumn(context, isNumberColumn, (table, header) =>
    flawChecks(table, header, () => table.numbers(header).flaws, kind, tell),
  );
}

export function dateFlawChecks<K extends DateFlaw["kind"], P extends FlawParams>(
  context: CheckContext,
  kind: K,
  tell: (flaw: Kind<DateFlaw, K>) => Told<P>,
): RowCheck<P>[] {
  return eachColumn(context, isDateColumn, (table, header) =>
    flawChecks(table, header, () => table.dates(header).flaws, kind, tell),
  );
}

export function textFlawChecks<P extends FlawParams>(
  context: CheckContext,
  which: TextFault,
  tell: (text: string, table: CheckedTable, row: number, header: string) => Told<P>,
): RowCheck<P>[] {
  return eachColumn(context, isTextColumn, (table, header) => ({
    kind: "rows",
    table,
    headers: [header],
    candidates: () => table.textFlaws(header)[which],
    look: (row, report) => {
      if (!table.textFlaws(header)[which].has(row)) return;
      const text = String(table.written(row, header));
      report({ table: table.name, row, header, ...tell(text, table, row, header) });
    },
  }));
}

function eachColumn<P extends FlawParams>(
  context: CheckContext,
  takes: (column: CheckedTable["columns"][number]) => boolean,
  make: (table: CheckedTable, header: string) => RowCheck<P>,
): RowCheck<P>[] {
  return context.tables.flatMap((table) =>
    table.columns.filter(takes).map((column) => make(table, column.header)),
  );
}

function flawChecks<F extends { readonly kind: string }, K extends F["kind"], P extends FlawParams>(
  table: CheckedTable,
  header: string,
  flaws: () => ReadonlyMap<number, F>,
  kind: K,
  tell: (flaw: Kind<F, K>) => Told<P>,
): RowCheck<P> {
  return {
    kind: "rows",
    table,
    headers: [header],
    candidates: () => flaws().keys(),
    look: (row, report) => {
      const flaw = flaws().get(row);
      if (flaw?.kind === kind) report({ table: table.name, row, header, ...tell(flaw as Kind<F, K>) });
    },
  };
}
