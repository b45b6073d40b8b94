/** What a person changes in a mapping by hand. Every change is sure; a field that was another column's is taken from it. */
import type { Snapshot } from "../../book";
import { findSheet } from "../../book";
import type { MoneyUnit } from "../../domain";
import type { Programme } from "../../programme";
import { requireTable } from "../sheets";
import { mapSheet } from "./find";
import type { OwnMapping, OwnTableName } from "./model";

/** Our headers that a column of such a sheet can be read as, in the table's order. */
export function choosableFields(table: OwnTableName): readonly string[] {
  return requireTable(table)
    .columns.filter((column) => column.role === "typed" || column.header === "Tổng hỗ trợ")
    .map((column) => column.header);
}

/** Fields that may hold for a whole sheet. */
export function constantFields(table: OwnTableName): readonly string[] {
  const fields: Readonly<Record<OwnTableName, readonly string[]>> = {
    tblHo: ["Mã dự án", "Nội dung hỗ trợ", "Diện hộ", "Thôn xóm", "Hình thức"],
    tblNganSach: ["Mã dự án", "Nội dung", "Loại vốn", "Năm vốn"],
    tblGiaiNgan: ["Mã dự án", "Nội dung", "Loại vốn", "Năm vốn", "Nguồn", "Hình thức"],
    tblCongTrinh: ["Mã dự án", "Nội dung", "Thôn xóm"],
  };
  return fields[table];
}

/** Reads a column as this field; null leaves it out. In a wide sheet a block's column stays in its block. */
export function withField(mapping: OwnMapping, column: number, field: string | null): OwnMapping {
  const chosen = mapping.columns.find((one) => one.column === column);
  if (!chosen) return mapping;
  return {
    ...mapping,
    columns: mapping.columns.map((one) => {
      if (one.column === column) {
        const says = field !== null && one.says[field] !== undefined ? one.says : {};
        return { ...one, field, says, confidence: field === null ? 0 : 1 };
      }
      const wasField = field !== null && one.field === field && one.block === chosen.block;
      return wasField && Object.keys(one.says).length === 0 ? { ...one, field: null, confidence: 0 } : one;
    }),
  };
}

/** Says a value for the whole sheet; "" takes it away. */
export function withConstant(mapping: OwnMapping, field: string, value: string): OwnMapping {
  const others = mapping.constants.filter((constant) => constant.field !== field);
  const own = value.trim() === "" ? [] : [{ field, value: value.trim(), confidence: 1 }];
  return { ...mapping, constants: [...others, ...own] };
}

/** The unit of the sheet's amounts; it then counts for every column. */
export function withUnit(mapping: OwnMapping, unit: MoneyUnit): OwnMapping {
  const columns = mapping.columns.map((column) => ({ ...column, unit: null }));
  return { ...mapping, unit, unitConfidence: 1, columns };
}

/** The sheet read as this table, matched anew; an empty answer where no header can be found on it. */
export function readAs(
  snapshot: Snapshot,
  sheet: string,
  table: OwnTableName,
  programme: Programme,
): OwnMapping[] {
  const found = findSheet(snapshot, sheet);
  return found ? mapSheet(found, programme, table).slice(0, 1) : [];
}
