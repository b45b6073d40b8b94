/** `Excel.PageLayout`. */
import { HostObject } from "../../protocol";
import { maxColumns, maxRows, type Area } from "../book/area";
import type { Book } from "../book/book";
import type { PageState, Sheet } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { passThrough, type Stateful } from "../pass-through";
import { found, refuse } from "../refusals";
import { HeaderFooterGroupObject } from "./headers-footers";
import { RangeObject } from "./range";
import { RangeAreasObject } from "./range-areas";

const pointsPerUnit: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

const layoutMembers = membersOf<Excel.PageLayout>()("PageLayout", {
  scalars: [
    "orientation",
    "paperSize",
    "blackAndWhite",
    "printErrors",
    "zoom",
    "centerHorizontally",
    "centerVertically",
    "printHeadings",
    "printGridlines",
    "leftMargin",
    "rightMargin",
    "topMargin",
    "bottomMargin",
    "headerMargin",
    "footerMargin",
    "printComments",
    "draftMode",
    "firstPageNumber",
    "printOrder",
  ],
  objects: ["headersFooters"],
  methods: [
    "getPrintArea",
    "getPrintAreaOrNullObject",
    "getPrintTitleColumns",
    "getPrintTitleColumnsOrNullObject",
    "getPrintTitleRows",
    "getPrintTitleRowsOrNullObject",
    "setPrintArea",
    "setPrintMargins",
    "setPrintTitleColumns",
    "setPrintTitleRows",
  ],
});

export class PageLayoutObject
  extends HostObject
  implements Stateful<PageState>, Hosted<Excel.PageLayout, typeof layoutMembers>
{
  readonly members = layoutMembers;
  declare orientation: Excel.PageOrientation;
  declare paperSize: Excel.PaperType;
  declare blackAndWhite: boolean;
  declare printErrors: Excel.PrintErrorType;
  declare centerHorizontally: boolean;
  declare centerVertically: boolean;
  declare printHeadings: boolean;
  declare printGridlines: boolean;
  declare printComments: Excel.PrintComments;
  declare draftMode: boolean;
  declare firstPageNumber: number | "";
  declare printOrder: Excel.PrintOrder;
  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  get state(): PageState {
    return this.sheet.page;
  }
  get zoom(): Excel.PageLayoutZoomOptions {
    return this.state.zoom;
  }
  /** Either a scale of 10 to 400 per cent, or pages to fit. */
  set zoom(value: Excel.PageLayoutZoomOptions) {
    const fits = value.horizontalFitToPages ?? value.verticalFitToPages;
    const { scale } = value;
    if (typeof scale === "number" && (scale < 10 || scale > 400)) refuse("InvalidArgument");
    if (typeof scale === "number" && typeof fits === "number") refuse("InvalidArgument");
    this.state.zoom = Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one === "number"));
  }
  get leftMargin(): number {
    return this.state.margins.left;
  }
  set leftMargin(value: number) {
    this.state.margins.left = value;
  }
  get rightMargin(): number {
    return this.state.margins.right;
  }
  set rightMargin(value: number) {
    this.state.margins.right = value;
  }
  get topMargin(): number {
    return this.state.margins.top;
  }
  set topMargin(value: number) {
    this.state.margins.top = value;
  }
  get bottomMargin(): number {
    return this.state.margins.bottom;
  }
  set bottomMargin(value: number) {
    this.state.margins.bottom = value;
  }
  get headerMargin(): number {
    return this.state.margins.header;
  }
  set headerMargin(value: number) {
    this.state.margins.header = value;
  }
  get footerMargin(): number {
    return this.state.margins.footer;
  }
  set footerMargin(value: number) {
    this.state.margins.footer = value;
  }
  setPrintMargins(unit: string, marginOptions: Excel.PageLayoutMarginOptions): void {
    const points = pointsPerUnit[unit] ?? refuse("InvalidArgument");
    for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const) {
      const value = marginOptions[side];
      if (typeof value === "number") this.state.margins[side] = value * points;
    }
  }
  get headersFooters(): HeaderFooterGroupObject {
    return new HeaderFooterGroupObject(this.state.headersFooters);
  }
  private areasOf(range: RangeObject | RangeAreasObject | string): Area[] {
    if (typeof range !== "string")
      return range instanceof RangeObject ? [range.cells] : range.areaList.map((one) => one.cells);
    return range.split(",").map((part) => found(this.book.locate(part.trim(), this.sheet)).area);
  }
  setPrintArea(printArea: RangeObject | RangeAreasObject | string): void {
    this.state.printAreas = this.areasOf(printArea);
  }
  getPrintArea(): RangeAreasObject {
    return found(this.getPrintAreaOrNullObject());
  }
  getPrintAreaOrNullObject(): RangeAreasObject | null {
    const { printAreas } = this.state;
    return printAreas.length === 0 ? null : new RangeAreasObject(this.book, this.sheet, printAreas);
  }
  setPrintTitleRows(printTitleRows: RangeObject | string): void {
    const area = this.areasOf(printTitleRows)[0] ?? refuse("InvalidArgument");
    this.state.titleRows = { ...area, column: 0, columns: maxColumns };
  }
  getPrintTitleRows(): RangeObject {
    return found(this.getPrintTitleRowsOrNullObject());
  }
  getPrintTitleRowsOrNullObject(): RangeObject | null {
    return this.state.titleRows && new RangeObject(this.book, this.sheet, this.state.titleRows);
  }
  setPrintTitleColumns(printTitleColumns: RangeObject | string): void {
    const area = this.areasOf(printTitleColumns)[0] ?? refuse("InvalidArgument");
    this.state.titleColumns = { ...area, row: 0, rows: maxRows };
  }
  getPrintTitleColumns(): RangeObject {
    return found(this.getPrintTitleColumnsOrNullObject());
  }
  getPrintTitleColumnsOrNullObject(): RangeObject | null {
    return this.state.titleColumns && new RangeObject(this.book, this.sheet, this.state.titleColumns);
  }
}
passThrough<PageState>(PageLayoutObject, [
  "orientation",
  "paperSize",
  "blackAndWhite",
  "printErrors",
  "centerHorizontally",
  "centerVertically",
  "printHeadings",
  "printGridlines",
  "printComments",
  "draftMode",
  "firstPageNumber",
  "printOrder",
]);
