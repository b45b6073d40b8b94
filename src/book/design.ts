/** A sheet described whole: what a host needs to make it, and what it gives when asked to read one back. */
import type { Area } from "./address";
import type { CellInput } from "./cells";

export type Visibility = "visible" | "hidden" | "veryHidden";

/** Colours are `RRGGBB`. */
export type Colour = string;

export interface FontFormat {
  readonly name?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly colour?: Colour;
}

export type LineStyle = "thin" | "medium" | "hair" | "dotted" | "double";

export interface Line {
  readonly style: LineStyle;
  readonly colour?: Colour;
}

export interface CellFormat {
  readonly font?: FontFormat;
  readonly fill?: Colour;
  readonly border?: {
    readonly top?: Line;
    readonly right?: Line;
    readonly bottom?: Line;
    readonly left?: Line;
  };
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** In en-US notation, e.g. `#,##0.0`, `dd/mm/yyyy`, `@`. */
  readonly numberFormat?: string;
  /** false lets a cell be typed into on a protected sheet. */
  readonly locked?: boolean;
}

export interface DesignCell {
  readonly row: number;
  readonly column: number;
  readonly content?: CellInput;
  readonly format?: CellFormat;
  /** A place in this workbook, e.g. `'Hộ thụ hưởng'!D12`. */
  readonly link?: string;
  readonly note?: string;
}

export interface TableColumnDesign {
  readonly header: string;
  /** Set when every row has the same formula: new rows get it by themselves. */
  readonly formula?: string;
}

export interface TableDesign {
  readonly name: string;
  /** Header row and data rows; no totals row. */
  readonly area: Area;
  readonly columns: readonly TableColumnDesign[];
  /** A built-in style's name, e.g. `TableStyleLight1`; null for none. */
  readonly style: string | null;
  readonly bandedRows: boolean;
  readonly filter: boolean;
}

export interface Validation {
  readonly areas: readonly Area[];
  readonly rule:
    /** `source` is a range formula without `=`, e.g. `'Danh mục'!$A$5:$A$11`. */
    | { readonly kind: "list"; readonly source: string }
    /** A literal list: no commas in its items, at most 255 characters joined. */
    | { readonly kind: "options"; readonly options: readonly string[] }
    | {
        readonly kind: "decimal" | "whole" | "date" | "textLength";
        readonly operator: ValidationOperator;
        readonly first: string;
        readonly second?: string;
      }
    | { readonly kind: "custom"; readonly formula: string };
  readonly allowBlank: boolean;
  readonly alert?: {
    readonly style: "stop" | "warning" | "information";
    readonly title: string;
    readonly message: string;
  };
  readonly prompt?: { readonly title: string; readonly message: string };
}

export type ValidationOperator =
  | "between"
  | "notBetween"
  | "equal"
  | "notEqual"
  | "greaterThan"
  | "lessThan"
  | "greaterThanOrEqual"
  | "lessThanOrEqual";

/** Lights the cells of `areas` where `formula` (relative to the first area's first cell, no `=`) is true. Earlier rules win. */
export interface ConditionalFormat {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly format: Pick<CellFormat, "fill" | "font" | "border" | "numberFormat">;
  readonly stopIfTrue?: boolean;
}

export interface PageLayout {
  readonly orientation: "portrait" | "landscape";
  readonly paper: "a4" | "a3";
  /** Pages across; height is free. 0 leaves the scale alone. */
  readonly fitWidth: number;
  /** Centimetres. */
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
    readonly header?: number;
    readonly footer?: number;
  };
  readonly area?: Area;
  /** Rows repeated on each page: first and last, 0-based. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  readonly centreHorizontally?: boolean;
  /** Excel's header and footer codes, e.g. `&C&P`. */
  readonly header?: string;
  readonly footer?: string;
  /** The first page has no header or footer (Decree 30/2020: no number on page 1). */
  readonly plainFirstPage?: boolean;
  /** 0-based rows that begin a new page. */
  readonly breaksBefore?: readonly number[];
}

export interface ChartSeries {
  readonly name: string;
  /** Ranges with their sheet, e.g. `'BC01 Phân bổ vốn'!$D$8:$D$13`, or several areas in parentheses parted by commas. */
  readonly values: string;
  readonly categories: string;
  readonly colour?: Colour;
}

export interface ChartDesign {
  readonly name: string;
  readonly kind: "column" | "stackedColumn" | "bar" | "stackedBar" | "pie" | "line";
  readonly title: string;
  readonly series: readonly ChartSeries[];
  /** The cells it covers. */
  readonly area: Area;
  readonly valueAxisTitle?: string;
  readonly valueFormat?: string;
  readonly showValues?: boolean;
  /** Read to people who cannot see it. */
  readonly altText: string;
}

export interface ColumnDesign {
  /** Characters of the default font. */
  readonly width?: number;
  readonly hidden?: boolean;
}

export interface SheetDesign {
  readonly name: string;
  readonly visibility?: Visibility;
  readonly tabColour?: Colour;
  readonly gridlines?: boolean;
  /** Per cent. */
  readonly zoom?: number;
  /** From column A on. */
  readonly columns: readonly ColumnDesign[];
  /** Points, by 0-based row. */
  readonly rowHeights?: ReadonlyMap<number, number>;
  readonly cells: readonly DesignCell[];
  readonly merges?: readonly Area[];
  readonly tables?: readonly TableDesign[];
  readonly validations?: readonly Validation[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
  /** How many rows and columns stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly page?: PageLayout;
  readonly charts?: readonly ChartDesign[];
}
