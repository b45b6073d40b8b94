/**
 * A part that an edit wrote: kept as it was given, and packed only when the file is asked for. So a small change of a
 * large sheet does not cost the packing of the sheet each time.
 */
import { deflateSync } from "fflate";
import { crc32 } from "./crc";
import type { ZipEntry } from "./zip-directory";

/** Bytes above which a third of the time counts for more than a tenth of the size. */
const LARGE = 1_000_000;

/** 1 January 1980, the time that Excel writes too. */
const noTime = 0x00210000;

export class NewEntry implements ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method = 8;
  readonly time: number;
  /** As it will be read back; null where bytes were given. */
  readonly text: string | null;
  readonly #bytes: Uint8Array | null;
  #packed: Pick<ZipEntry, "crc" | "size" | "raw"> | null = null;

  /** `old` is the entry of that name which this one replaces. */
  constructor(old: ZipEntry | undefined, name: string, content: string | Uint8Array) {
    this.name = old?.name ?? name;
    this.nameBytes = old?.nameBytes ?? new TextEncoder().encode(name);
    this.flags = old?.flags ?? 0x0800;
    this.time = old?.time ?? noTime;
    this.text = typeof content === "string" ? declaredAsUtf8(content) : null;
    this.#bytes = typeof content === "string" ? null : content;
  }

  get bytes(): Uint8Array {
    return this.#bytes ?? new TextEncoder().encode(this.text!);
  }

  get crc(): number {
    return this.#pack().crc;
  }

  get size(): number {
    return this.#pack().size;
  }

  get raw(): Uint8Array {
    return this.#pack().raw;
  }

  #pack(): Pick<ZipEntry, "crc" | "size" | "raw"> {
    if (!this.#packed) {
      const { bytes } = this;
      const level = bytes.length > LARGE ? 3 : 6;
      this.#packed = { crc: crc32(bytes), size: bytes.length, raw: deflateSync(bytes, { level }) };
    }
    return this.#packed;
  }
}

/** Text always goes out as UTF-8, whatever the part's declaration used to say. */
function declaredAsUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])(?!utf-8["'])[^"']*/i, "$1UTF-8");
}
