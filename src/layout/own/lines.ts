/** The rows below a header told apart: lines of data, headings that say something for the lines below them, totals, the end. */
import { isCellError, type CellValue, type SheetSnapshot } from "../../book";
import { fold, normalise } from "../../domain";
import type { Programme } from "../../programme";
import { requireTable } from "../sheets";
import { isNumbering, text } from "./headers";
import { meantByHeading, withoutNumber } from "./meanings";
import type { OwnColumn, OwnTableName, Said } from "./model";

export interface Lines {
  /** 0-based sheet rows with data, ascending. */
  readonly rows: readonly number[];
  /** What the headings above each of `rows` say; {} where there are none. */
  readonly said: readonly Said[];
  /** The last row that is data, a heading or a total; the row before the first where there is none. */
  readonly lastRow: number;
}

export interface LineColumns {
  readonly table: OwnTableName;
  readonly columns: readonly OwnColumn[];
  readonly firstRow: number;
  /** 0-based, inclusive. */
  readonly lastRow: number;
}

const keyFields: Readonly<Record<OwnTableName, readonly string[]>> = {
  tblHo: ["Họ và tên chủ hộ"],
  tblNganSach: ["Nội dung", "Mã dự án"],
  tblGiaiNgan: ["Số chứng từ", "Ngày"],
  tblCongTrinh: ["Tên công trình"],
};
const amountKinds: ReadonlySet<string> = new Set(["money", "detailMoney"]);
const NOTHING: Said = {};
/** After so many rows without anything the data is over. */
const LONGEST_GAP = 25;

const SIGNATURE =
  /^(?:nguoi lap|ke toan|chu tich|pho chu tich|tm[. ]|kt[. ]|truong (?:xom|thon|ban)\b|xac nhan|thu truong|noi nhan|nguoi (?:kiem tra|tong hop)|can bo (?:lap|phu trach|tong hop)|dai dien|thu quy|(?:dan tien|[a-z ]{2,30}), ngay\b.*thang|ngay\b.*thang\b.*nam\b|\(?ky[,. ])/;
const SKIPPED = /^(?:\(?bang chu|so tien bang chu|ghi chu\s*:|luu y|\(\*\)|\*|- )/;
const ROMAN = /^(?=[IVXL])X{0,3}(?:IX|IV|V?I{0,3})$/;
const TOTAL =
  /^(?:tong(?: cong| so| chung| hop)?|cong(?: chung| don)?|total|luy ke)(?:\s*(?:[:.…*()-].*|\d.*|$)|\s+(?:xom|thon|ban|xa|toan|du an|tieu du an|nguon|von|thang|quy|nam|ky|phan|muc|i|ii|iii|iv|v|a|b|cac|ho|so|phat sinh|trang|sang|chuyen|mang)\b.*)$/;

export function isTotalText(label: string): boolean {
  if (label.length > 80) return false;
  const bare = withoutNumber(label);
  // "Công ty …" and "Cộng đồng …" begin like a total.
  return !/^(?:công|cộng đồng)(?:\s|$)/iu.test(bare) && TOTAL.test(fold(bare));
}

interface Roles {
  readonly number: number;
  readonly keys: readonly number[];
  readonly amounts: readonly number[];
  /** Columns that only a line of data fills. */
  readonly solid: readonly number[];
  readonly first: number;
  readonly last: number;
}

function rolesOf({ table, columns }: LineColumns): Roles {
  const spec = requireTable(table);
  const kindOf = new Map(spec.columns.map((column) => [column.header, column.kind]));
  const of = (accept: (column: OwnColumn) => boolean): number[] =>
    columns.filter(accept).map((column) => column.column);
  const keys = of((column) => column.field !== null && keyFields[table].includes(column.field));
  const amounts = of((column) => column.field !== null && amountKinds.has(kindOf.get(column.field) ?? ""));
  const weak = new Set(["STT", "Ghi chú", "Kiểm tra"]);
  const numberColumn = columns.find(
    (column) => column.field === "STT" || /^(?:s?tt|số tt|số thứ tự|tt)$/iu.test(column.header.trim()),
  );
  return {
    number: numberColumn?.column ?? -1,
    keys,
    amounts,
    solid: of(
      (column) =>
        column.field !== null &&
        !weak.has(column.field) &&
        !keys.includes(column.column) &&
        !amounts.includes(column.column),
    ),
    first: Math.min(...columns.map((column) => column.column)),
    last: Math.max(...columns.map((column) => column.column)),
  };
}

function isFilled(cell: CellValue | undefined): boolean {
  return (
    cell !== null && cell !== undefined && cell !== "" && !(typeof cell === "string" && cell.trim() === "")
  );
}

/** Headings nest: letters over roman numbers over plain ones. */
interface Heading {
  readonly rank: number;
  readonly said: Said;
}

export function findLines(sheet: SheetSnapshot, where: LineColumns, programme: Programme): Lines {
  const roles = rolesOf(where);
  const pending = pendingRows(sheet, roles);
  const headers = headerTexts(where.columns);
  const rows: number[] = [];
  const said: Said[] = [];
  let headings: Heading[] = [];
  let current: Said = NOTHING;
  /** A heading with amounts of its own and no line below it yet. */
  let lonely: number | null = null;
  const takeLonely = (): void => {
    if (lonely !== null && where.table === "tblNganSach") {
      rows.push(lonely);
      said.push(current);
      lastRow = Math.max(lastRow, lonely);
    }
    lonely = null;
  };
  let lastRow = where.firstRow - 1;
  let gap = 0;
  const end = Math.min(where.lastRow, sheet.values.length - 1);
  for (let row = where.firstRow; row <= end; row += 1) {
    const cells = sheet.values[row]!;
    const kind = kindOf(cells, roles, where.table, headers, pending.has(row));
    if (kind === "blank") {
      if ((gap += 1) > LONGEST_GAP) break;
      continue;
    }
    gap = 0;
    if (kind === "end") break;
    if (kind === "skipped") continue;
    if (kind !== "heading") lastRow = row;
    if (kind === "data") {
      lonely = null;
      rows.push(row);
      said.push(current);
    } else if (kind === "heading") {
      takeLonely();
      const label = labelOf(cells, roles);
      const rank = rankOf(cells, roles, label);
      headings = headings.filter((one) => one.rank < rank);
      const within = sayTogether(headings);
      headings.push({ rank, said: headingSays(label, where.table, programme, within) });
      current = sayTogether(headings);
      if (roles.amounts.some((column) => isFilled(cells[column])) && current["Mã dự án"] !== undefined)
        lonely = row;
    } else takeLonely();
  }
  takeLonely();
  return { rows, said, lastRow };
}

function sayTogether(headings: readonly Heading[]): Said {
  return headings.length === 0 ? NOTHING : Object.assign({}, ...headings.map((one) => one.said));
}

function headingSays(label: string, table: OwnTableName, programme: Programme, within: Said): Said {
  const said = meantByHeading(label, table, programme, within);
  if (Object.keys(said).length > 0 || table !== "tblHo") return said;
  const bare = withoutNumber(label).replace(/\s*[:(].*$/, "");
  return /^\p{Lu}[\p{L}\d'’]*(?: [\p{Lu}\d][\p{L}\d'’]*){0,3}$/u.test(bare) ? { "Thôn xóm": bare } : said;
}

type LineKind = "data" | "heading" | "total" | "skipped" | "blank" | "end";

function kindOf(
  cells: readonly CellValue[],
  roles: Roles,
  table: OwnTableName,
  headers: ReadonlySet<string>,
  isPending: boolean,
): LineKind {
  let solid = 0;
  for (const column of roles.solid) if (isFilled(cells[column])) solid += 1;
  let keys = 0;
  for (const column of roles.keys) if (isFilled(cells[column])) keys += 1;
  const isNumbered = typeof cells[roles.number] === "number";
  if (isNumbered && keys > 0 && solid >= 2 && table !== "tblNganSach" && !isTotalAt(cells, roles)) {
    return "data";
  }
  return lookCloser(cells, roles, table, headers, { solid, keys, isPending });
}

function lookCloser(
  cells: readonly CellValue[],
  roles: Roles,
  table: OwnTableName,
  headers: ReadonlySet<string>,
  counted: { readonly solid: number; readonly keys: number; readonly isPending: boolean },
): LineKind {
  const { solid, keys } = counted;
  const amounts = roles.amounts.filter((column) => isFilled(cells[column])).length;
  const label = labelOf(cells, roles);
  const anyFilled = solid + keys + amounts > 0 || label !== "" || counted.isPending;
  if (!anyFilled) return "blank";
  if (isTotalAt(cells, roles)) return "total";
  const plain = fold(label);
  if (hasSignature(cells) && cells.every((cell) => typeof cell !== "number")) return "end";
  if (solid <= 1 && SKIPPED.test(plain)) return "skipped";
  if (isNumbering(cells) || repeatsHeader(cells, headers)) return "skipped";
  if (isHeading(cells, roles, table, label, { solid, keys, amounts })) return "heading";
  if (keys === 0 && solid === 0 && amounts === 0 && !counted.isPending) return "skipped";
  return "data";
}

function isHeading(
  cells: readonly CellValue[],
  roles: Roles,
  table: OwnTableName,
  label: string,
  counted: { readonly solid: number; readonly keys: number; readonly amounts: number },
): boolean {
  if (label === "") return false;
  const number = text(cells[roles.number]);
  const isNumbered = roles.number >= 0 && (ROMAN.test(number) || /^[A-ZĐ]$/.test(number));
  const isNumberedLabel = /^\s*(?:[IVX]+|[A-ZĐ])\s*[.)/:–-]/.test(label);
  const bare = fold(withoutNumber(label));
  const names =
    /^(?:xom|thon|ban|to dan pho|ap|buon|du an|tieu du an|von (?:dau tu|su nghiep)|nguon von|ho (?:can )?ngheo\b|lang )/.test(
      bare,
    );
  if (table === "tblNganSach") {
    if (isNumbered || isNumberedLabel) return true;
    return names && counted.solid <= 1;
  }
  if (counted.solid > 0) return false;
  if (isNumbered || isNumberedLabel || names) return true;
  return counted.amounts === 0 && !isFilled(cells[roles.number]);
}

/** The text that says what a row is: of a heading that fills a merged row, wherever it begins. */
function labelOf(cells: readonly CellValue[], roles: Roles): string {
  for (const column of roles.keys) {
    const label = text(cells[column]);
    if (label !== "") return label;
  }
  for (let column = 0; column <= roles.last; column += 1) {
    const label = text(cells[column]);
    if (label !== "" && !(column === roles.number && label.length <= 5)) return label;
  }
  return "";
}

function rankOf(cells: readonly CellValue[], roles: Roles, label: string): number {
  const number = text(cells[roles.number]) || (/^\s*([IVXL]+|[A-ZĐ]|\d+)\s*[.)/:–-]/.exec(label)?.[1] ?? "");
  if (/^[A-ZĐ]$/.test(number) && !ROMAN.test(number)) return 0;
  if (ROMAN.test(number)) return 1;
  if (/^\d+(?:\.\d+)*$/.test(number) || typeof cells[roles.number] === "number") return 3;
  return /tieu du an|tda/.test(fold(label)) ? 2.5 : 2;
}

function isTotalAt(cells: readonly CellValue[], roles: Roles): boolean {
  const end = Math.min(roles.last, Math.max(roles.first + 3, ...roles.keys));
  for (let column = roles.first; column <= end; column += 1) {
    const cell = cells[column];
    if (
      typeof cell === "string" &&
      /^\W*(?:\p{L}{1,4}\W+)?[tTcClL]/u.test(cell) &&
      isTotalText(normalise(cell))
    )
      return true;
  }
  return false;
}

function hasSignature(cells: readonly CellValue[]): boolean {
  return cells.some((cell) => typeof cell === "string" && SIGNATURE.test(fold(cell)));
}

function headerTexts(columns: readonly OwnColumn[]): ReadonlySet<string> {
  return new Set(columns.flatMap((column) => column.header.split(" / ")).map(fold));
}

/** A header printed again at the top of a page. */
function repeatsHeader(cells: readonly CellValue[], headers: ReadonlySet<string>): boolean {
  let filled = 0;
  let same = 0;
  for (const cell of cells) {
    if (!isFilled(cell)) continue;
    filled += 1;
    if (typeof cell === "string" && headers.has(fold(cell))) same += 1;
  }
  return same >= 3 && same * 2 > filled;
}

/** Rows whose cells are formulas without values. */
function pendingRows(sheet: SheetSnapshot, roles: Roles): ReadonlySet<number> {
  const columns = new Set([...roles.solid, ...roles.keys, ...roles.amounts]);
  return new Set(sheet.uncalculated.filter((cell) => columns.has(cell.column)).map((cell) => cell.row));
}

/** Whether a cell says anything at all; errors do. */
export function saysSomething(cell: CellValue | undefined): boolean {
  return isFilled(cell) || isCellError(cell);
}
