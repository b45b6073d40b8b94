/** Keeps the keyboard's place: a button that goes away or is switched off while it works must not leave a person nowhere. */
import { useEffect, useRef, type RefObject } from "react";
import type { SessionState } from "./state";

/**
 * When nothing in the document has the focus any more, it goes back to where it was last, or to the opened place where
 * that is gone. It is never taken from a person who is elsewhere: in Excel's cells, or in the page's grid.
 */
export function useKeptFocus(
  frame: RefObject<HTMLElement | null>,
  place: RefObject<HTMLElement | null>,
  state: SessionState,
): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = frame.current;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) last.current = event.target;
    };
    // Left by the person themselves: what comes next is theirs.
    const forget = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && !element?.contains(event.relatedTarget)) last.current = null;
    };
    element?.addEventListener("focusin", remember);
    element?.addEventListener("focusout", forget);
    return () => {
      element?.removeEventListener("focusin", remember);
      element?.removeEventListener("focusout", forget);
    };
  }, [frame]);
  useEffect(() => {
    if (state.busy !== null || last.current === null) return;
    // A lazily loaded place is drawn a moment after the state has changed.
    const frames = requestAnimationFrame(() => {
      if (!document.hasFocus() || document.activeElement !== document.body) return;
      const back = last.current;
      const usable = back?.isConnected && !back.matches(":disabled");
      (usable ? back : place.current)?.focus();
    });
    return () => cancelAnimationFrame(frames);
  }, [state, place]);
}
