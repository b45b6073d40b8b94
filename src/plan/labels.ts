/** The parts of a project's text: whom it is for, what is done, with what money, by whom. Found by the words they begin with. */
import type { Paragraph } from "./lines";
import { isBullet } from "./markers";

export type Part = "targets" | "contents" | "budget" | "assignment" | "aside";

export interface PartLabel {
  readonly part: Part;
  /** What follows the label in the same paragraph, "" for nothing. */
  readonly rest: string;
}

const beginnings: readonly (readonly [Part, string])[] = [
  [
    "targets",
    "doi tuong|pham vi|dia ban(?: thuc hien| dau tu)?|nguoi thu huong|doi tuong, pham vi|pham vi, doi tuong",
  ],
  [
    "contents",
    "(?:cac )?(?:noi dung|nhiem vu|hoat dong|hang muc|cong viec)(?: va (?:nhiem vu|noi dung|hoat dong))?|danh muc (?:cong trinh|noi dung|du an)",
  ],
  [
    "budget",
    "(?:tong )?(?:so |muc )?(?:kinh phi|du toan|nguon von|nguon kinh phi|von|nhu cau (?:von|kinh phi)|nguon luc)(?: va (?:nguon von|co cau|du toan|kinh phi|nguon kinh phi))?|ke hoach von|von phan bo|tong (?:so|cong)",
  ],
  [
    "assignment",
    "phan cong|(?:co quan|don vi|bo phan|nguoi)(?:,? (?:va )?(?:co quan|don vi))? (?:chu tri|thuc hien|phoi hop|chiu trach nhiem|tham muu)|chu tri|phoi hop|to chuc thuc hien|trach nhiem|giao nhiem vu",
  ],
  [
    "aside",
    "muc tieu|muc dich|chi tieu|thoi gian|tien do|ket qua|giai phap|yeu cau|dinh muc|muc ho tro|phuong thuc|co che|trinh tu|ho so|quy trinh|thoi han|can cu|dieu kien|nguyen tac|luu y|ghi chu|chu dau tu|cach thuc|hinh thuc",
  ],
];

/** A label, at most a few words more, then a colon, a full stop or nothing. */
const patterns = beginnings.map(([part, words]) => ({
  part,
  whole: new RegExp(`^(?:${words})(?![a-z])(?: [^:;.()]{0,60})?(?: \\([^()]{0,60}\\))?\\s*[:.]?$`),
  before: new RegExp(`^(?:${words})(?![a-z])(?: [^:;.()]{0,60}?)?(?: \\([^()]{0,40}\\))?\\s*:\\s*`),
  bare: new RegExp(
    `^(?:${words})(?: (?:thuc hien|thu huong|ho tro|phan bo|nam \\d{4}|duoc giao|tham gia|tham muu|chinh|cu the|bo tri))*\\s*(?::\\s*|$)`,
  ),
}));

/** "Nội dung số 01: …" and the like name one content, not the part. */
const numberedContent = /^(?:noi dung|hoat dong|nhiem vu)(?: so| thanh phan| thu)? ?0?\d{1,2}\s*[:.–-]?\s*/;

export function numberedContentLabel(paragraph: Paragraph): { readonly rest: string } | null {
  const match = numberedContent.exec(paragraph.flat);
  return match && match[0].length < paragraph.flat.length
    ? { rest: paragraph.body.slice(match[0].length) }
    : null;
}

/**
 * The part that a paragraph opens. Under a bullet only the label itself counts ("- Kinh phí: …"), since bullets are
 * mostly sentences that happen to begin with such words.
 */
export function partLabel(paragraph: Paragraph): PartLabel | null {
  if (numberedContent.test(paragraph.flat)) return null;
  for (const { part, whole, before, bare } of patterns) {
    const match = isBullet(paragraph.marker)
      ? bare.exec(paragraph.flat)
      : (before.exec(paragraph.flat) ?? whole.exec(paragraph.flat));
    if (match) return { part, rest: paragraph.body.slice(match[0].length).trim() };
  }
  return paragraph.marker && !isBullet(paragraph.marker)
    ? amountAfterLabel(paragraph)
    : unmarkedBudget(paragraph);
}

/** "1.3. Vốn phân bổ 720 triệu đồng." has no colon. */
const budgetWords = new RegExp(`^(?:${beginnings[2]![1]})(?![a-z])[^:;.,()\\d]{0,60}(?=\\d)`);

function amountAfterLabel(paragraph: Paragraph): PartLabel | null {
  const match = budgetWords.exec(paragraph.flat);
  return match && /\b(?:dong|trieu|ty|ti|nghin|ngan|trd)\b/.test(paragraph.flat)
    ? { part: "budget", rest: paragraph.body.slice(match[0].length) }
    : null;
}

function unmarkedBudget(paragraph: Paragraph): PartLabel | null {
  return isBullet(paragraph.marker) ? null : amountAfterLabel(paragraph);
}

/** What a section of the whole document is about. */
export type SectionKind = "projects" | "budget" | "organisation" | "elsewhere";

/** By the words of its heading (folded); projects are not looked for in sections that only speak about them. */
export function sectionKind(flat: string): SectionKind {
  if (
    /\b(?:nhiem vu|trach nhiem) (?:cua )?(?:cac )?(?:don vi|co quan|phong|nganh|ban|to chuc|thon|xom)\b/.test(
      flat,
    )
  )
    return "organisation";
  if (
    /\b(?:du an|tieu du an|noi dung|nhiem vu)\b/.test(flat) &&
    !/\b(?:to chuc thuc hien|phan cong)\b/.test(flat)
  )
    return "projects";
  if (/\b(?:to chuc thuc hien|phan cong|trach nhiem)\b/.test(flat)) return "organisation";
  if (
    /\b(?:kinh phi|nguon von|du toan|von thuc hien|nguon luc|phan bo|tong hop von|ke hoach von)\b/.test(flat)
  )
    return "budget";
  if (
    /\b(?:giai phap|muc dich|muc tieu|yeu cau|can cu|nguyen tac|su can thiet|danh gia|dac diem|tinh hinh|che do bao cao|kien nghi|de xuat|kiem tra)\b/.test(
      flat,
    )
  )
    return "elsewhere";
  return "projects";
}
