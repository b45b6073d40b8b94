/** The parameters that the settings show, in groups, and how each is typed and written. */
import type { CellInput, CellValue } from "../../../../book";
import {
  formatVietnameseDate,
  formatVietnameseNumber,
  MONEY_UNITS,
  parseVietnameseDate,
  parseVietnameseNumber,
  readDateCell,
  serialFromDate,
} from "../../../../domain";
import { parameterNames } from "../../../../layout";

export type FieldKind = "text" | "lines" | "number" | "percent" | "date" | "mark" | "unit" | "pack";

export interface SettingField {
  /** As in the column `Tham số`. */
  readonly name: string;
  readonly kind: FieldKind;
}

export type GroupCode = "commune" | "programme" | "limits" | "deadlines" | "others";

const names = parameterNames;

const groups: readonly { readonly code: GroupCode; readonly fields: readonly SettingField[] }[] = [
  {
    code: "commune",
    fields: [
      { name: names.commune, kind: "text" },
      { name: names.province, kind: "text" },
      { name: names.oldDistrict, kind: "text" },
      { name: names.signatory, kind: "text" },
      { name: names.signatoryTitle, kind: "lines" },
      { name: names.recipients, kind: "lines" },
    ],
  },
  {
    code: "programme",
    fields: [
      { name: names.pack, kind: "pack" },
      { name: names.planYear, kind: "number" },
      { name: names.planNumber, kind: "text" },
      { name: names.planDate, kind: "date" },
      { name: names.unit, kind: "unit" },
      { name: names.detailUnit, kind: "unit" },
    ],
  },
  {
    code: "limits",
    fields: [
      { name: names.counterpartRatio, kind: "percent" },
      { name: names.tolerance, kind: "number" },
      { name: names.landShortage, kind: "percent" },
      { name: names.landShortageInclusive, kind: "mark" },
      { name: names.regionThree, kind: "mark" },
    ],
  },
  {
    code: "deadlines",
    fields: [
      { name: names.paymentDeadline, kind: "date" },
      { name: names.carryOverDeadline, kind: "date" },
    ],
  },
];

/** Computed, or kept by the structure itself. */
const notSet: readonly string[] = [names.detailFactor, names.structureVersion];

/** The groups, with what else stands in the workbook's parameters as the last one; rules have a list of their own. */
export function settingGroups(
  present: readonly { readonly name: string; readonly value: CellValue }[],
  isRule: (name: string) => boolean,
): readonly { readonly code: GroupCode; readonly fields: readonly SettingField[] }[] {
  const known = new Set([...groups.flatMap((group) => group.fields.map((field) => field.name)), ...notSet]);
  const others = present.filter(({ name }) => !known.has(name) && !isRule(name));
  const fields = others.map(({ name, value }): SettingField => ({ name, kind: kindOf(name, value) }));
  const rest = fields.filter((field) => field.kind !== "date");
  return [
    ...groups.map((group) =>
      group.code === "deadlines"
        ? { ...group, fields: [...group.fields, ...fields.filter((field) => field.kind === "date")] }
        : group,
    ),
    ...(rest.length > 0 ? [{ code: "others" as const, fields: rest }] : []),
  ];
}

function kindOf(name: string, value: CellValue): FieldKind {
  if (/^(Hạn|Ngày) /.test(name)) return "date";
  return typeof value === "number" ? "number" : "text";
}

/** What stands in a field before anything is typed. */
export function shownText(field: SettingField, value: CellValue, date1904: boolean): string {
  if (value === null || typeof value === "object") return "";
  if (field.kind === "date") {
    const date = readDateCell(value, date1904);
    return date.kind === "date" || date.kind === "text-date" ? formatVietnameseDate(date) : String(value);
  }
  if (typeof value !== "number") return String(value);
  if (field.kind === "percent") return formatVietnameseNumber(Number((value * 100).toFixed(6)));
  // A year is no amount: its digits are not grouped.
  return field.name === names.planYear ? String(value) : formatVietnameseNumber(value);
}

export type TypedSetting = { readonly ok: true; readonly value: CellInput } | { readonly ok: false };

/** What a person typed, as the cell's value; `ok` is false where it cannot be read as what the field holds. */
export function typedValue(field: SettingField, text: string, date1904: boolean): TypedSetting {
  const typed = text.trim();
  if (typed === "") return { ok: true, value: null };
  switch (field.kind) {
    case "text":
    case "lines":
    case "pack":
      return { ok: true, value: typed };
    case "mark":
      return { ok: true, value: "x" };
    case "unit": {
      const unit = MONEY_UNITS.find((one) => one === typed);
      return unit ? { ok: true, value: unit } : { ok: false };
    }
    case "date": {
      const date = parseVietnameseDate(typed);
      const serial = date.kind === "date" ? serialFromDate(date, date1904) : null;
      return serial === null ? { ok: false } : { ok: true, value: serial };
    }
    case "number":
    case "percent": {
      const number = parseVietnameseNumber(typed.replace(/\s*%$/, ""));
      if (number.kind !== "number" || number.value < 0) return { ok: false };
      const { value } = number;
      return { ok: true, value: field.kind === "percent" ? Number((value / 100).toFixed(8)) : value };
    }
  }
}
