/** A small program after Microsoft's documentation, and what it must see. */
import type { HostOptions, OfficeHost } from "..";

export interface Program {
  /** What the documentation says. */
  readonly says: string;
  readonly host?: HostOptions;
  run(excel: OfficeHost): Promise<void>;
}

/** The error code a batch ends with; fails when it ends well. */
export async function codeOf(batch: Promise<unknown>): Promise<string> {
  try {
    await batch;
  } catch (error) {
    return (error as { code: string }).code;
  }
  throw new Error("The batch was expected to fail.");
}

/** Runs one batch on a sheet. */
export function onSheet<T>(
  excel: OfficeHost,
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T,
  name = "Sheet1",
): Promise<T> {
  return excel.run(async (context) => {
    const result = await act(context.workbook.worksheets.getItem(name), context);
    await context.sync();
    return result;
  });
}
