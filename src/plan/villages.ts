/** Villages that a plan names as being of special difficulty. Only lists after such words count, never single mentions. */
import { makeParagraph } from "./lines";
import type { Paragraph } from "./lines";
import type { PlanVillage } from "./model";

const introduction =
  /\b(?:xom|thon|ban|ap|buon|lang|khu)\b[^:;.(]{0,60}\b(?:dac biet kho khan|dbkk)\b[^:;.(]{0,60}(?:[:(]|\bgom\b:?|\bla\b:?)\s*/;
/** "Bản" and "Làng" with a capital belong to the name. */
const kind = /^(?:các\s+)?(?:xóm|Xóm|thôn|Thôn|ấp|Ấp|bản|buôn|làng|khu(?: dân cư)?)\s+/u;
const name = /^\p{Lu}[\p{L}\d'’-]*(?:\s+(?:\p{Lu}[\p{L}\d'’-]*|\d{1,2})){0,4}$/u;

export function readVillages(paragraph: Paragraph): readonly PlanVillage[] {
  if (!/dac biet kho khan|dbkk/.test(paragraph.flat)) return [];
  const match = introduction.exec(paragraph.flat);
  if (!match) return [];
  const list = /^[^;.)]*/.exec(paragraph.body.slice(match.index + match[0].length))![0];
  const names = list.split(/,|\svà\s/u).map((part) => part.trim().replace(kind, "").trim());
  return names.filter((text) => name.test(text)).map((text) => ({ name: text, row: paragraph.row }));
}

/** Villages of a whole document, each once. */
export function allVillages(paragraphs: readonly Paragraph[]): readonly PlanVillage[] {
  const seen = new Set<string>();
  return paragraphs
    .flatMap((paragraph) =>
      paragraph.table
        ? paragraph.table.map((row) => makeParagraph(row.row, row.cells.join(" ")))
        : [paragraph],
    )
    .flatMap(readVillages)
    .filter((village) => !seen.has(village.name.toLowerCase()) && seen.add(village.name.toLowerCase()));
}
