/** What can be wrong in a template, as data: each with the place where it stands. The wording makes the sentence. */

/** Code → its params. `near` is the known name that was probably meant, or null. */
export interface MistakeParams {
  /** `{{` without `}}`. */
  readonly unclosedBraces: { readonly text: string };
  readonly emptyPlaceholder: Record<never, never>;
  /** What stands in braces is neither a field nor a band nor STT. */
  readonly notAField: { readonly text: string; readonly near: string | null };
  readonly unknownRecord: { readonly record: string; readonly near: string | null };
  readonly unknownField: { readonly record: string; readonly field: string; readonly near: string | null };
  /** A record's field where no band (and no `--each`) says which record. */
  readonly outsideBand: { readonly record: string; readonly field: string };
  readonly orderOutsideBand: Record<never, never>;
  readonly totalWithoutBand: { readonly field: string };
  readonly totalOfNoNumber: { readonly field: string };
  readonly unknownFilter: { readonly filter: string; readonly near: string | null };
  /** A filter that makes no sense for this field. */
  readonly filterNotForField: { readonly filter: string; readonly field: string };
  readonly filtersTogether: { readonly first: string; readonly second: string };
  readonly bandOfNoRecord: { readonly record: string };
  readonly unclosedBand: { readonly record: string };
  readonly unopenedBand: { readonly record: string };
  /** `open` is still open where `close` is closed. */
  readonly crossedBands: { readonly open: string; readonly close: string };
  /** Two bands share a row and neither holds the other. */
  readonly overlappingBands: { readonly first: string; readonly second: string; readonly row: number };
  readonly sameBandInside: { readonly record: string };
  readonly unrelatedBand: { readonly record: string; readonly outer: string };
  readonly badCondition: { readonly text: string };
  readonly unknownOption: { readonly option: string; readonly near: string | null };
  readonly badEmptyOption: { readonly value: string };
  /** A merged area that stands partly in a band. */
  readonly mergeAcrossBand: { readonly record: string; readonly area: string };
  /** Places where a placeholder cannot be filled. */
  readonly inFormula: { readonly text: string };
  readonly inNote: { readonly text: string };
  readonly inHeaderFooter: { readonly text: string };
  readonly inSheetName: { readonly text: string };
  /** `{{Nhập.…}}` for which no value is given, or one that its filter or cell cannot use. */
  readonly missingValue: { readonly name: string };
  readonly badValue: { readonly name: string; readonly value: string; readonly wanted: "number" | "date" };
  /** Of the choice, not of a cell. */
  readonly noPlaceholder: Record<never, never>;
  readonly unknownEach: { readonly record: string; readonly near: string | null };
  readonly noRecords: { readonly record: string };
  readonly unknownNameField: {
    readonly record: string;
    readonly field: string;
    readonly near: string | null;
  };
  readonly tooManyRows: { readonly rows: number };
}

export type MistakeCode = keyof MistakeParams;

export type TemplateMistake = {
  readonly [Code in MistakeCode]: {
    readonly code: Code;
    /** Sheet of the template; null where the choice is wrong, not the template. */
    readonly sheet: string | null;
    /** A1 address; null for what stands in no cell. */
    readonly cell: string | null;
    readonly params: MistakeParams[Code];
  };
}[MistakeCode];

/** Collects mistakes of one sheet. */
export class MistakeList {
  readonly found: TemplateMistake[] = [];

  constructor(private readonly sheet: string | null) {}

  add<Code extends MistakeCode>(code: Code, cell: string | null, params: MistakeParams[Code]): void {
    this.found.push({ code, sheet: this.sheet, cell, params } as TemplateMistake);
  }
}
