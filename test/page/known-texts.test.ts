import * as numfmt from "numfmt";
import * as remembered from "../../src/faces/page/grid/knownTexts";

const texts = [
  "",
  "8/8/2025",
  "2025-08-08",
  "1.250",
  "1,250.5",
  "60%",
  "08:30",
  "Năm nay",
  "DA5.TDA1",
  "5 A",
  "=1",
];

test("texts are read as the grid's package reads them, also when asked again", () => {
  for (const read of ["parseDate", "parseTime", "parseNumber"] as const) {
    for (const text of [...texts, ...texts]) expect(remembered[read](text)).toEqual(numfmt[read](text));
  }
});

test("whoever changes a reading changes nobody else's", () => {
  const first = remembered.parseNumber("1250")!;
  first.v = 0;
  expect(remembered.parseNumber("1250")!.v).toBe(1250);
});

test("everything else is the package's own", () => {
  expect(remembered.format("#,##0", 1250)).toBe(numfmt.format("#,##0", 1250));
});
