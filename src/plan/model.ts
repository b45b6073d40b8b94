/** A commune's plan as data. Amounts are integers of đồng; `row` is the line of the text, in a .docx the paragraph. */
import type { FindingParam, Severity } from "../domain";

/** null where the plan gives no figure. */
export interface PlanAllocation {
  readonly total: number | null;
  readonly central: number | null;
  readonly local: number | null;
  readonly other: number | null;
}

export type PlanSourceKey = "total" | "central" | "local" | "other";

/** A split by kind of capital where the plan states one. */
export interface CapitalSplit {
  readonly investment: PlanAllocation | null;
  readonly recurrent: PlanAllocation | null;
}

export interface PlanContent {
  /** Project code + `.ND` + order, then `.1`, `.2` for children. */
  readonly code: string;
  /** At most 60 characters, unique within its project; the programme's short name where the content is the programme's. */
  readonly shortTitle: string;
  readonly title: string;
  readonly level: 1 | 2 | 3;
  readonly allocation: PlanAllocation | null;
  readonly children: readonly PlanContent[];
  /** The programme's content (`DA1.ND3.1`) that this one is, by title. */
  readonly programmeContent: string | null;
  readonly targets: readonly string[];
  /** The unit that carries it out, where the plan names one for this content. */
  readonly unit: string | null;
  /** Sentences under the content that are no contents of their own. */
  readonly details: readonly string[];
  readonly row: number;
}

export interface PlanProject {
  /** The plan's own number: `DA6`, `DA5.TDA1`. */
  readonly code: string;
  /** The programme's number for the same title; null where no title is near. */
  readonly programmeCode: string | null;
  /** Without its number. Where the plan names the sub-project alone, the programme's title of its project. */
  readonly title: string;
  readonly subProject: { readonly code: string; readonly title: string } | null;
  readonly allocation: PlanAllocation;
  /** Local money by level, `tỉnh` | `huyện` | `xã`, where the plan splits it. */
  readonly localParts: Readonly<Record<string, number>> | null;
  readonly capital: CapitalSplit | null;
  readonly leadUnit: string | null;
  readonly leadUnitKey: string | null;
  readonly coordinating: readonly string[];
  /** The sentences that assign the work, verbatim. */
  readonly assignment: readonly string[];
  readonly targets: readonly string[];
  readonly contents: readonly PlanContent[];
  /** Sentences among the contents that belong to the whole project. */
  readonly notes: readonly string[];
  /** Đồng in the unit that the project's amounts are written in. */
  readonly writtenUnit: number;
  readonly row: number;
  /** Where the budget stands. */
  readonly budgetRow: number | null;
}

export interface PlanSignatory {
  /** `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, as written. */
  readonly authority: readonly string[];
  /** The signer's own office, in words: "Phó Chủ tịch". */
  readonly title: string | null;
  /** Never corrected. */
  readonly name: string | null;
}

/** What one unit has to do under "Tổ chức thực hiện". */
export interface UnitDuties {
  readonly unit: string;
  readonly unitKey: string;
  readonly duties: readonly { readonly text: string; readonly row: number }[];
  readonly row: number;
}

export interface PlanVillage {
  readonly name: string;
  readonly row: number;
}

export interface StatedTotal {
  readonly allocation: PlanAllocation;
  readonly writtenUnit: number;
  readonly row: number;
}

export interface Plan {
  /** `30/KH-UBND`. */
  readonly number: string | null;
  /** ISO. */
  readonly date: string | null;
  /** Without "xã"; `communeKind` says what it is. */
  readonly commune: string | null;
  readonly communeKind: "xã" | "phường" | "thị trấn" | null;
  /** Only where the plan says so. */
  readonly province: string | null;
  readonly oldDistrict: string | null;
  readonly year: number | null;
  readonly subject: string | null;
  readonly unit: "đồng";
  readonly legalBases: readonly string[];
  readonly recipients: readonly string[];
  readonly signatory: PlanSignatory;
  /** Leaf rows only, in the plan's order: a project that stands as its sub-project has one row. */
  readonly projects: readonly PlanProject[];
  /** Σ of the projects' amounts that are given; `other` is null where all are. */
  readonly totals: PlanAllocation;
  /** The whole plan's money where the plan itself states it. */
  readonly statedTotal: StatedTotal | null;
  readonly organisation: readonly UnitDuties[];
  /** Villages that the plan names as being of special difficulty. */
  readonly difficultVillages: readonly PlanVillage[];
}

/** Something wrong or unread in a plan, as data; the words are made elsewhere from code and params. */
export interface PlanFlaw {
  readonly code: string;
  readonly severity: Severity;
  /** 1-based line or paragraph; null where the fault is that something is nowhere. */
  readonly row: number | null;
  readonly params: Readonly<Record<string, FindingParam>>;
}

export type PlanSource =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "docx"; readonly bytes: Uint8Array }
  /** A file as it is: what it holds is found out from its first bytes. */
  | { readonly kind: "file"; readonly bytes: Uint8Array };

export type UnreadableReason =
  | "empty"
  | "binary"
  | "too-large"
  | "not-a-plan"
  | "bad-docx"
  | "encrypted"
  | "old-word"
  | "pdf"
  | "spreadsheet"
  | "legacy-encoding";

/** The document cannot be used at all: a person's mistake, so a value. */
export interface PlanUnreadable {
  readonly ok: false;
  readonly reason: UnreadableReason;
  /** Technical detail for the curious, e.g. the XML parser's word; never the only explanation. */
  readonly detail: string | null;
}

export interface PlanReading {
  readonly ok: true;
  readonly plan: Plan;
  /** In the order of rows; those without a row first. */
  readonly findings: readonly PlanFlaw[];
}
