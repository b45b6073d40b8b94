/** Kiểm tra: the findings by sheet and rule; a click goes to the cell. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowClockwiseRegular, CheckmarkCircleFilled } from "@fluentui/react-icons";
import { useState } from "react";
import type { Severity } from "../../../domain";
import { paneWords } from "../../../wording";
import type { PaneSession, SessionState } from "../session";
import { FindingGroups } from "./FindingGroups";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  toolbar: { display: "flex", gap: "8px", alignItems: "center" },
  grow: { flexGrow: 1 },
  good: { display: "flex", gap: "8px", alignItems: "center", color: tokens.colorPaletteGreenForeground1 },
});

const order: readonly Severity[] = ["error", "warning", "info"];

export function CheckPlace({
  session,
  state,
}: {
  readonly session: PaneSession;
  readonly state: SessionState;
}) {
  const styles = useStyles();
  const words = paneWords[session.host.locale].check;
  const busy = state.busy !== null;
  if (state.workbook && !state.workbook.ours) {
    return (
      <div className={styles.column}>
        <Text className={styles.muted}>{words.noStructure}</Text>
        <Button appearance="primary" onClick={() => session.go("plan")}>
          {words.goToPlan}
        </Button>
      </div>
    );
  }
  if (!state.checked) {
    return (
      <div className={styles.column}>
        <Text className={styles.muted}>{words.lead}</Text>
        <Button appearance="primary" size="large" disabled={busy} onClick={() => void session.check()}>
          {words.run}
        </Button>
      </div>
    );
  }
  return <Findings session={session} state={state} checked={state.checked} />;
}

function Findings(props: {
  readonly session: PaneSession;
  readonly state: SessionState;
  readonly checked: NonNullable<SessionState["checked"]>;
}) {
  const { session, state, checked } = props;
  const styles = useStyles();
  const words = paneWords[session.host.locale].check;
  const [only, setOnly] = useState<Severity | "all">("all");
  const { findings, summary } = checked.result;
  const shown = only === "all" ? findings : findings.filter((finding) => finding.severity === only);
  return (
    <div className={styles.column}>
      <div className={styles.toolbar}>
        <Button
          icon={<ArrowClockwiseRegular />}
          disabled={state.busy !== null}
          onClick={() => void session.check()}
        >
          {words.again}
        </Button>
        <Select
          className={styles.grow}
          aria-label={words.filterLabel}
          value={only}
          onChange={(_event, data) => setOnly(data.value as Severity | "all")}
        >
          <option value="all">{words.all}</option>
          {order.map((severity) => (
            <option key={severity} value={severity}>
              {`${words.severity[severity]} (${summary[severity]})`}
            </option>
          ))}
        </Select>
      </div>
      {checked.stale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.stale}</MessageBarBody>
        </MessageBar>
      )}
      <div role="status">
        {findings.length === 0 ? (
          <Text className={styles.good}>
            <CheckmarkCircleFilled /> {words.none(summary.rows)}
          </Text>
        ) : (
          <Text>{`${words.rows(summary.rows)}: ${words.counts(summary.error, summary.warning, summary.info)}`}</Text>
        )}
      </div>
      <FindingGroups findings={shown} session={session} busy={state.busy !== null} />
    </div>
  );
}
