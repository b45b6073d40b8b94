/** The newest task with its undo, at the foot of the pane. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons";
import { shellWords } from "../../wording";
import type { PaneSession } from "./session";
import type { SessionState } from "./state";

const useStyles = makeStyles({
  foot: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "6px 12px 6px 20px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    flexShrink: 0,
  },
  undo: { flexShrink: 0, whiteSpace: "nowrap", minWidth: "auto" },
  text: { flexGrow: 1, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

export function DoneList({
  session,
  state,
}: {
  readonly session: PaneSession;
  readonly state: SessionState;
}) {
  const styles = useStyles();
  const words = shellWords[session.host.locale].done;
  const last = state.done.at(-1);
  if (!last) return null;
  const { task, summary, at } = last.entry;
  const time = new Date(at).toLocaleTimeString(session.host.locale === "vi" ? "vi-VN" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <footer className={styles.foot}>
      <Text size={200} className={styles.text}>
        {`${time} · ${words.tasks[task] ?? task}: ${words.summary(summary)}`}
      </Text>
      <Button
        className={styles.undo}
        size="small"
        icon={<ArrowUndoRegular />}
        disabled={state.busy !== null}
        onClick={() => void session.undoLast()}
      >
        {words.undo}
      </Button>
    </footer>
  );
}
