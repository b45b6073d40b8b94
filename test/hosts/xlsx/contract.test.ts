/** The book of an .xlsx file keeps the contract of every book, and what it writes is valid Open XML. */
import { XlsxBook } from "../../../src/hosts/xlsx";
import { bookContract } from "../../book/contract";
import { AT } from "../../book/contract/kit";
import { elementsOf, faultsOf, looseEnds, partText, unzip } from "./validity";

const books: XlsxBook[] = [];

function create(): XlsxBook {
  const book = XlsxBook.create();
  books.push(book);
  return book;
}

bookContract("an .xlsx file", {
  empty: async () => create(),
  async from(designs) {
    const book = create();
    const operations = designs.map((design) => ({ kind: "createSheet" as const, design }));
    const outcome = await book.apply({ task: "test", operations }, { at: AT });
    if (!outcome.done) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
    return book;
  },
  async type(book, sheet, row, column, value) {
    const refusal = await (book as XlsxBook).type({ sheet, area: { row, column, rows: 1, columns: 1 } }, [
      [value],
    ]);
    if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
  },
});

/** The parts, elements and attributes that a file uses. */
function vocabulary(bytes: Uint8Array): Set<string> {
  const parts = unzip(bytes);
  const words = new Set<string>();
  for (const path of Object.keys(parts)) {
    words.add(path.replace(/\d+/, "#"));
    for (const { name, attributes } of elementsOf(partText(parts, path))) {
      for (const attribute of ["", ...Object.keys(attributes)])
        words.add(`${path.replace(/\d+/, "#")} ${name} ${attribute}`);
    }
  }
  return words;
}

/** A few files that together use everything that any of them uses: the richest first, then what adds most. */
function representatives(files: readonly Uint8Array[]): Uint8Array[] {
  const left = files.map((bytes) => ({ bytes, words: vocabulary(bytes) }));
  const chosen: Uint8Array[] = [];
  for (;;) {
    left.sort((a, b) => b.words.size - a.words.size);
    const next = left.shift();
    if (!next || next.words.size === 0) return chosen;
    chosen.push(next.bytes);
    for (const { words } of left) for (const word of next.words) words.delete(word);
  }
}

test("what the contract left behind is valid Open XML", async () => {
  const files: Uint8Array[] = [];
  for (const book of books) {
    // A workbook without a sheet is no file yet.
    if ((await book.read()).sheets.length === 0) continue;
    files.push(book.bytes());
    expect(looseEnds(unzip(files.at(-1)!))).toEqual([]);
  }
  const faults = await faultsOf(representatives(files).map((bytes) => ({ bytes })));
  expect(faults.flat()).toEqual([]);
});
