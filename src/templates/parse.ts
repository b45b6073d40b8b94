/** Reads a sheet as a template: what is filled where, and every mistake with its cell. */
import { cellAddress, type CellValue } from "../book";
import { normalise } from "../domain";
import { findBands, reportTornMerges, type BandRows, type Mark } from "./bands";
import { MistakeList, type TemplateMistake } from "./mistakes";
import type { AskedValue, Template, TemplateBand, TemplateCell } from "./model";
import { bandCondition, bandOptions } from "./options";
import { relationBetween } from "./relations";
import { Resolver, type Scope } from "./resolve";
import { byName, type RecordType } from "./schema";
import type { TemplateSheet } from "./sheet";
import { holdsPlaceholder, tokensOf, type Token } from "./syntax";

export interface ParsedTemplate {
  /** null where there are mistakes. */
  readonly template: Template | null;
  readonly mistakes: readonly TemplateMistake[];
  /** The fields that the template uses, as `Hộ.NSTW`, each once, in reading order. */
  readonly fields: readonly string[];
  readonly asked: readonly AskedValue[];
  /** Records whose fields stand outside every band: with one of them as `each` the template may be right. */
  readonly outside: readonly string[];
}

interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly tokens: readonly Token[];
}

/** @param each the record that the whole sheet is for, where a sheet is made for each */
export function parseTemplate(
  sheet: TemplateSheet,
  records: readonly RecordType[],
  each: RecordType | null = null,
): ParsedTemplate {
  const mistakes = new MistakeList(sheet.name);
  reportUnfillable(sheet, mistakes);
  const cells = readCells(sheet, mistakes);
  const marks = cells.flatMap(({ row, column, tokens }) =>
    tokens.flatMap((token): Mark[] =>
      token.kind === "open" || token.kind === "close" ? [{ row, column, token }] : [],
    ),
  );
  const found = findBands(
    marks,
    byName(records),
    records.map((one) => one.name),
    mistakes,
  );
  reportTornMerges(found.bands, sheet.merges, mistakes);
  const builder = new Builder(sheet, records, each, mistakes, found.unsureFrom);
  const template = builder.build(found.bands, cells);
  const { resolver } = builder;
  return {
    template: mistakes.found.length === 0 ? template : null,
    mistakes: inReadingOrder(mistakes.found),
    fields: [...resolver.fields],
    asked: [...resolver.asked.values()],
    outside: [...resolver.outside],
  };
}

/** Cells with placeholders or marks, row by row. */
function readCells(sheet: TemplateSheet, mistakes: MistakeList): ReadCell[] {
  const cells: ReadCell[] = [];
  sheet.values.forEach((line, row) =>
    line.forEach((value: CellValue, column) => {
      const formula = sheet.formulas.get(row)?.get(column);
      if (formula !== undefined) {
        if (holdsPlaceholder(formula)) {
          mistakes.add("inFormula", cellAddress(row, column), { text: quotedPart(formula) });
        }
        return;
      }
      if (typeof value !== "string" || !holdsPlaceholder(value)) return;
      const tokens = tokensOf(value);
      for (const token of tokens) {
        if (token.kind !== "wrong") continue;
        const address = cellAddress(row, column);
        if (token.wrong === "emptyPlaceholder") mistakes.add("emptyPlaceholder", address, {});
        else mistakes.add(token.wrong, address, { text: token.text });
      }
      cells.push({ row, column, tokens });
    }),
  );
  return cells;
}

/** Placeholders in places that an edit cannot fill. */
function reportUnfillable(sheet: TemplateSheet, mistakes: MistakeList): void {
  if (holdsPlaceholder(sheet.name)) mistakes.add("inSheetName", null, { text: sheet.name });
  for (const { cell, text } of sheet.notes) {
    if (holdsPlaceholder(text)) mistakes.add("inNote", cell, { text: quotedPart(text) });
  }
  for (const text of sheet.pageTexts) {
    if (holdsPlaceholder(text)) mistakes.add("inHeaderFooter", null, { text: quotedPart(text) });
  }
}

function quotedPart(text: string): string {
  const start = text.indexOf("{{");
  const end = text.indexOf("}}", start);
  return normalise(text.slice(start, end < 0 ? undefined : end + 2));
}

class Builder {
  readonly resolver: Resolver;
  readonly #cells = new Map<TemplateBand | null, TemplateCell[]>();

  constructor(
    private readonly sheet: TemplateSheet,
    records: readonly RecordType[],
    private readonly each: RecordType | null,
    private readonly mistakes: MistakeList,
    unsureFrom: number,
  ) {
    this.resolver = new Resolver(records, each, mistakes, unsureFrom);
  }

  build(rows: readonly BandRows[], cells: readonly ReadCell[]): Template {
    const bands = rows.map((one) => this.#band(one, []));
    this.#cells.set(null, []);
    for (const cell of cells) this.#cell(cell, bands);
    const { each } = this;
    return {
      sheet: this.sheet.name,
      rowCount: this.sheet.values.length,
      each,
      usesEach: this.resolver.usesEach || relatedToEach(bands),
      bands,
      cells: this.#cells.get(null)!,
      asked: [...this.resolver.asked.values()],
    };
  }

  #band(rows: BandRows, around: readonly BandRows[]): TemplateBand {
    const { record, open, address } = rows;
    const cells: TemplateCell[] = [];
    const bands = rows.bands.map((inner) => this.#band(inner, [...around, rows]));
    const { sort, keepEmpty } = bandOptions(open.options, record, address, this.mistakes);
    const conditions = open.conditions.flatMap(
      (one) => bandCondition(one, record, address, this.resolver, this.mistakes) ?? [],
    );
    const band: TemplateBand = {
      record,
      depth: around.length + 1,
      first: rows.first,
      last: rows.last,
      address,
      conditions,
      sort,
      keepEmpty,
      relations: this.#relations(rows, around),
      bands,
      cells,
    };
    this.#cells.set(band, cells);
    return band;
  }

  #relations(rows: BandRows, around: readonly BandRows[]): TemplateBand["relations"] {
    const { record } = rows;
    const outer = around.map((one, index) => ({ record: one.record, depth: index + 1 }));
    if (outer.some((one) => one.record === record)) {
      this.mistakes.add("sameBandInside", rows.address, { record: record.name });
      return [];
    }
    const scopes = this.each ? [{ record: this.each, depth: 0 }, ...outer] : outer;
    const relations = scopes.flatMap(({ record: one, depth }) => {
      const relation = one === record ? ("self" as const) : relationBetween(one.name, record.name);
      return relation ? [{ depth, relation }] : [];
    });
    const nearest = scopes.at(-1);
    // A list that has nothing to do with what is around it may still part records that have to do with both.
    if (nearest && relations.length === 0 && !partsInner(rows, nearest.record)) {
      this.mistakes.add("unrelatedBand", rows.address, { record: record.name, outer: nearest.record.name });
    }
    return relations;
  }

  #cell({ row, column, tokens }: ReadCell, bands: readonly TemplateBand[]): void {
    const scope = scopeAt(row, bands);
    const address = cellAddress(row, column);
    const pieces: TemplateCell["pieces"][number][] = [];
    for (const token of tokens) {
      if (token.kind === "text") pieces.push(token.text);
      if (token.kind !== "field") continue;
      const placeholder = this.resolver.placeholder(token, scope, address);
      if (placeholder) pieces.push(placeholder);
    }
    const band = scope.chain.at(-1) ?? null;
    this.#cells.get(band)!.push({
      row,
      column,
      address,
      pieces: tidied(pieces),
      numberFormat: this.sheet.numberFormat?.(row, column) ?? null,
    });
  }
}

/** Without the blanks that parted marks and placeholders from each other at the ends. */
function tidied(pieces: readonly TemplateCell["pieces"][number][]): TemplateCell["pieces"] {
  const kept = [...pieces];
  while (typeof kept[0] === "string" && kept[0].trim() === "") kept.shift();
  while (typeof kept.at(-1) === "string" && (kept.at(-1) as string).trim() === "") kept.pop();
  return kept;
}

/** The bands around a row, outermost first, and those beside it within the innermost. */
function scopeAt(row: number, bands: readonly TemplateBand[]): Scope {
  const chain: TemplateBand[] = [];
  let beside = bands;
  for (;;) {
    const band = beside.find((one) => row >= one.first && row <= one.last);
    if (!band) return { row, chain, beside };
    chain.push(band);
    beside = band.bands;
  }
}

function partsInner(rows: BandRows, outer: RecordType): boolean {
  return rows.bands.some(
    (inner) =>
      (relationBetween(outer.name, inner.record.name) !== null &&
        relationBetween(rows.record.name, inner.record.name) !== null) ||
      partsInner(inner, outer),
  );
}

function relatedToEach(bands: readonly TemplateBand[]): boolean {
  return bands.some((band) => band.relations.some(({ depth }) => depth === 0) || relatedToEach(band.bands));
}

/** By row, then column; what stands in no cell comes first. */
function inReadingOrder(mistakes: readonly TemplateMistake[]): TemplateMistake[] {
  const place = (cell: string | null): [number, string] => {
    if (cell === null) return [0, ""];
    const row = Number(cell.replace(/^[A-Z]+/, ""));
    return [row, cell.replace(/\d+$/, "").padStart(3, " ")];
  };
  return [...mistakes].sort((a, b) => {
    const [rowA, columnA] = place(a.cell);
    const [rowB, columnB] = place(b.cell);
    return rowA - rowB || (columnA < columnB ? -1 : columnA > columnB ? 1 : 0);
  });
}
