/** One parameter, typed the way its value is written in Vietnamese. */
import { Checkbox, Field, Input, makeStyles, Select, Textarea } from "@fluentui/react-components";
import { MONEY_UNITS } from "../../../../domain";
import { programmes } from "../../../../programme";
import type { SettingsPlaceWords } from "../../../../wording";
import { useStore } from "../../store";
import type { SettingField } from "./fields";
import type { SettingsWork } from "./work";

const useStyles = makeStyles({
  // A programme's title is longer than the pane is wide.
  select: { minWidth: 0, "& select": { minWidth: 0, width: "100%", textOverflow: "ellipsis" } },
});

interface FieldInputProps {
  readonly field: SettingField;
  readonly work: SettingsWork;
  readonly words: SettingsPlaceWords;
}

export function FieldInput({ field, work, words }: FieldInputProps) {
  const styles = useStyles();
  const { unreadable } = useStore(work.store);
  const { name, kind } = field;
  const text = work.text(name);
  const type = (value: string) => work.type(name, value);
  if (kind === "mark") {
    return (
      <Checkbox
        label={name}
        checked={text.trim() !== ""}
        onChange={(_event, data) => type(data.checked === true ? "x" : "")}
      />
    );
  }
  const wrong =
    unreadable.has(name) && kind !== "text" && kind !== "lines" && kind !== "pack" ? words.wrong[kind] : null;
  return (
    <Field
      label={name}
      size="small"
      hint={words.hints[name] ?? null}
      {...(wrong === null ? {} : { validationMessage: wrong, validationState: "error" as const })}
    >
      {kind === "lines" ? (
        <Textarea value={text} rows={3} onChange={(_event, data) => type(data.value)} />
      ) : kind === "unit" || kind === "pack" ? (
        <Select className={styles.select} value={text} onChange={(_event, data) => type(data.value)}>
          {choices(kind, text).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          value={text}
          contentAfter={kind === "percent" ? words.percent : null}
          placeholder={kind === "date" ? words.dateExample : ""}
          onChange={(_event, data) => type(data.value)}
        />
      )}
    </Field>
  );
}

/** What stands in the cell can always be kept, whatever it is. */
function choices(
  kind: "unit" | "pack",
  current: string,
): readonly { readonly value: string; readonly label: string }[] {
  const known =
    kind === "unit"
      ? MONEY_UNITS.map((unit) => ({ value: unit as string, label: unit as string }))
      : programmes.all.map(({ code, title }) => ({ value: code, label: `${code} – ${title}` }));
  return known.some(({ value }) => value === current)
    ? known
    : [{ value: current, label: current }, ...known];
}
