/**
 * The norms that hold for a row (contract, section 2): from `tblDinhMuc`, or from the programme where the workbook has
 * no such table. Of several valid norms the latest counts; a norm for a form applies to that form alone.
 */
import { allContents, type Norm as ProgrammeNorm } from "../../programme";
import { CELL_READ } from "../cellState";
import type { CheckContext } from "../context";
import { dayKey, type DayKey } from "../dateColumn";
import { groupKey } from "../rowGroups";
import { textKey } from "../textColumn";
import { FORM_HEADER, marked, readSupports, SUPPORT_HEADER, type Supports } from "./supports";

export type NormItem = "NSTW" | "NSĐP" | "Tổng" | "Vay";
export type NormKind = "tối đa" | "tối thiểu";

export interface Norm {
  /** Content's group or short name, and form, for comparing; form "" for any. */
  readonly content: string;
  readonly form: string;
  readonly item: string;
  readonly kind: string;
  /** Đồng per household. */
  readonly amount: number;
  readonly from: DayKey;
  readonly to: DayKey;
  readonly basis: string;
  readonly isVerified: boolean;
}

/** What applies to a row for one item and kind. */
export type ApplicableNorm = Norm | "needsForm" | null;

export interface Norms {
  readonly supports: Supports;
  /** The norm of a row, for one item and kind. */
  readonly finder: (item: NormItem, kind: NormKind) => (row: number) => ApplicableNorm;
  /**
   * By combination of project, content and form (`Supports.combinations`): the lowest of the norms that its rows could
   * have, whatever their dates; null where nobody gave such a norm.
   */
  readonly lowest: (item: NormItem, kind: NormKind) => Float64Array | null;
  readonly highest: (item: NormItem, kind: NormKind) => Float64Array | null;
  /** By combination, 1 where a norm (`tối đa`) depends on the form; null where none does. */
  readonly askForForm: () => Uint8Array | null;
}

const EARLIEST = 0;
const LATEST = 99999999;

export function readNorms(context: CheckContext): Norms | null {
  return context.once("norms", () => {
    const supports = readSupports(context);
    if (!supports) return null;
    const all = context.table("tblDinhMuc") ? normsOfTable(context) : normsOfProgramme(context);
    const { table } = supports;
    const [projects, contents, forms] = ["Mã dự án", SUPPORT_HEADER, FORM_HEADER].map((header) =>
      table.texts(header),
    );
    const of = (item: NormItem, kind: NormKind): Norm[] =>
      all.filter((norm) => norm.item === item && norm.kind === kind);
    return {
      supports,
      lowest: (item, kind) => extremes(supports, of(item, kind), Math.min, Infinity),
      highest: (item, kind) => extremes(supports, of(item, kind), Math.max, -Infinity),
      askForForm: () => {
        const groups = new Set(
          all.filter((norm) => norm.kind === "tối đa" && norm.form !== "").map((norm) => norm.content),
        );
        return groups.size === 0 ? null : marked(supports, (row) => groups.has(supports.groupAt(row)));
      },
      finder: (item, kind) => {
        const own = of(item, kind);
        if (own.length === 0) return () => null;
        const eraOf = erasOf(own);
        /** By project, content, and form with era: plain arrays, because every row is asked for several norms. */
        const known: ApplicableNorm[][][] = [];
        return (row) => {
          const date = supports.approvalAt(row);
          const content = contents!.codes[row]!;
          if (date === null || content < 0) return null;
          const ofProject = (known[projects!.codes[row]! + 1] ??= []);
          const ofContent = (ofProject[content] ??= []);
          const key = (forms!.codes[row]! + 1) * (2 * own.length + 1) + eraOf(date);
          let norm = ofContent[key];
          if (norm === undefined) {
            norm = choose(own, supports.groupAt(row), forms!.keyAt(row), date);
            ofContent[key] = norm;
          }
          return norm;
        };
      },
    };
  });
}

/** By combination, the least or the greatest of the norms of its content for its form or any. */
function extremes(
  supports: Supports,
  norms: readonly Norm[],
  choose: (a: number, b: number) => number,
  none: number,
): Float64Array | null {
  if (norms.length === 0) return null;
  const amounts = new Map<string, number>();
  for (const { content, form, amount } of norms) {
    const key = groupKey(content, form);
    amounts.set(key, choose(amounts.get(key) ?? none, amount));
  }
  const forms = supports.table.texts(FORM_HEADER);
  const { firstRows } = supports.combinations();
  return Float64Array.from(firstRows, (row) => {
    const [content, form] = [supports.groupAt(row), forms.keyAt(row)];
    return choose(amounts.get(groupKey(content, "")) ?? none, amounts.get(groupKey(content, form)) ?? none);
  });
}

/** Numbers the times between which no norm begins or ends: within one, all dates have the same norms. */
function erasOf(norms: readonly Norm[]): (date: DayKey) => number {
  const starts = [...new Set(norms.flatMap((norm) => [norm.from, norm.to + 1]))];
  return (date) => {
    let era = 0;
    for (let index = 0; index < starts.length; index += 1) if (starts[index]! <= date) era += 1;
    return era;
  };
}

function choose(all: readonly Norm[], content: string, form: string, date: DayKey): ApplicableNorm {
  const valid = all.filter((norm) => norm.content === content && norm.from <= date && date <= norm.to);
  const latest = (norms: readonly Norm[]): Norm | null =>
    norms.reduce<Norm | null>((best, norm) => (best === null || norm.from >= best.from ? norm : best), null);
  const general = latest(valid.filter((norm) => norm.form === ""));
  if (form === "") {
    const special = latest(valid.filter((norm) => norm.form !== ""));
    return special && (general === null || special.from > general.from) ? "needsForm" : general;
  }
  const own = latest(valid.filter((norm) => norm.form === form));
  return own && (general === null || own.from >= general.from) ? own : general;
}

function normsOfTable(context: CheckContext): Norm[] {
  const table = context.table("tblDinhMuc")!;
  const [contents, forms, items, kinds, bases, confidences] = [
    "Nội dung hỗ trợ",
    "Hình thức",
    "Khoản",
    "Kiểu",
    "Căn cứ",
    "Độ tin cậy",
  ].map((header) => table.texts(header));
  const amounts = table.numbers("Mức");
  const from = table.dates("Từ ngày");
  const to = table.dates("Đến ngày");
  return table.rows
    .filter((row) => amounts.states[row] === CELL_READ)
    .map((row) => ({
      content: contents!.keyAt(row),
      form: forms!.keyAt(row),
      item: items!.labelAt(row),
      kind: kinds!.keyAt(row),
      amount: amounts.values[row]!,
      from: from.states[row] === CELL_READ ? from.values[row]! : EARLIEST,
      to: to.states[row] === CELL_READ ? to.values[row]! : LATEST,
      basis: bases!.labelAt(row),
      isVerified: confidences!.keyAt(row) === "đã xác minh",
    }));
}

function normsOfProgramme(context: CheckContext): Norm[] {
  const contents = new Map(allContents(context.programme).map((content) => [content.code, content]));
  const group = (norm: ProgrammeNorm): string => {
    const content = contents.get(norm.content);
    return textKey(content?.supportGroup ?? content?.shortName ?? "");
  };
  const key = (iso: string | null, open: DayKey): DayKey => {
    const [year, month, day] = (iso ?? "").split("-").map(Number);
    return iso === null ? open : dayKey(year!, month, day);
  };
  return context.programme.norms.map((norm) => ({
    content: group(norm),
    form: textKey(norm.form ?? ""),
    item: norm.item,
    kind: norm.kind,
    amount: norm.amount,
    from: key(norm.validFrom, EARLIEST),
    to: key(norm.validTo, LATEST),
    basis: norm.basis,
    isVerified: norm.evidence.confidence === "verified",
  }));
}

/** In đồng. */
export type AgainstNorm = {
  content: string;
  item: string;
  amount: number;
  norm: number;
  form: string;
  basis: string;
};

/** What a finding says about an amount and its norm. */
export function againstNorm(norms: Norms, row: number, amount: number, norm: Norm): AgainstNorm {
  const { table } = norms.supports;
  return {
    content: table.texts("Nội dung hỗ trợ").labelAt(row),
    item: norm.item,
    amount,
    norm: norm.amount,
    form: norm.form === "" ? "" : table.texts("Hình thức").labelAt(row),
    basis: norm.basis,
  };
}
