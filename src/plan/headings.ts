/**
 * Headings of projects and sub-projects in all the manners of offices: "2. Dự án 4: …", "DỰ ÁN 5 - TIỂU DỰ ÁN 1",
 * "Tiểu dự án 1 - Dự án 5: …", with Arabic or Roman numbers, with both titles in one line, or by the title alone.
 */
import { findAmounts } from "../domain";
import { matchProject } from "../programme";
import type { Programme } from "../programme";
import { flatten, trimSigns } from "./lines";
import { romanValue } from "./markers";

export interface ProjectHeading {
  /** The project's number in the plan; null where the heading gives none. */
  readonly number: number | null;
  readonly subNumber: number | null;
  /** Verbatim; null where the heading gives none. */
  readonly title: string | null;
  readonly subTitle: string | null;
  /** A project's heading, or that of a sub-project (perhaps of a project named above it). */
  readonly isSub: boolean;
  /** Money named in the same line; "" for none. */
  readonly budgetText: string;
}

const number = "(?:so )?0?(\\d{1,2}|[ivx]{1,5})(?![a-z0-9/])";
const project = `(?:du an|d\\.?a)(?: thanh phan)? ?${number}`;
const subProject = `(?:tieu du an|tda|t\\.d\\.a) ?${number}`;
const link = "\\s*(?:[-–—;:,./(]|thuoc|cua)*\\s*(?:thuoc |cua )?";
const start = "^(?:thuc hien |trien khai )?";

const projectFirst = new RegExp(`${start}${project}(?:${link}${subProject})?\\s*\\)?`);
const subFirst = new RegExp(`${start}${subProject}(?:${link}${project})?\\s*\\)?`);
const subWithin = new RegExp(`(?:tieu du an|tda) ?${number}\\s*[:.–-]?\\s*`);
const bareProject = /^(?:du an|tieu du an)\s*[:–-]?\s*/;

/** As sure as a title without a number must be to make a heading. */
const titleAlone = 0.8;

function ordinal(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : romanValue(text.toUpperCase());
}

/** Roman numbers stand in capitals: "Dự án VI", not "dự án vì". */
function matchHeading(pattern: RegExp, body: string, flat: string): RegExpExecArray | null {
  const match = pattern.exec(flat);
  const romans = match?.slice(1).filter((text) => text !== undefined && /^[ivx]/.test(text)) ?? [];
  return match && romans.every((text) => body.slice(0, match[0].length).includes(text.toUpperCase()))
    ? match
    : null;
}

/**
 * A heading with a number, or with the word "dự án" and a title of the programme. `body` is without its marker, `flat`
 * the same folded.
 */
export function parseProjectHeading(
  body: string,
  programme: Programme,
  flat = flatten(body),
): ProjectHeading | null {
  if (!/^(?:thuc hien |trien khai )?(?:d|t)/.test(flat)) return null;
  const sub = matchHeading(subFirst, body, flat);
  if (sub && isHeadingTail(body, flat, sub[0].length)) {
    const { title, budgetText } = splitTitle(body.slice(sub[0].length));
    return {
      number: ordinal(sub[2]),
      subNumber: ordinal(sub[1]),
      title: null,
      subTitle: title,
      isSub: true,
      budgetText,
    };
  }
  const whole = matchHeading(projectFirst, body, flat);
  if (whole && isHeadingTail(body, flat, whole[0].length)) return projectHeading(body, whole);
  const label = bareProject.exec(flat);
  return label ? headingByTitle(body.slice(label[0].length), programme) : null;
}

/** "Dự án 1 và Dự án 4 do …", "Dự án 1 được …" speak about projects; a heading goes on with a sign or a capital. */
function isHeadingTail(body: string, flat: string, at: number): boolean {
  if (/\bva (?:cac )?(?:tieu )?du an (?:so )?\d/.test(flat)) return false;
  const tail = body.slice(at).trimStart();
  if (tail === "" || /^[:.–—(-]/.test(tail))
    return !/^[:.–—(-]*\s*(?:du an|tieu du an) (?:so )?\d/.test(flat.slice(at).trimStart());
  return /^\p{Lu}/u.test(tail) || findAmounts(tail)[0]?.start === 0;
}

function projectHeading(body: string, match: RegExpExecArray): ProjectHeading {
  const projectNumber = ordinal(match[1]);
  if (match[2] !== undefined) {
    const { title, budgetText } = splitTitle(body.slice(match[0].length));
    return {
      number: projectNumber,
      subNumber: ordinal(match[2]),
      title: null,
      subTitle: title,
      isSub: true,
      budgetText,
    };
  }
  const rest = body.slice(match[0].length);
  const within = subWithin.exec(flatten(rest));
  if (!within) {
    const { title, budgetText } = splitTitle(rest);
    return { number: projectNumber, subNumber: null, title, subTitle: null, isSub: false, budgetText };
  }
  const { title: subTitle, budgetText } = splitTitle(rest.slice(within.index + within[0].length));
  return {
    number: projectNumber,
    subNumber: ordinal(within[1]),
    title: cleanTitle(rest.slice(0, within.index)),
    subTitle,
    isSub: true,
    budgetText,
  };
}

/** A heading that is a title of the programme and nothing else. */
export function headingByTitle(body: string, programme: Programme): ProjectHeading | null {
  const { title, budgetText } = splitTitle(body);
  if (title === null || !/^\p{Lu}/u.test(title) || title.length > 400) return null;
  const match = matchProject(programme, title);
  if (!match || match.similarity < titleAlone) return null;
  if (match.subProject)
    return { number: null, subNumber: null, title: null, subTitle: title, isSub: true, budgetText };
  return { number: null, subNumber: null, title, subTitle: null, isSub: false, budgetText };
}

function cleanTitle(text: string): string | null {
  const title = trimSigns(text, ":.;,–—(-", true);
  return title === "" ? null : title;
}

const moneyWords =
  /(?:[\s,:;(.–-]+(?:voi |la )?(?:tong )?(?:so |muc )?(?:kinh phi|von|du toan|nguon von|so tien)(?![a-z])[^:,;()]*)?[\s:,;(–-]*$/;

/** Parts "title: 720 triệu đồng (…)" where money stands in the heading itself. */
function splitTitle(text: string): { readonly title: string | null; readonly budgetText: string } {
  const amount = findAmounts(text)[0];
  if (!amount) return { title: cleanTitle(text), budgetText: "" };
  const head = text.slice(0, amount.start);
  const near = Math.max(0, head.length - 200);
  const cut = near + (moneyWords.exec(flatten(head.slice(near)))?.index ?? head.length - near);
  return { title: cleanTitle(head.slice(0, cut)), budgetText: text.slice(cut).replace(/^[\s,:;.–-]+/, "") };
}
