/** What stands around the plan's body: number, date, commune, title, legal bases; recipients and signature. */
import { fold, isoDate, parseVietnameseDate } from "../domain";
import { trimSigns } from "./lines";
import type { Paragraph } from "./lines";
import { isBullet } from "./markers";
import type { Plan, PlanSignatory } from "./model";

export interface DocumentHead extends Pick<
  Plan,
  | "number"
  | "date"
  | "commune"
  | "communeKind"
  | "province"
  | "oldDistrict"
  | "year"
  | "subject"
  | "legalBases"
> {
  /** Where the number or date should stand and cannot be read. */
  readonly row: number | null;
}

const numberPattern =
  /(?:^|\s)Số\s*:?\s*(\d{1,5})\s*\/\s*((?:\d{4}\s*\/\s*)?KH\s*-\s*[\p{Lu}\d]+(?:-[\p{Lu}\d]+)*)/iu;
const dateLine = /(?:^|\s)(\p{Lu}[\p{L} ]{1,40}?),\s*(ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})/u;
const placeName = /\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,4}/uy;
const legalBasis =
  /^(?:can cu|thuc hien (?:quyet dinh|nghi quyet|ke hoach|cong van|nghi dinh|thong tu|huong dan|van ban|chi thi)|theo de nghi|xet de nghi)\b/;
const legalText =
  /^(?:quyet dinh|nghi quyet|ke hoach|cong van|nghi dinh|thong tu|luat|huong dan)\b.{0,20}\bso\b/;

export function readHead(paragraphs: readonly Paragraph[], head: readonly Paragraph[]): DocumentHead {
  const top = head.filter((paragraph) => !paragraph.table);
  const numbered = firstMatch(top, numberPattern);
  const dated = firstMatch(top, dateLine);
  const subject = readSubject(top);
  const date = dated ? readDate(dated.match[2]!) : null;
  const commune = readCommune(top, paragraphs, dated?.match[1] ?? null);
  return {
    number: numbered ? `${numbered.match[1]}/${numbered.match[2]!.replace(/\s+/g, "").toUpperCase()}` : null,
    date,
    ...commune,
    province:
      capitalPlace(top, "TỈNH") ?? majority(placesOf(top, "tỉnh")) ?? majority(placesOf(paragraphs, "tỉnh")),
    oldDistrict:
      majority(placesOf(top, "huyện")) ??
      capitalPlace(top, "HUYỆN") ??
      majority(placesOf(paragraphs, "huyện")),
    year: readYear(subject, date),
    subject,
    legalBases: readLegalBases(paragraphs),
    row: (top.find((paragraph) => /^so\s*:/.test(paragraph.flat)) ?? top[0])?.row ?? null,
  };
}

function firstMatch(
  paragraphs: readonly Paragraph[],
  pattern: RegExp,
): { match: RegExpExecArray; paragraph: Paragraph } | null {
  for (const paragraph of paragraphs) {
    const match = pattern.exec(paragraph.text);
    if (match) return { match, paragraph };
  }
  return null;
}

function readDate(text: string): string | null {
  const reading = parseVietnameseDate(text.replace(/\s+/g, " "));
  return reading.kind === "date" ? isoDate(reading) : null;
}

/** What stands between "KẾ HOẠCH" and the first legal basis. */
function readSubject(head: readonly Paragraph[]): string | null {
  const at = head.findIndex(
    (paragraph) => /^ke hoach\b/.test(paragraph.flat) && paragraph.body.startsWith("KẾ HOẠCH"),
  );
  if (at < 0) return null;
  const own = head[at]!.body.slice("KẾ HOẠCH".length).trim();
  const lines = own === "" ? [] : [own];
  for (const paragraph of head.slice(at + 1)) {
    if (
      legalBasis.test(paragraph.flat) ||
      /^phan (?:[ivx]+|\d|thu)\b/.test(paragraph.flat) ||
      paragraph.marker ||
      lines.join(" ").length > 400
    )
      break;
    lines.push(paragraph.text);
  }
  return lines.length > 0 ? lines.join(" ").replace(/[.;]$/, "") : null;
}

/** The last year of the title that is no bound of a period, else the year of the date. */
function readYear(subject: string | null, date: string | null): number | null {
  const years = [
    ...(subject ?? "").matchAll(/(?<!(?:từ|đến|TỪ|ĐẾN)\s+)(?:năm|NĂM)\s+(20\d\d)(?!\s*[-–]\s*\d)/gu),
  ].map((match) => Number(match[1]));
  return years[years.length - 1] ?? (date === null ? null : Number(date.slice(0, 4)));
}

function readCommune(
  head: readonly Paragraph[],
  all: readonly Paragraph[],
  datePlace: string | null,
): Pick<Plan, "commune" | "communeKind"> {
  for (const kind of ["xã", "phường", "thị trấn"] as const) {
    const inHead = placesOf(head, kind);
    const named = inHead.length > 0 ? inHead : placesOf(all, kind);
    const capital = capitalPlace(head, kind.toUpperCase());
    const name = named.find((text) => text === datePlace) ?? capital ?? majority(named);
    if (name !== null) return { commune: name, communeKind: kind };
  }
  return {
    commune: datePlace === null ? null : datePlace.replace(/^(?:Xã|Phường|Thị trấn)\s+/u, ""),
    communeKind: null,
  };
}

/** All names that stand behind the word, in the order of the text. */
function placesOf(paragraphs: readonly Paragraph[], kind: string): readonly string[] {
  const names: string[] = [];
  for (const { text } of paragraphs) {
    for (const word of [`${kind} `, `${kind.charAt(0).toUpperCase()}${kind.slice(1)} `]) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        placeName.lastIndex = at + word.length;
        const name = at > 0 && /\p{L}/u.test(text[at - 1]!) ? undefined : placeName.exec(text)?.[0];
        if (name !== undefined && (name !== name.toUpperCase() || name.length < 3)) names.push(name);
      }
    }
  }
  return names;
}

/** "XÃ DÂN TIẾN" of a head in capitals, written as a name. */
function capitalPlace(head: readonly Paragraph[], kind: string): string | null {
  const pattern = new RegExp(`(?<!\\p{L})${kind}\\s+(?!HỘI\\b)(\\p{Lu}{2,}(?:\\s+\\p{Lu}{2,}){0,3})$`, "u");
  for (const paragraph of head) {
    const match = paragraph.text.length < 120 ? pattern.exec(paragraph.text) : null;
    if (match && !match[1]!.startsWith("HỘI")) {
      return match[1]!
        .split(/\s+/)
        .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
        .join(" ");
    }
  }
  return null;
}

function majority(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > counts.get(best)!) best = name;
  return best;
}

/** "Căn cứ …" of the head, and the list under a section "Căn cứ". */
function readLegalBases(paragraphs: readonly Paragraph[]): readonly string[] {
  const bases: string[] = [];
  let listed = false;
  for (const paragraph of paragraphs) {
    const { flat, body, marker } = paragraph;
    if (
      /^(?:du an|tieu du an|doi tuong)\b/.test(flat) ||
      (bases.length > 0 && /^(?:muc dich|noi dung)\b/.test(flat))
    )
      break;
    if (/^(?:cac )?can cu\b[a-z ]{0,40}:?$/.test(flat)) listed = true;
    else if (legalBasis.test(flat) || (listed && legalText.test(flat))) bases.push(trimSigns(body));
    else if (listed && marker && !isBullet(marker)) listed = false;
  }
  return bases;
}

const authorityLine =
  /^(?:(?:TM|KT|TUQ|TL|Q)\s?\.|QUYỀN\s|CHỦ TỊCH|PHÓ CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|TRƯỞNG |PHÓ TRƯỞNG |BÍ THƯ)/u;
/** Where one line of authority ends and the next begins, if an extract has put them into one. */
const authorityBreak =
  /\s+(?=(?:KT|TUQ|TL|Q)\s?\.)|(?<!(?:KT|TUQ|TL|Q)\s?\.|PHÓ)\s+(?=CHỦ TỊCH)|\s+(?=PHÓ CHỦ TỊCH)/u;
const personName = /^(?:(?:Ông|Bà|Đ\/c|Ths\.|ThS\.)\s+)?(\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5})$/u;

export interface DocumentFoot {
  readonly recipients: readonly string[];
  readonly signatory: PlanSignatory;
}

/** Lines come in any order: a page's two columns may be read one after the other. */
export function readFoot(foot: readonly Paragraph[]): DocumentFoot {
  const recipients: string[] = [];
  const authority: string[] = [];
  let name: string | null = null;
  for (const { text, body, flat, marker, table } of foot) {
    if (table) continue;
    if (authorityLine.test(text)) authority.push(...text.split(authorityBreak));
    else if (/^noi nhan\b/.test(flat)) recipients.push(...inlineRecipients(body));
    else if (isBullet(marker)) recipients.push(trimSigns(body));
    else if (/^\(|^(?:da ky|ky ten)/.test(flat)) continue;
    else name = personName.exec(body)?.[1] ?? name;
  }
  return {
    recipients: recipients.filter((text) => text !== ""),
    signatory: { authority, title: signerTitle(authority), name },
  };
}

/** "Nơi nhận: - Sở …; - Đảng ủy …" in one line. */
function inlineRecipients(body: string): readonly string[] {
  return body
    .replace(/^[^:]*:?/u, "")
    .split(/;\s*[-–+]?\s*|(?:^|\s)[-–]\s+(?=\p{Lu})/u)
    .map((text) => trimSigns(text, ":;.,–-+", true));
}

/** "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" → "Phó Chủ tịch": the signer's office is the last line. */
function signerTitle(authority: readonly string[]): string | null {
  const last = authority[authority.length - 1];
  if (last === undefined) return null;
  const office = last.replace(/^(?:TM|KT|TUQ|TL|Q)\s?\.\s?/u, "");
  const known: Readonly<Record<string, string>> = { "chu tich": "Chủ tịch", "pho chu tich": "Phó Chủ tịch" };
  return known[fold(office)] ?? office.charAt(0) + office.slice(1).toLowerCase();
}
