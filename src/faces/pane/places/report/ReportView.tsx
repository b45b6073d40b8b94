/** Báo cáo: forms are chosen and made. */
import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { reportForms } from "../../../../reports";
import { openErrors } from "../../../../tasks";
import { reportPlaceWords } from "../../../../wording";
import { NoStructure } from "../../NoStructure";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import type { ReportWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  forms: { display: "flex", flexDirection: "column" },
});

export function ReportView({ session, work }: PlaceViewProps<ReportWork>) {
  const styles = useStyles();
  const state = useStore(session);
  const words = reportPlaceWords[session.host.locale];
  const [chosen, setChosen] = useState<readonly string[]>(["BC01"]);
  const [freeze, setFreeze] = useState(false);
  if (state.workbook && !state.workbook.ours) return <NoStructure session={session} />;
  const toggle = (code: string, on: boolean) =>
    setChosen(on ? [...chosen, code] : chosen.filter((one) => one !== code));
  const findings = state.checked?.result.findings ?? [];
  const errors = Math.max(
    0,
    ...reportForms.filter((form) => chosen.includes(form.code)).map((form) => openErrors(findings, form)),
  );
  return (
    <div className={styles.column}>
      <Text className={styles.muted}>{words.lead}</Text>
      <div className={styles.forms}>
        {reportForms.map((form) => (
          <Checkbox
            key={form.code}
            label={`${form.code} – ${words.names[form.code] ?? form.sheet}`}
            checked={chosen.includes(form.code)}
            onChange={(_event, data) => toggle(form.code, data.checked === true)}
          />
        ))}
      </div>
      <Switch
        label={`${words.freeze}: ${words.freezeHint}`}
        checked={freeze}
        onChange={(_event, data) => setFreeze(data.checked)}
      />
      {errors > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.openErrors(errors)}</MessageBarBody>
        </MessageBar>
      )}
      <Button
        appearance="primary"
        size="large"
        disabled={state.busy !== null || chosen.length === 0}
        onClick={() =>
          void work.makeReports(
            reportForms.map((form) => form.code).filter((code) => chosen.includes(code)),
            freeze,
          )
        }
      >
        {words.make}
      </Button>
    </div>
  );
}
