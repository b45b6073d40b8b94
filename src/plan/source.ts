/** Any source becomes lines, or the reason why it cannot: too long, empty, binary, no text that we read. */
import { readDocx } from "./docx-text";
import type { PlanSource, PlanUnreadable, UnreadableReason } from "./model";

/** A line of the text, a paragraph or a table's row of the .docx. */
export interface SourceLine {
  /** 1-based line or paragraph. */
  readonly row: number;
  readonly text: string;
  /** The cells of a table's row; null for a paragraph. */
  readonly cells: readonly string[] | null;
  /** `cells` with spans filled, by grid column. */
  readonly grid?: readonly string[];
}

export type SourceLines = { readonly ok: true; readonly lines: readonly SourceLine[] } | PlanUnreadable;

/** Bytes of a text file, and of a .docx as it lies on the disk. A plan of 100 pages has some 0.5 MB of text. */
export const textBound = 5 * 1024 * 1024;

export function readSource(source: PlanSource): SourceLines {
  switch (source.kind) {
    case "text":
      return readText(source.text);
    case "docx":
      return readWord(source.bytes);
    case "file":
      return readFile(source.bytes);
  }
}

function refuse(reason: UnreadableReason, detail: string | null = null): PlanUnreadable {
  return { ok: false, reason, detail };
}

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function readWord(bytes: Uint8Array): SourceLines {
  if (bytes.length === 0) return refuse("empty");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse("old-word");
  const read = readDocx(bytes);
  if (!read.ok) return read;
  return read.lines.some((line) => line.text.trim() !== "") ? read : refuse("empty");
}

function readFile(bytes: Uint8Array): SourceLines {
  if (bytes.length === 0) return refuse("empty");
  // An encrypted .docx has the same container as an old .doc; Word opens both.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse("old-word");
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refuse("pdf");
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readZip(bytes);
  if (bytes.length > textBound) return refuse("too-large", `${bytes.length}`);
  const text = decodeText(bytes);
  if (text !== null) return readText(text);
  return refuse(looksBinary(new TextDecoder("latin1").decode(bytes)) ? "binary" : "legacy-encoding");
}

function readZip(bytes: Uint8Array): SourceLines {
  const read = readWord(bytes);
  if (!read.ok && read.reason === "bad-docx" && containsName(bytes, "xl/workbook"))
    return refuse("spreadsheet");
  return read;
}

/** Whether a zip's directory (at its end) names such a part. */
function containsName(bytes: Uint8Array, name: string): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65536));
  return new TextDecoder("latin1").decode(tail).includes(name);
}

/** UTF-16 with its mark, else UTF-8, in which a few damaged letters are let through; null for anything else. */
function decodeText(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  const text = new TextDecoder().decode(bytes);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  return damaged <= text.length / 500 ? text : null;
}

function readText(text: string): SourceLines {
  // Three bytes a character is the most that UTF-8 takes for Vietnamese.
  if (text.length > textBound) return refuse("too-large", `${text.length}`);
  if (text.trim() === "") return refuse("empty");
  if (looksBinary(text)) return refuse("binary");
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|[\n\r]/)
    .flatMap((line, index) =>
      // Page breaks part a line, but editors do not count them.
      line
        .split(/[\v\f\u2028\u2029\u0085]/)
        .map((part): SourceLine => ({ row: index + 1, text: part, cells: cellsOf(part) })),
    );
  return { ok: true, lines };
}

/** Control characters that no text has, or replacement characters in numbers. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65536);
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return sample.includes("\u0000") || strange > Math.max(8, sample.length / 100);
}

/** The cells of a pasted table's row: parted by tabs, or by bars with one at both ends. */
function cellsOf(line: string): readonly string[] | null {
  const bare = line.trim();
  if (bare.length > 2 && bare.startsWith("|") && bare.endsWith("|")) {
    return bare
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
  }
  const cells = line.trimEnd().split("\t");
  return cells.length > 1 ? cells.map((cell) => cell.trim()) : null;
}
