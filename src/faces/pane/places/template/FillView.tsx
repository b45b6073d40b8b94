/** A template is chosen, completed, looked at and filled. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect } from "react";
import { templatePlaceWords } from "../../../../wording";
import { FileButton } from "../../FileButton";
import type { PlaceViewProps } from "../../places";
import { useStore } from "../../store";
import { AskedForm } from "./AskedForm";
import { FieldList } from "./FieldList";
import type { SourceKind, TemplateSource } from "./sources";
import { TemplateStateView } from "./TemplateState";
import type { TemplateWork } from "./work";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
  preview: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: "8px 10px",
    maxHeight: "320px",
    overflowY: "auto",
    overflowWrap: "anywhere",
    display: "flex",
    flexDirection: "column",
    gap: "4px",
  },
  line: { whiteSpace: "pre-line" },
});

export function FillView({ session, work }: PlaceViewProps<TemplateWork>) {
  const styles = useStyles();
  const { busy } = useStore(session);
  const { sources, chosen, reading, preview, records, fresh } = useStore(work.store);
  const words = templatePlaceWords[session.host.locale];
  useEffect(() => {
    if (!fresh && busy === null) void work.look();
  }, [work, fresh, busy]);
  useEffect(() => () => work.leave(), [work]);
  const source = sources?.find(({ id }) => id === chosen);
  const ready = reading !== null && reading.mistakes.length === 0;
  return (
    <>
      <Text className={styles.muted}>{words.choose.lead}</Text>
      <Field label={words.choose.label}>
        <Select
          value={chosen ?? ""}
          disabled={busy !== null}
          onChange={(_event, { value }) => value !== "" && void work.choose(value)}
        >
          <option value="">{words.choose.none}</option>
          <Group sources={sources ?? []} kind="workbook" label={words.choose.inWorkbook} />
          <Group sources={sources ?? []} kind="file" label={words.choose.fromFile} />
          <Group sources={sources ?? []} kind="own" label={words.choose.own} />
        </Select>
      </Field>
      <div className={styles.row}>
        <FileButton
          label={words.choose.openFile}
          accept=".xlsx,.xlsm"
          disabled={busy !== null}
          look={{ size: "small" }}
          open={(name, bytes) => work.openFile(name, bytes)}
        />
        {source && source.kind !== "workbook" && (
          <Button
            size="small"
            title={words.choose.putHint}
            disabled={busy !== null}
            onClick={() => void work.putIntoWorkbook()}
          >
            {words.choose.put}
          </Button>
        )}
      </div>
      {reading && <TemplateStateView work={work} reading={reading} words={words} />}
      {ready && <Pages work={work} locale={session.host.locale} disabled={busy !== null} />}
      {ready && reading.asked.length > 0 && (
        <AskedForm work={work} asked={reading.asked} words={words.asked} />
      )}
      {ready && (
        <>
          <Button disabled={busy !== null} onClick={() => work.preview(preview === null)}>
            {preview === null ? words.preview.show : words.preview.hide}
          </Button>
          {preview && (
            <>
              <Text size={200} className={styles.muted}>
                {words.preview.hint}
              </Text>
              <div className={styles.preview} role="region" aria-label={words.preview.label} tabIndex={0}>
                {preview.map((cells, index) => (
                  <Text key={index} size={200} className={styles.line}>
                    {cells.join(" · ")}
                  </Text>
                ))}
              </div>
            </>
          )}
          <Button appearance="primary" size="large" disabled={busy !== null} onClick={() => void work.fill()}>
            {words.fill.action}
          </Button>
        </>
      )}
      <Accordion collapsible>
        <AccordionItem value="fields">
          <AccordionHeader>{words.fields.title}</AccordionHeader>
          <AccordionPanel>
            <FieldList work={work} records={records} words={words.fields} disabled={busy !== null} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}

interface GroupProps {
  readonly sources: readonly TemplateSource[];
  readonly kind: SourceKind;
  readonly label: string;
}

function Group({ sources, kind, label }: GroupProps) {
  const own = sources.filter((source) => source.kind === kind);
  if (own.length === 0) return null;
  return (
    <optgroup label={label}>
      {own.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}

interface PagesProps {
  readonly work: TemplateWork;
  readonly locale: keyof typeof templatePlaceWords;
  readonly disabled: boolean;
}

/** Offered only where a template is for a record: without one there is one document. */
function Pages({ work, locale, disabled }: PagesProps) {
  const { reading, oneSheet } = useStore(work.store);
  const words = templatePlaceWords[locale].pages;
  if (!reading || reading.each === null) return null;
  const { each } = reading;
  return (
    <Field label={words.label}>
      <RadioGroup
        value={oneSheet ? "together" : "each"}
        disabled={disabled}
        onChange={(_event, { value }) => void work.chooseEach(each, value === "together")}
      >
        <Radio value="each" label={words.each(each.toLowerCase())} />
        <Radio value="together" label={words.together(each.toLowerCase())} />
      </RadioGroup>
    </Field>
  );
}
