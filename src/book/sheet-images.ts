/**
 * What an edit leaves in the cells of sheets that it makes, copies or lays out again: followed through its operations, so
 * that a person's later work on them is seen before an undo takes them away.
 */
import { isCellFormula, type CellInput, type CellValue } from "./cells";
import type { Edit, Expectation, Operation } from "./edit";
import { RowLayout } from "./row-layout";
import { findSheet, type Snapshot } from "./snapshot";

/** By row, from the first column on; `undefined` where anything may stand, null where nothing does. */
type Image = Map<number, (CellValue | undefined)[]>;

export class SheetImages {
  readonly #images = new Map<string, { readonly sheet: string; image: Image }>();
  readonly #followed: ReadonlySet<string>;

  constructor(
    edit: Edit,
    private readonly before: Snapshot,
  ) {
    this.#followed = followedSheets(edit);
    for (const operation of edit.operations) this.#take(operation);
  }

  /** Whether `expectations` says what stands on this sheet. */
  follows(sheet: string): boolean {
    return this.#followed.has(sheet.toLowerCase());
  }

  expectations(): Expectation[] {
    return [...this.#images.values()].map(({ sheet, image }) => ({
      sheet,
      row: 0,
      column: 0,
      values: rectangle(image),
      nothingElse: true,
    }));
  }

  #take(operation: Operation): void {
    switch (operation.kind) {
      case "createSheet":
      case "rewriteSheet": {
        const { name, cells } = operation.design;
        if (!this.follows(name)) return;
        const image: Image = new Map();
        for (const { row, column, content } of cells) {
          if (content !== undefined) put(image, row, column, content);
        }
        this.#keep(name, image);
        return;
      }
      case "copySheet": {
        const source = this.#imageOf(operation.sheet);
        if (source) this.#keep(operation.name, new Map([...source].map(([row, cells]) => [row, [...cells]])));
        return;
      }
      case "repeatRows": {
        const image = this.#imageOf(operation.sheet);
        if (image) this.#keep(operation.sheet, repeatedImage(image, new RowLayout(operation.bands)));
        return;
      }
      case "writeCells": {
        const known = this.#images.get(operation.sheet.toLowerCase());
        operation.cells.forEach((line, r) =>
          line.forEach((content, c) => {
            if (known) put(known.image, operation.row + r, operation.column + c, content);
          }),
        );
        return;
      }
      case "deleteSheet":
        this.#images.delete(operation.sheet.toLowerCase());
    }
  }

  #keep(sheet: string, image: Image): void {
    this.#images.set(sheet.toLowerCase(), { sheet, image });
  }

  /** As the edit has left it so far, or as it stood before. */
  #imageOf(name: string): Image | null {
    const known = this.#images.get(name.toLowerCase());
    if (known) return known.image;
    const sheet = findSheet(this.before, name);
    if (!sheet) return null;
    const image: Image = new Map();
    sheet.values.forEach((line, row) => line.forEach((value, column) => put(image, row, column, value)));
    for (const [row, cells] of sheet.formulas) {
      for (const column of cells.keys()) put(image, row, column, { formula: "", value: null });
    }
    return image;
  }
}

/** Sheets that are copied or laid out again, or made and then written to; lower case. */
export function followedSheets(edit: Edit): ReadonlySet<string> {
  const followed = new Set<string>();
  const made = new Set<string>();
  for (const operation of edit.operations) {
    if (operation.kind === "createSheet" || operation.kind === "rewriteSheet")
      made.add(operation.design.name.toLowerCase());
    if (operation.kind === "copySheet") {
      followed.add(operation.name.toLowerCase());
      if (made.has(operation.sheet.toLowerCase())) followed.add(operation.sheet.toLowerCase());
    }
    if (operation.kind === "repeatRows") followed.add(operation.sheet.toLowerCase());
    if (operation.kind === "writeCells" && made.has(operation.sheet.toLowerCase()))
      followed.add(operation.sheet.toLowerCase());
  }
  return followed;
}

function put(image: Image, row: number, column: number, content: CellInput): void {
  let cells = image.get(row);
  if (!cells) image.set(row, (cells = []));
  while (cells.length < column) cells.push(null);
  cells[column] = content === "" ? null : isCellFormula(content) ? undefined : content;
}

function repeatedImage(image: Image, layout: RowLayout): Image {
  const last = Math.max(-1, ...image.keys());
  const repeated: Image = new Map();
  for (const { source, count, target } of layout.runs(last)) {
    for (let i = 0; i < count; i += 1) {
      const cells = image.get(source + i);
      if (cells) repeated.set(target + i, [...cells]);
    }
  }
  return repeated;
}

function rectangle(image: Image): (CellValue | undefined)[][] {
  let [rows, columns] = [0, 0];
  for (const [row, cells] of image) {
    let width = cells.length;
    while (width > 0 && cells[width - 1] === null) width -= 1;
    if (width === 0) continue;
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, width);
  }
  return Array.from({ length: rows }, (_row, row) => {
    const line = image.get(row)?.slice(0, columns) ?? [];
    while (line.length < columns) line.push(null);
    return line;
  });
}
