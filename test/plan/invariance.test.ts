/** The same document in other clothes is the same plan; a damaged one is never a crash or a wrong kind of value. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { documentNames, documentText, programme, readText } from "./documents";
import { planDocument, readPlan } from "../../src/plan";
import type { PlanAllocation, PlanContent, PlanReading } from "../../src/plan";

const sample = readFileSync(join(__dirname, "../../src/plan/samples/ke-hoach-30-KH-UBND-2025.txt"), "utf8");
const texts: readonly (readonly [string, string])[] = [
  ["real plan", sample],
  ...documentNames.map((name) => [name, documentText(name)] as const),
];

/** Everything but rows. */
function essence({ plan, findings }: PlanReading): unknown {
  return {
    plan: planDocument(plan),
    codes: findings.map(({ code, params }) => [code, params.project ?? null]).sort(),
  };
}

const clothes: readonly (readonly [string, (text: string) => string])[] = [
  ["Windows line ends", (text) => text.replace(/\n/g, "\r\n")],
  ["old Macintosh line ends", (text) => text.replace(/\n/g, "\r")],
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["decomposed Unicode", (text) => text.normalize("NFD")],
  ["no-break spaces", (text) => text.replace(/ /g, "\u00a0")],
  ["spaces at line ends", (text) => text.replace(/$/gm, "  ")],
  ["bold marks", (text) => text.replace(/^([^\n\t|]+)$/gm, "**$1**")],
  ["zero-width characters", (text) => text.replace(/ /g, " \u200b")],
  ["en dashes", (text) => text.replace(/^(\s*)- /gm, "$1– ")],
];

test.each(clothes)("%s change nothing", (_, dress) => {
  for (const [name, text] of texts) {
    const plain = essence(readText(text.replace(/–/g, "-")));
    expect([name, essence(readText(dress(text.replace(/–/g, "-"))))]).toEqual([name, plain]);
  }
});

test("bytes in UTF-8 and UTF-16 are the same text", () => {
  const utf16 = (littleEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array(sample.length * 2 + 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, littleEndian);
    for (let index = 0; index < sample.length; index++)
      view.setUint16(2 * index + 2, sample.charCodeAt(index), littleEndian);
    return bytes;
  };
  const wanted = readPlan({ kind: "text", text: sample }, programme);
  for (const bytes of [new TextEncoder().encode(sample), utf16(true), utf16(false)]) {
    expect(readPlan({ kind: "file", bytes }, programme)).toEqual(wanted);
  }
});

test("reading twice gives the same, and reading changes no programme", () => {
  const before = JSON.stringify(programme);
  expect(readText(sample)).toEqual(readText(sample));
  expect(JSON.stringify(programme)).toBe(before);
});

function amountsOf(allocation: PlanAllocation | null): readonly (number | null)[] {
  return allocation === null ? [] : Object.values(allocation);
}

function flatten(contents: readonly PlanContent[]): readonly PlanContent[] {
  return contents.flatMap((content) => [content, ...flatten(content.children)]);
}

/** What holds for any document that is read at all. */
function expectSound(reading: PlanReading, rows: number): void {
  const { plan, findings } = reading;
  const codes = plan.projects.map((project) => project.code);
  expect(new Set(codes).size).toBe(codes.length);
  const contents = plan.projects.flatMap((project) => flatten(project.contents));
  const amounts = [
    plan.totals,
    ...plan.projects.map((project) => project.allocation),
    ...contents.map((content) => content.allocation),
  ].flatMap(amountsOf);
  for (const amount of amounts) expect(amount === null || Number.isSafeInteger(amount)).toBe(true);
  for (const project of plan.projects) {
    const names = flatten(project.contents).map((content) => content.shortTitle);
    expect(names.every((name) => name.length > 0 && name.length <= 60)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    expect(project.code).toMatch(/^DA\d+(\.TDA\d+)?$/);
  }
  for (const row of [...findings.map((flaw) => flaw.row ?? 1), ...contents.map((content) => content.row)])
    expect(row >= 1 && row <= rows).toBe(true);
}

function expectReadable(text: string): void {
  const reading = readPlan({ kind: "text", text }, programme);
  if (reading.ok) expectSound(reading, text.split(/\r\n|[\n\r]/).length);
}

const anyText = fc.constantFrom(...texts.map(([, text]) => text));

test("lines lost, doubled and moved never break the reader", () => {
  const damaged = anyText.chain((text) => {
    const lines = text.split("\n");
    return fc
      .array(fc.nat(lines.length - 1), { minLength: 1, maxLength: lines.length })
      .map((order) => order.map((index) => lines[index]!).join("\n"));
  });
  fc.assert(fc.property(damaged, expectReadable), { numRuns: 150 });
});

test("a text cut off or with rubbish in it never breaks the reader", () => {
  const spoilt = fc
    .tuple(anyText, fc.nat(), fc.string({ unit: "binary", maxLength: 40 }), fc.nat(400))
    .map(([text, place, rubbish, length]) => {
      const at = place % text.length;
      return text.slice(0, at) + rubbish + text.slice(at + length);
    });
  fc.assert(fc.property(spoilt, expectReadable), { numRuns: 150 });
});

const money = fc.integer({ min: 1, max: 90_000_000 }).map((thousands) => thousands * 1000);

test("any three amounts, in any unit, come back to the đồng", () => {
  const dots = (integer: number): string => String(integer).replace(/\B(?=(\d{3})+$)/g, ".");
  const decimal = (amount: number, places: number): string => {
    const digits = String(amount).padStart(places + 1, "0");
    // Three decimals alone are ambiguous ("1,250"); a fourth makes them plain.
    const fraction = digits
      .slice(-places)
      .replace(/0+$/, "")
      .replace(/^(\d{3})$/, "$10");
    return `${dots(Number(digits.slice(0, -places)))}${fraction === "" ? "" : `,${fraction}`}`;
  };
  const units: readonly (readonly [string, (amount: number) => string])[] = [
    ["đồng", dots],
    ["đ", dots],
    ["nghìn đồng", (amount) => dots(amount / 1000)],
    ["triệu đồng", (amount) => decimal(amount, 6)],
    ["tr.đ", (amount) => decimal(amount, 6)],
    ["tỷ đồng", (amount) => decimal(amount, 9)],
  ];
  fc.assert(
    fc.property(money, money, fc.constantFrom(...units), (central, local, [unit, written]) => {
      const text = [
        "1. Dự án 2: Quy hoạch, sắp xếp, bố trí, ổn định dân cư ở những nơi cần thiết",
        `1.1. Vốn phân bổ: ${written(central + local)} ${unit}. Trong đó:`,
        `- Ngân sách trung ương: ${written(central)} ${unit}.`,
        `- Ngân sách địa phương: ${written(local)} ${unit}.`,
        "1.2. Phân công: Phòng Kinh tế chủ trì.",
      ].join("\n");
      const { plan, findings } = readText(text);
      expect(plan.projects[0]!.allocation).toEqual({ total: central + local, central, local, other: null });
      expect(findings.filter((flaw) => /unreadable|split/.test(flaw.code))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
