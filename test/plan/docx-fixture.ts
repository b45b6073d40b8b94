/** Builds .docx files for tests: the parts that Word writes, with nothing that the tests do not need. */
import { strToU8, zipSync } from "fflate";

export interface ParagraphOptions {
  readonly list?: { readonly id: number; readonly level: number };
  readonly style?: string;
}

const xml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Text in several runs, as Word leaves it after editing; tabs and line breaks as elements. */
function runs(text: string): string {
  const half = Math.floor(text.length / 2);
  return [text.slice(0, half), text.slice(half)]
    .map((part) => {
      const pieces = part
        .split(/(\t|\n)/)
        .map((piece) =>
          piece === "\t"
            ? "<w:tab/>"
            : piece === "\n"
              ? "<w:br/>"
              : `<w:t xml:space="preserve">${xml(piece)}</w:t>`,
        );
      return `<w:r><w:rPr><w:b/></w:rPr>${pieces.join("")}</w:r>`;
    })
    .join("");
}

export function p(text: string, { list, style }: ParagraphOptions = {}): string {
  const properties = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    list === undefined
      ? ""
      : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>`,
    `<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>`,
  ];
  return `<w:p><w:pPr>${properties.join("")}</w:pPr>${runs(text)}</w:p>`;
}

export interface CellOptions {
  readonly span?: number;
  readonly merge?: "restart" | "continue";
}

export function tc(content: string | readonly string[], { span, merge }: CellOptions = {}): string {
  const properties = `${span === undefined ? "" : `<w:gridSpan w:val="${span}"/>`}${merge === undefined ? "" : merge === "restart" ? `<w:vMerge w:val="restart"/>` : "<w:vMerge/>"}`;
  const paragraphs = typeof content === "string" ? [content] : content;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs.map((text) => p(text)).join("")}</w:tc>`;
}

export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Lists of the test documents: 1 = "I.", 2 = "1." / "1.1.", 3 = "-" / "+", 4 = "a)", 5 = "Dự án 1:" / "Tiểu dự án 1:". */
const numbering = `${head}<w:numbering ${namespaces}>
<w:abstractNum w:abstractNumId="10"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="11"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="12"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="13"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="14"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Dự án %1:"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Tiểu dự án %2:"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="10"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="11"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="12"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="13"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="14"/></w:num>
</w:numbering>`;

const styles = `${head}<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;

export function documentXml(...body: readonly string[]): string {
  return `${head}<w:document ${namespaces}><w:body>${body.join("")}<w:sectPr/></w:body></w:document>`;
}

export function packDocx(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

export function docx(...body: readonly string[]): Uint8Array {
  return packDocx({
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "word/document.xml": documentXml(...body),
    "word/numbering.xml": numbering,
    "word/styles.xml": styles,
  });
}
