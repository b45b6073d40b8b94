/** Proof for the compiler that drift from Microsoft's declarations is a type error; nothing here runs. */
import { membersOf, type Hosted } from "./hosted";
import type { RangeObject, WorksheetObject } from "./objects";

// @ts-expect-error a member that Excel.Range does not have
membersOf<Excel.Range>()("Range", { scalars: ["adress"] });

const _listed = membersOf<Excel.Range>()("Range", {
  scalars: ["rowCount"],
  objects: ["worksheet"],
  methods: ["getCell", "getIntersectionOrNullObject"],
});
type Listed = Hosted<Excel.Range, typeof _listed>;

declare const wrongScalar: { rowCount: string };
declare const wrongObject: { worksheet: RangeObject };
declare const wrongParameter: { getCell(row: string, column: number): RangeObject };
declare const wrongReturn: { getCell(row: number, column: number): WorksheetObject };
declare const wrongNull: { getCell(row: number, column: number): RangeObject | null };
declare const right: {
  rowCount: number;
  worksheet: WorksheetObject;
  getCell(row: number, column: number): RangeObject;
  getIntersectionOrNullObject(other: RangeObject | string): RangeObject | null;
};

export const checks: readonly unknown[] = [
  right satisfies Listed,
  // @ts-expect-error rowCount is a number
  wrongScalar satisfies Pick<Listed, "rowCount">,
  // @ts-expect-error worksheet is played by WorksheetObject
  wrongObject satisfies Pick<Listed, "worksheet">,
  // @ts-expect-error row is a number
  wrongParameter satisfies Pick<Listed, "getCell">,
  // @ts-expect-error getCell gives a range
  wrongReturn satisfies Pick<Listed, "getCell">,
  // @ts-expect-error only an …OrNullObject may be null
  wrongNull satisfies Pick<Listed, "getCell">,
];
