/** F6 takes the focus from the grid to the pane and back, as between Excel and its task panes. */

const FOCUSABLE = 'button:not([disabled]), [href], input, select, textarea, [tabindex]:not([tabindex="-1"])';

/** Handles the key before the grid does, which would keep it. */
export function changeSides(event: KeyboardEvent, pane: HTMLElement | null, focusGrid: () => void): void {
  if (event.key !== "F6" || event.ctrlKey || event.altKey || !pane) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (pane.contains(document.activeElement)) focusGrid();
  else focusPane(pane);
}

function focusPane(pane: HTMLElement): void {
  const selected = pane.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  (selected ?? pane.querySelector<HTMLElement>(FOCUSABLE))?.focus();
}
