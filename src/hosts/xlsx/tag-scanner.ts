/**
 * A bare reader of tags for the few parts that are large and simply built (sheet data, shared strings). It reads what
 * well-formed XML holds some ten times faster than a full parser, and stops at what cannot be XML.
 */
import { UnsupportedFile } from "./unsupported";
import { unescapeXml } from "./xml";

const space = 0x20;
const slash = 0x2f;
const colon = 0x3a;
const less = 0x3c;
const greater = 0x3e;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/** Its fields are private by declaration only: what `#` is compiled to takes longer than the reading itself. */
export class TagScanner {
  /** Where the current tag's `<` stands. */
  tagStart = 0;
  /** Behind the current tag's `>`. */
  position: number;
  isClosing = false;
  isEmpty = false;
  private readonly text: string;
  private readonly end: number;
  private readonly part: string;
  private localStart = 0;
  private localEnd = 0;
  /** Four offsets for each attribute: its name's start and end, its value's start and end. */
  private readonly places: number[] = [];
  private attributes = 0;

  /** Reads `text` from `start` up to `end`; faults name `part`. */
  constructor(text: string, start: number, end: number, part: string) {
    this.text = text;
    this.position = start;
    this.end = end;
    this.part = part;
  }

  /** Moves to the next tag; comments, CDATA and instructions are no tags. False at the end. */
  next(): boolean {
    const text = this.text;
    for (;;) {
      const start = text.indexOf("<", this.position);
      if (start < 0 || start >= this.end) return false;
      const first = text.charCodeAt(start + 1);
      if (first !== 0x21 && first !== 0x3f) {
        this.readTag(start, first === slash);
        return true;
      }
      const close = text.startsWith("<!--", start)
        ? "-->"
        : text.startsWith("<![CDATA[", start)
          ? "]]>"
          : "?>";
      const end = text.indexOf(close, start);
      if (end < 0 || (first === 0x21 && close === "?>")) throw this.fault();
      this.position = end + close.length;
    }
  }

  /** Whether the current tag's name, without prefix, is this one. */
  is(local: string): boolean {
    return this.localEnd - this.localStart === local.length && this.text.startsWith(local, this.localStart);
  }

  /** The value of an attribute without prefix, entities resolved; undefined where it is not written. */
  attribute(name: string): string | undefined {
    const places = this.places;
    for (let i = 0; i < this.attributes; i += 4) {
      if (places[i + 1]! - places[i]! !== name.length || !this.text.startsWith(name, places[i]!)) continue;
      const value = this.text.slice(places[i + 2]!, places[i + 3]!);
      return value.includes("&") ? unescapeXml(value) : value;
    }
    return undefined;
  }

  /** The raw text from the current (opening) tag to its closing tag, to which it moves. */
  content(): string {
    if (this.isEmpty) return "";
    const start = this.position;
    const end = this.toClosing();
    return this.text.slice(start, end);
  }

  /** Moves behind the current element. */
  skip(): void {
    if (!this.isEmpty) this.toClosing();
  }

  fault(): UnsupportedFile {
    return new UnsupportedFile("damaged", this.part);
  }

  private toClosing(): number {
    const name = this.text.slice(this.localStart, this.localEnd);
    for (let depth = 1; depth > 0;) {
      if (!this.next()) throw this.fault();
      if (this.isClosing) depth--;
      else if (!this.isEmpty) depth++;
    }
    if (!this.is(name)) throw this.fault();
    return this.tagStart;
  }

  private readTag(start: number, closing: boolean): void {
    const text = this.text;
    let at = start + (closing ? 2 : 1);
    this.tagStart = start;
    this.isClosing = closing;
    this.isEmpty = false;
    this.attributes = 0;
    this.localStart = at;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === greater || code === slash || code <= space) break;
      if (code === colon) this.localStart = at + 1;
      if (code === less || Number.isNaN(code)) throw this.fault();
      at++;
    }
    this.localEnd = at;
    if (this.localEnd === this.localStart) throw this.fault();
    at = this.readAttributes(at);
    if (text.charCodeAt(at) === slash) {
      if (closing) throw this.fault();
      this.isEmpty = true;
      at++;
    }
    if (text.charCodeAt(at) !== greater || at >= this.end) throw this.fault();
    this.position = at + 1;
  }

  /** Returns where the tag's `>` or `/` stands. */
  private readAttributes(from: number): number {
    const text = this.text;
    const places = this.places;
    let at = from;
    let count = 0;
    for (;;) {
      while (text.charCodeAt(at) <= space) at++;
      const first = text.charCodeAt(at);
      if (first === greater || first === slash) break;
      const equals = text.indexOf("=", at);
      if (equals < 0 || equals > this.end) throw this.fault();
      let nameEnd = equals;
      while (text.charCodeAt(nameEnd - 1) <= space) nameEnd--;
      let open = equals + 1;
      while (text.charCodeAt(open) <= space) open++;
      const quote = text.charCodeAt(open);
      if (quote !== doubleQuote && quote !== singleQuote) throw this.fault();
      const valueEnd = text.indexOf(quote === doubleQuote ? '"' : "'", open + 1);
      if (valueEnd < 0 || valueEnd > this.end) throw this.fault();
      places[count] = at;
      places[count + 1] = nameEnd;
      places[count + 2] = open + 1;
      places[count + 3] = valueEnd;
      count += 4;
      at = valueEnd + 1;
    }
    this.attributes = count;
    return at;
  }
}
