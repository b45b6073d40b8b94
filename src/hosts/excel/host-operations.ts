/** The operations that this host carries out: those of an edit, and three more by which a broken-off edit is put back. */
import type { Area, Operation, Snapshot, Uncovered } from "../../book";
import type { Inventory } from "./inventory";
import type { LastRowRules } from "./last-row-rules";

export type HostOperation =
  | Operation
  /** Empties cells: content, format, validation, conditional formats. */
  | {
      readonly kind: "clearArea";
      readonly sheet: string;
      readonly area: Area;
      readonly uncovers?: Partial<Uncovered>;
    }
  | { readonly kind: "resizeTable"; readonly table: string; readonly area: Area }
  | {
      readonly kind: "setVisibility";
      readonly sheet: string;
      readonly visibility: "visible" | "hidden" | "veryHidden";
    };

/** What is known of the workbook when an edit is turned into steps. */
export interface Standing {
  readonly inventory: Inventory;
  /** Number formats of existing cells, and the designs of sheets that are rewritten. */
  readonly before: Snapshot;
  /** See `Reading`. */
  readonly customFormats: ReadonlyMap<string, readonly number[]>;
  readonly rules: LastRowRules;
  /** Bytes that one trip may send. */
  readonly limit: number;
}
