/** The first screen: two ways to begin, and the work that was not saved last time. */
import {
  Button,
  Card,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  Title2,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowRightRegular,
  DocumentTextRegular,
  FolderOpenRegular,
  ShieldCheckmarkRegular,
} from "@fluentui/react-icons";
import { useSyncExternalStore } from "react";
import { pageWords } from "../../wording";
import { chooseFile } from "./files";
import type { Workbench } from "./workbench";
import type { WorkbenchState } from "./workbench-state";

const useStyles = makeStyles({
  screen: { maxWidth: "760px", padding: "32px", display: "flex", flexDirection: "column", gap: "20px" },
  title: { margin: 0 },
  lead: { color: tokens.colorNeutralForeground2 },
  ways: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(300px, 1fr))", gap: "16px" },
  way: { padding: "20px", gap: "12px", alignItems: "flex-start", justifyContent: "space-between" },
  hint: { color: tokens.colorNeutralForeground2 },
  button: { width: "100%" },
  privacy: { display: "flex", gap: "8px", alignItems: "center", color: tokens.colorNeutralForeground3 },
});

interface WelcomeProps {
  readonly workbench: Workbench;
  readonly state: WorkbenchState;
}

export function Welcome({ workbench, state }: WelcomeProps) {
  const styles = useStyles();
  const words = pageWords[workbench.locale];
  const pane = useSyncExternalStore(state.session.subscribe, state.session.state);
  if (pane.plan) {
    return (
      <div className={styles.screen}>
        <Title2 as="h1" className={styles.title}>
          {words.welcome.planReady}
        </Title2>
        <Text size={400} className={styles.lead}>
          {words.welcome.planReadyHint} <ArrowRightRegular />
        </Text>
      </div>
    );
  }
  const busy = pane.busy === "readPlan";
  return (
    <div className={styles.screen}>
      <Title2 as="h1" className={styles.title}>
        {words.welcome.title}
      </Title2>
      <Text size={400} className={styles.lead}>
        {words.welcome.lead}
      </Text>
      {state.kept && <Kept workbench={workbench} state={state} />}
      <div className={styles.ways}>
        <Card className={styles.way}>
          <Text className={styles.hint}>{words.welcome.sampleHint}</Text>
          <Button
            className={styles.button}
            appearance="primary"
            icon={<DocumentTextRegular />}
            disabled={busy}
            onClick={() => void workbench.openSample()}
          >
            {words.welcome.sample}
          </Button>
        </Card>
        <Card className={styles.way}>
          <Text className={styles.hint}>{words.welcome.openHint}</Text>
          <Button
            className={styles.button}
            icon={<FolderOpenRegular />}
            onClick={() => void chooseFile((name, bytes) => workbench.open(name, bytes))}
          >
            {words.welcome.open}
          </Button>
        </Card>
      </div>
      <Text size={200} className={styles.privacy}>
        <ShieldCheckmarkRegular fontSize={16} /> {words.welcome.privacy}
      </Text>
    </div>
  );
}

function Kept({ workbench, state }: WelcomeProps) {
  const words = pageWords[workbench.locale];
  const { name, at } = state.kept!;
  const time = new Date(at).toLocaleString(workbench.locale === "vi" ? "vi-VN" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.kept.title}</MessageBarTitle>{" "}
        {words.kept.what(name ?? words.file.fresh, time)}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={() => void workbench.resume()}>
          {words.kept.resume}
        </Button>
        <Button onClick={() => void workbench.forget()}>{words.kept.discard}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
