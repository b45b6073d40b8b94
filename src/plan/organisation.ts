/** The duties of units under "Tổ chức thực hiện", and which unit leads which project there. */
import { flatten } from "./lines";
import type { Paragraph } from "./lines";
import { isBullet, romanValue } from "./markers";
import type { UnitDuties } from "./model";
import { unitKey } from "./units";

const unitHeading =
  /^(?:de nghi |cac |giao (?:nhiem vu )?(?:cho )?)?(?:phong|ban|uy ban|ubnd|ubmttq|mat tran|mttq|tram|truong|van phong|hoi|doan|cong an|trung tam|ong|cac ong|thon|xom|bo phan|cong chuc|ngan hang|phong giao dich|don vi|chu dau tu|to chuc|hat|kho bac)\b/;

/** One entry a unit, in the order of the text; sentences before the first unit are left out. */
export function readOrganisation(
  paragraphs: readonly Paragraph[],
  commune: string | null,
): readonly UnitDuties[] {
  const units: { unit: string; unitKey: string; duties: { text: string; row: number }[]; row: number }[] = [];
  for (const paragraph of paragraphs) {
    const { marker, flat, body, row, table } = paragraph;
    if (table || marker?.style === "roman" || marker?.style === "A") continue;
    const { name, rest } = splitHeading(body);
    const opens = unitHeading.test(flat) && name.length <= 120 && (!isBullet(marker) || rest !== "");
    if (opens && (marker || rest !== "" || body.endsWith(":"))) {
      units.push({
        unit: name,
        unitKey: unitKey(name.replace(/^đề nghị\s+/iu, ""), commune),
        duties: rest === "" ? [] : [{ text: rest, row }],
        row,
      });
    } else units[units.length - 1]?.duties.push({ text: body, row });
  }
  return units;
}

const orders =
  /^(giao (?:nhiem vu )?(?:cho )?)(.{4,80}?)\s+(?=(?:chu tri|tong hop|theo doi|don doc|phoi hop|tham muu|huong dan|kiem tra|bao cao|thuc hien|trien khai|chiu trach nhiem|la )\b)/;

/** "Phòng Kinh tế xã: chủ trì …" and "Giao Phòng Kinh tế chủ trì …" in one line. */
function splitHeading(body: string): { readonly name: string; readonly rest: string } {
  const order = orders.exec(flatten(body));
  if (order)
    return {
      name: body.slice(order[1]!.length, order[1]!.length + order[2]!.length),
      rest: body.slice(order[0].length),
    };
  const at = body.indexOf(":");
  if (at < 0) return { name: body.replace(/[.;]$/, ""), rest: "" };
  return { name: body.slice(0, at).trim(), rest: body.slice(at + 1).trim() };
}

export interface OrganisationLead {
  readonly unit: string;
  readonly number: number;
  readonly subNumber: number | null;
}

/** "chủ trì … Dự án 1, Dự án 4 - Tiểu dự án 1 và các Dự án 6, 8": who leads what, as far as a duty says so. */
export function organisationLeads(units: readonly UnitDuties[]): readonly OrganisationLead[] {
  const leads: OrganisationLead[] = [];
  for (const { unit, duties } of units) {
    let leading = false;
    for (const { text } of duties) {
      const says = /chủ trì/iu.test(text);
      // The list of projects may follow in a paragraph of its own.
      if (says || (leading && /^(?:Dự án|Tiểu dự án)/u.test(text)))
        leads.push(...mentionsOf(text).map((mention) => ({ unit, ...mention })));
      leading = says;
    }
  }
  return leads;
}

const mention =
  /(?:tiểu dự án(?: số)? (\d{1,2})\s*(?:,|-|–|thuộc|của)?\s*(?:thuộc |của )?)?(?<!tiểu )dự án(?: số)? (\d{1,2}|[IVX]{1,4})(?!\p{L})((?:\s*(?:,|và)\s*\d{1,2}(?![\d/.]))*)(?:\s*[-–(:,]?\s*tiểu dự án(?: số)? (\d{1,2}))?/giu;

function mentionsOf(text: string): { number: number; subNumber: number | null }[] {
  // A title between the project and its sub-project says nothing here.
  const short = text.replace(/(dự án \d{1,2})\s*:[^;]*?[-–]\s*(?=tiểu dự án \d)/giu, "$1 - ");
  return [...short.matchAll(mention)].flatMap((match) => {
    const first = /^\d/.test(match[2]!) ? Number(match[2]) : romanValue(match[2]!);
    const sub = match[1] ?? match[4];
    const others = [...(match[3] ?? "").matchAll(/\d+/g)].map((other) => ({
      number: Number(other[0]),
      subNumber: null,
    }));
    return [{ number: first, subNumber: sub === undefined ? null : Number(sub) }, ...others];
  });
}
