/** Reads the block of paragraphs under a project's heading: targets, contents, money, assignment. */
import type { WrittenUnit } from "../domain";
import type { ProjectBlock } from "./blocks";
import { readBudgetText } from "./budget";
import type { Mention } from "./budget";
import { ContentTree } from "./contents";
import type { ContentDraft } from "./contents";
import type { ProjectHeading } from "./headings";
import { numberedContentLabel, partLabel } from "./labels";
import type { Part, PartLabel } from "./labels";
import { flatten, makeParagraph } from "./lines";
import type { Paragraph } from "./lines";
import { isBullet } from "./markers";
import type { PlanFlaw } from "./model";
import { labelOf, noLabel, statedUnit } from "./money-labels";
import type { Label } from "./money-labels";

/** A project as one place of the document gives it. */
export interface ProjectDraft {
  readonly heading: ProjectHeading;
  readonly row: number;
  readonly section: number;
  readonly origin: "text" | "table";
  readonly mentions: Mention[];
  readonly flaws: PlanFlaw[];
  /** Sentences that assign the work. */
  readonly assignment: string[];
  /** Units that a table's column names. */
  leadUnit: string | null;
  coordinating: string[];
  readonly targets: string[];
  readonly contents: ContentDraft[];
  readonly notes: string[];
}

export function emptyDraft(
  heading: ProjectHeading,
  row: number,
  section: number,
  origin: "text" | "table",
): ProjectDraft {
  return {
    heading,
    row,
    section,
    origin,
    mentions: [],
    flaws: [],
    assignment: [],
    leadUnit: null,
    coordinating: [],
    targets: [],
    contents: [],
    notes: [],
  };
}

/** `name` is what findings call the project; `unit` the document's own unit of money. */
export function readProjectBlock(block: ProjectBlock, name: string, unit: WrittenUnit | null): ProjectDraft {
  return new BlockReader(block, name, unit).read();
}

const sourceBeginning =
  /^(?:(?:tu |nguon |von )*(?:ngan sach|ns)(?:tw|dp|[ ]|:)|nstw|nsdp|von (?:trung uong|dia phuong|doi ung|dau tu(?: phat trien)?|su nghiep|huy dong|khac|nstw|nsdp)|kinh phi su nghiep|trung uong|dia phuong|doi ung)\b/;
const assigns =
  /^(?:giao |do |uy ban|ubnd|phong|ban|tram|truong|van phong|bo phan|trung tam|cong chuc|cong an|hoi|doan|chu tri)\b.{0,120}\bchu tri\b/;

class BlockReader {
  private readonly draft: ProjectDraft;
  private readonly tree: ContentTree;
  private part: Part | null = null;
  private unit: WrittenUnit | null;
  /** Labels handed down by money lines, by the marker of the line. */
  private readonly labels: { style: string; label: Label }[] = [];
  /** The marker of the block's own part labels ("1.2." or "b)"). */
  private partStyle: string | null | undefined;
  /** Inside one content: "- Đối tượng:" belongs to it. */
  private contentPart: "targets" | "contents" | "budget" | "assignment" | null = null;

  constructor(
    private readonly block: ProjectBlock,
    private readonly name: string,
    unit: WrittenUnit | null,
  ) {
    this.draft = emptyDraft(block.heading, block.paragraph.row, block.section, "text");
    this.tree = new ContentTree(name);
    this.unit = unit;
  }

  read(): ProjectDraft {
    const { heading, paragraph } = this.block;
    if (heading.budgetText !== "")
      this.readMoney(makeParagraph(paragraph.row, heading.budgetText), heading.budgetText, true);
    this.labels.length = 0;
    for (const each of this.block.body) this.step(each);
    const { draft, tree } = this;
    return {
      ...draft,
      contents: tree.roots,
      notes: draft.notes.concat(tree.notes),
      flaws: draft.flaws.concat(tree.flaws),
    };
  }

  private step(paragraph: Paragraph): void {
    this.unit = statedUnit(paragraph.text) ?? this.unit;
    const label = partLabel(paragraph);
    if (label) return this.enter(label, paragraph);
    if (numberedContentLabel(paragraph)) {
      this.part = "contents";
      this.contentPart = null;
      this.partStyle ??= paragraph.marker?.style ?? null;
      this.tree.add(paragraph);
      return;
    }
    if (assigns.test(paragraph.flat)) {
      this.draft.assignment.push(paragraph.body);
      return;
    }
    if (
      sourceBeginning.test(paragraph.flat) &&
      /\d|…|\.{3}/.test(paragraph.flat) &&
      !this.insideContent(paragraph)
    ) {
      if (this.part !== "budget") this.labels.length = 0;
      this.part = "budget";
      this.readMoney(paragraph, paragraph.body, false);
      return;
    }
    this.take(paragraph);
  }

  /** Whether a bulleted label or money line belongs to the content above it and not to the project. */
  private insideContent({ marker }: Paragraph): boolean {
    return (
      this.part === "contents" &&
      this.tree.current !== null &&
      isBullet(marker) &&
      marker!.style !== this.partStyle &&
      marker!.style !== this.tree.topStyle
    );
  }

  private enter({ part, rest }: PartLabel, paragraph: Paragraph): void {
    const bullet = isBullet(paragraph.marker);
    const own =
      this.part === "contents" &&
      this.tree.current !== null &&
      bullet &&
      paragraph.marker!.style !== this.partStyle;
    const atParts = this.partStyle === undefined || this.partStyle === (paragraph.marker?.style ?? null);
    if (part === "aside" && bullet && !atParts) return this.take(paragraph);
    if (own && part !== "aside") return this.enterContentPart(part, rest, paragraph);
    this.part = part;
    this.contentPart = null;
    this.partStyle ??= paragraph.marker?.style ?? null;
    this.labels.length = 0;
    if (part === "budget") this.readMoney(paragraph, rest === "" ? "" : paragraph.body, true);
    else if (part === "assignment")
      this.draft.assignment.push(...(rest === "" ? [] : [assignmentText(paragraph, rest)]));
    else if (part === "targets") this.draft.targets.push(...(rest === "" ? [] : [rest]));
    else if (part === "contents" && rest !== "") this.tree.addInline(rest, paragraph.row);
  }

  private enterContentPart(
    part: "targets" | "contents" | "budget" | "assignment",
    rest: string,
    paragraph: Paragraph,
  ): void {
    this.contentPart = part;
    const content = part === "budget" ? this.tree.ownerOf(paragraph) : this.tree.top!;
    if (part === "targets" && rest !== "") this.addTarget(rest);
    else if (part === "budget") this.readContentMoney(content, paragraph.body, paragraph.row);
    else if (part === "assignment" && rest !== "") content.unit = rest.replace(/[.;]$/, "");
    else if (part === "contents" && rest !== "") content.details.push(rest);
  }

  private addTarget(text: string): void {
    this.draft.targets.push(text);
    this.tree.top?.targets.push(text);
  }

  /** Moves an assignment behind money to where it belongs; gives back the text before it. */
  private takeAssignment(text: string): string {
    const match = assignedBehind.exec(flatten(text));
    if (!match) return text;
    this.draft.assignment.push(text.slice(match.index + match[0].length));
    return text.slice(0, match.index);
  }

  private readContentMoney(content: ContentDraft, text: string, row: number): void {
    const read = readBudgetText(text, {
      row,
      inherited: noLabel,
      unit: this.unit,
      project: this.name,
      totalFirst: true,
    });
    content.mentions.push(...read.mentions);
    this.draft.flaws.push(...read.flaws);
  }

  /** A paragraph without a label goes where the part before it says. */
  private take(paragraph: Paragraph): void {
    switch (this.part) {
      case "targets":
        this.draft.targets.push(paragraph.body);
        break;
      case "contents":
        if (this.contentPart === "targets" && isBullet(paragraph.marker)) this.addTarget(paragraph.body);
        else this.tree.add(paragraph);
        break;
      case "budget":
        // Below a label of its own the whole sum may stand alone.
        this.readMoney(paragraph, paragraph.body, /^\d/.test(paragraph.flat));
        break;
      case "assignment":
        this.draft.assignment.push(paragraph.body);
        break;
      case "aside":
        this.draft.notes.push(paragraph.body);
        break;
      case null:
        if (paragraph.marker) {
          this.part = "contents";
          this.tree.add(paragraph);
        } else this.draft.notes.push(paragraph.body);
    }
  }

  private readMoney(paragraph: Paragraph, wholeText: string, totalFirst: boolean): void {
    const text = this.takeAssignment(wholeText);
    const style = paragraph.marker?.style ?? "";
    const at = this.labels.findIndex((step) => step.style === style);
    if (at >= 0) this.labels.length = at;
    const inherited = this.labels[this.labels.length - 1]?.label ?? noLabel;
    const read = readBudgetText(text, {
      row: paragraph.row,
      inherited: totalFirst ? noLabel : inherited,
      unit: this.unit,
      project: this.name,
      totalFirst: totalFirst && this.draft.mentions.length === 0,
    });
    this.draft.mentions.push(...read.mentions);
    this.draft.flaws.push(...read.flaws);
    this.unit = read.unit ?? this.unit;
    this.labels.push({ style, label: read.mentions.length > 0 ? read.last : labelOf(paragraph.flat) });
  }
}

/** "…, NSĐP 94 triệu đồng; giao Phòng Kinh tế chủ trì, phối hợp với …": who does it, behind the money. */
const assignedBehind =
  /[;.,]\s*(?=(?:va )?(?:giao|do|don vi|co quan|uy ban|ubnd|phong|ban|tram|hoi|doan|truong|van phong)\b[^;.]{0,120}\bchu tri\b|(?:don vi|co quan|bo phan) (?:thuc hien|chu tri|tham muu)\s*:)/;

/** A label such as "Đơn vị chủ trì:" is part of what the sentence says; "Phân công thực hiện:" is not. */
function assignmentText(paragraph: Paragraph, rest: string): string {
  return /^(?:phan cong|to chuc thuc hien|trach nhiem)/.test(paragraph.flat) ? rest : paragraph.body;
}
