/**
 * The document's skeleton: its head, one block of paragraphs a project heading, the units' duties, what stands between,
 * its foot. A block ends at the next project, at a section's heading, or at a sibling of its own heading.
 */
import { findAmounts } from "../domain";
import type { WrittenUnit } from "../domain";
import type { Programme } from "../programme";
import { headingByTitle, parseProjectHeading } from "./headings";
import type { ProjectHeading } from "./headings";
import { numberedContentLabel, partLabel, sectionKind } from "./labels";
import type { SectionKind } from "./labels";
import { trimSigns } from "./lines";
import type { Paragraph } from "./lines";
import { isBullet } from "./markers";
import type { Marker } from "./markers";
import { statedUnit } from "./money-labels";

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
  /** Paragraphs of the middle that belong to no project, and all tables. */
  readonly between: readonly Between[];
  readonly organisation: readonly Paragraph[];
  readonly foot: readonly Paragraph[];
}

export interface Between {
  readonly paragraph: Paragraph;
  readonly kind: SectionKind;
  /** For a table: the block that it stands in, as an index of `blocks`. */
  readonly owner: number | null;
  /** The unit of money that was stated last. */
  readonly unit: WrittenUnit | null;
}

type HeadingFinder = (paragraph: Paragraph) => ProjectHeading | null;

/**
 * Headings with numbers count first; where the document has none among its projects, titles alone do; and where it has
 * none of either, they are looked for in the sections too that mostly just speak about projects.
 */
export function findSkeleton(paragraphs: readonly Paragraph[], programme: Programme): Skeleton {
  const numbered = remember((paragraph) => parseProjectHeading(paragraph.body, programme, paragraph.flat));
  const titled = remember((paragraph) => {
    if (isBullet(paragraph.marker) || numberedContentLabel(paragraph)) return null;
    return numbered(paragraph) ?? headingByTitle(paragraph.body, programme);
  });
  const first = buildSkeleton(paragraphs, numbered, titled, false);
  if (first.blocks.length > 0) return first;
  const second = buildSkeleton(paragraphs, titled, titled, false);
  if (second.blocks.length > 0 || paragraphs.some((paragraph) => paragraph.table)) return second;
  const third = buildSkeleton(paragraphs, numbered, titled, true);
  return third.blocks.length > 0 ? third : buildSkeleton(paragraphs, titled, titled, true);
}

function remember(find: HeadingFinder): HeadingFinder {
  const known = new Map<Paragraph, ProjectHeading | null>();
  return (paragraph) => {
    if (paragraph.table) return null;
    let found = known.get(paragraph);
    if (found === undefined) {
      found = find(paragraph);
      known.set(paragraph, found);
    }
    return found;
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

/** `titled` recognises a sibling of a numbered heading that has no number itself. */
function buildSkeleton(
  paragraphs: readonly Paragraph[],
  find: HeadingFinder,
  titled: HeadingFinder,
  anywhere: boolean,
): Skeleton {
  const footAt = footStart(paragraphs);
  const bodyAt = bodyStart(paragraphs, find, footAt);
  const appendixAt = paragraphs.findIndex(
    (paragraph, index) =>
      index > footAt && (paragraph.table !== null || /^(?:phu luc|bieu(?: so)?)\b/.test(paragraph.flat)),
  );
  const footEnd = appendixAt < 0 ? paragraphs.length : appendixAt;
  const walker = new Walker(find, titled, anywhere);
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
  if (
    titled ||
    !first ||
    first.marker ||
    first.body.length > 500 ||
    partLabel(first) ||
    numberedContentLabel(first) ||
    findAmounts(first.body).length > 0
  )
    return block;
  const title = trimSigns(first.body);
  return {
    ...block,
    heading: heading.isSub ? { ...heading, subTitle: title } : { ...heading, title },
    body: block.body.slice(1),
  };
}

function footStart(paragraphs: readonly Paragraph[]): number {
  const recipients = paragraphs.findIndex((paragraph) => /^noi nhan\b/.test(paragraph.flat));
  if (recipients >= 0) return recipients;
  const signature = paragraphs.findIndex((paragraph) =>
    /^(?:KT|TM|TUQ|TL)\s?\.\s*\p{Lu}/u.test(paragraph.text),
  );
  return signature >= 0 ? signature : paragraphs.length;
}

/** Where the first section or project begins; the number, the date and the legal bases stand before. */
function bodyStart(paragraphs: readonly Paragraph[], find: HeadingFinder, limit: number): number {
  for (let index = 0; index < limit; index++) {
    const paragraph = paragraphs[index]!;
    const first =
      paragraph.marker?.style === "roman" ||
      paragraph.marker?.style === "A" ||
      paragraph.marker?.style === "n1";
    if (first || paragraph.table || find(paragraph)) return index;
  }
  return Math.min(limit, paragraphs.length);
}

class Walker {
  readonly blocks: ProjectBlock[] = [];
  readonly between: Between[] = [];
  private unit: WrittenUnit | null = null;
  readonly organisation: Paragraph[] = [];
  private section = 0;
  private kind: SectionKind = "projects";
  private open: { heading: ProjectHeading; paragraph: Paragraph; body: Paragraph[]; section: number } | null =
    null;
  /** The marker of the open block's heading, or of the project above it where that has none. */
  private heading: Marker | null = null;

  constructor(
    private readonly find: HeadingFinder,
    private readonly titled: HeadingFinder,
    private readonly anywhere: boolean,
  ) {}

  leave(kind: SectionKind): void {
    this.open = null;
    this.heading = null;
    this.kind = kind;
    this.section++;
  }

  step(paragraph: Paragraph): void {
    const { marker, flat } = paragraph;
    if (paragraph.table) return this.setAside(paragraph);
    if (paragraph.text.length < 200) this.unit = statedUnit(paragraph.text) ?? this.unit;
    const heading = this.find(paragraph) ?? (this.isSibling(paragraph) ? this.titled(paragraph) : null);
    const opens =
      heading &&
      (this.anywhere || this.kind === "projects" || this.kind === "budget" || marker?.style === "roman");
    if (opens) return this.openBlock(heading, paragraph);
    if (closing.test(flat)) return this.leave("elsewhere");
    if (sectionHeading(paragraph) || this.isSibling(paragraph)) {
      // "3. KINH PHÍ" in capitals under a project whose parts are numbered is a part of it.
      const inside =
        this.open !== null &&
        marker?.style === "n1" &&
        !this.isSibling(paragraph) &&
        partLabel(paragraph) !== null;
      if (!inside) {
        this.leave(sectionKind(flat));
        this.setAside(paragraph);
        return;
      }
    }
    if (this.open) this.open.body.push(paragraph);
    else {
      this.setAside(paragraph);
      if (this.kind === "organisation") this.organisation.push(paragraph);
    }
  }

  private setAside(paragraph: Paragraph): void {
    const owner = this.open ? this.blocks.length - 1 : null;
    this.between.push({ paragraph, kind: this.kind, owner, unit: this.unit });
  }

  private openBlock(heading: ProjectHeading, paragraph: Paragraph): void {
    const marker = paragraph.marker;
    if (this.kind !== "budget") this.kind = "projects";
    if (marker && marker.ordinal !== null) this.heading = marker;
    else if (!heading.isSub || heading.number !== null) this.heading = null;
    this.open = { heading, paragraph, body: [], section: this.section };
    this.blocks.push(this.open);
  }

  /**
   * "7. Tổng kinh phí" after "6. Dự án 9", "3. Kinh phí" after "2.2.1. Tiểu dự án 1": what goes on with the numbers of
   * the heading, or of those above it, ends the project.
   */
  private isSibling({ marker, flat }: Paragraph): boolean {
    const { heading } = this;
    if (!this.open || !heading || !marker || /^(?:noi dung|doi tuong|ho tro)\b/.test(flat)) return false;
    if (marker.numbers.length === 0 || heading.numbers.length === 0) {
      return marker.style === heading.style && marker.ordinal === heading.ordinal! + 1;
    }
    const depth = marker.numbers.length - 1;
    return (
      (marker.style === "n)") === (heading.style === "n)") &&
      depth < heading.numbers.length &&
      marker.numbers.every((number, at) => number === heading.numbers[at]! + (at === depth ? 1 : 0))
    );
  }
}
