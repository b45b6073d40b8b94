/** The markers of Word's automatic lists ("1.", "a)", "-"), which stand in numbering.xml and not in the text. */
import type { SaxesTagPlain } from "saxes";
import { readXml } from "./docx-xml";

interface Level {
  start: number;
  format: string;
  text: string;
}

interface List {
  readonly levels: Map<number, Level>;
}

export interface Numbering {
  /** The next marker of a list at a level; null where the list shows none. Call once per paragraph, in order. */
  next(listId: string, level: number): string | null;
}

const noNumbering: Numbering = { next: () => null };

/** `xml` is word/numbering.xml, null where the document has none. */
export function readNumbering(xml: string | null): Numbering {
  if (xml === null) return noNumbering;
  const { lists, instances } = parseNumbering(xml);
  const counters = new Map<string, number[]>();
  return {
    next(listId, level) {
      const list = lists.get(instances.get(listId) ?? "");
      const definition = list?.levels.get(level);
      if (!list || !definition || definition.format === "none") return null;
      const counter = counters.get(listId) ?? [];
      counters.set(listId, counter);
      counter.length = Math.min(counter.length, level + 1);
      counter[level] = counter[level] === undefined ? definition.start : counter[level] + 1;
      if (definition.format === "bullet") return bullet(definition.text);
      return definition.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return ordinal(
          counter[at] ?? list.levels.get(at)?.start ?? 1,
          list.levels.get(at)?.format ?? "decimal",
        );
      });
    },
  };
}

/** Word's bullets are letters of symbol fonts; only "-" and "+" tell levels in Vietnamese documents. */
function bullet(text: string): string {
  const first = text.trim();
  return first === "+" || first === "*" ? first : first === "o" || first === "\u25CB" ? "○" : "-";
}

function ordinal(value: number, format: string): string {
  switch (format) {
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return letter(value);
    case "lowerLetter":
      return letter(value).toLowerCase();
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

function letter(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = value;
  let text = "";
  for (const [size, sign] of signs) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}

/** Abstract lists by id, and which of them each list of the document uses. */
function parseNumbering(xml: string): { lists: Map<string, List>; instances: Map<string, string> } {
  const lists = new Map<string, List>();
  const instances = new Map<string, string>();
  let list: List | null = null;
  let level: Level | null = null;
  let instance: string | null = null;
  const open = ({ name, attributes }: SaxesTagPlain): void => {
    const value = (attribute: string): string => String(attributes[`w:${attribute}`] ?? "");
    if (name === "w:abstractNum") {
      list = { levels: new Map() };
      lists.set(value("abstractNumId"), list);
    } else if (name === "w:num") {
      instance = value("numId");
      list = null;
    } else if (name === "w:abstractNumId" && instance !== null) {
      instances.set(instance, value("val"));
    } else if (name === "w:lvl" && list) {
      level = { start: 1, format: "decimal", text: "" };
      list.levels.set(Number(value("ilvl")), level);
    } else if (level && name === "w:start") level.start = Number(value("val"));
    else if (level && name === "w:numFmt") level.format = value("val");
    else if (level && name === "w:lvlText") level.text = value("val");
  };
  const close = (name: string): void => {
    if (name === "w:lvl") level = null;
    if (name === "w:num") instance = null;
  };
  readXml(xml, { open, close });
  return { lists, instances };
}
