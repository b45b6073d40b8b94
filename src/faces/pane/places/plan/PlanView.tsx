/** Kế hoạch: a plan is opened, looked at, and put into the workbook. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CalculatorRegular, SparkleRegular } from "@fluentui/react-icons";
import { planDeskWords, planPlaceWords } from "../../../../wording";
import { FileButton } from "../../FileButton";
import { PasteText } from "../../PasteText";
import type { PlaceViewProps } from "../../places";
import type { SessionState } from "../../state";
import { useStore } from "../../store";
import { AllocateView } from "./AllocateView";
import { CompareView } from "./CompareView";
import { EditView } from "./EditView";
import { PlanPreview } from "./PlanPreview";
import type { PlanWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
  lead: { color: tokens.colorNeutralForeground2 },
  selfCheck: { alignSelf: "center" },
});

export type PlanPartProps = PlaceViewProps<PlanWork> & { readonly state: SessionState };

export function PlanView({ session, work }: PlaceViewProps<PlanWork>) {
  const state = useStore(session);
  const { view, allocation } = useStore(work.desk);
  const { plan } = state;
  if (view === "allocate" && allocation && state.workbook?.ours)
    return <AllocateView session={session} work={work} state={state} allocation={allocation} />;
  if (plan && view === "edit") return <EditView session={session} work={work} state={state} plan={plan} />;
  if (plan?.comparison && view === "compare")
    return <CompareView session={session} work={work} state={state} prepared={plan.comparison} />;
  if (plan) return <PlanPreview session={session} work={work} state={state} plan={plan} />;
  return <PlanChoice session={session} work={work} state={state} />;
}

function PlanChoice({ session, work, state }: PlanPartProps) {
  const styles = useStyles();
  const words = planPlaceWords[session.host.locale];
  const busy = state.busy !== null;
  return (
    <div className={styles.column}>
      <Text className={styles.lead}>{words.lead}</Text>
      <div className={styles.actions}>
        <FileButton
          label={words.open}
          accept=".txt,.docx"
          disabled={busy}
          look={{ appearance: "primary", size: "large" }}
          open={(_name, bytes) => work.openPlan({ kind: "file", bytes })}
        />
        <Button size="large" icon={<SparkleRegular />} disabled={busy} onClick={() => void work.openSample()}>
          {words.sample}
        </Button>
        {state.workbook?.ours && (
          <Button
            size="large"
            icon={<CalculatorRegular />}
            disabled={busy}
            onClick={() => void work.openAllocation()}
          >
            {planDeskWords[session.host.locale].allocate.open}
          </Button>
        )}
        <PasteText words={words} disabled={busy} read={(text) => work.openPlan({ kind: "text", text })} />
      </div>
      {session.host.selfCheck && state.workbook && !state.workbook.ours && (
        <Link className={styles.selfCheck} href={session.host.selfCheck}>
          {words.selfCheck}
        </Link>
      )}
    </div>
  );
}
