/** The port: the four verbs by which the house touches a workbook. Excel and .xlsx files are two hosts of it. */
import type { Area } from "./address";
import type { Edit } from "./edit";
import type { JournalEntry } from "./journal";
import type { CellValue } from "./cells";
import type { ReadRequest, Snapshot } from "./snapshot";

/** Why a book did not apply an edit. Nothing was changed. Data only: the wording makes the sentence. */
export type Refusal =
  | { readonly kind: "sheetExists"; readonly sheet: string }
  | { readonly kind: "sheetMissing"; readonly sheet: string }
  | { readonly kind: "invalidSheetName"; readonly sheet: string }
  | { readonly kind: "tableExists"; readonly table: string }
  | { readonly kind: "tableMissing"; readonly table: string }
  | { readonly kind: "tableHasTotals"; readonly table: string }
  /** Something stands where the edit needs empty cells. */
  | { readonly kind: "occupied"; readonly sheet: string; readonly cell: string }
  | { readonly kind: "protectedSheet"; readonly sheet: string }
  | { readonly kind: "protectedStructure" }
  /** The sheet has a filter on, or merged cells, where the edit writes. */
  | { readonly kind: "filteredSheet"; readonly sheet: string }
  | { readonly kind: "mergedCells"; readonly sheet: string; readonly cell: string }
  /** A formula that several cells share (an array or shared formula) would be torn. */
  | { readonly kind: "sharedFormula"; readonly sheet: string; readonly cell: string }
  /** Rows cannot be repeated because of what stands on them, or because they would not fit on the sheet. */
  | {
      readonly kind: "rowsNotRepeatable";
      readonly sheet: string;
      readonly cell: string;
      readonly thing: "table" | "pivotTable" | "sheetEnd";
    }
  /** Cells that differ from what the edit expects: somebody changed them meanwhile. */
  | { readonly kind: "changedSince"; readonly cells: readonly ChangedCell[] }
  /** The person is typing in a cell. */
  | { readonly kind: "cellEditing" }
  /** The file is of a kind that cannot be changed without losing something; `what` is a key of the wording. */
  | { readonly kind: "unsupportedFile"; readonly what: string; readonly detail: string }
  /** The host failed half-way and everything was put back. */
  | { readonly kind: "hostFailed"; readonly detail: string; readonly restored: boolean };

export interface ChangedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly expected: CellValue;
  readonly found: CellValue;
}

export type Outcome =
  { readonly done: true; readonly entry: JournalEntry } | { readonly done: false; readonly refusal: Refusal };

export interface BookChange {
  readonly sheet: string;
  /** null: unknown or the whole sheet. */
  readonly area: Area | null;
  /** Our own writes are told apart from a person's. */
  readonly ours: boolean;
}

/** The most that one place needs: a sheet, and cells on it. */
export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

export interface ApplyOptions {
  /** ISO time written into the journal. */
  readonly at: string;
  /** What takes this edit back, where it is known: an undo's inverse is the edit it undid. */
  readonly inverse?: Edit;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Book {
  /** One consistent reading of the workbook. */
  read(request?: ReadRequest): Promise<Snapshot>;
  /** Whole or not at all. The entry holds the edit that undoes it. */
  apply(edit: Edit, options: ApplyOptions): Promise<Outcome>;
  /** Calls back after each change; returns the call that ends it. */
  watch(listener: (change: BookChange) => void): () => void;
  /** Brings a place before the person's eyes. */
  reveal(place: Place): Promise<void>;
}

/** The cells that the person has selected, where the program shows cells. */
export interface Selecting {
  /** null while no cells are selected (a chart, say), or no workbook is shown. */
  selection(): Promise<Place | null>;
  /** Calls back after the selection has moved; returns the call that ends it. */
  watchSelection(listener: () => void): () => void;
}
