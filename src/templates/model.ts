/** A template read and understood: a tree of bands with the cells that are filled. */
import type { Filter } from "./filters";
import type { Relation } from "./relations";
import type { Field, RecordType } from "./schema";

/**
 * Where a value comes from. `depth` counts the scopes around the cell: 0 is the record that the whole sheet is for
 * (`--each`), 1 the outermost band.
 */
export type Source =
  | { readonly of: "parameter"; readonly field: Field }
  | { readonly of: "asked"; readonly name: string }
  | { readonly of: "record"; readonly record: RecordType; readonly field: Field; readonly depth: number }
  | { readonly of: "order"; readonly depth: number }
  /** Over the records of the last band of `path`, each of which lies in the one before, the first in the cell's scope. */
  | { readonly of: "total"; readonly field: Field; readonly path: readonly TemplateBand[] };

export interface Placeholder {
  readonly source: Source;
  /** In the order of application. */
  readonly filters: readonly Filter[];
}

export interface TemplateCell {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly address: string;
  /** Text and placeholders in turn; marks of bands are gone. */
  readonly pieces: readonly (string | Placeholder)[];
  /** The cell's own number format; null where it was not read. */
  readonly numberFormat: string | null;
}

export interface BandCondition {
  readonly field: Field;
  readonly equal: boolean;
  /** A text, or what gives one when the template is filled. */
  readonly value: string | Extract<Source, { of: "parameter" | "asked" }>;
}

export interface SortKey {
  readonly field: Field;
  readonly descending: boolean;
}

/** Rows that are repeated for each record. */
export interface TemplateBand {
  readonly record: RecordType;
  readonly depth: number;
  /** 0-based sheet rows, both included. */
  readonly first: number;
  readonly last: number;
  /** Where it is opened. */
  readonly address: string;
  readonly conditions: readonly BandCondition[];
  readonly sort: readonly SortKey[];
  /** Without a record, the band's rows stay once, empty; else they go. */
  readonly keepEmpty: boolean;
  /** How its records belong to those of the scopes around it; `self` for the very same record. */
  readonly relations: readonly { readonly depth: number; readonly relation: Relation | "self" }[];
  readonly bands: readonly TemplateBand[];
  readonly cells: readonly TemplateCell[];
}

export interface AskedValue {
  readonly name: string;
  /** Where it is first used. */
  readonly cell: string;
  readonly wants: "text" | "number" | "date";
}

export interface Template {
  readonly sheet: string;
  /** Rows from the first to the last used one. */
  readonly rowCount: number;
  /** The record that the whole sheet is for, or null. */
  readonly each: RecordType | null;
  /** Whether the sheet says anything of that record: else one sheet is enough for all. */
  readonly usesEach: boolean;
  readonly bands: readonly TemplateBand[];
  readonly cells: readonly TemplateCell[];
  /** What a person is asked for, in the order of the sheet. */
  readonly asked: readonly AskedValue[];
}
