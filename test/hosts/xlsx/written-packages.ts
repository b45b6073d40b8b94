/** Workbooks written by hand, part by part, for what no library writes. */
import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const documentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const namespaces = `xmlns="${main}" xmlns:r="${relations}"`;

export interface WrittenSheet {
  readonly name: string;
  /** What stands in `<worksheet>`. */
  readonly body: string;
  readonly state?: string;
  /** Type, target; their ids are `rId1`, `rId2` … */
  readonly relations?: readonly (readonly [type: string, target: string])[];
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[];
  /** What stands in `<sst>`. */
  readonly strings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  /** What stands in `<workbook>` before and behind `<sheets>`. */
  readonly before?: string;
  readonly behind?: string;
  /** Further parts, or others in place of those made here. */
  readonly parts?: Readonly<Record<string, string>>;
}

function relationshipsXml(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(([type, target], i) => {
    const full = type.includes(":") ? type : `${relations}/${type}`;
    const mode = /^https?:/.test(target) ? ` TargetMode="External"` : "";
    return `<Relationship Id="rId${i + 1}" Type="${full}" Target="${target}"${mode}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packageRelations}">${items.join("")}</Relationships>`;
}

/** The parts by name. */
export function writtenParts(book: WrittenWorkbook): Record<string, string> {
  const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
  const links: [string, string][] = book.sheets.map((_sheet, i) => [
    "worksheet",
    `worksheets/sheet${i + 1}.xml`,
  ]);
  if (book.strings !== undefined) links.push(["sharedStrings", "sharedStrings.xml"]);
  if (book.styles !== undefined) links.push(["styles", "styles.xml"]);
  const sheets = book.sheets.map(({ name, state }, i) => {
    return `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`;
  });
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="${documentType}.worksheet+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${documentType}.sheet.main+xml"/>` +
      (book.strings === undefined
        ? ""
        : `<Override PartName="/xl/sharedStrings.xml" ContentType="${documentType}.sharedStrings+xml"/>`) +
      (book.styles === undefined
        ? ""
        : `<Override PartName="/xl/styles.xml" ContentType="${documentType}.styles+xml"/>`) +
      `</Types>`,
    "_rels/.rels": relationshipsXml([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${head}<workbook ${namespaces}>${book.before ?? ""}<sheets>${sheets.join("")}</sheets>${book.behind ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationshipsXml(links),
  };
  if (book.strings !== undefined)
    parts["xl/sharedStrings.xml"] = `${head}<sst xmlns="${main}">${book.strings}</sst>`;
  if (book.styles !== undefined)
    parts["xl/styles.xml"] = `${head}<styleSheet xmlns="${main}">${book.styles}</styleSheet>`;
  book.sheets.forEach(({ body, relations: list }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `${head}<worksheet ${namespaces}>${body}</worksheet>`;
    if (list) parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relationshipsXml(list);
  });
  return { ...parts, ...book.parts };
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === "string" ? strToU8(part) : part] as const,
  );
  // fflate's own idea of bytes differs by realm under jest.
  return Uint8Array.from(zipSync(Object.fromEntries(entries)));
}

export function writtenBook(book: WrittenWorkbook): Uint8Array {
  return zipped(writtenParts(book));
}

/** A workbook of one sheet named `Sheet1` with these rows. */
export function writtenRows(rows: string, more: Omit<WrittenWorkbook, "sheets"> = {}): Uint8Array {
  return writtenBook({ ...more, sheets: [{ name: "Sheet1", body: `<sheetData>${rows}</sheetData>` }] });
}
