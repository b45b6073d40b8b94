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
import type { Severity } from "../../../../domain";
import { checkPlaceWords } from "../../../../wording";
import { NoStructure } from "../../NoStructure";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import { FindingGroups } from "./FindingGroups";
import type { CheckedWorkbook, CheckWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  toolbar: { display: "flex", gap: "8px", alignItems: "center" },
  grow: { flexGrow: 1 },
  good: { display: "flex", gap: "8px", alignItems: "center", color: tokens.colorPaletteGreenForeground1 },
});

const order: readonly Severity[] = ["error", "warning", "info"];

export function CheckView({ session, work }: PlaceViewProps<CheckWork>) {
  const styles = useStyles();
  const state = useStore(session);
  const words = checkPlaceWords[session.host.locale];
  const busy = state.busy !== null;
  if (state.workbook && !state.workbook.ours) return <NoStructure session={session} />;
  if (!state.checked) {
    return (
      <div className={styles.column}>
        <Text className={styles.muted}>{words.lead}</Text>
        <Button appearance="primary" size="large" disabled={busy} onClick={() => void work.check()}>
          {words.run}
        </Button>
      </div>
    );
  }
  return <Findings session={session} work={work} busy={busy} checked={state.checked} />;
}

type FindingsProps = PlaceViewProps<CheckWork> & {
  readonly checked: CheckedWorkbook;
  readonly busy: boolean;
};

function Findings({ session, work, checked, busy }: FindingsProps) {
  const styles = useStyles();
  const words = checkPlaceWords[session.host.locale];
  const [only, setOnly] = useState<Severity | "all">("all");
  const { findings, summary } = checked.result;
  const shown = only === "all" ? findings : findings.filter((finding) => finding.severity === only);
  return (
    <div className={styles.column}>
      <div className={styles.toolbar}>
        <Button icon={<ArrowClockwiseRegular />} disabled={busy} onClick={() => void work.check()}>
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
      <FindingGroups findings={shown} work={work} locale={session.host.locale} busy={busy} />
    </div>
  );
}
