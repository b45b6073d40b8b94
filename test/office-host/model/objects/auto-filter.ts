/** `Excel.AutoFilter` of a sheet or a table, and `Excel.Filter` of a table's column. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import type { FilterState } from "../book/filter";
import type { Sheet } from "../book/sheet";
import type { TableState } from "../book/table";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";
import { applyCriteria, clearColumn, clearFilter, reapplyFilter } from "./filtering";
import { RangeObject } from "./range";

const autoFilterMembers = membersOf<Excel.AutoFilter>()("AutoFilter", {
  scalars: ["enabled", "isDataFiltered", "criteria"],
  methods: [
    "apply",
    "clearColumnCriteria",
    "clearCriteria",
    "getRange",
    "getRangeOrNullObject",
    "reapply",
    "remove",
  ],
});

export class AutoFilterObject
  extends HostObject
  implements Hosted<Excel.AutoFilter, typeof autoFilterMembers>
{
  readonly members = autoFilterMembers;
  /** @param table null: the sheet's own filter */
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly table: TableState | null,
  ) {
    super();
  }
  private get filter(): FilterState | null {
    if (!this.table) return this.sheet.filter;
    return this.table.showFilterButton ? this.table.filter : null;
  }
  get enabled(): boolean {
    return this.filter !== null;
  }
  get isDataFiltered(): boolean {
    return (this.filter?.criteria.size ?? 0) > 0;
  }
  get criteria(): Excel.FilterCriteria[] {
    const { filter } = this;
    if (!filter) return [];
    return Array.from(
      { length: filter.area.columns },
      (_, column) => filter.criteria.get(column) ?? ({} as Excel.FilterCriteria),
    );
  }
  apply(range: RangeObject | string, columnIndex?: number, criteria?: Excel.FilterCriteria): void {
    this.book.assertAllowed(this.sheet, "allowAutoFilter");
    const area = typeof range === "string" ? found(this.book.locate(range, this.sheet)).area : range.cells;
    if (
      !this.table &&
      (!this.sheet.filter ||
        this.sheet.filter.area.row !== area.row ||
        this.sheet.filter.area.column !== area.column)
    ) {
      if (this.sheet.filter) clearFilter(this.sheet, this.sheet.filter);
      this.sheet.filter = { area, criteria: new Map() };
    }
    const filter = this.filter ?? refuse("InvalidOperation");
    if (columnIndex !== undefined && criteria !== undefined)
      applyCriteria(this.book, this.sheet, filter, columnIndex, criteria);
  }
  clearColumnCriteria(columnIndex: number): void {
    if (this.filter) clearColumn(this.book, this.sheet, this.filter, columnIndex);
  }
  clearCriteria(): void {
    if (this.filter) clearFilter(this.sheet, this.filter);
  }
  getRange(): RangeObject {
    return found(this.getRangeOrNullObject());
  }
  getRangeOrNullObject(): RangeObject | null {
    const { filter } = this;
    return filter && new RangeObject(this.book, this.sheet, filter.area);
  }
  reapply(): void {
    if (this.filter) reapplyFilter(this.book, this.sheet, this.filter);
  }
  remove(): void {
    this.clearCriteria();
    if (this.table) this.table.showFilterButton = false;
    else this.sheet.filter = null;
  }
}

const filterMembers = membersOf<Excel.Filter>()("Filter", {
  scalars: ["criteria"],
  methods: ["apply", "applyValuesFilter", "applyCustomFilter", "clear"],
});

export class FilterObject extends HostObject implements Hosted<Excel.Filter, typeof filterMembers> {
  readonly members = filterMembers;
  constructor(
    private readonly book: Book,
    private readonly table: TableState,
    private readonly column: number,
  ) {
    super();
  }
  get criteria(): Excel.FilterCriteria | null {
    return this.table.filter.criteria.get(this.column) ?? null;
  }
  apply(criteria: Excel.FilterCriteria): void {
    this.book.assertAllowed(this.table.sheet, "allowAutoFilter");
    applyCriteria(this.book, this.table.sheet, this.table.filter, this.column, criteria);
  }
  applyValuesFilter(values: Array<string | Excel.FilterDatetime>): void {
    this.apply({ filterOn: "Values", values });
  }
  applyCustomFilter(criteria1: string, criteria2?: string, oper?: string): void {
    this.apply({
      filterOn: "Custom",
      criterion1: criteria1,
      ...(criteria2 === undefined ? {} : { criterion2: criteria2 }),
      ...(oper === undefined ? {} : { operator: oper as "And" | "Or" }),
    });
  }
  clear(): void {
    clearColumn(this.book, this.table.sheet, this.table.filter, this.column);
  }
}
