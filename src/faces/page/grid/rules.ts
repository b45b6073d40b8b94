/** Drop-downs, other validations and conditional formats as the grid's rules. */
import type { ConditionalFormat, Validation } from "../../../book";
import { gridFormula } from "./contents";
import { rangeOf, type GridRange } from "./ranges";
import { styleOf } from "./formats";

/** A drop-down's or other rule's entry among the grid's resources. */
export interface GridRule {
  readonly uid: string;
  readonly ranges: readonly GridRange[];
  readonly [setting: string]: unknown;
}

export interface GridConditionalRule {
  readonly cfId: string;
  readonly ranges: readonly GridRange[];
  readonly stopIfTrue: boolean;
  readonly rule: unknown;
}

const ALERTS = { information: 0, stop: 1, warning: 2 } as const;

export function ruleOf(validation: Validation, uid: string): GridRule {
  const { rule, alert, prompt } = validation;
  return {
    uid,
    ...ruleKind(rule),
    allowBlank: validation.allowBlank,
    showErrorMessage: alert !== undefined,
    error: alert?.message,
    errorTitle: alert?.title,
    errorStyle: alert ? ALERTS[alert.style] : ALERTS.information,
    showInputMessage: prompt !== undefined,
    prompt: prompt?.message,
    promptTitle: prompt?.title,
    ranges: validation.areas.map(rangeOf),
  };
}

function ruleKind(rule: Validation["rule"]): Record<string, unknown> {
  switch (rule.kind) {
    case "list":
      return { type: "list", formula1: gridFormula(rule.source), showDropDown: true, renderMode: 1 };
    case "options":
      return { type: "list", formula1: rule.options.join(","), showDropDown: true, renderMode: 1 };
    case "custom":
      return { type: "custom", formula1: gridFormula(rule.formula) };
    default:
      return {
        type: rule.kind,
        operator: rule.operator,
        formula1: operand(rule.first),
        ...(rule.second === undefined ? {} : { formula2: operand(rule.second) }),
      };
  }
}

function operand(text: string): string {
  return text !== "" && Number.isFinite(Number(text)) ? String(Number(text)) : gridFormula(text);
}

export function conditionalRuleOf(one: ConditionalFormat, cfId: string): GridConditionalRule {
  const style = styleOf(one.format);
  return {
    cfId,
    ranges: one.areas.map(rangeOf),
    stopIfTrue: one.stopIfTrue ?? false,
    rule: { type: "highlightCell", subType: "formula", value: gridFormula(one.formula), style },
  };
}
