/** “Đối chiếu”: a statement opened or pasted, its columns, what came of it. */
import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { formatMoney, formatVietnameseDate } from "../../../../domain";
import { reportPlaceWords } from "../../../../wording";
import { FileButton } from "../../FileButton";
import { PasteText } from "../../PasteText";
import type { PlaceViewProps } from "../../places";
import type { PaneSession } from "../../session";
import { useStore } from "../../store";
import type { PreparedReconciliation } from "../../../../tasks";
import { Figures } from "./Figures";
import type { ReportState } from "./state";
import { StatementFields } from "./StatementFields";
import type { ReportWork } from "./work";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  column: { display: "flex", flexDirection: "column", gap: "8px" },
});

export function ReconcilePart({ session, work }: PlaceViewProps<ReportWork>) {
  const styles = useStyles();
  const { busy } = useStore(session);
  const { statement, prepared, party } = useStore(work.store);
  const words = reportPlaceWords[session.host.locale].reconcile;
  return (
    <>
      <Text className={styles.muted}>{words.lead}</Text>
      <Field label={words.party}>
        <Select
          value={party}
          onChange={(_event, { value }) => void work.reconcile.chooseParty(value as ReportState["party"])}
        >
          <option value="treasury">{words.parties.treasury}</option>
          <option value="accounting">{words.parties.accounting}</option>
        </Select>
      </Field>
      {statement ? (
        <>
          <Text weight="semibold">{words.source(statement.name)}</Text>
          <StatementFields work={work} words={words} statement={statement} />
          {prepared && <Outcome session={session} prepared={prepared} />}
          <Button
            appearance="primary"
            disabled={busy !== null || prepared === null}
            onClick={() => void work.reconcile.write()}
          >
            {words.write}
          </Button>
          <Button disabled={busy !== null} onClick={() => work.reconcile.close()}>
            {words.another}
          </Button>
        </>
      ) : (
        <StatementChoice session={session} work={work} />
      )}
    </>
  );
}

function StatementChoice({ session, work }: PlaceViewProps<ReportWork>) {
  const styles = useStyles();
  const { busy } = useStore(session);
  const words = reportPlaceWords[session.host.locale].reconcile;
  return (
    <div className={styles.column}>
      <FileButton
        label={words.open}
        accept=".xlsx,.xlsm,.csv,.txt"
        disabled={busy !== null}
        look={{ appearance: "primary" }}
        open={(name, bytes) => work.reconcile.openFile(name, bytes)}
      />
      <PasteText
        words={words}
        disabled={busy !== null}
        read={(text) => work.reconcile.openText(words.pasted, text)}
      />
    </div>
  );
}

function Outcome({
  session,
  prepared,
}: {
  readonly session: PaneSession;
  readonly prepared: PreparedReconciliation;
}) {
  const styles = useStyles();
  const words = reportPlaceWords[session.host.locale].reconcile;
  const { reconciliation: found, sums, unread, period } = prepared;
  const counts = ["matched", "proposed", "different", "onlyOurs", "onlyTheirs"] as const;
  const amounts = ["ours", "theirs", "difference"] as const;
  return (
    <div className={styles.column} role="status">
      <Text as="h2" weight="semibold">
        {words.results}
      </Text>
      <Text className={styles.muted}>
        {words.period(formatVietnameseDate(period.from), formatVietnameseDate(period.to))}
      </Text>
      <Figures
        figures={[
          ...counts.map((kind) => ({ name: words.counts[kind], shown: String(found[kind].length) })),
          ...amounts.map((kind) => ({ name: words.sums[kind], shown: formatMoney(sums[kind], "đồng") })),
        ]}
      />
      {unread.ours + unread.theirs > 0 && (
        <Text className={styles.muted}>{words.unread(unread.ours, unread.theirs)}</Text>
      )}
    </div>
  );
}
