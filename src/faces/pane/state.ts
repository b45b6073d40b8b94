/** What the pane knows, as data that is replaced and never changed, so that views can compare it. */
import type { Edit, JournalEntry } from "../../book";
import type { OwnTableName } from "../../layout";
import type { CheckedWorkbook } from "./places/check/work";
import type { OpenPlan } from "./places/plan/work";

export type PanePlace = "plan" | "check" | "report" | "template" | "settings";

export interface Notice {
  readonly intent: "success" | "warning" | "error" | "info";
  readonly title?: string;
  readonly text: string;
  /** Choices where the person has to decide. */
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** A task that was done in this session and can be taken back. */
export interface DoneTask {
  readonly edit: Edit;
  readonly entry: JournalEntry;
}

/** How far a running task is; `total` 0: it cannot be said. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface WorkbookState {
  /** It holds tables of ours. */
  readonly ours: boolean;
  /** Names of the sheets that a person sees. */
  readonly sheets: readonly string[];
  /** What the workbook says of its plan, as text, empty where it says nothing; null where it has no parameters. */
  readonly plan: {
    readonly commune: string;
    readonly number: string;
    readonly date: string;
    readonly year: string;
    readonly unit: string;
    readonly detailUnit: string;
  } | null;
  /** Codes of the report forms that stand in it. */
  readonly reports: readonly string[];
}

/** A sheet that staff have made themselves, and what it was found to be. */
export interface OwnSheet {
  readonly sheet: string;
  readonly table: OwnTableName;
}

export interface SessionState {
  readonly place: PanePlace;
  /** null until the workbook has been looked at. */
  readonly workbook: WorkbookState | null;
  /** A key of the wording's `busy`. */
  readonly busy: string | null;
  readonly progress: Progress | null;
  /** Stops the running task, where it can be stopped. */
  readonly cancel: (() => void) | null;
  readonly notice: Notice | null;
  readonly plan: OpenPlan | null;
  readonly checked: CheckedWorkbook | null;
  /** In a workbook without our structure; empty until they have been looked for. */
  readonly ownSheets: readonly OwnSheet[];
  /** Newest last. */
  readonly done: readonly DoneTask[];
}

export const firstState: SessionState = {
  place: "plan",
  workbook: null,
  busy: null,
  progress: null,
  cancel: null,
  notice: null,
  plan: null,
  checked: null,
  ownSheets: [],
  done: [],
};
