/**
 * A workbook as a busy year leaves it, made by a seeded generator: every feature that figures have to bear, and the faults
 * that staff make. All persons are invented.
 */
import type { CellValue, Edit, Operation } from "../../src/book";
import { serialFromDate } from "../../src/domain";
import type { XlsxBook } from "../../src/hosts/xlsx";
import { readTables } from "../../src/layout";
import { applied, injected, samplePlan } from "../tasks/books";

export type Row = Readonly<Record<string, CellValue>>;

/** mulberry32: the same numbers for the same seed on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const day = (year: number, month: number, date: number) => serialFromDate({ year, month, day: date })!;

/** Adds rows below what a table holds; a table that is still blank is filled from its first row. */
export async function addRows(book: XlsxBook, rows: Readonly<Record<string, readonly Row[]>>): Promise<void> {
  const tables = readTables(await book.read({ formulas: true }));
  const operations = Object.entries(rows).flatMap(([name, all]): Operation[] => {
    const view = tables.table(name)!;
    const cells = all.map((row) => view.headers.map((header) => row[header] ?? null));
    const blank = view.rowCount === 1 && view.isBlank(0);
    if (!blank) return [{ kind: "appendRows", table: name, rows: cells }];
    const first = Object.entries(all[0]!).map(([header, value]): Operation => ({
      kind: "writeCells",
      sheet: view.sheet.name,
      row: view.firstRow,
      column: view.sheetColumn(header),
      cells: [[value]],
    }));
    const rest = cells.slice(1);
    return rest.length === 0 ? first : [...first, { kind: "appendRows", table: name, rows: rest }];
  });
  const edit: Edit = { task: "typing", operations };
  await applied(book, edit);
}

/** Quotes, wildcards, names that are numbers or dates, names that differ in case only. */
export const hamlets = [
  "Làng Mười",
  'Xóm "Trên"',
  "Đồng *",
  "Bản Ná?",
  "Lân ~ Vai",
  "12",
  "3/2",
  "Phố",
  "Cầu <Sắt>",
  "=Tân",
];
const projects = ["DA1", "DA4.TDA1", "DA5.TDA1", "DA6", "DA8.TDA2", "DA9.TDA1"];
const contents = ["Đất ở", "Nhà ở", "Đất sản xuất", "Chuyển đổi nghề", "Nước phân tán"];
const families = ["Nông", "Hoàng", "Triệu", "Lý", "Dương", "Ma"];
const given = ["Thành", "Mùi", "Hạnh", "Sơn", "Bích", "Đạt", "Ánh", "Ước"];
const ethnicGroups = [
  "Tày",
  "Nùng",
  "Dao",
  "Mông",
  "H'Mông",
  "Kinh",
  "Sán Chay",
  "Cao Lan",
  "Hoa",
  "Ngái",
  "Mường",
  "Thái",
];

export interface Size {
  readonly households: number;
  readonly vouchers: number;
  readonly seed?: number;
}

export async function busyBook({ households, vouchers, seed = 20250808 }: Size): Promise<XlsxBook> {
  const random = randomNumbers(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const often = (chance: number) => random() < chance;
  const book = await injected(samplePlan());
  await addRows(book, {
    tblXom: hamlets.slice(0, 7).map((name, index) => ({
      "Thôn xóm": name,
      "Đặc biệt khó khăn": index % 2 === 0 ? "x" : null,
    })),
    tblNganSach: budgetRows(),
    tblCongTrinh: workRows(),
    tblGiaiNgan: voucherRows(vouchers, one, often, random),
    tblHo: householdRows(households, one, often, random),
    tblKetQua: resultRows(),
    tblHoatDong: activityRows(),
  });
  return book;
}

function budgetRows(): Row[] {
  const line = (
    project: string,
    content: string,
    capital: string,
    year: string,
    central: CellValue,
    local: CellValue,
  ): Row => ({
    "Mã dự án": project,
    "Nội dung": content,
    "Loại vốn": capital,
    "Năm vốn": year,
    "Tổng vốn": (typeof central === "number" ? central : 0) + (typeof local === "number" ? local : 0),
    NSTW: central,
    NSĐP: local,
  });
  return [
    line("DA1", "Nhà ở", "Đầu tư", "Năm nay", 240.1, 36.7),
    line("DA1", "Đất ở", "sự nghiệp", "năm nay", 80, 8.005),
    line("DA4.TDA1", "Chưa chi tiết", "Đầu tư", "Kéo dài", 1250.25, 187.5),
    line("DA5.TDA1", "Chưa chi tiết", "Sự nghiệp", "Kéo dài", 33.3, null),
    line("DA5.TDA1", "Chưa chi tiết", "Sự nghiệp", "Năm nay", -12.5, 0),
    line("DA6", "Chưa chi tiết", "Sự nghiệp", "Năm nay", "1.250,5", 0.1),
    { ...line("Tổng cộng", "", "", "Năm nay", 99999, 99999) },
  ];
}

function workRows(): Row[] {
  const work = (code: CellValue, name: string, project: string, more: Row): Row => ({
    "Mã công trình": code,
    "Tên công trình": name,
    "Mã dự án": project,
    "Nội dung": "Chưa chi tiết",
    "Tổng mức đầu tư": 1800.5,
    ...more,
  });
  return [
    work("CT01", "Đường liên xóm Làng Mười – Đồng *", "DA4.TDA1", {
      "Thôn xóm": "Làng Mười",
      "Chủ đầu tư": "Phòng Kinh tế",
      "Nhà thầu": "Công ty TNHH Xây dựng Bình Minh",
      "Giá trị hợp đồng": 1750.123,
      "Khởi công": day(2025, 3, 1),
      "Hoàn thành": day(2025, 11, 30),
      "Kế hoạch vốn năm": 900,
      "Khối lượng nghiệm thu": 640.5,
    }),
    work("CT*2", "Nhà văn hóa xóm Phố", "DA4.TDA1", { "Kế hoạch vốn năm": "120,5", "Khởi công": 2025 }),
    work("007", "Nước sinh hoạt tập trung", "DA1", { "Kế hoạch vốn năm": 0 }),
    work("CT04", "Sửa chữa trạm y tế", "DA6", { "Kế hoạch vốn năm": 60 }),
    { "Mã công trình": "Tổng cộng", "Tổng mức đầu tư": 999999, "Kế hoạch vốn năm": 999999 },
  ];
}

type One = <T>(list: readonly T[]) => T;

function voucherRows(
  count: number,
  one: One,
  often: (chance: number) => boolean,
  random: () => number,
): Row[] {
  const rows = Array.from({ length: count }, (_unused, index): Row => {
    const manner = one([
      "Tạm ứng",
      "Tạm ứng",
      "Thanh toán",
      "Thanh toán",
      "Thanh toán",
      "Thu hồi tạm ứng",
      "Giảm chi",
    ]);
    const back = manner === "Thu hồi tạm ứng" || manner === "Giảm chi";
    const amount = Math.round(random() * (back ? 5e6 : 4e7)) + (often(0.01) ? 0.4 : 0);
    const date = day(2025, 1, 2) + Math.floor(random() * 380);
    return {
      Ngày: often(0.02) ? "15/08/2025" : often(0.02) ? null : date + (often(0.05) ? 0.6 : 0),
      "Số chứng từ": `UNC ${index + 1}`,
      "Hình thức": often(0.05) ? manner.toUpperCase() : manner,
      "Mã dự án": often(0.02) ? "DA99" : one(projects),
      "Nội dung": "Chưa chi tiết",
      "Loại vốn": one(["Đầu tư", "Sự nghiệp", "Chưa xác định"]),
      "Năm vốn": often(0.2) ? "Kéo dài" : "Năm nay",
      Nguồn: often(0.02) ? "ODA" : one(["NSTW", "NSTW", "NSĐP", "Vốn khác"]),
      "Số tiền": often(0.03) ? "12.500.000" : back && often(0.5) ? -amount : amount,
      "Mã công trình": often(0.3) ? one(["CT01", "CT*2", "007", "CT04", "CT77"]) : null,
      "Đơn vị nhận": `Đơn vị ${index % 7}`,
    };
  });
  return [...rows, { "Số chứng từ": "Tổng cộng", "Số tiền": 123456789 }];
}

function householdRows(
  count: number,
  one: One,
  often: (chance: number) => boolean,
  random: () => number,
): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < count; index += 1) {
    const again = index > 0 && often(0.25) ? one(rows) : null;
    const woman = often(0.3);
    const id = `019${woman ? 1 : 0}${String(60 + Math.floor(random() * 39))}${String(index).padStart(6, "0")}`;
    const person: Row = again ?? {
      "Họ và tên chủ hộ": `${one(families)} ${woman ? "Thị" : "Văn"} ${one(given)}`,
      "Ngày sinh": often(0.3)
        ? 1960 + Math.floor(random() * 40)
        : day(1960 + Math.floor(random() * 40), 5, 17),
      "Giới tính": woman ? "Nữ" : "Nam",
      "Dân tộc": one(ethnicGroups),
      "Số CCCD": often(0.02)
        ? null
        : often(0.02)
          ? "chưa có"
          : often(0.03)
            ? Number(id)
            : often(0.03)
              ? id.replace(/(\d{3})(\d{3})/, "$1 $2.")
              : id,
      "Thôn xóm": often(0.02) ? null : one(hamlets),
      "Diện hộ": one(["Hộ nghèo", "Hộ nghèo", "Hộ cận nghèo", "Khác"]),
      "Chủ hộ nữ là lao động duy nhất": woman && often(0.3) ? "x" : null,
      "Số tài khoản": `8800${200000000 + index}`,
    };
    rows.push({
      ...person,
      STT: index + 1,
      "Mã dự án": often(0.1) ? "DA4.TDA1" : "DA1",
      "Nội dung hỗ trợ": often(0.03) ? "NHÀ Ở" : one(contents),
      NSTW: often(0.02) ? "40.000.000" : one([40000000, 22500000, 3000000, 10000000.25]),
      NSĐP: often(0.5) ? 4000000 : null,
      "Vay NHCSXH": often(0.2) ? 50000000 : null,
      "Đã chi": often(0.5) ? 20000000 : null,
      "Ghi chú": often(0.05) ? "chuyển vào tài khoản 8800200001234" : null,
    });
  }
  return [...rows, { "Họ và tên chủ hộ": "Tổng cộng", NSTW: 1e12, "Đã chi": 1e12 }];
}

/** Longer than any criterion of SUMIFS may be. */
export const longIndicator = `Tỷ lệ hộ dân tộc thiểu số được sử dụng nước sinh hoạt hợp vệ sinh, ${"trong đó có hộ nghèo, hộ cận nghèo ở thôn đặc biệt khó khăn, ".repeat(5)}so với tổng số hộ`;

function resultRows(): Row[] {
  const result = (
    project: string,
    content: string,
    indicator: string,
    unit: string,
    plan: CellValue,
    more: Row,
  ): Row => ({
    "Mã dự án": project,
    "Nội dung": content,
    "Chỉ tiêu": indicator,
    ĐVT: unit,
    "Kế hoạch": plan,
    ...more,
  });
  return [
    result("DA1", "Nhà ở", "Số nhà được hỗ trợ", "nhà", 15, {
      "Kỳ này": 4,
      "Lũy kế": 11,
      "Ước cả năm": 15,
      "Số hộ DTTS": 11,
      "Chủ hộ nữ": 3,
    }),
    result("DA1", "Nhà ở", longIndicator, "%", 97.5, { "Kỳ này": 0.3, "Lũy kế": 91.2, "Ước cả năm": 97.5 }),
    result("DA4.TDA1", "Chưa chi tiết", "Đường được cứng hóa", "km", 0, { "Kỳ này": 1.25, "Lũy kế": "2,5" }),
    result("DA4.TDA1", "Chưa chi tiết", "Đường được cứng hóa", "km", 3.1, {
      "Kỳ này": 0.1,
      "Lũy kế": 0.2,
      "Ghi chú": "đoạn 2",
    }),
    result("Tổng cộng", "", "Tổng", "", 999, {}),
  ];
}

function activityRows(): Row[] {
  const activity = (content: string, name: string, more: Row): Row => ({
    "Mã dự án": "DA9.TDA1",
    "Nội dung": content,
    "Hoạt động": name,
    ...more,
  });
  return [
    activity("Chưa chi tiết", "Hội nghị tuyên truyền phòng chống tảo hôn", {
      "Thời gian": "Tháng 9",
      "Thôn xóm": "Phố",
      "Số lượng": 2,
      "Lượt người": 120,
      Nữ: 70,
      DTTS: 110,
      "Kinh phí": 25.5,
    }),
    activity("Chưa chi tiết", "3/2 ngày hội văn hóa", { "Lượt người": 300, "Kinh phí": 40.1 }),
    activity("Chưa chi tiết", "Hội nghị tuyên truyền phòng chống tảo hôn", {
      "Thời gian": "Tháng 10",
      "Lượt người": 80,
      "Kinh phí": "9,5",
    }),
  ];
}
