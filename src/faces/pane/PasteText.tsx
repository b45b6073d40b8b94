/** Text pasted in the place of a file: a switch, and below it the box to paste into. */
import { Button, Field, Textarea } from "@fluentui/react-components";
import { ClipboardPasteRegular } from "@fluentui/react-icons";
import { useState } from "react";

interface PasteTextProps {
  readonly words: {
    readonly paste: string;
    readonly pasteLabel: string;
    readonly pasteHint: string;
    readonly readPasted: string;
  };
  readonly disabled: boolean;
  readonly read: (text: string) => Promise<void>;
}

export function PasteText({ words, disabled, read }: PasteTextProps) {
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState("");
  return (
    <>
      <Button
        appearance="subtle"
        icon={<ClipboardPasteRegular />}
        aria-expanded={pasting}
        onClick={() => setPasting(!pasting)}
      >
        {words.paste}
      </Button>
      {pasting && (
        <>
          <Field label={words.pasteLabel} hint={words.pasteHint}>
            <Textarea
              rows={8}
              resize="vertical"
              value={text}
              onChange={(_event, data) => setText(data.value)}
            />
          </Field>
          <Button disabled={disabled || text.trim() === ""} onClick={() => void read(text)}>
            {words.readPasted}
          </Button>
        </>
      )}
    </>
  );
}
