/** A worksheet as plain state; what moves when cells are inserted or deleted is in insert-delete.ts. */
import { maxColumns, maxRows, type Area } from "./area";
import { Grid } from "./grid";
import { subtract } from "./area";
import type { ChartState } from "./chart";
import type { ConditionalFormatState, ValidationState } from "./rules";
import type { FilterState } from "./filter";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** Points: what Excel shows with Calibri 11. */
export const defaultColumnWidth = 48;
export const defaultRowHeight = 15;

export interface PageState {
  orientation: string;
  paperSize: string;
  blackAndWhite: boolean;
  printErrors: string;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printHeadings: boolean;
  printGridlines: boolean;
  printComments: string;
  printOrder: string;
  draftMode: boolean;
  firstPageNumber: number | "";
  /** Points. */
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  printAreas: Area[];
  titleRows: Area | null;
  titleColumns: Area | null;
  headersFooters: {
    state: string;
    useSheetMargins: boolean;
    useSheetScale: boolean;
    pages: Record<"defaultForAllPages" | "firstPage" | "evenPages" | "oddPages", Record<string, string>>;
  };
}

export interface FrozenPanes {
  readonly rows: number;
  readonly columns: number;
}

export interface CommentState {
  id: string;
  row: number;
  column: number;
  content: string;
  resolved: boolean;
  replies: { id: string; content: string }[];
}

export interface NoteState {
  row: number;
  column: number;
  content: string;
  visible: boolean;
  width: number;
  height: number;
}

/** An object whose cells move with the sheet: ranges the client holds. */
export interface MovingRange {
  area: Area | null;
}

export class Sheet {
  readonly grid = new Grid();
  visibility: Visibility = "Visible";
  /** `""`: automatic. */
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  enableCalculation = true;
  /** Characters. */
  standardWidth = 8.43;
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly hiddenRows = new Set<number>();
  merges: Area[] = [];
  validations: ValidationState[] = [];
  conditionalFormats: ConditionalFormatState[] = [];
  protection: {
    readonly options: Readonly<Record<string, unknown>>;
    readonly password: string | null;
  } | null = null;
  frozen: FrozenPanes | null = null;
  page: PageState = plainPage();
  charts: ChartState[] = [];
  filter: FilterState | null = null;
  comments: CommentState[] = [];
  readonly properties = new Map<string, string>();
  notes: NoteState[] = [];
  horizontalPageBreaks: number[] = [];
  verticalPageBreaks: number[] = [];
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  /** Ranges in use by the client, which follow their cells. */
  readonly ranges = new Set<MovingRange>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  columnWidth(column: number): number {
    return this.hiddenColumns.has(column) ? 0 : (this.columnWidths.get(column) ?? defaultColumnWidth);
  }

  rowHeight(row: number): number {
    return this.hiddenRows.has(row) ? 0 : (this.rowHeights.get(row) ?? defaultRowHeight);
  }

  isHidden(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  /** The merged area a cell belongs to. */
  mergeAt(row: number, column: number): Area | undefined {
    return this.merges.find(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  }

  /** Takes the cells of `area` out of every validation, splitting what is left. */
  cutValidations(area: Area): void {
    this.validations = this.validations
      .map((one) => ({ ...one, areas: one.areas.flatMap((part) => subtract(part, area)) }))
      .filter((one) => one.areas.length > 0);
  }

  get whole(): Area {
    return { row: 0, column: 0, rows: maxRows, columns: maxColumns };
  }
}

export function plainPage(): PageState {
  const sections = () => ({
    leftHeader: "",
    centerHeader: "",
    rightHeader: "",
    leftFooter: "",
    centerFooter: "",
    rightFooter: "",
  });
  return {
    orientation: "Portrait",
    paperSize: "Letter",
    blackAndWhite: false,
    printErrors: "AsDisplayed",
    zoom: { scale: 100 },
    centerHorizontally: false,
    centerVertically: false,
    printHeadings: false,
    printGridlines: false,
    printComments: "NoComments",
    printOrder: "DownThenOver",
    draftMode: false,
    firstPageNumber: "",
    margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
    printAreas: [],
    titleRows: null,
    titleColumns: null,
    headersFooters: {
      state: "Default",
      useSheetMargins: true,
      useSheetScale: true,
      pages: {
        defaultForAllPages: sections(),
        firstPage: sections(),
        evenPages: sections(),
        oddPages: sections(),
      },
    },
  };
}
