/** A fault (or a remark) found in a plan document or a workbook. One shape for every rule (contract, section 4). */

export type Severity = "error" | "warning" | "info";

/** The cell's new raw value (a date as ISO text) and what the repair is called. */
export interface Fix {
  readonly title: string;
  readonly value: string | number | boolean | null;
}

/** What a parameter of a finding may hold; amounts are integers of đồng. */
export type FindingParam = string | number | boolean | null | readonly string[];

export interface Finding {
  /** `group/name`, fixed by the contract. */
  readonly code: string;
  readonly severity: Severity;
  /** null in a plan document. */
  readonly sheet: string | null;
  readonly table: string | null;
  /** A1 address, e.g. `D12`. */
  readonly cell: string | null;
  /** The header's text. */
  readonly column: string | null;
  /** 1-based sheet row; in a plan document the line (or paragraph); null where the fault has no line. */
  readonly row: number | null;
  /** One sentence for a person. */
  readonly message: string;
  readonly params: Readonly<Record<string, FindingParam>>;
  readonly fix: Fix | null;
}

/** How sure we are of a legal statement; an unconfirmed one never has severity `error`. */
export type Confidence = "verified" | "secondary" | "unverified";
