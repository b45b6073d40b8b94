/** The pane: places above, what was just said, the place itself, and what was done below. */
import {
  FluentProvider,
  makeStyles,
  ProgressBar,
  Tab,
  TabList,
  tokens,
  type Theme,
} from "@fluentui/react-components";
import { CheckmarkCircleRegular, DocumentTextRegular, TableSimpleRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { shellWords } from "../../wording";
import { DoneList } from "./DoneList";
import type { PaneTheme } from "./host";
import { NoticeBar } from "./NoticeBar";
import { PlaceArea } from "./PlaceArea";
import type { PaneSession } from "./session";
import type { PanePlace } from "./state";
import { useStore } from "./store";
import { lightTheme, loadTheme } from "./theme";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100vh", minWidth: "280px" },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingRight: "32px", flexShrink: 0 },
  progress: { height: "2px", flexShrink: 0 },
  place: { flexGrow: 1, overflowY: "auto", padding: "12px 20px 20px", outlineStyle: "none" },
});

export function App({ session }: { readonly session: PaneSession }) {
  const styles = useStyles();
  const state = useStore(session);
  const theme = useTheme(session);
  const words = shellWords[session.host.locale];
  return (
    <FluentProvider theme={theme} lang={session.host.locale}>
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
          <PlaceArea session={session} place={state.place} />
        </div>
        <DoneList session={session} state={state} />
      </main>
    </FluentProvider>
  );
}

function useTheme(session: PaneSession): Theme {
  const [theme, setTheme] = useState(lightTheme);
  useEffect(() => {
    // Of two changes shortly after each other the later one counts.
    let newest: PaneTheme = session.host.theme;
    const show = (name: PaneTheme) => {
      newest = name;
      void loadTheme(name).then((loaded) => {
        if (newest === name) setTheme(loaded);
      });
    };
    show(session.host.theme);
    return session.host.watchTheme?.(show);
  }, [session]);
  return theme;
}
