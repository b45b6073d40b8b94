/** An input for a text: what is typed stays as it is typed until the person goes on, whatever becomes of it in the plan. */
import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  input: { width: "100%", minWidth: 0 },
  text: { minWidth: 0, width: "100%" },
});

interface TextFieldProps {
  readonly label: string;
  /** Said instead of the label where that is too short to be understood alone. */
  readonly name?: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly value: string;
  /** What is wrong with a text; null where nothing is. */
  readonly faultOf?: (text: string) => string | null;
  /** Whether more letters may take the fault away. */
  readonly isBegun?: (text: string) => boolean;
  /** `whileTyping`: each text without a fault counts at once; else the text that the person leaves. */
  readonly counts: "whileTyping" | "whenLeft";
  readonly onText: (text: string) => void;
  readonly className?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, name, hint, placeholder, value, faultOf, isBegun, counts, onText, className } = props;
  const styles = useStyles();
  const [draft, setDraft] = useState<string | null>(null);
  // Half a date is no fault while it is being typed; any other is said at once, so that nothing moves when one goes on.
  const [left, setLeft] = useState(false);
  const fault = draft === null ? null : (faultOf?.(draft) ?? null);
  const shown = left || !(draft !== null && (isBegun?.(draft) ?? false));
  return (
    <Field
      {...(className === undefined ? {} : { className })}
      label={label}
      size="small"
      hint={hint ?? null}
      {...(fault === null || !shown ? {} : { validationMessage: fault, validationState: "error" as const })}
    >
      <Input
        size="small"
        className={styles.input}
        input={{ className: styles.text }}
        {...(name === undefined ? {} : { "aria-label": name })}
        placeholder={placeholder ?? ""}
        value={draft ?? value}
        onChange={(_event, { value: text }) => {
          setDraft(text);
          setLeft(false);
          if (counts === "whileTyping" && (faultOf?.(text) ?? null) === null) onText(text);
        }}
        onBlur={() => {
          setLeft(true);
          if (fault !== null) return;
          if (counts === "whenLeft" && draft !== null) onText(draft);
          setDraft(null);
        }}
      />
    </Field>
  );
}
