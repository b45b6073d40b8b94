/**
 * The document's skeleton: its head, one block of paragraphs a project heading, the units' duties, what stands between,
 * its foot. A block ends at the next project, at a section's heading, or at a sibling of its own heading.
 */
import { findAmounts } from "../domain";
import type { Programme } from "../programme";
import { headingByTitle, parseProjectHeading } from "./headings";
import type { ProjectHeading } from "./headings";
import { numberedContentLabel, partLabel, sectionKind } from "./labels";
import type { SectionKind } from "./labels";
import type { Paragraph } from "./lines";
import { isBullet } from "./markers";

export interface ProjectBlock {
  readonly heading: ProjectHeading;
  readonly paragraph: Paragraph;
  readonly body: readonly Paragraph[];
  /** Which section of the document it stands in; two blocks of one project in one section are a repetition. */
  readonly section: number;
}

export interface Skeleton {
  readonly head: readonly Paragraph[];
  readonly blocks: readonly ProjectBlock[];
  /** Paragraphs and tables of the middle that belong to no project, with the kind of their section. */
  readonly between: readonly { readonly paragraph: Paragraph; readonly kind: SectionKind }[];
  readonly organisation: readonly Paragraph[];
  readonly foot: readonly Paragraph[];
}

/** Finds headings in one document: by number, or, where it has no numbered heading at all, by title. */
export type HeadingFinder = (paragraph: Paragraph) => ProjectHeading | null;

export function headingFinder(paragraphs: readonly Paragraph[], programme: Programme): HeadingFinder {
  const cache = new Map<Paragraph, ProjectHeading | null>();
  const numbered = (paragraph: Paragraph): ProjectHeading | null => {
    if (paragraph.table) return null;
    let found = cache.get(paragraph);
    if (found === undefined) {
      found = parseProjectHeading(paragraph.body, programme, paragraph.flat);
      cache.set(paragraph, found);
    }
    return found;
  };
  if (paragraphs.some((paragraph) => numbered(paragraph)?.number != null || numbered(paragraph)?.subNumber != null)) return numbered;
  return (paragraph) => {
    if (paragraph.table || isBullet(paragraph.marker) || numberedContentLabel(paragraph)) return null;
    return numbered(paragraph) ?? headingByTitle(paragraph.body, programme);
  };
}

const closing = /^(?:tren day la|noi nhan\b|yeu cau cac (?:co quan|don vi|phong))/;

/** A section of the whole document: Roman number, capital letter, or a line in capitals. */
function sectionHeading(paragraph: Paragraph): boolean {
  if (paragraph.marker?.style === "roman" || paragraph.marker?.style === "A") return true;
  if (paragraph.marker && paragraph.marker.style !== "n1") return false;
  const { body } = paragraph;
  return body.length > 8 && body.length < 200 && body === body.toUpperCase() && /\p{Lu}{2}/u.test(body);
}

export function buildSkeleton(paragraphs: readonly Paragraph[], find: HeadingFinder): Skeleton {
  const footAt = footStart(paragraphs);
  const bodyAt = bodyStart(paragraphs, find, footAt);
  const appendixAt = paragraphs.findIndex((paragraph, index) => index > footAt && (paragraph.table !== null || /^(?:phu luc|bieu(?: so)?)\b/.test(paragraph.flat)));
  const footEnd = appendixAt < 0 ? paragraphs.length : appendixAt;
  const walker = new Walker(find);
  for (const paragraph of paragraphs.slice(bodyAt, footAt)) walker.step(paragraph);
  walker.leave("budget");
  for (const paragraph of paragraphs.slice(footEnd)) walker.step(paragraph);
  return {
    head: paragraphs.slice(0, bodyAt),
    blocks: walker.blocks.map(withTitleBelow),
    between: walker.between,
    organisation: walker.organisation,
    foot: paragraphs.slice(footAt, footEnd),
  };
}

/** "Dự án 4." and its title in a paragraph of its own. */
function withTitleBelow(block: ProjectBlock): ProjectBlock {
  const { heading } = block;
  const first = block.body[0];
  const titled = heading.isSub ? heading.subTitle !== null : heading.title !== null;
  if (titled || !first || first.marker || first.body.length > 500 || partLabel(first) || numberedContentLabel(first) || findAmounts(first.body).length > 0) return block;
  const title = first.body.replace(/[\s:;.]+$/u, "");
  return { ...block, heading: heading.isSub ? { ...heading, subTitle: title } : { ...heading, title }, body: block.body.slice(1) };
}

function footStart(paragraphs: readonly Paragraph[]): number {
  const recipients = paragraphs.findIndex((paragraph) => /^noi nhan\b/.test(paragraph.flat));
  if (recipients >= 0) return recipients;
  const signature = paragraphs.findIndex((paragraph) => /^(?:KT|TM|TUQ|TL)\s?\.\s*\p{Lu}/u.test(paragraph.text));
  return signature >= 0 ? signature : paragraphs.length;
}

/** Where the first section or project begins; the number, the date and the legal bases stand before. */
function bodyStart(paragraphs: readonly Paragraph[], find: HeadingFinder, limit: number): number {
  for (let index = 0; index < limit; index++) {
    const paragraph = paragraphs[index]!;
    const first = paragraph.marker?.style === "roman" || paragraph.marker?.style === "A" || paragraph.marker?.style === "n1";
    if (first || paragraph.table || find(paragraph)) return index;
  }
  return Math.min(limit, paragraphs.length);
}

class Walker {
  readonly blocks: ProjectBlock[] = [];
  readonly between: { paragraph: Paragraph; kind: SectionKind }[] = [];
  readonly organisation: Paragraph[] = [];
  private section = 0;
  private kind: SectionKind = "projects";
  private open: { heading: ProjectHeading; paragraph: Paragraph; body: Paragraph[]; section: number } | null = null;
  /** The marker and ordinal that the next sibling of the open block's project would have. */
  private sibling: { style: string; ordinal: number } | null = null;

  constructor(private readonly find: HeadingFinder) {}

  leave(kind: SectionKind): void {
    this.open = null;
    this.sibling = null;
    this.kind = kind;
    this.section++;
  }

  step(paragraph: Paragraph): void {
    const { marker, flat } = paragraph;
    if (paragraph.table) {
      this.between.push({ paragraph, kind: this.kind });
      return;
    }
    const heading = this.find(paragraph);
    const opens = heading && (this.kind === "projects" || this.kind === "budget" || marker?.style === "roman");
    if (opens) return this.openBlock(heading, paragraph);
    if (closing.test(flat)) return this.leave("elsewhere");
    if (sectionHeading(paragraph) || this.isSibling(paragraph)) {
      // "3. KINH PHÍ" in capitals under a project whose parts are numbered is a part of it.
      const inside = this.open !== null && marker?.style === "n1" && !this.isSibling(paragraph) && partLabel(paragraph) !== null;
      if (!inside) {
        this.leave(sectionKind(flat));
        this.between.push({ paragraph, kind: this.kind });
        if (this.kind === "organisation") this.organisation.push(paragraph);
        return;
      }
    }
    if (this.open) this.open.body.push(paragraph);
    else {
      this.between.push({ paragraph, kind: this.kind });
      if (this.kind === "organisation") this.organisation.push(paragraph);
    }
  }

  private openBlock(heading: ProjectHeading, paragraph: Paragraph): void {
    const marker = paragraph.marker;
    if (this.kind !== "budget") this.kind = "projects";
    if (!heading.isSub || heading.number !== null || this.sibling === null) {
      this.sibling = marker && marker.ordinal !== null ? { style: marker.style, ordinal: marker.ordinal + 1 } : null;
    }
    this.open = { heading, paragraph, body: [], section: this.section };
    this.blocks.push(this.open);
  }

  /** "7. Tổng kinh phí" after "6. Dự án 9" goes on with the list of projects and so ends the last of them. */
  private isSibling({ marker, flat }: Paragraph): boolean {
    if (!this.open || !this.sibling || !marker || marker.style !== this.sibling.style || marker.ordinal !== this.sibling.ordinal) return false;
    return !/^(?:noi dung|doi tuong|ho tro)\b/.test(flat);
  }
}
