/** How a machine opens an address in the person's browser. */
import type { Machine } from "./machine";

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}

/** Null where nobody sits before the machine, or where it has no screen. */
export function browserCommand(
  machine: Pick<Machine, "platform" | "environment" | "terminal">,
  address: string,
): Launch | null {
  if (!machine.terminal) return null;
  if (machine.platform === "win32") return { command: "cmd", args: ["/c", "start", "", address] };
  if (machine.platform === "darwin") return { command: "open", args: [address] };
  const { DISPLAY, WAYLAND_DISPLAY } = machine.environment;
  return DISPLAY || WAYLAND_DISPLAY ? { command: "xdg-open", args: [address] } : null;
}
