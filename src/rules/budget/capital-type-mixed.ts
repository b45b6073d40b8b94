/** Capital of a type that the content may not be paid from (`Loại vốn được dùng` of tblNoiDung). */
import type { Rule } from "../rule";
import { textKey } from "../textColumn";

type Params = { content: string; capitalType: string; allowed: string };

export const capitalTypeMixed: Rule<"budget/capital-type-mixed", Params> = {
  code: "budget/capital-type-mixed",
  severity: "warning",
  source: { text: "Luật Đầu tư công, Luật Ngân sách nhà nước", confidence: "unverified" },
  reads: [
    { table: "tblNganSach", headers: ["Mã dự án", "Nội dung", "Loại vốn"] },
    { table: "tblGiaiNgan", headers: ["Mã dự án", "Nội dung", "Loại vốn"] },
    { table: "tblNoiDung", headers: ["Mã dự án", "Tên ngắn", "Loại vốn được dùng"], across: true },
  ],
  example: {
    fails: {
      rows: {
        tblNoiDung: [{ "Mã dự án": "DA1", "Tên ngắn": "Nhà ở", "Loại vốn được dùng": "Đầu tư" }],
        tblNganSach: [{ "Mã dự án": "DA1", "Nội dung": "Nhà ở", "Loại vốn": "Sự nghiệp" }],
      },
    },
    passes: {
      rows: {
        tblNoiDung: [
          { "Mã dự án": "DA1", "Tên ngắn": "Nhà ở", "Loại vốn được dùng": "Đầu tư" },
          { "Mã dự án": "DA1", "Tên ngắn": "Nước sinh hoạt", "Loại vốn được dùng": "Đầu tư; Sự nghiệp" },
          { "Mã dự án": "DA1", "Tên ngắn": "Đất ở" },
        ],
        tblNganSach: [
          { "Mã dự án": "DA1", "Nội dung": "Nhà ở", "Loại vốn": "Chưa xác định" },
          { "Mã dự án": "DA1", "Nội dung": "Nước sinh hoạt", "Loại vốn": "Sự nghiệp" },
          { "Mã dự án": "DA1", "Nội dung": "Đất ở", "Loại vốn": "Sự nghiệp" },
        ],
      },
    },
  },
  checks: (context) =>
    ["tblNganSach", "tblGiaiNgan"]
      .map((name) => context.tableWith(name, ["Mã dự án", "Nội dung", "Loại vốn"]))
      .filter((table) => table !== null)
      .map((table) => {
        const [projects, contents, types] = ["Mã dự án", "Nội dung", "Loại vốn"].map((header) =>
          table.texts(header),
        );
        return {
          kind: "rows",
          table,
          look: (row, report) => {
            const type = types!.keyAt(row);
            if (!definiteTypes.includes(type)) return;
            const content = context.contents.get(projects!.keyAt(row), contents!.keyAt(row));
            if (!content || content.capitalTypes.length === 0 || content.capitalTypes.includes(type)) return;
            const params = {
              content: content.shortName,
              capitalType: types!.labelAt(row),
              allowed: content.capitalTypesLabel,
            };
            report({ table: table.name, row, header: "Loại vốn", params });
          },
        };
      }),
};

/** An undecided type is not excluded, and an unknown one is found where lists are compared. */
const definiteTypes = ["Đầu tư", "Sự nghiệp"].map(textKey);
