/** Who leads and who coordinates, from the sentences that assign the work; and one key for the spellings of a unit. */
import { fold } from "../domain";
import { flatten, trimSigns } from "./lines";

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bvh\s*xh\b|\bvhxh\b/g, "van hoa xa hoi"],
  [/\bubnd\b/g, "uy ban nhan dan"],
  [/\bhdnd\b/g, "hoi dong nhan dan"],
  [/\bubmttq\b/g, "uy ban mat tran to quoc"],
  [/\bmttq\b/g, "mat tran to quoc"],
  [/\bkt\b/g, "kinh te"],
  [/\bvp\b/g, "van phong"],
  [/\bhpn\b/g, "hoi phu nu"],
  [/\blhpn\b/g, "lien hiep phu nu"],
];

/**
 * The same for all spellings of one unit: without marks, case, punctuation and "và", abbreviations written out, and
 * without the "xã" (phường, and the commune's name) at its end.
 */
export function unitKey(name: string, commune: string | null = null): string {
  let key = ` ${fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;
  for (const [pattern, words] of abbreviations) key = key.replace(pattern, words);
  key = key.replace(/ va /g, " ").trim();
  const own =
    commune === null
      ? ""
      : fold(commune)
          .replace(/[^a-z0-9]+/g, " ")
          .trim();
  if (own !== "" && key.endsWith(` ${own}`)) key = key.slice(0, -own.length - 1);
  const bare = key.replace(/ (?:cua )?(?:xa|phuong|thi tran)$/, "");
  return key.endsWith("hop tac xa") ? key : bare;
}

export interface Assignment {
  readonly lead: string | null;
  readonly coordinating: readonly string[];
}

const labelLead =
  /(?:co quan|don vi|bo phan)(?:,? (?:va )?(?:co quan|don vi))? (?:chu tri(?: thuc hien| tham muu)?|chiu trach nhiem(?: chinh)?)\s*[:–-]\s*|(?:^|[.;]\s*)chu tri(?: thuc hien)?\s*:\s*/;
const labelDone = /(?:co quan|don vi|bo phan) (?:thuc hien|tham muu)\s*:\s*/;
const labelWith = /(?:(?:co quan|don vi|bo phan) )?phoi hop(?: thuc hien)?\s*:\s*/;
const leads =
  /(?:[,\s]+(?:la|lam|chiu trach nhiem|co trach nhiem|duoc giao))?(?:[,\s]+(?:co quan|don vi|dau moi|bo phan))?[,\s]+chu tri\b/;
const before =
  /^(?:(?:uy ban nhan dan|ubnd)(?: xa| phuong)?[a-z ]{0,40}? giao (?:cho )?|giao (?:cho |nhiem vu cho )?|do )/;
const afterWith = /\bphoi hop(?: chat che)?(?: voi| cung)?(?: voi)?\s+|\bcung (?:voi )?/;
const verbs =
  /\s*,?\s*\b(?:de )?(?:trien khai|to chuc (?:trien khai|thuc hien|ra soat|xay dung|hoi|kiem|lap|giam)|thuc hien|don doc|tham muu|tong hop|theo doi|kiem tra|giam sat|huong dan|ra soat|lap (?:ke hoach|danh sach|ho so|du toan)|xay dung (?:ke hoach|du an|phuong an|noi dung)|trong viec|nham|de|bao cao|tuyen truyen|cu the|hoan thanh|cap phat|quan ly)\b/;
const unitStart =
  /^(?:cac|phong|ban|tram|truong|cong an|hoi|doan|trung tam|don vi|to chuc|uy ban|ubmttq|mttq|mat tran|van phong|ngan hang|phong giao dich|bo phan|thon|xom|can bo|cong chuc|ong|truong thon|truong xom|kho bac|hat|chi cuc|quan su|doanh nghiep|hop tac xa|chinh quyen|nhan dan|so|bi thu)\b/;

/** Reads one assignment sentence; nulls and nothing where it says nothing of the kind. */
export function readAssignment(text: string): Assignment {
  const flat = flatten(text);
  return { lead: leadOf(text, flat), coordinating: coordinatingOf(text, flat) };
}

/** The unit behind "Đơn vị thực hiện:", which counts where no sentence says "chủ trì". */
export function carriedOutBy(text: string): string | null {
  const match = labelDone.exec(flatten(text));
  return match ? firstUnit(text.slice(match.index + match[0].length)) : null;
}

function leadOf(text: string, flat: string): string | null {
  const label = labelLead.exec(flat);
  if (label) return firstUnit(text.slice(label.index + label[0].length));
  const match = leads.exec(flat);
  if (!match) return null;
  const sentence = Math.max(
    flat.lastIndexOf(". ", match.index),
    flat.lastIndexOf("; ", match.index),
    flat.lastIndexOf(": ", match.index),
  );
  const from = sentence < 0 ? 0 : sentence + 2;
  const head = flat.slice(from, match.index);
  const skipped = before.exec(head)?.[0].length ?? 0;
  const by = head.lastIndexOf(" do ");
  const name = cleanUnit(text.slice(from + (by >= skipped ? by + 4 : skipped), match.index));
  return name !== "" && name.length <= 90 ? name : null;
}

/** Up to the first sign that ends a name, or the words that turn to others. */
function firstUnit(text: string): string | null {
  const flat = flatten(text);
  const end = /[;.(]|,\s|\bchu tri\b|\bphoi hop\b|$/.exec(flat)!.index;
  const name = cleanUnit(text.slice(0, end));
  return name === "" ? null : name;
}

function cleanUnit(text: string): string {
  return trimSigns(text, ":,;.–+*-", true);
}

function coordinatingOf(text: string, flat: string): readonly string[] {
  const label = labelWith.exec(flat);
  const match = label ?? afterWith.exec(flat);
  if (!match || match.index + match[0].length >= flat.replace(/[.;]$/, "").length)
    return helpersBefore(text, flat);
  const from = match.index + match[0].length;
  const tail = flat.slice(from);
  const stop =
    (label ? /\.|;\s*(?:co quan|don vi|bo phan) (?:chu|thuc|tham)/ : /[.;]/).exec(tail)?.index ?? tail.length;
  const verb = label ? null : verbs.exec(tail);
  const end = Math.min(stop, verb ? verb.index : tail.length);
  return splitUnits(text.slice(from, from + end));
}

/** "…; Phòng Văn hóa - Xã hội, các thôn phối hợp." */
function helpersBefore(text: string, flat: string): readonly string[] {
  const match = /(?:^|chu tri[^;.]*[;.,])\s*([^;.]*?)\s+(?:cung )?phoi hop(?: thuc hien)?\s*[.;]?$/.exec(
    flat,
  );
  if (!match || !unitStart.test(match[1]!)) return [];
  const from = flat.lastIndexOf(match[1]!);
  return splitUnits(text.slice(from, from + match[1]!.length));
}

/** Parts a list of units; "phòng, ban" is one, and "và" parts only before what begins like a unit. */
export function splitUnits(text: string): readonly string[] {
  const names: string[] = [];
  const flat = flatten(text);
  let from = 0;
  for (const match of flat.matchAll(/,\s+|;\s+|\s+va\s+|\s+cung\s+/g)) {
    const next = flat.slice(match.index + match[0].length);
    const previous = flat.slice(from, match.index).trim();
    const oneName = /(?:^|\s)phong$/.test(previous) && /^ban\b/.test(next);
    if (oneName || (!/[,;]/.test(match[0]) && !unitStart.test(next))) continue;
    names.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  names.push(text.slice(from));
  return names.map(cleanUnit).filter((name) => name !== "");
}
