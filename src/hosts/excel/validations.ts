/**
 * What may be typed, written and read. Excel keeps no list of a sheet's validations: the cells that have one are asked
 * for, then column by column, halving a column until its cells agree.
 */
import type { Area, Validation, ValidationOperator } from "../../book";
import { areaOf, halvesOf, intersection, joined, PLACES, rangeOf } from "./areas";
import { movedFormula } from "./notation";
import { readPieces, type Piece } from "./pieces";
import type { RoundTrips } from "./round-trips";

/** Each operator in Excel's word. */
const operators: Readonly<Record<ValidationOperator, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};

const alerts = { stop: "Stop", warning: "Warning", information: "Information" } as const;
const amounts = { whole: "wholeNumber", decimal: "decimal", date: "date", textLength: "textLength" } as const;

/** The title of an input prompt that stands in for a note where notes are not to be had (below ExcelApi 1.18). */
const NOTE_TITLE = "Ghi chú";

/** Writes a validation; a formula is read relative to each area's first cell. */
export function writeValidation(sheet: Excel.Worksheet, validation: Validation): void {
  const first = validation.areas[0];
  for (const area of validation.areas) {
    const target = rangeOf(sheet, area).dataValidation;
    const moved = (formula: string) =>
      movedFormula(formula, area.row - first!.row, area.column - first!.column);
    target.rule = excelRule(validation.rule, moved);
    target.ignoreBlanks = validation.allowBlank;
    const { alert, prompt } = validation;
    target.errorAlert = alert
      ? { showAlert: true, style: alerts[alert.style], title: alert.title, message: alert.message }
      : { showAlert: false, style: "Stop", title: "", message: "" };
    if (prompt) target.prompt = { showPrompt: true, ...prompt };
  }
}

/** An input prompt on a cell that may hold anything. */
export function writePromptNote(cell: Excel.Range, note: string): void {
  cell.dataValidation.prompt = { showPrompt: true, title: NOTE_TITLE, message: note.slice(0, 255) };
}

function excelRule(rule: Validation["rule"], moved: (formula: string) => string): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: `=${moved(rule.source)}` } };
    case "options":
      return { list: { inCellDropDown: true, source: rule.options.join(",") } };
    case "custom":
      return { custom: { formula: `=${moved(rule.formula)}` } };
    default: {
      // A date's operand would be read as a typed date: a formula says the serial number.
      const isNumber = (text: string) => rule.kind !== "date" && /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(text);
      const operand = (text: string) => (isNumber(text) ? text : `=${moved(text)}`);
      return {
        [amounts[rule.kind]]: {
          operator: operators[rule.operator],
          formula1: operand(rule.first),
          ...(rule.second === undefined ? {} : { formula2: operand(rule.second) }),
        },
      };
    }
  }
}

/** A validation without its areas; its formulas are relative to the cell it was read from. */
type Found = Omit<Validation, "areas"> | { readonly note: string };

/** null: none; "mixed": the cells differ. */
export function readValidation(target: Excel.DataValidation): Found | "mixed" | null {
  const type = target.type as string;
  if (type === "Inconsistent" || type === "MixedCriteria" || target.rule === null) return "mixed";
  const prompt = target.prompt?.message || target.prompt?.title ? target.prompt : null;
  const rule = plainRule(target.rule);
  if (!rule) return prompt?.title === NOTE_TITLE ? { note: prompt.message } : null;
  const alert = target.errorAlert;
  return {
    rule,
    allowBlank: target.ignoreBlanks,
    ...(alert?.showAlert
      ? { alert: { style: styleOf(alert.style), title: alert.title, message: alert.message } }
      : {}),
    ...(prompt ? { prompt: { title: prompt.title, message: prompt.message } } : {}),
  };
}

function styleOf(style: string): "stop" | "warning" | "information" {
  return style === "Warning" ? "warning" : style === "Information" ? "information" : "stop";
}

function plainRule(rule: Excel.DataValidationRule): Validation["rule"] | null {
  if (rule.list) {
    const source = String(rule.list.source);
    return source.startsWith("=")
      ? { kind: "list", source: source.slice(1) }
      : { kind: "options", options: source.split(",") };
  }
  if (rule.custom) return { kind: "custom", formula: bare(rule.custom.formula) };
  for (const kind of Object.keys(amounts) as (keyof typeof amounts)[]) {
    const found = rule[amounts[kind]];
    const operator = (Object.keys(operators) as ValidationOperator[]).find(
      (one) => operators[one] === found?.operator,
    );
    if (!found || !operator) continue;
    const second =
      found.formula2 === undefined || found.formula2 === null || found.formula2 === ""
        ? null
        : bare(found.formula2);
    return { kind, operator, first: bare(found.formula1), ...(second === null ? {} : { second }) };
  }
  return null;
}

function bare(formula: unknown): string {
  return String(formula).replace(/^=/, "");
}

/** A validation as it would read in A1, so that equal ones are known wherever they stand. */
function atOrigin(found: Omit<Validation, "areas">, area: Area): string {
  const { rule, ...rest } = found;
  return JSON.stringify({ ...rest, rule: movedRule(rule, 1000 - area.row, 300 - area.column) });
}

/** The rule as it reads so many rows and columns further on. */
function movedRule(rule: Validation["rule"], rows: number, columns: number): Validation["rule"] {
  const moved = (formula: string) => movedFormula(formula, rows, columns);
  switch (rule.kind) {
    case "list":
      return { ...rule, source: moved(rule.source) };
    case "custom":
      return { ...rule, formula: moved(rule.formula) };
    case "options":
      return rule;
    default:
      return {
        ...rule,
        first: moved(rule.first),
        ...(rule.second === undefined ? {} : { second: moved(rule.second) }),
      };
  }
}

/** The rule's formula says something else in another cell. */
export function isRelative(rule: Validation["rule"]): boolean {
  return JSON.stringify(movedRule(rule, 1, 1)) !== JSON.stringify(rule);
}

/**
 * The validations that are to be written so that cells in `part` have them again. One whose formula is relative is written
 * anew over the whole areas: Excel tells such a formula by the cell for which it was written, and parts would differ.
 */
export function validationsAgain(validations: readonly Validation[], part: Area): Validation[] {
  return validations.flatMap((one) => {
    const reaching = one.areas.filter((area) => intersection(area, part) !== null);
    return isRelative(one.rule)
      ? reaching.flatMap((area) => validationsWithin([one], area))
      : validationsWithin([one], part);
  });
}

/** The validations as far as they touch a part of the sheet; formulas are moved with the first cell of what is left. */
export function validationsWithin(validations: readonly Validation[], part: Area): Validation[] {
  return validations.flatMap((one) => {
    const first = one.areas[0]!;
    const areas = one.areas.map((area) => intersection(area, part)).filter((area) => area !== null);
    const leader = areas[0];
    if (!leader) return [];
    return [
      { ...one, areas, rule: movedRule(one.rule, leader.row - first.row, leader.column - first.column) },
    ];
  });
}

const QUERY = "type,rule,errorAlert,prompt,ignoreBlanks";
const BYTES = 900;

/** The validations of one sheet, or of a part of it. */
export class ValidationReading {
  private waiting: Area[] = [];
  private readonly found: { readonly area: Area; readonly validation: Omit<Validation, "areas"> }[] = [];
  /** Notes kept as input prompts. */
  readonly notes: { readonly area: Area; readonly note: string }[] = [];

  constructor(private readonly sheetId: string) {}

  ask(sheet: Excel.Worksheet): () => void {
    const cells = sheet.getRange().getSpecialCellsOrNullObject("DataValidations").load("areaCount");
    cells.areas.load(PLACES);
    return () => {
      if (!cells.isNullObject) this.waiting = cells.areas.items.map(areaOf).flatMap(columnsOf);
    };
  }

  pieces(): Piece[] {
    return this.waiting.splice(0).map((area) => this.piece(area));
  }

  /** Halves the columns whose cells differ, all of them in one trip, until every part agrees. */
  async settle(trips: RoundTrips): Promise<void> {
    while (this.waiting.length > 0) await readPieces(trips, this.pieces());
  }

  private piece(area: Area): Piece {
    return {
      bytes: BYTES,
      ask: (workbook) => {
        const target = rangeOf(workbook.worksheets.getItem(this.sheetId), area).dataValidation.load(QUERY);
        return () => this.take(area, readValidation(target));
      },
    };
  }

  private take(area: Area, found: Found | "mixed" | null): void {
    if (found === "mixed") this.waiting.push(...(halvesOf(area) ?? []));
    else if (found && "note" in found) this.notes.push({ area, note: found.note });
    else if (found) this.found.push({ area, validation: found });
  }

  /** Equal validations together, as they would have been written. */
  get validations(): Validation[] {
    const groups = new Map<
      string,
      { readonly area: Area; readonly validation: Omit<Validation, "areas"> }[]
    >();
    for (const one of this.found) {
      const key = atOrigin(one.validation, one.area);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map((group) => {
      const areas = joined(group.map((one) => one.area));
      const first = areas[0]!;
      const leader =
        group.find((one) => one.area.row === first.row && one.area.column === first.column) ?? group[0]!;
      return { areas, ...leader.validation };
    });
  }
}

function columnsOf(area: Area): Area[] {
  return Array.from({ length: area.columns }, (_one, index) => ({
    ...area,
    column: area.column + index,
    columns: 1,
  }));
}
