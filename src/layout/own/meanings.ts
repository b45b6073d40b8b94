/** What staff's words mean in our lists: a content, a project, a kind of capital, a village; for headers, titles, group rows and cells. */
import { fold, normalise } from "../../domain";
import { allContents, householdContents, matchProject, type Programme } from "../../programme";
import type { Said } from "./model";
import { headerText, saysPhrase } from "./words";

export interface Meant {
  readonly value: string;
  /** 0 to 1. */
  readonly certainty: number;
}

interface KnownContent {
  readonly name: string;
  readonly project: string;
  readonly phrases: readonly string[];
  readonly forHouseholds: boolean;
}

const known = new WeakMap<Programme, readonly KnownContent[]>();

function contentsOf(programme: Programme): readonly KnownContent[] {
  let list = known.get(programme);
  if (!list) {
    const forHouseholds = new Set(householdContents(programme).map((content) => content.code));
    list = allContents(programme).map((content) => ({
      name: content.shortName,
      project: content.code.replace(/\.ND.*$/, ""),
      phrases: [content.shortName, content.title, ...content.aliases].map(bareContent),
      forHouseholds: forHouseholds.has(content.code),
    }));
    known.set(programme, list);
  }
  return list;
}

/** The words of a content without those that every content has. */
function bareContent(text: string): string {
  return headerText(text)
    .replace(
      /\b(?:ho tro|truc tiep|kinh phi|so tien|noi dung|giai quyet|cap|xay dung|xay moi|lam|dong)\b/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
}

const NEAR_CONTENT = 0.62;
const BEGINNING = 0.85;

const meantContents = new WeakMap<Programme, Map<string, ContentMeant | null>>();
const MOST_MEANT = 5000;

export interface ContentMeant extends Meant {
  /** Programme code. */
  readonly project: string;
}

/** The content that a header or a cell names; null where none or more than one is meant. */
export function meantContent(
  text: string,
  programme: Programme,
  where: { readonly households?: boolean; readonly project?: string | null } = {},
): ContentMeant | null {
  let known = meantContents.get(programme);
  if (!known) meantContents.set(programme, (known = new Map()));
  const key = `${where.households === true} ${where.project ?? ""} ${text}`;
  let meant = known.get(key);
  if (meant === undefined) {
    meant = nearestContent(text, programme, where);
    if (known.size >= MOST_MEANT) known.clear();
    known.set(key, meant);
  }
  return meant;
}

function nearestContent(
  text: string,
  programme: Programme,
  where: { readonly households?: boolean; readonly project?: string | null },
): ContentMeant | null {
  const asked = bareContent(text);
  if (asked === "") return null;
  const among = contentsOf(programme).filter(
    (content) =>
      (where.households !== true || content.forHouseholds) &&
      (where.project == null ||
        content.project === where.project ||
        content.project.startsWith(`${where.project}.`)),
  );
  let best: ContentMeant | null = null;
  let second = 0;
  for (const content of among) {
    const score = Math.max(
      ...content.phrases.map((phrase) => (phrase === "" ? 0 : saysPhrase(asked, phrase))),
    );
    if (score > (best?.certainty ?? 0)) {
      second = best?.certainty ?? 0;
      best = { value: content.name, project: content.project, certainty: score };
    } else second = Math.max(second, score);
  }
  if (best && best.certainty >= NEAR_CONTENT && best.certainty > second) return best;
  const begun = among.filter(
    (content) => content.forHouseholds && content.phrases.some((phrase) => phrase.startsWith(`${asked} `)),
  );
  if (begun.length !== 1) return null;
  return { value: begun[0]!.name, project: begun[0]!.project, certainty: BEGINNING };
}

/** `Tiểu dự án 1, Dự án 4` → `DA4.TDA1`; a title of the programme without a number by its words. */
export function meantProject(text: string, programme: Programme, within: string | null = null): Meant | null {
  const plain = fold(text);
  const code = /^\s*(?:da|du an)?\s*(\d{1,2})\s*[.\-_ ]\s*(?:tda|tieu du an)\s*(\d{1,2})\b/.exec(plain);
  if (code) return { value: `DA${Number(code[1])}.TDA${Number(code[2])}`, certainty: 0.95 };
  const part = /(?:tieu du an|tda)\s*(?:so\s*)?(\d{1,2})\b/.exec(plain);
  const whole = new Set(
    [
      ...plain
        .replace(/(?:tieu du an|tda)\s*(?:so\s*)?\d{1,2}/g, " ")
        .matchAll(/(?:du an|\bda)\s*(?:thanh phan\s*)?(?:so\s*)?(\d{1,2})\b/g),
    ].map((match) => `DA${Number(match[1])}`),
  );
  if (whole.size > 1) return null;
  const project = [...whole][0] ?? (part ? within?.replace(/\..*$/, "") : undefined);
  if (project !== undefined)
    return { value: part ? `${project}.TDA${Number(part[1])}` : project, certainty: 0.95 };
  const title = normalise(text).replace(/^.*?(?:tiểu dự án|dự án)\s*:?/iu, "");
  if (title.length < 20) return null;
  const match = matchProject(programme, title);
  if (!match) return null;
  return { value: match.subProject?.code ?? match.project.code, certainty: match.similarity * 0.95 };
}

export function meantCapital(text: string): string | null {
  const plain = headerText(text);
  const invests = /\b(?:von|nguon|chi) dau tu\b|^dau tu$|^dau tu von$/.test(plain);
  const recurrent = /\bsu nghiep\b|\bthuong xuyen\b/.test(plain);
  if (invests === recurrent) return null;
  return invests ? "Đầu tư" : "Sự nghiệp";
}

export function meantCapitalYear(text: string): string | null {
  const plain = fold(text);
  if (/keo dai|chuyen nguon|chuyen sang/.test(plain)) return "Kéo dài";
  return /\bnam nay\b|\b(?:von|ke hoach|giao|du toan)[a-z ]*\bnam 20\d\d\b/.test(plain) ? "Năm nay" : null;
}

export function meantSource(text: string): string | null {
  const plain = headerText(text);
  const central = /\bnstw\b/.test(plain);
  const local = /\bnsdp\b|\bngan sach (?:tinh|huyen|xa)\b/.test(plain);
  const other = /\b(?:von|nguon) khac\b|\bhuy dong\b/.test(plain);
  if (Number(central) + Number(local) + Number(other) !== 1) return null;
  return central ? "NSTW" : local ? "NSĐP" : "Vốn khác";
}

export function meantManner(text: string): string | null {
  const plain = fold(text);
  if (/thu hoi/.test(plain)) return "Thu hồi tạm ứng";
  if (/giam chi|nop tra|nop lai/.test(plain)) return "Giảm chi";
  const advance = /tam ung|^tu$/.test(plain);
  const payment = /thanh toan(?! tam ung)|^tt$|thuc chi|chi tra/.test(plain);
  if (advance === payment) return null;
  return advance ? "Tạm ứng" : "Thanh toán";
}

export function meantStatus(text: string): string | null {
  const plain = fold(text).replace(/^dien\s+/, "");
  if (/^(?:ho )?can ngheo\b|^(?:hcn|cn|can)$/.test(plain)) return "Hộ cận nghèo";
  if (/^(?:ho )?ngheo\b|^(?:hn)$/.test(plain)) return "Hộ nghèo";
  return /^(?:ho )?(?:khac|trung binh|kha|khong ngheo|moi thoat ngheo|thoat ngheo)$/.test(plain)
    ? "Khác"
    : null;
}

export function meantForm(text: string): string | null {
  const plain = fold(text);
  const fresh = /xay moi|lam moi|lam nha moi|^(?:xm|moi)$|xay dung moi/.test(plain);
  const repair = /sua chua|cai tao|^(?:sc|sua)$|nang cap/.test(plain);
  return fresh === repair ? null : fresh ? "Xây mới" : "Sửa chữa";
}

const VILLAGE =
  /^(?:địa bàn\s+)?(?:(?:xóm|thôn|bản|ấp|buôn|khu|tổ dân phố|tổ)\s+(?=\S)|(?=làng\s+\S))([\p{L}\d][\p{L}\d'’ ]{0,40}?)\s*(?:[:;,.(–-].*|\d+\s*hộ.*)?$/iu;

/** `Xóm Làng Mười: 12 hộ` → `Làng Mười`. */
export function meantVillage(text: string): string | null {
  const name = VILLAGE.exec(normalise(text))?.[1]?.trim();
  return name === undefined || name === "" ? null : titleCase(name);
}

/** Capitals throughout are a way of writing headings. */
function titleCase(name: string): string {
  if (name !== name.toUpperCase() || !/\p{L}{2}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|\s)(\p{L})/gu, (_all, space: string, letter: string) => space + letter.toUpperCase());
}

const ENUMERATION = /^\s*(?:(?:[IVXLivxl]+|[A-ZĐa-zđ]|\d{1,3})(?:\s*[.)/:–-]\s*|\s*$)|[-+*•]\s*)+/u;

/** A label without the number or sign before it. */
export function withoutNumber(label: string): string {
  return normalise(label).replace(ENUMERATION, "");
}

/** What a heading among the rows says for those below it. */
export function meantByHeading(label: string, table: string, programme: Programme, within: Said): Said {
  const bare = withoutNumber(label);
  const said: Record<string, string> = {};
  const content = table === "tblHo" ? "Nội dung hỗ trợ" : "Nội dung";
  const project = meantProject(bare, programme, within["Mã dự án"] ?? null);
  if (project && project.certainty >= 0.7) said["Mã dự án"] = project.value;
  const village = meantVillage(bare);
  if (village && table !== "tblGiaiNgan") said[table === "tblNganSach" ? "Địa bàn" : "Thôn xóm"] = village;
  if (table !== "tblHo") {
    const capital = meantCapital(bare);
    if (capital) said["Loại vốn"] = capital;
    const year = meantCapitalYear(bare);
    if (year) said["Năm vốn"] = year;
  }
  if (table === "tblHo") {
    const status = meantStatus(bare);
    if (status) said["Diện hộ"] = status;
  }
  if (Object.keys(said).length === 0) {
    const meant = meantContent(bare.replace(/[:(].*$/, ""), programme, { households: table === "tblHo" });
    if (meant) said[content] = meant.value;
  }
  return said;
}
