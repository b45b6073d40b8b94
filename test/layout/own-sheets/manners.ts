/** Sheets in the manners of real offices: how each must be read, and the faults that were put in, at their cells. */
import type { CellValue, SheetSnapshot } from "../../../src/book";
import type { OwnTableName } from "../../../src/layout";
import { households, villages } from "./people";
import { sheet } from "./sheet";

export interface Manner {
  readonly title: string;
  readonly sheet: SheetSnapshot;
  /** One for each table on the sheet. */
  readonly expected: readonly {
    readonly table: OwnTableName;
    /** 1-based. */
    readonly headerRows: readonly number[];
    readonly data: readonly [first: number, last: number];
    readonly unit: string;
    readonly columns: readonly string[];
    readonly constants?: Readonly<Record<string, string>>;
  }[];
  /** Errors and warnings, `cell code`; missing columns among them. */
  readonly faults: readonly string[];
}

const people = households(12, 3);
const one = people[0]!;
const at = (index: number) => people[index % people.length]!;
const blank: readonly CellValue[] = [];
const signature: readonly (readonly CellValue[])[] = [
  blank,
  [null, null, null, null, null, "Dân Tiến, ngày 12 tháng 8 năm 2025"],
  ["Người lập biểu", null, null, "Kế toán", null, "CHỦ TỊCH"],
  [null, "(Ký, ghi rõ họ tên)"],
  blank,
  [null, "Hoàng Văn Lập", null, "Nông Thị Toán", null, "Lý Văn Chủ"],
];
/** 12 August 2025. */
const day = 45881;

const underTitles: Manner = {
  title: "header under three titles, amounts in đồng, a total and signatures below",
  sheet: sheet("DS nhà ở", [
    ["ỦY BAN NHÂN DÂN XÃ DÂN TIẾN"],
    ["DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ NHÀ Ở THUỘC DỰ ÁN 1 NĂM 2025"],
    ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 12/8/2025; đơn vị tính: đồng)"],
    [
      "STT",
      "Họ và tên chủ hộ",
      "Ngày sinh",
      "Giới tính",
      "Dân tộc",
      "Số CCCD",
      "Thôn, xóm",
      "Hình thức",
      "NSTW",
      "NSĐP",
      "Ghi chú",
    ],
    ...[0, 1, 2, 3, 4, 5].map((index) => {
      const { name, year, gender, ethnic, identity, village } = at(index);
      return [
        index + 1,
        name,
        year,
        gender,
        ethnic,
        index === 3 ? identity.slice(1) : identity,
        village,
        "Xây mới",
        index === 4 ? "60.000.000" : 60_000_000,
        6_000_000,
        null,
      ];
    }),
    [null, "Tổng cộng", null, null, null, null, null, null, 360_000_000, 36_000_000],
    [null, "Bằng chữ: Ba trăm chín mươi sáu triệu đồng"],
    ...signature,
  ]),
  expected: [
    {
      table: "tblHo",
      headerRows: [4],
      data: [5, 11],
      unit: "đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G Thôn xóm",
        "H Hình thức",
        "I NSTW",
        "J NSĐP",
        "K Ghi chú",
      ],
      constants: { "Mã dự án": "DA1", "Nội dung hỗ trợ": "Nhà ở", "Diện hộ": "Hộ nghèo" },
    },
  ],
  faults: ["F8 identity/lost-leading-zero", "I9 number/text-number"],
};

const mergedHeader: Manner = {
  title: "three merged header rows with column numbers, abbreviations, another order, millions per column",
  sheet: sheet(
    "Đất SX",
    [
      ["DANH SÁCH HỘ ĐỀ NGHỊ HT ĐẤT SẢN XUẤT - DỰ ÁN 1, NĂM 2025"],
      [
        "TT",
        "Số CMND/CCCD",
        "Họ tên chủ hộ",
        "Địa chỉ (xóm)",
        "Thông tin chủ hộ",
        null,
        null,
        "Diện hộ",
        "Tỷ lệ thiếu đất SX (%)",
        "Kinh phí HT (triệu đồng)",
        null,
        null,
      ],
      [null, null, null, null, "Năm sinh", null, "DT", null, null, "Tổng số", "Trong đó", null],
      [null, null, null, null, "Nam", "Nữ", null, null, null, null, "NSTW", "NSĐP"],
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)"],
      ...[0, 1, 2, 3, 4].map((index) => {
        const { name, year, gender, ethnic, identity, village } = at(index);
        const amount = index === 2 ? 25 : 22.5;
        return [
          index + 1,
          identity,
          name,
          village,
          gender === "Nam" ? year : null,
          gender === "Nữ" ? year : null,
          ethnic,
          index === 1 ? "HCN" : "HN",
          0.6,
          amount,
          amount,
          null,
        ];
      }),
      ["Cộng", null, null, null, null, null, null, null, null, 115, 115, null],
    ],
    {
      merges: [
        "A1:L1",
        "A2:A4",
        "B2:B4",
        "C2:C4",
        "D2:D4",
        "E2:G2",
        "E3:F3",
        "G3:G4",
        "H2:H4",
        "I2:I4",
        "J2:L2",
        "J3:J4",
        "K3:L3",
        "A11:I11",
      ],
    },
  ),
  expected: [
    {
      table: "tblHo",
      headerRows: [2, 3, 4],
      data: [6, 11],
      unit: "triệu đồng",
      columns: [
        "A STT",
        "B Số CCCD",
        "C Họ và tên chủ hộ",
        "D Thôn xóm",
        "E Ngày sinh (Nam)",
        "F Ngày sinh (Nữ)",
        "G Dân tộc",
        "H Diện hộ",
        "I Tỷ lệ thiếu đất SX",
        "J Tổng hỗ trợ",
        "K NSTW",
        "L NSĐP",
      ],
      constants: { "Mã dự án": "DA1", "Nội dung hỗ trợ": "Đất sản xuất" },
    },
  ],
  faults: ["H7 household/not-poor", "K8 household/over-norm"],
};

const wide: Manner = {
  title: "wide: one amount column a content, headings that carry the xóm, thousands",
  sheet: sheet("Tổng hợp DA1", [
    ["BIỂU TỔNG HỢP HỘ NGHÈO ĐĂNG KÝ HỖ TRỢ DỰ ÁN 1 NĂM 2025"],
    [null, null, null, null, null, null, null, "ĐVT: nghìn đồng"],
    ["STT", "Chủ hộ", "Sinh năm", "Giới", "Dân tộc", "CCCD", "Nội dung hỗ trợ", null, null, "Tổng cộng"],
    [null, null, null, null, null, null, "Đất ở", "Nhà ở", "Nước", null],
    ...[0, 1].flatMap((village) => [
      [
        ["I", "II"][village]!,
        `Xóm ${villages[village]!}`,
        null,
        null,
        null,
        null,
        80_000,
        120_000,
        6_000,
        206_000,
      ],
      ...[0, 1, 2].map((index) => {
        const { name, year, gender, ethnic, identity } = at(village * 3 + index);
        const water = village === 1 && index === 2 ? 3_500 : 3_000;
        const number = village === 0 && index === 1 ? identity.slice(0, 9) + "x1" : identity;
        return [
          index + 1,
          name,
          year,
          gender,
          ethnic,
          number,
          index === 0 ? 40_000 : null,
          index < 2 ? 60_000 : 0,
          water,
          null,
        ];
      }),
    ]),
    ["", "Tổng số", null, null, null, null, 160_000, 240_000, 12_000, 412_000],
  ]),
  expected: [
    {
      table: "tblHo",
      headerRows: [3, 4],
      data: [5, 13],
      unit: "nghìn đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G NSTW (Đất ở)",
        "H NSTW (Nhà ở)",
        "I NSTW (Nước phân tán)",
      ],
      constants: { "Mã dự án": "DA1", "Diện hộ": "Hộ nghèo" },
    },
  ],
  faults: ["F7 identity/format", "I12 household/over-norm"],
};

const crosses: Manner = {
  title: "crosses for contents and for poverty, no amounts",
  sheet: sheet(
    "Rà soát",
    [
      ["DANH SÁCH RÀ SOÁT NHU CẦU HỖ TRỢ CÁC HỘ DÂN XÓM LÀNG MƯỜI"],
      [
        "TT",
        "Họ và tên chủ hộ",
        "Ngày tháng năm sinh",
        "Giới tính",
        "Dân tộc",
        "Số định danh cá nhân",
        "Đối tượng",
        null,
        "Nhu cầu hỗ trợ",
        null,
      ],
      [null, null, null, null, null, null, "Hộ nghèo", "Hộ cận nghèo", "Nhà ở", "Nước sinh hoạt phân tán"],
      ...[0, 1, 2, 3].map((index) => {
        const { name, gender, ethnic, identity, year } = at(index);
        const birth = index === 2 ? "31/02/1972" : `05/03/${year}`;
        return [
          index + 1,
          name,
          index === 1 ? birth : index === 2 ? birth : 20_000 + (year - 1958) * 365 + 1400,
          gender,
          ethnic,
          identity,
          index === 3 ? null : "x",
          index === 3 ? "x" : null,
          index === 3 ? null : "x",
          null,
        ];
      }),
    ].map((row) => row),
    { merges: ["A1:J1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:H2", "I2:J2"] },
  ),
  expected: [
    {
      table: "tblHo",
      headerRows: [2, 3],
      data: [4, 7],
      unit: "đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G Diện hộ (Hộ nghèo)",
        "H Diện hộ (Hộ cận nghèo)",
        "I Nội dung hỗ trợ (Nhà ở)",
        "J Nội dung hỗ trợ (Nước phân tán)",
      ],
      constants: { "Thôn xóm": "Làng Mười" },
    },
  ],
  faults: ["B3 structure/missing-column", "B3 structure/missing-column", "C5 date/text-date", "C6 type/date"],
};

const allocation: Manner = {
  title: "allocation with roman project rows, letters and a total above",
  sheet: sheet("PB von 2025", [
    ["BIỂU PHÂN BỔ KẾ HOẠCH VỐN SỰ NGHIỆP NĂM 2025"],
    ["Đơn vị tính: Triệu đồng"],
    ["TT", "Nội dung", "Tổng số", "Trong đó", null, "Đơn vị thực hiện"],
    [null, null, null, "Vốn NSTW", "Vốn đối ứng NSĐP", null],
    ["A", "B", "1=2+3", 2, 3, 4],
    [null, "TỔNG SỐ", 866, 757.3, 108.7, null],
    [
      "I",
      "Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt",
      800,
      700,
      100,
      null,
    ],
    [1, "Hỗ trợ đất sản xuất", 300, 250, 50, "Phòng Kinh tế"],
    [2, "Hỗ trợ nước sinh hoạt phân tán", 500, 450, 48, "Phòng Kinh tế"],
    ["II", "Dự án 7: Chăm sóc sức khỏe Nhân dân", 66, 57.3, 8.7, "Trạm Y tế"],
  ]),
  expected: [
    {
      table: "tblNganSach",
      headerRows: [3, 4],
      data: [6, 10],
      unit: "triệu đồng",
      columns: ["B Nội dung", "C Tổng vốn", "D NSTW", "E NSĐP", "F Đơn vị thực hiện"],
      constants: { "Loại vốn": "Sự nghiệp", "Năm vốn": "Năm nay" },
    },
  ],
  faults: ["C9 budget/split-mismatch"],
};

const byCapital: Manner = {
  title: "allocation with both kinds of capital side by side",
  sheet: sheet(
    "Giao dự toán",
    [
      ["PHỤ LỤC GIAO DỰ TOÁN NĂM 2025"],
      ["(Đơn vị: triệu đồng)"],
      ["STT", "Dự án, tiểu dự án", "Tổng cộng", "Vốn đầu tư", null, null, "Vốn sự nghiệp", null, null],
      [null, null, null, "Tổng số", "NSTW", "NSĐP", "Tổng số", "NSTW", "NSĐP"],
      [1, "Dự án 1", 720, 500, 430, 70, 220, 196, 24],
      [2, "Tiểu dự án 1 Dự án 4", 9504.2, 9504.2, 7459.2, 2045, null, null, null],
      [3, "Tiểu dự án 1 Dự án 5", 1487, null, null, null, 1487, 1293, 184],
    ],
    { merges: ["A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:I3"] },
  ),
  expected: [
    {
      table: "tblNganSach",
      headerRows: [3, 4],
      data: [5, 7],
      unit: "triệu đồng",
      columns: [
        "B Mã dự án",
        "D Tổng vốn (Đầu tư)",
        "E NSTW (Đầu tư)",
        "F NSĐP (Đầu tư)",
        "G Tổng vốn (Sự nghiệp)",
        "H NSTW (Sự nghiệp)",
        "I NSĐP (Sự nghiệp)",
      ],
      constants: { "Năm vốn": "Năm nay" },
    },
  ],
  faults: ["B4 structure/missing-column", "G7 budget/split-mismatch"],
};

const vouchers: Manner = {
  title: "vouchers with abbreviated headers, dates and amounts as text",
  sheet: sheet("GN", [
    ["BẢNG KÊ CHỨNG TỪ GIẢI NGÂN VỐN CTMTQG 1719"],
    ["Năm 2025 - ĐVT: đồng"],
    [
      "Số CT",
      "Ngày CT",
      "ND thanh toán",
      "DA",
      "Loại vốn",
      "Nguồn vốn",
      "Hình thức",
      "Số tiền",
      "Đơn vị hưởng",
    ],
    ["UNC 01", day, "Hỗ trợ nhà ở", "Dự án 1", "ĐTPT", "NSTW", "Thanh toán", 60_000_000, "Lý Văn Páo"],
    [
      "UNC 02",
      "13/8/2025",
      "Hỗ trợ nhà ở",
      "Dự án 1",
      "ĐTPT",
      "NSTW",
      "Thanh toán",
      "40 triệu đồng",
      "Ma Thị Hoa",
    ],
    ["UNC 03", day + 4, "Hỗ trợ nhà ở", "Dự án 1", "ĐTPT", "NSĐP", "TT", -4_000_000, "Ma Thị Hoa"],
    ["UNC 04", day + 5, "Hỗ trợ nhà ở", "Dự án 1", "ĐTPT", "NSTW", "Tạm ứng", 20_000_000, "Bàn Văn Kim"],
    [
      "UNC 05",
      day + 90,
      "Hỗ trợ nhà ở",
      "Dự án 1",
      "ĐTPT",
      "NSTW",
      "Thu hồi tạm ứng",
      25_000_000,
      "Bàn Văn Kim",
    ],
    ["Cộng", null, null, null, null, null, null, 141_000_000],
  ]),
  expected: [
    {
      table: "tblGiaiNgan",
      headerRows: [3],
      data: [4, 9],
      unit: "đồng",
      columns: [
        "A Số chứng từ",
        "B Ngày",
        "C Nội dung",
        "D Mã dự án",
        "E Loại vốn",
        "F Nguồn",
        "G Hình thức",
        "H Số tiền",
        "I Đơn vị nhận",
      ],
      constants: { "Năm vốn": "Năm nay" },
    },
  ],
  faults: [
    "B5 date/text-date",
    "H5 number/text-number",
    "H6 budget/negative-amount",
    "H8 disbursement/recovery-exceeds-advance",
  ],
};

const bySource: Manner = {
  title: "vouchers with a column a source, carried-over money by the title",
  sheet: sheet("Kéo dài", [
    ["THEO DÕI THANH TOÁN VỐN ĐẦU TƯ KÉO DÀI SANG NĂM 2025"],
    ["ĐVT: triệu đồng"],
    ["Ngày tháng", "Số chứng từ", "Nội dung chi", "Số tiền", null, "Ghi chú"],
    [null, null, null, "NSTW", "NSĐP", null],
    [day, "15", "Hỗ trợ đất ở", 40, 4, null],
    [day + 1, "16", "Hỗ trợ đất ở", 40.0000005, null, null],
    [day + 400, "17", "Hỗ trợ nhà ở", 60, null, "chậm"],
  ]),
  expected: [
    {
      table: "tblGiaiNgan",
      headerRows: [3, 4],
      data: [5, 7],
      unit: "triệu đồng",
      columns: ["A Ngày", "B Số chứng từ", "C Nội dung", "D Số tiền (NSTW)", "E Số tiền (NSĐP)", "F Ghi chú"],
      constants: { "Loại vốn": "Đầu tư", "Năm vốn": "Kéo dài", "Hình thức": "Thanh toán" },
    },
  ],
  faults: ["A7 disbursement/outside-period", "C4 structure/missing-column", "D6 number/sub-dong"],
};

const works: Manner = {
  title: "works with two header rows that are not merged, a total investment that is too small",
  sheet: sheet("Công trình 2025", [
    ["DANH MỤC CÔNG TRÌNH ĐẦU TƯ TIỂU DỰ ÁN 1 DỰ ÁN 4 NĂM 2025"],
    [
      "TT",
      "Tên công trình",
      "Địa điểm XD",
      "Chủ đầu tư",
      "QĐ phê duyệt",
      null,
      "Kế hoạch vốn năm 2025 (triệu đồng)",
      "Nhà thầu",
    ],
    [null, null, null, null, "Số, ngày", "TMĐT (triệu đồng)", null, null],
    [1, "Đường trục xóm Làng Mười", "Làng Mười", "UBND xã", "12/QĐ-UBND", 1500, 1000, "Công ty A"],
    [2, "Nhà văn hóa xóm Đoàn Kết", "Đoàn Kết", "UBND xã", "13/QĐ-UBND", 900, 950, "Công ty B"],
    [3, "Kè suối Nà Canh", "Nà Canh", "UBND xã", "14/QĐ-UBND", null, 400, null],
    ["", "Tổng cộng", null, null, null, 2400, 2350, null],
  ]),
  expected: [
    {
      table: "tblCongTrinh",
      headerRows: [2, 3],
      data: [4, 7],
      unit: "triệu đồng",
      columns: [
        "B Tên công trình",
        "C Thôn xóm",
        "D Chủ đầu tư",
        "E Số QĐ phê duyệt",
        "F Tổng mức đầu tư",
        "G Kế hoạch vốn năm",
        "H Nhà thầu",
      ],
      constants: { "Mã dự án": "DA4.TDA1" },
    },
  ],
  faults: [
    "B3 structure/missing-column",
    "B3 structure/missing-column",
    "F6 required/missing",
    "G5 work/plan-exceeds-investment",
  ],
};

const typos: Manner = {
  title: "headers with slips and in capitals, numbers stored as text, stray spaces",
  sheet: sheet("ds nuoc", [
    ["DANH SÁCH CÁC HỘ NGHÈO ĐƯỢC HỖ TRỢ NƯỚC SINH HOẠT PHÂN TÁN NĂM 2025"],
    [
      "SỐ TT",
      "HỌ VÀ TÊN CHỦ HÔ",
      "NĂM SINH",
      "GIỚI TÍNH",
      "DÂN TÔC",
      "SÔ CCCD",
      "XÓM",
      "SỐ TIỀN HỖ TRỢ (ĐỒNG)",
      "SỐ ĐIỆN THOẠI",
      "KÝ NHẬN",
    ],
    ...[0, 1, 2, 3].map((index) => {
      const { name, year, gender, ethnic, identity, village } = at(index);
      return [
        String(index + 1),
        index === 2 ? `${name}  ` : name,
        String(year),
        gender,
        ethnic,
        identity,
        village,
        index === 1 ? 3_500_000 : 3_000_000,
        "0912345678",
        null,
      ];
    }),
    ["", "TỔNG CỘNG:", null, null, null, null, null, 12_500_000],
  ]),
  expected: [
    {
      table: "tblHo",
      headerRows: [2],
      data: [3, 7],
      unit: "đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G Thôn xóm",
        "H NSTW",
      ],
      constants: { "Nội dung hỗ trợ": "Nước phân tán", "Diện hộ": "Hộ nghèo" },
    },
  ],
  faults: ["B2 structure/missing-column", "B5 text/stray-space", "H4 household/over-norm"],
};

const formulas: Manner = {
  title: "amounts by formulas, one never calculated; a hidden column between",
  sheet: sheet(
    "Chuyển đổi nghề",
    [
      ["Danh sách hộ nghèo được hỗ trợ chuyển đổi nghề năm 2025 (dự án 1)"],
      [
        "STT",
        "Họ tên chủ hộ",
        "Mã hộ",
        "Năm sinh",
        "Giới tính",
        "Dân tộc",
        "Số CCCD",
        "Thôn bản",
        "Tỷ lệ thiếu đất sản xuất",
        "NSTW (đồng)",
      ],
      ...[0, 1, 2].map((index) => {
        const { name, year, gender, ethnic, identity, village } = at(index);
        return [
          index + 1,
          name,
          `H${index}`,
          year,
          gender,
          ethnic,
          identity,
          village,
          index === 0 ? null : 0.7,
          index === 1 ? null : 10_000_000,
        ];
      }),
    ],
    { formulas: { J3: "10*1000000", J4: "10*1000000", J5: "10*1000000" }, uncalculated: ["J4"] },
  ),
  expected: [
    {
      table: "tblHo",
      headerRows: [2],
      data: [3, 5],
      unit: "đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "D Ngày sinh",
        "E Giới tính",
        "F Dân tộc",
        "G Số CCCD",
        "H Thôn xóm",
        "I Tỷ lệ thiếu đất SX",
        "J NSTW",
      ],
      constants: { "Mã dự án": "DA1", "Nội dung hỗ trợ": "Chuyển đổi nghề", "Diện hộ": "Hộ nghèo" },
    },
  ],
  faults: ["I3 household/land-shortage-below-threshold", "J4 structure/not-calculated"],
};

const below: Manner = {
  title: "two tables below one another",
  sheet: sheet("Hai bảng", [
    ["I. PHÂN BỔ VỐN ĐẦU TƯ NĂM 2025 (triệu đồng)"],
    ["TT", "Dự án", "Nội dung", "Tổng vốn", "NSTW", "NSĐP"],
    [1, "DA1", "Đất ở", 220, 200, 20],
    [2, "DA1", "Nhà ở", 500, 426, 75],
    blank,
    ["II. DANH SÁCH HỘ NGHÈO ĐƯỢC HỖ TRỢ ĐẤT Ở (đồng)"],
    ["TT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Dân tộc", "CCCD", "Xóm", "NSTW", "NSĐP"],
    ...[0, 1, 2].map((index) => {
      const { name, year, gender, ethnic, identity, village } = at(index);
      return [
        index + 1,
        name,
        year,
        index === 1 ? (gender === "Nam" ? "Nữ" : "Nam") : gender,
        ethnic,
        identity,
        village,
        40_000_000,
        4_000_000,
      ];
    }),
  ]),
  expected: [
    {
      table: "tblNganSach",
      headerRows: [2],
      data: [3, 4],
      unit: "triệu đồng",
      columns: ["B Mã dự án", "C Nội dung", "D Tổng vốn", "E NSTW", "F NSĐP"],
      constants: { "Loại vốn": "Đầu tư", "Năm vốn": "Năm nay" },
    },
    {
      table: "tblHo",
      headerRows: [7],
      data: [8, 10],
      unit: "đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G Thôn xóm",
        "H NSTW",
        "I NSĐP",
      ],
      constants: { "Nội dung hỗ trợ": "Đất ở", "Diện hộ": "Hộ nghèo" },
    },
  ],
  faults: ["B7 structure/missing-column", "D4 budget/split-mismatch", "F9 identity/gender-mismatch"],
};

const beside: Manner = {
  title: "two tables side by side",
  sheet: sheet("Song song", [
    [
      "HỘ NGHÈO ĐƯỢC HỖ TRỢ ĐẤT Ở DỰ ÁN 1 NĂM 2025",
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      "DANH MỤC CÔNG TRÌNH (triệu đồng)",
    ],
    [
      "TT",
      "Họ tên chủ hộ",
      "Năm sinh",
      "Giới tính",
      "Dân tộc",
      "CCCD",
      "Xóm",
      "NSTW (đồng)",
      null,
      "TT",
      "Mã công trình",
      "Tên công trình",
      "Nội dung",
      "Tổng mức đầu tư",
      "Kế hoạch vốn",
    ],
    ...[0, 1, 2].map((index) => {
      const { name, year, gender, ethnic, identity, village } = at(index);
      const work = [
        `CT0${index + 1}`,
        ["Đường Làng Mười", "Kè Nà Canh", "Bể nước Khuổi Hoa"][index]!,
        "Nước tập trung",
        900,
        index === 2 ? 950 : 300,
      ];
      return [
        index + 1,
        name,
        year,
        gender,
        ethnic,
        identity,
        village,
        index === 1 ? 42_000_000 : 40_000_000,
        null,
        index + 1,
        ...work,
      ];
    }),
  ]),
  expected: [
    {
      table: "tblHo",
      headerRows: [2],
      data: [3, 5],
      unit: "đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G Thôn xóm",
        "H NSTW",
      ],
      constants: { "Mã dự án": "DA1", "Nội dung hỗ trợ": "Đất ở", "Diện hộ": "Hộ nghèo" },
    },
    {
      table: "tblCongTrinh",
      headerRows: [2],
      data: [3, 5],
      unit: "triệu đồng",
      columns: [
        "K Mã công trình",
        "L Tên công trình",
        "M Nội dung",
        "N Tổng mức đầu tư",
        "O Kế hoạch vốn năm",
      ],
    },
  ],
  faults: ["H4 household/over-norm", "L2 structure/missing-column", "O5 work/plan-exceeds-investment"],
};

const mergedRows: Manner = {
  title: "a household over several lines by merged cells, the header printed again on the next page",
  sheet: sheet(
    "Nhiều dòng",
    [
      ["DANH SÁCH HỘ NGHÈO NHẬN HỖ TRỢ DỰ ÁN 1 NĂM 2025"],
      [
        "STT",
        "Họ và tên chủ hộ",
        "Năm sinh",
        "Giới tính",
        "Dân tộc",
        "Số CCCD",
        "Xóm",
        "Nội dung hỗ trợ",
        "Số tiền NSTW (đồng)",
      ],
      [
        1,
        at(0).name,
        at(0).year,
        at(0).gender,
        at(0).ethnic,
        at(0).identity,
        at(0).village,
        "Đất ở",
        40_000_000,
      ],
      [null, null, null, null, null, null, null, "Nhà ở", 60_000_000],
      [
        "STT",
        "Họ và tên chủ hộ",
        "Năm sinh",
        "Giới tính",
        "Dân tộc",
        "Số CCCD",
        "Xóm",
        "Nội dung hỗ trợ",
        "Số tiền NSTW (đồng)",
      ],
      [
        2,
        at(1).name,
        at(1).year,
        at(1).gender,
        at(1).ethnic,
        at(1).identity,
        at(1).village,
        "Nhà ở",
        60_000_000,
      ],
      [
        3,
        at(1).name,
        at(1).year,
        at(1).gender,
        at(1).ethnic,
        at(1).identity,
        at(1).village,
        "Làm nhà ở",
        60_000_000,
      ],
    ],
    { merges: ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:G4"] },
  ),
  expected: [
    {
      table: "tblHo",
      headerRows: [2],
      data: [3, 7],
      unit: "đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G Thôn xóm",
        "H Nội dung hỗ trợ",
        "I NSTW",
      ],
      constants: { "Mã dự án": "DA1", "Diện hộ": "Hộ nghèo" },
    },
  ],
  faults: [
    ...["A", "B", "C", "D", "E", "F", "G"].map((letter) => `${letter}3 structure/merged-cells`),
    "H7 household/same-support-twice",
  ],
};

const withStreet: Manner = {
  title: "a list per xóm, whose name stands in the title alone; an empty cell that is needed",
  sheet: sheet("Xóm Khuổi Hoa", [
    ["DANH SÁCH HỘ GIA ĐÌNH ĐƯỢC HỖ TRỢ NHÀ Ở - XÓM KHUỔI HOA"],
    ["Thực hiện Dự án 1, năm 2025. Đơn vị tính: đồng"],
    [
      "TT",
      "Tên chủ hộ",
      "Ngày, tháng, năm sinh",
      "Nam/Nữ",
      "Thành phần dân tộc",
      "Căn cước công dân",
      "Thuộc diện",
      "Xây mới/ sửa chữa",
      "Vốn TW",
      "Vốn ĐP",
      "Vay NHCSXH",
      "Tổng",
    ],
    ...[0, 1, 2].map((index) => {
      const { name, year, gender, ethnic, identity } = at(index);
      return [
        index + 1,
        name,
        year,
        gender,
        index === 1 ? null : ethnic,
        identity,
        "Nghèo",
        index === 2 ? "Sửa chữa" : "Làm mới",
        index === 2 ? 40_000_000 : 60_000_000,
        6_000_000,
        index === 0 ? 45_000_000 : null,
        66_000_000,
      ];
    }),
  ]),
  expected: [
    {
      table: "tblHo",
      headerRows: [3],
      data: [4, 6],
      unit: "đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G Diện hộ",
        "H Hình thức",
        "I NSTW",
        "J NSĐP",
        "K Vay NHCSXH",
        "L Tổng hỗ trợ",
      ],
      constants: { "Mã dự án": "DA1", "Nội dung hỗ trợ": "Nhà ở", "Thôn xóm": "Khuổi Hoa" },
    },
  ],
  faults: ["E5 required/missing", "I6 household/over-norm", "K4 household/loan-over-limit"],
};

const wideBySource: Manner = {
  title: "wide: sources under each content, and the poverty written out; a column for marks of ours",
  sheet: sheet(
    "Cơ cấu vốn",
    [
      ["DANH SÁCH HỘ ĐƯỢC HỖ TRỢ, DỰ ÁN 1"],
      [
        "TT",
        "Họ và tên\nchủ hộ",
        "Ngày sinh",
        "GT",
        "Dân tộc",
        "CCCD",
        "Thôn",
        "Phân loại hộ",
        "Đất ở (trđ)",
        null,
        "Nhà ở (trđ)",
        null,
        "Kiểm tra",
      ],
      [null, null, null, null, null, null, null, null, "NSTW", "NSĐP", "NSTW", "NSĐP", null],
      ...[0, 1, 2].map((index) => {
        const { name, year, gender, ethnic, identity, village } = at(index);
        const line = [index + 1, name, year, gender, ethnic, identity, village, "Hộ nghèo"];
        return [
          ...line,
          index === 2 ? null : 40,
          index === 1 ? -4 : null,
          index === 0 ? null : 60,
          null,
          null,
        ];
      }),
    ],
    { merges: ["I2:J2", "K2:L2"] },
  ),
  expected: [
    {
      table: "tblHo",
      headerRows: [2, 3],
      data: [4, 6],
      unit: "triệu đồng",
      columns: [
        "A STT",
        "B Họ và tên chủ hộ",
        "C Ngày sinh",
        "D Giới tính",
        "E Dân tộc",
        "F Số CCCD",
        "G Thôn xóm",
        "H Diện hộ",
        "I NSTW (Đất ở)",
        "J NSĐP (Đất ở)",
        "K NSTW (Nhà ở)",
        "L NSĐP (Nhà ở)",
      ],
      constants: { "Mã dự án": "DA1" },
    },
  ],
  faults: ["J5 budget/negative-amount"],
};

export const manners: readonly Manner[] = [
  wideBySource,
  underTitles,
  mergedHeader,
  wide,
  crosses,
  allocation,
  byCapital,
  vouchers,
  bySource,
  works,
  typos,
  formulas,
  below,
  beside,
  mergedRows,
  withStreet,
];

export { one as firstHousehold };
