/** All of the staff's own sheets of a workbook, and the workbooks' tables that rules run over to check them in place. */
import type { CellValue, Snapshot } from "../../book";
import { fold, type MoneyUnit } from "../../domain";
import type { Programme } from "../../programme";
import { parameterNames, readParameters, type ParameterKey, type Parameters } from "../parameters";
import type { TableView, WorkbookTables } from "../reading";
import type { OwnLists } from "./cellMeaning";
import { findOwnSheets, mayBeTheirs } from "./find";
import { OWN_TABLES, type OwnMapping, type OwnTableName } from "./model";
import { ownView } from "./ownView";
import { readRemembered } from "./remembered";

export interface OwnSheets {
  /** As they are read, in the order of the workbook. */
  readonly mappings: readonly OwnMapping[];
  /** Sheets that a person has left alone. */
  readonly leftAlone: readonly string[];
  /** Sheets with content that are read as nothing: a person may say what they are. */
  readonly others: readonly string[];
}

/** How the workbook's own sheets are read: as a person kept it, else as it is found. */
export function readOwnSheets(snapshot: Snapshot, tables: WorkbookTables, programme: Programme): OwnSheets {
  const remembered = readRemembered(snapshot, tables, programme);
  const decided = new Set(remembered.map((one) => one.sheet));
  const rest = { ...snapshot, sheets: snapshot.sheets.filter((sheet) => !decided.has(sheet.name)) };
  const order = new Map(snapshot.sheets.map((sheet, index) => [sheet.name, index]));
  const mappings = [...remembered.flatMap((one) => one.mappings), ...findOwnSheets(rest, programme)].sort(
    (a, b) => order.get(a.sheet)! - order.get(b.sheet)! || a.firstRow - b.firstRow,
  );
  const mapped = new Set(mappings.map((mapping) => mapping.sheet));
  return {
    mappings,
    leftAlone: remembered.filter((one) => one.mappings.length === 0).map((one) => one.sheet),
    others: rest.sheets
      .filter((sheet) => mayBeTheirs(sheet) && !mapped.has(sheet.name))
      .map((sheet) => sheet.name),
  };
}

/** Lists and tables of ours that the rules compare own rows with. */
const COMPARED: readonly string[] = [
  "tblDuAn",
  "tblNoiDung",
  "tblXom",
  "tblDonVi",
  "tblDanToc",
  "tblDinhMuc",
  "tblThamSo",
];
/** Tables of ours that own rows of another table are compared with. */
const PARTNERS: Readonly<Record<OwnTableName, readonly OwnTableName[]>> = {
  tblHo: ["tblNganSach"],
  tblNganSach: ["tblHo", "tblGiaiNgan"],
  tblGiaiNgan: ["tblNganSach", "tblCongTrinh"],
  tblCongTrinh: ["tblGiaiNgan"],
};
/** Sheets that share this much of their rows are copies: checked apart, or every row would stand twice. */
const COPY = 0.5;

/**
 * Tables for the rules to run over, own sheets in the place of our tables. One for all sheets, and further ones for sheets
 * that repeat the rows of another ("tổng hợp" beside one list a village).
 */
export function ownWorkbooks(
  snapshot: Snapshot,
  tables: WorkbookTables,
  mappings: readonly OwnMapping[],
  programme: Programme,
): WorkbookTables[] {
  if (mappings.length === 0) return [];
  const lists = readLists(tables, programme, yearOf(tables.parameters, mappings));
  return apart(snapshot, mappings, lists).map((group) => {
    const views = OWN_TABLES.map((table) => group.filter((mapping) => mapping.table === table))
      .filter((of) => of.length > 0)
      .map((of) => ownView(snapshot, of, lists))
      .filter((view) => view !== null);
    const given = new Set(views.map((view) => view.spec.name));
    const partners = new Set([...given].flatMap((table) => PARTNERS[table as OwnTableName]));
    const ours = tables.tables.filter(
      ({ spec }) =>
        COMPARED.includes(spec.name) || (partners.has(spec.name as OwnTableName) && !given.has(spec.name)),
    );
    const all = [...ours, ...views];
    const byName = new Map(all.map((view) => [view.spec.name, view]));
    return {
      snapshot,
      parameters: parametersFor(tables, group),
      table: (name) => byName.get(name),
      tables: all,
    };
  });
}

function yearOf(parameters: Parameters, mappings: readonly OwnMapping[]): number | null {
  const own = parameters.value("planYear");
  if (typeof own === "number") return own;
  const years = mappings.map((mapping) => mapping.year).filter((year) => year !== null);
  return years.length > 0 ? Math.max(...years) : null;
}

function readLists(tables: WorkbookTables, programme: Programme, year: number | null): OwnLists {
  const contents = new Map<string, { name: string; project: string }>();
  const content = tables.table("tblNoiDung");
  const texts = (view: TableView | undefined, header: string) =>
    (view?.column(header) ?? []).map((cell) => (typeof cell === "string" ? cell.trim() : ""));
  const projects = texts(content, "Mã dự án");
  const titles = texts(content, "Nội dung");
  texts(content, "Tên ngắn").forEach((name, row) => {
    for (const key of [name, titles[row]!])
      if (key !== "") contents.set(fold(key), { name, project: projects[row]! });
  });
  const projectCodes = new Map<string, string>();
  const codes = texts(tables.table("tblDuAn"), "Mã");
  texts(tables.table("tblDuAn"), "Mã chương trình").forEach((code, row) => {
    if (code !== "") projectCodes.set(code.toLowerCase(), codes[row]!);
  });
  // A number that the plan itself uses is the plan's.
  for (const code of codes) projectCodes.set(code.toLowerCase(), code);
  return {
    programme,
    contents,
    projectCodes,
    villages: new Map(
      texts(tables.table("tblXom"), "Thôn xóm")
        .filter(Boolean)
        .map((name) => [fold(name), name]),
    ),
    year,
  };
}

/** Without parameters of ours the titles' year and the sheets' unit count. */
function parametersFor(tables: WorkbookTables, mappings: readonly OwnMapping[]): Parameters {
  const { parameters } = tables;
  if (tables.table("tblThamSo")) return parameters;
  const year = yearOf(parameters, mappings);
  const unit: MoneyUnit =
    mappings.find((mapping) => mapping.table === "tblNganSach" || mapping.table === "tblCongTrinh")?.unit ??
    "đồng";
  const pairs: [ParameterKey, CellValue][] = [
    ["planYear", year],
    ["unit", unit],
  ];
  return readParameters(pairs.map(([key, value]) => [parameterNames[key], value] as const));
}

function apart(snapshot: Snapshot, mappings: readonly OwnMapping[], lists: OwnLists): OwnMapping[][] {
  const groups: { mappings: OwnMapping[]; keys: Map<string, Set<string>> }[] = [];
  const isAlone = (table: string) => mappings.filter((mapping) => mapping.table === table).length < 2;
  for (const mapping of mappings) {
    const keys = isAlone(mapping.table) ? new Set<string>() : rowKeys(snapshot, mapping, lists);
    const free = groups.find(({ keys: known }) => {
      const others = known.get(mapping.table);
      if (!others || keys.size === 0) return true;
      const shared = [...keys].filter((key) => others.has(key)).length;
      return shared < COPY * Math.min(keys.size, others.size);
    });
    const group = free ?? { mappings: [], keys: new Map<string, Set<string>>() };
    if (!free) groups.push(group);
    group.mappings.push(mapping);
    const known = group.keys.get(mapping.table) ?? new Set();
    for (const key of keys) known.add(key);
    group.keys.set(mapping.table, known);
  }
  return groups.map((group) => group.mappings);
}

const keyHeaders: Readonly<Record<OwnTableName, readonly string[]>> = {
  tblHo: ["Họ và tên chủ hộ", "Số CCCD", "Nội dung hỗ trợ"],
  tblNganSach: ["Mã dự án", "Nội dung", "Loại vốn", "Tổng vốn"],
  tblGiaiNgan: ["Ngày", "Số chứng từ", "Số tiền"],
  tblCongTrinh: ["Tên công trình"],
};

function rowKeys(snapshot: Snapshot, mapping: OwnMapping, lists: OwnLists): Set<string> {
  const view = ownView(snapshot, [mapping], lists);
  if (!view) return new Set();
  const columns = keyHeaders[mapping.table].map((header) => view.column(header));
  return new Set(
    Array.from({ length: view.rowCount }, (_unused, row) =>
      columns
        .map((cells) =>
          String(cells[row] ?? "")
            .toLowerCase()
            .trim(),
        )
        .join("|"),
    ),
  );
}
