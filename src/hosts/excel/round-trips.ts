/**
 * The only door to Excel: one round trip at a time, counted. Everything a trip needs is asked for first and synced once.
 * No client object outlives its trip, so nothing has to be tracked or released, and no loop can hold a sync.
 */

interface TripOptions {
  /** Waits until the person has finished editing a cell instead of failing. */
  readonly patient?: boolean;
}

export class RoundTrips {
  private made = 0;

  /** Trips made so far. */
  get count(): number {
    return this.made;
  }

  /** @param ask queues loads and writes; what it returns may be read when the trip is over */
  async make<T>(
    ask: (workbook: Excel.Workbook, context: Excel.RequestContext) => T,
    options: TripOptions = {},
  ): Promise<T> {
    this.made += 1;
    if (options.patient) {
      return Excel.run({ delayForCellEdit: true }, async (context) => {
        const asked = ask(context.workbook, context);
        await context.sync();
        return asked;
      });
    }
    const context = new Excel.RequestContext();
    const asked = ask(context.workbook, context);
    await context.sync();
    return asked;
  }
}
