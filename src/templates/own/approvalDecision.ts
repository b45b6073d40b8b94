/** Quyết định phê duyệt danh sách: the chairman's decision in the decree's form; the list is on the next page. */
import { attachedList, uprightWidths } from "./householdTable";
import { INDENT, Paper } from "./paper";
import { closing, COMMUNE, heading, PROGRAMME, YEAR } from "./parts";

const SHEET = "Quyết định phê duyệt";
const SPLIT = 2;
const SENDER = "{{Nhập.Đơn vị trình}}";

function lay() {
  const paper = new Paper(uprightWidths, "portrait", 14);
  heading(paper, {
    split: SPLIT,
    authority: ["ỦY BAN NHÂN DÂN", "XÃ {{Tham số.Tên xã|hoa}}"],
    number: "Số: {{Nhập.Số quyết định}}",
    placeAndDate: `${COMMUNE}, {{Nhập.Ngày quyết định|ngày}}`,
    rules: [
      [1, 1],
      [4, 6],
    ],
  });
  paper.title(["QUYẾT ĐỊNH"], { size: 15 });
  paper.title([`Về việc phê duyệt danh sách hộ được hỗ trợ thuộc ${PROGRAMME} năm ${YEAR}`]);
  paper.gap();
  paper.title(["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ {{Tham số.Tên xã|hoa}}"]);
  paper.gap();
  for (const basis of bases) paper.paragraph(`${INDENT}${basis}`, { italic: true });
  paper.paragraph(`${INDENT}Căn cứ {{Nhập.Căn cứ giao vốn}};`, { italic: true }, 2);
  paper.paragraph(
    `${INDENT}Theo đề nghị của ${SENDER} tại Tờ trình số {{Nhập.Số tờ trình}} {{Nhập.Ngày tờ trình|ngày}}.`,
    { italic: true },
  );
  paper.title(["QUYẾT ĐỊNH:"]);
  paper.paragraph(
    `${INDENT}Điều 1. Phê duyệt danh sách hộ được hỗ trợ thuộc ${PROGRAMME} năm ${YEAR} trên địa bàn xã ${COMMUNE} (có danh sách kèm theo).`,
  );
  const figures = paper.reserve(3);
  paper.paragraph(`${INDENT}Nguồn kinh phí: {{Nhập.Nguồn kinh phí}}.`, {}, 2);
  paper.paragraph(
    `${INDENT}Điều 2. ${SENDER} chủ trì, phối hợp với các đơn vị liên quan và các xóm tổ chức thực hiện, niêm yết công khai danh sách, thanh toán và quyết toán kinh phí theo đúng quy định.`,
  );
  // The decision has two pages, and what is signed stands with text above it.
  paper.newPage();
  paper.paragraph(
    `${INDENT}Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Thủ trưởng các đơn vị liên quan, Trưởng các xóm và các hộ có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.`,
  );
  closing(paper, {
    split: SPLIT + 1,
    recipients: "- Như Điều 3;\n- Thường trực Đảng ủy xã (b/c);\n- Thường trực HĐND xã (b/c);\n- Lưu: VT.",
    title: "{{Tham số.Chức vụ người ký}}",
    name: "{{Tham số.Người ký}}",
    titleLines: 3,
    recipientLines: 5,
  });
  const attached = attachedList(paper, {
    title: "DANH SÁCH HỘ ĐƯỢC HỖ TRỢ",
    under: `(Kèm theo Quyết định số {{Nhập.Số quyết định}} {{Nhập.Ngày quyết định|ngày}} của Chủ tịch Ủy ban nhân dân xã ${COMMUNE})`,
  });
  figures.write(attached.sentence(`${INDENT}Số lượt hộ được hỗ trợ: `, "; tổng kinh phí: "));
  return paper.design(SHEET);
}

const bases = [
  "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
  `Căn cứ Quyết định số 1719/QĐ-TTg ngày 14 tháng 10 năm 2021 của Thủ tướng Chính phủ phê duyệt ${PROGRAMME} giai đoạn 2021 - 2030, giai đoạn I: từ năm 2021 đến năm 2025;`,
  `Căn cứ Kế hoạch số {{Tham số.Số kế hoạch}} {{Tham số.Ngày kế hoạch|ngày}} của Ủy ban nhân dân xã ${COMMUNE} về triển khai ${PROGRAMME} năm ${YEAR};`,
];

export const approvalDecision = {
  code: "MB05",
  title: "Quyết định phê duyệt danh sách",
  sheet: SHEET,
  design: lay(),
} as const;
