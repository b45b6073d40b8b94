/** What a template may name: the records of the workbook with their fields, and the parameters. */
import { foldKeepingMarks, type MoneyUnit } from "../domain";
import {
  columnNumberFormat,
  columnSpec,
  parameterFormat,
  parameterNames,
  requireTable,
  RULE_PARAMETER_PREFIX,
  type ColumnKind,
  type WorkbookTables,
} from "../layout";

export interface Field {
  /** The column's header, or the parameter's name: what stands after the dot. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** The unit that amounts stand in; null for what is no money. */
  readonly unit: MoneyUnit | null;
  /** How its cells are shown (en-US notation). */
  readonly numberFormat: string;
  /** Filled by us (`Kiểm tra`, `Mã dòng`), or a setting of ours: seldom wanted in a document. */
  readonly ours: boolean;
}

export interface RecordType {
  /** What stands before the dot. */
  readonly name: string;
  /** The sheet on which staff keep it. */
  readonly sheet: string;
  readonly table: string;
  readonly fields: readonly Field[];
  /** The field that names one of them, e.g. as a sheet's name; null for the parameters. */
  readonly nameField: string | null;
}

export const PARAMETERS = "Tham số";
export const ASKED = "Nhập";
export const ORDER = "STT";
export const TOTAL = "Tổng";

/** Contract, section 7. */
const recordTables: readonly (readonly [name: string, table: string, nameField: string])[] = [
  ["Dự án", "tblDuAn", "Mã"],
  ["Nội dung", "tblNoiDung", "Mã"],
  ["Ngân sách", "tblNganSach", "Nội dung"],
  ["Công trình", "tblCongTrinh", "Mã công trình"],
  ["Hoạt động", "tblHoatDong", "Hoạt động"],
  ["Giải ngân", "tblGiaiNgan", "Số chứng từ"],
  ["Hộ", "tblHo", "Họ và tên chủ hộ"],
  ["Kết quả", "tblKetQua", "Chỉ tiêu"],
  ["Xóm", "tblXom", "Thôn xóm"],
];

/** Every record with its fields as they stand in this workbook: staff's own columns are fields too. */
export function templateFields(tables: WorkbookTables): readonly RecordType[] {
  const units = { unit: tables.parameters.unit, detailUnit: tables.parameters.detailUnit };
  const records = recordTables.map(([name, table, nameField]): RecordType => {
    const spec = requireTable(table);
    const added = (tables.table(table)?.headers ?? [])
      .map((header) => header.normalize("NFC").trim())
      .filter((header) => header !== "" && columnSpec(spec, header) === undefined);
    return {
      name,
      sheet: spec.sheet,
      table,
      nameField,
      fields: [
        ...spec.columns.map((column) => ({
          name: column.header,
          kind: column.kind,
          unit:
            column.kind === "money" ? units.unit : column.kind === "detailMoney" ? units.detailUnit : null,
          numberFormat: columnNumberFormat(column, units),
          ours: column.role === "ours",
        })),
        ...added.map((header) => ({
          name: header,
          kind: "any" as const,
          unit: null,
          numberFormat: "General",
          ours: false,
        })),
      ],
    };
  });
  return [parameterRecord(tables), ...records];
}

function parameterRecord(tables: WorkbookTables): RecordType {
  const spec = requireTable("tblThamSo");
  const names = new Map<string, string>();
  const present = tables.table(spec.name)?.column("Tham số") ?? [];
  for (const name of [...present, ...Object.values(parameterNames)]) {
    if (typeof name !== "string" || name.trim() === "") continue;
    const key = nameKey(name);
    if (!names.has(key)) names.set(key, name.normalize("NFC").trim());
  }
  const dates: ReadonlySet<string> = new Set(
    Object.values(parameterNames).filter((name) => parameterFormat(name).startsWith("dd")),
  );
  return {
    name: PARAMETERS,
    sheet: spec.sheet,
    table: spec.name,
    nameField: null,
    fields: [...names.values()].map((name) => ({
      name,
      kind: dates.has(name) ? "date" : "any",
      unit: null,
      numberFormat: parameterFormat(name),
      ours: name.startsWith(RULE_PARAMETER_PREFIX),
    })),
  };
}

/** Names are one whatever their case, spaces, Unicode form and place of tone marks. */
export function nameKey(name: string): string {
  return foldKeepingMarks(name);
}

/** Finds things by name. */
export function byName<T extends { readonly name: string }>(
  things: readonly T[],
): (name: string) => T | undefined {
  const found = new Map(things.map((thing) => [nameKey(thing.name), thing]));
  return (name) => found.get(nameKey(name));
}
