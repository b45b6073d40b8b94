/**
 * The tree of a project's contents: levels follow from the order in which kinds of markers appear; the programme's
 * contents are recognised by title and lend their short names; what households receive is never divided further.
 */
import { matchContent } from "../programme";
import type { Programme, ProgrammeContent } from "../programme";
import { readBudgetText } from "./budget";
import type { Mention } from "./budget";
import { numberedContentLabel } from "./labels";
import { trimSigns } from "./lines";
import type { Paragraph } from "./lines";
import type { PlanContent, PlanFlaw } from "./model";
import { noLabel } from "./money-labels";
import { settle } from "./settle";
import { shortTitle, takeTitle, uniqueTitle } from "./short-titles";
import type { TakenTitles } from "./short-titles";

/** A content while it is being read. */
export interface ContentDraft {
  title: string;
  readonly row: number;
  readonly level: number;
  readonly children: ContentDraft[];
  readonly targets: string[];
  readonly details: string[];
  readonly mentions: Mention[];
  unit: string | null;
}

export function draftContent(title: string, row: number, level: number): ContentDraft {
  return { title, row, level, children: [], targets: [], details: [], mentions: [], unit: null };
}

/** Grows the tree paragraph by paragraph. */
export class ContentTree {
  readonly roots: ContentDraft[] = [];
  readonly notes: string[] = [];
  readonly flaws: PlanFlaw[] = [];
  /** Styles of markers from the first level down, each with the content last added there. */
  private readonly path: { style: string; content: ContentDraft }[] = [];

  constructor(private readonly project: string | null) {}

  /** The content that sentences, targets and money under it belong to. */
  get current(): ContentDraft | null {
    return this.path[this.path.length - 1]?.content ?? null;
  }

  /** The marker style of the first level. */
  get topStyle(): string | null {
    return this.path[0]?.style ?? null;
  }

  get top(): ContentDraft | null {
    return this.path[0]?.content ?? null;
  }

  /** The content that a bulleted label belongs to: the one above the bullets of its kind. */
  ownerOf({ marker }: Paragraph): ContentDraft {
    const at = this.path.findIndex((step) => step.style === marker?.style);
    return at > 0 ? this.path[at - 1]!.content : this.current!;
  }

  add(paragraph: Paragraph): void {
    const numbered = numberedContentLabel(paragraph);
    const style = numbered ? "content" : (paragraph.marker?.style ?? null);
    if (style === null) return this.addPlain(paragraph);
    const at = this.path.findIndex((step) => step.style === style);
    // An asterisk that comes up late marks a remark on the whole project.
    if (style === "*" && at < 0 && this.path.length > 0 && !paragraph.body.endsWith(":")) {
      this.path.length = 0;
      this.notes.push(paragraph.body);
      return;
    }
    this.place(at < 0 ? this.path.length : at, style, numbered?.rest ?? paragraph.body, paragraph.row);
  }

  /** A content that stands in the label's own line. */
  addInline(text: string, row: number): void {
    this.place(0, "inline", text, row);
  }

  private addPlain({ body, row }: Paragraph): void {
    const { current } = this;
    if (current && this.path[0]!.style !== "plain") current.details.push(body);
    else this.place(0, "plain", body, row);
  }

  private place(depth: number, style: string, text: string, row: number): void {
    this.path.length = Math.min(this.path.length, depth);
    const parent = this.path[this.path.length - 1]?.content;
    if (parent && parent.level >= 3) {
      parent.details.push(text);
      return;
    }
    const content = draftContent(trimSigns(text), row, parent ? parent.level + 1 : 1);
    this.readMoney(content, text);
    (parent ? parent.children : this.roots).push(content);
    this.path.push({ style, content });
  }

  /**
   * "Hỗ trợ nhà ở: 440 triệu đồng (NSTW 400 …)": money ends the title only right behind it; amounts within a sentence
   * are rates and conditions.
   */
  private readMoney(content: ContentDraft, text: string): void {
    const match =
      /^(.{4,200}?)\s*[:,;(–-]\s*(?:(?:tổng )?(?:kinh phí|số tiền|vốn|dự toán|nhu cầu)(?: [\p{L} ]{0,30})?:?\s*)?(?=\d[\d.,]*\s*(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|trđ|tr\.))/iu.exec(
        text,
      );
    if (!match) return;
    const rest = text.slice(match[0].length);
    if (/^[\d.,]+\s*[\p{L}. ]{2,12}\s*(?:\/|x\s|×)/u.test(rest)) return;
    if (
      !/^[\d.,]+\s*(?:triệu|tỷ|tỉ|nghìn|ngàn)?\s*(?:đồng|trđ|tr\.?đ)?\s*(?:$|[.;,(]|trong đó|gồm)/iu.test(
        rest,
      )
    )
      return;
    const read = readBudgetText(rest, {
      row: content.row,
      inherited: noLabel,
      unit: null,
      project: this.project,
      totalFirst: true,
    });
    if (read.mentions.length === 0) return;
    content.mentions.push(...read.mentions);
    this.flaws.push(...read.flaws);
    content.title = trimSigns(match[1]!);
  }
}

/** What a draft means: codes by place, names by programme or by cutting, unique within the project. */
export function finishContents(
  drafts: readonly ContentDraft[],
  projectCode: string,
  programmeCode: string | null,
  programme: Programme,
): readonly PlanContent[] {
  return new Finisher(projectCode, programmeCode, programme).finish(drafts);
}

class Finisher {
  private readonly meanings = new Map<ContentDraft, ProgrammeContent>();
  private readonly taken: TakenTitles = new Map();

  constructor(
    private readonly projectCode: string,
    private readonly programmeCode: string | null,
    private readonly programme: Programme,
  ) {}

  finish(drafts: readonly ContentDraft[]): readonly PlanContent[] {
    this.recognise(drafts);
    // Names out of the programme come first: what is cut to fit gives way to them.
    for (const content of this.meanings.values()) takeTitle(content.shortName, this.taken);
    return drafts.map((draft, index) => this.build(draft, `${this.projectCode}.ND${index + 1}`, 1));
  }

  /** Each content of the programme goes to the draft most like it. */
  private recognise(drafts: readonly ContentDraft[]): void {
    const { programmeCode } = this;
    if (programmeCode === null) return;
    const best = new Map<string, { draft: ContentDraft; similarity: number; content: ProgrammeContent }>();
    const visit = (draft: ContentDraft): void => {
      const match = matchContent(this.programme, programmeCode, draft.title);
      const known = match && best.get(match.content.code);
      if (match && (!known || match.similarity > known.similarity))
        best.set(match.content.code, { draft, ...match });
      draft.children.forEach(visit);
    };
    drafts.forEach(visit);
    for (const { draft, content } of best.values()) this.meanings.set(draft, content);
  }

  private build(draft: ContentDraft, code: string, level: 1 | 2 | 3): PlanContent {
    const meaning = this.meanings.get(draft) ?? null;
    const whole = meaning !== null && meaning.supportGroup !== null;
    const settled = draft.mentions.length > 0 ? settle(draft.mentions) : null;
    const shortName = meaning ? meaning.shortName : uniqueTitle(shortTitle(draft.title), this.taken);
    return {
      code,
      shortTitle: shortName,
      title: draft.title,
      level,
      allocation: settled?.allocation ?? null,
      children: whole
        ? []
        : draft.children.map((child, index) =>
            this.build(child, `${code}.${index + 1}`, level === 1 ? 2 : 3),
          ),
      programmeContent: meaning?.code ?? null,
      targets: draft.targets,
      unit: draft.unit,
      details: whole ? [...draft.details, ...draft.children.flatMap(sentences)] : draft.details,
      row: draft.row,
    };
  }
}

function sentences(draft: ContentDraft): readonly string[] {
  return [draft.title, ...draft.details, ...draft.children.flatMap(sentences)];
}
