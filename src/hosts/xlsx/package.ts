/**
 * The zip package of an .xlsx file. Entries are kept as the raw compressed bytes of the file, so a part that nobody
 * changes is written back byte for byte. A package never changes: `with` gives a new one.
 */
import { Inflate } from "fflate";
import { crc32 } from "./crc";
import { emptyWorkbookParts } from "./empty-workbook";
import { NewEntry } from "./new-entry";
import { readDirectory, type PackageLimits, type ZipEntry } from "./zip-directory";
import { UnsupportedFile } from "./unsupported";

export { UnsupportedFile, type UnsupportedWhat } from "./unsupported";
export type { PackageLimits } from "./zip-directory";

export const defaultLimits: PackageLimits = { unpackedBytes: 500_000_000, parts: 20_000 };

const stored = 0;
/** How much is given to the inflater at once: what a lying directory can cost at most is about 1000 times this. */
const inflateStep = 65_536;
/** What was made of an entry: its text, and what others derived from it. */
interface Remembered {
  text: string | null;
  readonly derived: Map<string, unknown>;
}

/** Kept for as long as memory is not wanted for something else. An entry never changes, so neither does this. */
const remembered = new WeakMap<ZipEntry, WeakRef<Remembered>>();

function memoryOf(entry: ZipEntry): Remembered {
  const known = remembered.get(entry)?.deref();
  if (known) return known;
  const fresh: Remembered = { text: null, derived: new Map() };
  remembered.set(entry, new WeakRef(fresh));
  return fresh;
}

export class ZipPackage {
  /** By name in lower case, as OPC compares names. */
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  private constructor(entries: ReadonlyMap<string, ZipEntry>) {
    this.#entries = entries;
  }

  /**
   * Opens a file's bytes. Throws `UnsupportedFile` for what is no plain zip package or promises more than the limits;
   * that is seen from the directory, before anything is unpacked.
   */
  static open(bytes: Uint8Array, limits: PackageLimits = defaultLimits): ZipPackage {
    const entries = new Map<string, ZipEntry>();
    for (const entry of readDirectory(bytes, limits)) {
      const key = keyOf(entry.name);
      if (entries.has(key)) throw new UnsupportedFile("duplicatePart", entry.name);
      entries.set(key, entry);
    }
    return new ZipPackage(entries);
  }

  /** A workbook without sheets, to graft sheets into. Not a valid file until it has one. */
  static empty(): ZipPackage {
    return new ZipPackage(new Map()).with(new Map(Object.entries(emptyWorkbookParts)));
  }

  /** The parts in the file's order (folders left out). */
  names(): string[] {
    return [...this.#entries.values()]
      .filter((entry) => !entry.name.endsWith("/"))
      .map((entry) => entry.name);
  }

  /** Names are compared without regard to case; a leading `/` is allowed. */
  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** The unpacked bytes, their checksum checked. */
  bytes(name: string): Uint8Array {
    const entry = this.#entry(name);
    if (entry instanceof NewEntry) return entry.bytes;
    const bytes = entry.method === stored ? entry.raw : inflate(entry);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
      throw new UnsupportedFile("damaged", entry.name);
    return bytes;
  }

  /** The part as text, without its byte order mark. UTF-8 or UTF-16, as OPC allows. */
  text(name: string): string {
    const entry = this.#entry(name);
    if (entry instanceof NewEntry && entry.text !== null) return entry.text;
    const memory = memoryOf(entry);
    return (memory.text ??= decode(this.bytes(name), name));
  }

  /** What `make` makes of a part, made once for each `key` as long as the part stays as it is. */
  derived<T>(name: string, key: string, make: () => T): T {
    const { derived } = memoryOf(this.#entry(name));
    if (!derived.has(key)) derived.set(key, make());
    return derived.get(key) as T;
  }

  /** What is remembered of the parts by now: who holds it keeps it from being forgotten while he waits. */
  known(): readonly object[] {
    return [...this.#entries.values()].flatMap((entry) => remembered.get(entry)?.deref() ?? []);
  }

  /** CRC-32 of the unpacked bytes, as the file states it. */
  crc(name: string): number {
    return this.#entry(name).crc;
  }

  /** A new package: text is written as UTF-8, null takes a part away. Old entries keep their order, new ones follow. */
  with(changes: ReadonlyMap<string, string | Uint8Array | null>): ZipPackage {
    const entries = new Map(this.#entries);
    for (const [name, content] of changes) {
      const key = keyOf(name);
      if (content === null) entries.delete(key);
      else entries.set(key, new NewEntry(entries.get(key), name.replace(/^\//, ""), content));
    }
    return new ZipPackage(entries);
  }

  /** The package as a file. */
  toBytes(): Uint8Array {
    const entries = [...this.#entries.values()];
    const headers = entries.map(commonHeader);
    let size = 22;
    entries.forEach((entry) => (size += 30 + 46 + 2 * entry.nameBytes.length + entry.raw.length));
    const out = new Uint8Array(size);
    const view = new DataView(out.buffer);
    let at = 0;
    const offsets = entries.map((entry, i) => {
      const start = at;
      view.setUint32(at, 0x04034b50, true);
      out.set(headers[i]!, at + 4);
      out.set(entry.nameBytes, at + 30);
      out.set(entry.raw, at + 30 + entry.nameBytes.length);
      at += 30 + entry.nameBytes.length + entry.raw.length;
      return start;
    });
    const directory = at;
    entries.forEach((entry, i) => {
      view.setUint32(at, 0x02014b50, true);
      view.setUint16(at + 4, 20, true);
      out.set(headers[i]!, at + 6);
      view.setUint32(at + 42, offsets[i]!, true);
      out.set(entry.nameBytes, at + 46);
      at += 46 + entry.nameBytes.length;
    });
    view.setUint32(at, 0x06054b50, true);
    view.setUint16(at + 8, entries.length, true);
    view.setUint16(at + 10, entries.length, true);
    view.setUint32(at + 12, at - directory, true);
    view.setUint32(at + 16, directory, true);
    return out;
  }

  /** Whether a part stands in both packages with the very same compressed bytes. */
  sameEntry(other: ZipPackage, name: string): boolean {
    const mine = this.#entries.get(keyOf(name));
    const theirs = other.#entries.get(keyOf(name));
    if (!mine || !theirs) return false;
    if (mine === theirs) return true;
    // What was written anew is told from what it replaces without being packed.
    if (mine instanceof NewEntry || theirs instanceof NewEntry) return false;
    return (
      mine.method === theirs.method &&
      mine.crc === theirs.crc &&
      mine.size === theirs.size &&
      mine.raw.length === theirs.raw.length &&
      mine.raw.every((byte, i) => byte === theirs.raw[i])
    );
  }

  #entry(name: string): ZipEntry {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) throw new UnsupportedFile("damaged", name);
    return entry;
  }
}

/** Some writers use `\` between folders; OPC compares names without regard to case. */
function keyOf(name: string): string {
  return name.replace(/\\/g, "/").replace(/^\//, "").toLowerCase();
}

/** What a local header and a directory entry have in common: from "version needed" to the name's length. */
function commonHeader(entry: ZipEntry): Uint8Array {
  const header = new Uint8Array(26);
  const view = new DataView(header.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, entry.flags, true);
  view.setUint16(4, entry.method, true);
  view.setUint32(6, entry.time, true);
  view.setUint32(10, entry.crc, true);
  view.setUint32(14, entry.raw.length, true);
  view.setUint32(18, entry.size, true);
  view.setUint16(22, entry.nameBytes.length, true);
  return header;
}

/** Unpacks one entry, never into more than the directory promised. */
function inflate(entry: ZipEntry): Uint8Array {
  const out = new Uint8Array(entry.size);
  let filled = 0;
  let ended = false;
  const inflater = new Inflate((chunk, final) => {
    if (filled + chunk.length > out.length) throw new UnsupportedFile("tooLarge", entry.name);
    out.set(chunk, filled);
    filled += chunk.length;
    ended ||= final;
  });
  try {
    for (let at = 0; at < entry.raw.length || at === 0; at += inflateStep) {
      inflater.push(entry.raw.subarray(at, at + inflateStep), at + inflateStep >= entry.raw.length);
    }
  } catch (error) {
    if (error instanceof UnsupportedFile) throw error;
    throw new UnsupportedFile("damaged", entry.name);
  }
  if (!ended || filled !== out.length) throw new UnsupportedFile("damaged", entry.name);
  return out;
}

function decode(bytes: Uint8Array, name: string): string {
  const first = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const wide =
    first === 0xfffe || first === 0x3c00
      ? "utf-16le"
      : first === 0xfeff || first === 0x003c
        ? "utf-16be"
        : null;
  let text: string;
  try {
    text = new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnsupportedFile("damaged", name);
  }
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]?.toLowerCase();
  if (declared !== undefined && !/^(utf-8|utf8|utf-16|utf-16le|utf-16be|us-ascii|ascii)$/.test(declared)) {
    throw new UnsupportedFile("damaged", name);
  }
  return text;
}
