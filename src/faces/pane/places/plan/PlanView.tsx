/** Kế hoạch: a plan is opened, looked at, and put into the workbook. */
import { Button, Field, Link, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import {
  CalculatorRegular,
  ClipboardPasteRegular,
  FolderOpenRegular,
  SparkleRegular,
} from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { planDeskWords, planPlaceWords } from "../../../../wording";
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
  file: { display: "none" },
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
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState("");
  const busy = state.busy !== null;
  const openFile = async (file: File | undefined) => {
    if (file) await work.openPlan({ kind: "file", bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <div className={styles.column}>
      <Text className={styles.lead}>{words.lead}</Text>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".txt,.docx"
        aria-label={words.open}
        onChange={(event) => void openFile(event.target.files?.[0])}
      />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          size="large"
          icon={<FolderOpenRegular />}
          disabled={busy}
          onClick={() => input.current?.click()}
        >
          {words.open}
        </Button>
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
        <Button
          appearance="subtle"
          icon={<ClipboardPasteRegular />}
          aria-expanded={pasting}
          onClick={() => setPasting(!pasting)}
        >
          {words.paste}
        </Button>
      </div>
      {session.host.selfCheck && state.workbook && !state.workbook.ours && (
        <Link className={styles.selfCheck} href={session.host.selfCheck}>
          {words.selfCheck}
        </Link>
      )}
      {pasting && (
        <>
          <Field label={words.pasteLabel} hint={words.pasteHint}>
            <Textarea
              rows={8}
              resize="vertical"
              value={text}
              onChange={(_event, data) => setText(data.value)}
            />
          </Field>
          <Button
            appearance="primary"
            disabled={busy || text.trim() === ""}
            onClick={() => void work.openPlan({ kind: "text", text })}
          >
            {words.readPasted}
          </Button>
        </>
      )}
    </div>
  );
}
