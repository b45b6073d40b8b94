/**
 * Reads the money of a sentence: which amounts it names, and for each from which budget (trung ương, địa phương, other),
 * of which level and kind of capital. An amount belongs to the label in its own clause; brackets and "trong đó" hand
 * the label of the amount before them down.
 */
import { findAmounts, fold, parseAmountInWords, parseMoneyText } from "../domain";
import type { FoundAmount, WrittenUnit } from "../domain";
import { isWholeSum, tokens } from "./clauses";
import type { Token } from "./clauses";
import { flatten } from "./lines";
import type { PlanFlaw } from "./model";
import { factorOf, isEmpty, labelOf, noLabel, statedUnit, unitOfText } from "./money-labels";
import type { Capital, Label, Level, Source } from "./money-labels";

export interface Mention {
  readonly source: Source;
  readonly level: Level | null;
  readonly capital: Capital | null;
  /** Đồng. */
  readonly amount: number;
  /** Đồng in the unit it is written in. */
  readonly writtenUnit: number;
  readonly row: number;
}

export interface BudgetText {
  readonly mentions: readonly Mention[];
  readonly flaws: readonly PlanFlaw[];
  /** The last label, which deeper bullets below refine. */
  readonly last: Label;
  /** The unit that numbers without one take over. */
  readonly unit: WrittenUnit | null;
}

export interface BudgetContext {
  readonly row: number;
  /** The label that the paragraph above hands down. */
  readonly inherited: Label;
  /** For numbers without a unit. */
  readonly unit: WrittenUnit | null;
  /** What the amounts are for, as a parameter of findings. */
  readonly project: string | null;
  /** Whether the first amount without a label is the total. */
  readonly totalFirst: boolean;
}

/** A unit without a number before it, or digits and letters mixed: "1.O87 triệu", "72o.000". */
const damagedAmount =
  /(?:^|[^\p{L}])(?:triệu|tỷ|tỉ|nghìn|ngàn)(?: đồng)?(?![\p{L}])|\d[\d.,]*\p{L}+[\d.,]*\s*(?:đồng(?! bào)|$)/iu;

interface Reading {
  readonly amount: number;
  readonly unit: WrittenUnit;
  readonly start: number;
}

/** Reads one paragraph's text (normalised, without its marker). */
export function readBudgetText(text: string, context: BudgetContext): BudgetText {
  return new BudgetReader(text, context).read();
}

class BudgetReader {
  private readonly flat: string;
  private readonly mentions: Mention[] = [];
  private readonly flaws: PlanFlaw[] = [];
  private unit: WrittenUnit | null;
  private last: Label;
  private pending: Label = noLabel;
  /** What held before each open bracket. */
  private readonly outer: { within: Label; last: Label }[] = [];
  private within: Label;

  constructor(
    private readonly text: string,
    private readonly context: BudgetContext,
  ) {
    this.flat = flatten(text);
    this.unit = context.unit;
    this.last = context.inherited;
    this.within = context.inherited;
  }

  read(): BudgetText {
    const found = findAmounts(this.text).filter((amount) => isWholeSum(this.text, amount));
    for (const token of tokens(this.flat, found)) {
      if (token.kind === "open") {
        this.outer.push({ within: this.within, last: this.last });
        this.within = this.last;
      } else if (token.kind === "close") {
        const before = this.outer.pop();
        this.within = before?.within ?? this.context.inherited;
        this.last = before?.last ?? this.last;
      } else if (token.kind === "within") this.within = this.last;
      else if (token.kind === "stop") {
        if (this.outer.length === 0) this.within = this.context.inherited;
      } else this.readClause(token, found);
    }
    return { mentions: this.mentions, flaws: this.flaws, last: this.last, unit: this.unit };
  }

  private readClause({ start, end }: Token, found: readonly FoundAmount[]): void {
    const inside = found.filter((amount) => amount.start >= start && amount.start < end);
    const flat = this.flat.slice(start, end);
    if (/^\s*(?:viet )?bang chu\b/.test(flat)) return this.readWords(start, end);
    if (inside.length === 0) return this.readBare(start, end, labelOf(flat));
    const labels = inside.map((amount, index) => {
      const from = index === 0 ? start : inside[index - 1]!.end;
      return labelOf(this.flat.slice(from, amount.start));
    });
    // "626 triệu đồng là ngân sách trung ương": the label stands behind.
    if (isEmpty(labels[0]!)) {
      const behind = inside.map((amount, index) =>
        labelOf(this.flat.slice(amount.end, inside[index + 1]?.start ?? end)),
      );
      labels.splice(0, labels.length, ...behind);
    }
    inside.forEach((amount, index) => this.takeAmount(labels[index]!, amount));
  }

  private takeAmount(label: Label, { start, end, reading }: FoundAmount): void {
    const written = this.text.slice(start, end);
    // "7?0 triệu" must not be read as nothing: what touches an amount belongs to it.
    if (/[^\s(:=\-–+“"'≈~>/]$/u.test(this.text.slice(Math.max(0, start - 1), start))) {
      const from = this.text.lastIndexOf(" ", start) + 1;
      this.unreadable(label, this.text.slice(from, end), "damaged", null);
    } else if (reading.kind === "ambiguous") {
      this.unreadable(label, written, "ambiguous", null, reading.candidates);
    } else if (!reading.exact) {
      this.unreadable(label, written, "sub-dong", reading.dong);
    } else {
      this.note(label, { amount: reading.dong, unit: unitOfText(reading.unitText), start });
    }
  }

  /** A clause without a unit: a bare number, words, a blank to fill in, or nothing about money. */
  private readBare(start: number, end: number, label: Label): void {
    const clause = this.text.slice(start, end);
    if (clause.trim() === "" && !/^[.…]/.test(this.text.slice(end, end + 1))) return;
    const known = isEmpty(label) ? this.pending : label;
    const expects = !isEmpty(known) || (this.context.totalFirst && this.mentions.length === 0);
    if (!expects) return;
    const value = clause.slice(clause.lastIndexOf(":") + 1).trim();
    if (value.includes("%")) return this.readShare(known, value);
    // "(ĐVT: triệu đồng)" has been heeded by the caller.
    if (statedUnit(this.text.slice(Math.max(0, start - 1), end + 1)) !== null && !/\d/.test(value)) return;
    if (/^(?:khong|khong co|0)(?: dong)?\.?$/.test(fold(value)))
      return this.note(known, { amount: 0, unit: this.unit ?? "đồng", start });
    const reading = parseMoneyText(value);
    if (reading.kind === "words") {
      this.unreadable(known, reading.text, "words", parseAmountInWords(reading.text));
    } else if (reading.kind === "noUnit") {
      this.readNumber(known, value, reading.value);
    } else if (reading.kind === "ambiguous") {
      this.unreadable(known, value, "ambiguous", null, reading.candidates);
    } else if (/…|\.{3}/.test(this.text.slice(start, end + 3)) && !/\d/.test(clause)) {
      const blank = this.text.slice(start + clause.lastIndexOf(":") + 1, end + 80).trim();
      this.unreadable(known, blank.replace(/(?<=\p{L})\.$/u, ""), "blank", null);
    } else if (damagedAmount.test(value)) {
      this.unreadable(known, value, "damaged", null);
    } else {
      this.pending = known;
    }
  }

  /** "720 triệu đồng (100% ngân sách trung ương)". */
  private readShare(label: Label, text: string): void {
    const before = this.mentions[this.mentions.length - 1];
    if (!/^\s*100 ?%/.test(text) || !before || label.source === null) return;
    this.mentions.push({
      ...before,
      source: label.source,
      level: label.level,
      capital: label.capital ?? before.capital,
    });
  }

  private readNumber(label: Label, text: string, value: number): void {
    const grouped = /\d{1,3}(?:[. ]\d{3}){2,}/.test(text) || value >= 1e6;
    const unit = this.unit ?? (grouped ? "đồng" : null);
    if (unit === null) return this.unreadable(label, text, "no-unit", null);
    const number = /\d[\d., ]*/.exec(text)![0].trim().replace(/[.,]$/, "");
    const reading = parseMoneyText(`${number} ${unit}`);
    if (reading.kind === "amount" && reading.exact)
      this.note(label, { amount: reading.dong, unit, start: 0 });
    else
      this.unreadable(label, text, "ambiguous", null, reading.kind === "ambiguous" ? reading.candidates : []);
  }

  /** "(Bằng chữ: …)" repeats the amount before it. */
  private readWords(start: number, end: number): void {
    const value = parseAmountInWords(this.text.slice(start, end));
    const before = this.mentions[this.mentions.length - 1];
    if (value === null || !before || value === before.amount) return;
    this.flaws.push({
      code: "plan/amount-words-mismatch",
      severity: "warning",
      row: this.context.row,
      params: {
        project: this.context.project,
        amount: before.amount,
        inWords: value,
        text: this.text.slice(start, end).trim(),
      },
    });
  }

  private note(own: Label, reading: Reading): void {
    const label = this.complete(own);
    this.unit = reading.unit;
    const first = this.mentions.length === 0;
    const { source, level, capital } = label;
    const add = (as: Source): void => {
      this.mentions.push({
        source: as,
        level,
        capital,
        amount: reading.amount,
        writtenUnit: factorOf(reading.unit),
        row: this.context.row,
      });
    };
    if (source === null && capital === null && !(this.context.totalFirst && first)) return;
    // "Kinh phí: 720 triệu đồng từ ngân sách trung ương" states the total and its source at once.
    const whole =
      this.context.totalFirst &&
      first &&
      source !== null &&
      isEmpty(labelOf(this.flat.slice(0, reading.start)));
    if (whole && capital === null)
      this.mentions.push({
        source: "total",
        level: null,
        capital,
        amount: reading.amount,
        writtenUnit: factorOf(reading.unit),
        row: this.context.row,
      });
    add(source ?? "total");
    this.last = label;
    this.pending = noLabel;
  }

  /** The clause's own label, else the one left open before it; what it does not say comes from outside. */
  private complete(own: Label): Label {
    const label = isEmpty(own) ? this.pending : own;
    const from = this.within;
    if (label.source === null && label.capital !== null)
      return {
        ...label,
        source: from.capital === null ? from.source : null,
        level: from.capital === null ? from.level : null,
      };
    if (label.source !== null && label.capital === null)
      return { ...label, capital: from.source === null || from.source === "total" ? from.capital : null };
    return label;
  }

  private unreadable(
    own: Label,
    text: string,
    reason: string,
    proposal: number | null,
    candidates: readonly number[] = [],
  ): void {
    const label = this.complete(own);
    this.pending = noLabel;
    this.flaws.push({
      code: "plan/unreadable-amount",
      severity: "error",
      row: this.context.row,
      params: {
        project: this.context.project,
        source: label.source ?? "total",
        text,
        reason,
        proposal: proposal ?? null,
        candidates: candidates.map(String),
      },
    });
  }
}
