/**
 * New sheets: hucre makes their formats, pages, drop-downs, notes and charts as a workbook of their own, which is then
 * grafted into the real one. Corrected here is what hucre leaves wrong; cells and tables are not its business, since
 * those of new and of existing sheets are written by the same code (`cells.ts`, `tables.ts`).
 */
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import type { CellFormat, PageLayout, SheetDesign } from "../../book";
import { cellStyle, conditionalRules, dataValidations, type DefaultFont } from "./fresh-formats";
import { sheetChart, withCachedValues, withChartNames, type ValueLookup } from "./fresh-charts";
import { ZipPackage } from "./package";
import { child, children, parseSpans, splice, type TextEdit, type XmlSpan } from "./xml";

export interface FreshSheets {
  readonly package: ZipPackage;
  /** The part of the sheet that was made for a design. */
  readonly partOf: (design: SheetDesign) => string;
  /** A format's place among the cell formats of the package. */
  readonly formatOf: (format: CellFormat | undefined) => number;
}

/**
 * Makes the sheets of these designs. Formats that do not name a font get `font`; charts keep the values that `lookup`
 * gives for the cells they show.
 */
export async function makeSheets(
  designs: readonly SheetDesign[],
  font: DefaultFont,
  lookup: ValueLookup,
): Promise<FreshSheets> {
  const palette = new Palette(designs);
  // Sheets are numbered here: their real names come in with the graft and need no approval of the library's.
  const sheets = designs.map((design, i) => freshSheet(design, `S${i + 1}`));
  const bytes = await writeXlsx({ sheets: [...sheets, palette.sheet(font)], defaultFont: { ...font } });
  const made = ZipPackage.open(bytes);
  const paletteText = made.text(sheetPart(designs.length));
  const places = new Map(designs.map((design, i) => [design, sheetPart(i)]));
  return {
    package: corrected(made, designs, lookup),
    partOf: (design) => places.get(design)!,
    formatOf: palette.formats(paletteText),
  };
}

function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** Each format that occurs, once, in a cell of a sheet of its own: so each gets its number. */
class Palette {
  readonly #rows = new Map<string, number>();
  readonly #formats: CellFormat[] = [];

  constructor(designs: readonly SheetDesign[]) {
    for (const design of designs) {
      for (const { format } of design.cells) {
        if (!format) continue;
        const key = keyOf(format);
        if (this.#rows.has(key)) continue;
        this.#rows.set(key, this.#formats.push(format) - 1);
      }
    }
  }

  sheet(font: DefaultFont): WriteSheet {
    const cells = this.#formats.map(
      (format, row) => [`${row},0`, { style: cellStyle(format, font) }] as const,
    );
    return { name: "Palette", cells: new Map(cells) };
  }

  formats(text: string): (format: CellFormat | undefined) => number {
    const styles = this.#formats.map(() => 0);
    for (const [, row, style] of text.matchAll(/<c r="A(\d+)" s="(\d+)"/g))
      styles[Number(row) - 1] = Number(style);
    return (format) => (format ? styles[this.#rows.get(keyOf(format))!]! : 0);
  }
}

const keys = new WeakMap<CellFormat, string>();

/** Equal formats are often one object: their text is made once. */
function keyOf(format: CellFormat): string {
  let key = keys.get(format);
  if (key === undefined) keys.set(format, (key = JSON.stringify(format)));
  return key;
}

function freshSheet(design: SheetDesign, name: string): WriteSheet {
  const { page, freeze, validations, conditionalFormats, merges, charts } = design;
  const cells = design.cells
    .filter((cell) => cell.note !== undefined || cell.link !== undefined)
    .map(
      (cell) =>
        [
          `${cell.row},${cell.column}`,
          {
            ...(cell.note === undefined ? {} : { comment: { text: cell.note } }),
            ...(cell.link === undefined ? {} : { hyperlink: { target: "", location: cell.link } }),
          },
        ] as const,
    );
  return {
    name,
    cells: new Map(cells),
    columns: design.columns.map(({ width, hidden }) => ({
      ...(width === undefined ? {} : { width }),
      ...(hidden ? { hidden } : {}),
    })),
    merges: (merges ?? []).map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
    ...(freeze && freeze.rows + freeze.columns > 0 ? { freezePane: { ...freeze } } : {}),
    view: {
      ...(design.gridlines === undefined ? {} : { showGridLines: design.gridlines }),
      ...(design.zoom === undefined ? {} : { zoomScale: design.zoom }),
      ...(design.tabColour === undefined ? {} : { tabColor: { rgb: design.tabColour } }),
    },
    dataValidations: dataValidations(validations ?? []),
    conditionalRules: conditionalRules(conditionalFormats ?? []),
    charts: (charts ?? []).map(sheetChart),
    ...(page ? pageOf(page) : {}),
  };
}

function pageOf(page: PageLayout): Pick<WriteSheet, "pageSetup" | "headerFooter" | "rowBreaks"> {
  const inches = (centimetres: number): number => Math.round((centimetres / 2.54) * 1e6) / 1e6;
  const { top, right, bottom, left, header, footer } = page.margins;
  const heads = page.header !== undefined || page.footer !== undefined;
  return {
    pageSetup: {
      paperSize: page.paper,
      orientation: page.orientation,
      ...(page.fitWidth > 0 ? { fitToPage: true, fitToWidth: page.fitWidth, fitToHeight: 0 } : {}),
      margins: {
        top: inches(top),
        right: inches(right),
        bottom: inches(bottom),
        left: inches(left),
        ...(header === undefined ? {} : { header: inches(header) }),
        ...(footer === undefined ? {} : { footer: inches(footer) }),
      },
      ...(page.centreHorizontally ? { horizontalCentered: true } : {}),
    },
    ...(heads
      ? {
          headerFooter: {
            ...(page.header === undefined ? {} : { oddHeader: page.header }),
            ...(page.footer === undefined ? {} : { oddFooter: page.footer }),
            ...(page.plainFirstPage ? { differentFirst: true } : {}),
          },
        }
      : {}),
    // hucre counts the row before the break, we the row behind it.
    ...(page.breaksBefore && page.breaksBefore.length > 0
      ? { rowBreaks: page.breaksBefore.map((row) => row - 1) }
      : {}),
  };
}

/** The package with the faults of its maker put right. */
function corrected(made: ZipPackage, designs: readonly SheetDesign[], lookup: ValueLookup): ZipPackage {
  const changes = new Map<string, string | null>();
  changes.set("xl/styles.xml", withOrderedFonts(made.text("xl/styles.xml")));
  for (const name of made.names()) {
    if (/^xl\/charts\/chart\d+\.xml$/.test(name))
      changes.set(name, withCachedValues(made.text(name), lookup));
    if (/^xl\/charts\/_rels\//.test(name)) changes.set(name, null);
    if (/^xl\/comments\d+\.xml$/.test(name)) changes.set(name, withSpacesKept(made.text(name)));
  }
  designs.forEach((design, i) => {
    const drawing = `xl/drawings/drawing${i + 1}.xml`;
    if (design.charts && made.has(drawing))
      changes.set(drawing, withChartNames(made.text(drawing), design.charts));
  });
  return made.with(changes);
}

const fontOrder =
  "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(" ");

/** The schema wants the children of a font in this order; hucre writes them in another. */
function withOrderedFonts(text: string): string {
  const root = parseSpans(text);
  const fonts = [
    ...children(child(root, "fonts"), "font"),
    ...children(child(root, "dxfs"), "dxf").flatMap((dxf) => children(dxf, "font")),
  ];
  return splice(
    text,
    fonts.filter((font) => font.children.length > 1).map((font) => reordered(text, font)),
  );
}

function reordered(text: string, font: XmlSpan): TextEdit {
  const sorted = [...font.children].sort((a, b) => fontOrder.indexOf(a.local) - fontOrder.indexOf(b.local));
  const inner = sorted.map((one) => text.slice(one.start, one.end)).join("");
  return { start: font.openEnd, end: font.closeStart, text: inner };
}

/** A note may begin or end with spaces, and what stands in several lines stays so. */
function withSpacesKept(text: string): string {
  return text.replace(/<t>(?=[^<]*<\/t>)/g, '<t xml:space="preserve">');
}
