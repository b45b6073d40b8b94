/** The parts of a workbook without sheets, from which a new workbook begins. */

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const packageTypes = "http://schemas.openxmlformats.org/package/2006";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const documentType = "application/vnd.openxmlformats-officedocument";

const contentTypes =
  `<Types xmlns="${packageTypes}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${documentType}.spreadsheetml.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${documentType}.spreadsheetml.styles+xml"/>` +
  `<Override PartName="/xl/theme/theme1.xml" ContentType="${documentType}.theme+xml"/>` +
  `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
  `<Override PartName="/docProps/app.xml" ContentType="${documentType}.extended-properties+xml"/>` +
  `</Types>`;

const rootRelations =
  `<Relationships xmlns="${packageTypes}/relationships">` +
  `<Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${packageTypes}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  `<Relationship Id="rId3" Type="${officeRelations}/extended-properties" Target="docProps/app.xml"/>` +
  `</Relationships>`;

const workbook =
  `<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelations}">` +
  `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>` +
  `<sheets></sheets><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;

const workbookRelations =
  `<Relationships xmlns="${packageTypes}/relationships">` +
  `<Relationship Id="rId1" Type="${officeRelations}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${officeRelations}/theme" Target="theme/theme1.xml"/>` +
  `</Relationships>`;

/** The two fills are the ones that every program expects in the first two places. */
const styles =
  `<styleSheet xmlns="${spreadsheet}">` +
  `<fonts count="1"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
  `<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>` +
  `</styleSheet>`;

const themeColours: readonly (readonly [name: string, colour: string])[] = [
  ["dk1", `<a:sysClr val="windowText" lastClr="000000"/>`],
  ["lt1", `<a:sysClr val="window" lastClr="FFFFFF"/>`],
  ["dk2", `<a:srgbClr val="44546A"/>`],
  ["lt2", `<a:srgbClr val="E7E6E6"/>`],
  ["accent1", `<a:srgbClr val="4472C4"/>`],
  ["accent2", `<a:srgbClr val="ED7D31"/>`],
  ["accent3", `<a:srgbClr val="A5A5A5"/>`],
  ["accent4", `<a:srgbClr val="FFC000"/>`],
  ["accent5", `<a:srgbClr val="5B9BD5"/>`],
  ["accent6", `<a:srgbClr val="70AD47"/>`],
  ["hlink", `<a:srgbClr val="0563C1"/>`],
  ["folHlink", `<a:srgbClr val="954F72"/>`],
];

const themeFont = `<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>`;
const placeholderFill = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`;
const plainEffect = `<a:effectStyle><a:effectLst/></a:effectStyle>`;
const themeLine = (width: number): string =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${placeholderFill}<a:prstDash val="solid"/></a:ln>`;

const theme =
  `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>` +
  `<a:clrScheme name="Office">${themeColours.map(([name, colour]) => `<a:${name}>${colour}</a:${name}>`).join("")}</a:clrScheme>` +
  `<a:fontScheme name="Office"><a:majorFont>${themeFont}</a:majorFont><a:minorFont>${themeFont}</a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="Office"><a:fillStyleLst>${placeholderFill.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${[6350, 12700, 19050].map(themeLine).join("")}</a:lnStyleLst>` +
  `<a:effectStyleLst>${plainEffect.repeat(3)}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${placeholderFill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const core =
  `<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  `xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>`;

const app =
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  `<Application>Microsoft Excel</Application></Properties>`;

export const emptyWorkbookParts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": declaration + contentTypes,
  "_rels/.rels": declaration + rootRelations,
  "xl/workbook.xml": declaration + workbook,
  "xl/_rels/workbook.xml.rels": declaration + workbookRelations,
  "xl/styles.xml": declaration + styles,
  "xl/theme/theme1.xml": declaration + theme,
  "docProps/core.xml": declaration + core,
  "docProps/app.xml": declaration + app,
};
