/**
 * Takes named parts out of a .docx (zip) without trusting it: the sizes that its directory claims are summed before
 * anything is inflated, and inflating stops where a part grows beyond what is left of the bound.
 */
import { Inflate, strFromU8 } from "fflate";

export type PackageResult =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly reason: "bad-docx" | "too-large" | "encrypted"; readonly detail: string };

/** Unpacked bytes of all parts read together. */
export const unpackedBound = 50 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
/** Small slices: one slice of the hardest bomb inflates to some 4 MB, so the bound holds while inflating. */
const slice = 4096;

function readDirectory(bytes: Uint8Array, view: DataView): readonly Entry[] | null {
  const last = bytes.length - 22;
  for (let at = last; at >= Math.max(0, last - 65535); at--) {
    if (view.getUint32(at, true) !== endOfDirectory) continue;
    const count = view.getUint16(at + 10, true);
    return readEntries(bytes, view, view.getUint32(at + 16, true), count);
  }
  return null;
}

function readEntries(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  count: number,
): readonly Entry[] | null {
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The entry's bytes as they lie in the file; null where its local header is wrong. */
function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | null {
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localHeader) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const end = start + entry.packedSize;
  return end <= bytes.length ? bytes.subarray(start, end) : null;
}

function within(content: Uint8Array, limit: number): Uint8Array | null {
  return content.length > limit ? null : content;
}

/** null where the part is longer than `limit`. */
function inflate(packed: Uint8Array, limit: number): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += slice) {
    stream.push(packed.subarray(at, at + slice), at + slice >= packed.length);
    if (length > limit) return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** fflate marks what is wrong with the data by a number. */
function isFlateError(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && typeof (error as { code?: unknown }).code === "number"
  );
}

/** The parts whose names fit, decoded as UTF-8 (which Word always writes). */
export function readParts(bytes: Uint8Array, names: RegExp): PackageResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = bytes.length >= 22 ? readDirectory(bytes, view) : null;
  if (!entries) return { ok: false, reason: "bad-docx", detail: "no zip directory" };
  const wanted = entries.filter((entry) => names.test(entry.name));
  if (wanted.some((entry) => entry.encrypted))
    return { ok: false, reason: "encrypted", detail: "encrypted zip entry" };
  const claimed = wanted.reduce((sum, entry) => sum + entry.size, 0);
  if (claimed > unpackedBound) return { ok: false, reason: "too-large", detail: `${claimed} bytes unpacked` };

  const parts = new Map<string, string>();
  let left = unpackedBound;
  for (const entry of wanted) {
    const packed = packedBytes(bytes, view, entry);
    if (!packed || (entry.method !== 0 && entry.method !== 8)) {
      return { ok: false, reason: "bad-docx", detail: `${entry.name}: damaged` };
    }
    let content: Uint8Array | null;
    try {
      content = entry.method === 0 ? within(packed, left) : inflate(packed, left);
    } catch (error) {
      if (!isFlateError(error)) throw error;
      return { ok: false, reason: "bad-docx", detail: `${entry.name}: ${String(error)}` };
    }
    if (!content) return { ok: false, reason: "too-large", detail: `${entry.name}: grows beyond the bound` };
    left -= content.length;
    parts.set(entry.name, strFromU8(content));
  }
  return { ok: true, parts };
}
