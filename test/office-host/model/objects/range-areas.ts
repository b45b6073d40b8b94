/** Several ranges of one sheet: `Excel.RangeAreas` and the collections it hands out. */
import { HostObject } from "../../protocol";
import {
  formatArea,
  intersect,
  isEntireColumn,
  isEntireRow,
  maxColumns,
  maxRows,
  quoteSheet,
  type Area,
} from "../book/area";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { shared } from "../range-target";
import { found } from "../refusals";
import { ConditionalFormatCollectionObject } from "./conditional-formats";
import { DataValidationObject } from "./data-validation";
import { RangeObject } from "./range";
import { clearCells } from "./range-contents";
import { RangeFormatObject } from "./range-format";
import { specialCells } from "./range-search";
import { TableScopedCollectionObject } from "./tables";
import { WorksheetObject } from "./worksheet";

const areasMembers = membersOf<Excel.RangeAreas>()("RangeAreas", {
  scalars: ["address", "addressLocal", "areaCount", "cellCount", "isEntireColumn", "isEntireRow", "style"],
  objects: ["areas", "format", "dataValidation", "conditionalFormats", "worksheet"],
  methods: [
    "calculate",
    "clear",
    "getEntireColumn",
    "getEntireRow",
    "getIntersection",
    "getIntersectionOrNullObject",
    "getOffsetRangeAreas",
    "getSpecialCells",
    "getSpecialCellsOrNullObject",
    "getTables",
    "setDirty",
  ],
});

export class RangeAreasObject extends HostObject implements Hosted<Excel.RangeAreas, typeof areasMembers> {
  readonly members = areasMembers;
  private readonly ranges: readonly RangeObject[];

  constructor(
    readonly book: Book,
    readonly sheet: Sheet,
    areas: readonly Area[],
  ) {
    super();
    this.ranges = areas.map((area) => new RangeObject(book, sheet, area));
  }
  get areaList(): readonly RangeObject[] {
    return this.ranges;
  }
  private with(areas: readonly Area[]): RangeAreasObject {
    return new RangeAreasObject(this.book, this.sheet, areas);
  }
  private get target() {
    return { book: this.book, sheet: this.sheet, areas: this.ranges.map((range) => range.cells) };
  }
  get address(): string {
    return this.target.areas.map((area) => `${quoteSheet(this.sheet.name)}!${formatArea(area)}`).join(", ");
  }
  get addressLocal(): string {
    return this.address;
  }
  get areaCount(): number {
    return this.ranges.length;
  }
  get cellCount(): number {
    const count = this.target.areas.reduce((sum, area) => sum + area.rows * area.columns, 0);
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return this.target.areas.every(isEntireColumn);
  }
  get isEntireRow(): boolean {
    return this.target.areas.every(isEntireRow);
  }
  get style(): string | null {
    return shared(this.target, (format) => format.style);
  }
  get areas(): RangeCollectionObject {
    return new RangeCollectionObject(this.ranges);
  }
  get format(): RangeFormatObject {
    return new RangeFormatObject(this.target);
  }
  get dataValidation(): DataValidationObject {
    return new DataValidationObject(this.target);
  }
  get conditionalFormats(): ConditionalFormatCollectionObject {
    return new ConditionalFormatCollectionObject(this.target);
  }
  get worksheet(): WorksheetObject {
    return new WorksheetObject(this.book, this.sheet);
  }
  calculate(): void {
    this.book.settle(true);
  }
  clear(applyTo = "All"): void {
    for (const area of this.target.areas) clearCells(this.book, this.sheet, area, applyTo);
  }
  getEntireColumn(): RangeAreasObject {
    return this.with(this.target.areas.map((area) => ({ ...area, row: 0, rows: maxRows })));
  }
  getEntireRow(): RangeAreasObject {
    return this.with(this.target.areas.map((area) => ({ ...area, column: 0, columns: maxColumns })));
  }
  getIntersection(other: RangeObject | RangeAreasObject | string): RangeAreasObject {
    return found(this.getIntersectionOrNullObject(other));
  }
  getIntersectionOrNullObject(other: RangeObject | RangeAreasObject | string): RangeAreasObject | null {
    const others =
      typeof other === "string"
        ? other.split(",").flatMap((part) => this.book.locate(part.trim(), this.sheet)?.area ?? [])
        : other instanceof RangeAreasObject
          ? other.target.areas
          : [other.cells];
    const common = this.target.areas.flatMap((area) => others.flatMap((one) => intersect(area, one) ?? []));
    return common.length === 0 ? null : this.with(common);
  }
  getOffsetRangeAreas(rowOffset: number, columnOffset: number): RangeAreasObject {
    return this.with(
      this.target.areas.map((area) => ({
        ...area,
        row: area.row + rowOffset,
        column: area.column + columnOffset,
      })),
    );
  }
  getSpecialCells(cellType: string, cellValueType?: string): RangeAreasObject {
    return found(this.getSpecialCellsOrNullObject(cellType, cellValueType));
  }
  getSpecialCellsOrNullObject(cellType: string, cellValueType = "All"): RangeAreasObject | null {
    const areas = this.target.areas.flatMap((area) =>
      specialCells(this.book, this.sheet, area, cellType, cellValueType),
    );
    return areas.length === 0 ? null : this.with(areas);
  }
  getTables(): TableScopedCollectionObject {
    const here = this.book
      .tablesOn(this.sheet)
      .filter((table) => this.target.areas.some((area) => intersect(area, table.area)));
    return new TableScopedCollectionObject(this.book, here);
  }
  setDirty(): void {
    this.book.touch();
  }
}

const collectionMembers = membersOf<Excel.RangeCollection>()("RangeCollection", {
  methods: ["getCount", "getItemAt"],
});

export class RangeCollectionObject
  extends HostObject
  implements Hosted<Excel.RangeCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(private readonly ranges: readonly RangeObject[]) {
    super();
  }
  getCount(): number {
    return this.ranges.length;
  }
  getItemAt(index: number): RangeObject {
    return found(this.ranges[index]);
  }
  collectionItems(): readonly RangeObject[] {
    return this.ranges;
  }
}
