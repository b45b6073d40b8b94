/** Mistakes of templates, one line each: where, what, and what was probably meant. */
import type { FillNote, MistakeCode, MistakeParams, TemplateMistake } from "../templates";
import type { Locale } from "./locale";

type Words = { readonly [Code in MistakeCode]: (params: MistakeParams[Code]) => string };

interface TemplateWords {
  readonly mistakes: Words;
  readonly place: (sheet: string, cell: string | null) => string;
  readonly stray: (note: FillNote) => string;
  readonly hiddenTemplate: (sheet: string) => string;
  readonly brokenNames: (names: string) => string;
  readonly externalLinks: string;
}

const meant = (near: string | null) => (near === null ? "" : ` Có phải “${near}”?`);
const braces = (text: string) => `{{${text}}}`;

const vi: TemplateWords = {
  place: (sheet, cell) => (cell === null ? `Trang “${sheet}”: ` : `Trang “${sheet}”, ô ${cell}: `),
  mistakes: {
    unclosedBraces: ({ text }) => `“${text}” mở {{ mà không đóng }}.`,
    emptyPlaceholder: () => "cặp {{}} không có gì bên trong.",
    notAField: ({ text, near }) =>
      `“${braces(text)}” không phải trường; viết dạng {{Bảng.Cột}}.${near === null ? "" : ` Có phải {{${near}}}?`}`,
    unknownRecord: ({ record, near }) => `không có bảng “${record}”.${meant(near)}`,
    unknownField: ({ record, field, near }) => `“${record}” không có trường “${field}”.${meant(near)}`,
    outsideBand: ({ record, field }) =>
      `${braces(`${record}.${field}`)} nằm ngoài khối {{#${record}}} … {{/${record}}} nên không biết lấy dòng nào (trừ khi làm mỗi ${record} một trang).`,
    orderOutsideBand: () => "{{STT}} chỉ dùng được trong một khối lặp.",
    totalWithoutBand: ({ field }) =>
      `${braces(`Tổng.${field}`)} không có khối lặp nào ở trên (trong cùng khối ngoài) để cộng.`,
    totalOfNoNumber: ({ field }) => `cột “${field}” không phải số nên không cộng được.`,
    unknownFilter: ({ filter, near }) =>
      `không có bộ lọc “|${filter}”.${meant(near)} Dùng được: bằng chữ, ngày, số, che, hoa.`,
    filterNotForField: ({ filter, field }) => `“|${filter}” không dùng được cho “${field}”.`,
    filtersTogether: ({ first, second }) => `“|${first}” và “|${second}” không dùng cùng nhau được.`,
    bandOfNoRecord: ({ record }) => `“${record}” không lặp được: chỉ có một.`,
    unclosedBand: ({ record }) => `khối {{#${record}}} mở mà không có {{/${record}}}.`,
    unopenedBand: ({ record }) => `có {{/${record}}} mà không có {{#${record}}} ở trên.`,
    crossedBands: ({ open, close }) =>
      `{{/${close}}} đóng khi khối {{#${open}}} bên trong còn mở; hãy đóng khối trong trước.`,
    overlappingBands: ({ first, second, row }) =>
      `khối “${first}” và khối “${second}” cùng dùng dòng ${row}; hãy tách ra hai dòng.`,
    sameBandInside: ({ record }) => `khối {{#${record}}} nằm trong một khối {{#${record}}} khác.`,
    unrelatedBand: ({ record, outer }) =>
      `“${record}” không gắn với “${outer}” bằng cột nào nên không đặt khối này trong khối kia được.`,
    badCondition: ({ text }) => `không hiểu “${text}”; điều kiện viết dạng "Tên cột"="giá trị".`,
    unknownOption: ({ option, near }) =>
      `không có mục “${option}”.${meant(near)} Dùng được: sắp xếp="…", trống="…"; tên cột để trong ngoặc kép.`,
    badEmptyOption: ({ value }) => `trống="${value}" không dùng được: chọn "giữ dòng" hoặc "bỏ dòng".`,
    mergeAcrossBand: ({ record, area }) =>
      `vùng gộp ${area} nằm nửa trong nửa ngoài khối “${record}”; hãy bỏ gộp hoặc gộp trọn trong khối.`,
    inFormula: ({ text }) => `${text} nằm trong công thức; hãy đặt ở ô riêng rồi cho công thức trỏ tới ô đó.`,
    inNote: ({ text }) => `${text} nằm trong ghi chú của ô, chưa điền được; hãy đưa vào ô.`,
    inHeaderFooter: ({ text }) =>
      `${text} nằm ở đầu trang hoặc chân trang in, chưa điền được; hãy đưa vào ô.`,
    inSheetName: ({ text }) => `tên trang “${text}” có {{…}}, chưa điền được; hãy đổi tên trang.`,
    missingValue: ({ name }) => `chưa nhập “${name}”.`,
    badValue: ({ name, value, wanted }) =>
      wanted === "number"
        ? `“${name}” phải là số, đang là “${value}”.`
        : `“${name}” phải là ngày (dd/mm/yyyy), đang là “${value}”.`,
    noPlaceholder: () => "Tệp mẫu không có trang nào hiện ra mà chứa {{…}}.",
    unknownEach: ({ record, near }) => `Không làm mỗi “${record}” một trang được.${meant(near)}`,
    noRecords: ({ record }) => `Sổ chưa có dòng “${record}” nào nên không có trang nào để làm.`,
    unknownNameField: ({ record, field, near }) =>
      `Không đặt tên trang theo “${field}” được: “${record}” không có trường này.${meant(near)}`,
    tooManyRows: ({ rows }) => `Kết quả dài ${rows} dòng, quá số dòng của một trang tính.`,
  },
  stray: ({ sheet, record, outer, count }) =>
    `Trang “${sheet}”: ${count} dòng “${record}” không thuộc “${outer}” nào trong danh mục nên không có trong văn bản.`,
  hiddenTemplate: (sheet) => `Trang ẩn “${sheet}” có {{…}} nhưng được giữ nguyên.`,
  brokenNames: (names) =>
    `Tệp mẫu còn tên vùng hỏng (${names}); được giữ nguyên, nên xóa trong Trình quản lý tên.`,
  externalLinks: "Tệp mẫu còn liên kết tới tệp khác; được giữ nguyên, số ở các ô đó có thể đã cũ.",
};

const likely = (near: string | null) => (near === null ? "" : ` Did you mean “${near}”?`);

const en: TemplateWords = {
  place: (sheet, cell) => (cell === null ? `Sheet “${sheet}”: ` : `Sheet “${sheet}”, cell ${cell}: `),
  mistakes: {
    unclosedBraces: ({ text }) => `“${text}” opens {{ without }}.`,
    emptyPlaceholder: () => "{{}} holds nothing.",
    notAField: ({ text, near }) =>
      `“${braces(text)}” is no field; write {{Table.Column}}.${near === null ? "" : ` Did you mean {{${near}}}?`}`,
    unknownRecord: ({ record, near }) => `there is no table “${record}”.${likely(near)}`,
    unknownField: ({ record, field, near }) => `“${record}” has no field “${field}”.${likely(near)}`,
    outsideBand: ({ record, field }) =>
      `${braces(`${record}.${field}`)} stands outside {{#${record}}} … {{/${record}}}, so no row is meant (unless a sheet is made for each ${record}).`,
    orderOutsideBand: () => "{{STT}} works only inside a repeated band.",
    totalWithoutBand: ({ field }) =>
      `${braces(`Tổng.${field}`)} has no repeated band above it (inside the same outer band) to add up.`,
    totalOfNoNumber: ({ field }) => `column “${field}” holds no numbers to add up.`,
    unknownFilter: ({ filter, near }) =>
      `there is no filter “|${filter}”.${likely(near)} There are: bằng chữ, ngày, số, che, hoa.`,
    filterNotForField: ({ filter, field }) => `“|${filter}” does not suit “${field}”.`,
    filtersTogether: ({ first, second }) => `“|${first}” and “|${second}” cannot be used together.`,
    bandOfNoRecord: ({ record }) => `“${record}” cannot be repeated: there is one only.`,
    unclosedBand: ({ record }) => `band {{#${record}}} has no {{/${record}}}.`,
    unopenedBand: ({ record }) => `{{/${record}}} has no {{#${record}}} above it.`,
    crossedBands: ({ open, close }) =>
      `{{/${close}}} closes while band {{#${open}}} inside it is open; close the inner one first.`,
    overlappingBands: ({ first, second, row }) =>
      `bands “${first}” and “${second}” both use row ${row}; put them on two rows.`,
    sameBandInside: ({ record }) => `band {{#${record}}} stands inside another {{#${record}}}.`,
    unrelatedBand: ({ record, outer }) =>
      `no column ties “${record}” to “${outer}”, so this band cannot stand inside that one.`,
    badCondition: ({ text }) => `“${text}” is not understood; a condition is "Column"="value".`,
    unknownOption: ({ option, near }) =>
      `there is no option “${option}”.${likely(near)} There are: sắp xếp="…", trống="…"; column names go in quotes.`,
    badEmptyOption: ({ value }) => `trống="${value}" cannot be used: choose "giữ dòng" or "bỏ dòng".`,
    mergeAcrossBand: ({ record, area }) =>
      `merged area ${area} stands half inside band “${record}”; unmerge it or merge within the band.`,
    inFormula: ({ text }) => `${text} stands in a formula; put it in a cell of its own and refer to that.`,
    inNote: ({ text }) => `${text} stands in a cell's note, which cannot be filled; put it in a cell.`,
    inHeaderFooter: ({ text }) =>
      `${text} stands in the page's header or footer, which cannot be filled; put it in a cell.`,
    inSheetName: ({ text }) => `the sheet's name “${text}” holds {{…}}, which cannot be filled; rename it.`,
    missingValue: ({ name }) => `“${name}” has not been entered.`,
    badValue: ({ name, value, wanted }) =>
      wanted === "number"
        ? `“${name}” must be a number, it is “${value}”.`
        : `“${name}” must be a date (dd/mm/yyyy), it is “${value}”.`,
    noPlaceholder: () => "The template has no visible sheet that holds {{…}}.",
    unknownEach: ({ record, near }) => `A sheet for each “${record}” cannot be made.${likely(near)}`,
    noRecords: ({ record }) => `The workbook has no row of “${record}”, so there is no sheet to make.`,
    unknownNameField: ({ record, field, near }) =>
      `Sheets cannot be named by “${field}”: “${record}” has no such field.${likely(near)}`,
    tooManyRows: ({ rows }) => `The result has ${rows} rows, more than a sheet can hold.`,
  },
  stray: ({ sheet, record, outer, count }) =>
    `Sheet “${sheet}”: ${count} rows of “${record}” belong to no “${outer}” in the lists and are not in the document.`,
  hiddenTemplate: (sheet) => `The hidden sheet “${sheet}” holds {{…}} but is kept as it is.`,
  brokenNames: (names) =>
    `The template holds broken names (${names}); they are kept, delete them in the Name Manager.`,
  externalLinks: "The template holds links to other files; they are kept, figures there may be old.",
};

export const templateWords = { vi, en } as const;

/** One line: where it stands, what is wrong. */
export function wordTemplateMistake(mistake: TemplateMistake, locale: Locale): string {
  const { place, mistakes } = templateWords[locale];
  const words = mistakes as Record<MistakeCode, (params: unknown) => string>;
  const line = words[mistake.code](mistake.params);
  return mistake.sheet === null ? line : place(mistake.sheet, mistake.cell) + line;
}
