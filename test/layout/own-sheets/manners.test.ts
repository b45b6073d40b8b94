/** Sheets of real offices are read as what they are, and only what was put wrong is found, at the real cells. */
import { manners } from "./manners";
import { book, faults, mappingsOf, read } from "./sheet";

describe.each(manners.map((manner) => [manner.title, manner] as const))("%s", (_title, manner) => {
  const workbook = book(manner.sheet);

  test("is read as it is meant", () => {
    const found = mappingsOf(workbook).map((mapping) => ({
      table: mapping.table,
      headerRows: mapping.headerRows.map((row) => row + 1),
      data: [mapping.firstRow + 1, mapping.lastRow + 1],
      unit: mapping.unit,
      columns: read(mapping),
      constants: Object.fromEntries(mapping.constants.map(({ field, value }) => [field, value])),
    }));
    expect(found).toEqual(manner.expected.map((one) => ({ constants: {}, ...one })));
  });

  test("shows its faults and no others", () => {
    expect(faults(workbook)).toEqual([...manner.faults].sort());
  });
});
