/** Data validations and conditional formats of a sheet, those of its extension list (`x14`) included. */
import {
  areaAddress,
  cellAddress,
  type ConditionalFormat,
  type Validation,
  type ValidationOperator,
} from "../../book";
import { isOn, type ParsedPart } from "./parts";
import { areasOf } from "./reading-sheet";
import { differentialFormat, given, type DifferentialFormat, type StyleBook } from "./reading-styles";
import { child, children, textOf, unescapeCellText, type XmlSpan } from "./xml";

/** What can be said by a Validation, in the file's order. */
export function readValidations(sheet: ParsedPart): Validation[] {
  const plain = children(child(sheet.root, "dataValidations"), "dataValidation");
  const extended = extensions(sheet, "dataValidations").flatMap((list) => children(list, "dataValidation"));
  return [...plain, ...extended].flatMap((span) => readValidation(sheet, span) ?? []);
}

/** null for what a Validation cannot say. */
export function readValidation(sheet: ParsedPart, span: XmlSpan): Validation | null {
  const rule = validationRule(sheet, span);
  const areas = areasOf(sqrefOf(sheet, span), sheet.name);
  return rule && areas.length > 0 ? { areas, rule, ...validationTexts(span) } : null;
}

type Placed = Pick<ConditionalFormat, "areas" | "formula">;

/** The rules of one `conditionalFormatting`, as far as formulas say them. */
export function readFormulas(sheet: ParsedPart, group: XmlSpan): Placed[] {
  const areas = areasOf(sqrefOf(sheet, group), sheet.name);
  if (areas.length === 0) return [];
  return children(group, "cfRule").flatMap((rule) => {
    const formula = ruleFormula(sheet, rule, areas);
    return formula === null ? [] : [{ areas, formula }];
  });
}

function validationTexts(span: XmlSpan): Pick<Validation, "allowBlank" | "alert" | "prompt"> {
  const {
    allowBlank,
    showErrorMessage,
    errorStyle,
    errorTitle,
    error,
    showInputMessage,
    promptTitle,
    prompt,
  } = span.attributes;
  const style = errorStyle === "warning" || errorStyle === "information" ? errorStyle : "stop";
  const alert = { style, title: cellText(errorTitle), message: cellText(error) } as const;
  const hint = { title: cellText(promptTitle), message: cellText(prompt) };
  return {
    allowBlank: isOn(allowBlank),
    ...given("alert", isOn(showErrorMessage) ? alert : undefined),
    ...given("prompt", isOn(showInputMessage) && hint.title + hint.message !== "" ? hint : undefined),
  };
}

function cellText(attribute: string | undefined): string {
  return unescapeCellText(attribute ?? "");
}

const operators: readonly ValidationOperator[] = [
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
];

function validationRule(sheet: ParsedPart, span: XmlSpan): Validation["rule"] | null {
  const first = formulaOf(sheet, child(span, "formula1"));
  const second = formulaOf(sheet, child(span, "formula2"));
  const kind = span.attributes.type;
  if (first === undefined) return null;
  switch (kind) {
    case "list": {
      const literal = /^"((?:[^"]|"")*)"$/.exec(first)?.[1];
      if (literal === undefined) return { kind, source: first };
      return {
        kind: "options",
        options: literal
          .replace(/""/g, '"')
          .split(",")
          .map((option) => option.trim()),
      };
    }
    case "decimal":
    case "whole":
    case "date":
    case "textLength": {
      const operator = operators.find((one) => one === (span.attributes.operator ?? "between"));
      return operator ? { kind, operator, first, ...given("second", second) } : null;
    }
    case "custom":
      return { kind, formula: first };
    default:
      return null;
  }
}

/** What can be said by a formula, the rule that wins first. */
export function readConditionalFormats(sheet: ParsedPart, styles: StyleBook): ConditionalFormat[] {
  const extended = extensions(sheet, "conditionalFormattings").flatMap((list) =>
    children(list, "conditionalFormatting"),
  );
  const found = [...children(sheet.root, "conditionalFormatting"), ...extended].flatMap((group) => {
    const areas = areasOf(sqrefOf(sheet, group), sheet.name);
    const rules = areas.length > 0 ? children(group, "cfRule") : [];
    return rules.flatMap((rule) => {
      const formula = ruleFormula(sheet, rule, areas);
      const format = ruleFormat(rule, styles);
      if (formula === null || !format) return [];
      const stop = isOn(rule.attributes.stopIfTrue) ? true : undefined;
      return [
        {
          priority: Number(rule.attributes.priority ?? 0),
          made: { areas, formula, format, ...given("stopIfTrue", stop) },
        },
      ];
    });
  });
  return found.sort((a, b) => a.priority - b.priority).map(({ made }) => made);
}

function ruleFormat(rule: XmlSpan, styles: StyleBook): DifferentialFormat | null {
  const own = child(rule, "dxf");
  if (own) return differentialFormat(own, styles.colours);
  return rule.attributes.dxfId === undefined ? null : styles.differential(Number(rule.attributes.dxfId));
}

/** Kinds whose own condition the file repeats as a formula. */
const writtenAsFormula = new Set([
  "expression",
  "containsText",
  "notContainsText",
  "beginsWith",
  "endsWith",
  "containsBlanks",
  "notContainsBlanks",
  "containsErrors",
  "notContainsErrors",
  "timePeriod",
]);

const comparisons: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  lessThan: "<",
  greaterThanOrEqual: ">=",
  lessThanOrEqual: "<=",
};

/** The rule as a formula of the first area's first cell; null for what no formula says (colour scales, bars, icons …). */
function ruleFormula(sheet: ParsedPart, rule: XmlSpan, areas: ConditionalFormat["areas"]): string | null {
  const { type = "", operator = "" } = rule.attributes;
  const formulas = [...children(rule, "formula"), ...children(rule, "f")].map(
    (one) => formulaOf(sheet, one) ?? "",
  );
  const [first, second] = formulas;
  const area = areas[0]!;
  const cell = cellAddress(area.row, area.column);
  if (writtenAsFormula.has(type)) return first || null;
  if (type === "cellIs" && first) {
    if (operator === "between" && second)
      return `AND(${cell}>=${operand(first)},${cell}<=${operand(second)})`;
    if (operator === "notBetween" && second)
      return `OR(${cell}<${operand(first)},${cell}>${operand(second)})`;
    return comparisons[operator] === undefined ? null : `${cell}${comparisons[operator]}${operand(first)}`;
  }
  if ((type === "duplicateValues" || type === "uniqueValues") && areas.length === 1) {
    const whole = areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    return `AND(${cell}<>"",SUMPRODUCT(--(${whole}=${cell}))${type === "uniqueValues" ? "=1" : ">1"})`;
  }
  return null;
}

/** A formula beside a comparison sign: in parentheses unless it is one number, text or cell. */
function operand(formula: string): string {
  return /^(?:[\w.$]+|"[^"]*")$/.test(formula) ? formula : `(${formula})`;
}

/** Elements of one name in the sheet's extension list. */
function extensions(sheet: ParsedPart, local: string): XmlSpan[] {
  return children(child(sheet.root, "extLst"), "ext").flatMap((ext) => children(ext, local));
}

/** An extension writes its areas as an element, not as an attribute. */
function sqrefOf(sheet: ParsedPart, span: XmlSpan): string | undefined {
  const element = child(span, "sqref");
  return element ? textOf(sheet.text, element) : span.attributes.sqref;
}

/** A formula without `=`; in an extension it stands in an `xm:f` of its own. */
function formulaOf(sheet: ParsedPart, span: XmlSpan | undefined): string | undefined {
  if (!span) return undefined;
  const text = unescapeCellText(textOf(sheet.text, child(span, "f") ?? span));
  return text.trim().replace(/^=/, "");
}
