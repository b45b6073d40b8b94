/**
 * Tables of figures: a project a row, money in columns. Columns are found by their headers' words (headers of several
 * rows are joined), rows by their names; what a row or a column is and cannot be told, is reported.
 */
import { fold, isPlaceholder, parseAmountInWords, parseMoneyText } from "../domain";
import type { WrittenUnit } from "../domain";
import type { Programme } from "../programme";
import type { Mention } from "./budget";
import { draftContent } from "./contents";
import type { ContentDraft } from "./contents";
import { headingByTitle, parseProjectHeading } from "./headings";
import type { ProjectHeading } from "./headings";
import { flatten, trimSigns } from "./lines";
import type { TableRow } from "./lines";
import { splitMarker } from "./markers";
import type { PlanFlaw } from "./model";
import { factorOf, labelOf, noLabel } from "./money-labels";
import type { Label } from "./money-labels";
import { emptyDraft } from "./project-text";
import type { ProjectDraft } from "./project-text";
import { findLayout, isHeaderRow } from "./table-layout";
import type { Column, Layout, Role } from "./table-layout";

export interface TableReading {
  readonly drafts: readonly ProjectDraft[];
  /** The row of the whole, if there is one. */
  readonly total: { readonly mentions: readonly Mention[]; readonly row: number } | null;
  readonly flaws: readonly PlanFlaw[];
}

export interface TableContext {
  readonly programme: Programme;
  /** The document's unit where the table names none. */
  readonly unit: WrittenUnit | null;
  readonly year: number | null;
  readonly section: number;
  /** The project whose text the table stands in; its rows may be that project's contents. */
  readonly owner: ProjectHeading | null;
}

export function readBudgetTable(rows: readonly TableRow[], context: TableContext): TableReading {
  const layout = findLayout(rows);
  return layout ? new TableReader(rows, layout, context).read() : { drafts: [], total: null, flaws: [] };
}

/** Under a project: a row for one budget and no content. */
const sourceRow = /^(?:von|nguon|ngan sach|ns|nstw|nsdp|trung uong|dia phuong|doi ung|huy dong|trong do)/;

class TableReader {
  private readonly drafts: ProjectDraft[] = [];
  private readonly flaws: PlanFlaw[] = [];
  private readonly money: readonly Column[];
  private readonly name: Column;
  private total: { mentions: readonly Mention[]; row: number } | null = null;
  private project: ProjectDraft | null = null;
  private readonly owner: ProjectDraft | null;
  private projectNumber: number | null = null;
  /** Set under a row such as "A. Vốn đầu tư phát triển". */
  private group: Label = noLabel;
  private readonly path: { style: string; content: ContentDraft }[] = [];

  constructor(
    private readonly rows: readonly TableRow[],
    private readonly layout: Layout,
    private readonly context: TableContext,
  ) {
    this.name = layout.columns.find((column) => column.role === "name")!;
    this.money = this.chooseMoney();
    this.owner = context.owner && emptyDraft(context.owner, rows[0]!.row, context.section, "table");
    this.project = this.owner;
  }

  read(): TableReading {
    for (const row of this.rows.slice(this.layout.dataAt))
      if (!isHeaderRow(row) || this.nameOf(row) !== "") this.step(row);
    const { owner, total, drafts, flaws } = this;
    if (!owner) return { drafts, total, flaws };
    if (drafts.length === 0 && total)
      return { drafts: [{ ...owner, mentions: [...owner.mentions, ...total.mentions] }], total: null, flaws };
    const used = owner.contents.length > 0 || owner.mentions.length > 0;
    return { drafts: used ? [owner, ...drafts] : drafts, total, flaws };
  }

  /** Of two columns for the same money the plan year's counts, else the first; the other is reported. */
  private chooseMoney(): readonly Column[] {
    const chosen = new Map<string, Column>();
    const ofYear = (column: Column): boolean =>
      this.context.year !== null && column.header.includes(String(this.context.year));
    for (const column of this.layout.columns) {
      if (column.role !== "money") continue;
      const key = `${column.label.source ?? "total"}/${column.label.level}/${column.label.capital}`;
      const known = chosen.get(key);
      if (!known || (ofYear(column) && !ofYear(known))) chosen.set(key, column);
      const left = known && (chosen.get(key) === known ? column : known);
      if (left)
        this.flaws.push({
          code: "plan/unread-column",
          severity: "warning",
          row: this.rows[0]!.row,
          params: { header: left.header },
        });
    }
    return [...chosen.values()].sort((a, b) => a.index - b.index);
  }

  private cell(row: TableRow, role: Role): string {
    const column = this.layout.columns.find((each) => each.role === role);
    return column ? (row.cells[column.index] ?? "") : "";
  }

  private nameOf(row: TableRow): string {
    return row.cells[this.name.index] ?? "";
  }

  private step(row: TableRow): void {
    const order = this.cell(row, "order");
    const text = this.nameOf(row) === "" ? order : this.nameOf(row);
    if (text === "") return;
    const { marker, rest } = splitMarker(text);
    const flat = flatten(rest.trim());
    if (/^(?:tong(?: (?:cong|so|kinh phi|von))?|cong)\b/.test(flat) || /^(?:tong|cong)\b/.test(fold(order)))
      return this.readTotal(row, flat);
    const heading =
      parseProjectHeading(rest.trim(), this.context.programme) ??
      (this.isContentPlace(order, marker !== null)
        ? null
        : headingByTitle(rest.trim(), this.context.programme));
    if (heading) return this.openProject(heading, row);
    const group = labelOf(flat);
    if (group.capital !== null && /^(?:nguon )?(?:von|kinh phi|chi|vdt|vsn)\b/.test(flat) && flat.length < 60)
      return this.openGroup(group, row);
    if (this.project) this.addContent(row, order, text);
    else if (this.mentions(row).length > 0)
      this.flaws.push({ code: "plan/unread-row", severity: "warning", row: row.row, params: { text } });
  }

  /** "1.2", "a", "-" number contents; "1", "IV" and nothing number projects. */
  private isContentPlace(order: string, marked: boolean): boolean {
    return this.project !== null && (marked || /^(?:\d+\.\d+.*|[a-zđ]\)?|[-+*])$/.test(order));
  }

  private readTotal(row: TableRow, flat: string): void {
    const mentions = this.mentions(row);
    // "Cộng Dự án 1" is no total of all.
    if (
      /\b(?:du an|tieu du an|muc)\b/.test(flat) ||
      this.total ||
      mentions.length === 0 ||
      this.group.capital !== null
    )
      return;
    this.total = { mentions, row: row.row };
  }

  private openProject(heading: NonNullable<ReturnType<typeof parseProjectHeading>>, row: TableRow): void {
    const number = heading.number ?? (heading.isSub ? this.projectNumber : null);
    const draft = emptyDraft({ ...heading, number }, row.row, this.context.section, "table");
    if (!heading.isSub || heading.number !== null) this.projectNumber = heading.number;
    draft.mentions.push(...this.mentions(row));
    draft.leadUnit = unitText(this.cell(row, "lead"));
    draft.coordinating = this.cell(row, "coordinating")
      .split(/[,;]\s*/)
      .map((text) => text.trim())
      .filter((text) => text !== "" && !isPlaceholder(text));
    const target = this.cell(row, "targets");
    if (target !== "" && !isPlaceholder(target)) draft.targets.push(target);
    this.path.length = 0;
    this.project = draft;
    this.drafts.push(draft);
  }

  /** Under a project a capital's row splits its money; elsewhere it opens a part of the table. */
  private openGroup(label: Label, row: TableRow): void {
    const order = this.cell(row, "order");
    if (this.project && !/^(?:[A-H]|[IVX]+)\.?$/.test(order)) {
      this.project.mentions.push(
        ...this.mentions(row).map((mention) => ({ ...mention, capital: label.capital })),
      );
      return;
    }
    this.group = { ...noLabel, capital: label.capital };
    this.project = null;
  }

  private addContent(row: TableRow, order: string, text: string): void {
    const { marker, rest } = splitMarker(
      order === "" || order === text ? text : `${order}${/[\p{L}\p{N}]$/u.test(order) ? "." : ""} ${text}`,
    );
    const style = marker?.style ?? "plain";
    const at = this.path.findIndex((step) => step.style === style);
    this.path.length = at < 0 ? this.path.length : at;
    const parent = this.path[this.path.length - 1]?.content;
    const label = labelOf(flatten(rest));
    if (label.source !== null && rest.length < 60 && sourceRow.test(flatten(rest))) {
      this.project!.mentions.push(
        ...this.mentions(row).map((mention) => ({ ...mention, source: label.source!, level: label.level })),
      );
      return;
    }
    const content = draftContent(
      trimSigns(rest.replace(/^nội dung(?: số)? 0?\d+\s*[:.–-]?\s*/iu, "")),
      row.row,
      Math.min(3, (parent?.level ?? 0) + 1),
    );
    content.mentions.push(...this.mentions(row));
    content.unit = unitText(this.cell(row, "lead"));
    const target = this.cell(row, "targets");
    if (target !== "" && !isPlaceholder(target)) content.targets.push(target);
    (parent && parent.level < 3 ? parent.children : this.project!.contents).push(content);
    this.path.push({ style, content });
  }

  private mentions(row: TableRow): Mention[] {
    return this.money.flatMap((column) => {
      const text = row.cells[column.index] ?? "";
      if (text === "" || isPlaceholder(text)) return [];
      const amount = this.amount(text, column, row);
      if (amount === null) return [];
      const unit = column.unit ?? this.context.unit ?? "đồng";
      const { source, level, capital } = column.label;
      return [
        {
          source: source ?? "total",
          level,
          capital: capital ?? this.group.capital,
          amount,
          writtenUnit: factorOf(unit),
          row: row.row,
        },
      ];
    });
  }

  private amount(text: string, column: Column, row: TableRow): number | null {
    const reading = parseMoneyText(text);
    if (reading.kind === "amount" && reading.exact) return reading.dong;
    const unit =
      column.unit ?? this.context.unit ?? (/^\d{1,3}(?:[. ]\d{3}){2,}$/.test(text) ? "đồng" : null);
    if (reading.kind === "noUnit" && unit !== null) {
      const inUnit = parseMoneyText(`${text.replace(/^\((.*)\)$/, "-$1")} ${unit}`);
      if (inUnit.kind === "amount" && inUnit.exact) return inUnit.dong;
    }
    const reason =
      reading.kind === "words"
        ? "words"
        : reading.kind === "ambiguous"
          ? "ambiguous"
          : reading.kind === "noUnit" && unit === null
            ? "no-unit"
            : "damaged";
    this.flaws.push({
      code: "plan/unreadable-amount",
      severity: "error",
      row: row.row,
      params: {
        project: this.nameOf(row),
        source: column.label.source ?? "total",
        text,
        reason,
        proposal: reading.kind === "words" ? parseAmountInWords(reading.text) : null,
        candidates: reading.kind === "ambiguous" ? reading.candidates.map(String) : [],
      },
    });
    return null;
  }
}

function unitText(text: string): string | null {
  return text === "" || isPlaceholder(text) ? null : text;
}
