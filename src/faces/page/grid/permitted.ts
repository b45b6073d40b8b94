/**
 * What a person may do in the grid. It could do more than can be written into an .xlsx file without touching what else
 * stands there: that is not offered, and where it is asked for all the same it is refused and said, before it is lost.
 */

const hidden = [
  "sheet.menu.copy-special",
  "sheet.menu.paste-special",
  "sheet.command.clear-selection-format",
  "sheet.command.clear-selection-all",
  "sheet.contextMenu.text-to-number",
  "sheet.command.insert-col-before",
  "sheet.command.insert-range-move-right-confirm",
  "sheet.command.insert-range-move-down-confirm",
  "sheet.command.remove-col-confirm",
  "sheet.command.delete-range-move-left-confirm",
  "sheet.command.delete-range-move-up-confirm",
  "sheet.contextMenu.permission",
  "sheet.command.table-insert-col",
  "sheet.command.table-remove-col",
  "sheet.menu.sheet-frozen",
  "sheet.column-header-menu.sheet-frozen",
  "sheet.row-header-menu.sheet-frozen",
  "sheet.command.insert-multi-cols-before",
  "sheet.command.insert-multi-cols-right",
  "sheet.command.hide-row-confirm",
  "sheet.command.hide-col-confirm",
  "sheet.command.set-selected-rows-visible",
  "sheet.command.set-selected-cols-visible",
  "sheet.command.set-worksheet-row-is-auto-height",
  "sheet.command.set-col-auto-width",
  "sheet.operation.add-note-popup",
  "sheet.command.delete-note",
  "sheet.command.remove-sheet-confirm",
  "sheet.command.copy-sheet",
  "sheet.operation.rename-sheet",
  "sheet.command.set-tab-color",
  "sheet.command.set-worksheet-hidden",
  "ui-sheet.command.show-menu-list",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
];

/** The menus' entries that are not offered. */
export const hiddenMenus = Object.fromEntries(hidden.map((id) => [id, { hidden: true }]));

export type GridWish =
  | { readonly kind: "allowed" }
  /** Rows that go into a table or out of it: the book does that, and the grid follows. */
  | { readonly kind: "rows"; readonly what: "insertAbove" | "insertBelow" | "remove" }
  | { readonly kind: "undo" | "redo" | "paste" | "sort" }
  | { readonly kind: "refused" };

const ALLOWED = { kind: "allowed" } as const;
const REFUSED = { kind: "refused" } as const;

const rowCommands: Readonly<Record<string, "insertAbove" | "insertBelow" | "remove">> = {
  "sheet.command.insert-row": "insertAbove",
  "sheet.command.insert-row-by-range": "insertAbove",
  "sheet.command.insert-row-before": "insertAbove",
  "sheet.command.insert-multi-rows-above": "insertAbove",
  "sheet.command.table-insert-row": "insertAbove",
  "sheet.command.table-insert-row-at": "insertAbove",
  "sheet.command.insert-row-after": "insertBelow",
  "sheet.command.insert-multi-rows-after": "insertBelow",
  "sheet.command.remove-row": "remove",
  "sheet.command.remove-row-confirm": "remove",
  "sheet.command.remove-row-by-range": "remove",
  "sheet.command.table-remove-row": "remove",
};

/** Commands that change what the file holds and cannot be written back. */
const refused = [
  /^sheet\.command\.(insert-col|insert-multi-cols|remove-col|insert-range|delete-range|move-rows|move-cols)/,
  /^sheet\.command\.(append-row|split-text|text-to-number|toggle-cell-checkbox)/,
  /^sheet\.command\.(set-(bold|italic|underline|stroke|overline|font|text-|background|vertical-text|horizontal-text|border|style))/,
  /^sheet\.command\.(reset-|set-range-(bold|italic|underline|stroke|sub|super|font|text|custom))/,
  /^sheet\.command\.(clear-selection-(all|format)|paste-(format|col-width)|.*format-painter)/,
  /^sheet\.command\.(add|remove)-worksheet-merge/,
  /^sheet\.command\.(insert-sheet|remove-sheet|copy-sheet|set-worksheet-(name|order|hidden|show|default-style|right))/,
  /^sheet\.command\.(set-tab-color|set-workbook-name|.*-defined-name|.*protection.*|.*range-theme.*)/,
  /^sheet\.command\.(add-table|delete-table|set-table-config|table-(insert-col|insert-column|remove-col|remove-column))/,
  /^sheet\.command\.(add|set|delete|move|clear)-.*conditional-rule/,
  /^sheet\.command\.numfmt\.|^sheets?\.command\..*data-?validation|^data-validation\.command/i,
  /^sheet\.command\.(update-note|delete-note)/,
];

/** What is to become of a command that a person has given. */
export function wishOf(command: string): GridWish {
  const rows = rowCommands[command];
  if (rows) return { kind: "rows", what: rows };
  if (command === "sheet.command.sort-range") return { kind: "sort" };
  if (command === "univer.command.undo") return { kind: "undo" };
  if (command === "univer.command.redo") return { kind: "redo" };
  if (
    command === "sheet.command.paste" ||
    command === "univer.command.paste" ||
    command === "sheet.command.paste-by-short-key" ||
    command === "sheet.command.paste-value" ||
    command === "sheet.command.paste-besides-border"
  ) {
    return { kind: "paste" };
  }
  return refused.some((pattern) => pattern.test(command)) ? REFUSED : ALLOWED;
}
