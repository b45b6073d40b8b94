/** The rows of `tblThamSo`: what the plan says of itself, and what rules compare with, each with a word of explanation. */
import type { CellInput } from "../book";
import { parseIsoDate, serialFromDate, UNIT_FACTOR, type Confidence, type MoneyUnit } from "../domain";
import type { Plan } from "../plan";
import type { Deadline, Programme } from "../programme";
import { defaultTolerance, parameterNames } from "./parameters";
import type { RowValues } from "./rows";
import { STRUCTURE_VERSION } from "./sheets";

interface ParameterOptions {
  readonly unit: MoneyUnit;
  readonly detailUnit: MoneyUnit;
  readonly date1904: boolean;
}

const unconfirmed = "chưa xác minh, xã sửa theo văn bản của tỉnh";

function sureness(confidence: Confidence): string {
  return confidence === "unverified" ? unconfirmed : "đã đọc nguồn thứ cấp, xã đối chiếu văn bản";
}

export function parameterRows(plan: Plan, programme: Programme, options: ParameterOptions): RowValues[] {
  const law = programme.parameters;
  const date = plan.date === null ? null : parseIsoDate(plan.date);
  const rows: [string, CellInput, string | null][] = [
    [parameterNames.commune, plan.commune, null],
    [parameterNames.province, plan.province, plan.province === null ? "Kế hoạch không ghi; xã điền." : null],
    [parameterNames.oldDistrict, plan.oldDistrict, "Huyện trước ngày 01/7/2025."],
    [parameterNames.planYear, plan.year, null],
    [parameterNames.planNumber, plan.number, null],
    [parameterNames.planDate, date && serialFromDate(date, options.date1904), null],
    [parameterNames.signatory, plan.signatory.name, "Ghi đúng như trong kế hoạch; sửa nếu kế hoạch gõ nhầm."],
    [
      parameterNames.signatoryTitle,
      plan.signatory.authority.join("\n") || null,
      "Mỗi dòng một chức danh, như phần ký.",
    ],
    [
      parameterNames.recipients,
      // A cell that begins with a hyphen would be taken for a formula by whoever types into it again.
      plan.recipients.map(recipientLine).join("\n- ") || null,
      "Như phần “Nơi nhận” của kế hoạch; mỗi dòng một nơi, từ dòng thứ hai có gạch đầu dòng.",
    ],
    [parameterNames.pack, programme.code, "Gói quy định dùng để kiểm tra."],
    [
      parameterNames.unit,
      options.unit,
      "Kế hoạch, Ngân sách, Công trình, Hoạt động và các biểu. Đổi ở đây không đổi số đã nhập.",
    ],
    [
      parameterNames.detailUnit,
      options.detailUnit,
      "Giải ngân, Hộ thụ hưởng, Định mức. Đổi ở đây không đổi số đã nhập.",
    ],
    [
      parameterNames.detailFactor,
      detailFactor(options),
      "Tự tính: một đơn vị tính bằng bao nhiêu đơn vị tính chi tiết.",
    ],
    [
      parameterNames.counterpartRatio,
      law.counterpartRatioMinimum.value,
      `NSĐP trên NSTW; ${sureness(law.counterpartRatioMinimum.evidence.confidence)}.`,
    ],
    [
      parameterNames.tolerance,
      defaultTolerance(options.unit),
      "Theo Đơn vị tính; lệch trong mức này chỉ nhắc.",
    ],
    [
      parameterNames.landShortage,
      law.landShortageThreshold.value,
      "Phần đất sản xuất còn thiếu so với định mức của địa phương.",
    ],
    [
      parameterNames.landShortageInclusive,
      law.landShortageInclusive.value ? "x" : null,
      "Có “x”: thiếu đúng bằng ngưỡng cũng được hỗ trợ.",
    ],
    [parameterNames.regionThree, null, "Gõ “x” nếu là xã khu vực III."],
    [
      parameterNames.paymentDeadline,
      deadline(law.paymentDeadline, plan.year, options),
      "Hạn thanh toán vốn năm nay.",
    ],
    [
      parameterNames.carryOverDeadline,
      deadline(law.carryOverDeadline, plan.year, options),
      "Hạn giải ngân vốn kéo dài.",
    ],
    ...(law.reportDeadlines ?? []).map((rule): [string, CellInput, string] => [
      rule.name,
      deadline(rule, plan.year, options),
      `${rule.purpose} (${rule.evidence.source ?? "chưa rõ nguồn"}; ${sureness(rule.evidence.confidence)}).`,
    ]),
    [parameterNames.structureVersion, STRUCTURE_VERSION, "Không sửa."],
  ];
  return rows.map(([name, value, note]) => ({ "Tham số": name, "Giá trị": value, "Ghi chú": note }));
}

/** Without the marks at either end; a semicolon parts it from the next. */
function recipientLine(text: string, index: number, all: readonly string[]): string {
  return text.replace(/^[\s–-]+|[\s;.]+$/g, "") + (index === all.length - 1 ? "." : ";");
}

function deadline(rule: Deadline, year: number | null, options: ParameterOptions): CellInput {
  if (year === null) return null;
  return serialFromDate({ year: year + rule.yearOffset, month: rule.month, day: rule.day }, options.date1904);
}

/** đồng in the unit over đồng in the detail unit, live over the two parameters. */
function detailFactor(options: ParameterOptions): CellInput {
  const factor = (name: string) => {
    const unit = `VLOOKUP("${name}",tblThamSo[[Tham số]:[Giá trị]],2,FALSE)`;
    return `IF(${unit}="triệu đồng",1000000,IF(${unit}="nghìn đồng",1000,1))`;
  };
  return {
    formula: `${factor(parameterNames.unit)}/${factor(parameterNames.detailUnit)}`,
    value: UNIT_FACTOR[options.unit] / UNIT_FACTOR[options.detailUnit],
  };
}
