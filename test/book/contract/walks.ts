/** Random walks: any row of edits leaves what a sheet of squared paper would hold, and leads back step by step. */
import fc from "fast-check";
import type { CellValue, Edit, JournalEntry } from "../../../src/book";
import { done, edit, everything, sheetOf, tableAt, trimmed, write, type BookFactory } from "./kit";

interface Step {
  readonly kind: "write" | "append" | "remove" | "sheet" | "name";
  readonly row: number;
  readonly column: number;
  readonly cells: CellValue[][];
}

const values = fc.oneof(
  fc.string({ maxLength: 6, unit: fc.constantFrom("a", "ộ", " ", "=", "<", "&", "'", "1", "\n") }),
  fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
  fc.boolean(),
  fc.constant(null),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("write", "write", "append", "append", "remove", "sheet", "name"),
    row: fc.nat(9),
    column: fc.integer({ min: 3, max: 6 }),
    cells: fc.array(fc.array(values, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** A table at A1 that grows and shrinks, and free cells at its right. */
class Paper {
  readonly free = new Map<string, CellValue>();
  rows: CellValue[][] = [["gốc", 1]];
  sheets = 0;

  /** The edit of a step, which is also drawn on the paper. */
  take(step: Step): Edit {
    switch (step.kind) {
      case "write":
        step.cells.forEach((row, r) =>
          row.forEach((value, c) => this.free.set(`${step.row + r},${step.column + c}`, value)),
        );
        return edit(write("Giấy", step.row, step.column, step.cells));
      case "append":
        this.rows = [...this.rows, ...step.cells];
        return edit({ kind: "appendRows", table: "tblGiay", rows: step.cells });
      case "remove": {
        if (this.rows.length === 1) return edit();
        this.rows = this.rows.slice(0, -1);
        return edit({ kind: "removeLastRows", table: "tblGiay", count: 1 });
      }
      case "sheet":
        this.sheets += 1;
        return edit({
          kind: "createSheet",
          design: { name: `Tờ ${this.sheets}`, columns: [], cells: [{ row: 0, column: 0, content: "x" }] },
          position: step.row % 3,
        });
      case "name":
        return edit({ kind: "defineName", name: "Ten", refersTo: `'Giấy'!$A$${step.row + 1}` });
    }
  }

  drawn(): CellValue[][] {
    const all: CellValue[][] = [["A", "B"], ...this.rows].map((row) => [...row]);
    for (const [place, value] of this.free) {
      const [row, column] = place.split(",").map(Number) as [number, number];
      while (all.length <= row) all.push([]);
      while (all[row]!.length < column) all[row]!.push(null);
      all[row]![column] = value;
    }
    return trimmed(
      all.map((row) => Array.from(row, (value) => (value === "" || value === undefined ? null : value))),
    );
  }
}

async function walk(host: BookFactory, taken: Step[]): Promise<void> {
  const { table, cells } = tableAt("tblGiay", 0, 0, ["A", "B"], [["gốc", 1]]);
  const book = await host.from([{ name: "Giấy", columns: [], cells, tables: [table] }]);
  const paper = new Paper();
  const past: { before: unknown; change: Edit; entry: JournalEntry }[] = [];
  for (const step of taken) {
    const before = await everything(book);
    const change = paper.take(step);
    past.push({ before, change, entry: await done(book, change) });
    expect(trimmed((await sheetOf(book, "Giấy")).values)).toEqual(paper.drawn());
  }
  for (const { before, change, entry } of past.reverse()) {
    await done(book, entry.undo, change);
    expect(await everything(book)).toEqual(before);
  }
}

export function describeWalks(host: BookFactory): void {
  test("any row of edits leaves what paper would hold, and is undone step by step", async () => {
    await fc.assert(
      fc.asyncProperty(steps, (taken) => walk(host, taken)),
      { numRuns: 40, seed: 1719 },
    );
  });
}
