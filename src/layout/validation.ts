/** What may be typed into a column: the native drop-downs and checks that work without the add-in. */
import { absoluteAddress, cellAddress, quoteSheet, type Area, type Validation } from "../book";
import { fixedRange, growingRange, type FindColumn } from "./places";
import type { ColumnSpec, TableSpec } from "./spec";

type Alert = NonNullable<Validation["alert"]>;

const notInList: Alert = {
  style: "stop",
  title: "Giá trị không có trong danh sách",
  message: "Hãy chọn một giá trị trong danh sách thả xuống.",
};
const notInStaffList: Alert = {
  style: "warning",
  title: "Chưa có trong danh sách",
  message:
    "Giá trị này chưa có trong danh sách chọn. Nếu đúng, hãy thêm nó vào danh sách rồi nhập lại; vẫn giữ giá trị này?",
};
const notAmount: Alert = {
  style: "stop",
  title: "Số tiền chưa đúng",
  message:
    "Ô này chỉ nhận số. Gõ số theo cách máy đang dùng (ví dụ 9.504,2), không gõ kèm chữ hay đơn vị tính.",
};
const notNumber: Alert = { style: "stop", title: "Chưa phải là số", message: "Ô này chỉ nhận số." };
const notFraction: Alert = {
  style: "warning",
  title: "Tỷ lệ ngoài khoảng",
  message: "Tỷ lệ nằm trong khoảng từ 0% đến 100%, ví dụ gõ 60%.",
};
const notDate: Alert = {
  style: "warning",
  title: "Ngày chưa đúng",
  message: "Gõ ngày dạng ngày/tháng/năm, ví dụ 08/08/2025. Vẫn giữ giá trị này?",
};
const notIdentity: Alert = {
  style: "warning",
  title: "Số CCCD chưa đủ 12 chữ số",
  message: "Số căn cước công dân có 12 chữ số, kể cả số 0 ở đầu. Vẫn giữ giá trị này?",
};
const tooLong: Alert = {
  style: "warning",
  title: "Tên ngắn dài quá 60 ký tự",
  message: "Tên ngắn được dùng ở các trang khác và trong biểu; nên rút gọn còn không quá 60 ký tự.",
};

/** The validation of a column over `area` (its data cells); null where anything may be typed. */
export function columnValidation(
  table: TableSpec,
  column: ColumnSpec,
  area: Area,
  find: FindColumn,
): Validation | null {
  if (column.role !== "typed") return null;
  const rule = ruleFor(table, column, area, find);
  return rule && { areas: [area], allowBlank: true, ...rule };
}

function ruleFor(
  table: TableSpec,
  column: ColumnSpec,
  area: Area,
  find: FindColumn,
): Pick<Validation, "rule" | "alert"> | null {
  const first = cellAddress(area.row, area.column);
  if (column.list) return listRule(table, column, area, find);
  if (column.header === "Số CCCD") {
    return {
      rule: { kind: "custom", formula: `AND(LEN(${first})=12,ISNUMBER(VALUE(${first})))` },
      alert: notIdentity,
    };
  }
  if (column.header === "Tên ngắn") {
    return { rule: { kind: "textLength", operator: "lessThanOrEqual", first: "60" }, alert: tooLong };
  }
  switch (column.kind) {
    case "money":
    case "detailMoney":
      return {
        rule: { kind: "decimal", operator: "between", first: "-1E+15", second: "1E+15" },
        alert: notAmount,
      };
    case "count":
    case "quantity":
      return {
        rule: { kind: "decimal", operator: "between", first: "-1E+12", second: "1E+12" },
        alert: notNumber,
      };
    case "fraction":
      return { rule: { kind: "decimal", operator: "between", first: "0", second: "1" }, alert: notFraction };
    case "date":
      return { rule: { kind: "date", operator: "greaterThanOrEqual", first: "36526" }, alert: notDate };
    case "birthDate":
      return {
        rule: { kind: "decimal", operator: "between", first: "1900", second: "73050" },
        alert: notDate,
      };
    default:
      return null;
  }
}

function listRule(
  table: TableSpec,
  column: ColumnSpec,
  area: Area,
  find: FindColumn,
): Pick<Validation, "rule" | "alert"> {
  const list = column.list!;
  if (list.kind === "options") {
    const values = column.several ? [...list.options, list.options.join("; ")] : list.options;
    return { rule: { kind: "options", options: values }, alert: notInList };
  }
  if (list.kind === "column") {
    return {
      rule: { kind: "list", source: growingRange(find(list.table, list.header)) },
      alert: notInStaffList,
    };
  }
  return {
    rule: { kind: "list", source: contentsOfProject(table, area, column, find) },
    alert: notInStaffList,
  };
}

/** The short names of the row's project: its contents stand together, in the plan's order. */
function contentsOfProject(table: TableSpec, area: Area, column: ColumnSpec, find: FindColumn): string {
  const names = find("tblNoiDung", "Tên ngắn");
  const projects = find("tblNoiDung", "Mã dự án");
  const own = table.columns;
  const shift = own.findIndex((one) => one.header === "Mã dự án") - own.indexOf(column);
  const project = `$${cellAddress(area.row, area.column + shift)}`;
  const firstName = `${quoteSheet(names.sheet)}!${absoluteAddress(names.firstRow, names.column)}`;
  const codes = fixedRange(projects);
  return `OFFSET(${firstName},IFERROR(MATCH(${project},${codes},0)-1,0),0,MAX(1,COUNTIF(${codes},${project})),1)`;
}
