/** Biên bản họp xóm bình xét: the meeting that looks at the households proposed, a sheet a xóm; filled in by hand there. */
import { INDENT, Paper, type TableColumn } from "./paper";
import { COMMUNE, heading, PROGRAMME, signatures, YEAR } from "./parts";

const SHEET = "Biên bản họp xóm";
const widths = [5, 22, 9, 10, 13, 13, 10];

const columns: readonly TableColumn[] = [
  { title: "TT", field: "{{STT}}", look: { align: "center" } },
  { title: "Họ và tên chủ hộ", field: "{{Hộ.Họ và tên chủ hộ}}" },
  { title: "Dân tộc", field: "{{Hộ.Dân tộc}}", look: { align: "center" } },
  { title: "Diện hộ", field: "{{Hộ.Diện hộ}}", look: { align: "center" } },
  { title: "Nội dung đề nghị hỗ trợ", field: "{{Hộ.Nội dung hỗ trợ}}" },
  { title: "Số phiếu đồng ý / tổng số phiếu", field: "…… / ……", look: { align: "center" } },
  { title: "Ghi chú", field: "{{Hộ.Ghi chú}}" },
];

const dots = "…".repeat(18);

function lay(): Paper {
  const paper = new Paper(widths, "portrait");
  heading(paper, {
    split: 1,
    authority: ["UBND XÃ {{Tham số.Tên xã|hoa}}", "{{Xóm.Thôn xóm|hoa}}"],
    rules: [
      [1, 1],
      [3, 5],
    ],
  });
  paper.title(["BIÊN BẢN"], { size: 16 });
  paper.title([`Họp bình xét hộ được hỗ trợ thuộc ${PROGRAMME} năm ${YEAR}`]);
  paper.gap();
  paper.paragraph(
    `${INDENT}Hôm nay, hồi …… giờ …… phút, ngày …… tháng …… năm ${YEAR}, tại ${dots}, {{Xóm.Thôn xóm}}, xã ${COMMUNE} tổ chức họp bình xét hộ được hỗ trợ.`,
    { align: "left" },
  );
  paper.paragraph("I. THÀNH PHẦN", { bold: true });
  paper.paragraph(`1. Chủ trì: Ông (bà) ${dots} Chức vụ: Trưởng xóm`, { align: "left" });
  paper.paragraph(`2. Thư ký: Ông (bà) ${dots}`, { align: "left" });
  paper.paragraph(`3. Đại diện Ủy ban nhân dân xã: Ông (bà) ${dots}`, { align: "left" });
  paper.paragraph(`4. Đại diện Ban công tác Mặt trận: Ông (bà) ${dots}`, { align: "left" });
  paper.paragraph("5. Đại diện hộ gia đình dự họp: ………… / ………… hộ của xóm.", { align: "left" });
  paper.paragraph("II. NỘI DUNG", { bold: true });
  paper.paragraph(
    `${INDENT}1. Chủ trì phổ biến đối tượng, điều kiện và mức hỗ trợ theo Kế hoạch số {{Tham số.Số kế hoạch}} {{Tham số.Ngày kế hoạch|ngày}} của Ủy ban nhân dân xã ${COMMUNE}; thông báo danh sách hộ đề nghị.`,
  );
  paper.paragraph(
    `${INDENT}2. Các đại biểu thảo luận công khai, dân chủ về từng hộ và biểu quyết. Ý kiến khác (nếu có): ${dots}${dots}`,
    { align: "left" },
    4,
  );
  paper.paragraph("III. KẾT QUẢ BÌNH XÉT", { bold: true });
  paper.gap(3);
  paper.table(columns, 'Hộ sắp xếp="Họ và tên chủ hộ"');
  paper.gap();
  paper.paragraph(
    `${INDENT}Cuộc họp thống nhất đề nghị Ủy ban nhân dân xã ${COMMUNE} xem xét, hỗ trợ các hộ có trên 50% số phiếu đồng ý trong danh sách trên. Biên bản được đọc cho những người dự họp nghe, thống nhất và kết thúc hồi …… giờ …… phút cùng ngày./.`,
  );
  paper.gap(8);
  signatures(paper, [
    { from: 0, to: 1, title: "THƯ KÝ\n(Ký, ghi rõ họ tên)" },
    { from: 2, to: 4, title: "ĐẠI DIỆN HỘ DÂN\n(Ký, ghi rõ họ tên)" },
    { from: 5, to: 6, title: "CHỦ TRÌ\n(Ký, ghi rõ họ tên)" },
  ]);
  paper.gap(6);
  signatures(paper, [
    { from: 0, to: 2, title: "BAN CÔNG TÁC MẶT TRẬN\n(Ký, ghi rõ họ tên)" },
    { from: 3, to: 6, title: "ĐẠI DIỆN UBND XÃ\n(Ký, ghi rõ họ tên)" },
  ]);
  return paper;
}

export const hamletMeeting = {
  code: "MB02",
  title: "Biên bản họp xóm bình xét",
  sheet: SHEET,
  each: "Xóm",
  design: lay().design(SHEET),
} as const;
