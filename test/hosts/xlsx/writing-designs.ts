/** Sheets with everything on them that a design can say, and text that is hard to write. */
import type { CellFormat, ChartDesign, DesignCell, SheetDesign, TableDesign } from "../../../src/book";

const font = { name: "Times New Roman", size: 13 };
const head: CellFormat = {
  font: { ...font, bold: true },
  fill: "DDEBF7",
  horizontal: "center",
  vertical: "center",
  wrap: true,
  border: { top: { style: "thin" }, bottom: { style: "medium", colour: "1F4E79" } },
};
const money: CellFormat = { font, numberFormat: "#,##0.0", locked: false };

const projects = [
  ["DA1", "Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt", 9504.2, 2045],
  ["DA3", "Phát triển sản xuất nông, lâm nghiệp bền vững", 94, 8.7],
  ["DA4", "Đầu tư cơ sở hạ tầng thiết yếu", 13.5, 24.1],
] as const;

const table: TableDesign = {
  name: "tblDuAn",
  area: { row: 4, column: 0, rows: projects.length + 1, columns: 5 },
  columns: [
    { header: "Mã" },
    { header: "Tên dự án" },
    { header: "NSTW" },
    { header: "NSĐP" },
    { header: "Tổng vốn", formula: "ROUND(tblDuAn[[#This Row],[NSTW]]+tblDuAn[[#This Row],[NSĐP]],6)" },
  ],
  style: "TableStyleLight9",
  bandedRows: true,
  filter: true,
};

function planCells(): DesignCell[] {
  const rows = projects.flatMap(([code, title, central, local], r): DesignCell[] => {
    const row = 5 + r;
    const formula = table.columns[4]!.formula!;
    return [
      { row, column: 0, content: code, format: { font } },
      { row, column: 1, content: title, format: { font, wrap: true } },
      { row, column: 2, content: central, format: money },
      { row, column: 3, content: local, format: money },
      {
        row,
        column: 4,
        content: { formula, value: Math.round((central + local) * 1e6) / 1e6 },
        format: money,
      },
    ];
  });
  return [
    {
      row: 0,
      column: 0,
      content: "KẾ HOẠCH VỐN NĂM 2025",
      format: { font: { ...font, size: 16, bold: true, colour: "C00000" }, horizontal: "center" },
      note: " Nguồn: Kế hoạch số 30/KH-UBND\nngày 08/8/2025 ",
    },
    { row: 2, column: 4, content: "Đơn vị tính: triệu đồng", format: { font: { ...font, italic: true } } },
    ...table.columns.map((column, c) => ({ row: 4, column: c, content: column.header, format: head })),
    ...rows,
  ];
}

/** A sheet with a table, rules, a page and two charts. */
export function planSheet(): SheetDesign {
  const columnOf = (column: number) => [{ row: 5, column, rows: 3, columns: 1 }];
  return {
    name: "Kế hoạch 'vốn' 2025",
    tabColour: "70AD47",
    gridlines: false,
    zoom: 85,
    columns: [
      { width: 10 },
      { width: 46 },
      { width: 14 },
      { width: 14 },
      { width: 16 },
      { width: 9, hidden: true },
    ],
    rowHeights: new Map([
      [0, 28],
      [4, 36.5],
      [20, 40],
    ]),
    cells: planCells(),
    merges: [{ row: 0, column: 0, rows: 1, columns: 5 }],
    tables: [table],
    validations: [
      {
        areas: columnOf(0),
        rule: { kind: "list", source: "'Danh mục'!$A$2:$A$4" },
        allowBlank: true,
        alert: {
          style: "stop",
          title: "Mã dự án",
          message: "Chọn một mã trong danh mục.\nXem sheet Danh mục.",
        },
        prompt: { title: "Mã dự án", message: "Mã ghi trong kế hoạch" },
      },
      { areas: columnOf(1), rule: { kind: "custom", formula: 'LEN(B6)<="300"*1' }, allowBlank: false },
      {
        areas: [...columnOf(2), ...columnOf(3)],
        rule: { kind: "decimal", operator: "between", first: "0", second: "100000" },
        allowBlank: true,
        alert: { style: "warning", title: "Số tiền", message: "Từ 0 đến 100.000" },
      },
      {
        areas: [{ row: 5, column: 6, rows: 3, columns: 1 }],
        rule: { kind: "options", options: ["Đầu tư", `"Sự nghiệp"`, "Chưa xác định & khác"] },
        allowBlank: true,
      },
    ],
    conditionalFormats: [
      {
        areas: [...columnOf(2), ...columnOf(3)],
        formula: "C6<0",
        format: { fill: "FFC7CE" },
        stopIfTrue: true,
      },
      {
        areas: columnOf(4),
        formula: 'AND($E6>1000,$A6<>"")',
        format: {
          font: { bold: true, colour: "9C0006" },
          border: { bottom: { style: "thin", colour: "9C0006" } },
          numberFormat: "#,##0.00",
        },
      },
    ],
    freeze: { rows: 5, columns: 2 },
    page: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: 1,
      margins: { top: 2, right: 1.5, bottom: 2, left: 3, header: 1, footer: 1 },
      area: { row: 0, column: 0, rows: 60, columns: 5 },
      titleRows: { first: 4, last: 4 },
      centreHorizontally: true,
      header: "&C&P",
      footer: "&LBiểu số 01&RTrang &P/&N",
      plainFirstPage: true,
      breaksBefore: [30],
    },
    charts: charts(),
  };
}

function charts(): ChartDesign[] {
  const sheet = "'Kế hoạch ''vốn'' 2025'";
  const categories = `${sheet}!$A$6:$A$8`;
  const bySource = [
    { name: "NSTW", values: `${sheet}!$C$6:$C$8`, categories, colour: "1F4E79" },
    { name: "NSĐP", values: `${sheet}!$D$6:$D$8`, categories, colour: "F4B183" },
  ];
  const kinds = ["column", "stackedColumn", "bar", "stackedBar", "line"] as const;
  return [
    ...kinds.map((kind, i) => ({
      name: `Vốn theo nguồn ${i + 1}`,
      kind,
      title: `Cơ cấu vốn <theo nguồn> & dự án (${kind})`,
      series: bySource,
      area: { row: 10 + 16 * Math.floor(i / 2), column: (i % 2) * 2, rows: 15, columns: 2 },
      valueAxisTitle: "triệu đồng",
      valueFormat: "#,##0",
      showValues: true,
      altText: `Biểu đồ ${i + 1}: vốn của ba dự án "theo nguồn"`,
    })),
    {
      name: "Tỷ trọng",
      kind: "pie",
      title: "Tỷ trọng",
      series: [
        {
          name: "Tổng",
          values: `(${sheet}!$E$6:$E$7,${sheet}!$E$8)`,
          categories: `(${sheet}!$A$6:$A$7,${sheet}!$A$8)`,
        },
      ],
      area: { row: 42, column: 2, rows: 15, columns: 3 },
      showValues: true,
      valueFormat: "#,##0.0",
      altText: "Biểu đồ tròn",
    },
  ];
}

/** Texts and numbers at the edges of what a cell holds. */
export const hardContents: readonly DesignCell["content"][] = [
  "=SUM(A1)",
  "+84 912",
  "'dấu nháy",
  " đầu và cuối ",
  "hai dòng\nvà\tthẻ",
  "trang\u000bmới \u0007",
  "_x000D_ viết thẳng",
  "<b> & \"c\" 'd' ]]>",
  "\ud83c\udf3e lúa",
  "#N/A",
  "TRUE",
  "0123",
  9504.200000000001,
  0.1 + 0.2,
  1e-17,
  123456789012345680000,
  -0.5,
  0,
  true,
  false,
  { error: "#DIV/0!" },
  { formula: "1/3", value: 1 / 3 },
  { formula: '"a"&"b <c>"', value: "ab <c>" },
  { formula: 'IF(TRUE,"","x")', value: "" },
  { formula: "1=1", value: true },
  { formula: "1/0", value: { error: "#DIV/0!" } },
  { formula: "A1", value: null },
];

export function listSheet(): SheetDesign {
  return {
    name: "Danh mục",
    columns: [{ width: 12 }, { width: 30 }],
    cells: [
      { row: 0, column: 0, content: "Mã" },
      ...projects.map(([code], r): DesignCell => ({
        row: 1 + r,
        column: 0,
        content: code,
        link: "'Kế hoạch ''vốn'' 2025'!A6",
      })),
      ...hardContents.map((content, r): DesignCell => ({
        row: r,
        column: 3,
        ...(content === undefined ? {} : { content }),
      })),
    ],
  };
}

export function secretSheet(): SheetDesign {
  return {
    name: "_so_mtqg",
    visibility: "veryHidden",
    columns: [],
    cells: [{ row: 0, column: 0, content: "Khóa" }],
  };
}
