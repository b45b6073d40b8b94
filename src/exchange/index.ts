/**
 * What goes between the commune's workbook and others. Always true: nothing of theirs or ours is lost or counted twice, and
 * what is not certain is shown to a person.
 */
export { pastedCells } from "./pasted";
export {
  guessMapping,
  headTexts,
  readStatement,
  STATEMENT_FIELDS,
  type Statement,
  type StatementField,
  type StatementLine,
  type StatementMapping,
} from "./statement";
export { reconcile, type LedgerEntry, type Pair, type Reason, type Reconciliation } from "./reconcile";
export { ledgerOf, monthsAround, type Ledger } from "./ledger";
export { reconciliationEdit, type ReconciliationSheet } from "./reconcileSheet";
export { comparisonSheetEdit } from "./comparisonSheet";
export { bookChanges, type CellChange, type RowChange } from "./bookChanges";
export { bookChangesEdit, type ComparedBooks } from "./bookChangesSheet";
