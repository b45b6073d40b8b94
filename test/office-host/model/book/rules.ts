/** Data validations and conditional formats as state. */
import type { Area } from "./area";

export interface ValidationState {
  areas: Area[];
  readonly rule: Excel.DataValidationRule;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: Excel.DataValidationErrorAlert;
  readonly prompt: Excel.DataValidationPrompt;
}

export const plainAlert: Excel.DataValidationErrorAlert = {
  message: "",
  showAlert: true,
  style: "Stop",
  title: "",
};
export const plainPrompt: Excel.DataValidationPrompt = { message: "", showPrompt: true, title: "" };

/** What a conditional format does to the cells where it holds. */
export interface ConditionalLook {
  fillColor: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  strikethrough: boolean | null;
  underline: string | null;
  numberFormat: string | null;
  borders: Record<string, { style: string; color: string }>;
}

export interface ConditionalFormatState {
  readonly id: string;
  areas: Area[];
  readonly type: string;
  stopIfTrue: boolean;
  /** The rule as it was given: a formula for Custom, the rule object for the others. */
  rule: Record<string, unknown>;
  readonly look: ConditionalLook;
}

export function plainLook(): ConditionalLook {
  return {
    fillColor: null,
    fontColor: null,
    bold: null,
    italic: null,
    strikethrough: null,
    underline: null,
    numberFormat: null,
    borders: {},
  };
}
