/** The pane's foot: settings, what was done in this session, and the newest of it with its undo. */
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import {
  ArrowUndoRegular,
  HistoryRegular,
  QuestionCircleRegular,
  SettingsRegular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { shellWords } from "../../wording";
import type { PaneSession } from "./session";
import type { DoneTask, SessionState } from "./state";

const useStyles = makeStyles({
  foot: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    flexShrink: 0,
  },
  bar: { display: "flex", alignItems: "center", gap: "4px", padding: "6px 12px" },
  log: {
    margin: 0,
    padding: "4px 12px 8px 20px",
    listStyleType: "none",
    maxHeight: "40vh",
    overflowY: "auto",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  entry: { display: "flex", alignItems: "center", gap: "8px", padding: "4px 0" },
  what: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  muted: { color: tokens.colorNeutralForeground2 },
  undo: { flexShrink: 0, whiteSpace: "nowrap", minWidth: "auto" },
  text: { flexGrow: 1, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface FootProps {
  readonly session: PaneSession;
  readonly state: SessionState;
}

export function Foot({ session, state }: FootProps) {
  const styles = useStyles();
  const words = shellWords[session.host.locale];
  const [open, setOpen] = useState(false);
  const last = state.done.at(-1);
  const inSettings = state.place === "settings";
  return (
    <footer className={styles.foot}>
      {open && <Log session={session} state={state} />}
      <div className={styles.bar}>
        <Button
          size="small"
          appearance="subtle"
          title={words.places.settings}
          aria-label={words.places.settings}
          icon={<SettingsRegular />}
          aria-pressed={inSettings}
          onClick={() => session.go(inSettings ? "plan" : "settings")}
        />
        <Button
          size="small"
          appearance="subtle"
          title={words.done.title}
          aria-label={words.done.title}
          icon={<HistoryRegular />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
        {session.host.help && (
          <Button
            as="a"
            href={`${session.host.help}#${state.place}`}
            target="_blank"
            size="small"
            appearance="subtle"
            title={words.help}
            aria-label={words.help}
            icon={<QuestionCircleRegular />}
          />
        )}
        <Text size={200} className={mergeClasses(styles.text, !last && styles.muted)}>
          {last ? `${timeOf(last, session)} · ${whatOf(last, session)}` : words.done.none}
        </Text>
        {last && <UndoButton session={session} state={state} task={last} />}
      </div>
    </footer>
  );
}

/** The newest first: that is the order in which things are taken back. */
function Log({ session, state }: FootProps) {
  const styles = useStyles();
  const words = shellWords[session.host.locale].done;
  return (
    <ul className={styles.log} aria-label={words.title}>
      {state.done.length === 0 && (
        <li>
          <Text size={200}>{words.none}</Text>
        </li>
      )}
      {[...state.done].reverse().map((task) => (
        <li key={`${task.entry.at} ${task.entry.task}`} className={styles.entry}>
          <div className={styles.what}>
            <Text size={200} weight="semibold">{`${timeOf(task, session)} · ${nameOf(task, session)}`}</Text>
            <Text size={200} className={styles.muted}>
              {words.summary(task.entry.summary)}
            </Text>
          </div>
          <UndoButton session={session} state={state} task={task} />
        </li>
      ))}
    </ul>
  );
}

function UndoButton({ session, state, task }: FootProps & { readonly task: DoneTask }) {
  const styles = useStyles();
  const words = shellWords[session.host.locale].done;
  return (
    <Button
      className={styles.undo}
      size="small"
      icon={<ArrowUndoRegular />}
      disabled={state.busy !== null}
      onClick={() => void session.undo(task)}
    >
      {words.undo}
    </Button>
  );
}

function nameOf({ entry }: DoneTask, session: PaneSession): string {
  return shellWords[session.host.locale].done.tasks[entry.task] ?? entry.task;
}

function whatOf(task: DoneTask, session: PaneSession): string {
  return `${nameOf(task, session)}: ${shellWords[session.host.locale].done.summary(task.entry.summary)}`;
}

function timeOf({ entry }: DoneTask, session: PaneSession): string {
  const locale = session.host.locale === "vi" ? "vi-VN" : "en-GB";
  return new Date(entry.at).toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
}
