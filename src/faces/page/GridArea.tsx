/** Where the grid stands: its program is loaded apart, and until the book has a sheet there is the way to begin. */
import { makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { pageWords } from "../../wording";
import { Welcome } from "./Welcome";
import type { Workbench } from "./workbench";
import type { WorkbenchState } from "./workbench-state";

const useStyles = makeStyles({
  grid: { flexGrow: 1, minHeight: 0, position: "relative" },
  hidden: { visibility: "hidden" },
  over: {
    position: "absolute",
    inset: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

interface GridAreaProps {
  readonly workbench: Workbench;
  readonly state: WorkbenchState;
}

export function GridArea({ workbench, state }: GridAreaProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const loading = loadGrid(workbench, place.current!);
    loading.catch((error: unknown) => {
      setFailed(true);
      workbench.fail(error instanceof Error ? error.message : String(error));
      console.error(error);
    });
  }, [workbench]);
  const waits = !state.empty && !state.gridReady && !failed;
  return (
    <>
      <div ref={place} id="grid" className={mergeClasses(styles.grid, !state.gridReady && styles.hidden)} />
      {state.empty && (
        <div className={styles.over}>
          <Welcome workbench={workbench} state={state} />
        </div>
      )}
      {waits && (
        <div className={styles.over}>
          <Spinner label={pageWords[workbench.locale].grid.loading} />
        </div>
      )}
    </>
  );
}

async function loadGrid(workbench: Workbench, place: HTMLElement): Promise<void> {
  // The pane is drawn first: two megabytes are not read and compiled before it can be used.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { GridView } = await import(/* webpackChunkName: "grid" */ "./grid");
  const grid = new GridView(place, {
    book: { read: (request) => workbench.book.file.read(request) },
    person: workbench.person,
    computed: workbench.computed,
    say: workbench.say,
    undo: () => void workbench.undo(),
    redo: () => void workbench.redo(),
  });
  await workbench.attach(grid);
}
