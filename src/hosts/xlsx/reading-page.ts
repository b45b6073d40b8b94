/** How a sheet is printed. */
import { columnIndex, parseArea, type DefinedName, type PageLayout } from "../../book";
import { isOn, type ParsedPart } from "./parts";
import { given } from "./reading-styles";
import { child, children, textOf, unescapeCellText, type XmlSpan } from "./xml";

/** Undefined where the sheet says nothing about printing. `names` are the ones local to the sheet. */
export function readPage(sheet: ParsedPart, names: readonly DefinedName[]): PageLayout | undefined {
  const { root } = sheet;
  const setup = child(root, "pageSetup")?.attributes;
  const breaks = breaksBefore(sheet);
  const printed = names.filter((name) => /^_xlnm\.print_(area|titles)$/i.test(name.name));
  const elements = ["pageSetup", "pageMargins", "printOptions", "headerFooter"].some((local) =>
    child(root, local),
  );
  if (!elements && breaks.length === 0 && printed.length === 0) return undefined;
  const fits = isOn(child(child(root, "sheetPr"), "pageSetUpPr")?.attributes.fitToPage);
  const fitWidth = Number(setup?.fitToWidth ?? 1);
  const centred = isOn(child(root, "printOptions")?.attributes.horizontalCentered);
  return {
    orientation: setup?.orientation === "landscape" ? "landscape" : "portrait",
    paper: setup?.paperSize === "8" ? "a3" : "a4",
    fitWidth: fits && fitWidth > 0 ? fitWidth : 0,
    margins: marginsOf(child(root, "pageMargins")),
    ...given("area", printArea(printed)),
    ...given("titleRows", titleRows(printed)),
    ...given("centreHorizontally", centred ? true : undefined),
    ...headerAndFooter(sheet),
    ...given("breaksBefore", breaks.length > 0 ? breaks : undefined),
  };
}

/** Inches → centimetres, to a tenth of a millimetre; where nothing is said, Excel's own margins. */
function marginsOf(span: XmlSpan | undefined): PageLayout["margins"] {
  const side = (name: string, otherwise: number): number => {
    const inches = Number(span?.attributes[name] ?? otherwise);
    return Math.round((inches >= 0 ? inches : otherwise) * 254) / 100;
  };
  return {
    top: side("top", 0.75),
    right: side("right", 0.7),
    bottom: side("bottom", 0.75),
    left: side("left", 0.7),
    header: side("header", 0.3),
    footer: side("footer", 0.3),
  };
}

function headerAndFooter(sheet: ParsedPart): Pick<PageLayout, "header" | "footer" | "plainFirstPage"> {
  const span = child(sheet.root, "headerFooter");
  const text = (local: string): string | undefined => {
    const element = child(span, local);
    return (element && unescapeCellText(textOf(sheet.text, element))) || undefined;
  };
  const plain = isOn(span?.attributes.differentFirst) && !text("firstHeader") && !text("firstFooter");
  return {
    ...given("header", text("oddHeader")),
    ...given("footer", text("oddFooter")),
    ...given("plainFirstPage", plain ? true : undefined),
  };
}

/** A break is written with the number of the row above it. */
function breaksBefore(sheet: ParsedPart): number[] {
  return children(child(sheet.root, "rowBreaks"), "brk")
    .map(({ attributes }) => Number(attributes.id))
    .filter((row) => Number.isInteger(row) && row > 0);
}

function refersTo(names: readonly DefinedName[], kind: string): string[] {
  const name = names.find((one) => one.name.toLowerCase() === `_xlnm.${kind}`);
  return name ? splitUnion(name.refersTo).map((part) => part.slice(part.lastIndexOf("!") + 1)) : [];
}

/** Cuts `'A, B'!$1:$2,'A, B'!$A:$B` at the commas that stand outside quotes. */
function splitUnion(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

/** One area only: the layout holds no more. */
function printArea(names: readonly DefinedName[]): PageLayout["area"] {
  const areas = refersTo(names, "print_area");
  if (areas.length !== 1) return undefined;
  const area = parseArea(areas[0]!) ?? wholeColumns(areas[0]!);
  return area ?? undefined;
}

function wholeColumns(text: string): PageLayout["area"] {
  const match = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (!match) return undefined;
  const first = columnIndex(match[1]!);
  return { row: 0, column: first, rows: 1_048_576, columns: columnIndex(match[2]!) - first + 1 };
}

function titleRows(names: readonly DefinedName[]): PageLayout["titleRows"] {
  for (const part of refersTo(names, "print_titles")) {
    const match = /^\$?(\d+):\$?(\d+)$/.exec(part);
    if (match && Number(match[1]) > 0) return { first: Number(match[1]) - 1, last: Number(match[2]) - 1 };
  }
  return undefined;
}
