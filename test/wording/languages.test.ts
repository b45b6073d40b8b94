/** Vietnamese and English stand side by side everywhere, and the Vietnamese is Vietnamese. */
import * as wording from "../../src/wording";

interface Leaf {
  readonly path: string;
  /** A sentence, or the source of the function that makes it. */
  readonly text: string;
  readonly made: boolean;
}

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value === "string") return [{ path, text: value, made: false }];
  if (typeof value === "function") return [{ path, text: String(value), made: true }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}.${key}`));
}

interface BothLanguages {
  readonly vi: unknown;
  readonly en: unknown;
}

const isCatalogue = (value: unknown): value is BothLanguages =>
  typeof value === "object" && value !== null && "vi" in value && "en" in value;
const everything: readonly (readonly [string, unknown])[] = Object.entries(wording);
const catalogues = everything.flatMap(([name, both]) => (isCatalogue(both) ? [{ name, both }] : []));

test("there are catalogues to look at", () => {
  expect(catalogues.length).toBeGreaterThan(5);
});

describe.each(catalogues)("$name", ({ name, both }) => {
  const vi = leaves(both.vi, name);
  const en = leaves(both.en, name);

  test("says the same things in both languages", () => {
    expect(vi.map((leaf) => leaf.path).sort()).toEqual(en.map((leaf) => leaf.path).sort());
    expect(vi.filter((leaf) => leaf.text.trim() === "").map((leaf) => leaf.path)).toEqual([]);
  });

  test("the Vietnamese has no English words, and is written in composed letters", () => {
    // Words that stand in no Vietnamese sentence, nor in a function that only joins sentences.
    const english = /\b(the|and|was|were|has|have|with|please|cannot|workbook|sheet|rows?|cells?|errors?)\b/i;
    const suspicious = vi
      // Options of the command line are the same in every language.
      .map(({ path, text, made }) => ({ path, text: (made ? quoted(text) : text).replace(/--[a-z-]+/g, "") }))
      .filter(({ text }) => english.test(text) || text !== text.normalize("NFC"));
    expect(suspicious).toEqual([]);
  });

  test("what is no name or number differs between the languages", () => {
    const others = new Map(en.map((leaf) => [leaf.path, leaf.text]));
    const same = vi.filter(
      ({ path, text, made }) => !made && others.get(path) === text && /\p{L}{4,}/u.test(text),
    );
    expect(same.filter(({ text }) => !names.has(text))).toEqual([]);
  });
});

/** Proper names and what people type, which no language changes. */
const names = new Set(["Sổ MTQG", "Sổ theo dõi CTMTQG"]);

/** The texts inside a function's source, without what it computes. */
function quoted(source: string): string {
  const texts = source.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? [];
  return texts.map((text) => text.replace(/\$\{[^}]*\}/g, "x")).join(" | ");
}
