/** The XML of a .docx part, read as a stream of tags. Entities that a DTD defines are refused, so nothing can grow. */
import { SaxesParser } from "saxes";
import type { SaxesTagPlain } from "saxes";

/** The part is not well-formed: the file is damaged. */
export class DamagedXml extends Error {}

export interface XmlHandlers {
  open(tag: SaxesTagPlain): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** @throws DamagedXml */
export function readXml(xml: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new DamagedXml(error.message);
  });
  parser.on("opentag", (tag) => handlers.open(tag));
  parser.on("closetag", ({ name }) => handlers.close?.(name));
  parser.on("text", (text) => handlers.text?.(text));
  parser.write(xml).close();
}
