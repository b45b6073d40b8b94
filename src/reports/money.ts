/** Figures of money that several forms share: what was allocated, and what was paid out of it. */
import type { Criterion } from "./criterion";
import { figureOf, minus, plus, type Figure } from "./figure";
import { sum } from "./query";

/** The columns of amounts by source of funds. */
export const SOURCES = ["NSTW", "NSĐP", "Vốn khác"] as const;

const VOUCHERS = "tblGiaiNgan";

/** An amount of `tblNganSach`, of these sources. */
export function allocated(where: readonly Criterion[], sources: readonly string[] = SOURCES): Figure {
  return figureOf(...sources.map((source) => sum("tblNganSach", source, where)));
}

function paidAs(manner: string, where: readonly Criterion[]): Figure {
  const criteria: Criterion[] = [...where, { header: "Hình thức", match: "equals", text: manner }];
  return figureOf(sum(VOUCHERS, "Số tiền", criteria));
}

/** Money given back is read the same with either sign. */
function givenBack(manner: string, where: readonly Criterion[]): Figure {
  const signed = (match: "positive" | "negative") => paidAs(manner, [...where, { header: "Số tiền", match }]);
  return plus(signed("positive"), minus(signed("negative")));
}

/** Advances, less what of them was recovered. */
export function advances(where: readonly Criterion[]): Figure {
  return plus(paidAs("Tạm ứng", where), minus(givenBack("Thu hồi tạm ứng", where)));
}

/** Paid for accepted volume, less what was taken back. */
export function payments(where: readonly Criterion[]): Figure {
  return plus(paidAs("Thanh toán", where), minus(givenBack("Giảm chi", where)));
}

/** All that was paid out. */
export function paid(where: readonly Criterion[]): Figure {
  return plus(advances(where), payments(where));
}
