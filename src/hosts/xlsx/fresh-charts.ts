/** Charts of a design in hucre's words, and the values that a chart keeps beside its references. */
import type { SheetChart } from "hucre/xlsx";
import { parseArea, type CellValue, type ChartDesign } from "../../book";
import {
  children,
  escapeAttribute,
  escapeXml,
  parseSpans,
  splice,
  textOf,
  type TextEdit,
  type XmlSpan,
} from "./xml";

/** The value of a cell, wherever in the workbook it stands. */
export type ValueLookup = (sheet: string, row: number, column: number) => CellValue;

const shapes: Readonly<
  Record<ChartDesign["kind"], Pick<SheetChart, "type" | "barGrouping" | "overlap" | "gapWidth">>
> = {
  column: { type: "column" },
  stackedColumn: { type: "column", barGrouping: "stacked", overlap: 100, gapWidth: 80 },
  bar: { type: "bar" },
  stackedBar: { type: "bar", barGrouping: "stacked", overlap: 100, gapWidth: 80 },
  pie: { type: "pie" },
  line: { type: "line" },
};

export function sheetChart(chart: ChartDesign): SheetChart {
  const shape = shapes[chart.kind];
  const numberFormat = chart.valueFormat === undefined ? undefined : { formatCode: chart.valueFormat };
  const { row, column, rows, columns } = chart.area;
  return {
    ...shape,
    title: chart.title,
    altText: chart.altText,
    lang: "vi-VN",
    anchor: { from: { row, col: column }, to: { row: row + rows, col: column + columns } },
    legend: chart.kind === "pie" ? "right" : chart.series.length > 1 ? "bottom" : false,
    series: chart.series.map((series) => ({
      name: series.name,
      values: series.values,
      categories: series.categories,
      ...(series.colour === undefined ? {} : { color: series.colour }),
    })),
    ...(chart.showValues
      ? { dataLabels: { showValue: true, ...(numberFormat ? { numberFormat } : {}) } }
      : {}),
    ...(shape.type === "pie" ? {} : { axes: axesOf(chart, numberFormat) }),
  };
}

function axesOf(
  chart: ChartDesign,
  numberFormat: { formatCode: string } | undefined,
): NonNullable<SheetChart["axes"]> {
  const lying = chart.kind === "bar" || chart.kind === "stackedBar";
  // Without these words programs draw ticks on both sides of the axes, between the numbers too.
  const ticks = { majorTickMark: "out", minorTickMark: "none" } as const;
  return {
    // Bars are read from the top, in the order of the table; their axis of values stays at the bottom.
    x: { ...ticks, ...(lying ? { reverse: true } : {}) },
    y: {
      ...ticks,
      gridlines: { major: true },
      ...(lying ? { crosses: "max" as const } : {}),
      ...(chart.valueAxisTitle === undefined ? {} : { title: chart.valueAxisTitle }),
      ...(numberFormat ? { numberFormat } : {}),
    },
  };
}

/** A chart's text with the values of its references beside them, for programs that do not calculate. */
export function withCachedValues(text: string, lookup: ValueLookup): string {
  const edits: TextEdit[] = [];
  const visit = (span: XmlSpan): void => {
    if (span.local === "numRef" || span.local === "strRef") {
      const formula = children(span, "f")[0];
      const values = formula && valuesOf(textOf(text, formula), lookup);
      if (values) edits.push({ start: formula.end, end: formula.end, text: cacheXml(span.local, values) });
    }
    span.children.forEach(visit);
  };
  visit(parseSpans(text));
  return splice(text, edits);
}

/** The values of `'A'!$B$2:$B$5` or of several such areas in parentheses; null for what is no such reference. */
function valuesOf(reference: string, lookup: ValueLookup): CellValue[] | null {
  const list = reference.replace(/^\((.*)\)$/, "$1");
  const values: CellValue[] = [];
  for (const [, quoted, plain, area] of list.matchAll(/(?:'((?:[^']|'')+)'|([^'!,]+))!([^,]+)(?:,|$)/g)) {
    const place = parseArea(area!);
    if (!place) return null;
    const sheet = quoted === undefined ? plain! : quoted.replace(/''/g, "'");
    for (let row = place.row; row < place.row + place.rows; row++) {
      for (let column = place.column; column < place.column + place.columns; column++) {
        values.push(lookup(sheet, row, column));
      }
    }
  }
  return values.length === 0 ? null : values;
}

function cacheXml(kind: string, values: readonly CellValue[]): string {
  const numeric = kind === "numRef";
  const points = values.map((value, i) => {
    const shown = numeric ? (typeof value === "number" ? String(value) : null) : shownText(value);
    return shown === null ? "" : `<c:pt idx="${i}"><c:v>${escapeXml(shown)}</c:v></c:pt>`;
  });
  const format = numeric ? "<c:formatCode>General</c:formatCode>" : "";
  const name = numeric ? "numCache" : "strCache";
  return `<c:${name}>${format}<c:ptCount val="${values.length}"/>${points.join("")}</c:${name}>`;
}

function shownText(value: CellValue): string | null {
  if (value === null || typeof value === "object") return null;
  return String(value);
}

/** A drawing's text with the charts' own names in the place of numbered ones. */
export function withChartNames(text: string, charts: readonly ChartDesign[]): string {
  let next = 0;
  return text.replace(/(<xdr:cNvPr id="\d+" name=")Chart \d+"/g, (_all, head: string) => {
    return `${head}${escapeAttribute(charts[next++]!.name)}"`;
  });
}
