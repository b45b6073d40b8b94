/** What went wrong in Excel, told apart from faults of our own code. */

export interface HostFailure {
  /** Excel's code, e.g. `AccessDenied`. */
  readonly code: string;
  readonly message: string;
}

/** Excel gave `null` in the place of cells: the range was too large for one answer. */
export class NoValues extends Error {
  readonly code = "NoValues";
}

/** The failure that an error of the client stands for; null for any other error, which is a bug and goes on its way. */
export function hostFailure(error: unknown): HostFailure | null {
  if (error instanceof NoValues) return { code: error.code, message: error.message };
  if (!(error instanceof OfficeExtension.Error)) return null;
  return { code: error.code, message: error.message };
}

/** The answer was larger than this host may send at once (5 MB in a browser). */
export function isTooLarge(error: unknown): boolean {
  const code = hostFailure(error)?.code;
  return code === "ResponsePayloadSizeLimitExceeded" || code === "NoValues";
}

/** The person is typing in a cell. */
export function isCellEditing(failure: HostFailure): boolean {
  return failure.code === "InvalidOperationInCellEditMode";
}
