/** Whether matched columns make one of our tables, and how surely; 0 for lists of other things that only resemble it. */
import { fold } from "../../domain";
import type { MatchedColumns } from "./columns";
import type { FoundColumn } from "./foundColumns";
import type { OwnTableName } from "./model";
import type { Titles } from "./titles";

/** Confidence by field; blocks count as columns of what they say. */
type Matched = ReadonlyMap<string, number>;

export function certaintyOfTable(
  table: OwnTableName,
  matched: MatchedColumns,
  found: readonly FoundColumn[],
  titles: Titles,
  sheetName: string,
): number {
  const fields = new Map<string, number>();
  for (const { field, confidence, says } of matched.columns) {
    if (field !== null) fields.set(field, Math.max(fields.get(field) ?? 0, confidence));
    for (const said of Object.keys(says)) fields.set(said, Math.max(fields.get(said) ?? 0, confidence));
  }
  for (const block of matched.blocks) for (const said of Object.keys(block)) fields.set(said, 0.9);
  const about: About = { titles: `${titles.plain} \n ${fold(sheetName)}`, found, matched };
  if (isReport(about)) return 0;
  switch (table) {
    case "tblHo":
      return households(fields, about);
    case "tblNganSach":
      return budget(fields, about);
    case "tblGiaiNgan":
      return vouchers(fields, about);
    case "tblCongTrinh":
      return works(fields, about);
  }
}

interface About {
  readonly titles: string;
  readonly found: readonly FoundColumn[];
  readonly matched: MatchedColumns;
}

/** A form of a report: "Biểu số … (Kèm theo Báo cáo …)", or a title that begins so. */
function isReport({ titles }: About): boolean {
  return /kem theo bao cao|(?:^|\n)\s*(?:bieu )?(?:bao cao|tong hop bao cao|bao cao tong hop)\b/.test(titles);
}

const has = (fields: Matched, ...names: string[]): string[] => names.filter((name) => fields.has(name));
const hasLeaf = ({ found }: About, pattern: RegExp): boolean =>
  found.some((column) => pattern.test(column.leaf));

function mean(fields: Matched, names: readonly string[]): number {
  return names.length === 0 ? 0 : names.reduce((sum, name) => sum + fields.get(name)!, 0) / names.length;
}

function confidence(fields: Matched, names: readonly string[], enough: number): number {
  return mean(fields, names) * Math.min(1, 0.6 + 0.4 * (names.length / enough));
}

const OTHER_PEOPLE =
  /hoc vien|can bo|cong chuc|vien chuc|dang vien|hoi vien|doan vien|dai bieu|cu tri|giao vien|hoc sinh|bang luong|tien luong|cham cong|diem danh|nhan su|nguoi co uy tin/;
const SAYS_HOUSEHOLD =
  /\bho (?:ngheo|can ngheo|gia dinh|dan\b|thu huong|duoc|dong bao|dtts|huong|dang ky|vay|de nghi)|\bcac ho\b|danh sach ho\b|ds ho\b|chu ho/;

function households(fields: Matched, about: About): number {
  const name = fields.get("Họ và tên chủ hộ") ?? 0;
  if (name < 0.6 || hasLeaf(about, /quan he/)) return 0;
  const headers = about.found.map((column) => column.leaf).join(" | ");
  const says = SAYS_HOUSEHOLD.test(about.titles) || /chu ho|ho gia dinh|ho dan/.test(headers);
  if (!says && (OTHER_PEOPLE.test(about.titles) || hasLeaf(about, /chuc vu|he so luong|thuc linh|chuc danh/)))
    return 0;
  if (/bang luong|cham cong|diem danh/.test(about.titles)) return 0;
  const person = has(fields, "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD", "Thôn xóm", "Số khẩu");
  const support = has(
    fields,
    "Diện hộ",
    "Nội dung hỗ trợ",
    "NSTW",
    "NSĐP",
    "Vốn khác",
    "Vay NHCSXH",
    "Tỷ lệ thiếu đất SX",
    "Tổng hỗ trợ",
    "Chủ hộ nữ là lao động duy nhất",
  );
  if (person.length < 2 || support.length + (says ? 1 : 0) < 2) {
    if (!(says && (person.length >= 3 || (person.length >= 1 && support.length >= 1)))) return 0;
  }
  if (support.length === 0 && person.length < 3) return 0;
  return confidence(fields, ["Họ và tên chủ hộ", ...person, ...support], 6);
}

const SPEAKS_OF_BUDGET =
  /phan bo|ke hoach von|ke hoach\b.*\bvon|du toan|giao von|von dau tu|von su nghiep|ngan sach|phan khai|kinh phi thuc hien/;
const SPEAKS_OF_RESULTS = /giai ngan|ket qua|tien do|quyet toan|doi chieu/;

function budget(fields: Matched, about: About): number {
  const keys = has(fields, "Nội dung", "Mã dự án").filter((name) => fields.get(name)! >= 0.6);
  const amounts = has(fields, "Tổng vốn", "NSTW", "NSĐP", "Vốn khác");
  if (keys.length === 0 || amounts.length < 2) return 0;
  if (hasLeaf(about, /luy ke|giai ngan|^ty le|con lai|so ho$|^so ho\b|ho ten|thuc hien den|^%/)) return 0;
  if (SPEAKS_OF_RESULTS.test(about.titles) && !/phan bo|giao (?:von|du toan)|ke hoach von/.test(about.titles))
    return 0;
  if (!SPEAKS_OF_BUDGET.test(about.titles) && !speaksOfProgramme(about)) return 0;
  const rest = has(fields, "Loại vốn", "Năm vốn", "Chủ đầu tư", "Đơn vị thực hiện", "Số quyết định");
  return confidence(fields, [...keys, ...amounts, ...rest], 4);
}

/** Headers that only a sheet of the programme's money has. */
function speaksOfProgramme({ found }: About): boolean {
  const headers = found.map((column) => column.whole).join(" | ");
  return /nstw/.test(headers) && /nsdp/.test(headers);
}

function vouchers(fields: Matched, about: About): number {
  if (!fields.has("Số tiền") || !fields.has("Ngày")) return 0;
  const cashBook =
    hasLeaf(about, /^(?:ton|ton quy|so ton|du no|du co|so du)$/) ||
    (hasLeaf(about, /^thu$/) && hasLeaf(about, /^chi$/));
  if (cashBook) return 0;
  const voucher = has(fields, "Số chứng từ");
  const programme = has(
    fields,
    "Hình thức",
    "Mã dự án",
    "Nguồn",
    "Loại vốn",
    "Năm vốn",
    "Mã công trình",
    "Mục lục ngân sách",
  );
  const rest = has(fields, "Nội dung", "Đơn vị nhận");
  const spoken = /giai ngan|thanh toan|kho bac|chung tu|mtqg|muc tieu quoc gia|1719/.test(about.titles);
  if (programme.length + (spoken ? 1 : 0) < 1) return 0;
  if (voucher.length === 0 && programme.length < 2) return 0;
  return confidence(fields, ["Ngày", "Số tiền", ...voucher, ...programme, ...rest], 5);
}

function works(fields: Matched, about: About): number {
  if ((fields.get("Tên công trình") ?? 0) < 0.6) return 0;
  const amounts = has(
    fields,
    "Tổng mức đầu tư",
    "Kế hoạch vốn năm",
    "Giá trị hợp đồng",
    "Khối lượng nghiệm thu",
    "Giá trị quyết toán",
  );
  const rest = has(
    fields,
    "Mã công trình",
    "Nhà thầu",
    "Chủ đầu tư",
    "Số QĐ phê duyệt",
    "Khởi công",
    "Hoàn thành",
    "Thôn xóm",
  );
  if (amounts.length === 0 || amounts.length + rest.length < 2) return 0;
  if (hasLeaf(about, /ho ten|cccd/)) return 0;
  return confidence(fields, ["Tên công trình", ...amounts, ...rest], 5);
}
