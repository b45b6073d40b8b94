/** What the page and the worker say to one another. */
import type { Finding } from "../../../../../domain";
import type { TableChange } from "../../../../../rules";
import type { CheckReport } from "../../../../../tasks";
import type { Locale } from "../../../../../wording";
import type { PackedBook, PackedColumn } from "./packing";

export type Ask =
  | { readonly kind: "book"; readonly run: number; readonly book: PackedBook; readonly locale: Locale }
  | { readonly kind: "column"; readonly run: number; readonly column: PackedColumn }
  | { readonly kind: "check"; readonly run: number }
  | { readonly kind: "follow"; readonly run: number; readonly changes: readonly TableChange[] };

/** Findings travel once: later reports name them by number. */
export type Answer =
  | { readonly kind: "progress"; readonly run: number; readonly done: number; readonly total: number }
  | {
      readonly kind: "findings";
      readonly run: number;
      readonly fresh: readonly (readonly [number, Finding])[];
    }
  | {
      readonly kind: "report";
      readonly run: number;
      readonly order: Int32Array;
      readonly own: Omit<CheckReport["own"], "findings">;
      readonly ownOrder: Int32Array;
      readonly summary: CheckReport["summary"];
    }
  | { readonly kind: "failed"; readonly run: number; readonly message: string };
