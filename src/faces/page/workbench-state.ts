/** What the page shows of the workbook it is working on. It is replaced, never changed. */
import type { NotShown } from "../../wording";
import type { PaneSession } from "../pane";
import type { KeptWork } from "./keeping";

export interface WorkbenchMessage {
  readonly intent: "info" | "warning" | "error" | "success";
  readonly text: string;
}

export interface WorkbenchState {
  /** Another workbook has another number. */
  readonly opened: number;
  readonly session: PaneSession;
  /** The file's name with its ending; null for a new workbook. */
  readonly name: string | null;
  readonly state: "unchanged" | "unsaved" | "saved";
  readonly empty: boolean;
  readonly gridReady: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly notShown: readonly NotShown[];
  readonly message: WorkbenchMessage | null;
  readonly kept: KeptWork | null;
}

/** The state of a workbook that nothing has been done with yet. */
export function beginning(
  of: Pick<WorkbenchState, "session" | "name" | "state" | "empty" | "notShown">,
): Omit<WorkbenchState, "opened" | "kept"> {
  return { ...of, gridReady: false, canUndo: false, canRedo: false, message: null };
}
