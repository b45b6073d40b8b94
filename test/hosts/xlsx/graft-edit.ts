/** The edit that the hard files get: two sheets with everything on them, cells, a row of a table, a name. */
import type { Edit, SheetDesign } from "../../../src/book";
import { tableAt } from "../../book/contract/kit";
import { workSheet } from "./fixtures";

function richSheet(): SheetDesign {
  const { table, cells } = tableAt(
    "tblMoi",
    2,
    0,
    ["Dự án", "Nguồn", "Số tiền"],
    [
      ["DA1", "Trung ương", 100],
      ["DA2", "Xã", 50],
    ],
  );
  return {
    name: "Bảng mới",
    columns: [{ width: 20 }, { width: 14 }],
    cells: [
      {
        row: 0,
        column: 0,
        content: "BẢNG MỚI",
        format: { font: { name: "Times New Roman", size: 14, bold: true }, horizontal: "center" },
        note: "Chúng tôi ghi",
      },
      ...cells.map((cell) => ({
        ...cell,
        format: { fill: "DDEBF7", numberFormat: "#,##0.0", border: { bottom: { style: "thin" as const } } },
      })),
    ],
    merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
    tables: [table],
    validations: [
      {
        areas: [{ row: 3, column: 1, rows: 2, columns: 1 }],
        rule: { kind: "list", source: `'${workSheet}'!$A$2:$A$4` },
        allowBlank: true,
      },
    ],
    conditionalFormats: [
      {
        areas: [{ row: 3, column: 2, rows: 2, columns: 1 }],
        formula: "C4>60",
        format: { fill: "FFC7CE", font: { bold: true } },
      },
    ],
    charts: [
      {
        name: "Vốn",
        kind: "column",
        title: "Vốn theo dự án",
        series: [{ name: "Số tiền", values: "'Bảng mới'!$C$4:$C$5", categories: "'Bảng mới'!$A$4:$A$5" }],
        area: { row: 8, column: 0, rows: 12, columns: 6 },
        altText: "Biểu đồ cột",
      },
    ],
    page: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: 1,
      margins: { top: 2, right: 1.5, bottom: 2, left: 2 },
      area: { row: 0, column: 0, rows: 20, columns: 6 },
      titleRows: { first: 2, last: 2 },
    },
  };
}

/** Values are what a spreadsheet program would compute. */
export function intoOfficeFile(): Edit {
  const totals: SheetDesign = {
    name: "Tổng mới",
    columns: [],
    cells: [
      { row: 0, column: 0, content: { formula: "SUM(tblMoi[Số tiền])", value: 150 } },
      {
        row: 1,
        column: 0,
        content: { formula: `'${workSheet}'!B2+'Bảng mới'!C4`, value: 200 },
        link: `'${workSheet}'!A1`,
      },
      { row: 2, column: 0, content: { formula: 'IF(1>0,"có","không")', value: "có" } },
    ],
    visibility: "hidden",
  };
  return {
    task: "test",
    operations: [
      { kind: "createSheet", design: richSheet(), position: 1 },
      { kind: "createSheet", design: totals },
      { kind: "writeCells", sheet: workSheet, row: 5, column: 3, cells: [[99.5]] },
      {
        kind: "writeCells",
        sheet: workSheet,
        row: 7,
        column: 0,
        cells: [["=không tính", { formula: "D6*2", value: 199 }]],
        numberFormats: [[null, "0.00"]],
      },
      { kind: "appendRows", table: "tblViec", rows: [["Huyện", 400]] },
      { kind: "defineName", name: "Tong_moi", refersTo: "'Bảng mới'!$C$4:$C$5" },
    ],
  };
}
