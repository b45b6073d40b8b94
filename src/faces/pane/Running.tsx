/** What runs now: how far it is, said to those who listen, and the button that stops it. */
import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { shellWords } from "../../wording";
import type { PaneSession } from "./session";
import type { SessionState } from "./state";

const useStyles = makeStyles({
  thin: { height: "2px", flexShrink: 0 },
  line: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    padding: "4px 12px 4px 20px",
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** What is over sooner is shown by the thin bar alone. */
const WORTH_WORDS = 700;

interface RunningProps {
  readonly session: PaneSession;
  readonly state: SessionState;
}

export function Running({ session, state }: RunningProps) {
  const styles = useStyles();
  const words = shellWords[session.host.locale];
  const lasting = useLasting(state.busy);
  const { busy, progress, cancel } = state;
  const text = busy === null ? "" : (words.busy[busy] ?? words.reading);
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <>
      <div className={styles.thin}>
        {busy !== null && <ProgressBar aria-label={text} {...(share === null ? {} : { value: share })} />}
      </div>
      <div role="status" aria-live="polite">
        {lasting && busy !== null && (
          <div className={styles.line}>
            <Text size={200}>{share === null ? text : words.share(text, Math.round(share * 100))}</Text>
            {cancel && (
              <Button size="small" onClick={cancel}>
                {words.cancel}
              </Button>
            )}
          </div>
        )}
      </div>
    </>
  );
}

function useLasting(busy: string | null): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (busy === null) return;
    const timer = setTimeout(() => setLasting(true), WORTH_WORDS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [busy]);
  return lasting;
}
