/**
 * Files that are not quite whole, as careless programs leave them: an edit is applied and undone, or refused with the
 * reason; a person never gets a bug's words, and nothing is lost half-way.
 */
import fc from "fast-check";
import { findSheet } from "../../../src/book";
import { UnsupportedFile, XlsxBook } from "../../../src/hosts/xlsx";
import { AT, comparable, done, edit, write } from "../../book/contract/kit";
import { everythingAtOnce, workSheet } from "./fixtures";
import { zipParts } from "./fixtures/office-file";
import { intoOfficeFile } from "./graft-edit";
import { unzip } from "./validity";

const parts = unzip(everythingAtOnce().bytes);
const names = Object.keys(parts);

/** What may have happened to one part; `at` says where, between 0 and 1. */
const harms: Readonly<Record<string, (text: string, at: number) => string>> = {
  "a tag is gone": (text, at) => without(text, /<[^>]+>/g, at, ""),
  "an attribute is gone": (text, at) => without(text, / [\w:]+="[^"]*"/g, at, ""),
  "an attribute is empty": (text, at) => without(text, /="[^"]*"/g, at, '=""'),
  "an attribute is no number": (text, at) => without(text, /="\d+"/g, at, '="x"'),
  "a number is too large": (text, at) => without(text, /="\d+"/g, at, '="999999999"'),
  "a name is a broken reference": (text, at) => without(text, /="[^"]*"/g, at, '="#REF!"'),
  "text is missing": (text, at) => without(text, />[^<]+</g, at, "><"),
  "the end is missing": (text, at) => text.slice(0, Math.floor(text.length * at)),
};

/** Replaces one of the places that match. */
function without(text: string, places: RegExp, at: number, by: string): string {
  const found = [...text.matchAll(places)];
  const one = found[Math.floor(found.length * at)];
  return one ? text.slice(0, one.index) + by + text.slice(one.index + one[0].length) : text;
}

/** Applies the edit and takes it back; what a person is told where that cannot be. */
async function lifeOf(bytes: Uint8Array): Promise<"done" | "refused"> {
  let book: XlsxBook;
  try {
    book = XlsxBook.open(bytes);
    await book.read();
  } catch (error) {
    if (error instanceof UnsupportedFile) return "refused";
    throw error;
  }
  const before = comparable(await book.read({ formulas: true }));
  const change = intoOfficeFile();
  const outcome = await book.apply(change, { at: AT });
  if (outcome.done)
    expect(await book.apply(outcome.entry.undo, { at: AT, inverse: change })).toMatchObject({ done: true });
  expect(comparable(await book.read({ formulas: true }))).toEqual(before);
  return outcome.done ? "done" : "refused";
}

test("a part that is spoiled somewhere: the edit is applied and undone, or refused", async () => {
  const harmed = fc.record({
    name: fc.constantFrom(...names.filter((name) => /\.(xml|rels|vml)$/.test(name))),
    harm: fc.constantFrom(...Object.keys(harms)),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(harmed, async ({ name, harm, at }) => {
      const text = harms[harm]!(Buffer.from(parts[name]!).toString("latin1"), at);
      await lifeOf(zipParts(new Map(Object.entries({ ...parts, [name]: Buffer.from(text, "latin1") }))));
    }),
    { numRuns: 120, seed: 1719 },
  );
});

test.each(names)("without the part %s: the edit is applied and undone, or refused", async (name) => {
  await lifeOf(zipParts(new Map(Object.entries(parts).filter(([one]) => one !== name))));
});

test.each([
  "xl/theme/theme1.xml",
  "xl/calcChain.xml",
  "docProps/app.xml",
  "xl/printerSettings/printerSettings1.bin",
  "xl/media/image1.png",
])("a file without %s, which it still lists, is taken on all the same", async (name) => {
  const bytes = zipParts(new Map(Object.entries(parts).filter(([one]) => one !== name)));
  expect(await lifeOf(bytes)).toBe("done");
  const book = XlsxBook.open(bytes);
  await done(book, edit(write(workSheet, 9, 0, [["ghi"]])));
  expect(findSheet(await book.read(), workSheet)!.values[9]).toEqual(["ghi"]);
});
