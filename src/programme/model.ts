/** What a programme is once its pack has been read: the catalogue, the norms and the parameters, each with its evidence. */
import type { Confidence } from "../domain";

/** Where a statement comes from and how sure we are; `source` is null for general knowledge. */
export interface Evidence {
  readonly source: string | null;
  readonly confidence: Confidence;
  readonly note?: string;
}

export type CapitalType = "Đầu tư" | "Sự nghiệp";

export interface ProgrammeContent {
  /** Code of the project or sub-project, `.ND` and the order, then `.1`, `.2` for children. */
  readonly code: string;
  readonly title: string;
  /** At most 60 characters, unique within its project or sub-project. */
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly level: 1 | 2 | 3;
  /** The kinds of capital that may be spent on it; empty excludes nothing. */
  readonly capitalTypes: readonly CapitalType[];
  /** Set on a content that households receive. */
  readonly supportGroup: string | null;
  readonly evidence: Evidence;
  readonly children: readonly ProgrammeContent[];
}

export interface SubProject {
  /** `DA9.TDA2`. */
  readonly code: string;
  readonly number: number;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly capitalTypes: readonly CapitalType[];
  readonly evidence: Evidence;
  readonly contents: readonly ProgrammeContent[];
}

export interface ProgrammeProject extends SubProject {
  readonly subProjects: readonly SubProject[];
}

/** Whose money a norm limits: `Tổng` is all of it, `Vay` a loan beside it. */
export type NormItem = "NSTW" | "NSĐP" | "Tổng" | "Vay";
export type NormKind = "tối đa" | "tối thiểu" | "bình quân";
export type SupportForm = "Xây mới" | "Sửa chữa";

export interface Norm {
  /** Code of the content it is for. */
  readonly content: string;
  /** null: whatever the form. */
  readonly form: SupportForm | null;
  readonly item: NormItem;
  readonly kind: NormKind;
  /** Đồng per household. */
  readonly amount: number;
  /** ISO dates, both inclusive; null is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The legal text's short name. */
  readonly basis: string;
  readonly evidence: Evidence;
}

export interface Parameter<T> {
  readonly value: T;
  readonly evidence: Evidence;
}

/** A day of the year that is `yearOffset` years after the plan year. */
export interface Deadline {
  readonly month: number;
  readonly day: number;
  readonly yearOffset: number;
  readonly evidence: Evidence;
}

/** A day by which something must have been reported. */
export interface ReportDeadline extends Deadline {
  /** The parameter of the workbook in which staff change the day. */
  readonly name: string;
  /** What has to be done by then. */
  readonly purpose: string;
}

export interface ProgrammeParameters {
  /** Local over central money, as a fraction. */
  readonly counterpartRatioMinimum: Parameter<number>;
  /** Missing production land as a fraction of the local norm. */
  readonly landShortageThreshold: Parameter<number>;
  /** Whether a shortage of exactly the threshold counts. */
  readonly landShortageInclusive: Parameter<boolean>;
  readonly paymentDeadline: Deadline;
  readonly carryOverDeadline: Deadline;
  readonly reportDeadlines?: readonly ReportDeadline[];
}

/** Who may receive what; project and content codes are the programme's. */
export interface HouseholdRules {
  /** Only poor households. */
  readonly poorOnly: { readonly projects: readonly string[]; readonly evidence: Evidence };
  /** Kinh households only in communes or villages of special difficulty. */
  readonly kinhInDifficultAreaOnly: { readonly projects: readonly string[]; readonly evidence: Evidence };
  /** Contents for which a household must lack production land. */
  readonly landShortage: { readonly contents: readonly string[]; readonly evidence: Evidence };
  /** A household receives at most one content of each list. */
  readonly alternatives: readonly { readonly contents: readonly string[]; readonly evidence: Evidence }[];
}

/** Ethnic groups with priority; every name is a canonical one of `domain`. */
export interface PriorityEthnicGroups {
  readonly categories: readonly { readonly name: string; readonly groups: readonly string[] }[];
  readonly decision: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly scope: string;
  readonly evidence: Evidence;
}

export interface Programme {
  readonly code: string;
  readonly title: string;
  readonly decision: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly evidence: Evidence;
  readonly projects: readonly ProgrammeProject[];
  readonly norms: readonly Norm[];
  readonly parameters: ProgrammeParameters;
  readonly householdRules: HouseholdRules;
  readonly priorityEthnicGroups: PriorityEthnicGroups;
  /** First three digits of a CCCD number → province of birth registration. */
  readonly cccdProvinceCodes: {
    readonly codes: Readonly<Record<string, string>>;
    readonly evidence: Evidence;
  };
}
