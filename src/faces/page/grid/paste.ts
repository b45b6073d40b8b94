/** What the clipboard holds, as cells: another program's text, and its own numbers where it says them. */

export interface PastedCell {
  readonly text: string;
  /** The number itself, where the program that was copied from has said it beside the text that it shows. */
  readonly number?: number;
}

/** Rows of cells from tab-separated text, in which quotes hold line breaks, as spreadsheets write it. */
export function rowsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { value, end } = nextCell(text, at);
    rows.at(-1)!.push(value);
    const sign = text[end];
    if (sign === undefined) break;
    at = end + 1;
    if (sign === "\t") continue;
    if (sign === "\r" && text[at] === "\n") at += 1;
    if (at >= text.length) break;
    rows.push([]);
  }
  return rows;
}

function nextCell(text: string, start: number): { value: string; end: number } {
  if (text[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
    quoted.lastIndex = start;
    const match = quoted.exec(text);
    // A quote that nothing closes is a quote that somebody typed.
    if (match && /[\t\r\n"]/.test(match[1]!)) {
      return { value: match[1]!.replace(/""/g, '"').replace(/\r\n?/g, "\n"), end: quoted.lastIndex };
    }
  }
  let end = start;
  while (end < text.length && text[end] !== "\t" && text[end] !== "\r" && text[end] !== "\n") end += 1;
  return { value: text.slice(start, end), end };
}

/** The cells to paste. Excel's HTML gives numbers in full (`x:num`) where its text shows them rounded. */
export function pastedCells(text: string, html: string): PastedCell[][] {
  const rows = rowsOfText(text);
  const numbers = html.includes("x:num") ? numbersOfHtml(html) : [];
  const fits = numbers.length === rows.length && rows.every((row, r) => numbers[r]!.length === row.length);
  return rows.map((row, r) =>
    row.map((cell, c) => {
      const number = fits ? numbers[r]![c] : null;
      return number === null || number === undefined ? { text: cell } : { text: cell, number };
    }),
  );
}

function numbersOfHtml(html: string): (number | null)[][] {
  const document = new DOMParser().parseFromString(html, "text/html");
  return [...document.querySelectorAll("tr")].map((row) =>
    [...row.querySelectorAll("td, th")].flatMap((cell) => {
      const stated = cell.getAttribute("x:num");
      const value = stated === null || stated === "" ? null : Number(stated);
      const span = Number(cell.getAttribute("colspan") ?? 1);
      const here = value !== null && Number.isFinite(value) ? value : null;
      return [here, ...Array.from({ length: span - 1 }, () => null)];
    }),
  );
}
