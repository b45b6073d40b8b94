/**
 * How the grid's program reads texts as numbers and dates, remembered. It asks for every text that a formula meets, again
 * in each formula and each calculation, and reading one makes lists of all months anew: in a workbook with all nine
 * reports that was half of the time until it stood there. Stands in for the package of that name (webpack.config.js).
 */
import * as numfmt from "numfmt";

export * from "numfmt";

type Reading = ReturnType<typeof numfmt.parseDate>;
type Read = (text: string, options?: Parameters<typeof numfmt.parseDate>[1]) => Reading;

/** More different texts than the cells of a usual workbook have; beyond them all are forgotten. */
const MOST = 20_000;

function remembered(read: Read): Read {
  const known = new Map<string, Reading>();
  return (text, options) => {
    if (options !== undefined || typeof text !== "string") return read(text, options);
    let reading = known.get(text);
    if (reading === undefined) {
      reading = read(text);
      if (known.size >= MOST) known.clear();
      known.set(text, reading);
    }
    return reading && { ...reading };
  };
}

export const parseDate = remembered(numfmt.parseDate);
export const parseTime = remembered(numfmt.parseTime);
export const parseNumber = remembered(numfmt.parseNumber);
