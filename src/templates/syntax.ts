/** The grammar within one cell (contract, section 7): text, placeholders and the marks of bands, without their meaning. */
import { normalise } from "../domain";

/** `"Cột"="giá trị"`; `<>` turns it round. */
export interface ConditionSyntax {
  readonly field: string;
  readonly equal: boolean;
  readonly value: string;
}

export interface OptionSyntax {
  readonly name: string;
  readonly value: string;
}

export type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly path: string; readonly filters: readonly string[] }
  | {
      readonly kind: "open";
      readonly record: string;
      readonly conditions: readonly ConditionSyntax[];
      readonly options: readonly OptionSyntax[];
      /** What could not be understood of it. */
      readonly unread: string | null;
    }
  | { readonly kind: "close"; readonly record: string }
  | {
      readonly kind: "wrong";
      readonly wrong: "unclosedBraces" | "emptyPlaceholder";
      readonly text: string;
    };

export function holdsPlaceholder(text: string): boolean {
  return text.includes("{{");
}

/** The tokens of a cell's text in their order; what is wrong is a token too. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf("{{", from);
    if (start < 0) break;
    if (start > from) tokens.push({ kind: "text", text: text.slice(from, start) });
    const end = closingBraces(text, start + 2);
    if (end < 0) {
      tokens.push({ kind: "wrong", wrong: "unclosedBraces", text: normalise(text.slice(start)) });
      return tokens;
    }
    tokens.push(placeholder(normalise(text.slice(start + 2, end))));
    from = end + 2;
  }
  if (from < text.length) tokens.push({ kind: "text", text: text.slice(from) });
  return tokens;
}

/** Where `}}` stands; another `{{` before it means that this one was not closed. */
function closingBraces(text: string, from: number): number {
  const plain = text.indexOf("}}", from);
  if (plain < 0) return -1;
  const again = text.indexOf("{{", from);
  return again >= 0 && again < plain ? -1 : plain;
}

function placeholder(inside: string): Token {
  if (inside === "") return { kind: "wrong", wrong: "emptyPlaceholder", text: "" };
  if (inside.startsWith("#")) return opening(inside.slice(1).trim());
  if (inside.startsWith("/")) return { kind: "close", record: inside.slice(1).trim() };
  const [path = "", ...filters] = inside.split("|").map((part) => part.trim());
  return { kind: "field", path, filters };
}

/** Straight, curly, low and double-angle quotes are one. */
const QUOTES = '"“”„‟″＂«»';
const QUOTED = `[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`;
const CONDITION = new RegExp(`^${QUOTED}\\s*(=|<>|≠)\\s*${QUOTED}`, "u");
const OPTION = new RegExp(`^([^${QUOTES}=<>]+?)\\s*=\\s*${QUOTED}`, "u");
const FIRST_QUOTE = new RegExp(`[${QUOTES}]`, "u");
const SEPARATORS = /^[\s,;]+/;

function opening(inside: string): Token {
  const firstQuote = inside.search(FIRST_QUOTE);
  const record = recordBefore(firstQuote < 0 ? inside : inside.slice(0, firstQuote));
  const conditions: ConditionSyntax[] = [];
  const options: OptionSyntax[] = [];
  let rest = inside.slice(record.length).replace(SEPARATORS, "");
  while (rest !== "") {
    const condition = CONDITION.exec(rest);
    const option = condition ? null : OPTION.exec(rest);
    if (condition) {
      const [, field, sign, value] = condition;
      conditions.push({ field: field!.trim(), equal: sign === "=", value: value!.trim() });
    } else if (option) {
      options.push({ name: option[1]!.trim(), value: option[2]!.trim() });
    } else {
      return { kind: "open", record, conditions, options, unread: rest };
    }
    rest = rest.slice((condition ?? option)![0].length).replace(SEPARATORS, "");
  }
  return { kind: "open", record, conditions, options, unread: null };
}

const OPTION_NAME_AT_END = /\s+\S+(?:\s+x[eế]p)?\s*=\s*$/iu;

/** The record's name, which may have spaces: what stands before the first quote, less an option's name (`sắp xếp=`). */
function recordBefore(head: string): string {
  return head.replace(OPTION_NAME_AT_END, "").replace(/[\s,;]+$/, "");
}
