/** Each document says what its office did; the figures beside it were read by eye. */
import {
  contentNames,
  documentText,
  flawRows,
  moneyRows,
  project,
  readDocument,
  readText,
  unitRows,
} from "./documents";

test("Roman numbers, capitals, money in đồng, “cơ quan chủ trì”", () => {
  const { plan, findings } = readDocument("na-ray-dong");
  expect(plan).toMatchObject({
    number: "45/KH-UBND",
    date: "2025-09-02",
    commune: "Nà Rầy",
    province: "Lạng Sơn",
    recipients: ["UBND tỉnh (b/c)", "Các phòng chuyên môn", "Lưu: VT"],
    signatory: { authority: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], title: "Chủ tịch", name: "Nông Thị Hạnh" },
  });
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 1250, 1087, 163, 0],
    ["DA8", "DA8", 86.25, 75, 11.25, null],
  ]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế", ["Mặt trận Tổ quốc", "các đoàn thể", "Công an xã", "trưởng các thôn"]],
    ["Hội Liên hiệp Phụ nữ xã", ["Phòng Văn hóa - Xã hội"]],
  ]);
  // A rate ("40 triệu đồng/hộ") is no money of the content.
  expect(contentNames(project(plan, "DA1"))).toEqual(["Đất ở", "Nhà ở", "Nước phân tán"]);
  expect(project(plan, "DA1").contents[1]!.allocation).toBeNull();
  // 15 % of 1,087,000,000 are 163,050,000: written in đồng, nothing is rounded away.
  expect(flawRows(findings)).toEqual(["budget/counterpart-below-minimum @20 DA1"]);
  expect(plan.organisation.map(({ unit, duties }) => [unit, duties.length])).toEqual([
    ["Phòng Kinh tế", 1],
    ["Phòng Văn hóa - Xã hội", 1],
  ]);
});

test("local money by tỉnh, huyện, xã; villages of special difficulty; “giao … chủ trì”", () => {
  const { plan, findings } = readDocument("khuoi-lung-ba-cap");
  expect(moneyRows(plan)).toEqual([
    ["DA4.TDA1", "DA4.TDA1", 3450, 3000, 450, null],
    ["DA6", "DA6", 230, 200, 30, null],
  ]);
  expect(plan.projects.map((each) => each.localParts)).toEqual([
    { tỉnh: 300_000_000, huyện: 100_000_000, xã: 50_000_000 },
    { tỉnh: 20_000_000, xã: 10_000_000 },
  ]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế", ["Phòng Văn hóa - Xã hội", "Trưởng các thôn"]],
    ["Phòng VH-XH", ["Đoàn Thanh niên", "Hội Phụ nữ xã"]],
  ]);
  expect(plan.difficultVillages).toEqual(
    ["Nà Tấu", "Khuổi Chang", "Bản Nưa", "Lũng Vài"].map((name) => ({ name, row: 17 })),
  );
  expect(project(plan, "DA6").leadUnitKey).toBe("phong van hoa xa hoi");
  expect(findings).toEqual([]);
});

test("a pasted table: unit in its title, total row first, sub-projects in rows of their own", () => {
  const { plan, findings } = readDocument("pa-tan-bang");
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 920, 800, 120, null],
    ["DA4.TDA1", "DA4.TDA1", 3680, 3200, 480, null],
    ["DA10.TDA3", "DA10.TDA3", 217.5, 189.1, 28.4, null],
  ]);
  expect(plan.statedTotal).toMatchObject({
    row: 16,
    allocation: { total: 4_817_500_000, central: 4_189_100_000, local: 628_400_000 },
  });
  expect(plan.projects.map((each) => each.leadUnit)).toEqual([
    "Phòng Kinh tế",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
  ]);
  expect(
    project(plan, "DA1").contents.map(({ shortTitle, allocation }) => [shortTitle, allocation?.total]),
  ).toEqual([
    ["Nhà ở", 460_000_000],
    ["Nước phân tán", 460_000_000],
  ]);
  expect(findings).toEqual([]);
});

test("a table in two parts by kind of capital, in thousands, with bars", () => {
  const { plan, findings } = readDocument("yen-tho-bang-hai-loai-von");
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 1610, 1400, 210, null],
    ["DA4.TDA1", "DA4.TDA1", 1150, 1000, 150, null],
    ["DA6", "DA6", 460, 400, 60, null],
  ]);
  expect(project(plan, "DA1")).toMatchObject({
    capital: {
      investment: { total: 1_150_000_000, central: 1_000_000_000, local: 150_000_000 },
      recurrent: { total: 460_000_000, central: 400_000_000, local: 60_000_000 },
    },
    localParts: { tỉnh: 140_000_000, xã: 70_000_000 },
    leadUnit: "Phòng Kinh tế",
  });
  expect(plan.statedTotal!.allocation.total).toBe(3_220_000_000);
  expect(findings).toEqual([]);
});

test("sub-projects under their project, a list of projects before, a wrong total after", () => {
  const { plan, findings } = readDocument("muong-lan-tieu-du-an");
  expect(moneyRows(plan)).toEqual([
    ["DA3.TDA1", "DA3.TDA1", 1150, 1000, 150, null],
    ["DA3.TDA2", "DA3.TDA2", 1840, 1600, 240, null],
    ["DA5.TDA3", "DA5.TDA3", 345, 300, 45, null],
  ]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế", []],
    ["Phòng Kinh tế", ["Hội Nông dân", "Trung tâm Dịch vụ nông nghiệp", "các thôn"]],
    ["Phòng Văn hóa - Xã hội", []],
  ]);
  expect(project(plan, "DA3.TDA2")).toMatchObject({
    title: expect.stringMatching(/^Phát triển sản xuất nông, lâm nghiệp bền vững/) as string,
    subProject: {
      code: "TDA2",
      title: expect.stringMatching(/^Hỗ trợ phát triển sản xuất theo chuỗi giá trị/) as string,
    },
  });
  expect(plan.recipients).toEqual(["UBND tỉnh (b/c)", "Lưu: VT"]);
  expect(findings).toMatchObject([
    {
      code: "plan/total-mismatch",
      row: 36,
      params: { stated: 3_385_000_000, sum: 3_335_000_000, difference: 50_000_000 },
    },
  ]);
});

test("the sum that a project states over its sub-projects is compared", () => {
  const { findings } = readText(
    documentText("muong-lan-tieu-du-an").replace("Tổng vốn: 2.990 triệu", "Tổng vốn: 2.999 triệu"),
  );
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: "plan/total-mismatch",
      row: 17,
      params: expect.objectContaining({ project: "DA3", sum: 2_990_000_000 }) as object,
    }),
  );
});

test("lines cut at a column, page numbers between them", () => {
  const { plan, findings } = readDocument("ban-phin-xuong-dong");
  expect(plan.subject).toBe(
    "Triển khai thực hiện Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi trên địa bàn xã Bản Phìn năm 2025",
  );
  expect(plan).toMatchObject({
    number: "33/KH-UBND",
    commune: "Bản Phìn",
    signatory: { name: "Vàng Seo Dìn" },
  });
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 575, 500, 75, null],
    ["DA9.TDA2", "DA9.TDA2", 46, 40, 6, null],
  ]);
  expect(project(plan, "DA9.TDA2").subProject!.title).toBe(
    "Giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống trong vùng đồng bào dân tộc thiểu số và miền núi",
  );
  expect(project(plan, "DA1").targets).toEqual([
    "Hộ dân tộc thiểu số nghèo; hộ nghèo dân tộc Kinh sinh sống ở xã đặc biệt khó khăn, thôn đặc biệt khó khăn chưa có đất ở hoặc nhà ở bị dột nát theo danh sách rà soát năm 2025 của Ủy ban nhân dân xã và của các thôn trên địa bàn.",
  ]);
  expect(project(plan, "DA1").contents.map((content) => content.title)).toEqual([
    "Hỗ trợ nhà ở: hỗ trợ xây dựng nhà theo phong tục tập quán của địa phương, bảo đảm 3 cứng",
    "Hỗ trợ chuyển đổi nghề: hỗ trợ mua sắm máy móc, nông cụ làm dịch vụ sản xuất nông nghiệp cho hộ thiếu đất sản xuất theo quy định của Chương trình",
  ]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế xã", ["Phòng Văn hóa - Xã hội", "Ủy ban Mặt trận Tổ quốc xã", "các thôn"]],
    ["Phòng Văn hóa - Xã hội xã", ["Trạm Y tế xã", "Đoàn Thanh niên"]],
  ]);
  expect(findings).toEqual([]);
});

test("projects without numbers are found by title, and that is said", () => {
  const { plan, findings } = readDocument("tan-lap-khong-so");
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 414, 360, 54, null],
    ["DA7", "DA7", 80.5, 70, 10.5, null],
  ]);
  expect(project(plan, "DA1")).toMatchObject({
    leadUnit: "Phòng Kinh tế xã Tân Lập",
    leadUnitKey: "phong kinh te",
  });
  expect(contentNames(project(plan, "DA1"))).toEqual(["Đất sản xuất", "Nước phân tán"]);
  expect(plan.signatory).toEqual({ authority: ["Q. CHỦ TỊCH"], title: "Chủ tịch", name: "Hoàng Văn Kiên" });
  expect(flawRows(findings)).toEqual(["plan/unnumbered-project @9 DA1", "plan/unnumbered-project @17 DA7"]);
});

test("a title in the paragraph below its number; contents numbered like the parts", () => {
  const { plan, findings } = readDocument("hoa-an-ten-o-dong-duoi");
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 920, 800, 120, null],
    ["DA4.TDA1", "DA4.TDA1", 2300, 2000, 300, null],
  ]);
  expect(contentNames(project(plan, "DA1"))).toEqual([
    "Đất ở",
    "Nhà ở",
    ["Nước sinh hoạt", ["Nước phân tán", "Nước tập trung"]],
  ]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế", ["Phòng Văn hóa - Xã hội", "các xóm"]],
    ["Phòng Kinh tế", []],
  ]);
  // "huy động 100 triệu đồng" among the solutions is no total of the plan.
  expect(plan.statedTotal).toBeNull();
  expect(findings).toEqual([]);
});

test("abbreviated headings, everything in single lines", () => {
  const { plan, findings } = readDocument("chieng-lao-viet-tat");
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 460, 400, 60, null],
    ["DA7", "DA7", 23, 20, 3, null],
    ["DA9.TDA2", "DA9.TDA2", 11.5, 10, 1.5, null],
  ]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế", ["các bản", "Hội Nông dân xã"]],
    ["Trạm Y tế xã", ["các bản"]],
    ["Phòng Văn hóa - Xã hội", ["các bản"]],
  ]);
  // Only the sub-project is named: its project's title is the programme's.
  expect(project(plan, "DA9.TDA2").title).toBe(
    "Đầu tư phát triển nhóm dân tộc thiểu số rất ít người và nhóm dân tộc còn nhiều khó khăn",
  );
  expect(findings).toEqual([]);
});

test("tỷ, triệu, nghìn; “Dự án 5 - Tiểu dự án 1” and the other way round; labels behind amounts", () => {
  const { plan, findings } = readDocument("nam-cuoi-nhieu-don-vi");
  expect(plan.number).toBe("60/2025/KH-UBND");
  expect(moneyRows(plan)).toEqual([
    ["DA5.TDA1", "DA5.TDA1", 1265, 1100, 165, null],
    ["DA5.TDA2", "DA5.TDA2", 34.5, 30, 4.5, null],
    ["DA5.TDA4", "DA5.TDA4", 92, 80, 12, null],
  ]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Văn hóa - Xã hội", ["các trường học", "Phòng Kinh tế"]],
    ["Văn phòng HĐND và UBND xã", []],
    ["Phòng Văn hóa - Xã hội", []],
  ]);
  expect(plan.statedTotal).toMatchObject({
    row: 27,
    allocation: { total: 1_391_500_000, central: 1_210_000_000, local: 181_500_000 },
  });
  expect(findings).toEqual([]);
});

test("investment and recurrent capital in bullets and in brackets, money by content, bold marks", () => {
  const { plan, findings } = readDocument("lung-chinh-hai-loai-von");
  expect(plan).toMatchObject({ number: "21/KH-UBND", date: "2025-08-15", commune: "Lũng Chinh" });
  expect(moneyRows(plan)).toEqual([
    ["DA4", "DA4", 5750, 5000, 750, null],
    ["DA1", "DA1", 920, 800, 120, null],
  ]);
  expect(project(plan, "DA4").capital).toEqual({
    investment: { total: 5_175_000_000, central: 4_500_000_000, local: 675_000_000, other: null },
    recurrent: { total: 575_000_000, central: 500_000_000, local: 75_000_000, other: null },
  });
  expect(project(plan, "DA1").capital).toEqual({
    investment: { total: 690_000_000, central: null, local: null, other: null },
    recurrent: { total: 230_000_000, central: null, local: null, other: null },
  });
  expect(project(plan, "DA1").contents.map(({ title, allocation }) => [title, allocation])).toEqual([
    ["Hỗ trợ nhà ở", { total: 690_000_000, central: 600_000_000, local: 90_000_000, other: null }],
    ["Hỗ trợ chuyển đổi nghề", { total: 115_000_000, central: 100_000_000, local: 15_000_000, other: null }],
  ]);
  expect(unitRows(plan)[1]).toEqual(["Phòng Kinh tế", ["Phòng Văn hóa - Xã hội"]]);
  expect(findings).toMatchObject([
    {
      code: "budget/rollup-mismatch",
      severity: "error",
      row: 37,
      params: { project: "DA1", stated: 920_000_000, sum: 805_000_000 },
    },
  ]);
});

test("a whole project in one sentence", () => {
  const { plan, findings } = readDocument("ta-xua-mot-doan");
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 517.5, 450, 67.5, null],
    ["DA7", "DA7", 69, 60, 9, null],
    ["DA8", "DA8", 23, 23, null, null],
  ]);
  expect(plan.projects.map((each) => each.title.slice(-12))).toEqual(
    ["ớc sinh hoạt", "ỡng trẻ em", "nữ và trẻ em"].map((end) => expect.stringMatching(`${end}$`) as string),
  );
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế", ["các bản"]],
    ["Trạm Y tế xã", []],
    ["Hội Phụ nữ xã", ["Phòng Văn hóa - Xã hội", "Công an xã"]],
  ]);
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: "budget/counterpart-below-minimum",
      row: 10,
      params: expect.objectContaining({ local: 0, required: 3_450_000 }) as object,
    }),
  );
});

test("a phường of 2026: legal bases in a section, money under contents, units named at the end only", () => {
  const { plan, findings } = readDocument("phuong-song-hien-phan-cong-sau");
  expect(plan).toMatchObject({ commune: "Sông Hiến", communeKind: "phường", year: 2026, date: "2026-02-03" });
  expect(plan.legalBases).toEqual([
    "Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ",
    "Nghị quyết số 02/NQ-HĐND ngày 15/01/2026 của HĐND phường",
  ]);
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 609.5, 530, 79.5, null],
    ["DA10", "DA10", 23, 20, 3, null],
  ]);
  expect(
    project(plan, "DA1").contents.map(({ shortTitle, allocation, details }) => [
      shortTitle,
      allocation?.total,
      details,
    ]),
  ).toEqual([
    ["Nhà ở", 552_000_000, ["Hỗ trợ xây mới 08 nhà"]],
    ["Chuyển đổi nghề", 57_500_000, ["Hỗ trợ 05 hộ mua máy nông nghiệp"]],
  ]);
  expect(plan.projects.map((each) => each.leadUnit)).toEqual([
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Văn hóa - Xã hội",
  ]);
  expect(findings).toEqual([]);
});

test("what cannot be read is said with its line and its text, and stays empty", () => {
  const { plan, findings } = readDocument("lung-vai-so-lieu-loi");
  expect(plan).toMatchObject({
    number: null,
    date: null,
    commune: "Lũng Vài",
    year: 2025,
    signatory: { name: null },
  });
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", null, 626, 94, null],
    ["DA2", "DA2", null, null, null, null],
    ["DA6", "DA6", null, 100, 15, null],
    ["DA8", "DA8", null, null, null, null],
    ["DA10", "DA10", 57.5, 50, 7.5, null],
  ]);
  const unreadable = findings.filter((flaw) => flaw.code === "plan/unreadable-amount");
  expect(unreadable.every((flaw) => flaw.severity === "error")).toBe(true);
  expect(
    unreadable.map(({ row, params }) => [
      row,
      params.project,
      params.source,
      params.text,
      params.reason,
      params.proposal,
    ]),
  ).toEqual([
    [8, "DA1", "total", "Bảy trăm hai mươi triệu đồng", "words", 720_000_000],
    [14, "DA2", "total", "1,250 triệu đồng", "ambiguous", null],
    [15, "DA2", "central", "1.O87 triệu đồng", "damaged", null],
    [16, "DA2", "local", "…… triệu đồng", "blank", null],
    [24, "DA8", "total", "115", "no-unit", null],
    [25, "DA8", "central", "100", "no-unit", null],
    [26, "DA8", "local", "15", "no-unit", null],
  ]);
  expect(flawRows(findings.filter((flaw) => flaw.code !== "plan/unreadable-amount"))).toEqual([
    "plan/missing-head @1",
    "plan/missing-head @1",
    "plan/missing-lead-unit @19 DA6",
    "plan/missing-total @21 DA6",
    "plan/amount-words-mismatch @29 DA10",
  ]);
  expect(findings.find((flaw) => flaw.code === "plan/missing-total")!.params.proposal).toBe(115_000_000);
});

test("repeated, unknown, wrongly split and negative; a total that is not the sum", () => {
  const { plan, findings } = readDocument("dong-tam-lap-lai");
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 720, 626, 95, null],
    ["DA11", null, 300, 310, -10, null],
    ["DA8", "DA8", 103.4, 94, 9.45, null],
  ]);
  expect(flawRows(findings.filter((flaw) => flaw.code !== "budget/counterpart-outlier"))).toEqual([
    "budget/split-mismatch @8 DA1",
    "plan/duplicate-project @13 DA1",
    "plan/unknown-project @19 DA11",
    "budget/negative-amount @20 DA11",
    "budget/counterpart-below-minimum @20 DA11",
    "budget/split-rounding @26 DA8",
    "budget/counterpart-below-minimum @26 DA8",
    "plan/total-mismatch @33",
  ]);
  expect(findings.find((flaw) => flaw.code === "budget/split-mismatch")).toMatchObject({
    severity: "error",
    params: { difference: -1_000_000 },
  });
  expect(findings.find((flaw) => flaw.code === "plan/duplicate-project")).toMatchObject({
    severity: "error",
    params: { firstRow: 7 },
  });
  expect(findings.find((flaw) => flaw.code === "budget/split-rounding")).toMatchObject({
    severity: "info",
    params: { difference: -50_000 },
  });
});

test("decimal numbers without a final dot, sections numbered like projects, contents with their counts", () => {
  const { plan, findings } = readDocument("muong-bo-muc-nhieu-cap");
  expect(plan).toMatchObject({
    number: "88/KH-UBND",
    commune: "Mường Bo",
    province: "Lào Cai",
    signatory: { authority: ["TM. UBND XÃ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Lý Láo Tả" },
  });
  expect(moneyRows(plan)).toEqual([
    ["DA1", "DA1", 937, 815, 122, null],
    ["DA4.TDA1", "DA4.TDA1", 2300, 2000, 300, null],
  ]);
  expect(contentNames(project(plan, "DA1"))).toEqual(["Nhà ở", "Nước phân tán"]);
  expect(contentNames(project(plan, "DA4.TDA1"))).toEqual(["Mở mới đường liên thôn Nà Lộc - Tả Van"]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế", ["Phòng Văn hóa - Xã hội", "UBMTTQ xã", "các thôn"]],
    ["Phòng Kinh tế", ["các thôn"]],
  ]);
  expect(plan.statedTotal!.allocation).toEqual({
    total: 3_237_000_000,
    central: 2_815_000_000,
    local: 422_000_000,
    other: null,
  });
  expect(plan.organisation.map((each) => each.unit)).toEqual(["Phòng Kinh tế", "Các thôn"]);
  // 15 % of 815 are 122.25: a quarter of a million short, more than rounding to tenths explains.
  expect(flawRows(findings)).toEqual(["budget/counterpart-below-minimum @24 DA1"]);
});

test("headings in capitals without any number of their own, recurrent money only", () => {
  const { plan, findings } = readDocument("dong-van-chu-hoa");
  expect(plan.subject).toBe("Thực hiện Chương trình MTQG 1719 năm 2025");
  expect(moneyRows(plan)).toEqual([
    ["DA3.TDA1", "DA3.TDA1", 690, 600, 90, null],
    ["DA3.TDA2", "DA3.TDA2", 1150, 1000, 150, null],
    ["DA8", "DA8", 46, 40, 6, null],
  ]);
  expect(plan.projects.map((each) => each.capital)).toMatchObject([
    { investment: null, recurrent: { total: 690_000_000 } },
    { investment: null, recurrent: { total: 1_150_000_000 } },
    { investment: null, recurrent: { total: 46_000_000 } },
  ]);
  expect(unitRows(plan)).toEqual([
    ["Phòng Kinh tế", []],
    ["Phòng Kinh tế", ["Hội Nông dân"]],
    ["Hội LHPN xã", []],
  ]);
  expect(plan.signatory.name).toBe("Vàng Thị Dính");
  expect(findings).toEqual([]);
});

test("a list of projects and sub-projects with their money and units in each line", () => {
  const { plan, findings } = readDocument("phuc-son-liet-ke");
  expect(plan).toMatchObject({
    number: "41/KH-UBND",
    date: "2025-08-10",
    commune: "Phúc Sơn",
    province: "Tuyên Quang",
  });
  expect(moneyRows(plan)).toEqual([
    ["DA6", "DA6", 460, 400, 60, null],
    ["DA10.TDA1", "DA10.TDA1", 575, 500, 75, null],
    ["DA10.TDA3", "DA10.TDA3", 115, 100, 15, null],
  ]);
  expect(plan.projects.map((each) => each.leadUnit)).toEqual([
    "Phòng Văn hóa - Xã hội",
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế",
  ]);
  expect(plan.statedTotal).toMatchObject({
    row: 9,
    allocation: { total: 1_150_000_000, central: 1_000_000_000, local: 150_000_000 },
  });
  expect(findings).toEqual([]);
});
