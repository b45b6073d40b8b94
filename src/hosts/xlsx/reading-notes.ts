/** The notes of a sheet's cells. */
import type { ZipPackage } from "./package";
import { parsePart, type ParsedPart } from "./parts";
import { areaOf, partsOfType } from "./reading-sheet";
import { readRichText } from "./reading-strings";
import { TagScanner } from "./tag-scanner";
import { child, children } from "./xml";

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function readNotes(pkg: ZipPackage, sheet: ParsedPart): Note[] {
  return partsOfType(pkg, sheet.name, "comments").flatMap((name) => notesOf(parsePart(pkg, name)));
}

function notesOf(part: ParsedPart): Note[] {
  const authors = children(child(part.root, "authors"), "author").map((one) =>
    part.text.slice(one.openEnd, one.closeStart),
  );
  return children(child(part.root, "commentList"), "comment").flatMap((comment) => {
    const { ref, authorId } = comment.attributes;
    // A threaded comment leaves a note that only says that there is one.
    if (authors[Number(authorId)]?.startsWith("tc={")) return [];
    const body = child(comment, "text");
    if (!body) return [];
    const scanner = new TagScanner(part.text, body.start, body.end, part.name);
    scanner.next();
    const { row, column } = areaOf(ref, part.name);
    return [{ row, column, text: readRichText(scanner) }];
  });
}
