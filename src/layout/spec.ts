/** The words in which the workbook's structure is written down: sheets, tables, columns and their lists. */

/** `money` is in the workbook's `Đơn vị tính`, `detailMoney` in its `Đơn vị tính chi tiết`. */
export type ColumnKind =
  | "text"
  | "code"
  | "money"
  | "detailMoney"
  | "count"
  | "quantity"
  | "fraction"
  | "date"
  | "birthDate"
  | "flag"
  | "list"
  | "any";

/** Where a column's allowed values come from. */
export type ListSource =
  /** Fixed by the contract. */
  | { readonly kind: "options"; readonly options: readonly string[] }
  /** A column of another table, kept by staff. */
  | { readonly kind: "column"; readonly table: string; readonly header: string }
  /** The short names of the contents of the row's project (its `Mã dự án`), and `Chưa chi tiết`. */
  | { readonly kind: "contents" };

export interface ColumnSpec {
  /** The contract's header text, exactly. */
  readonly header: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
  /** `computed`: by a native formula; `ours`: filled by us, never typed. */
  readonly role: "typed" | "computed" | "ours";
  readonly list?: ListSource;
  /** May hold several list values parted by `; `. */
  readonly several?: boolean;
  readonly formula?: string;
  /** Characters. */
  readonly width: number;
  readonly wrap?: boolean;
}

export type Refill =
  /** A row is there when these headers hold the same values (compared without case and diacritics). */
  | { readonly by: readonly string[] }
  /** Rows are given only to an empty table: staff change and delete them. */
  | { readonly by: "emptyTable" };

export interface TableSpec {
  readonly name: string;
  readonly sheet: string;
  /** Stands above the table where several share a sheet. */
  readonly caption?: string;
  readonly columns: readonly ColumnSpec[];
  /** How the injection finds its rows again, so that it adds only what is missing. */
  readonly refill: Refill;
}

export interface SheetSpec {
  readonly name: string;
  /** Above the table, in capitals. */
  readonly title: string;
  /** One or two sentences for the person who types here; shown in yellow. */
  readonly guidance: string;
  /** Which unit line stands above the table. */
  readonly unit: "unit" | "detailUnit" | null;
  readonly tables: readonly TableSpec[];
  readonly tabColour: string;
  readonly visibility: "visible" | "veryHidden";
  /** Columns that stay in view. */
  readonly frozenColumns: number;
}

/** The content of a budget line that the plan does not divide. */
export const UNDETAILED_CONTENT = "Chưa chi tiết";
export const UNDECIDED_CAPITAL = "Chưa xác định";
export const MARK_HEADER = "Kiểm tra";
export const ROW_ID_HEADER = "Mã dòng";

type Extra = Partial<Omit<ColumnSpec, "header" | "kind">>;

export function column(header: string, kind: ColumnKind, width: number, extra: Extra = {}): ColumnSpec {
  return { header, kind, width, required: false, role: "typed", ...extra };
}

export function required(header: string, kind: ColumnKind, width: number, extra: Extra = {}): ColumnSpec {
  return column(header, kind, width, { required: true, ...extra });
}

export function computed(header: string, kind: ColumnKind, width: number, formula: string): ColumnSpec {
  return column(header, kind, width, { role: "computed", formula });
}

/** The two columns that end every table in which people work. */
export const ourColumns: readonly ColumnSpec[] = [
  column(MARK_HEADER, "text", 36, { role: "ours", wrap: true }),
  column(ROW_ID_HEADER, "code", 12, { role: "ours" }),
];

export function options(...values: string[]): ListSource {
  return { kind: "options", options: values };
}

/** For what is marked with an x or left empty. */
export const yes = options("x");

export function fromColumn(table: string, header: string): ListSource {
  return { kind: "column", table, header };
}
