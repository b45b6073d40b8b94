/** Kiểm tra: how many findings, by sheet and rule; where they are, why, and how to mend them. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons";
import { checkPlaceWords } from "../../../../wording";
import { NoStructure } from "../../NoStructure";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import { Findings } from "./Findings";
import { OwnSheets } from "./mapping";
import type { CheckWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  good: { display: "flex", gap: "8px", alignItems: "center", color: tokens.colorPaletteGreenForeground1 },
});

export function CheckView({ session, work }: PlaceViewProps<CheckWork>) {
  const styles = useStyles();
  const state = useStore(session);
  const words = checkPlaceWords[session.host.locale];
  const busy = state.busy !== null;
  const { checked } = state;
  const ownSheets = <OwnSheets session={session} onCheck={() => void work.check()} />;
  const hasOwn = checked !== null && checked.result.own.mappings.length > 0;
  if (state.workbook && !state.workbook.ours && !hasOwn) {
    return (
      <div className={styles.column}>
        <NoStructure session={session} />
        {ownSheets}
      </div>
    );
  }
  if (!checked) {
    return (
      <div className={styles.column}>
        <Text className={styles.muted}>{words.lead}</Text>
        <Button appearance="primary" size="large" disabled={busy} onClick={() => void work.check()}>
          {words.run}
        </Button>
        {ownSheets}
      </div>
    );
  }
  const { findings, summary } = checked.result;
  return (
    <div className={styles.column}>
      <div role="status">
        {findings.length === 0 ? (
          <Text className={styles.good}>
            <CheckmarkCircleFilled /> {words.none(summary.rows)}
          </Text>
        ) : (
          <Text>{`${words.rows(summary.rows)}: ${words.counts(summary.error, summary.warning, summary.info)}`}</Text>
        )}
      </div>
      {checked.stale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.stale}</MessageBarBody>
        </MessageBar>
      )}
      <Findings session={session} work={work} result={checked.result} busy={busy} />
      {ownSheets}
    </div>
  );
}
