/** Moving a formula's relative references from one cell to another. */
import fc from "fast-check";
import { columnLetters } from "../../../src/book";
import { movable, moved } from "../../../src/book";

function shift(formula: string, rows: number, columns: number): string | null {
  return moved(movable(formula), rows, columns);
}

describe("a moved formula", () => {
  it.each<[string, number, number, string | null]>([
    ["A1+$A$1+$A1+A$1", 2, 3, "D3+$A$1+$A3+D$1"],
    ["SUM(A1:B2,C:C,$D:$D,2:3,$4:$4)", 1, 1, "SUM(B2:C3,D:D,$D:$D,3:4,$4:$4)"],
    [`'A1 B2'!C3&"A1 ""B2"""&Sheet1!A1`, 1, 0, `'A1 B2'!C4&"A1 ""B2"""&Sheet1!A2`],
    [`'It''s A1'!A1`, 1, 0, `'It''s A1'!A2`],
    ["[1]Sheet1!A1+'[2]S A1'!B2", 1, 0, "[1]Sheet1!A2+'[2]S A1'!B3"],
    ["Jan:Mar!A1", 0, 1, "Jan:Mar!B1"],
    [
      "tblHo[[#This Row],[A1]]+tblHo[B2]+SUM(tbl1[[A1]:[B2]])",
      5,
      5,
      "tblHo[[#This Row],[A1]]+tblHo[B2]+SUM(tbl1[[A1]:[B2]])",
    ],
    ["tbl[[#This Row],[a'[A1']b]]&A1", 1, 0, "tbl[[#This Row],[a'[A1']b]]&A2"],
    ["tbl[[#This Row],[a'[A1]]&A1", 1, 0, "tbl[[#This Row],[a'[A1]]&A2"],
    [
      "LOG10(A10)+ATAN2(B1,C1)+_xlfn.XLOOKUP(A1,B:B,C:C)",
      1,
      0,
      "LOG10(A11)+ATAN2(B2,C2)+_xlfn.XLOOKUP(A2,B:B,C:C)",
    ],
    ["Thuế2024*năm1+A1_x+x.A1+\\A1+TRUE", 1, 1, "Thuế2024*năm1+A1_x+x.A1+\\A1+TRUE"],
    ["XFE1+A1048577+AAAA1", 1, 1, "XFE1+A1048577+AAAA1"],
    ["1E5+1.5E+3+{1,2;3,4}+5%", 1, 1, "1E5+1.5E+3+{1,2;3,4}+5%"],
    ["IF(A1=#N/A,#REF!,#DIV/0!)", 1, 0, "IF(A2=#N/A,#REF!,#DIV/0!)"],
    ["A2:INDEX(A:A,3) A3", -1, 0, "A1:INDEX(A:A,3) A2"],
    ["a1+ab$2", 1, 1, "B2+AC$2"],
    ["A1", -1, 0, null],
    ["XFD1", 0, 1, null],
    ["A1048576", 1, 0, null],
  ])("%s by %i, %i", (formula, rows, columns, wanted) => {
    expect(shift(formula, rows, columns)).toBe(wanted);
  });

  /** Pieces of formulas that each know how they read at a distance. */
  const piece = fc.oneof(
    fc.record({ row: fc.nat(999), column: fc.nat(400), fixRow: fc.boolean(), fixColumn: fc.boolean() }).map(
      ({ row, column, fixRow, fixColumn }) =>
        (rows: number, columns: number): string =>
          `${fixColumn ? "$" : ""}${columnLetters(column + (fixColumn ? 0 : columns))}${fixRow ? "$" : ""}${row + (fixRow ? 0 : rows) + 1}`,
    ),
    fc
      .constantFrom(
        '"B2 ""C3"',
        "'Sổ A1'!$A$1",
        "tbl[[#This Row],[A1]]",
        "12.5",
        "SUM($A$1)",
        "Tên_B2",
        "#N/A",
        "LOG10(5)",
      )
      .map((text) => () => text),
  );
  const sign = fc.constantFrom("+", "*", "&", ",", " ", ":", "=", "<>", "-(");

  it("reads as it would have been written there, for any mix of references and other text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, sign), { minLength: 1, maxLength: 8 }),
        fc.nat(50),
        fc.nat(50),
        (pieces, rows, columns) => {
          const written = (r: number, c: number): string =>
            pieces.map(([at, between]) => at(r, c) + between).join("");
          expect(shift(written(0, 0), rows, columns)).toBe(written(rows, columns));
          expect(shift(written(rows, columns), -rows, -columns)).toBe(written(0, 0));
        },
      ),
    );
  });

  it("ends for any text", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("A", "1", "$", ":", "'", '"', "[", "]", "#", "!", "(", " ", "é", "𠮷"),
        }),
        (text) => {
          expect(shift(text, 0, 0)?.toUpperCase()).toBe(text.toUpperCase());
        },
      ),
    );
  });
});
