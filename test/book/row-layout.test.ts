/** Rows repeated: the mapping and the formulas that follow it, against a model that lists every row one by one. */
import fc from "fast-check";
import {
  areasAfter,
  mergesAfter,
  repeatable,
  repeated,
  repeatedElsewhere,
  repeatedName,
  RowLayout,
  scanFormula,
  withSheetRenamed,
  type RowBand,
} from "../../src/book";

const ROWS = 14;

/** A row as it then stands: where it stood, and the copies that it belongs to, the outermost first. */
interface Listed {
  readonly source: number;
  readonly path: readonly Copy[];
}

interface Copy {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** Writes all rows out, one by one. */
function listed(bands: readonly RowBand[], first: number, last: number, path: readonly Copy[]): Listed[] {
  const rows: Listed[] = [];
  for (let source = first; source <= last;) {
    const band = bands.find((one) => one.first === source);
    if (!band) {
      rows.push({ source, path });
      source += 1;
      continue;
    }
    const end = band.first + band.count - 1;
    band.copies.forEach((inner, number) => {
      const copy = { key: `${band.first}-${band.count}-${number}`, first: band.first, last: end };
      rows.push(...listed(inner, band.first, end, [...path, copy]));
    });
    source = end + 1;
  }
  return rows;
}

function within(row: Listed, path: readonly Copy[]): boolean {
  return path.every((copy, depth) => row.path[depth]?.key === copy.key);
}

/** The rows that a reference from a row with this path then covers: first and last, or null. */
function covered(rows: readonly Listed[], path: readonly Copy[], first: number, last: number) {
  let depth = path.length;
  while (depth > 0 && !(path[depth - 1]!.first <= first && last <= path[depth - 1]!.last)) depth -= 1;
  const places = rows.flatMap((row, at) =>
    row.source >= first && row.source <= last && within(row, path.slice(0, depth)) ? [at] : [],
  );
  return places.length === 0 ? null : ([places[0]!, places.at(-1)!] as const);
}

/** Bands within rows, two levels deep. */
function bandsIn(first: number, last: number, depth: number): fc.Arbitrary<readonly RowBand[]> {
  return fc.uniqueArray(fc.integer({ min: first, max: last + 1 }), { maxLength: 4 }).chain((cuts) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const places = [];
    for (let i = 0; i + 1 < sorted.length; i += 2)
      places.push({ first: sorted[i]!, count: sorted[i + 1]! - sorted[i]! });
    return fc.tuple(
      ...places.map((place) =>
        fc
          .array(
            depth === 0
              ? fc.constant<readonly RowBand[]>([])
              : bandsIn(place.first, place.first + place.count - 1, depth - 1),
            { maxLength: 3 },
          )
          .map((copies): RowBand => ({ ...place, copies })),
      ),
    );
  });
}

const anyBands = bandsIn(0, ROWS - 1, 2);
const interval = fc
  .tuple(fc.integer({ min: 0, max: ROWS - 1 }), fc.integer({ min: 0, max: ROWS - 1 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test("every row has its place, and every place its row", () => {
  fc.assert(
    fc.property(anyBands, (bands) => {
      const layout = new RowLayout(bands);
      const rows = listed(bands, 0, ROWS - 1, []);
      const runs = [...layout.runs(ROWS - 1)];
      const told = runs.flatMap(({ source, count, target }) =>
        Array.from({ length: count }, (_one, i) => [target + i, source + i]),
      );
      expect(told).toEqual(rows.map((row, at) => [at, row.source]));
      expect(layout.growth).toBe(rows.length - ROWS);
      rows.forEach((row, at) => {
        const { source, scope } = layout.origin(at);
        expect(source).toBe(row.source);
        const band = row.path.at(-1);
        expect(scope.parent ? [scope.sourceFirst, scope.sourceLast] : null).toEqual(
          band ? [band.first, band.last] : null,
        );
      });
    }),
  );
});

test("areas stand wherever their rows do, in as few pieces as they can", () => {
  fc.assert(
    fc.property(anyBands, interval, (bands, [first, last]) => {
      const areas = areasAfter(new RowLayout(bands), [
        { row: first, rows: last - first + 1, column: 1, columns: 1 },
      ]);
      const places = listed(bands, 0, ROWS - 1, []).flatMap(({ source }, at) =>
        source >= first && source <= last ? [at] : [],
      );
      expect(areas.flatMap(({ row, rows }) => Array.from({ length: rows }, (_one, i) => row + i))).toEqual(
        places,
      );
      expect(areas).toHaveLength(places.filter((place, i) => places[i - 1] !== place - 1).length);
    }),
  );
});

test("a reference from any copy covers what stands for its rows there", () => {
  const signs = fc.constantFrom("", "$");
  fc.assert(
    fc.property(anyBands, interval, fc.nat(), signs, signs, (bands, [first, last], pick, one, other) => {
      const layout = new RowLayout(bands);
      const rows = listed(bands, 0, ROWS - 1, []);
      if (rows.length === 0) return;
      const at = pick % rows.length;
      const { path } = rows[at]!;
      const { scope } = layout.origin(at);
      const expected = covered(rows, path, first, last);
      const range = expected ? `SUM(${one}C${other}${expected[0] + 1}:D${expected[1] + 1})` : "SUM(#REF!)";
      const text = `SUM(${one}C${other}${first + 1}:D${last + 1})`;
      expect(repeated(repeatable(text, "S", true)!, layout, scope)).toBe(range);
      const single = covered(rows, path, first, first);
      expect(repeated(repeatable(`C${first + 1}*2`, "S", true)!, layout, scope)).toBe(
        single ? `C${single[0] + 1}*2` : "#REF!*2",
      );
      const all =
        single && (single[0] === single[1] ? `C${single[0] + 1}` : `C${single[0] + 1}:C${single[1] + 1}`);
      expect(repeated(repeatable(`SUM( C${first + 1} ,2)`, "S", true)!, layout, scope)).toBe(
        `SUM( ${all ?? "#REF!"} ,2)`,
      );
      const outside = covered(rows, [], first, last);
      expect(repeatedElsewhere(`'S'!C${first + 1}:C${last + 1}`, "s", layout)).toBe(
        outside ? `'S'!C${outside[0] + 1}:C${outside[1] + 1}` : "#REF!",
      );
    }),
    { numRuns: 400 },
  );
});

test("a merge stands once in each copy of the innermost band that holds it", () => {
  fc.assert(
    fc.property(anyBands, interval, (bands, [first, last]) => {
      const merges = mergesAfter(new RowLayout(bands), [
        { row: first, rows: last - first + 1, column: 0, columns: 2 },
      ]);
      const rows = listed(bands, 0, ROWS - 1, []);
      const groups = new Map<string, number[]>();
      rows.forEach(({ source, path }, at) => {
        if (source < first || source > last) return;
        const holding = path.filter((copy) => copy.first <= first && last <= copy.last);
        const key = holding.map((copy) => copy.key).join("/");
        groups.set(key, [...(groups.get(key) ?? []), at]);
      });
      expect(merges.map(({ row, rows: count }) => [row, row + count - 1])).toEqual(
        [...groups.values()].map((places) => [places[0], places.at(-1)]),
      );
    }),
  );
});

test("bands that overlap, do not ascend or leave their own band are a fault", () => {
  const band = (first: number, count: number, inner: readonly RowBand[] = []): RowBand => ({
    first,
    count,
    copies: [inner],
  });
  expect(() => new RowLayout([band(3, 2), band(4, 1)])).toThrow(RangeError);
  expect(() => new RowLayout([band(5, 1), band(2, 1)])).toThrow(RangeError);
  expect(() => new RowLayout([band(2, 2, [band(3, 2)])])).toThrow(RangeError);
  expect(() => new RowLayout([band(2, 0)])).toThrow(RangeError);
});

test("what reaches to the end of the sheet still does", () => {
  const layout = new RowLayout([{ first: 3, count: 1, copies: [[], [], []] }]);
  const after = (text: string) => repeated(repeatable(text, "S", true)!, layout, layout.root);
  expect(after("SUM(A2:A1048576)")).toBe("SUM(A2:A1048576)");
  expect(repeatable("SUM(A:C)", "S", true)).toBeNull();
  expect(after("SUM($5:$5)")).toBe("SUM($7:$7)");
});

describe("formulas as people write them", () => {
  // Row 5 stands three times.
  const layout = new RowLayout([{ first: 4, count: 1, copies: [[], [], []] }]);
  const home = "Kế hoạch";
  test.each([
    ['=là văn bản "C5" & C5', '=là văn bản "C5" & C5'],
    ["SUM(C5,C9)", "SUM(C5:C7,C11)"],
    ['SUMIF(B5,"x",C5)', 'SUMIF(B5:B7,"x",C5:C7)'],
    ["SUMIFS(C5,B5,A5)", "SUMIFS(C5:C7,B5:B7,A5)"],
    ["COUNTIF($B$5,B9)", "COUNTIF($B$5:$B$7,B11)"],
    ["SUBTOTAL(9,C5)+ROUND(C5,0)", "SUBTOTAL(9,C5:C7)+ROUND(C5,0)"],
    ["SUM(ROUND(C5,0))", "SUM(ROUND(C5,0))"],
    ["SUM(C5*2)", "SUM(C5*2)"],
    ["IF(SUM(C5)>0,MAX(C5),C5)", "IF(SUM(C5:C7)>0,MAX(C5:C7),C5)"],
    ["SUM({1,2},C5)", "SUM({1,2},C5:C7)"],
    ["SUM(tbl[Số C5],C5)", "SUM(tbl[Số C5],C5:C7)"],
    ["VLOOKUP(A9,$A$4:$C$6,2,0)", "VLOOKUP(A11,$A$4:$C$8,2,0)"],
    ["SUM('Kế hoạch'!C5)", "SUM('Kế hoạch'!C5:C7)"],
    ["SUM('kế hoạch'!$C$5:$D$5)", "SUM('kế hoạch'!$C$5:$D$7)"],
    ["SUM('Khác'!C5)+Khác!C9", "SUM('Khác'!C5)+Khác!C9"],
    ["SUM('A:Kế hoạch'!C5)+SUM(A:B!C5)", "SUM('A:Kế hoạch'!C5)+SUM(A:B!C5)"],
    ["[1]Trang!C9+'[2]Kế hoạch'!C9", "[1]Trang!C9+'[2]Kế hoạch'!C9"],
    ["INDEX(A1:A9,2):C5", "INDEX(A1:A11,2):C7"],
    ["LOG10(C9)+C9", "LOG10(C11)+C11"],
    ["thuế5+C9%", "thuế5+C11%"],
    ["SUM(C6:C9)", "SUM(C8:C11)"],
  ])("%s", (before, after) => {
    const cut = repeatable(before, home, true);
    expect(cut ? repeated(cut, layout, layout.root) : before).toBe(after);
  });

  test("a sheet whose name holds an apostrophe is told by it", () => {
    expect(repeatedElsewhere("SUM('Vốn ''A'''!C5)", "Vốn 'A'", layout)).toBe("SUM('Vốn ''A'''!C5:C7)");
    expect(withSheetRenamed("'Vốn ''A'''!C5+'Vốn'!C5+\"'Vốn ''A'''!\"", "vốn 'a'", "Bản 'B'")).toBe(
      "'Bản ''B'''!C5+'Vốn'!C5+\"'Vốn ''A'''!\"",
    );
  });

  test("a name that is a cell stands for all its copies, one that calculates does not", () => {
    expect(repeatedName("'Kế hoạch'!$C$5", home, layout)).toBe("'Kế hoạch'!$C$5:$C$7");
    expect(repeatedName("'Kế hoạch'!$C$9", home, layout)).toBe("'Kế hoạch'!$C$11");
    expect(repeatedName("'Kế hoạch'!$C$5*2", home, layout)).toBe("'Kế hoạch'!$C$5*2");
    expect(repeatedName("Khác!$C$5", home, layout)).toBe("Khác!$C$5");
  });

  test("names of a sheet are told from its cells", () => {
    const { references, mentions } = scanFormula("Kế!tên+Kế!A1+SUM(B:B)");
    expect(mentions.map(({ sheet }) => sheet)).toEqual(["Kế", "Kế"]);
    expect(references.map(({ sheet, first }) => [sheet, first.row, first.column])).toEqual([
      ["Kế", 0, 0],
      [null, null, 1],
    ]);
  });
});

test("20,000 copies, and copies within copies, take no more than their number", () => {
  const time = (bands: readonly RowBand[]): number => {
    const start = process.cpuUsage().user;
    const layout = new RowLayout(bands);
    const cut = repeatable("SUM(C5)+C$3+SUM(D5:E5)", "S", true)!;
    let length = 0;
    for (const { scope } of layout.runs(30)) length += repeated(cut, layout, scope).length;
    expect(length).toBeGreaterThan(0);
    return (process.cpuUsage().user - start) / 1_000;
  };
  const inner = (count: number): RowBand => ({
    first: 4,
    count: 1,
    copies: Array.from({ length: count }, () => []),
  });
  time([inner(1_000)]);
  expect(time([inner(20_000)])).toBeLessThan(2_000);
  expect(time([{ first: 3, count: 3, copies: Array.from({ length: 500 }, () => [inner(40)]) }])).toBeLessThan(
    2_000,
  );
  // A first copy without rows must not be looked for again and again.
  expect(
    time([{ first: 3, count: 3, copies: Array.from({ length: 20_000 }, () => [inner(0)]) }]),
  ).toBeLessThan(2_000);
});
