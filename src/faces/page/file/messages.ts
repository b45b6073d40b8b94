/** What the page and the worker that holds its files say to each other. */
import type { BookChange, Edit, Outcome, ReadRequest } from "../../../book";
import type { NotShown } from "../../../wording";
import type { PackedSnapshot } from "./packing";

/** `file` is the number that the page has given to a file. */
export type Order =
  | { readonly kind: "create"; readonly file: number }
  | { readonly kind: "open"; readonly file: number; readonly bytes: Uint8Array }
  | { readonly kind: "read"; readonly file: number; readonly request: ReadRequest }
  | {
      readonly kind: "apply";
      readonly file: number;
      readonly edit: Edit;
      readonly at: string;
      readonly inverse: Edit | null;
    }
  | { readonly kind: "bytes"; readonly file: number }
  | { readonly kind: "close"; readonly file: number };

export interface Answers {
  readonly create: null;
  readonly open: { readonly hasMacros: boolean; readonly notShown: readonly NotShown[] };
  readonly read: PackedSnapshot;
  readonly apply: { readonly outcome: Outcome; readonly changes: readonly BookChange[] };
  readonly bytes: Uint8Array;
  readonly close: null;
}

export interface Asked {
  readonly id: number;
  readonly order: Order;
}

export type Answered =
  | { readonly id: number; readonly kind: "done"; readonly answer: Answers[Order["kind"]] }
  | { readonly id: number; readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: "unsupported"; readonly what: string; readonly detail: string }
  | { readonly id: number; readonly kind: "failed"; readonly detail: string };
