/**
 * Files that a real office has: each is read, changed and taken back, and keeps every byte that did not have to change.
 * Judged by fflate, by the Open XML validator and by the fixtures' own knowledge of what they hold.
 */
import { findSheet, parseArea, valueAt, type Edit, type Snapshot } from "../../../src/book";
import { XlsxBook } from "../../../src/hosts/xlsx";
import { AT, comparable, done, trimmed } from "../../book/contract/kit";
import { fixtures, largeFixture, workSheet, type Seen } from "./fixtures";
import { intoOfficeFile } from "./graft-edit";
import { elementsOf, faultsOf, looseEnds, partText, unzip, type Unzipped } from "./validity";

async function read(book: XlsxBook): Promise<Snapshot> {
  return book.read({ formulas: true, numberFormats: true });
}

function seenIn(snapshot: Snapshot, seen: readonly Seen[]): Seen[] {
  return seen.map(({ sheet, cell }) => {
    const { row, column } = parseArea(cell)!;
    return { sheet, cell, value: valueAt(findSheet(snapshot, sheet)!, row, column) };
  });
}

/** The parts that adding sheets, names and cells must touch. */
const mayChange =
  /^(\[Content_Types\]\.xml|(xl\/workbook|so\/quyen)\.xml|(xl\/_rels\/workbook|so\/_rels\/quyen)\.xml\.rels|xl\/styles\.xml|xl\/tables\/table50\.xml)$|(\/sheet1|\/T-1_a)\.xml$/i;

function untouched(
  before: Unzipped,
  after: Unzipped,
): { same: string[]; different: string[]; gone: string[] } {
  const lists = { same: [] as string[], different: [] as string[], gone: [] as string[] };
  for (const [path, body] of Object.entries(before)) {
    const now = after[path];
    if (!now) lists.gone.push(path);
    else (Buffer.from(body).equals(Buffer.from(now)) ? lists.same : lists.different).push(path);
  }
  return lists;
}

const workbookPath = (parts: Unzipped): string =>
  "so/quyen.xml" in parts ? "so/quyen.xml" : "xl/workbook.xml";

/** Every defined name with the sheet that it is local to, by the sheet's name. */
function namesIn(parts: Unzipped): string[] {
  const elements = elementsOf(partText(parts, workbookPath(parts)));
  const sheets = elements.filter(({ name }) => name === "sheet").map(({ attributes }) => attributes.name);
  return elements
    .filter(({ name }) => name === "definedName")
    .map(({ attributes: { localSheetId, ...rest }, text }) =>
      JSON.stringify([rest, localSheetId === undefined ? null : sheets[Number(localSheetId)], text]),
    );
}

/** Formulas without a value in the sheets that the edit made. */
function formulasWithoutValue(before: Unzipped, after: Unzipped): string[] {
  return Object.keys(after)
    .filter(
      (path) =>
        !(path in before) && /worksheets?\/|trang\//.test(path) && path.toLowerCase().endsWith(".xml"),
    )
    .flatMap((path) => [
      ...partText(after, path).matchAll(/<c\b[^>]*>(?:(?!<\/c>).)*<f\b(?:(?!<\/c>).)*<\/c>/gs),
    ])
    .map(([cell]) => cell)
    .filter((cell) => !/<v>[^<]*<\/v>/.test(cell));
}

const extensionOf = (file: string): string => file.split(".").pop()!;

describe.each(fixtures.map((build) => build()))("a file with $name", ({ file, bytes, seen }) => {
  const before = unzip(bytes);
  const change: Edit = intoOfficeFile();
  let source: XlsxBook;

  beforeEach(async () => {
    source = XlsxBook.open(bytes);
  });

  test("is read: every value as it stands", async () => {
    expect(seenIn(await read(source), seen)).toEqual(seen);
  });

  test("is left as it is when nothing is changed", async () => {
    await source.read();
    const after = unzip(source.bytes());
    expect(untouched(before, after)).toEqual({ same: Object.keys(before), different: [], gone: [] });
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length);
  });

  test("takes new sheets, cells, rows and a name, and keeps every other part byte for byte", async () => {
    await done(source, change);
    const after = unzip(source.bytes());
    const { different, gone } = untouched(before, after);
    expect(different.filter((path) => !mayChange.test(path))).toEqual([]);
    expect(gone.filter((path) => path !== "xl/calcChain.xml")).toEqual([]);
    expect(looseEnds(after)).toEqual([]);
    expect(namesIn(after)).toEqual(expect.arrayContaining(namesIn(before)));
    expect(formulasWithoutValue(before, after)).toEqual([]);
    expect(
      elementsOf(partText(after, workbookPath(after))).find(({ name }) => name === "calcPr")?.attributes,
    ).toMatchObject({
      fullCalcOnLoad: expect.stringMatching(/^(1|true)$/),
    });
    const snapshot = await read(XlsxBook.open(source.bytes()));
    expect(seenIn(snapshot, seen)).toEqual(seen);
    expect(trimmed(findSheet(snapshot, workSheet)!.values).slice(4, 8)).toEqual([
      ["Huyện", 400],
      ["Ghi chú", null, null, 99.5, 25],
      [],
      ["=không tính", 199],
    ]);
    expect(snapshot.sheets[1]!.name).toBe("Bảng mới");
  });

  /** What was not changed is in the changed file too, so this judges the fixture as well. */
  test("is valid Open XML with the edit in it", async () => {
    await done(source, change);
    const [faults] = await faultsOf([{ bytes: source.bytes(), extension: extensionOf(file) }]);
    expect(faults).toEqual([]);
  });

  test("is as it was when the edit is undone, in this session or a later one", async () => {
    const was = comparable(await read(source));
    const entry = await done(source, change);
    const reopened = XlsxBook.open(source.bytes());
    for (const book of [source, reopened]) {
      const outcome = await book.apply(entry.undo, { at: AT, inverse: change });
      expect(outcome).toMatchObject({ done: true });
      expect(comparable(await read(book))).toEqual(was);
      const after = unzip(book.bytes());
      expect(untouched(before, after).different.filter((path) => !mayChange.test(path))).toEqual([]);
      expect(looseEnds(after)).toEqual([]);
      expect(namesIn(after)).toEqual(namesIn(before));
    }
  });
});

test("a register of 100,000 rows is read, changed and still whole", async () => {
  const { bytes, seen } = largeFixture();
  const book = XlsxBook.open(bytes);
  expect(seenIn(await read(book), seen)).toEqual(seen);
  const change = intoOfficeFile();
  const rows: Edit = {
    ...change,
    operations: [
      ...change.operations,
      { kind: "writeCells", sheet: "Hộ", row: 89_999, column: 1, cells: [["Xóm Mới", 5]] },
    ],
  };
  const entry = await done(book, rows);
  expect(looseEnds(unzip(book.bytes()))).toEqual([]);
  const snapshot = await read(XlsxBook.open(book.bytes()));
  expect(seenIn(snapshot, seen)).toEqual(seen);
  expect(findSheet(snapshot, "Hộ")!.values[89_999]).toEqual([89_999, "Xóm Mới", 5, 180_000_000]);
  await done(book, entry.undo, rows);
  expect(findSheet(await read(book), "Hộ")!.values[89_999]).toEqual([
    89_999,
    "Làng Mười",
    90_000_000,
    180_000_000,
  ]);
});
