/** “Vì sao số này?” in words: how a figure is made, from its own queries. */
import { dateFromSerial, formatVietnameseDate } from "../../domain";
import type { Criterion, Making, Query, Term } from "../../reports";

export interface ExplainWords {
  readonly elsewhere: string;
  readonly noFigure: (sheet: string) => string;
  readonly heading: (sheet: string, cell: string) => string;
  readonly place: (line: string, column: string) => string;
  readonly value: string;
  readonly frozen: string;
  readonly sum: string;
  readonly rows: (count: number) => string;
  readonly rowsLabel: string;
  readonly none: string;
  readonly more: (count: number) => string;
  readonly goTo: (cell: string) => string;
  readonly formula: string;
  readonly making: (making: Making, context: ExplainContext) => readonly string[];
}

export interface ExplainContext {
  readonly date1904: boolean;
  /** Names of the tables' sheets. */
  readonly sheets: Readonly<Record<string, string>>;
}

interface Phrases {
  readonly sumOf: (column: string, sheet: string) => string;
  readonly rowsOf: (sheet: string) => string;
  readonly householdsOf: (sheet: string) => string;
  readonly minus: (text: string) => string;
  readonly where: (conditions: string) => string;
  readonly equals: (header: string, text: string) => string;
  readonly isEmpty: (header: string) => string;
  readonly startsWith: (header: string, text: string) => string;
  readonly filled: (header: string) => string;
  readonly between: (header: string, from: string | null, to: string) => string;
  readonly or: string;
  readonly lines: (lines: readonly string[]) => string;
  readonly columns: (plus: readonly string[], minus: readonly string[]) => string;
  readonly share: (part: string, whole: string, ofTotal: boolean) => string;
}

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`);

function makingText(phrases: Phrases, making: Making, context: ExplainContext): string[] {
  switch (making.kind) {
    case "figure":
      return withoutSigns(making.terms).map((term) => termText(term, phrases, context));
    case "lines":
      return [phrases.lines(quoted(making.lines))];
    case "columns":
      return [phrases.columns(quoted(making.plus), quoted(making.minus))];
    case "share":
      return [phrases.share(`“${making.part}”`, `“${making.whole}”`, making.ofTotal)];
  }
}

/** Money given back is read with either sign: two terms, of which a person needs one, and not its sign. */
function withoutSigns(terms: readonly Term[]): Term[] {
  const isPlain = ({ match }: Criterion) => match !== "positive" && match !== "negative";
  return terms
    .filter(({ query }) => !query.where.some(({ match }) => match === "negative"))
    .map(({ sign, query }) => ({ sign, query: { ...query, where: query.where.filter(isPlain) } }));
}

function termText({ sign, query }: Term, phrases: Phrases, context: ExplainContext): string {
  const conditions = query.where.map((one) => conditionText(one, phrases, context.date1904));
  const text =
    subject(query, phrases, context) + (conditions.length > 0 ? phrases.where(conditions.join("; ")) : "");
  return sign === 1 ? text : phrases.minus(text);
}

function subject(query: Query, phrases: Phrases, { sheets }: ExplainContext): string {
  const sheet = `“${sheets[query.table] ?? query.table}”`;
  if (query.count === "sum") return phrases.sumOf(`“${query.header}”`, sheet);
  return query.count === "rows" ? phrases.rowsOf(sheet) : phrases.householdsOf(sheet);
}

function conditionText(criterion: Criterion, phrases: Phrases, date1904: boolean): string {
  const { header } = criterion;
  switch (criterion.match) {
    case "equals":
      return criterion.text === "" ? phrases.isEmpty(header) : phrases.equals(header, criterion.text);
    case "startsWith":
      return phrases.startsWith(header, criterion.text);
    case "oneOf":
      return phrases.equals(header, criterion.texts.join(` ${phrases.or} `));
    case "filled":
      return phrases.filled(header);
    case "within": {
      const day = (serial: number) => {
        const date = dateFromSerial(serial, date1904);
        return date ? formatVietnameseDate(date) : String(serial);
      };
      const from = criterion.from === null ? null : day(criterion.from);
      return phrases.between(header, from, day(criterion.before - 1));
    }
    case "positive":
    case "negative":
      throw new Error("signs are not said");
  }
}

const phrasesVi: Phrases = {
  sumOf: (column, sheet) => `Cộng cột ${column} của trang ${sheet}`,
  rowsOf: (sheet) => `Đếm số dòng của trang ${sheet}`,
  householdsOf: (sheet) => `Đếm số hộ (mỗi CCCD một lần) của trang ${sheet}`,
  minus: (text) => `Trừ: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  where: (conditions) => `, các dòng có: ${conditions}`,
  equals: (header, text) => `${header} là ${text}`,
  isEmpty: (header) => `${header} để trống`,
  startsWith: (header, text) => `${header} bắt đầu bằng ${text}`,
  filled: (header) => `${header} có ghi`,
  between: (header, from, to) => (from === null ? `${header} đến ${to}` : `${header} từ ${from} đến ${to}`),
  or: "hoặc",
  lines: (lines) => `Cộng các dòng của biểu: ${lines.join(", ")}.`,
  columns: (plus, minus) =>
    `Các cột của cùng dòng: ${plus.join(" + ")}${minus.map((one) => ` − ${one}`).join("")}.`,
  share: (part, whole, ofTotal) =>
    `Cột ${part} chia cho cột ${whole}${ofTotal ? " của dòng tổng cộng" : ""}.`,
};

export const explainVi: ExplainWords = {
  elsewhere: "Chọn một ô số trên trang biểu (BC01…BC09): ở đây sẽ hiện các dòng tạo nên số đó.",
  noFigure: (sheet) => `Ô đang chọn trên “${sheet}” không phải là số tính từ các trang dữ liệu.`,
  heading: (sheet, cell) => `${sheet}, ô ${cell}`,
  place: (line, column) => `${line}; cột ${column}`,
  value: "Giá trị",
  frozen: "Ô này là giá trị đã chốt; số bên dưới tính từ sổ hiện nay.",
  sum: "Cộng các dòng",
  rows: (count) => (count === 0 ? "Không có dòng nào" : `${count} dòng`),
  rowsLabel: "Các dòng phía sau số này",
  none: "Không có dòng nào thỏa điều kiện, nên số này bằng 0.",
  more: (count) => `Hiện thêm ${count} dòng`,
  goTo: (cell) => `Đến ô ${cell}`,
  formula: "Cách tính",
  making: (making, context) => makingText(phrasesVi, making, context),
};

const phrasesEn: Phrases = {
  sumOf: (column, sheet) => `Sum of column ${column} of sheet ${sheet}`,
  rowsOf: (sheet) => `Count of the rows of sheet ${sheet}`,
  householdsOf: (sheet) => `Count of households (each CCCD once) of sheet ${sheet}`,
  minus: (text) => `Less: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  where: (conditions) => `, rows with: ${conditions}`,
  equals: (header, text) => `${header} is ${text}`,
  isEmpty: (header) => `${header} is empty`,
  startsWith: (header, text) => `${header} begins with ${text}`,
  filled: (header) => `${header} is filled`,
  between: (header, from, to) =>
    from === null ? `${header} up to ${to}` : `${header} from ${from} to ${to}`,
  or: "or",
  lines: (lines) => `Sum of the report's lines: ${lines.join(", ")}.`,
  columns: (plus, minus) =>
    `Columns of the same line: ${plus.join(" + ")}${minus.map((one) => ` − ${one}`).join("")}.`,
  share: (part, whole, ofTotal) =>
    `Column ${part} divided by column ${whole}${ofTotal ? " of the grand total" : ""}.`,
};

export const explainEn: ExplainWords = {
  elsewhere: "Select a figure on a report sheet (BC01…BC09): the rows behind it are shown here.",
  noFigure: (sheet) => `The selected cell of “${sheet}” holds no figure computed from the data sheets.`,
  heading: (sheet, cell) => `${sheet}, cell ${cell}`,
  place: (line, column) => `${line}; column ${column}`,
  value: "Value",
  frozen: "This cell is frozen; the figure below is computed from the workbook as it is now.",
  sum: "Sum of the rows",
  rows: (count) => (count === 0 ? "No rows" : `${count} rows`),
  rowsLabel: "Rows behind this figure",
  none: "No row meets the conditions, so this figure is 0.",
  more: (count) => `Show ${count} more rows`,
  goTo: (cell) => `Go to cell ${cell}`,
  formula: "How it is computed",
  making: (making, context) => makingText(phrasesEn, making, context),
};
