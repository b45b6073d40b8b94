/** `Range.dataValidation`. */
import { contains, formatArea, intersect, quoteSheet, type Area } from "../book/area";
import { isFormula } from "../book/calculation";
import { plainAlert, plainPrompt, type ValidationState } from "../book/rules";
import { membersOf, type Hosted } from "../hosted";
import { TargetObject } from "../range-target";
import { refuse } from "../refusals";
import { RangeObject } from "./range";

const kinds = {
  list: "List",
  custom: "Custom",
  date: "Date",
  time: "Time",
  decimal: "Decimal",
  wholeNumber: "WholeNumber",
  textLength: "TextLength",
} as const;

const members = membersOf<Excel.DataValidation>()("DataValidation", {
  scalars: ["type", "rule", "errorAlert", "prompt", "ignoreBlanks", "valid"],
  methods: ["clear"],
});

export class DataValidationObject
  extends TargetObject
  implements Hosted<Excel.DataValidation, typeof members>
{
  readonly members = members;

  /** The one validation of all cells; null: none; undefined: the cells differ. */
  private get common(): ValidationState | null | undefined {
    const touching = this.target.sheet.validations.filter((one) =>
      one.areas.some((area) => this.target.areas.some((mine) => intersect(area, mine))),
    );
    const first = touching[0];
    if (!first) return null;
    const covered = touching.length === 1 && this.target.areas.every((mine) => isCovered(mine, first.areas));
    return covered ? first : undefined;
  }
  get type() {
    const common = this.common;
    if (common === null) return "None" as Excel.DataValidationType;
    if (common === undefined) return this.mixedType as Excel.DataValidationType;
    return kindOf(common.rule) as Excel.DataValidationType;
  }
  private get mixedType(): string {
    const touching = this.target.sheet.validations.filter((one) =>
      one.areas.some((area) => this.target.areas.some((mine) => intersect(area, mine))),
    );
    return touching.length > 1 ? "MixedCriteria" : "Inconsistent";
  }
  get rule(): Excel.DataValidationRule | null {
    const common = this.common;
    return common === undefined ? null : (common?.rule ?? {});
  }
  set rule(rule: Excel.DataValidationRule | null) {
    const checked = this.check(rule ?? refuse("InvalidArgument"));
    const before = this.common;
    this.replace({
      rule: checked,
      ignoreBlanks: before?.ignoreBlanks ?? true,
      errorAlert: before?.errorAlert ?? plainAlert,
      prompt: before?.prompt ?? plainPrompt,
    });
  }
  get errorAlert(): Excel.DataValidationErrorAlert | null {
    const common = this.common;
    return common === undefined ? null : (common?.errorAlert ?? plainAlert);
  }
  set errorAlert(alert: Excel.DataValidationErrorAlert | null) {
    const given = alert ?? refuse("InvalidArgument");
    // Excel's limits: a title of 32 characters, a message of 255.
    if (given.title.length > 32 || given.message.length > 255) refuse("InvalidArgument");
    this.change({ errorAlert: { ...plainAlert, ...given } });
  }
  get prompt(): Excel.DataValidationPrompt | null {
    const common = this.common;
    return common === undefined ? null : (common?.prompt ?? plainPrompt);
  }
  set prompt(prompt: Excel.DataValidationPrompt | null) {
    const given = prompt ?? refuse("InvalidArgument");
    if (given.title.length > 32 || given.message.length > 255) refuse("InvalidArgument");
    this.change({ prompt: { ...plainPrompt, ...given } });
  }
  get ignoreBlanks(): boolean | null {
    const common = this.common;
    return common === undefined ? null : (common?.ignoreBlanks ?? true);
  }
  set ignoreBlanks(value: boolean | null) {
    this.change({ ignoreBlanks: value === true });
  }
  /** Lists of literal items and numbers between constants are judged; for other rules the host does not know: null. */
  get valid(): boolean | null {
    const common = this.common;
    if (common === null) return true;
    const items = common?.rule.list?.source;
    if (common === undefined || typeof items !== "string" || items.startsWith("=")) return null;
    const allowed = new Set(items.split(",").map((item) => item.trim()));
    const { book, sheet } = this.target;
    const verdicts = new Set<boolean>();
    for (const area of this.target.areas) {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        for (let column = area.column; column < area.column + area.columns; column += 1) {
          const text = book.text(sheet, row, column);
          verdicts.add(text === "" ? common.ignoreBlanks : allowed.has(text));
        }
      }
    }
    return verdicts.size > 1 ? null : [...verdicts][0] === true;
  }
  clear(): void {
    const { book, sheet } = this.target;
    if (sheet.protection) book.assertAllowed(sheet, "");
    for (const area of this.target.areas) sheet.cutValidations(area);
  }

  private replace(state: Omit<ValidationState, "areas">): void {
    this.clear();
    this.target.sheet.validations.push({ ...state, areas: [...this.target.areas] });
  }
  private change(part: Partial<Omit<ValidationState, "areas">>): void {
    const before = this.common;
    this.replace({
      rule: before?.rule ?? {},
      ignoreBlanks: before?.ignoreBlanks ?? true,
      errorAlert: before?.errorAlert ?? plainAlert,
      prompt: before?.prompt ?? plainPrompt,
      ...part,
    });
  }

  /** One kind of rule, with formulas that Excel can take; ranges become formulas. */
  private check(rule: Excel.DataValidationRule): Excel.DataValidationRule {
    const given = Object.entries(rule).filter(([, value]) => value !== null && value !== undefined);
    const [kind, body] = given[0] ?? refuse("InvalidArgument");
    if (given.length !== 1 || !(kind in kinds)) return refuse("InvalidArgument");
    const fields = Object.fromEntries(
      Object.entries(body as object).map(([key, value]) => [key, this.field(kind, key, value)]),
    );
    if (kind === "list" && (fields["source"] === "" || fields["source"] === undefined))
      refuse("InvalidArgument");
    if (kind === "custom" && fields["formula"] === undefined) refuse("InvalidArgument");
    const needsSecond = fields["operator"] === "Between" || fields["operator"] === "NotBetween";
    if (
      kind !== "list" &&
      kind !== "custom" &&
      (fields["formula1"] === undefined || (needsSecond && fields["formula2"] === undefined))
    )
      refuse("InvalidArgument");
    return { [kind]: fields } as Excel.DataValidationRule;
  }
  private field(kind: string, key: string, value: unknown): unknown {
    if (value instanceof RangeObject)
      return `=${value.sheet === this.target.sheet ? "" : `${quoteSheet(value.sheet.name)}!`}${formatArea(value.cells, true)}`;
    if (typeof value !== "string") return value;
    if (kind === "list" && key === "source" && !value.startsWith("=")) {
      if (value.length > 255)
        this.target.book.hazards.push({
          kind: "list-over-255-characters",
          where: formatArea(this.target.areas[0] as Area),
        });
      return value;
    }
    // Structured references are no formulas of validations; Excel wants INDIRECT around them.
    if (value.startsWith("=") && (!isFormula(value) || /\[[^\]]*\]/.test(value.replace(/"[^"]*"/g, ""))))
      refuse("InvalidArgument");
    return value;
  }
}

function kindOf(rule: Excel.DataValidationRule): string {
  const key = Object.keys(rule)[0] as keyof typeof kinds | undefined;
  return key ? kinds[key] : "None";
}

function isCovered(area: Area, by: readonly Area[]): boolean {
  if (by.some((one) => contains(one, area))) return true;
  const cells = by.reduce((sum, one) => {
    const common = intersect(one, area);
    return sum + (common ? common.rows * common.columns : 0);
  }, 0);
  return cells === area.rows * area.columns;
}
