/** The values that stand in no table: typed here once, kept in the workbook. */
import { Field, Input, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { parseVietnameseDate, parseVietnameseNumber } from "../../../../domain";
import type { AskedValue } from "../../../../templates";
import type { TemplatePlaceWords } from "../../../../wording";
import { useStore } from "../../store";
import type { TemplateWork } from "./work";

const useStyles = makeStyles({
  group: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  legend: { padding: 0, marginBottom: "8px", fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface AskedFormProps {
  readonly work: TemplateWork;
  readonly asked: readonly AskedValue[];
  readonly words: TemplatePlaceWords["asked"];
}

/** From so many letters on a value is written on several lines. */
const LONG = 40;

export function AskedForm({ work, asked, words }: AskedFormProps) {
  const styles = useStyles();
  const { values } = useStore(work.store);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.title}</legend>
      <Text size={200} className={styles.muted}>
        {words.hint}
      </Text>
      {asked.map(({ name, wants }) => {
        const value = values[name] ?? "";
        const wrong = wrongWords(value, wants, words);
        const type = (text: string) => work.type(name, text);
        return (
          <Field
            key={name}
            label={name}
            size="small"
            {...(wrong === null ? {} : { validationMessage: wrong, validationState: "error" as const })}
          >
            {value.length > LONG ? (
              <Textarea value={value} rows={3} onChange={(_event, data) => type(data.value)} />
            ) : (
              <Input
                value={value}
                placeholder={wants === "text" ? "" : words.kinds[wants]}
                onChange={(_event, data) => type(data.value)}
              />
            )}
          </Field>
        );
      })}
    </fieldset>
  );
}

function wrongWords(
  value: string,
  wants: AskedValue["wants"],
  words: TemplatePlaceWords["asked"],
): string | null {
  if (value.trim() === "") return null;
  if (wants === "date") return parseVietnameseDate(value).kind === "none" ? words.notDate : null;
  if (wants === "number") return parseVietnameseNumber(value).kind === "none" ? words.notNumber : null;
  return null;
}
