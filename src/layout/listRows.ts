/** The rows of the lists on `Danh mục`: units, xóm, ethnic groups, norms. */
import type { CellInput } from "../book";
import {
  ETHNIC_GROUPS,
  fromDong,
  parseIsoDate,
  serialFromDate,
  type Confidence,
  type MoneyUnit,
} from "../domain";
import type { Plan } from "../plan";
import { allContents, type Programme } from "../programme";
import type { RowValues } from "./rows";

interface ListOptions {
  readonly detailUnit: MoneyUnit;
  readonly date1904: boolean;
}

/** How sure we are, in the workbook's words. We never say “đã xác minh”: that is for staff who have read the text. */
function confidenceText(confidence: Confidence): string {
  return confidence === "unverified" ? "chưa xác minh" : "đã đọc nguồn thứ cấp";
}

export function listRows(
  plan: Plan,
  programme: Programme,
  units: readonly string[],
  options: ListOptions,
): [string, RowValues[]][] {
  return [
    [
      "tblXom",
      plan.difficultVillages.map((village) => ({ "Thôn xóm": village.name, "Đặc biệt khó khăn": "x" })),
    ],
    ["tblDonVi", units.map((unit) => ({ "Đơn vị": unit }))],
    ["tblDanToc", ethnicRows(programme)],
    ["tblDinhMuc", normRows(programme, options)],
  ];
}

function ethnicRows(programme: Programme): RowValues[] {
  const categoryOf = new Map(
    programme.priorityEthnicGroups.categories.flatMap((category) =>
      category.groups.map((group) => [group, category.name]),
    ),
  );
  return ETHNIC_GROUPS.map((group) => ({
    "Dân tộc": group.name,
    "Tên khác": group.aliases.join("; ") || null,
    "Nhóm khó khăn": categoryOf.get(group.name) ?? null,
  }));
}

function normRows(programme: Programme, options: ListOptions): RowValues[] {
  const contents = new Map(allContents(programme).map((content) => [content.code, content]));
  const serial = (iso: string | null): CellInput => {
    const date = iso === null ? null : parseIsoDate(iso);
    return date && serialFromDate(date, options.date1904);
  };
  return programme.norms.map((norm) => ({
    "Nội dung hỗ trợ": contents.get(norm.content)?.shortName ?? norm.content,
    "Hình thức": norm.form,
    Khoản: norm.item,
    Mức: fromDong(norm.amount, options.detailUnit),
    Kiểu: norm.kind,
    "Từ ngày": serial(norm.validFrom),
    "Đến ngày": serial(norm.validTo),
    "Căn cứ": norm.basis,
    "Độ tin cậy": confidenceText(norm.evidence.confidence),
  }));
}
