/** What a verb is given, and how it speaks: results on standard output, words and progress on standard error. */

export interface Command {
  /** Positional arguments after the verb. */
  readonly files: readonly string[];
  readonly output: string | undefined;
  readonly into: string | undefined;
  readonly mark: string | undefined;
  readonly form: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly unit: string | undefined;
  readonly detailUnit: string | undefined;
  readonly data: string | undefined;
  readonly each: string | undefined;
  readonly name: string | undefined;
  /** `Tên=giá trị`, one for each. */
  readonly set: readonly string[];
  readonly oneSheet: boolean;
  readonly json: boolean;
  readonly freeze: boolean;
  readonly force: boolean;
}

export interface Voice {
  /** One JSON document; nothing else ever goes to standard output in a `--json` run. */
  readonly json: (document: unknown) => void;
  readonly say: (line: string) => void;
}

/** 0 done; 1 done, with findings of severity error. */
export type ExitStatus = 0 | 1;
