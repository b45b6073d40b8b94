/** Functions that take in every cell of an argument: a single cell there stands for as many as there come to be. */

/** From this argument on, all are ranges. */
const from: ReadonlyMap<string, number> = new Map([
  ...(
    "SUM COUNT COUNTA COUNTBLANK AVERAGE AVERAGEA MAX MAXA MIN MINA PRODUCT SUMPRODUCT SUMSQ MEDIAN MODE STDEV STDEVP " +
    "STDEV.S STDEV.P VAR VARP VAR.S VAR.P CONCAT AND OR"
  )
    .split(" ")
    .map((name) => [name, 0] as const),
  ["SUBTOTAL", 1],
  ["AGGREGATE", 2],
  ["TEXTJOIN", 2],
]);

/** Only these arguments are ranges. */
const only: ReadonlyMap<string, readonly number[]> = new Map([
  ["SUMIF", [0, 2]],
  ["AVERAGEIF", [0, 2]],
  ["COUNTIF", [0]],
  ["LARGE", [0]],
  ["SMALL", [0]],
  ["RANK", [1]],
  ["RANK.EQ", [1]],
  ["RANK.AVG", [1]],
]);

/** A range first, then pairs of a range and what is asked of it. */
const pairs = /^(SUMIFS|AVERAGEIFS|MAXIFS|MINIFS)$/;

/** Whether a function (upper case) takes in every cell of its argument (0-based). */
export function argumentIsGathered(name: string, argument: number): boolean {
  const plain = name.replace(/^_XLFN\./, "");
  const first = from.get(plain);
  if (first !== undefined) return argument >= first;
  if (pairs.test(plain)) return argument === 0 || argument % 2 === 1;
  if (plain === "COUNTIFS") return argument % 2 === 0;
  return only.get(plain)?.includes(argument) ?? false;
}
