import { documentXml, docx, p, packDocx, table, tc } from "./docx-fixture";
import { programmes } from "../../src/programme";
import { readPlan } from "../../src/plan";
import type { PlanReading, PlanSource } from "../../src/plan";

const programme = programmes.find("1719")!;

function read(source: PlanSource): PlanReading {
  const reading = readPlan(source, programme);
  if (!reading.ok) throw new Error(`unreadable: ${reading.reason} ${reading.detail}`);
  return reading;
}

const section = { style: "Muc" };
const item = { list: { id: 2, level: 0 } };
const part = { list: { id: 2, level: 1 } };
const dash = { list: { id: 3, level: 0 } };
const plus = { list: { id: 3, level: 1 } };

/** Numbers, dates and signatures in tables of layout; all markers automatic. */
const listed = docx(
  table([
    tc(["ỦY BAN NHÂN DÂN", "XÃ NẬM MƯỜI", "Số: 52/KH-UBND"]),
    tc([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Nậm Mười, ngày 12 tháng 8 năm 2025",
    ]),
  ]),
  p("KẾ HOẠCH"),
  p(
    "Thực hiện Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi năm 2025",
  ),
  p("Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ;"),
  p("MỤC ĐÍCH", section),
  p("Cụ thể hóa các mục tiêu của Chương trình."),
  p("NỘI DUNG", section),
  p("Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt", item),
  p("Đối tượng", part),
  p("Hộ nghèo dân tộc thiểu số.", dash),
  p("Nội dung", part),
  p("Hỗ trợ đất sản xuất, chuyển đổi nghề:", dash),
  p("Hỗ trợ trực tiếp đất sản xuất;", plus),
  p("Hỗ trợ chuyển đổi nghề.", plus),
  p("Hỗ trợ nhà ở.", dash),
  p("Vốn phân bổ: 805 triệu đồng. Trong đó:", part),
  p("Ngân sách trung ương: 700 triệu đồng.", dash),
  p("Ngân sách địa phương: 105 triệu đồng.", dash),
  p("Phân công thực hiện", part),
  p("Phòng Kinh tế xã chủ trì, phối hợp với các thôn triển khai thực hiện.", dash),
  p(
    "Dự án 10: Truyền thông, tuyên truyền, vận động trong vùng đồng bào dân tộc thiểu số và miền núi. Kiểm tra, giám sát đánh giá việc tổ chức thực hiện Chương trình",
    item,
  ),
  p("Nội dung", part),
  p("Kiểm tra, giám sát các thôn.", dash),
  p("Vốn phân bổ: 23 triệu đồng. Trong đó:", part),
  p("Ngân sách trung ương: 20 triệu đồng.", dash),
  p("Ngân sách địa phương: 3 triệu đồng.", dash),
  p("Phân công thực hiện", part),
  p("Phòng Văn hóa - Xã hội xã chủ trì thực hiện.", dash),
  p("TỔ CHỨC THỰC HIỆN", section),
  p("Các phòng nghiêm túc triển khai thực hiện./."),
  table([
    tc(["Nơi nhận:", "- UBND tỉnh (b/c);", "- Lưu: VT."]),
    tc(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Chảo A Sang"]),
  ]),
);

test("a .docx with automatic numbers and layout tables reads like its printed page", () => {
  const { plan, findings } = read({ kind: "docx", bytes: listed });
  expect(findings).toEqual([]);
  expect(plan).toMatchObject({
    number: "52/KH-UBND",
    date: "2025-08-12",
    commune: "Nậm Mười",
    year: 2025,
    recipients: ["UBND tỉnh (b/c)", "Lưu: VT"],
    signatory: { authority: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Chảo A Sang" },
    totals: { total: 828_000_000, central: 720_000_000, local: 108_000_000, other: null },
  });
  expect(plan.projects.map(({ code, leadUnit, coordinating }) => [code, leadUnit, coordinating])).toEqual([
    ["DA1", "Phòng Kinh tế xã", ["các thôn"]],
    ["DA10", "Phòng Văn hóa - Xã hội xã", []],
  ]);
  const [first] = plan.projects;
  expect(first!.targets).toEqual(["Hộ nghèo dân tộc thiểu số."]);
  expect(
    first!.contents.map(({ code, shortTitle, children }) => [
      code,
      shortTitle,
      children.map((child) => child.shortTitle),
    ]),
  ).toEqual([
    ["DA1.ND1", "Đất sản xuất, chuyển đổi nghề", ["Đất sản xuất", "Chuyển đổi nghề"]],
    ["DA1.ND2", "Nhà ở", []],
  ]);
});

test("rows of a .docx count its paragraphs, those in tables too", () => {
  const { plan } = read({ kind: "docx", bytes: listed });
  // Six paragraphs in the head's table, seven below it.
  expect(plan.projects[0]!.row).toBe(13);
  expect(plan.projects[0]!.budgetRow).toBe(21);
});

test("a table with spanned headers: project, money, units and contents a row", () => {
  const bytes = docx(
    p("Số: 06/KH-UBND"),
    p("Sà Phìn, ngày 03 tháng 8 năm 2025"),
    p("KẾ HOẠCH"),
    p(
      "Phân bổ vốn Chương trình mục tiêu quốc gia vùng đồng bào dân tộc thiểu số và miền núi năm 2025 xã Sà Phìn",
    ),
    p("I. PHÂN BỔ VỐN"),
    p("Đơn vị tính: triệu đồng"),
    table(
      [
        tc("TT", { merge: "restart" }),
        tc("Tên dự án", { merge: "restart" }),
        tc("Tổng số", { merge: "restart" }),
        tc("Trong đó", { span: 3 }),
        tc("Cơ quan chủ trì", { merge: "restart" }),
      ],
      [
        tc("", { merge: "continue" }),
        tc("", { merge: "continue" }),
        tc("", { merge: "continue" }),
        tc("Ngân sách trung ương"),
        tc("Ngân sách tỉnh"),
        tc("Ngân sách xã"),
        tc("", { merge: "continue" }),
      ],
      [
        tc("1"),
        tc("Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt"),
        tc("1.150,0"),
        tc("1.000,0"),
        tc("100,0"),
        tc("50,0"),
        tc("Phòng Kinh tế"),
      ],
      [tc("1.1"), tc("Hỗ trợ nhà ở"), tc("1.150,0"), tc("1.000,0"), tc("100,0"), tc("50,0"), tc("")],
      [
        tc("2"),
        tc(
          "Dự án 6: Bảo tồn, phát huy giá trị văn hóa truyền thống tốt đẹp của các dân tộc thiểu số gắn với phát triển du lịch",
        ),
        tc("230"),
        tc("200"),
        tc("20"),
        tc("10"),
        tc("Phòng Văn hóa - Xã hội"),
      ],
      [tc("Tổng cộng", { span: 2 }), tc("1.400"), tc("1.200"), tc("120"), tc("60"), tc("")],
    ),
    p("II. TỔ CHỨC THỰC HIỆN"),
    p("Nơi nhận:"),
    p("CHỦ TỊCH"),
    p("Vàng Mí Say"),
  );
  const { plan, findings } = read({ kind: "docx", bytes });
  expect(
    plan.projects.map(({ code, allocation, localParts, leadUnit }) => ({
      code,
      allocation,
      localParts,
      leadUnit,
    })),
  ).toEqual([
    {
      code: "DA1",
      allocation: { total: 1_150_000_000, central: 1_000_000_000, local: 150_000_000, other: null },
      localParts: { tỉnh: 100_000_000, xã: 50_000_000 },
      leadUnit: "Phòng Kinh tế",
    },
    {
      code: "DA6",
      allocation: { total: 230_000_000, central: 200_000_000, local: 30_000_000, other: null },
      localParts: { tỉnh: 20_000_000, xã: 10_000_000 },
      leadUnit: "Phòng Văn hóa - Xã hội",
    },
  ]);
  expect(plan.projects[0]!.contents).toMatchObject([
    { code: "DA1.ND1", shortTitle: "Nhà ở", title: "Hỗ trợ nhà ở", allocation: { total: 1_150_000_000 } },
  ]);
  expect(findings.map(({ code, params }) => [code, params.source, params.stated, params.sum])).toEqual([
    ["plan/total-mismatch", "total", 1_400_000_000, 1_380_000_000],
  ]);
});

test("headings that are numbers of lists: “Dự án %1:”, “Tiểu dự án %2:” counted anew under each project", () => {
  const project = { list: { id: 5, level: 0 } };
  const sub = { list: { id: 5, level: 1 } };
  const money = "Vốn phân bổ: 10 triệu đồng";
  const bytes = docx(
    p("Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt", project),
    p(money),
    p(
      "Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi và các đơn vị sự nghiệp công lập của lĩnh vực dân tộc",
      project,
    ),
    p(
      "Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi",
      sub,
    ),
    p(money),
    p("Đầu tư cơ sở vật chất các đơn vị sự nghiệp công lập của lĩnh vực công tác dân tộc", sub),
    p(money),
    p("Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực", project),
    p(
      "Bồi dưỡng kiến thức dân tộc; đào tạo dự bị đại học, đại học và sau đại học đáp ứng nhu cầu nhân lực cho vùng đồng bào dân tộc thiểu số và miền núi",
      sub,
    ),
    p(money),
  );
  const { plan } = read({ kind: "docx", bytes });
  expect(plan.projects.map(({ code, programmeCode }) => [code, programmeCode])).toEqual([
    ["DA1", "DA1"],
    ["DA2.TDA1", "DA4.TDA1"],
    ["DA2.TDA2", "DA4.TDA2"],
    ["DA3.TDA1", "DA5.TDA2"],
  ]);
});

test("text that Word keeps but does not show is left out", () => {
  const deleted = `<w:p><w:del><w:r><w:delText>Vốn cũ</w:delText><w:t>999 triệu đồng</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>1.1. Vốn phân bổ: 10 triệu đồng</w:t></w:r></w:p>`;
  const box = `<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>1.2. Phân công: Phòng Kinh tế chủ trì</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>hai lần</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>`;
  const { plan } = read({
    kind: "docx",
    bytes: docx(
      p("1. Dự án 2: Quy hoạch, sắp xếp, bố trí, ổn định dân cư ở những nơi cần thiết"),
      deleted,
      box,
    ),
  });
  expect(plan.projects).toMatchObject([
    { code: "DA2", allocation: { total: 10_000_000 }, leadUnit: "Phòng Kinh tế" },
  ]);
});

test("a bomb is refused by the directory's sizes, and by what comes out where they lie", () => {
  const text = `<w:p><w:r><w:t>${"a".repeat(60 * 1024 * 1024)}</w:t></w:r></w:p>`;
  const bomb = packDocx({ "word/document.xml": documentXml(text) });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(readPlan({ kind: "docx", bytes: bomb }, programme)).toMatchObject({
    ok: false,
    reason: "too-large",
    detail: expect.stringContaining("bytes unpacked") as string,
  });

  const liar = bomb.slice();
  const view = new DataView(liar.buffer);
  for (let at = 0; at < liar.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  expect(readPlan({ kind: "docx", bytes: liar }, programme)).toMatchObject({
    ok: false,
    reason: "too-large",
  });
});

test("damaged and foreign packages are values with a reason", () => {
  const reason = (bytes: Uint8Array): unknown => {
    const reading = readPlan({ kind: "file", bytes }, programme);
    return reading.ok ? "ok" : reading.reason;
  };
  expect(reason(packDocx({ "word/document.xml": "<w:document><w:body>" }))).toBe("bad-docx");
  expect(reason(packDocx({ "xl/workbook.xml": "<workbook/>" }))).toBe("spreadsheet");
  expect(reason(listed.slice(0, listed.length - 30))).toBe("bad-docx");
  expect(reason(docx(p("")))).toBe("empty");
  expect(reason(docx(p("Giấy mời họp")))).toBe("not-a-plan");
  const flipped = listed.slice();
  flipped.fill(0xff, 200, 400);
  expect(reason(flipped)).toBe("bad-docx");
});
