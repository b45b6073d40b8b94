/** Pieces of workbooks that several rooms of the contract use. */
import {
  cellAddress,
  type CellFormat,
  type Operation,
  type SheetDesign,
  type Validation,
} from "../../../src/book";
import { tableAt } from "./kit";

/** A table with formats, a drop-down, a conditional format and a formula column, all of which must grow with it. */
export function livingTable(): SheetDesign {
  const { table, cells } = tableAt(
    "tblNganSach",
    2,
    1,
    ["Mã", "Loại vốn", "Số tiền", "Gấp đôi"],
    [
      ["DA1", "Đầu tư", 100, { formula: "tblNganSach[[#This Row],[Số tiền]]*2", value: 200 }],
      ["DA2", "Sự nghiệp", 50, { formula: "tblNganSach[[#This Row],[Số tiền]]*2", value: 100 }],
    ],
  );
  const money = { font: { name: "Arial", size: 13 }, numberFormat: "#,##0" };
  return {
    name: "Ngân sách",
    columns: [{}, { width: 12 }, { width: 16 }, { width: 16 }],
    cells: cells.map((cell) => (cell.row > 2 && cell.column >= 3 ? { ...cell, format: money } : cell)),
    tables: [
      {
        ...table,
        columns: table.columns.map((one, c) =>
          c === 3 ? { ...one, formula: "tblNganSach[[#This Row],[Số tiền]]*2" } : one,
        ),
      },
    ],
    validations: [
      {
        areas: [{ row: 3, column: 2, rows: 2, columns: 1 }],
        rule: { kind: "options", options: ["Đầu tư", "Sự nghiệp", "Chưa xác định"] },
        allowBlank: true,
      },
    ],
    conditionalFormats: [
      {
        areas: [{ row: 3, column: 1, rows: 2, columns: 4 }],
        formula: "$D4>1000",
        format: { fill: "FFC7CE" },
      },
    ],
  };
}

/** Two columns at the right end of `tblXom`. */
export function moreColumns(): Operation {
  return {
    kind: "addColumns",
    table: "tblXom",
    columns: [
      { header: "Đặc biệt khó khăn" },
      { header: "Gấp đôi", formula: "tblXom[[#This Row],[Số hộ]]*2" },
    ],
    cells: [
      { row: 3, column: 3, content: "Đặc biệt khó khăn", format: { fill: "DDEBF7" } },
      { row: 3, column: 4, content: "Gấp đôi" },
      { row: 4, column: 3, content: "x" },
      ...[240, 170, 194].map((value, r) => ({
        row: 4 + r,
        column: 4,
        content: { formula: "tblXom[[#This Row],[Số hộ]]*2", value },
      })),
    ],
    validations: [
      {
        areas: [{ row: 4, column: 3, rows: 3, columns: 1 }],
        rule: { kind: "options", options: ["x"] },
        allowBlank: true,
      },
    ],
    conditionalFormats: [
      { areas: [{ row: 4, column: 3, rows: 3, columns: 1 }], formula: '$D5="x"', format: { fill: "FFEB9C" } },
    ],
  };
}

/** A table beside what stands on a sheet already, with its first column at `column`. */
export function newTable(sheet: string, column = 5): Operation {
  const { table, cells } = tableAt(
    "tblDonVi",
    3,
    column,
    ["Đơn vị", "Viết tắt"],
    [
      ["Phòng Kinh tế", "KT"],
      ["Phòng Văn hóa - Xã hội", "VHXH"],
    ],
  );
  return {
    kind: "addTable",
    sheet,
    table,
    cells: cells.map((cell) => ({ ...cell, format: { font: { name: "Times New Roman", size: 12 } } })),
    validations: [
      {
        areas: [{ row: 4, column: column + 1, rows: 2, columns: 1 }],
        rule: { kind: "textLength", operator: "lessThanOrEqual", first: "10" },
        allowBlank: true,
      },
    ],
    conditionalFormats: [
      {
        areas: [{ row: 4, column, rows: 2, columns: 1 }],
        formula: `${cellAddress(4, column)}=""`,
        format: { fill: "FFC7CE" },
      },
    ],
  };
}

/** Cell formats, one kind of thing each. */
export const formats: [string, CellFormat][] = [
  [
    "a font",
    {
      font: {
        name: "Times New Roman",
        size: 13,
        bold: true,
        italic: true,
        underline: true,
        colour: "C00000",
      },
    },
  ],
  ["a fill", { fill: "FFF2CC" }],
  [
    "borders",
    {
      border: {
        top: { style: "thin", colour: "000000" },
        right: { style: "double", colour: "000000" },
        bottom: { style: "medium", colour: "1F4E79" },
        left: { style: "hair", colour: "000000" },
      },
    },
  ],
  ["one dotted border", { border: { bottom: { style: "dotted", colour: "000000" } } }],
  ["placing", { horizontal: "center", vertical: "center", wrap: true }],
  ["an indent", { horizontal: "left", indent: 2 }],
  ["text set in lines of one width", { horizontal: "justify", vertical: "top", wrap: true }],
  ["a number format", { numberFormat: "#,##0.0;[Red]-#,##0.0" }],
  ["a built-in number format", { numberFormat: "0.00%" }],
  ["the text format", { numberFormat: "@" }],
  ["a cell that stays open under protection", { locked: false }],
];

const column = (index: number) => [{ row: 2, column: index, rows: 20, columns: 1 }];

/** One rule for typing of each kind, each in a column of its own. */
export const validations: Validation[] = [
  { areas: column(0), rule: { kind: "options", options: ["Nam", "Nữ"] }, allowBlank: true },
  {
    areas: [...column(1), { row: 40, column: 1, rows: 2, columns: 2 }],
    rule: { kind: "list", source: "'Danh mục'!$A$5:$A$11" },
    allowBlank: false,
    alert: { style: "warning", title: "Thôn xóm", message: "Chọn một thôn xóm trong danh mục." },
    prompt: { title: "Thôn xóm", message: "Chọn trong danh sách" },
  },
  {
    areas: column(2),
    rule: { kind: "decimal", operator: "between", first: "0", second: "1.5" },
    allowBlank: true,
    alert: { style: "stop", title: "Sai số", message: "Nhập số từ 0 đến 1,5" },
  },
  { areas: column(3), rule: { kind: "whole", operator: "greaterThanOrEqual", first: "0" }, allowBlank: true },
  { areas: column(4), rule: { kind: "date", operator: "greaterThan", first: "45658" }, allowBlank: true },
  { areas: column(5), rule: { kind: "textLength", operator: "equal", first: "12" }, allowBlank: true },
  {
    areas: column(6),
    rule: { kind: "custom", formula: 'AND(LEN(G3)<13,G3<>"")' },
    allowBlank: true,
    alert: { style: "information", title: "", message: "Xem lại" },
  },
];
