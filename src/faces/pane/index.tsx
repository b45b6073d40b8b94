/**
 * The side pane: the same in Excel and beside the page's grid; only its host differs.
 * Always true: it touches a workbook through the tasks alone, and says what it did, what it could not do and what to do.
 */
import { createRoot } from "react-dom/client";
import { App } from "./App";
import type { PaneHost } from "./host";
import { PaneSession } from "./session";

export type { PaneHost, PaneTheme } from "./host";
export { PaneSession } from "./session";
export type { PanePlace, SessionState } from "./state";
export { App } from "./App";
export { lightTheme } from "./theme";

/** Shows the pane in an element and starts its session. */
export function mountPane(element: HTMLElement, host: PaneHost): PaneSession {
  const session = new PaneSession(host);
  createRoot(element).render(<App session={session} />);
  void session.start();
  return session;
}
