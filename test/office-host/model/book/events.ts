/** Events for the client: what is registered, and what is on its way. */

export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: string;
}

/** Numbers by which the client knows an event. */
export const eventTypes = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowHiddenChanged: 22,
  FormulaChanged: 23,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
  TableSelectionChanged: 100,
  TableDataChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
} as const;

export type EventName = keyof typeof eventTypes;

const category = 65_536;

export class EventHub {
  /** Set from the outside to take entries away; called once a batch or a person's act. */
  onEntries: ((entries: readonly EventEntry[]) => void) | null = null;
  /** `Excel.Runtime.enableEvents`. */
  enabled = true;
  private readonly registrations = new Map<string, number>();
  private readonly waiting: EventEntry[] = [];
  private sent = 0;

  /** @param target a sheet's or table's id, or `Workbook` */
  register(on: boolean, event: EventName, target: string): void {
    const key = `${event}:${target}`;
    const count = (this.registrations.get(key) ?? 0) + (on ? 1 : -1);
    if (count > 0) this.registrations.set(key, count);
    else this.registrations.delete(key);
  }

  get registered(): readonly string[] {
    return [...this.registrations.keys()];
  }

  hears(event: EventName, targets: readonly string[]): boolean {
    return this.enabled && targets.some((target) => this.registrations.has(`${event}:${target}`));
  }

  emit(event: EventName, targets: readonly string[], data: Readonly<Record<string, unknown>>): void {
    if (!this.enabled) return;
    for (const target of new Set(targets)) {
      if (!this.registrations.has(`${event}:${target}`)) continue;
      this.sent += 1;
      this.waiting.push({
        messageCategory: category,
        messageType: eventTypes[event],
        targetId: target,
        message: JSON.stringify(data),
        id: `event${this.sent}`,
      });
    }
  }

  flush(): void {
    if (this.waiting.length === 0) return;
    this.onEntries?.(this.waiting.splice(0));
  }
}
