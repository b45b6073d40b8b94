/** A button that lets a person choose one file and hands on what it holds. */
import { Button, type ButtonProps } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons";
import { useRef } from "react";

interface FileButtonProps {
  readonly label: string;
  /** Endings of the files offered, as in `accept`. */
  readonly accept: string;
  readonly disabled: boolean;
  readonly open: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly look: Pick<ButtonProps, "size" | "appearance">;
}

export function FileButton({ label, accept, disabled, open, look }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (file) await open(file.name, new Uint8Array(await file.arrayBuffer()));
    // The same file can be opened again once it was changed.
    if (input.current) input.current.value = "";
  };
  return (
    <>
      <Button
        {...look}
        icon={<FolderOpenRegular />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </>
  );
}
