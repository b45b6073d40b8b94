/** The charts of a sheet that a ChartDesign can hold: one plain group of columns, bars, lines or a pie. */
import { sheetColumns, sheetRows, type Area, type ChartDesign, type ChartSeries } from "../../book";
import type { ZipPackage } from "./package";
import { isOn, parsePart, relationId, relationshipsOf, type ParsedPart } from "./parts";
import { partsOfType } from "./reading-sheet";
import { given } from "./reading-styles";
import { child, children, textOf, unescapeXml, type XmlSpan } from "./xml";

export function readCharts(pkg: ZipPackage, sheet: ParsedPart): ChartDesign[] {
  if (!child(sheet.root, "drawing")) return [];
  return partsOfType(pkg, sheet.name, "drawing").flatMap((name) =>
    chartsOfDrawing(pkg, parsePart(pkg, name)),
  );
}

function chartsOfDrawing(pkg: ZipPackage, drawing: ParsedPart): ChartDesign[] {
  const relationships = relationshipsOf(pkg, drawing.name);
  return children(drawing.root, "twoCellAnchor").flatMap((anchor) => {
    const frame = child(anchor, "graphicFrame");
    const reference = child(child(child(frame, "graphic"), "graphicData"), "chart");
    const target = relationships.find((one) => reference && one.id === relationId(reference))?.part;
    const area = anchorArea(drawing, anchor);
    if (!frame || !area || target === undefined || target === null) return [];
    const shape = child(child(frame, "nvGraphicFramePr"), "cNvPr")?.attributes;
    const design = chartOf(parsePart(pkg, target));
    return design ? [{ name: shape?.name ?? "", ...design, area, altText: shape?.descr ?? "" }] : [];
  });
}

/** The cells that the chart covers; a corner inside a cell takes that cell along. */
function anchorArea(drawing: ParsedPart, anchor: XmlSpan): Area | null {
  const corner = (name: string, local: string): number => {
    const span = child(child(anchor, name), local);
    return span ? Number(textOf(drawing.text, span)) : NaN;
  };
  const row = corner("from", "row");
  const column = corner("from", "col");
  const rows = corner("to", "row") + (corner("to", "rowOff") > 0 ? 1 : 0) - row;
  const columns = corner("to", "col") + (corner("to", "colOff") > 0 ? 1 : 0) - column;
  const whole = [row, column, rows, columns].every((value) => Number.isInteger(value) && value >= 0);
  if (!whole || row + rows > sheetRows || column + columns > sheetColumns) return null;
  return { row, column, rows: Math.max(1, rows), columns: Math.max(1, columns) };
}

type ChartBody = Omit<ChartDesign, "name" | "area" | "altText">;

function chartOf(part: ParsedPart): ChartBody | null {
  const chart = child(part.root, "chart");
  const plot = child(chart, "plotArea");
  const groups = plot?.children.filter((one) => one.local.endsWith("Chart")) ?? [];
  const group = groups[0];
  const kind = group && groups.length === 1 ? kindOf(group) : null;
  if (!group || kind === null) return null;
  const series = children(group, "ser").map((one) => seriesOf(part, one));
  if (!series.every((one) => one !== null) || series.length === 0) return null;
  const axis = child(plot, "valAx");
  const format = child(axis, "numFmt")?.attributes;
  const labels = [group, ...children(group, "ser")].map(
    (one) => child(child(one, "dLbls"), "showVal")?.attributes.val,
  );
  return {
    kind,
    title: titleText(part, child(chart, "title")),
    series,
    ...given("valueAxisTitle", titleText(part, child(axis, "title")) || undefined),
    ...given("valueFormat", isOn(format?.sourceLinked) ? undefined : format?.formatCode),
    ...given("showValues", labels.some((value) => isOn(value)) ? true : undefined),
  };
}

function kindOf(group: XmlSpan): ChartDesign["kind"] | null {
  const grouping = child(group, "grouping")?.attributes.val;
  if (group.local === "pieChart") return "pie";
  if (group.local === "lineChart") return grouping === undefined || grouping === "standard" ? "line" : null;
  if (group.local !== "barChart") return null;
  const lying = child(group, "barDir")?.attributes.val === "bar";
  if (grouping === "stacked") return lying ? "stackedBar" : "stackedColumn";
  if (grouping === "clustered" || grouping === undefined) return lying ? "bar" : "column";
  return null;
}

/** null where the series has no ranges. */
function seriesOf(part: ParsedPart, span: XmlSpan): ChartSeries | null {
  const values = rangeOf(part, child(span, "val"));
  const categories = rangeOf(part, child(span, "cat"));
  if (values === null) return null;
  const shape = child(span, "spPr");
  const fill = child(shape, "solidFill") ?? child(child(shape, "ln"), "solidFill");
  const colour = child(fill, "srgbClr")?.attributes.val?.toUpperCase();
  return {
    name: seriesName(part, child(span, "tx")),
    values,
    categories: categories ?? "",
    ...given("colour", colour),
  };
}

/** The formula of a `numRef`, `strRef` or `multiLvlStrRef`. */
function rangeOf(part: ParsedPart, source: XmlSpan | undefined): string | null {
  const formula = child(source?.children[0], "f");
  return formula ? textOf(part.text, formula) : null;
}

/** The text itself, or what a cell held when the file was saved. */
function seriesName(part: ParsedPart, tx: XmlSpan | undefined): string {
  const cached = child(child(child(child(tx, "strRef"), "strCache"), "pt"), "v");
  const value = child(tx, "v") ?? cached;
  return value ? textOf(part.text, value) : "";
}

/** A title's paragraphs, one a line. */
function titleText(part: ParsedPart, title: XmlSpan | undefined): string {
  const tx = child(title, "tx");
  const cached = child(child(child(child(tx, "strRef"), "strCache"), "pt"), "v");
  if (cached) return textOf(part.text, cached);
  return children(child(tx, "rich"), "p")
    .map((paragraph) =>
      children(paragraph, "r")
        .map((run) => child(run, "t"))
        .map((text) => (text ? unescapeXml(part.text.slice(text.openEnd, text.closeStart)) : ""))
        .join(""),
    )
    .join("\n");
}
