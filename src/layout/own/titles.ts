/** What stands around a header: titles that say something for the whole sheet, its unit, its year. */
import type { SheetSnapshot } from "../../book";
import { fold, normalise, type MoneyUnit } from "../../domain";
import type { Programme } from "../../programme";
import { requireTable } from "../sheets";
import { unitIn } from "./foundColumns";
import { text } from "./headers";
import { meantCapital, meantContent, meantManner, meantProject, meantSource, meantVillage } from "./meanings";
import type { OwnConstant, OwnTableName } from "./model";

export interface Titles {
  readonly lines: readonly string[];
  /** All of them folded, one after another. */
  readonly plain: string;
  readonly unit: MoneyUnit | null;
  readonly year: number | null;
}

const MOST_LINES = 15;

/** Texts from `from` (inclusive) to `to` (exclusive), over these columns. */
export function readTitles(
  sheet: SheetSnapshot,
  from: number,
  to: number,
  firstColumn = 0,
  lastColumn = Infinity,
): Titles {
  const lines: string[] = [];
  for (let row = Math.max(from, to - MOST_LINES); row < to; row += 1)
    (sheet.values[row] ?? []).forEach((cell, column) => {
      if (column >= firstColumn && column <= lastColumn && text(cell) !== "") lines.push(text(cell));
    });
  const plain = fold(lines.join(" \n "));
  const years = [...plain.matchAll(/\bnam\s+(20\d\d)\b/g)].map((match) => Number(match[1]));
  const titled = lines.filter((line) => !/^\W*(?:số|căn cứ|\(kèm theo|\(ban hành)/iu.test(line));
  const inTitle = [...fold(titled.join("\n")).matchAll(/\bnam\s+(20\d\d)\b/g)].map((match) =>
    Number(match[1]),
  );
  const spoken = inTitle.length > 0 ? inTitle : years;
  return { lines, plain, unit: unitOf(lines), year: spoken.length > 0 ? Math.max(...spoken) : null };
}

function unitOf(lines: readonly string[]): MoneyUnit | null {
  for (const line of [...lines].reverse()) {
    const plain = fold(line);
    if (
      /\b(?:don vi(?: tinh)?|dvt|dv tinh)\b/.test(plain) ||
      /[([][^)\]]*(?:dong|trd|vnd)[^)\]]*[)\]]/.test(plain)
    ) {
      const unit = unitIn(line);
      if (unit) return unit;
    }
  }
  return null;
}

/** What the titles (and the sheet's name) say for fields that no column gives. `missing`: those fields. */
export function constantsFrom(
  titles: Titles,
  sheetName: string,
  table: OwnTableName,
  missing: (field: string) => boolean,
  programme: Programme,
): OwnConstant[] {
  const constants: OwnConstant[] = [];
  const known = new Set(requireTable(table).columns.map((column) => column.header));
  const say = (field: string, value: string | null | undefined, confidence: number): void => {
    if (value != null && known.has(field) && missing(field)) constants.push({ field, value, confidence });
  };
  const lines = titles.lines.filter((line) => !/^\W*(?:ubnd|ủy ban|cộng hòa|độc lập)/iu.test(line));
  say("Mã dự án", ...spread(oneProject(lines, programme)));
  say("Thôn xóm", village(lines, sheetName), 0.85);
  if (table === "tblHo") {
    say("Nội dung hỗ trợ", ...spread(oneContent(lines, sheetName, programme)));
    const poor = /\bho ngheo\b/.test(titles.plain);
    const nearPoor = /\bcan ngheo\b/.test(titles.plain);
    if (poor !== nearPoor) say("Diện hộ", poor ? "Hộ nghèo" : "Hộ cận nghèo", 0.75);
  } else {
    say("Loại vốn", meantCapital(titles.plain.replace(/\n/g, " ")), 0.85);
    say(
      "Năm vốn",
      /keo dai|chuyen nguon|chuyen sang/.test(titles.plain) ? "Kéo dài" : titles.year ? "Năm nay" : null,
      0.75,
    );
  }
  if (table === "tblGiaiNgan") {
    say("Nguồn", meantSource(titles.plain), 0.75);
    say("Hình thức", meantManner(titles.plain), 0.7);
  }
  return constants;
}

function spread(
  meant: { readonly value: string; readonly certainty: number } | null,
): [string | null, number] {
  return meant === null ? [null, 0] : [meant.value, Math.round(meant.certainty * 100) / 100];
}

function oneProject(lines: readonly string[], programme: Programme): ReturnType<typeof meantProject> {
  const meant = lines
    .map((line) => meantProject(line, programme))
    .filter((one) => one !== null && one.certainty >= 0.6);
  const values = new Set(meant.map((one) => one!.value));
  const [first] = meant;
  if (values.size === 1) return first!;
  // A project in one line and its sub-project in the next.
  const longest = [...values].sort((a, b) => b.length - a.length)[0];
  return longest !== undefined && [...values].every((value) => longest.startsWith(value))
    ? meant.find((one) => one!.value === longest)!
    : null;
}

function oneContent(lines: readonly string[], sheetName: string, programme: Programme) {
  for (const line of [...lines, sheetName]) {
    const at = /(?:hỗ trợ|về|nội dung)\s+(?:kinh phí\s+|làm\s+|xây dựng\s+)?(.+)/iu.exec(normalise(line));
    if (!at && line !== sheetName) continue;
    // Several contents in one title are none.
    const tail = at?.[1] ?? sheetName;
    const parts = tail.split(/[,;]| và /iu).map((part) =>
      meantContent(part.replace(/\s+(?:năm|cho|theo|thuộc|xã|xóm|từ|–|-).*$/iu, ""), programme, {
        households: true,
      }),
    );
    const found = parts.filter((part) => part !== null);
    if (new Set(found.map((part) => part.value)).size === 1)
      return { value: found[0]!.value, certainty: Math.min(found[0]!.certainty, 0.85) };
  }
  return null;
}

function village(lines: readonly string[], sheetName: string): string | null {
  for (const line of lines) {
    const own = meantVillage(line);
    if (own && own.length <= 25) return own;
    const within =
      /(?:^|\s)(?:xóm|thôn|bản|tổ dân phố)\s+((?:\p{Lu}[\p{L}’']*|\d+)(?:\s+(?:\p{Lu}[\p{L}’']*|\d+)){0,3})/u.exec(
        line,
      );
    if (within && within[1] !== within[1]!.toUpperCase()) return within[1]!;
    const capitals = /(?:XÓM|THÔN|BẢN)\s+(\p{Lu}[\p{Lu}\d ]*?)(?=\s*(?:[,;.(–-]|XÃ|NĂM|$))/u.exec(line);
    if (capitals) return meantVillage(`Xóm ${capitals[1]!}`);
  }
  const named = meantVillage(sheetName.replace(/^(?:DS|danh sách)\s+/iu, ""));
  return named !== null && /^(?:ds\s+|danh sách\s+)?(?:xóm|thôn|bản)\b/iu.test(sheetName) ? named : null;
}
