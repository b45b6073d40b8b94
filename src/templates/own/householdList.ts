/** Danh sách hộ đề nghị hỗ trợ: all households that have no decision yet, with what is asked for each. */
import { Paper } from "./paper";
import { broadColumns, broadWidths, householdTable, unitLine } from "./householdTable";
import { heading, PROGRAMME, signatures, YEAR } from "./parts";

const SHEET = "Danh sách hộ đề nghị";

function lay() {
  const paper = new Paper(broadWidths, "landscape", 13);
  heading(paper, {
    split: 4,
    authority: ["ỦY BAN NHÂN DÂN", "XÃ {{Tham số.Tên xã|hoa}}"],
    rules: [
      [2, 2],
      [7, 9],
    ],
  });
  paper.title(["DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ"], { size: 15 });
  paper.paragraph(`Thuộc ${PROGRAMME} năm ${YEAR}`, { align: "center", italic: true });
  unitLine(paper);
  const { headRow } = householdTable(paper, broadColumns);
  paper.paragraph("(Tổng số tiền hỗ trợ bằng chữ: {{Tổng.Tổng hỗ trợ|bằng chữ}})", {
    align: "left",
    italic: true,
  });
  paper.gap();
  paper.put(7, paper.last, "{{Tham số.Tên xã}}, ngày …… tháng …… năm ………", { align: "center", italic: true });
  paper.next();
  signatures(paper, [
    { from: 0, to: 2, title: "NGƯỜI LẬP BIỂU" },
    { from: 3, to: 6, title: "KẾ TOÁN" },
    {
      from: 7,
      to: paper.last,
      title: "{{Tham số.Chức vụ người ký}}",
      name: "{{Tham số.Người ký}}",
    },
  ]);
  return paper.design(SHEET, headRow);
}

export const householdList = {
  code: "MB03",
  title: "Danh sách hộ đề nghị hỗ trợ",
  sheet: SHEET,
  design: lay(),
} as const;
