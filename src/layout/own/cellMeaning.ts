/** What a cell of the staff's own means in our lists: "Nghèo" is `Hộ nghèo`, "Hỗ trợ làm nhà" is `Nhà ở`. What is not understood stays as it is. */
import type { CellValue } from "../../book";
import { fold, isPlaceholder, normalise } from "../../domain";
import type { Programme } from "../../programme";
import { UNDETAILED_CONTENT } from "../spec";
import {
  meantCapital,
  meantCapitalYear,
  meantContent,
  meantForm,
  meantManner,
  meantProject,
  meantSource,
  meantStatus,
  withoutNumber,
} from "./meanings";

/** What the workbook itself knows, where it has our lists. */
export interface OwnLists {
  readonly programme: Programme;
  /** Folded short name or title of a content → its short name and project, as the workbook lists them. */
  readonly contents: ReadonlyMap<string, { readonly name: string; readonly project: string }>;
  /** Programme code → the plan's code, and the plan's codes themselves. */
  readonly projectCodes: ReadonlyMap<string, string>;
  /** Folded names of villages. */
  readonly villages: ReadonlyMap<string, string>;
  readonly year: number | null;
}

export interface Context {
  readonly project: string | null;
}

const CONTENT_FIELDS = new Set(["Nội dung hỗ trợ", "Nội dung"]);

/** Fields whose words are ours to understand. */
export function understands(field: string): boolean {
  return meaningOf.has(field);
}

/** A cell's value as our list writes it; numbers that are codes ("1" for DA1) too. */
export function cellMeaning(field: string, cell: CellValue, lists: OwnLists, context: Context): CellValue {
  const meaning = meaningOf.get(field);
  if (meaning === undefined || cell === null || typeof cell === "object" || typeof cell === "boolean")
    return cell;
  const text = normalise(String(cell));
  if (text === "" || isPlaceholder(text)) return cell;
  return meaning(text, lists, context) ?? cell;
}

type Meaning = (text: string, lists: OwnLists, context: Context) => string | null;

const meaningOf: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["Diện hộ", (text) => meantStatus(text)],
  [
    "Giới tính",
    (text) => (/^(?:trai|ong)$/.test(fold(text)) ? "Nam" : /^(?:gai|ba)$/.test(fold(text)) ? "Nữ" : null),
  ],
  ["Nội dung hỗ trợ", (text, lists, context) => contentMeant(text, lists, context, true)],
  ["Nội dung", (text, lists, context) => contentMeant(text, lists, context, false)],
  ["Mã dự án", (text, lists) => projectMeant(text, lists)],
  ["Hình thức", (text) => meantForm(text) ?? meantManner(text)],
  ["Nguồn", (text) => meantSource(text)],
  ["Loại vốn", (text) => meantCapital(text)],
  ["Năm vốn", (text, lists) => yearMeant(text, lists)],
  ["Thôn xóm", (text, lists) => villageMeant(text, lists)],
  [
    "Chủ hộ nữ là lao động duy nhất",
    (text) => (/^(?:x|v|co|1|✓|✔|nu)$/.test(fold(text)) ? "x" : /^(?:0|khong)$/.test(fold(text)) ? "" : null),
  ],
]);

function contentMeant(text: string, lists: OwnLists, context: Context, households: boolean): string | null {
  const bare = withoutNumber(text);
  const listed = lists.contents.get(fold(bare)) ?? lists.contents.get(fold(text));
  if (listed) return listed.name;
  if (/^chua (?:chi tiet|phan bo)/.test(fold(bare))) return UNDETAILED_CONTENT;
  const project = households ? null : context.project;
  const meant = meantContent(bare, lists.programme, { households, project });
  if (meant) return meant.value;
  // A line that names a project alone is the whole of it.
  return /^(?:tieu )?du an\b/.test(fold(bare)) ? UNDETAILED_CONTENT : null;
}

/** The project of a content, where its name says so. */
export function projectOfContent(value: CellValue, lists: OwnLists, households: boolean): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  const listed = lists.contents.get(fold(value));
  if (listed) return listed.project;
  const meant = meantContent(value, lists.programme, { households });
  return meant ? planCode(meant.project, lists) : null;
}

function projectMeant(text: string, lists: OwnLists): string | null {
  const code = /^\s*(\d{1,2})\s*$/.exec(text);
  if (code) return planCode(`DA${Number(code[1])}`, lists);
  const meant = meantProject(text, lists.programme);
  return meant === null ? null : planCode(meant.value, lists);
}

/** A code as the plan has it: a number that stands in the plan is the plan's; else the programme's is translated. */
export function planCode(code: string, lists: OwnLists): string {
  return lists.projectCodes.get(code.toLowerCase()) ?? code;
}

function yearMeant(text: string, lists: OwnLists): string | null {
  const year = /^(20\d\d)$/.exec(text)?.[1];
  if (year !== undefined && lists.year !== null) return Number(year) < lists.year ? "Kéo dài" : "Năm nay";
  return meantCapitalYear(text);
}

function villageMeant(text: string, lists: OwnLists): string | null {
  const listed = lists.villages.get(fold(text));
  if (listed !== undefined) return null;
  const bare = text.replace(/^(?:xóm|thôn|bản|ấp|buôn)\s+/iu, "");
  return bare === text ? null : (lists.villages.get(fold(bare)) ?? null);
}

export function isContentField(field: string): boolean {
  return CONTENT_FIELDS.has(field);
}
