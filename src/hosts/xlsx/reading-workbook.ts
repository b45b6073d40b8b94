/** The workbook part: the list of its sheets, defined names, and the strings and styles that they share. */
import type { DefinedName, Visibility } from "../../book";
import type { ZipPackage } from "./package";
import {
  isOfType,
  isOn,
  parsePart,
  relationId,
  relationshipsOf,
  workbookPart,
  type Relationship,
} from "./parts";
import { readSharedStrings } from "./reading-strings";
import { readStyles, type StyleBook } from "./reading-styles";
import { UnsupportedFile } from "./unsupported";
import { child, children, textOf, unescapeCellText, type XmlSpan } from "./xml";

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  readonly part: string;
  /** Chart and macro sheets have a name but no cells. */
  readonly hasCells: boolean;
}

export interface WorkbookReading {
  readonly pkg: ZipPackage;
  readonly part: string;
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  /** With Excel's own (`_xlnm.…`). */
  readonly names: readonly DefinedName[];
  /** Read at the first call. */
  strings(): readonly string[];
  styles(): StyleBook;
}

export function readWorkbook(pkg: ZipPackage): WorkbookReading {
  const part = workbookPart(pkg, "read");
  const { text, root } = parsePart(pkg, part);
  const relationships = relationshipsOf(pkg, part);
  const sheets = children(child(root, "sheets"), "sheet").map((sheet) =>
    sheetEntry(pkg, part, sheet, relationships),
  );
  let strings: readonly string[] | null = null;
  let styles: StyleBook | null = null;
  return {
    pkg,
    part,
    date1904: isOn(child(root, "workbookPr")?.attributes.date1904),
    sheets,
    names: children(child(root, "definedNames"), "definedName").map((name) =>
      definedName(text, part, name, sheets),
    ),
    strings: () => (strings ??= readSharedStrings(pkg, relationships)),
    styles: () => (styles ??= readStyles(pkg, relationships)),
  };
}

function sheetEntry(
  pkg: ZipPackage,
  workbook: string,
  sheet: XmlSpan,
  relationships: readonly Relationship[],
): SheetEntry {
  const { name, state } = sheet.attributes;
  const relationship = relationships.find((one) => one.id === relationId(sheet));
  if (name === undefined || !relationship || relationship.part === null)
    throw new UnsupportedFile("damaged", workbook);
  if (!pkg.has(relationship.part)) throw new UnsupportedFile("damaged", relationship.part);
  return {
    name: unescapeCellText(name),
    visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
    part: relationship.part,
    hasCells: isOfType(relationship, "worksheet"),
  };
}

function definedName(text: string, part: string, span: XmlSpan, sheets: readonly SheetEntry[]): DefinedName {
  const { name, localSheetId } = span.attributes;
  const sheet = localSheetId === undefined ? null : sheets[Number(localSheetId)]?.name;
  if (name === undefined || sheet === undefined) throw new UnsupportedFile("damaged", part);
  return {
    name: unescapeCellText(name),
    refersTo: unescapeCellText(textOf(text, span)).replace(/^=/, ""),
    sheet,
  };
}
