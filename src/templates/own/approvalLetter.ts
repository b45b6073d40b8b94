/** Tờ trình đề nghị phê duyệt danh sách: the lead unit lays the list before the commune; the list is on the next page. */
import { attachedList, uprightWidths } from "./householdTable";
import { INDENT, Paper } from "./paper";
import { closing, COMMUNE, heading, PROGRAMME, YEAR } from "./parts";

const SHEET = "Tờ trình phê duyệt";
const SPLIT = 2;
const SENDER = "{{Nhập.Đơn vị trình}}";

function lay() {
  const paper = new Paper(uprightWidths, "portrait", 14);
  heading(paper, {
    split: SPLIT,
    authority: ["UBND XÃ {{Tham số.Tên xã|hoa}}", "{{Nhập.Đơn vị trình|hoa}}"],
    number: "Số: {{Nhập.Số tờ trình}}",
    placeAndDate: `${COMMUNE}, {{Nhập.Ngày tờ trình|ngày}}`,
    rules: [
      [1, 1],
      [4, 6],
    ],
  });
  paper.title(["TỜ TRÌNH"], { size: 15 });
  paper.title([`Về việc đề nghị phê duyệt danh sách hộ được hỗ trợ thuộc ${PROGRAMME} năm ${YEAR}`]);
  paper.gap();
  paper.paragraph(`Kính gửi: Ủy ban nhân dân xã ${COMMUNE}`, { align: "center" });
  paper.gap();
  paper.paragraph(
    `${INDENT}Thực hiện Kế hoạch số {{Tham số.Số kế hoạch}} {{Tham số.Ngày kế hoạch|ngày}} của Ủy ban nhân dân xã ${COMMUNE} về triển khai ${PROGRAMME} năm ${YEAR};`,
  );
  paper.paragraph(
    `${INDENT}Căn cứ biên bản họp bình xét của các xóm và kết quả rà soát hồ sơ, ${SENDER} trình Ủy ban nhân dân xã xem xét, phê duyệt danh sách hộ được hỗ trợ như sau:`,
  );
  const figures = paper.reserve(3);
  paper.paragraph(`${INDENT}2. Nguồn kinh phí: {{Nhập.Nguồn kinh phí}}.`, {}, 2);
  paper.paragraph(`${INDENT}3. Thời gian thực hiện: Năm ${YEAR}.`);
  paper.paragraph(`${INDENT}Kính trình Ủy ban nhân dân xã xem xét, quyết định./.`);
  closing(paper, {
    split: SPLIT + 1,
    recipients: "- Như trên;\n- Lưu: VT.",
    title: "{{Nhập.Chức vụ người trình}}",
    name: "{{Nhập.Người ký tờ trình}}",
    titleLines: 2,
    recipientLines: 3,
  });
  const attached = attachedList(paper, {
    title: "DANH SÁCH HỘ ĐỀ NGHỊ PHÊ DUYỆT",
    under: "(Kèm theo Tờ trình số {{Nhập.Số tờ trình}} {{Nhập.Ngày tờ trình|ngày}})",
  });
  figures.write(attached.sentence(`${INDENT}1. Số lượt hộ đề nghị hỗ trợ: `, "; tổng kinh phí hỗ trợ: "));
  return paper.design(SHEET);
}

export const approvalLetter = {
  code: "MB04",
  title: "Tờ trình đề nghị phê duyệt danh sách",
  sheet: SHEET,
  design: lay(),
} as const;
