/** What a cell holds, as the grid keeps it. */
import type { ICellData } from "@univerjs/core";
import { isCellError, isCellFormula, type CellInput, type CellValue } from "../../../book";

const NUMBER = 2;
const TEXT = 1;
const BOOLEAN = 3;

/** A cell's content as the grid keeps it; empty for an empty cell. */
export function contentOf(content: CellInput): ICellData {
  if (isCellFormula(content)) return { ...valueOf(content.value), f: gridFormula(content.formula) };
  return valueOf(content);
}

function valueOf(value: CellValue): ICellData {
  if (value === null || value === "") return {};
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: isCellError(value) ? value.error : value, t: TEXT };
}

/** Newer functions carry a prefix in files that the grid does not know. */
export function gridFormula(formula: string): string {
  return `=${formula.replace(/_xlfn\.(_xlws\.)?/g, "")}`;
}
