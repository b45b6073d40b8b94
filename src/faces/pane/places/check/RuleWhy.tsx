/** “Vì sao?”: what a rule is for, on what it rests, what it looks at, an example each way; and what staff may make of it. */
import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { checkPlaceWords, ruleGuide, type Locale } from "../../../../wording";
import type { CheckWork, LoweredRule } from "./work";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: "8px" },
  lines: { margin: 0, paddingLeft: "16px", overflowWrap: "anywhere" },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface RuleWhyProps {
  readonly code: string;
  readonly work: CheckWork;
  readonly locale: Locale;
  readonly busy: boolean;
}

export function RuleWhy({ code, work, locale, busy }: RuleWhyProps) {
  const styles = useStyles();
  const words = checkPlaceWords[locale];
  const guide = ruleGuide(code, locale);
  if (!guide) return null;
  const choices: readonly (readonly [LoweredRule, string])[] = [
    ...(guide.severity === "error" ? [["cảnh báo", words.ruleWarning] as const] : []),
    ...(guide.severity === "info" ? [] : [["thông tin", words.ruleInfo] as const]),
    ["tắt", words.ruleOff],
  ];
  return (
    <div className={styles.column}>
      <Text>
        <b>{words.why}</b> {guide.reason}
      </Text>
      <Text>
        <b>{words.source}:</b>{" "}
        {guide.source ? `${guide.source.text} (${guide.source.confidence})` : words.noSource}
      </Text>
      <Lines title={words.reads} lines={guide.columns} />
      <Lines title={words.fails} lines={guide.fails} />
      <Lines title={words.passes} lines={guide.passes} />
      <Text className={styles.muted} size={200}>
        {guide.code}
      </Text>
      <Field label={words.rule} size="small">
        <Select
          size="small"
          disabled={busy}
          value=""
          onChange={(_event, { value }) => value !== "" && void work.lowerRule(code, value as LoweredRule)}
        >
          <option value="">{words.ruleKept}</option>
          {choices.map(([choice, label]) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.lines}>
        {lines.map((line, index) => (
          <li key={index}>
            <Text size={200}>{line}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
