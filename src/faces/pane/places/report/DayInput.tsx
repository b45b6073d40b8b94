/** A day typed as dd/mm/yyyy: a browser's own date field would show it in the order of the machine's language. */
import { Input } from "@fluentui/react-components";
import { useState } from "react";
import { formatVietnameseDate, parseVietnameseDate, type CalendarDate } from "../../../../domain";

interface DayInputProps {
  readonly label: string;
  readonly example: string;
  readonly day: CalendarDate | null;
  /** null while what is typed is no whole day. */
  readonly onDay: (day: CalendarDate | null) => void;
}

export function DayInput({ label, example, day, onDay }: DayInputProps) {
  const [text, setText] = useState(day ? formatVietnameseDate(day) : "");
  return (
    <Input
      aria-label={label}
      placeholder={example}
      inputMode="numeric"
      value={text}
      onChange={(_event, { value }) => {
        setText(value);
        const read = parseVietnameseDate(value);
        onDay(read.kind === "date" ? { year: read.year, month: read.month, day: read.day } : null);
      }}
    />
  );
}
