/** Sums that a plan states, against the parts that it gives. */
import type { PlanFlaw, PlanProject } from "./model";

/** How far two figures may be apart: one tenth of a million where figures are written in millions, else nothing. */
export function toleranceOf(writtenUnit: number): number {
  return writtenUnit >= 1e6 ? 1e5 : 0;
}

/** One flaw a source whose stated sum is not that of the parts; sources that a part does not give are left out. */
export function totalMismatches(
  stated: PlanProject["allocation"],
  writtenUnit: number,
  row: number,
  parts: readonly PlanProject[],
  project: string | null,
): readonly PlanFlaw[] {
  const unit = Math.max(writtenUnit, ...parts.map((part) => part.writtenUnit));
  return (["total", "central", "local", "other"] as const).flatMap((source): PlanFlaw[] => {
    const amount = stated[source];
    const amounts = parts.map((part) => part.allocation[source]);
    if (amount === null || (source !== "other" && amounts.some((each) => each === null))) return [];
    const sum = amounts.reduce<number>((total, each) => total + (each ?? 0), 0);
    if (Math.abs(amount - sum) <= toleranceOf(unit)) return [];
    return [
      {
        code: "plan/total-mismatch",
        severity: "error",
        row,
        params: { project, source, stated: amount, sum, difference: amount - sum },
      },
    ];
  });
}
