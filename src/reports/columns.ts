/** Columns of a form that differ only in what they count. */
import type { FormColumn } from "./appendix";
import type { ColumnKind } from "./style";

/** Makes a form's columns of one kind and width; those beside each other with the same group share a head cell. */
export function columnsOf<Line>(kind: ColumnKind, width: number) {
  return (key: string, title: string, cell: FormColumn<Line>["cell"], group?: string): FormColumn<Line> => ({
    key,
    title,
    width,
    kind,
    ...(group === undefined ? {} : { group }),
    cell,
  });
}
