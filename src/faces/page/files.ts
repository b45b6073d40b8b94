/** A person chooses a file of their own. */

const TYPES = ".xlsx,.xlsm,.xls,.xlsb,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function chooseFile(opened: (name: string, bytes: Uint8Array) => Promise<void>): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = TYPES;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void readFile(file, opened);
  });
  input.click();
}

export async function readFile(
  file: File,
  opened: (name: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  await opened(file.name.normalize("NFC"), new Uint8Array(await file.arrayBuffer()));
}
