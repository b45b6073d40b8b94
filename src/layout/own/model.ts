/** How a sheet that staff already have is read as one of our tables (contract, section 5): data that a person may change. */
import type { MoneyUnit } from "../../domain";

/** The tables whose rows staff keep on sheets of their own. */
export const OWN_TABLES = ["tblHo", "tblNganSach", "tblGiaiNgan", "tblCongTrinh"] as const;
export type OwnTableName = (typeof OWN_TABLES)[number];

/** Values of fields (our headers) that something says without a cell of their own. */
export type Said = Readonly<Record<string, string>>;

export interface OwnColumn {
  /** 0-based sheet column. */
  readonly column: number;
  /** As it stands in the sheet; several header rows joined with ` / `. */
  readonly header: string;
  /** Our header that the cells are read as; null where the column is none of ours. */
  readonly field: string | null;
  /** 0 to 1; 1 where a person said so. */
  readonly confidence: number;
  /** What a filled cell says beside its value. Where it names `field` itself, the cell is a mark ("x") for that value. */
  readonly says: Said;
  /** In a wide sheet the block (`OwnMapping.blocks`) that the column belongs to; else null. */
  readonly block: number | null;
  /** Where the header names its own; else the sheet's counts. */
  readonly unit: MoneyUnit | null;
}

export interface OwnConstant {
  readonly field: string;
  readonly value: string;
  readonly confidence: number;
}

export interface OwnMapping {
  readonly sheet: string;
  readonly table: OwnTableName;
  /** 0-based sheet rows, ascending. */
  readonly headerRows: readonly number[];
  /** 0-based; the last row that can hold data. `lastRow` < `firstRow` where there is none. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly OwnColumn[];
  /** A wide sheet's line is read as one row a block that it fills. Empty where the sheet is not wide. */
  readonly blocks: readonly Said[];
  /** For the whole sheet, where no column says it. */
  readonly constants: readonly OwnConstant[];
  readonly unit: MoneyUnit;
  /** 0 to 1: how sure the unit is. */
  readonly unitConfidence: number;
  /** The year that the titles speak of. */
  readonly year: number | null;
  /** 0 to 1: that the sheet is such a table at all. */
  readonly confidence: number;
  /** A person has seen and kept it. */
  readonly confirmed: boolean;
}

export function columnOfField(mapping: OwnMapping, field: string): OwnColumn | undefined {
  return mapping.columns.find((column) => column.field === field);
}

/** Whether anything in the mapping gives the field a value. */
export function givesField(mapping: OwnMapping, field: string): boolean {
  return (
    mapping.columns.some((column) => column.field === field || column.says[field] !== undefined) ||
    mapping.blocks.some((block) => block[field] !== undefined) ||
    mapping.constants.some((constant) => constant.field === field)
  );
}
