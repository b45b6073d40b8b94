/** The pane: places above, what was just said, the place itself, and what was done below. */
import { FluentProvider, makeStyles, Tab, TabList, tokens, type Theme } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { shellWords } from "../../wording";
import { Foot } from "./Foot";
import type { PaneTheme } from "./host";
import { useKeptFocus } from "./keptFocus";
import { NoticeBar } from "./NoticeBar";
import { OwnSheetsCard } from "./OwnSheetsCard";
import { PlaceArea } from "./PlaceArea";
import { Running } from "./Running";
import { WorkbookCard } from "./WorkbookCard";
import type { PaneSession } from "./session";
import type { PanePlace } from "./state";
import { useStore } from "./store";
import { lightTheme, loadTheme } from "./theme";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", height: "100vh", minWidth: "280px" },
  tabs: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: "8px",
    paddingRight: "32px",
    flexShrink: 0,
  },
  // Four tabs and Excel's own corner stand side by side down to 320 px, which is 400 % of a small screen.
  tab: { paddingLeft: "6px", paddingRight: "6px" },
  place: { flexGrow: 1, overflowY: "auto", padding: "12px 20px 20px" },
});

/** The places in the order of the work; the settings have a button of their own below. */
const tabs = ["plan", "check", "report", "template"] as const;

export function App({ session }: { readonly session: PaneSession }) {
  const theme = useTheme(session);
  return (
    theme && (
      <FluentProvider theme={theme} lang={session.host.locale}>
        <PaneFrame session={session} />
      </FluentProvider>
    )
  );
}

function PaneFrame({ session }: { readonly session: PaneSession }) {
  const styles = useStyles();
  const state = useStore(session);
  const words = shellWords[session.host.locale];
  const frame = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(frame, place, state);
  return (
    <main ref={frame} className={styles.frame} aria-busy={state.busy !== null}>
      <TabList
        className={styles.tabs}
        aria-label={words.tabsLabel}
        selectedValue={state.place}
        onTabSelect={(_event, { value }) => session.go(value as PanePlace)}
      >
        {tabs.map((place) => (
          <Tab key={place} className={styles.tab} value={place} id={`tab-${place}`} aria-controls="place">
            {words.places[place]}
          </Tab>
        ))}
      </TabList>
      <Running session={session} state={state} />
      {state.notice && <NoticeBar session={session} notice={state.notice} />}
      <div
        ref={place}
        id="place"
        role="tabpanel"
        tabIndex={0}
        {...(state.place === "settings"
          ? { "aria-label": words.places.settings }
          : { "aria-labelledby": `tab-${state.place}` })}
        className={styles.place}
      >
        {state.place === "plan" && !state.plan && state.workbook?.ours && (
          <WorkbookCard session={session} state={state} workbook={state.workbook} />
        )}
        {state.place === "plan" && !state.plan && !state.workbook?.ours && state.ownSheets.length > 0 && (
          <OwnSheetsCard session={session} sheets={state.ownSheets} />
        )}
        <PlaceArea session={session} place={state.place} />
      </div>
      <Foot session={session} state={state} />
    </main>
  );
}

/** Null until a theme other than the light one is there: a dark Office is not shown a white pane first. */
function useTheme(session: PaneSession): Theme | null {
  const first = session.host.theme;
  const [theme, setTheme] = useState(first === "light" ? lightTheme : null);
  useEffect(() => {
    // Of two changes shortly after each other the later one counts.
    let newest: PaneTheme = first;
    const show = (name: PaneTheme) => {
      newest = name;
      // Scroll bars and the lists of choices are drawn by the browser; in high contrast it knows by itself.
      document.documentElement.style.colorScheme = name === "highContrast" ? "" : name;
      void loadTheme(name).then((loaded) => {
        if (newest === name) setTheme(loaded);
      });
    };
    show(first);
    return session.host.watchTheme?.(show);
  }, [session, first]);
  return theme;
}
