/** The errors of Excel, with the codes and messages of Microsoft's "Error handling with the application-specific APIs". */
import { ApiError } from "../protocol";

const messages = {
  AccessDenied: ["You cannot perform the requested operation.", 403],
  FilteredRangeConflict: ["The attempted operation causes a conflict with a filtered range.", 409],
  GeneralException: ["There was an internal error while processing the request.", 500],
  InsertDeleteConflict: ["The insert or delete operation attempted resulted in a conflict.", 409],
  InvalidArgument: ["The argument is invalid or missing or has an incorrect format.", 400],
  InvalidOperation: ["The operation attempted is invalid on the object.", 400],
  InvalidReference: ["This reference is not valid for the current operation.", 400],
  ItemAlreadyExists: ["A resource with the same name or identifier already exists.", 409],
  ItemNotFound: ["The requested resource doesn't exist.", 404],
  MergedRangeConflict: [
    "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
    409,
  ],
  NonBlankCellOffSheet: [
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
    400,
  ],
  UnsupportedOperation: ["The operation being attempted is not supported.", 400],
} as const;

export function refuse(code: keyof typeof messages, message?: string): never {
  const [words, status] = messages[code];
  throw new ApiError(code, message ?? words, status);
}

/** For a part of a member that is there: its name and what is asked of it. */
export function notImplemented(member: string): never {
  throw new ApiError("NotImplemented", `not implemented: Excel.${member}`, 501);
}

/** The object a key stands for, or Excel's refusal. */
export function found<T>(item: T | null | undefined): T {
  return item ?? refuse("ItemNotFound");
}
