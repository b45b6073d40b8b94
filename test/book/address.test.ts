/** Places in a sheet and their A1 text. */
import fc from "fast-check";
import {
  absoluteAddress,
  areaAddress,
  areasOverlap,
  cellAddress,
  columnIndex,
  columnLetters,
  parseArea,
  quoteSheet,
  type Area,
} from "../../src/book";

const LAST_COLUMN = 16383;
const LAST_ROW = 1048575;
const areas = fc
  .record({
    row: fc.nat(LAST_ROW),
    column: fc.nat(LAST_COLUMN),
    bottom: fc.nat(LAST_ROW),
    right: fc.nat(LAST_COLUMN),
  })
  .map(({ row, column, bottom, right }): Area => ({
    row: Math.min(row, bottom),
    column: Math.min(column, right),
    rows: Math.abs(bottom - row) + 1,
    columns: Math.abs(right - column) + 1,
  }));

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
  [LAST_COLUMN, "XFD"],
])("column %i is %s", (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
  expect(columnIndex(letters)).toBe(index);
  expect(columnIndex(letters.toLowerCase())).toBe(index);
});

test.each(["", "1", "A1", "Đ", "ABCD", " A", "A "])("%j is no column", (text) => {
  expect(columnIndex(text)).toBe(-1);
});

test("letters grow with the index, in length first", () => {
  fc.assert(
    fc.property(fc.nat(LAST_COLUMN - 1), (index) => {
      const [here, next] = [columnLetters(index), columnLetters(index + 1)];
      expect(here.length < next.length || (here.length === next.length && here < next)).toBe(true);
    }),
  );
});

test("a cell's address has the column first and counts rows from 1", () => {
  expect(cellAddress(11, 3)).toBe("D12");
  expect(absoluteAddress(11, 3)).toBe("$D$12");
});

test("an area's A1 text reads back as the area", () => {
  fc.assert(fc.property(areas, (area) => expect(parseArea(areaAddress(area))).toEqual(area)));
});

test("dollar signs, small letters, blanks around and corners in any order do not matter", () => {
  const area = { row: 3, column: 0, rows: 17, columns: 11 };
  for (const text of ["A4:K20", "$A$4:$K$20", "a4:K$20", " A4:K20 ", "K20:A4", "A20:K4"])
    expect(parseArea(text)).toEqual(area);
  expect(parseArea("$D$12")).toEqual({ row: 11, column: 3, rows: 1, columns: 1 });
});

test.each([
  "",
  "A",
  "A:C",
  "4:9",
  "A0",
  "0A",
  "A1:",
  ":A1",
  "A1:B2:C3",
  "'S'!A1",
  "A1,B2",
  "#REF!",
  "ABCD1",
  "A-1",
])("%j is no area", (text) => expect(parseArea(text)).toBeNull());

test("two areas overlap exactly when they have a cell in common", () => {
  const small = fc.record({
    row: fc.nat(6),
    column: fc.nat(6),
    rows: fc.integer({ min: 1, max: 4 }),
    columns: fc.integer({ min: 1, max: 4 }),
  });
  const cellsOf = (area: Area) =>
    new Set(
      Array.from({ length: area.rows * area.columns }, (_n, i) =>
        cellAddress(area.row + Math.floor(i / area.columns), area.column + (i % area.columns)),
      ),
    );
  fc.assert(
    fc.property(small, small, (a, b) => {
      const theirs = cellsOf(b);
      expect(areasOverlap(a, b)).toBe([...cellsOf(a)].some((cell) => theirs.has(cell)));
    }),
  );
});

test.each([
  ["Kế hoạch", "'Kế hoạch'"],
  ["Hộ 'thụ' hưởng", "'Hộ ''thụ'' hưởng'"],
  ["A", "'A'"],
])("the sheet %s is %s in a formula", (name, quoted) => {
  expect(quoteSheet(name)).toBe(quoted);
});
