/** The workbook's parameters in groups, and the rules; what is changed is written with one button. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Link,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect } from "react";
import { settingsPlaceWords } from "../../../../wording";
import { NoStructure } from "../../NoStructure";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import { FieldInput } from "./FieldInput";
import { RuleSettings } from "./RuleSettings";
import type { SettingsWork } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  muted: { color: tokens.colorNeutralForeground2 },
  // The header's own padding would push the list away from the margin.
  accordion: { margin: "0 -12px" },
  fields: { display: "flex", flexDirection: "column", gap: "10px", padding: "4px 0 12px" },
  foot: {
    position: "sticky",
    bottom: "-20px",
    margin: "0 -20px -20px",
    padding: "8px 20px 12px",
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    alignItems: "center",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  count: { flexBasis: "100%", color: tokens.colorNeutralForeground2 },
  links: { display: "flex", gap: "16px", flexWrap: "wrap" },
});

export function SettingsView({ session, work }: PlaceViewProps<SettingsWork>) {
  const styles = useStyles();
  const state = useStore(session);
  const { groups, typed } = useStore(work.store);
  const words = settingsPlaceWords[session.host.locale];
  useEffect(() => void work.load(), [work]);
  const { selfCheck } = session.host;
  return (
    <div className={styles.column}>
      {groups?.length === 0 ? (
        <NoStructure session={session} />
      ) : (
        <>
          <Text className={styles.muted}>{words.lead}</Text>
          <Accordion className={styles.accordion} multiple collapsible defaultOpenItems={["commune"]}>
            {(groups ?? []).map(({ code, fields }) => (
              <AccordionItem key={code} value={code}>
                <AccordionHeader as="h2">{words.groups[code]}</AccordionHeader>
                <AccordionPanel className={styles.fields}>
                  {fields.map((field) => (
                    <FieldInput key={field.name} field={field} work={work} words={words} />
                  ))}
                </AccordionPanel>
              </AccordionItem>
            ))}
            <AccordionItem value="rules">
              <AccordionHeader as="h2">{words.rules}</AccordionHeader>
              <AccordionPanel className={styles.fields}>
                <RuleSettings work={work} locale={session.host.locale} />
              </AccordionPanel>
            </AccordionItem>
          </Accordion>
        </>
      )}
      <Text size={200} className={styles.muted}>
        {words.privacy}
      </Text>
      <div className={styles.links}>
        {selfCheck && (
          <Link href={selfCheck} inline>
            {words.selfCheck}
          </Link>
        )}
      </div>
      {typed.size > 0 && (
        <div className={styles.foot}>
          <Text size={200} className={styles.count} role="status">
            {words.changed(typed.size)}
          </Text>
          <Button appearance="primary" disabled={state.busy !== null} onClick={() => void work.save()}>
            {words.save}
          </Button>
          <Button disabled={state.busy !== null} onClick={() => work.forget()}>
            {words.forget}
          </Button>
        </div>
      )}
    </div>
  );
}
