/** “Đối chiếu Kho bạc”: a statement read against the workbook's vouchers, and the sheet that shows the outcome. */
import type { CellValue, Edit } from "../book";
import { parseIsoDate, type CalendarDate } from "../domain";
import {
  ledgerOf,
  monthsAround,
  readStatement,
  reconcile,
  reconciliationEdit,
  type Reconciliation,
  type StatementMapping,
} from "../exchange";
import type { WorkbookTables } from "../layout";
import type { Period } from "../reports";

export interface ReconcileChoice {
  readonly cells: readonly (readonly CellValue[])[];
  readonly mapping: StatementMapping;
  /** The statement's dates count from 1904. */
  readonly date1904: boolean;
  /** Default: the whole months of the statement; without dates in it, the plan year so far. */
  readonly period?: Period;
  /** “Kho bạc Nhà nước”. */
  readonly party: string;
  readonly today: CalendarDate;
}

export interface PreparedReconciliation {
  readonly edit: Edit;
  readonly reconciliation: Reconciliation;
  readonly period: Period;
  /** In đồng. */
  readonly sums: { readonly ours: number; readonly theirs: number; readonly difference: number };
  readonly unread: { readonly ours: number; readonly theirs: number };
}

export function prepareReconciliation(
  tables: WorkbookTables,
  choice: ReconcileChoice,
): PreparedReconciliation {
  const statement = readStatement(choice.cells, choice.mapping, choice.date1904);
  const dates = statement.lines.map((line) => (line.date === null ? null : parseIsoDate(line.date)));
  const { today } = choice;
  const period = choice.period ??
    monthsAround(dates) ?? { from: { year: today.year, month: 1, day: 1 }, to: today };
  const ledger = ledgerOf(tables, period);
  const reconciliation = reconcile(ledger.entries, statement.lines);
  const unread = { ours: ledger.unread, theirs: statement.unread.length };
  const { party } = choice;
  const unit = tables.parameters.detailUnit;
  const edit = reconciliationEdit(tables, { reconciliation, period, party, unit, today, unread });
  const { matched, proposed, different, onlyOurs, onlyTheirs } = reconciliation;
  const pairs = [...matched, ...proposed, ...different];
  const sum = (entries: readonly { readonly amount: number }[]) =>
    entries.reduce((total, one) => total + one.amount, 0);
  const ours = sum([...onlyOurs, ...pairs.flatMap((pair) => pair.ours)]);
  const theirs = sum([...onlyTheirs, ...pairs.flatMap((pair) => pair.theirs)]);
  return { edit, reconciliation, period, sums: { ours, theirs, difference: ours - theirs }, unread };
}
