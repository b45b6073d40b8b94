/** Which sheets the operations of an edit are about. */
import type { Edit, Operation } from "./edit";

/** The sheets that an edit makes, in lower case. */
export function madeSheets(edit: Edit): ReadonlySet<string> {
  return new Set(
    edit.operations.flatMap((operation) => {
      if (operation.kind === "createSheet") return [operation.design.name.toLowerCase()];
      return operation.kind === "copySheet" ? [operation.name.toLowerCase()] : [];
    }),
  );
}

/** The sheet that an operation names; null where it names none. */
export function sheetOf(operation: Operation): string | null {
  switch (operation.kind) {
    case "createSheet":
    case "rewriteSheet":
      return operation.design.name;
    case "copySheet":
      return operation.name;
    case "deleteSheet":
    case "writeCells":
    case "addTable":
    case "repeatRows":
      return operation.sheet;
    default:
      return null;
  }
}
