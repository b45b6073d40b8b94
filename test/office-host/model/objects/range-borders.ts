/** `Range.format.borders`: edges of the range and lines inside it. */
import { announceFormat } from "../book/announcing";
import { isEntireColumn, isEntireRow, type Area } from "../book/area";
import { noBorder, readColor, type Border, type Edge } from "../book/format";
import { HostObject } from "../../protocol";
import { membersOf, type Hosted } from "../hosted";
import type { Target } from "../range-target";
import { refuse } from "../refusals";

const sides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof sides)[number];

const opposite: Readonly<
  Record<string, { readonly edge: Edge; readonly down: number; readonly right: number }>
> = {
  EdgeTop: { edge: "EdgeBottom", down: -1, right: 0 },
  EdgeBottom: { edge: "EdgeTop", down: 1, right: 0 },
  EdgeLeft: { edge: "EdgeRight", down: 0, right: -1 },
  EdgeRight: { edge: "EdgeLeft", down: 0, right: 1 },
};

interface Part {
  readonly area: Area;
  readonly edge: Edge;
}

/** The cells, and the edge of each, that make up a side of an area. */
function partsOf(area: Area, side: Side): Part[] {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  switch (side) {
    case "EdgeTop":
      return [{ area: { ...area, rows: 1 }, edge: side }];
    case "EdgeBottom":
      return [{ area: { ...area, row: last.row, rows: 1 }, edge: side }];
    case "EdgeLeft":
      return [{ area: { ...area, columns: 1 }, edge: side }];
    case "EdgeRight":
      return [{ area: { ...area, column: last.column, columns: 1 }, edge: side }];
    case "InsideHorizontal":
      return area.rows < 2 ? [] : [{ area: { ...area, rows: area.rows - 1 }, edge: "EdgeBottom" }];
    case "InsideVertical":
      return area.columns < 2 ? [] : [{ area: { ...area, columns: area.columns - 1 }, edge: "EdgeRight" }];
    default:
      return [{ area, edge: side }];
  }
}

const borderMembers = membersOf<Excel.RangeBorder>()("RangeBorder", {
  id: "sideIndex",
  scalars: ["sideIndex", "style", "weight", "color", "tintAndShade"],
});

export class RangeBorderObject extends HostObject implements Hosted<Excel.RangeBorder, typeof borderMembers> {
  readonly members = borderMembers;
  constructor(
    private readonly target: Target,
    readonly sideIndex: Side,
  ) {
    super();
  }
  private *parts(): Generator<Part> {
    for (const area of this.target.areas) yield* partsOf(area, this.sideIndex);
  }
  private borderOf(row: number, column: number, edge: Edge): Border {
    const { grid } = this.target.sheet;
    const own = grid.formatAt(row, column).borders[edge];
    if (own) return own;
    const across = opposite[edge];
    if (!across || row + across.down < 0 || column + across.right < 0) return noBorder;
    return grid.formatAt(row + across.down, column + across.right).borders[across.edge] ?? noBorder;
  }
  private read<K extends keyof Border>(key: K): Border[K] | null {
    const values = new Set<Border[K]>();
    for (const { area, edge } of this.parts()) {
      const cells = isEntireColumn(area) || isEntireRow(area) ? { ...area, rows: 1, columns: 1 } : area;
      for (let row = cells.row; row < cells.row + cells.rows; row += 1) {
        for (let column = cells.column; column < cells.column + cells.columns; column += 1)
          values.add(this.borderOf(row, column, edge)[key]);
      }
    }
    if (values.size === 0) return noBorder[key];
    return values.size === 1 ? ([...values][0] ?? null) : null;
  }
  private write(change: (border: Border) => Border): void {
    const { book, sheet } = this.target;
    book.assertAllowed(sheet, "allowFormatCells");
    for (const { area, edge } of this.parts()) {
      sheet.grid.changeFormat(area, (format, row, column) => {
        const border = change(format.borders[edge] ?? this.borderOf(row, column, edge));
        return {
          ...format,
          borders: {
            ...format.borders,
            [edge]: border.style === "None" ? undefined : border,
          } as typeof format.borders,
        };
      });
      this.clearAcross(area, edge);
    }
    for (const area of this.target.areas) announceFormat(book, sheet, area);
  }
  /** An edge belongs to two cells; the last writer's line counts. */
  private clearAcross(area: Area, edge: Edge): void {
    const across = opposite[edge];
    if (!across || isEntireColumn(area) || isEntireRow(area)) return;
    const neighbours = { ...area, row: area.row + across.down, column: area.column + across.right };
    for (const [, , cell] of this.target.sheet.grid.cellsIn(neighbours)) {
      if (!cell.format.borders[across.edge]) continue;
      const borders = { ...cell.format.borders };
      delete borders[across.edge];
      cell.format = { ...cell.format, borders };
    }
  }
  get style() {
    return this.read("style") as Excel.BorderLineStyle | null;
  }
  set style(value) {
    const style = String(value);
    this.write((border) => ({ ...border, style }));
  }
  get weight() {
    return this.read("weight") as Excel.BorderWeight | null;
  }
  set weight(value) {
    const weight = String(value);
    this.write((border) => ({
      ...border,
      weight,
      style: border.style === "None" ? "Continuous" : border.style,
    }));
  }
  get color(): string {
    return this.read("color") ?? "";
  }
  set color(value: string) {
    const color = readColor(value) ?? refuse("InvalidArgument");
    this.write((border) => ({
      ...border,
      color,
      style: border.style === "None" ? "Continuous" : border.style,
    }));
  }
  get tintAndShade(): number | null {
    return this.read("tintAndShade");
  }
  set tintAndShade(value: number | null) {
    this.write((border) => ({ ...border, tintAndShade: value ?? 0 }));
  }
}

const collectionMembers = membersOf<Excel.RangeBorderCollection>()("RangeBorderCollection", {
  scalars: ["count", "tintAndShade"],
  methods: ["getItem", "getItemAt"],
});

export class RangeBorderCollectionObject
  extends HostObject
  implements Hosted<Excel.RangeBorderCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(private readonly target: Target) {
    super();
  }
  get count(): number {
    return sides.length;
  }
  get tintAndShade(): number {
    return 0;
  }
  getItem(index: string): RangeBorderObject {
    const side = sides.find((one) => one === index) ?? refuse("InvalidArgument");
    return new RangeBorderObject(this.target, side);
  }
  getItemAt(index: number): RangeBorderObject {
    return new RangeBorderObject(this.target, sides[index] ?? refuse("InvalidArgument"));
  }
  collectionItems(): RangeBorderObject[] {
    return sides.map((side) => new RangeBorderObject(this.target, side));
  }
}
