/** The rules with what staff chose for each: its own severity, a lower one, or off. */
import { makeStyles, SearchBox, Select, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { fold } from "../../../../domain";
import type { RuleCode } from "../../../../rules";
import { ruleTitle, settingsPlaceWords, type Locale } from "../../../../wording";
import { useStore } from "../../store";
import { ruleSettings, type RuleChoice, type SettingsWork } from "./work";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  rule: { display: "grid", gridTemplateColumns: "1fr 156px", gap: "8px", alignItems: "center" },
  title: { overflowWrap: "anywhere" },
});

interface RuleSettingsProps {
  readonly work: SettingsWork;
  readonly locale: Locale;
}

export function RuleSettings({ work, locale }: RuleSettingsProps) {
  const styles = useStyles();
  const words = settingsPlaceWords[locale];
  useStore(work.store);
  const [search, setSearch] = useState("");
  const wanted = fold(search);
  const rules = ruleSettings
    .map((rule) => ({ ...rule, title: ruleTitle(rule.code as RuleCode, locale) }))
    .filter(({ title, code }) => fold(title).includes(wanted) || code.includes(wanted));
  const lowered = ruleSettings.filter(({ code }) => work.ruleChoice(code) !== "own").length;
  const label = (rule: (typeof rules)[number], choice: RuleChoice) =>
    choice === "own" ? words.own(rule.severity) : words.choice[choice];
  return (
    <>
      <Text className={styles.muted}>{words.rulesLead}</Text>
      {lowered > 0 && <Text weight="semibold">{words.changedRules(lowered)}</Text>}
      <SearchBox
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={(_event, data) => setSearch(data.value)}
      />
      {rules.length === 0 && <Text>{words.noRule}</Text>}
      <ul className={styles.list}>
        {rules.map((rule) => (
          <li key={rule.code} className={styles.rule}>
            <Text size={200} className={styles.title}>
              {rule.title}
            </Text>
            <Select
              size="small"
              aria-label={words.ruleLabel(rule.title)}
              value={work.ruleChoice(rule.code)}
              onChange={(_event, data) => work.chooseRule(rule.code, data.value as RuleChoice)}
            >
              {rule.choices.map((choice) => (
                <option key={choice} value={choice}>
                  {label(rule, choice)}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </>
  );
}
