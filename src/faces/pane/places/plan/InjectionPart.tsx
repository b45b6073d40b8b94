/** What can be done with a plan that has been read: put into the workbook, compared, edited, allocated. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { isDifferent } from "../../../../layout";
import { planDeskWords, planPlaceWords, shellWords } from "../../../../wording";
import { UnitSelect } from "../../UnitSelect";
import type { PlanPartProps } from "./PlanView";
import type { OpenPlan } from "./work";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  units: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
  bar: { whiteSpace: "normal", paddingTop: "4px", paddingBottom: "4px" },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
});

type Props = PlanPartProps & { readonly plan: OpenPlan };

export function InjectionPart({ session, work, state, plan }: Props) {
  const styles = useStyles();
  const words = planPlaceWords[session.host.locale];
  const { injection } = plan.prepared;
  const busy = state.busy !== null;
  const takeable = plan.comparison?.choices.some((choice) => choice.hindrance === null) ?? false;
  const deskWords = planDeskWords[session.host.locale];
  return (
    <div className={styles.actions}>
      {!state.workbook?.ours && (
        <div className={styles.units}>
          <UnitSelect
            size="small"
            label={words.unit}
            value={plan.unit}
            onChange={(unit) => void work.chooseUnits(unit, plan.detailUnit)}
          />
          <UnitSelect
            size="small"
            label={words.detailUnit}
            value={plan.detailUnit}
            onChange={(unit) => void work.chooseUnits(plan.unit, unit)}
          />
        </div>
      )}
      {!injection.possible && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody className={styles.bar}>
            {words.foreignSheets(injection.foreignSheets.map((sheet) => `“${sheet}”`).join(", "))}
          </MessageBarBody>
        </MessageBar>
      )}
      {plan.comparison?.comparison.differs && (
        <Button
          appearance={takeable ? "primary" : "secondary"}
          disabled={busy}
          onClick={() => work.view("compare")}
        >
          {deskWords.compare.openCount(plan.comparison.comparison.projects.filter(isDifferent).length)}
        </Button>
      )}
      {!takeable && <Injecting session={session} work={work} state={state} plan={plan} />}
      <Button disabled={busy} onClick={() => work.view("edit")}>
        {deskWords.edit.open}
      </Button>
      {plan.comparison && (
        <Button disabled={busy} onClick={() => void work.openAllocation()}>
          {deskWords.allocate.open}
        </Button>
      )}
      <Button appearance="subtle" disabled={busy} onClick={() => work.closePlan()}>
        {words.another}
      </Button>
    </div>
  );
}

/** Where the workbook can take changes over, that is the one way; else the plan is put in whole. */
function Injecting({ session, work, state, plan }: Props) {
  const styles = useStyles();
  const words = planPlaceWords[session.host.locale];
  const counted = shellWords[session.host.locale].done.summary;
  const { injection, summary } = plan.prepared;
  const nothing = injection.possible && injection.edit.operations.length === 0;
  return (
    <>
      {nothing && <Text className={styles.muted}>{words.nothingToDo}</Text>}
      {summary && !nothing && (
        <Text size={200} className={styles.muted}>{`${words.willDo}: ${counted(summary)}`}</Text>
      )}
      {plan.comparison === null && injection.possible && injection.differences.length > 0 && (
        <Text size={200} className={styles.muted}>
          {words.kept(injection.differences.length)}
        </Text>
      )}
      <Button
        appearance={nothing ? "secondary" : "primary"}
        disabled={state.busy !== null || nothing || !injection.possible}
        onClick={() => void work.inject()}
      >
        {words.inject}
      </Button>
    </>
  );
}
