/**
 * The formats of a workbook (`styles.xml`): new ones are added at the end, what stands there stays where it is.
 * A format that the file has already is used again, so that writing the same sheet many times adds nothing.
 */
import { adopted, appendItems, styleSheetOrder, tagWith } from "./splicing";
import { child, escapeAttribute, parseSpans, splice, type TextEdit, type XmlSpan } from "./xml";

type Collection = (typeof collections)[number];

/** Number formats that every program knows by number (ECMA-376 part 1, 18.8.30), those that no locale changes. */
const builtInFormats: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  49: "@",
};

/** Custom number formats are numbered from here on. */
const firstCustomFormat = 164;

/** Where the formats of another stylesheet stand in this one. */
export interface FormatMap {
  readonly cell: (index: number) => number;
  readonly differential: (index: number) => number;
}

/** Items of one collection as written, found again by what they mean. */
class Pool {
  readonly #present: number;
  readonly #items: string[];
  readonly #places = new Map<string, number>();

  constructor(items: readonly string[]) {
    this.#items = [...items];
    this.#present = items.length;
    items.forEach((xml, i) => {
      const key = meaningOf(xml);
      if (!this.#places.has(key)) this.#places.set(key, i);
    });
  }

  at(index: number): string | undefined {
    return this.#items[index];
  }

  /** The item's index, whether it was there or is added. */
  add(xml: string): number {
    const key = meaningOf(xml);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const index = this.#items.push(xml) - 1;
    this.#places.set(key, index);
    return index;
  }

  added(): string[] {
    return this.#items.slice(this.#present);
  }
}

/** An item but for the flags that say once more what its numbers say: that a trait is its own. */
function meaningOf(xml: string): string {
  return xml.replace(/\sapply\w+\s*=\s*["'](1|true)["']/g, "");
}

const collections = ["fonts", "fills", "borders", "cellXfs", "dxfs"] as const;

export class Stylesheet {
  readonly #text: string;
  readonly #root: XmlSpan;
  readonly #pools: Readonly<Record<Collection, Pool>>;
  readonly #formats = new Map<string, number>();
  readonly #newFormats: string[] = [];
  readonly #derived = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    this.#root = parseSpans(text, { part: "styles.xml", maxDepth: 3 });
    const pools = collections.map((name) => [name, new Pool(rawItems(text, this.#root, name))] as const);
    this.#pools = Object.fromEntries(pools) as Record<Collection, Pool>;
    for (const [id, code] of Object.entries(builtInFormats)) this.#formats.set(code, Number(id));
    for (const { attributes } of child(this.#root, "numFmts")?.children ?? []) {
      this.#formats.set(attributes.formatCode ?? "", Number(attributes.numFmtId));
    }
  }

  /** Name and size of the workbook's default font. */
  get defaultFont(): { readonly name: string; readonly size: number } {
    const font = child(this.#root, "fonts")?.children[0];
    const size = Number(child(font, "sz")?.attributes.val ?? 11);
    return { name: child(font, "name")?.attributes.val ?? "Calibri", size };
  }

  /** The cell format that is as `base` but for its number format. */
  withNumberFormat(base: number, code: string): number {
    const key = `${base} ${code}`;
    const known = this.#derived.get(key);
    if (known !== undefined) return known;
    const present = this.#pools.cellXfs.at(base) ?? this.#pools.cellXfs.at(0);
    if (present === undefined) throw new Error("a stylesheet without cell formats");
    const attributes = { numFmtId: String(this.#numberFormat(code)), applyNumberFormat: "1" };
    const wanted = present.replace(/^<[^>]*>/, (tag) => tagWith(tag, attributes));
    const index = this.#pools.cellXfs.add(wanted);
    this.#derived.set(key, index);
    return index;
  }

  /**
   * Takes over the formats of another stylesheet, written without prefixes. Its first font, fills, border and cell
   * format are those of every workbook and stand for this one's.
   */
  absorb(other: string): FormatMap {
    const root = parseSpans(other, { maxDepth: 3 });
    const raw = (name: Collection): string[] =>
      rawItems(other, root, name).map((xml) => adopted(xml, this.#root));
    const codes = new Map(
      (child(root, "numFmts")?.children ?? []).map(({ attributes }) => [
        attributes.numFmtId ?? "",
        attributes.formatCode ?? "",
      ]),
    );
    const numberFormat = (id: string): string => {
      const code = codes.get(id);
      return code === undefined ? id : String(this.#numberFormat(code));
    };
    const placesOf = (name: Collection, shared: number): number[] =>
      raw(name).map((xml, i) => (i < shared ? i : this.#pools[name].add(xml)));
    const places = { font: placesOf("fonts", 1), fill: placesOf("fills", 2), border: placesOf("borders", 1) };
    const cells = raw("cellXfs").map((xml, i) => {
      if (i === 0) return 0;
      const moved = xml
        .replace(/\b(font|fill|border)Id="(\d+)"/g, (_all, kind: keyof typeof places, id: string) => {
          return `${kind}Id="${places[kind][Number(id)]!}"`;
        })
        .replace(/\bnumFmtId="(\d+)"/, (_all, id: string) => `numFmtId="${numberFormat(id)}"`);
      return this.#pools.cellXfs.add(moved);
    });
    const differentials = raw("dxfs").map((xml) => this.#pools.dxfs.add(this.#dxfWithOwnFormat(xml)));
    return { cell: (index) => cells[index]!, differential: (index) => differentials[index]! };
  }

  /** Whether anything was added. */
  get isChanged(): boolean {
    return this.#newFormats.length > 0 || collections.some((name) => this.#pools[name].added().length > 0);
  }

  /** The stylesheet with all that was added. */
  text(): string {
    const edits: TextEdit[] = [];
    const add = (name: string, items: readonly string[]): void => {
      edits.push(...appendItems(this.#text, this.#root, styleSheetOrder, name, items));
    };
    add("numFmts", this.#newFormats);
    for (const name of collections) add(name, this.#pools[name].added());
    return splice(this.#text, edits);
  }

  #numberFormat(code: string): number {
    const known = this.#formats.get(code);
    if (known !== undefined) return known;
    const id = Math.max(firstCustomFormat - 1, ...this.#formats.values()) + 1;
    this.#formats.set(code, id);
    this.#newFormats.push(`<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  /** A differential format states its number format whole; the number must mean nothing else in the workbook. */
  #dxfWithOwnFormat(xml: string): string {
    return xml.replace(/numFmtId="\d+" formatCode="([^"]*)"/, (_all, escaped: string) => {
      const code = parseSpans(`<f c="${escaped}"/>`).attributes.c!;
      return `numFmtId="${this.#numberFormat(code)}" formatCode="${escaped}"`;
    });
  }
}

function rawItems(text: string, root: XmlSpan, name: Collection): string[] {
  return (child(root, name)?.children ?? []).map((item) => text.slice(item.start, item.end));
}
