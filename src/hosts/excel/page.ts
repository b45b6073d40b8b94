/** How a sheet is printed, written and read. Excel measures in points, a design in centimetres. */
import { areaAddress, type Area, type PageLayout } from "../../book";
import { areaOf, PLACES } from "./areas";
import type { Piece } from "./pieces";

const POINTS_PER_CENTIMETRE = 72 / 2.54;

/** Excel's own margins, in points. */
const plainMargins = { top: 54, right: 50.4, bottom: 54, left: 50.4, header: 21.6, footer: 21.6 };

type Sections = Readonly<Record<"left" | "center" | "right", string>>;
const noSections: Sections = { left: "", center: "", right: "" };

/** The layout of a sheet that nobody has set up, but for its paper. */
export function resetPage(sheet: Excel.Worksheet): void {
  const layout = sheet.pageLayout;
  layout.orientation = "Portrait" as Excel.PageOrientation;
  layout.zoom = { scale: 100 };
  layout.centerHorizontally = false;
  layout.setPrintMargins("Points", plainMargins);
  layout.headersFooters.state = "Default" as Excel.HeaderFooterState;
  writeSections(layout.headersFooters.defaultForAllPages, "Header", noSections);
  writeSections(layout.headersFooters.defaultForAllPages, "Footer", noSections);
  sheet.horizontalPageBreaks.removePageBreaks();
  // The interface cannot unset a print area; it is a name of the sheet, and names can go.
  sheet.names.getItemOrNullObject("Print_Area").delete();
  sheet.names.getItemOrNullObject("Print_Titles").delete();
}

export function writePage(sheet: Excel.Worksheet, page: PageLayout): void {
  const layout = sheet.pageLayout;
  layout.orientation = (page.orientation === "landscape" ? "Landscape" : "Portrait") as Excel.PageOrientation;
  layout.paperSize = (page.paper === "a3" ? "A3" : "A4") as Excel.PaperType;
  if (page.fitWidth > 0) layout.zoom = { horizontalFitToPages: page.fitWidth };
  layout.setPrintMargins("Centimeters", page.margins);
  layout.centerHorizontally = page.centreHorizontally ?? false;
  const { headersFooters } = layout;
  headersFooters.state = (page.plainFirstPage ? "FirstAndDefault" : "Default") as Excel.HeaderFooterState;
  writeSections(headersFooters.defaultForAllPages, "Header", headerSections(page.header ?? ""));
  writeSections(headersFooters.defaultForAllPages, "Footer", headerSections(page.footer ?? ""));
  if (page.area) layout.setPrintArea(areaAddress(page.area));
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows.first + 1}:$${page.titleRows.last + 1}`);
  for (const row of page.breaksBefore ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

/**
 * What of the page lies in rows, where rows were repeated; what a design does not tell is left to Excel.
 * @param pageStarts rows that now begin a page, also where nobody has set up a page
 */
export function writePrintedRows(
  sheet: Excel.Worksheet,
  before: PageLayout | undefined,
  after: PageLayout | undefined,
  pageStarts: readonly number[],
): void {
  const layout = sheet.pageLayout;
  if (before?.area) {
    if (after?.area) layout.setPrintArea(areaAddress(after.area));
    else sheet.names.getItemOrNullObject("Print_Area").delete();
  }
  if (before?.titleRows) {
    if (after?.titleRows)
      layout.setPrintTitleRows(`$${after.titleRows.first + 1}:$${after.titleRows.last + 1}`);
    else sheet.names.getItemOrNullObject("Print_Titles").delete();
  }
  const breaks = after?.breaksBefore ?? pageStarts;
  if (!before?.breaksBefore && breaks.length === 0) return;
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of breaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

function writeSections(target: Excel.HeaderFooter, where: "Header" | "Footer", sections: Sections): void {
  target[`left${where}`] = sections.left;
  target[`center${where}`] = sections.center;
  target[`right${where}`] = sections.right;
}

/** Cuts `&LA&CB&RC` at its sections; a text before any of them stands in the centre. Names of fonts are passed over. */
function headerSections(text: string): Sections {
  const sections = { ...noSections };
  let current: keyof Sections = "center";
  for (const part of text.match(/&"[^"]*"|&.|[^&]+|&/gsu) ?? []) {
    const code = part.toUpperCase();
    if (code === "&L") current = "left";
    else if (code === "&C") current = "center";
    else if (code === "&R") current = "right";
    else sections[current] += part;
  }
  return sections;
}

function joinedSections(found: Excel.HeaderFooter, where: "Header" | "Footer"): string {
  const parts = [
    ["&L", found[`left${where}`]],
    ["&C", found[`center${where}`]],
    ["&R", found[`right${where}`]],
  ] as const;
  return parts.map(([code, text]) => (text ? code + text : "")).join("");
}

const SECTIONS = "leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter";
const MARGINS = "topMargin,rightMargin,bottomMargin,leftMargin,headerMargin,footerMargin";

/** The page of one sheet, read in the trip of the frames; the places of its breaks in the next. */
export class PageReading {
  private layout!: Excel.PageLayout;
  private printArea: Area | null = null;
  private titleRows: { first: number; last: number } | null = null;
  private breakCount = 0;
  private readonly breaks: number[] = [];

  constructor(private readonly sheetId: string) {}

  ask(sheet: Excel.Worksheet): () => void {
    const layout = sheet.pageLayout.load(`orientation,paperSize,zoom,centerHorizontally,${MARGINS}`);
    layout.headersFooters.load("state");
    layout.headersFooters.defaultForAllPages.load(SECTIONS);
    const area = layout.getPrintAreaOrNullObject().load("areaCount");
    area.areas.load(PLACES);
    const titles = layout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
    const breaks = sheet.horizontalPageBreaks.load("items/rowIndex");
    return () => {
      this.layout = layout;
      if (!area.isNullObject && area.areaCount === 1) this.printArea = areaOf(area.areas.items[0]!);
      if (!titles.isNullObject)
        this.titleRows = { first: titles.rowIndex, last: titles.rowIndex + titles.rowCount - 1 };
      this.breakCount = breaks.items.length;
    };
  }

  pieces(): Piece[] {
    if (this.breakCount === 0) return [];
    return [
      {
        bytes: this.breakCount * 60,
        ask: (workbook) => this.askBreaks(workbook.worksheets.getItem(this.sheetId)),
      },
    ];
  }

  private askBreaks(sheet: Excel.Worksheet): () => void {
    const cells = Array.from({ length: this.breakCount }, (_one, index) =>
      sheet.horizontalPageBreaks.getItem(index).getCellAfterBreak().load("rowIndex"),
    );
    return () => this.breaks.push(...cells.map((cell) => cell.rowIndex));
  }

  /** Undefined where nobody has set anything. */
  get page(): PageLayout | undefined {
    const { layout } = this;
    const header = joinedSections(layout.headersFooters.defaultForAllPages, "Header");
    const footer = joinedSections(layout.headersFooters.defaultForAllPages, "Footer");
    const plainFirstPage = layout.headersFooters.state === "FirstAndDefault";
    const page: PageLayout = {
      orientation: layout.orientation === "Landscape" ? "landscape" : "portrait",
      paper: layout.paperSize === "A3" ? "a3" : "a4",
      fitWidth: layout.zoom.horizontalFitToPages ?? 0,
      margins: this.margins,
      ...(this.printArea ? { area: this.printArea } : {}),
      ...(this.titleRows ? { titleRows: this.titleRows } : {}),
      ...(layout.centerHorizontally ? { centreHorizontally: true } : {}),
      ...(header ? { header } : {}),
      ...(footer ? { footer } : {}),
      ...(plainFirstPage ? { plainFirstPage } : {}),
      ...(this.breaks.length > 0 ? { breaksBefore: this.breaks } : {}),
    };
    return this.isPlain(page) ? undefined : page;
  }

  private get margins(): PageLayout["margins"] {
    const side = (points: number) => Math.round((points / POINTS_PER_CENTIMETRE) * 100) / 100;
    const { topMargin, rightMargin, bottomMargin, leftMargin, headerMargin, footerMargin } = this.layout;
    return {
      top: side(topMargin),
      right: side(rightMargin),
      bottom: side(bottomMargin),
      left: side(leftMargin),
      header: side(headerMargin),
      footer: side(footerMargin),
    };
  }

  private isPlain(page: PageLayout): boolean {
    const { topMargin, rightMargin, bottomMargin, leftMargin } = this.layout;
    const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
    const margins =
      near(topMargin, plainMargins.top) &&
      near(rightMargin, plainMargins.right) &&
      near(bottomMargin, plainMargins.bottom) &&
      near(leftMargin, plainMargins.left);
    const { orientation, paper, fitWidth, margins: _margins, ...said } = page;
    return (
      margins &&
      orientation === "portrait" &&
      paper === "a4" &&
      fitWidth === 0 &&
      Object.keys(said).length === 0
    );
  }
}
