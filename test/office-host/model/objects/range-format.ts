/** `Range.format`: alignment, widths and heights; the way to fill, font and borders. */
import { isEntireRow } from "../book/area";
import { sequence } from "../book/grid";
import { membersOf, type Hosted } from "../hosted";
import { changeFormat, TargetObject } from "../range-target";
import { refuse } from "../refusals";
import { FormatProtectionObject, RangeFillObject, RangeFontObject } from "./range-looks";
import { RangeBorderCollectionObject } from "./range-borders";

const formatMembers = membersOf<Excel.RangeFormat>()("RangeFormat", {
  scalars: [
    "horizontalAlignment",
    "verticalAlignment",
    "wrapText",
    "indentLevel",
    "autoIndent",
    "shrinkToFit",
    "textOrientation",
    "readingOrder",
    "columnWidth",
    "rowHeight",
    "useStandardWidth",
    "useStandardHeight",
  ],
  objects: ["fill", "font", "borders", "protection"],
  methods: ["autofitColumns", "autofitRows", "adjustIndent"],
});

export class RangeFormatObject
  extends TargetObject
  implements Hosted<Excel.RangeFormat, typeof formatMembers>
{
  readonly members = formatMembers;
  get fill(): RangeFillObject {
    return new RangeFillObject(this.target);
  }
  get font(): RangeFontObject {
    return new RangeFontObject(this.target);
  }
  get borders(): RangeBorderCollectionObject {
    return new RangeBorderCollectionObject(this.target);
  }
  get protection(): FormatProtectionObject {
    return new FormatProtectionObject(this.target);
  }
  get horizontalAlignment() {
    return this.get("horizontalAlignment") as Excel.HorizontalAlignment | null;
  }
  set horizontalAlignment(value) {
    this.put("horizontalAlignment", value as string);
  }
  get verticalAlignment() {
    return this.get("verticalAlignment") as Excel.VerticalAlignment | null;
  }
  set verticalAlignment(value) {
    this.put("verticalAlignment", value as string);
  }
  get wrapText(): boolean | null {
    return this.get("wrapText");
  }
  set wrapText(value: boolean | null) {
    this.put("wrapText", value as boolean);
  }
  get indentLevel(): number | null {
    return this.get("indentLevel");
  }
  set indentLevel(value: number | null) {
    if (typeof value !== "number" || value < 0 || value > 250) refuse("InvalidArgument");
    this.put("indentLevel", value);
  }
  get autoIndent(): boolean | null {
    return this.get("autoIndent");
  }
  set autoIndent(value: boolean | null) {
    this.put("autoIndent", value as boolean);
  }
  get shrinkToFit(): boolean | null {
    return this.get("shrinkToFit");
  }
  set shrinkToFit(value: boolean | null) {
    this.put("shrinkToFit", value as boolean);
  }
  get textOrientation(): number | null {
    return this.get("textOrientation");
  }
  set textOrientation(value: number | null) {
    if (typeof value !== "number" || ((value < -90 || value > 90) && value !== 180))
      refuse("InvalidArgument");
    this.put("textOrientation", value);
  }
  get readingOrder() {
    return this.get("readingOrder") as Excel.ReadingOrder | null;
  }
  set readingOrder(value) {
    this.put("readingOrder", value as string);
  }

  private get columns(): number[] {
    return this.target.areas.flatMap((area) =>
      isEntireRow(area) ? [area.column] : [...sequence(area.column, area.columns)],
    );
  }
  private get rows(): number[] {
    return this.target.areas.flatMap((area) =>
      area.rows > 100_000 ? [area.row] : [...sequence(area.row, area.rows)],
    );
  }
  get columnWidth(): number | null {
    return onlyOne(this.columns.map((column) => this.target.sheet.columnWidth(column)));
  }
  set columnWidth(value: number | null) {
    this.target.book.assertAllowed(this.target.sheet, "allowFormatColumns");
    // 255 characters are the widest column Excel has; one is about 5.25 points.
    if (typeof value !== "number" || value < 0 || value > 1342.5) refuse("InvalidArgument");
    const { sheet } = this.target;
    for (const column of this.columns) {
      if (value === 0) sheet.hiddenColumns.add(column);
      else {
        sheet.hiddenColumns.delete(column);
        sheet.columnWidths.set(column, value);
      }
    }
  }
  get rowHeight(): number | null {
    return onlyOne(this.rows.map((row) => this.target.sheet.rowHeight(row)));
  }
  set rowHeight(value: number | null) {
    this.target.book.assertAllowed(this.target.sheet, "allowFormatRows");
    if (typeof value !== "number" || value < 0 || value > 409.5) refuse("InvalidArgument");
    const { sheet } = this.target;
    for (const row of this.rows) {
      if (value === 0) sheet.hiddenRows.add(row);
      else {
        sheet.hiddenRows.delete(row);
        sheet.rowHeights.set(row, value);
      }
    }
  }
  get useStandardWidth(): boolean | null {
    return onlyOne(this.columns.map((column) => !this.target.sheet.columnWidths.has(column)));
  }
  set useStandardWidth(value: boolean | null) {
    if (value) for (const column of this.columns) this.target.sheet.columnWidths.delete(column);
  }
  get useStandardHeight(): boolean | null {
    return onlyOne(this.rows.map((row) => !this.target.sheet.rowHeights.has(row)));
  }
  set useStandardHeight(value: boolean | null) {
    if (!value) return;
    const { areas, sheet } = this.target;
    for (const row of [...sheet.rowHeights.keys()]) {
      if (areas.some((area) => row >= area.row && row < area.row + area.rows)) sheet.rowHeights.delete(row);
    }
  }
  autofitColumns(): void {
    const { book, sheet } = this.target;
    book.assertAllowed(sheet, "allowFormatColumns");
    for (const area of this.target.areas) {
      const widest = new Map<number, number>();
      for (const [row, column] of sheet.grid.cellsIn(area)) {
        widest.set(column, Math.max(widest.get(column) ?? 0, book.text(sheet, row, column).length));
      }
      for (const [column, length] of widest) {
        if (length > 0) sheet.columnWidths.set(column, Math.min(1342.5, length * 5.25 + 3.75));
      }
    }
  }
  autofitRows(): void {
    this.target.book.assertAllowed(this.target.sheet, "allowFormatRows");
    for (const row of this.rows) this.target.sheet.rowHeights.delete(row);
  }
  adjustIndent(amount: number): void {
    changeFormat(this.target, (format) => ({
      ...format,
      indentLevel: Math.min(250, Math.max(0, format.indentLevel + amount)),
    }));
  }
}

function onlyOne<T>(values: readonly T[]): T | null {
  const first = values[0];
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
