/** An input for an amount: what is typed counts as soon as it can be read; what cannot is said under it and changes nothing. */
import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Dong, MoneyUnit } from "../../../../domain";
import { planDeskWords, type Locale } from "../../../../wording";
import { amountText, isBegunAmount, typedAmount } from "./amountText";

const useStyles = makeStyles({
  // Inputs are as wide as their place, not as the browser's own twenty letters.
  input: { width: "100%", minWidth: 0 },
  text: { textAlign: "right", minWidth: 0, width: "100%" },
});

interface AmountInputProps {
  readonly label: string;
  /** Said instead of the label where that is too short to be understood alone. */
  readonly name?: string;
  readonly hint?: string;
  readonly value: Dong | null;
  readonly unit: MoneyUnit;
  readonly locale: Locale;
  /** Below zero is no amount here. */
  readonly notNegative?: true;
  readonly onAmount: (dong: Dong | null) => void;
}

export function AmountInput({
  label,
  name,
  hint,
  value,
  unit,
  locale,
  notNegative,
  onAmount,
}: AmountInputProps) {
  const styles = useStyles();
  const words = planDeskWords[locale].edit;
  // While it is being typed the text is the person's; it is written in the usual form when they go on.
  const [draft, setDraft] = useState<string | null>(null);
  // Half a number is no fault while it is being typed; any other is said at once, so that nothing moves when one goes on.
  const [left, setLeft] = useState(false);
  const read = draft === null ? null : typedAmount(draft, unit, notNegative);
  const wrong =
    read === null || read.kind === "amount"
      ? null
      : {
          unreadable: words.badAmount,
          ambiguous: words.ambiguousAmount,
          subDong: words.subDong,
          tooLarge: words.tooLarge,
          negative: words.negative,
        }[read.kind];
  const shown = left || !(read?.kind === "unreadable" && isBegunAmount(draft ?? ""));
  return (
    <Field
      label={label}
      size="small"
      hint={hint ?? null}
      {...(wrong === null || !shown ? {} : { validationMessage: wrong, validationState: "error" as const })}
    >
      <Input
        size="small"
        inputMode="decimal"
        {...(name === undefined ? {} : { "aria-label": name })}
        className={styles.input}
        input={{ className: styles.text }}
        value={draft ?? amountText(value, unit)}
        onChange={(_event, { value: text }) => {
          setDraft(text);
          setLeft(false);
          const typed = typedAmount(text, unit, notNegative);
          if (typed.kind === "amount") onAmount(typed.dong);
        }}
        onBlur={() => {
          setLeft(true);
          if (wrong === null) setDraft(null);
        }}
      />
    </Field>
  );
}
