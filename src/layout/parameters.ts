/** The workbook's parameters (`tblThamSo`): their names, defaults and how they are read back. */
import type { CellValue } from "../book";
import { normalise, UNIT_FACTOR, type MoneyUnit } from "../domain";

export const parameterNames = {
  commune: "Tên xã",
  province: "Tỉnh",
  oldDistrict: "Huyện cũ",
  planYear: "Năm kế hoạch",
  planNumber: "Số kế hoạch",
  planDate: "Ngày kế hoạch",
  signatory: "Người ký",
  signatoryTitle: "Chức vụ người ký",
  recipients: "Nơi nhận",
  pack: "Gói chương trình",
  unit: "Đơn vị tính",
  detailUnit: "Đơn vị tính chi tiết",
  detailFactor: "Hệ số quy đổi",
  counterpartRatio: "Tỷ lệ đối ứng tối thiểu",
  tolerance: "Sai số làm tròn",
  landShortage: "Ngưỡng thiếu đất SX",
  landShortageInclusive: "Ngưỡng thiếu đất tính cả bằng",
  regionThree: "Xã khu vực III",
  paymentDeadline: "Hạn thanh toán",
  carryOverDeadline: "Hạn vốn kéo dài",
  structureVersion: "Phiên bản cấu trúc",
} as const;

export type ParameterKey = keyof typeof parameterNames;

const dateParameters: readonly string[] = [
  parameterNames.planDate,
  parameterNames.paymentDeadline,
  parameterNames.carryOverDeadline,
];
const percentParameters: readonly string[] = [parameterNames.counterpartRatio, parameterNames.landShortage];

/** How a parameter's value is shown. */
export function parameterFormat(name: string): string {
  if (dateParameters.includes(name)) return "dd/mm/yyyy";
  return percentParameters.includes(name) ? "0%" : "General";
}

/** `Quy tắc household/priority` → `tắt`, `lỗi`, `cảnh báo`, `thông tin`. */
export const RULE_PARAMETER_PREFIX = "Quy tắc ";

/** Rounding slack in the workbook's unit: plans are written in millions with one decimal. */
export function defaultTolerance(unit: MoneyUnit): number {
  return unit === "triệu đồng" ? 0.1 : unit === "nghìn đồng" ? 100 : 0;
}

export interface Parameters {
  /** The raw value of a parameter; null where it is missing or empty. */
  readonly value: (key: ParameterKey) => CellValue;
  readonly text: (key: ParameterKey) => string;
  /** The raw value of a parameter that the programme names; null where it is missing or empty. */
  readonly named: (name: string) => CellValue;
  readonly unit: MoneyUnit;
  readonly detailUnit: MoneyUnit;
  /** What staff set for a rule, folded to plain text; null where they set nothing. */
  readonly rule: (code: string) => string | null;
}

/** Reads name/value pairs; names are compared without regard to case and stray spaces. */
export function readParameters(rows: readonly (readonly [CellValue, CellValue])[]): Parameters {
  const values = new Map<string, CellValue>();
  for (const [name, value] of rows) {
    if (typeof name === "string" && name.trim() !== "") values.set(normalise(name).toLowerCase(), value);
  }
  const byName = (name: string): CellValue => values.get(normalise(name).toLowerCase()) ?? null;
  const value = (key: ParameterKey) => byName(parameterNames[key]);
  const text = (key: ParameterKey) => {
    const raw = value(key);
    return raw === null || typeof raw === "object" ? "" : normalise(String(raw));
  };
  const unit = (key: ParameterKey, fallback: MoneyUnit): MoneyUnit => {
    const name = text(key).toLowerCase();
    return name in UNIT_FACTOR ? (name as MoneyUnit) : fallback;
  };
  return {
    value,
    text,
    named: byName,
    unit: unit("unit", "triệu đồng"),
    detailUnit: unit("detailUnit", "đồng"),
    rule: (code) => {
      const raw = byName(RULE_PARAMETER_PREFIX + code);
      return typeof raw === "string" && raw.trim() !== "" ? normalise(raw).toLowerCase() : null;
    },
  };
}
