/**
 * What a person does: inject, check, fix, report, undo. Each reads a book, lets pure code think, and applies an Edit.
 * Always true: preparing changes nothing, and what was prepared is what is applied.
 */
export * from "./inject";
export * from "./check";
export * from "./fix";
export * from "./report";
export * from "./undo";
