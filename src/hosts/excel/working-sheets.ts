/**
 * Sheets that are copied or whose rows are repeated, as they stand while an edit goes on: read as designs before it, and
 * followed through its operations, so that what Excel does in its own way can be said outright.
 */
import {
  copiedDesign,
  isCellFormula,
  repeatedDesign,
  RowLayout,
  type DesignCell,
  type Operation,
  type SheetDesign,
  type Snapshot,
} from "../../book";
import { LAST_COLUMN } from "./areas";
import type { HostOperation, Standing } from "./host-operations";

/** A formula where it stands. */
export interface StandingFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export class WorkingSheets {
  private readonly before: Snapshot;
  private readonly designs = new Map<string, SheetDesign>();
  /** How rows were laid out so far, by lower-case name of the sheet. */
  private readonly layouts = new Map<string, RowLayout[]>();
  /** Where the conditional formats of the designs stand among all of their sheets. */
  private readonly custom: Map<string, readonly number[]>;
  private readonly formats = new WeakMap<SheetDesign, Map<number, string>>();

  constructor(
    { before, customFormats }: Pick<Standing, "before" | "customFormats">,
    operations: readonly HostOperation[],
  ) {
    this.before = before;
    this.custom = new Map(customFormats);
    const wanted = new Set(
      operations.flatMap((one) =>
        one.kind === "copySheet" || one.kind === "repeatRows" ? [one.sheet.toLowerCase()] : [],
      ),
    );
    for (const [name, design] of before.designs) {
      if (wanted.has(name.toLowerCase())) this.designs.set(name.toLowerCase(), design);
    }
  }

  find(sheet: string): SheetDesign | undefined {
    return this.designs.get(sheet.toLowerCase());
  }

  require(sheet: string): SheetDesign {
    const design = this.find(sheet);
    if (!design) throw new Error(`no reading of sheet ${sheet}`);
    return design;
  }

  /** The layouts of a sheet's rows that came before in this edit. */
  layoutsOf(sheet: string): readonly RowLayout[] {
    return this.layouts.get(sheet.toLowerCase()) ?? [];
  }

  /** Places of the conditional formats that are written anew when rows move. */
  customFormats(sheet: string): readonly number[] {
    return this.custom.get(sheet.toLowerCase()) ?? [];
  }

  /** The number format of a cell; undefined for a sheet that is not followed. */
  formatAt(sheet: string): ((row: number, column: number) => string) | undefined {
    const design = this.find(sheet);
    if (!design) return undefined;
    let formats = this.formats.get(design);
    if (!formats) {
      formats = new Map(
        design.cells.flatMap(({ row, column, format }) =>
          format?.numberFormat === undefined ? [] : [[row * LAST_COLUMN + column, format.numberFormat]],
        ),
      );
      this.formats.set(design, formats);
    }
    const known = formats;
    return (row, column) => known.get(row * LAST_COLUMN + column) ?? "General";
  }

  /** Every formula of the other sheets: of those that are followed as it stands now, of the rest as it stood before. */
  *formulasBeside(sheet: string): Generator<StandingFormula & { readonly followed: boolean }> {
    const own = sheet.toLowerCase();
    for (const [name, design] of this.designs) {
      if (name === own) continue;
      for (const { row, column, content } of design.cells) {
        if (isCellFormula(content))
          yield { sheet: design.name, row, column, text: content.formula, followed: true };
      }
    }
    for (const { name, formulas } of this.before.sheets) {
      if (name.toLowerCase() === own || this.designs.has(name.toLowerCase())) continue;
      for (const [row, cells] of formulas) {
        for (const [column, text] of cells) yield { sheet: name, row, column, text, followed: false };
      }
    }
  }

  /** Conditional formats that are written stand before all others. */
  private keep(design: SheetDesign): void {
    const name = design.name.toLowerCase();
    this.designs.set(name, design);
    this.custom.set(
      name,
      (design.conditionalFormats ?? []).map((_one, index) => index),
    );
  }

  apply(operation: HostOperation): void {
    switch (operation.kind) {
      case "createSheet":
      case "rewriteSheet":
        this.keep(operation.design);
        return;
      case "copySheet":
        this.custom.set(operation.name.toLowerCase(), this.customFormats(operation.sheet));
        this.designs.set(
          operation.name.toLowerCase(),
          copiedDesign(this.require(operation.sheet), operation.name),
        );
        return;
      case "repeatRows": {
        const name = operation.sheet.toLowerCase();
        const layout = new RowLayout(operation.bands);
        this.keep(repeatedDesign(this.require(operation.sheet), layout));
        this.layouts.set(name, [...this.layoutsOf(name), layout]);
        return;
      }
      case "writeCells": {
        const design = this.find(operation.sheet);
        if (design) this.designs.set(operation.sheet.toLowerCase(), written(design, operation));
        return;
      }
      case "deleteSheet":
        this.designs.delete(operation.sheet.toLowerCase());
    }
  }
}

function written(design: SheetDesign, operation: Extract<Operation, { kind: "writeCells" }>): SheetDesign {
  const cells = new Map<number, DesignCell>();
  for (const cell of design.cells) cells.set(cell.row * LAST_COLUMN + cell.column, cell);
  operation.cells.forEach((line, r) =>
    line.forEach((content, c) => {
      const [row, column] = [operation.row + r, operation.column + c];
      const old = cells.get(row * LAST_COLUMN + column);
      const numberFormat = operation.numberFormats?.[r]?.[c] ?? old?.format?.numberFormat;
      const format = numberFormat === undefined ? old?.format : { ...old?.format, numberFormat };
      cells.set(row * LAST_COLUMN + column, { ...old, row, column, content, ...(format ? { format } : {}) });
    }),
  );
  return { ...design, cells: [...cells.values()] };
}
