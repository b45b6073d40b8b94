/** A zip file's directory: what the file says it holds, judged before anything is unpacked. */
import { UnsupportedFile } from "./unsupported";

export interface PackageLimits {
  /** Bytes of all parts together, unpacked. */
  readonly unpackedBytes: number;
  readonly parts: number;
}

export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** DOS time and date as they stand in the file. */
  readonly time: number;
  readonly crc: number;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** As compressed in the file. */
  readonly raw: Uint8Array;
}

/** Deflate cannot pack more than 1032 bytes into one. */
const bestRatio = 1032;
const endSize = 22;

/** The entries in the directory's order. */
export function readDirectory(bytes: Uint8Array, limits: PackageLimits): ZipEntry[] {
  refuseOtherKinds(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const locator = end >= 20 && view.getUint32(end - 20, true) === 0x07064b50;
  if (locator || count === 0xffff || start === 0xffffffff) throw new UnsupportedFile("zip64", "zip");
  if (count > limits.parts) throw new UnsupportedFile("tooLarge", String(count));
  if (start + length > end) throw new UnsupportedFile("truncated", "zip");
  const entries: ZipEntry[] = [];
  const taken: [from: number, to: number][] = [];
  let at = start;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new UnsupportedFile("damaged", "zip");
    const { entry, next, place } = readEntry(bytes, view, at, start);
    total += entry.size;
    if (total > limits.unpackedBytes) throw new UnsupportedFile("tooLarge", entry.name);
    entries.push(entry);
    taken.push(place);
    at = next;
  }
  refuseOverlaps(taken);
  return entries;
}

/** Files of other kinds that people give us, told apart by their first bytes. */
function refuseOtherKinds(bytes: Uint8Array): void {
  const starts = (...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UnsupportedFile(holdsStream(bytes, "EncryptedPackage") ? "encrypted" : "oldXls", "OLE2");
  }
  if (!starts(0x50, 0x4b)) throw new UnsupportedFile("notZip", "zip");
}

/** Looks for a stream's name, which an OLE2 file holds in UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + endSize + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw new UnsupportedFile("truncated", "zip");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directory: number) {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const local = view.getUint32(at + 42, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = decodeName(nameBytes);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (flags & 1) throw new UnsupportedFile("encrypted", name);
  if ([packedSize, size, local].includes(0xffffffff)) throw new UnsupportedFile("zip64", name);
  if (method !== 0 && method !== 8) throw new UnsupportedFile("damaged", name);
  if (method === 0 ? size !== packedSize : size > packedSize * bestRatio)
    throw new UnsupportedFile("damaged", name);
  if (local + 30 > directory || view.getUint32(local, true) !== 0x04034b50)
    throw new UnsupportedFile("damaged", name);
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packedSize > directory) throw new UnsupportedFile("damaged", name);
  const entry: ZipEntry = {
    name,
    nameBytes,
    // Bit 3 says that the sizes follow the data; we always know them.
    flags: flags & ~8,
    method,
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    raw: bytes.subarray(from, from + packedSize),
  };
  return { entry, next, place: [local, from + packedSize] as [number, number] };
}

/** Part names are ASCII by the standard; other names are kept as they are and need only be told apart. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}

/** Entries that share their bytes are how a small file promises a large one. */
function refuseOverlaps(places: [from: number, to: number][]): void {
  const sorted = [...places].sort((a, b) => a[0] - b[0]);
  sorted.forEach(([from], i) => {
    if (i > 0 && from < sorted[i - 1]![1]) throw new UnsupportedFile("damaged", "zip");
  });
}
