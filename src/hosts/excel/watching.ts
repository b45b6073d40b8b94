/**
 * Changes to cells, told to those who watch. Our own are told by the edit that made them; Excel's events tell those of
 * people, here and elsewhere. Events are hints: some changes fire none.
 */
import { parseArea, type BookChange, type Edit, writtenArea } from "../../book";
import { hostFailure } from "./failures";
import type { RoundTrips } from "./round-trips";

type Listener = (change: BookChange) => void;

export class Watching {
  private readonly listeners = new Set<Listener>();
  private registered: Promise<void> | null = null;
  /** Changes whose sheet's name is not known yet. */
  private waiting: Excel.WorksheetChangedEventArgs[] = [];

  constructor(private readonly trips: RoundTrips) {}

  add(listener: Listener): () => void {
    this.listeners.add(listener);
    this.registered ??= this.register();
    return () => this.listeners.delete(listener);
  }

  tell(change: BookChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }

  /** Stays registered for the life of the book. Where Excel refuses, only our own changes are told. */
  private async register(): Promise<void> {
    try {
      await this.trips.make((workbook) => workbook.worksheets.onChanged.add((event) => this.take(event)));
    } catch (error) {
      this.registered = null;
      if (!hostFailure(error)) throw error;
    }
  }

  private async take(event: Excel.WorksheetChangedEventArgs): Promise<void> {
    if (event.triggerSource === "ThisLocalAddin" || this.listeners.size === 0) return;
    this.waiting.push(event);
    if (this.waiting.length === 1) await this.tellWaiting();
  }

  /** The sheets' names, asked once for all events that have come meanwhile. */
  private async tellWaiting(): Promise<void> {
    await Promise.resolve();
    const events = this.waiting.splice(0);
    const ids = [...new Set(events.map((event) => event.worksheetId))];
    const names = await this.namesOf(ids);
    for (const event of events) {
      const sheet = names.get(event.worksheetId);
      if (sheet !== undefined) this.tell({ sheet, area: parseArea(event.address), ours: false });
    }
  }

  private async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    try {
      const sheets = await this.trips.make((workbook) =>
        ids.map((id) => ({ id, sheet: workbook.worksheets.getItemOrNullObject(id).load("name") })),
      );
      return new Map(
        sheets.flatMap(({ id, sheet }) => (sheet.isNullObject ? [] : [[id, sheet.name] as const])),
      );
    } catch (error) {
      if (!hostFailure(error)) throw error;
      return new Map();
    }
  }
}

/** What an edit that was applied has changed. */
export function changesOf(edit: Edit, sheetOfTable: (table: string) => string | undefined): BookChange[] {
  return edit.operations.flatMap((operation): BookChange[] => {
    const whole = (sheet: string): BookChange[] => [{ sheet, area: null, ours: true }];
    switch (operation.kind) {
      case "createSheet":
      case "rewriteSheet":
        return whole(operation.design.name);
      case "copySheet":
        return whole(operation.name);
      case "deleteSheet":
      case "addTable":
      case "repeatRows":
        return whole(operation.sheet);
      case "writeCells":
        return [{ sheet: operation.sheet, area: writtenArea(operation), ours: true }];
      case "defineName":
        return [];
      default: {
        const sheet = sheetOfTable(operation.table);
        return sheet === undefined ? [] : whole(sheet);
      }
    }
  });
}
