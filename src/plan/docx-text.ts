/**
 * The paragraphs and tables of a .docx, as lines. Rows count all paragraphs of the document's body in order, those in
 * tables too. A table's row becomes one line with cells; deleted text (tracked changes) is left out.
 */
import type { SaxesTagPlain } from "saxes";
import { readNumbering } from "./docx-numbering";
import type { Numbering } from "./docx-numbering";
import { readParts } from "./docx-package";
import { DamagedXml, readXml } from "./docx-xml";
import type { PlanUnreadable } from "./model";
import type { SourceLine } from "./source";

/** Word on the web writes `document2.xml` and the like. */
const partNames = /^word\/(document|numbering|styles)\d*\.xml$/;

/** The document's lines, or why it cannot be read. */
export function readDocx(
  bytes: Uint8Array,
): { readonly ok: true; readonly lines: readonly SourceLine[] } | PlanUnreadable {
  const read = readParts(bytes, partNames);
  if (!read.ok) return read;
  const parts = new Map([...read.parts].map(([name, xml]) => [partNames.exec(name)![1]!, xml]));
  const document = parts.get("document");
  if (document === undefined) return { ok: false, reason: "bad-docx", detail: "no word/document.xml" };
  try {
    const numbering = readNumbering(parts.get("numbering") ?? null);
    const styles = readListStyles(parts.get("styles") ?? null);
    return { ok: true, lines: new DocumentReader(numbering, styles).read(document) };
  } catch (error) {
    if (!(error instanceof DamagedXml)) throw error;
    return { ok: false, reason: "bad-docx", detail: error.message };
  }
}

interface ListPlace {
  listId: string;
  level: number;
}

/** Paragraph styles that carry a list of their own. */
function readListStyles(xml: string | null): ReadonlyMap<string, ListPlace> {
  const styles = new Map<string, ListPlace>();
  if (xml === null) return styles;
  let style: string | null = null;
  const open = ({ name, attributes }: SaxesTagPlain): void => {
    if (name === "w:style") style = String(attributes["w:styleId"] ?? "");
    if (style === null) return;
    const value = String(attributes["w:val"] ?? "");
    if (name === "w:numId") styles.set(style, { listId: value, level: styles.get(style)?.level ?? 0 });
    if (name === "w:ilvl")
      styles.set(style, { listId: styles.get(style)?.listId ?? "0", level: Number(value) });
  };
  const close = (name: string): void => {
    if (name === "w:style") style = null;
  };
  readXml(xml, { open, close });
  return styles;
}

interface Cell {
  text: string;
  span: number;
  /** Continues the cell above it. */
  continued: boolean;
}

interface Table {
  cells: Cell[];
  /** The row above, by grid column. */
  above: string[];
  firstRow: number;
}

/** Elements whose text is no text of the document. */
const silent = new Set(["w:del", "w:moveFrom", "w:instrText", "mc:Fallback", "w:pPrChange", "w:rPrChange"]);

class DocumentReader {
  private readonly lines: SourceLine[] = [];
  private readonly tables: Table[] = [];
  private row = 0;
  private silence = 0;
  private inText = false;
  private paragraph = "";
  private style: string | null = null;
  private list: ListPlace | null = null;

  constructor(
    private readonly numbering: Numbering,
    private readonly styles: ReadonlyMap<string, ListPlace>,
  ) {}

  read(xml: string): readonly SourceLine[] {
    readXml(xml, {
      open: (tag) => this.open(tag),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.inText && this.silence === 0) this.paragraph += text;
      },
    });
    return this.lines;
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    if (silent.has(name)) this.silence++;
    if (this.silence > 0) return;
    const value = String(attributes["w:val"] ?? "");
    switch (name) {
      case "w:p":
        this.row++;
        this.paragraph = "";
        this.style = null;
        this.list = null;
        break;
      case "w:t":
        this.inText = true;
        break;
      case "w:tab":
        // In w:tabs the same name defines a stop; there it has a value.
        if (value === "") this.paragraph += "\t";
        break;
      case "w:br":
      case "w:cr":
        this.paragraph += "\n";
        break;
      case "w:noBreakHyphen":
        this.paragraph += "-";
        break;
      case "w:pStyle":
        this.style = value;
        break;
      case "w:numId":
        this.list = { listId: value, level: this.list?.level ?? 0 };
        break;
      case "w:ilvl":
        this.list = { listId: this.list?.listId ?? "0", level: Number(value) };
        break;
      default:
        this.openTable(name, value);
    }
  }

  private openTable(name: string, value: string): void {
    const table = this.tables[this.tables.length - 1];
    switch (name) {
      case "w:tbl":
        this.tables.push({ cells: [], above: [], firstRow: this.row + 1 });
        break;
      case "w:tr":
        if (table) {
          table.cells = [];
          table.firstRow = this.row + 1;
        }
        break;
      case "w:tc":
        table?.cells.push({ text: "", span: 1, continued: false });
        break;
      case "w:gridSpan":
        if (table) lastCell(table).span = Math.min(64, Math.max(1, Number(value) || 1));
        break;
      case "w:vMerge":
        if (table) lastCell(table).continued = value !== "restart";
        break;
    }
  }

  private close(name: string): void {
    if (silent.has(name)) this.silence--;
    if (this.silence > 0) return;
    if (name === "w:t") this.inText = false;
    else if (name === "w:p") this.endParagraph();
    else if (name === "w:tr") this.endTableRow();
    else if (name === "w:tbl") this.tables.pop();
  }

  private endParagraph(): void {
    const place = this.list ?? (this.style === null ? null : (this.styles.get(this.style) ?? null));
    const marker =
      place && place.listId !== "0" && this.paragraph.trim() !== ""
        ? this.numbering.next(place.listId, place.level)
        : null;
    const text = marker === null ? this.paragraph : `${marker} ${this.paragraph}`;
    const table = this.tables[this.tables.length - 1];
    if (!table) {
      for (const part of text.split("\n")) this.lines.push({ row: this.row, text: part, cells: null });
      return;
    }
    const cell = lastCell(table);
    cell.text = cell.text === "" ? text : `${cell.text}\n${text}`;
  }

  /** A nested table's rows come out before the row that holds them. */
  private endTableRow(): void {
    const table = this.tables[this.tables.length - 1];
    if (!table) return;
    const texts: string[] = [];
    const grid: string[] = [];
    for (const cell of table.cells) {
      const text = cell.continued ? (table.above[grid.length] ?? "") : cell.text;
      texts.push(text);
      grid.push(text);
      // A spanning cell fills its columns, so that headers above several columns name each of them.
      for (let extra = 1; extra < cell.span; extra++) {
        texts.push("");
        grid.push(text);
      }
    }
    table.above = grid;
    this.lines.push({ row: table.firstRow, text: texts.join("\t"), cells: texts, grid });
  }
}

function lastCell(table: Table): Cell {
  const cell = table.cells[table.cells.length - 1];
  if (cell) return cell;
  const made = { text: "", span: 1, continued: false };
  table.cells.push(made);
  return made;
}
