/** A workbook of ours at a glance: its plan and units, the last check, the reports that stand in it. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { shellWords } from "../../wording";
import type { PaneSession } from "./session";
import type { SessionState, WorkbookState } from "./state";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    marginBottom: "16px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  facts: {
    display: "grid",
    gridTemplateColumns: "max-content 1fr",
    columnGap: "12px",
    rowGap: "4px",
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", gap: "8px", flexWrap: "wrap" },
});

interface WorkbookCardProps {
  readonly session: PaneSession;
  readonly state: SessionState;
  readonly workbook: WorkbookState;
}

export function WorkbookCard({ session, state, workbook }: WorkbookCardProps) {
  const styles = useStyles();
  const words = shellWords[session.host.locale].workbook;
  const { plan, reports } = workbook;
  const facts: readonly (readonly [string, string])[] = [
    [words.plan, plan?.number ? words.planOf(plan.number, plan.date) : words.unknown],
    [words.units, plan ? words.unitsOf(plan.unit, plan.detailUnit) : words.unknown],
    [words.check, checkOf(state, words)],
    [words.reports, reports.length > 0 ? reports.join(", ") : words.noReports],
  ];
  return (
    <section className={styles.card}>
      <Text weight="semibold" size={400}>
        {words.title(plan?.commune ?? "", plan?.year ?? "")}
      </Text>
      <dl className={styles.facts}>
        {facts.map(([name, fact]) => [
          <dt key={name} className={styles.name}>
            {name}
          </dt>,
          <dd key={`${name} fact`} className={styles.fact}>
            {fact}
          </dd>,
        ])}
      </dl>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          size="small"
          disabled={state.busy !== null}
          onClick={() => void session.check()}
        >
          {words.runCheck}
        </Button>
        <Button size="small" onClick={() => session.go("report")}>
          {words.makeReports}
        </Button>
      </div>
    </section>
  );
}

function checkOf({ checked }: SessionState, words: (typeof shellWords)["vi"]["workbook"]): string {
  if (!checked) return words.notChecked;
  const { error, warning } = checked.result.summary;
  return checked.stale ? words.checkedOld(error, warning) : words.checked(error, warning);
}
