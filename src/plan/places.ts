/** Where a heading stands among the projects: its code, its titles, and which project of the programme it is. */
import { matchProject } from "../programme";
import type { Programme } from "../programme";
import type { ProjectHeading } from "./headings";

/** A heading together with what stands above it. */
export interface Place {
  readonly code: string;
  readonly programmeCode: string | null;
  readonly title: string;
  readonly subProject: { readonly code: string; readonly title: string } | null;
  /** false where the document gives no number and the programme's stands in. */
  readonly numbered: boolean;
}

/** Gives each heading, in the order of the text, its code and titles. */
export function placesOf(headings: readonly ProjectHeading[], programme: Programme): readonly Place[] {
  const titles = new Map<number, string>();
  let above: number | null = null;
  return headings.map((heading) => {
    const number: number | null =
      heading.number ?? (heading.isSub && heading.subNumber !== null ? above : null);
    if (heading.title !== null && number !== null && !titles.has(number)) titles.set(number, heading.title);
    if (number !== null) above = number;
    const title = heading.title ?? (number === null ? null : (titles.get(number) ?? null));
    return placeOf(heading, number, title, programme);
  });
}

function placeOf(
  heading: ProjectHeading,
  number: number | null,
  title: string | null,
  programme: Programme,
): Place {
  const match =
    title === null && heading.subTitle === null
      ? null
      : matchProject(programme, title ?? heading.subTitle!, title === null ? null : heading.subTitle);
  const projectNumber = number ?? match?.project.number ?? 0;
  const subNumber = heading.subNumber ?? (heading.isSub ? (match?.subProject?.number ?? null) : null);
  const code = subNumber === null ? `DA${projectNumber}` : `DA${projectNumber}.TDA${subNumber}`;
  return {
    code,
    programmeCode: match ? (match.subProject ?? match.project).code : null,
    title: title ?? match?.project.title ?? "",
    subProject: subNumber === null ? null : { code: `TDA${subNumber}`, title: heading.subTitle ?? "" },
    numbered: number !== null && (!heading.isSub || heading.subNumber !== null),
  };
}

/** The heading that would give this place, for rows that stand under it elsewhere. */
export function headingOf({ code, title, subProject }: Place): ProjectHeading {
  const [project, sub] = code.split(".");
  return {
    number: Number(project!.slice("DA".length)),
    subNumber: sub === undefined ? null : Number(sub.slice("TDA".length)),
    title: title === "" ? null : title,
    subTitle: subProject?.title ?? null,
    isSub: subProject !== null,
    budgetText: "",
  };
}
