/** The person's selection in Excel: asked for, and followed. */
import { parseArea, type Place, type Selecting } from "../../book";
import { hostFailure } from "./failures";
import type { RoundTrips } from "./round-trips";

export class ExcelSelection implements Selecting {
  private readonly listeners = new Set<() => void>();
  private registered: Promise<void> | null = null;

  constructor(private readonly trips: RoundTrips) {}

  /** Of several areas Excel answers no single range: that is none for us, as is a selected chart. */
  async selection(): Promise<Place | null> {
    try {
      const { sheet, range } = await this.trips.make((workbook) => {
        const range = workbook.getSelectedRange().load("address");
        return { range, sheet: range.worksheet.load("name") };
      });
      // The sheet's name may itself hold an exclamation mark.
      const area = parseArea(range.address.slice(range.address.lastIndexOf("!") + 1));
      return area ? { sheet: sheet.name, area } : null;
    } catch (error) {
      if (!hostFailure(error)) throw error;
      return null;
    }
  }

  watchSelection(listener: () => void): () => void {
    this.listeners.add(listener);
    this.registered ??= this.register();
    return () => this.listeners.delete(listener);
  }

  /** Stays registered for the life of the book; where Excel refuses, the selection is only known when asked for. */
  private async register(): Promise<void> {
    try {
      await this.trips.make((workbook) =>
        workbook.worksheets.onSelectionChanged.add(async () => {
          for (const listener of [...this.listeners]) listener();
        }),
      );
    } catch (error) {
      this.registered = null;
      if (!hostFailure(error)) throw error;
    }
  }
}
