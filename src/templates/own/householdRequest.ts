/** Giấy đề nghị hỗ trợ: what one household asks the commune for, a sheet a household. */
import { INDENT, lineHeight, Paper, TEXT_SIZE, type Look } from "./paper";
import { COMMUNE, DETAIL_UNIT, nationalTitle, PROGRAMME, signatures, YEAR } from "./parts";

const SHEET = "Giấy đề nghị hỗ trợ";
const widths = [20.5, 20.5, 20.5, 20.5];

function amountLine(paper: Paper, label: string, field: string): void {
  paper.put(0, 1, `${INDENT}- ${label}:`);
  paper.put(2, 3, `{{Hộ.${field}|số}} ${DETAIL_UNIT}`, { align: "left" });
  paper.next();
}

function twoSides(paper: Paper, left: string, right: string): void {
  paper.put(0, 1, left);
  paper.put(2, 3, right);
  const lines = Math.max(paper.linesAcross(left, 0, 1), paper.linesAcross(right, 2, 3));
  paper.next(lines * lineHeight(TEXT_SIZE) + 3);
}

function lay(): Paper {
  const paper = new Paper(widths, "portrait");
  const left: Look = { align: "left" };
  nationalTitle(paper, [1, 2]);
  paper.title(["GIẤY ĐỀ NGHỊ HỖ TRỢ"], { size: 16 });
  paper.paragraph(`(Thuộc ${PROGRAMME} năm ${YEAR})`, { align: "center", italic: true, size: 13 });
  paper.gap();
  paper.put(0, 0, "Kính gửi:", { align: "right", bold: true, vertical: "top" });
  paper.put(1, 3, `- Ủy ban nhân dân xã ${COMMUNE};\n- Trưởng xóm {{Hộ.Thôn xóm}}.`, {
    vertical: "top",
    align: "left",
  });
  paper.next(2 * lineHeight(TEXT_SIZE) + 6);
  paper.paragraph("1. Họ và tên chủ hộ: {{Hộ.Họ và tên chủ hộ|hoa}}", { ...left });
  twoSides(paper, "2. Ngày sinh: {{Hộ.Ngày sinh}}", "Giới tính: {{Hộ.Giới tính}}");
  twoSides(paper, "3. Số CCCD: {{Hộ.Số CCCD}}", "Dân tộc: {{Hộ.Dân tộc}}");
  paper.paragraph(`4. Nơi thường trú: {{Hộ.Thôn xóm}}, xã ${COMMUNE}, tỉnh {{Tham số.Tỉnh}}`, left);
  twoSides(paper, "5. Diện hộ: {{Hộ.Diện hộ}}", "Số khẩu trong hộ: {{Hộ.Số khẩu}}");
  paper.paragraph(
    `${INDENT}Căn cứ Kế hoạch số {{Tham số.Số kế hoạch}} {{Tham số.Ngày kế hoạch|ngày}} của Ủy ban nhân dân xã ${COMMUNE}, gia đình tôi đề nghị được hỗ trợ như sau:`,
  );
  paper.paragraph("6. Nội dung đề nghị hỗ trợ: {{Hộ.Nội dung hỗ trợ}} {{Hộ.Hình thức}}", left);
  paper.paragraph("7. Mức đề nghị hỗ trợ:", left);
  amountLine(paper, "Ngân sách trung ương", "NSTW");
  amountLine(paper, "Ngân sách địa phương", "NSĐP");
  amountLine(paper, "Vốn khác", "Vốn khác");
  paper.paragraph(`${INDENT}Tổng cộng: {{Hộ.Tổng hỗ trợ|số}} ${DETAIL_UNIT}`, {
    ...left,
    bold: true,
  });
  paper.paragraph(`${INDENT}(Bằng chữ: {{Hộ.Tổng hỗ trợ|bằng chữ}})`, { ...left, italic: true });
  paper.paragraph(
    `8. Nhu cầu vay vốn Ngân hàng Chính sách xã hội: {{Hộ.Vay NHCSXH|số}} ${DETAIL_UNIT}`,
    left,
  );
  paper.paragraph("9. Số tài khoản nhận hỗ trợ (nếu có): {{Hộ.Số tài khoản}}", left);
  paper.paragraph(
    `${INDENT}Tôi cam kết những nội dung kê khai trên là đúng sự thật; gia đình chưa được hỗ trợ cùng nội dung này từ nguồn khác; sử dụng tiền hỗ trợ đúng mục đích và chịu trách nhiệm trước pháp luật.`,
  );
  paper.gap(4);
  paper.put(2, 3, "………………, ngày …… tháng …… năm ………", { align: "center", italic: true, size: 13 });
  paper.next();
  signatures(paper, [
    { from: 0, to: 1, title: "XÁC NHẬN CỦA TRƯỞNG XÓM\n(Ký, ghi rõ họ tên)" },
    {
      from: 2,
      to: 3,
      title: "NGƯỜI ĐỀ NGHỊ\n(Ký hoặc điểm chỉ)",
      name: "{{Hộ.Họ và tên chủ hộ}}",
    },
  ]);
  return paper;
}

export const householdRequest = {
  code: "MB01",
  title: "Giấy đề nghị hỗ trợ của hộ",
  sheet: SHEET,
  each: "Hộ",
  design: lay().design(SHEET),
} as const;
