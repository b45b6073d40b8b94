/** The whole page: what is open above, the grid at the left, the pane at the right. */
import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { pageWords } from "../../wording";
import { App } from "../pane";
import { Border } from "./Border";
import { GridArea } from "./GridArea";
import { Header } from "./Header";
import { changeSides } from "./keys";
import { Messages } from "./Messages";
import { lightTheme } from "../pane";
import type { Workbench } from "./workbench";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100vh", overflow: "hidden" },
  sides: { display: "flex", flexGrow: 1, minHeight: 0 },
  grid: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", position: "relative" },
  pane: {
    flexShrink: 0,
    minHeight: 0,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
    // The pane fills the window where Excel shows it; here it fills its side.
    "& > div": { height: "100%" },
    "& main": { height: "100%" },
  },
});

/** Excel's own width for a task pane. */
export const PANE_WIDTH = 350;

export function PageApp({ workbench }: { readonly workbench: Workbench }) {
  const styles = useStyles();
  const state = useSyncExternalStore(workbench.subscribe, workbench.state);
  const [width, setWidth] = useState(PANE_WIDTH);
  const pane = useRef<HTMLElement>(null);
  const words = pageWords[workbench.locale];
  useEffect(() => void workbench.start(), [workbench]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => changeSides(event, pane.current, () => workbench.grid?.focus());
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [workbench]);
  return (
    <FluentProvider theme={lightTheme} lang={workbench.locale}>
      <div className={styles.page}>
        <Header workbench={workbench} state={state} />
        <Messages workbench={workbench} state={state} />
        <div className={styles.sides}>
          <section className={styles.grid} aria-label={words.grid.label}>
            <GridArea workbench={workbench} state={state} />
          </section>
          <Border label={words.border} width={width} onWidth={setWidth} />
          <section ref={pane} className={styles.pane} style={{ width }} aria-label={words.pane} id="pane">
            <App key={state.opened} session={state.session} />
          </section>
        </div>
      </div>
    </FluentProvider>
  );
}
