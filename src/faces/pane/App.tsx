/** The pane: places above, what was just said, the place itself, and what was done below. */
import { FluentProvider, makeStyles, ProgressBar, Tab, TabList, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, DocumentTextRegular, TableSimpleRegular } from "@fluentui/react-icons";
import { useEffect, useState, useSyncExternalStore } from "react";
import { paneWords } from "../../wording";
import { DoneList } from "./DoneList";
import type { PaneTheme } from "./host";
import { NoticeBar } from "./NoticeBar";
import { CheckPlace } from "./places/CheckPlace";
import { PlanPlace } from "./places/PlanPlace";
import { ReportPlace } from "./places/ReportPlace";
import type { PanePlace, PaneSession } from "./session";
import { themes } from "./theme";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100vh", minWidth: "280px" },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingRight: "32px", flexShrink: 0 },
  progress: { height: "2px", flexShrink: 0 },
  place: { flexGrow: 1, overflowY: "auto", padding: "12px 20px 20px", outlineStyle: "none" },
});

export function App({ session }: { readonly session: PaneSession }) {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const theme = useTheme(session);
  const words = paneWords[session.host.locale];
  return (
    <FluentProvider theme={themes[theme]} lang={session.host.locale}>
      <main className={styles.frame} aria-busy={state.busy !== null}>
        <TabList
          className={styles.tabs}
          aria-label={words.tabsLabel}
          selectedValue={state.place}
          onTabSelect={(_event, { value }) => session.go(value as PanePlace)}
        >
          <Tab value="plan" id="tab-plan" aria-controls="place" icon={<DocumentTextRegular />}>
            {words.places.plan}
          </Tab>
          <Tab value="check" id="tab-check" aria-controls="place" icon={<CheckmarkCircleRegular />}>
            {words.places.check}
          </Tab>
          <Tab value="report" id="tab-report" aria-controls="place" icon={<TableSimpleRegular />}>
            {words.places.report}
          </Tab>
        </TabList>
        <div className={styles.progress} role="status" aria-live="polite">
          {state.busy !== null && (
            <ProgressBar thickness="medium" aria-label={words.busy[state.busy] ?? words.reading} />
          )}
        </div>
        {state.notice && <NoticeBar session={session} notice={state.notice} />}
        <div
          id="place"
          role="tabpanel"
          tabIndex={0}
          aria-labelledby={`tab-${state.place}`}
          className={styles.place}
        >
          {state.place === "plan" && <PlanPlace session={session} state={state} />}
          {state.place === "check" && <CheckPlace session={session} state={state} />}
          {state.place === "report" && <ReportPlace session={session} state={state} />}
        </div>
        <DoneList session={session} state={state} />
      </main>
    </FluentProvider>
  );
}

function useTheme(session: PaneSession): PaneTheme {
  const [theme, setTheme] = useState(session.host.theme);
  useEffect(() => session.host.watchTheme?.(setTheme), [session]);
  return theme;
}
