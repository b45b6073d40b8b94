/** Lập biểu: forms are chosen and made, with options out of the way. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import { reportForms } from "../../../../reports";
import { openErrors } from "../../../../tasks";
import { reportPlaceWords } from "../../../../wording";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import { OptionFields } from "./OptionFields";
import type { ReportWork } from "./work";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  forms: { display: "flex", flexDirection: "column" },
  accordion: { margin: "0 -12px" },
  options: { display: "flex", flexDirection: "column", gap: "10px", padding: "4px 0 8px" },
});

export function MakePart({ session, work }: PlaceViewProps<ReportWork>) {
  const styles = useStyles();
  const state = useStore(session);
  const { chosen, offered } = useStore(work.store);
  const words = reportPlaceWords[session.host.locale];
  const findings = state.checked?.result.findings ?? [];
  const forms = reportForms.filter((form) => chosen.includes(form.code));
  const errors = Math.max(0, ...forms.map((form) => openErrors(findings, form)));
  const personal = forms.filter((form) => form.personalData.length > 0);
  return (
    <>
      <Text className={styles.muted}>{words.lead}</Text>
      <div className={styles.forms} role="group" aria-label={words.formsLabel}>
        {reportForms.map((form) => (
          <Checkbox
            key={form.code}
            label={`${form.code} – ${words.names[form.code] ?? form.sheet}`}
            checked={chosen.includes(form.code)}
            onChange={(_event, data) => work.choose(form.code, data.checked === true)}
          />
        ))}
      </div>
      {offered && (
        <Accordion className={styles.accordion} collapsible>
          <AccordionItem value="options">
            <AccordionHeader as="h2">{words.options}</AccordionHeader>
            <AccordionPanel className={styles.options}>
              <OptionFields work={work} words={words} offered={offered} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      {personal.map((form) => (
        <MessageBar key={form.code} intent="info" layout="multiline">
          <MessageBarBody>{words.personalData(form.code, work.personalData(form))}</MessageBarBody>
        </MessageBar>
      ))}
      {errors > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.openErrors(errors)}</MessageBarBody>
        </MessageBar>
      )}
      <Button
        appearance="primary"
        size="large"
        disabled={state.busy !== null || chosen.length === 0 || work.problem() !== null}
        onClick={() => void work.makeChosen()}
      >
        {words.make}
      </Button>
    </>
  );
}
