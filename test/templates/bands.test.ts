/** Bands: repeated for each record, filtered, sorted, nested, with sums and numbers; what an empty one leaves. */
import { filled, household, type Grid, type Rows } from "./kit";

const hamlets = [{ "Thôn xóm": "Làng Mười" }, { "Thôn xóm": "Bản Ná" }, { "Thôn xóm": "Đồng Mỏ" }];
const people: Rows = {
  tblXom: hamlets,
  tblHo: [
    household("Triệu Văn Ước", "Làng Mười", { NSTW: 40_000_000 }),
    household("Lý Thị Đạt", "Bản Ná", { NSTW: 20_000_000 }),
    {},
    household("Nông Văn Ánh", "làng mười", { NSTW: 10_000_000 }),
    household("Hoàng Thị Dần", "Làng Mười", { NSTW: 5_000_000 }),
    { "Họ và tên chủ hộ": "Tổng cộng", NSTW: 75_000_000 },
  ],
};

async function rowsOf(grid: Grid, rows: Rows = people) {
  return (await filled(grid, rows)).values();
}

const list = (conditions: string): Grid => [
  ["DANH SÁCH"],
  [`{{#Hộ ${conditions}}}{{STT}}`, "{{Hộ.Họ và tên chủ hộ}}", "{{Hộ.NSTW}}{{/Hộ}}"],
  ["Cộng", null, "{{Tổng.NSTW}}"],
];

describe("a band", () => {
  test("is repeated for each record; blank rows and typed totals are none; the sum stands below", async () => {
    expect(await rowsOf(list(""))).toEqual([
      ["DANH SÁCH"],
      [1, "Triệu Văn Ước", 40_000_000],
      [2, "Lý Thị Đạt", 20_000_000],
      [3, "Nông Văn Ánh", 10_000_000],
      [4, "Hoàng Thị Dần", 5_000_000],
      ["Cộng", null, 75_000_000],
    ]);
  });

  test.each([
    ['"Thôn xóm"="Làng Mười"', ["Triệu Văn Ước", "Nông Văn Ánh", "Hoàng Thị Dần"]],
    ["“Thôn xóm”=“LÀNG MƯỜI”", ["Triệu Văn Ước", "Nông Văn Ánh", "Hoàng Thị Dần"]],
    ['"Thôn xóm" <> "Làng Mười"', ["Lý Thị Đạt"]],
    ['"Thôn xóm"="Làng Mười", "NSTW"="5.000.000"', ["Hoàng Thị Dần"]],
    ['"Số QĐ phê duyệt"="" "NSTW"="20000000"', ["Lý Thị Đạt"]],
    ['sắp xếp="Họ và tên chủ hộ"', ["Nông Văn Ánh", "Hoàng Thị Dần", "Lý Thị Đạt", "Triệu Văn Ước"]],
    ['sắp xếp="NSTW"', ["Hoàng Thị Dần", "Nông Văn Ánh", "Lý Thị Đạt", "Triệu Văn Ước"]],
    ['sắp xếp="Thôn xóm; NSTW giảm dần"', ["Lý Thị Đạt", "Triệu Văn Ước", "Nông Văn Ánh", "Hoàng Thị Dần"]],
    ['sắp xếp="Nội dung hỗ trợ"', ["Triệu Văn Ước", "Lý Thị Đạt", "Nông Văn Ánh", "Hoàng Thị Dần"]],
  ])("%s chooses and sorts", async (conditions, names) => {
    const rows = await rowsOf(list(conditions));
    expect(rows.slice(1, -1).map((row) => row[1])).toEqual(names);
  });

  test("names sort as the Vietnamese alphabet has them, whatever their Unicode form", async () => {
    const names = ["Lý Ước", "Lý Đạt", "Lý Dần", "Lý Ánh", "Lý Anh", "Lý Ân", "Lý Ăn"];
    const rows = { tblHo: names.map((name, i) => household(i % 2 ? name.normalize("NFD") : name, "A")) };
    const sorted = await rowsOf(list('sắp xếp="Họ và tên chủ hộ"'), rows);
    expect(sorted.slice(1, -1).map((row) => String(row[1]).normalize("NFC"))).toEqual([
      "Lý Anh",
      "Lý Ánh",
      "Lý Ăn",
      "Lý Ân",
      "Lý Dần",
      "Lý Đạt",
      "Lý Ước",
    ]);
  });

  test("may have several rows, with cells that are the same in each", async () => {
    const grid: Grid = [
      ["{{#Hộ}}Họ tên:", "{{Hộ.Họ và tên chủ hộ}}"],
      ["Số tiền:", "{{Hộ.NSTW|số}} đồng{{/Hộ}}"],
      ["Hết"],
    ];
    expect(await rowsOf(grid, { tblHo: people["tblHo"]!.slice(0, 2) })).toEqual([
      ["Họ tên:", "Triệu Văn Ước"],
      ["Số tiền:", "40.000.000 đồng"],
      ["Họ tên:", "Lý Thị Đạt"],
      ["Số tiền:", "20.000.000 đồng"],
      ["Hết"],
    ]);
  });
});

describe("without a record", () => {
  const none: Rows = { tblHo: [] };
  test("one blank row stays, and sums are 0", async () => {
    expect(await rowsOf(list(""), none)).toEqual([["DANH SÁCH"], [], ["Cộng", null, 0]]);
    expect(await rowsOf(list('trống="giữ dòng"'), none)).toHaveLength(3);
  });
  test("“bỏ dòng” takes the row away", async () => {
    expect(await rowsOf(list('trống="bỏ dòng"'), none)).toEqual([["DANH SÁCH"], ["Cộng", null, 0]]);
  });
});

describe("a band within a band", () => {
  test("holds what belongs to the outer one; sums and numbers are its own", async () => {
    const grid: Grid = [
      ["{{#Xóm}}{{STT}}", "{{Xóm.Thôn xóm}}"],
      ["{{#Hộ sắp xếp=“Họ và tên chủ hộ”}}{{STT}}", "{{Hộ.Họ và tên chủ hộ}}", "{{Hộ.NSTW}}{{/Hộ}}"],
      [null, "Cộng {{Xóm.Thôn xóm}}", "{{Tổng.NSTW}}{{/Xóm}}"],
      [null, "Toàn xã", "{{Tổng.NSTW}}"],
    ];
    expect(await rowsOf(grid)).toEqual([
      [1, "Làng Mười"],
      [1, "Nông Văn Ánh", 10_000_000],
      [2, "Hoàng Thị Dần", 5_000_000],
      [3, "Triệu Văn Ước", 40_000_000],
      [null, "Cộng Làng Mười", 55_000_000],
      [2, "Bản Ná"],
      [1, "Lý Thị Đạt", 20_000_000],
      [null, "Cộng Bản Ná", 20_000_000],
      [3, "Đồng Mỏ"],
      [],
      [null, "Cộng Đồng Mỏ", 0],
      [null, "Toàn xã", 75_000_000],
    ]);
  });

  test("belongs by project, by content of a project, by work", async () => {
    const rows: Rows = {
      tblDuAn: [{ Mã: "DA1" }, { Mã: "DA4.TDA1" }],
      tblNoiDung: [
        { Mã: "DA1.ND1", "Mã dự án": "DA1", "Tên ngắn": "Nhà ở" },
        { Mã: "DA1.ND2", "Mã dự án": "DA1", "Tên ngắn": "Đất ở" },
      ],
      tblCongTrinh: [{ "Mã công trình": "CT1", "Mã dự án": "DA4.TDA1", "Tên công trình": "Đường" }],
      tblGiaiNgan: [
        { "Số chứng từ": "01", "Mã dự án": "DA4.TDA1", "Mã công trình": "ct1", "Số tiền": 5 },
        { "Số chứng từ": "02", "Mã dự án": "DA4.TDA1", "Mã công trình": null, "Số tiền": 7 },
      ],
      tblHo: [household("Lý A", "X"), household("Lý B", "X", { "Nội dung hỗ trợ": "Đất ở" })],
    };
    const grid: Grid = [
      ["{{#Dự án}}{{Dự án.Mã}}"],
      ["{{#Nội dung trống='bỏ dòng'}}{{Nội dung.Tên ngắn}}".replaceAll("'", '"')],
      ['{{#Hộ trống="bỏ dòng"}}{{Hộ.Họ và tên chủ hộ}}{{/Hộ}}{{/Nội dung}}'],
      ['{{#Công trình trống="bỏ dòng"}}{{Công trình.Tên công trình}}'],
      ["{{#Giải ngân}}{{Giải ngân.Số chứng từ}}{{/Giải ngân}}{{/Công trình}}"],
      ["{{/Dự án}}hết"],
    ];
    expect((await rowsOf(grid, rows)).map((row) => row[0] ?? null)).toEqual([
      "DA1",
      "Nhà ở",
      "Lý A",
      "Đất ở",
      "Lý B",
      "hết",
      "DA4.TDA1",
      "Đường",
      "01",
      "hết",
    ]);
  });

  test("an unrelated list may part records that belong to both", async () => {
    const grid: Grid = [
      ["{{#Xóm}}{{Xóm.Thôn xóm}}"],
      ["{{#Dự án}}{{Dự án.Mã}}"],
      ['{{#Hộ trống="bỏ dòng"}}{{Hộ.Họ và tên chủ hộ}}{{/Hộ}}{{/Dự án}}{{/Xóm}}'],
    ];
    const rows: Rows = {
      tblXom: [{ "Thôn xóm": "X" }, { "Thôn xóm": "Y" }],
      tblDuAn: [{ Mã: "DA1" }, { Mã: "DA2" }],
      tblHo: [household("Lý A", "Y"), household("Lý B", "X", { "Mã dự án": "DA2" })],
    };
    expect((await rowsOf(grid, rows)).map((row) => row[0])).toEqual([
      "X",
      "DA1",
      "DA2",
      "Lý B",
      "Y",
      "DA1",
      "Lý A",
      "DA2",
    ]);
  });

  test("records that belong to no outer one are named, not lost in silence", async () => {
    const grid: Grid = [["{{#Xóm}}{{Xóm.Thôn xóm}}"], ["{{#Hộ}}{{Hộ.Họ và tên chủ hộ}}{{/Hộ}}{{/Xóm}}"]];
    const { prepared } = await filled(grid, { tblXom: hamlets, tblHo: [household("Lý A", "Xóm Lạ")] });
    expect(prepared.notes).toEqual([{ sheet: "Mẫu", record: "Hộ", outer: "Xóm", count: 1 }]);
  });
});

test("sums of money are exact: 94 + 2045 + 194 + 8,7 + 13,5 + 24,1 triệu", async () => {
  const amounts = [94, 2045, 194, 8.7, 13.5, 24.1];
  const grid: Grid = [["{{#Dự án}}{{Dự án.NSĐP}}{{/Dự án}}"], ["{{Tổng.NSĐP}}"], ["{{Tổng.NSĐP|bằng chữ}}"]];
  const rows = await rowsOf(grid, { tblDuAn: amounts.map((NSĐP, i) => ({ Mã: `DA${i}`, NSĐP })) });
  expect(rows.at(-2)).toEqual([2379.3]);
  expect(rows.at(-1)).toEqual(["Hai tỷ ba trăm bảy mươi chín triệu ba trăm nghìn đồng"]);
});
