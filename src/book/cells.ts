/** What stands in a cell: its value as spreadsheet programs see it, and what may be written into it. */

/** A cell that shows an error, e.g. `#DIV/0!`. */
export interface CellError {
  readonly error: string;
}

/** A date is the serial number that the workbook's date system gives it (see `Snapshot.date1904`). */
export type CellValue = string | number | boolean | null | CellError;

/**
 * A formula in the file's own notation (English names, commas, `tbl[[#This Row],[Cột]]`, no leading `=`)
 * together with the value that our code has computed for it.
 */
export interface CellFormula {
  readonly formula: string;
  readonly value: CellValue;
}

export type CellInput = CellValue | CellFormula;

export function isCellError(value: CellInput | undefined): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

export function isCellFormula(value: CellInput | undefined): value is CellFormula {
  return typeof value === "object" && value !== null && "formula" in value;
}

/** The value of what was or will be written. */
export function inputValue(input: CellInput): CellValue {
  return isCellFormula(input) ? input.value : input;
}
