/** The ribbon's buttons: the names that the manifest calls, and what each does with the pane's session. */
import type { PaneSession } from "../pane";

export const commandNames = ["insertStructure", "checkWorkbook", "makeReport", "undoLast"] as const;
export type CommandName = (typeof commandNames)[number];

/**
 * What the buttons do. They work with the pane closed, as the pane's page runs on; where the person has something to
 * choose or to read, the pane is shown.
 */
export function commands(
  session: PaneSession,
  showPane: () => Promise<void>,
): Readonly<Record<CommandName, () => Promise<void>>> {
  const showWhatWasSaid = async () => {
    if (session.state().notice !== null) await showPane();
  };
  return {
    insertStructure: async () => {
      await session.inject();
      await showPane();
    },
    checkWorkbook: async () => {
      await session.check();
      await showPane();
    },
    makeReport: async () => {
      await session.makeReports(["BC01"], false);
      await showWhatWasSaid();
    },
    undoLast: async () => {
      await session.undoLast();
      await showWhatWasSaid();
    },
  };
}
