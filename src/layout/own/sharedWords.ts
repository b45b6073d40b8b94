/** Words for columns that several tables have, and what such words are. */
/** What the cells of a column must look like for it to be the field; other looks make it less likely. */
export type Look =
  | "any"
  | "name"
  | "text"
  | "money"
  | "number"
  | "date"
  | "identity"
  | "gender"
  | "ethnic"
  | "status"
  | "mark"
  | "code";

export interface FieldWords {
  readonly field: string;
  readonly look: Look;
  /** As `headerText` gives them; `=` in front where nothing may stand beside. Numbers: less than sure. */
  readonly phrases: readonly (string | readonly [string, number])[];
}

export const notes: FieldWords = {
  field: "Ghi chú",
  look: "any",
  phrases: ["ghi chu", "ly do", "dien giai"],
};
export const project: FieldWords = {
  field: "Mã dự án",
  look: "code",
  phrases: [
    "ma du an",
    "=du an",
    "thuoc du an",
    "du an tieu du an",
    "ten du an",
    "=tieu du an",
    "du an thanh phan",
  ],
};
export const capital: FieldWords = {
  field: "Loại vốn",
  look: "text",
  phrases: ["loai von", "tinh chat von", "=von", "loai nguon von"],
};
export const capitalYear: FieldWords = {
  field: "Năm vốn",
  look: "any",
  phrases: ["nam von", "nien do", "nam ke hoach", "=nam", "nam ngan sach"],
};
export const hamlet: FieldWords = {
  field: "Thôn xóm",
  look: "text",
  phrases: ["xom", "dia chi xom", ["dia chi", 0.85], "noi o", "cho o", "noi thuong tru", ["dia ban", 0.8]],
};
export const investor: FieldWords = {
  field: "Chủ đầu tư",
  look: "text",
  phrases: ["chu dau tu", "don vi quan ly"],
};
