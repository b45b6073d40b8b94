/** Cells that the grid has calculated since they were last brought to the book. */
import type { ICommandInfo } from "@univerjs/core";
import type { Calculated } from "./calculated";

type Marked = Map<string, Map<number, Set<number>>>;

export class Recalculated {
  #cells: Marked = new Map();
  /** Something was written since formulas were last calculated. */
  #stale = false;

  /** Whether there is, or soon will be, something to bring. */
  get awaited(): boolean {
    return this.#cells.size > 0 || this.#stale;
  }

  /** A cell was written: formulas may follow. */
  written(): void {
    this.#stale = true;
  }

  /** The results of formulas, as the grid's own command writes them. */
  results(command: Readonly<ICommandInfo>): void {
    const { subUnitId, cellValue } = command.params as {
      subUnitId: string;
      cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>>>>;
    };
    const rows = this.#cells.get(subUnitId) ?? new Map<number, Set<number>>();
    for (const [row, columns] of Object.entries(cellValue ?? {})) {
      const set = rows.get(Number(row)) ?? new Set<number>();
      for (const column of Object.keys(columns)) set.add(Number(column));
      rows.set(Number(row), set);
    }
    this.#cells.set(subUnitId, rows);
  }

  /** What there is, once; formulas are up to date. */
  take(): Calculated {
    const taken = this.#cells;
    this.clear();
    return taken;
  }

  clear(): void {
    this.#cells = new Map();
    this.#stale = false;
  }
}
