/** Conditional formats of a range. The format added last stands first. */
import { HostObject } from "../../protocol";
import { intersect, subtract } from "../book/area";
import { isFormula } from "../book/calculation";
import { plainLook, type ConditionalFormatState } from "../book/rules";
import { membersOf, type Hosted } from "../hosted";
import type { Target } from "../range-target";
import { found, notImplemented, refuse } from "../refusals";
import { ConditionalRangeFormatObject } from "./conditional-look";
import { RangeObject } from "./range";
import { RangeAreasObject } from "./range-areas";

function assertFormula(text: unknown): void {
  if (
    typeof text !== "string" ||
    !text.startsWith("=") ||
    !isFormula(text) ||
    /\[[^\]]*\]/.test(text.replace(/"[^"]*"/g, ""))
  )
    refuse("InvalidArgument");
}

const ruleMembers = membersOf<Excel.ConditionalFormatRule>()("ConditionalFormatRule", {
  scalars: ["formula", "formulaLocal"],
});

export class ConditionalFormatRuleObject
  extends HostObject
  implements Hosted<Excel.ConditionalFormatRule, typeof ruleMembers>
{
  readonly members = ruleMembers;
  constructor(private readonly state: ConditionalFormatState) {
    super();
  }
  get formula(): string {
    return String(this.state.rule["formula"] ?? "");
  }
  set formula(value: string) {
    assertFormula(value);
    this.state.rule = { formula: value };
  }
  get formulaLocal(): string {
    return this.formula;
  }
  set formulaLocal(value: string) {
    this.formula = value;
  }
}

abstract class KindObject extends HostObject {
  constructor(protected readonly state: ConditionalFormatState) {
    super();
  }
  get format(): ConditionalRangeFormatObject {
    return new ConditionalRangeFormatObject(this.state.look);
  }
}

const customMembers = membersOf<Excel.CustomConditionalFormat>()("CustomConditionalFormat", {
  objects: ["format", "rule"],
});

export class CustomConditionalFormatObject
  extends KindObject
  implements Hosted<Excel.CustomConditionalFormat, typeof customMembers>
{
  readonly members = customMembers;
  get rule(): ConditionalFormatRuleObject {
    return new ConditionalFormatRuleObject(this.state);
  }
}

const cellValueMembers = membersOf<Excel.CellValueConditionalFormat>()("CellValueConditionalFormat", {
  scalars: ["rule"],
  objects: ["format"],
});

export class CellValueConditionalFormatObject
  extends KindObject
  implements Hosted<Excel.CellValueConditionalFormat, typeof cellValueMembers>
{
  readonly members = cellValueMembers;
  get rule(): Excel.ConditionalCellValueRule {
    return this.state.rule as unknown as Excel.ConditionalCellValueRule;
  }
  set rule(value: Excel.ConditionalCellValueRule) {
    const needsSecond = value.operator === "Between" || value.operator === "NotBetween";
    if (!value.formula1 || (needsSecond && !value.formula2)) refuse("InvalidArgument");
    this.state.rule = { ...value };
  }
}

const textMembers = membersOf<Excel.TextConditionalFormat>()("TextConditionalFormat", {
  scalars: ["rule"],
  objects: ["format"],
});

export class TextConditionalFormatObject
  extends KindObject
  implements Hosted<Excel.TextConditionalFormat, typeof textMembers>
{
  readonly members = textMembers;
  get rule(): Excel.ConditionalTextComparisonRule {
    return this.state.rule as unknown as Excel.ConditionalTextComparisonRule;
  }
  set rule(value: Excel.ConditionalTextComparisonRule) {
    this.state.rule = { ...value };
  }
}

const presetMembers = membersOf<Excel.PresetCriteriaConditionalFormat>()("PresetCriteriaConditionalFormat", {
  scalars: ["rule"],
  objects: ["format"],
});

export class PresetConditionalFormatObject
  extends KindObject
  implements Hosted<Excel.PresetCriteriaConditionalFormat, typeof presetMembers>
{
  readonly members = presetMembers;
  get rule(): Excel.ConditionalPresetCriteriaRule {
    return this.state.rule as unknown as Excel.ConditionalPresetCriteriaRule;
  }
  set rule(value: Excel.ConditionalPresetCriteriaRule) {
    this.state.rule = { ...value };
  }
}

const formatMembers = membersOf<Excel.ConditionalFormat>()("ConditionalFormat", {
  id: "id",
  scalars: ["id", "type", "priority", "stopIfTrue"],
  objects: [
    "custom",
    "customOrNullObject",
    "cellValue",
    "cellValueOrNullObject",
    "textComparison",
    "textComparisonOrNullObject",
    "preset",
    "presetOrNullObject",
  ],
  methods: ["delete", "getRange", "getRangeOrNullObject", "getRanges"],
});

export class ConditionalFormatObject
  extends HostObject
  implements Hosted<Excel.ConditionalFormat, typeof formatMembers>
{
  readonly members = formatMembers;
  constructor(
    private readonly target: Target,
    private readonly state: ConditionalFormatState,
  ) {
    super();
  }
  get id(): string {
    return this.state.id;
  }
  get type() {
    return this.state.type as Excel.ConditionalFormatType;
  }
  get priority(): number {
    return this.target.sheet.conditionalFormats.indexOf(this.state);
  }
  set priority(value: number) {
    const all = this.target.sheet.conditionalFormats;
    if (value < 0 || value >= all.length) refuse("InvalidArgument");
    all.splice(this.priority, 1);
    all.splice(value, 0, this.state);
  }
  get stopIfTrue(): boolean {
    return this.state.stopIfTrue;
  }
  set stopIfTrue(value: boolean) {
    this.state.stopIfTrue = value;
  }
  private is(kind: string): ConditionalFormatState | null {
    return this.state.type === kind ? this.state : null;
  }
  get customOrNullObject(): CustomConditionalFormatObject | null {
    const state = this.is("Custom");
    return state && new CustomConditionalFormatObject(state);
  }
  get custom(): CustomConditionalFormatObject {
    return this.customOrNullObject ?? refuse("InvalidOperation");
  }
  get cellValueOrNullObject(): CellValueConditionalFormatObject | null {
    const state = this.is("CellValue");
    return state && new CellValueConditionalFormatObject(state);
  }
  get cellValue(): CellValueConditionalFormatObject {
    return this.cellValueOrNullObject ?? refuse("InvalidOperation");
  }
  get textComparisonOrNullObject(): TextConditionalFormatObject | null {
    const state = this.is("ContainsText");
    return state && new TextConditionalFormatObject(state);
  }
  get textComparison(): TextConditionalFormatObject {
    return this.textComparisonOrNullObject ?? refuse("InvalidOperation");
  }
  get presetOrNullObject(): PresetConditionalFormatObject | null {
    const state = this.is("PresetCriteria");
    return state && new PresetConditionalFormatObject(state);
  }
  get preset(): PresetConditionalFormatObject {
    return this.presetOrNullObject ?? refuse("InvalidOperation");
  }
  delete(): void {
    const { sheet } = this.target;
    sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== this.state);
  }
  /** Refuses when the format covers several areas. */
  getRange(): RangeObject {
    return this.getRangeOrNullObject() ?? refuse("InvalidOperation");
  }
  getRangeOrNullObject(): RangeObject | null {
    const [area, ...more] = this.state.areas;
    return area && more.length === 0 ? new RangeObject(this.target.book, this.target.sheet, area) : null;
  }
  getRanges(): RangeAreasObject {
    return new RangeAreasObject(this.target.book, this.target.sheet, this.state.areas);
  }
}

const kinds = ["Custom", "CellValue", "ContainsText", "PresetCriteria"];

const collectionMembers = membersOf<Excel.ConditionalFormatCollection>()("ConditionalFormatCollection", {
  methods: ["add", "clearAll", "getCount", "getItem", "getItemAt", "getItemOrNullObject"],
});

export class ConditionalFormatCollectionObject
  extends HostObject
  implements Hosted<Excel.ConditionalFormatCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(private readonly target: Target) {
    super();
  }
  private get states(): ConditionalFormatState[] {
    return this.target.sheet.conditionalFormats.filter((one) =>
      one.areas.some((area) => this.target.areas.some((mine) => intersect(area, mine))),
    );
  }
  add(type: string): ConditionalFormatObject {
    this.target.book.assertAllowed(this.target.sheet, "allowFormatCells");
    if (!kinds.includes(type)) notImplemented(`ConditionalFormatCollection.add(${type})`);
    const state: ConditionalFormatState = {
      id: `{${String(this.target.book.nextSerial()).padStart(8, "0")}-00CF-0000-0000-000000000000}`,
      areas: [...this.target.areas],
      type,
      stopIfTrue: false,
      rule: {},
      look: plainLook(),
    };
    this.target.sheet.conditionalFormats.unshift(state);
    return new ConditionalFormatObject(this.target, state);
  }
  /** Takes every conditional format off these cells; a format that covers more keeps the rest. */
  clearAll(): void {
    const { sheet, areas } = this.target;
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => {
      for (const mine of areas) format.areas = format.areas.flatMap((area) => subtract(area, mine));
      return format.areas.length > 0;
    });
  }
  getCount(): number {
    return this.states.length;
  }
  getItem(id: string): ConditionalFormatObject {
    return new ConditionalFormatObject(this.target, found(this.states.find((one) => one.id === id)));
  }
  getItemOrNullObject(id: string): ConditionalFormatObject | null {
    const state = this.states.find((one) => one.id === id);
    return state ? new ConditionalFormatObject(this.target, state) : null;
  }
  getItemAt(index: number): ConditionalFormatObject {
    return new ConditionalFormatObject(this.target, found(this.states[index]));
  }
  collectionItems(): ConditionalFormatObject[] {
    return this.states.map((state) => new ConditionalFormatObject(this.target, state));
  }
}
