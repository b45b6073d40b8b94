/** Whether Excel stands on this machine, and the steps that make it load the add-in from here. */
import path from "node:path";
import type { Machine } from "./machine";

/** One step on the machine. What fails is told and ends the rest. */
export type ExcelStep =
  | { readonly kind: "run"; readonly command: string; readonly args: readonly string[] }
  | { readonly kind: "copy"; readonly from: string; readonly to: string }
  | { readonly kind: "remove"; readonly file: string };

export interface Sideloading {
  readonly excel: "windows" | "mac";
  readonly steps: readonly ExcelStep[];
}

const DEVELOPER_KEY = "HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer";
/** The program's name as macOS shows it; it stands in a folder for programs under this name. */
const MAC_PROGRAM = "Microsoft Excel";
const EXCEL_KEYS = ["HKLM", "HKCU"].map(
  (hive) => `${hive}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe`,
);

/** The kind of Excel that is installed here; null where there is none. */
export function excelOf(
  machine: Pick<Machine, "platform" | "home" | "exists" | "run">,
): Sideloading["excel"] | null {
  if (machine.platform === "win32") {
    return EXCEL_KEYS.some((key) => machine.run("reg", ["query", key]) === null) ? "windows" : null;
  }
  if (machine.platform === "darwin") {
    const places = ["/Applications", `${machine.home}/Applications`];
    return places.some((place) => machine.exists(`${place}/${MAC_PROGRAM}.app`)) ? "mac" : null;
  }
  return null;
}

/** Makes Excel load the add-in `id` whose manifest is this file. */
export function sideloading(
  excel: Sideloading["excel"],
  home: string,
  id: string,
  manifest: string,
): Sideloading {
  if (excel === "mac") return { excel, steps: [{ kind: "copy", from: manifest, to: macManifest(home, id) }] };
  const args = ["add", DEVELOPER_KEY, "/v", id, "/t", "REG_SZ", "/d", manifest, "/f"];
  return { excel, steps: [{ kind: "run", command: "reg", args }] };
}

/** Takes back what `sideloading` did. */
export function unloading(excel: Sideloading["excel"], home: string, id: string): Sideloading {
  if (excel === "mac") return { excel, steps: [{ kind: "remove", file: macManifest(home, id) }] };
  return {
    excel,
    steps: [{ kind: "run", command: "reg", args: ["delete", DEVELOPER_KEY, "/v", id, "/f"] }],
  };
}

function macManifest(home: string, id: string): string {
  const folder = "Library/Containers/com.microsoft.Excel/Data/Documents/wef";
  return path.posix.join(home, folder, `${id}.manifest.xml`);
}
