/** The real plan against a person's reading of it, line by line (`dan-tien.expected.json`). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import expected from "./dan-tien.expected.json";
import { programmes } from "../../src/programme";
import { planDocument, readPlan } from "../../src/plan";
import type { PlanContent, PlanReading } from "../../src/plan";

const bytes = readFileSync(join(__dirname, "../../src/plan/samples/ke-hoach-30-KH-UBND-2025.txt"));
const programme = programmes.find("1719")!;

function readSample(): PlanReading {
  const reading = readPlan({ kind: "file", bytes }, programme);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}

const { plan, findings } = readSample();

/** "Dự án 5", "Tiểu dự án 1" → DA5.TDA1. */
function codeOf(project: string, subProject: string | null): string {
  const code = project.replace("Dự án ", "DA");
  return subProject === null ? code : `${code}.${subProject.replace("Tiểu dự án ", "TDA")}`;
}

test("number, date, commune, title, legal bases, recipients, signature", () => {
  const { document } = expected;
  expect(plan).toMatchObject({
    number: document.number,
    date: document.date,
    commune: "Dân Tiến",
    communeKind: "xã",
    // The plan names the old district and no province.
    province: null,
    oldDistrict: "Võ Nhai",
    year: document.planYear,
    subject: document.subject,
    legalBases: document.legalBases,
    recipients: document.recipients,
    signatory: { ...document.signatory, title: "Phó Chủ tịch" },
    difficultVillages: [],
  });
});

test.each(expected.projects)("$plan $subProject: titles, both numbers, money, units", (wanted) => {
  const code = codeOf(wanted.plan, wanted.subProject);
  const project = plan.projects.find((each) => each.code === code)!;
  expect(project).toMatchObject({
    programmeCode: codeOf(wanted.programme, wanted.subProject),
    title: wanted.title,
    subProject:
      wanted.subProject === null ? null : { code: code.split(".")[1], title: wanted.subProjectTitle },
    allocation: { total: wanted.total, central: wanted.central, local: wanted.local, other: null },
    localParts: null,
    capital: null,
    leadUnit: wanted.leadUnit,
    coordinating: wanted.coordinating,
    assignment: [wanted.assignment],
    writtenUnit: 1_000_000,
    row: wanted.line,
    budgetRow: wanted.budgetLine,
  });
});

test("spellings of one unit have one key", () => {
  const keys = (name: string) =>
    new Set(
      plan.projects
        .filter((_, index) => expected.projects[index]!.leadUnitName === name)
        .map((project) => project.leadUnitKey),
    );
  expect(keys("Phòng Kinh tế").size).toBe(1);
  expect(keys("Phòng Văn hóa - Xã hội").size).toBe(1);
  expect(new Set(plan.projects.map((project) => project.leadUnitKey)).size).toBe(2);
});

test.each(expected.projects)("$plan $subProject: for whom, page breaks joined", (wanted) => {
  const project = plan.projects.find((each) => each.code === codeOf(wanted.plan, wanted.subProject))!;
  const targets = wanted.targets.map(({ text }) => text.replace(" (Đối tượng, phạm vi)", "."));
  expect(project.targets).toEqual(targets);
});

interface WantedContent {
  readonly line: number;
  readonly text: string;
  readonly children?: readonly WantedContent[];
  readonly note?: boolean;
  readonly targets?: number;
}

interface Shape {
  readonly row: number;
  readonly title: string;
  readonly children: readonly Shape[];
}

function wantedShape({ line, text, children = [] }: WantedContent): Shape {
  return { row: line, title: withoutLabel(text), children: children.map(wantedShape) };
}

function withoutLabel(text: string): string {
  return text.replace(/^(?:[a-z]\) )?Nội dung số \d+: /, "").replace(/[:;.]$/, "");
}

function shape({ row, title, children }: PlanContent): Shape {
  return { row, title, children: children.map(shape) };
}

test.each(expected.projects)("$plan $subProject: the tree of contents", (wanted) => {
  const project = plan.projects.find((each) => each.code === codeOf(wanted.plan, wanted.subProject))!;
  const contents: readonly WantedContent[] = wanted.contents;
  const trees = contents.filter((content) => !content.note).map(wantedShape);
  // What a household receives is one content; the two sentences under "đất ở" say how it is given.
  const details = wanted.plan === "Dự án 1" ? trees[0]!.children.map((child) => child.title) : [];
  if (wanted.plan === "Dự án 1") trees[0] = { ...trees[0]!, children: [] };
  expect(project.contents.map(shape)).toEqual(trees);
  expect(project.contents[0]!.details).toEqual(details);
  expect(project.notes).toEqual(contents.filter((content) => content.note).map((content) => content.text));
  project.contents.forEach((content, index) =>
    expect(content.targets.length).toBe(contents.filter((each) => !each.note)[index]!.targets ?? 0),
  );
});

function flatten(contents: readonly PlanContent[]): readonly PlanContent[] {
  return contents.flatMap((content) => [content, ...flatten(content.children)]);
}

test("codes and levels follow from the place; short names are short and unique", () => {
  for (const project of plan.projects) {
    const all = flatten(project.contents);
    project.contents.forEach((content, index) => expect(content.code).toBe(`${project.code}.ND${index + 1}`));
    for (const content of all) {
      content.children.forEach((child, index) => expect(child.code).toBe(`${content.code}.${index + 1}`));
      expect(content.shortTitle.length).toBeLessThanOrEqual(60);
      expect(content.level).toBe(content.code.split(".ND")[1]!.split(".").length);
    }
    expect(new Set(all.map((content) => content.shortTitle.toLowerCase())).size).toBe(all.length);
  }
});

test("the leaves of project 1 have the programme's six short names", () => {
  const leaves = flatten(plan.projects[0]!.contents).filter((content) => content.children.length === 0);
  expect(leaves.map((content) => content.shortTitle)).toEqual([
    "Đất ở",
    "Nhà ở",
    "Đất sản xuất",
    "Chuyển đổi nghề",
    "Nước phân tán",
    "Nước tập trung",
  ]);
});

test("totals are exact to the đồng", () => {
  expect(plan.totals).toEqual({
    total: 12_063_200_000,
    central: 9_683_900_000,
    local: 2_379_300_000,
    other: null,
  });
  expect(plan.statedTotal).toBeNull();
});

test("the duties of each unit, with their lines", () => {
  const wanted = expected.organisation.map(({ unit, duties }) => ({
    unit: unit.replace(/ \(.*?\)$/, ""),
    duties,
  }));
  const found = plan.organisation.map(({ unit, duties }) => ({
    unit: unit.replace(/^Đề nghị /, ""),
    duties: duties.map(({ text, row }) => ({ line: row, text })),
  }));
  expect(found).toEqual(wanted);
});

test("what is wrong: three numbers that are not the programme's, one ratio unlike the others", () => {
  expect(findings.map(({ code, severity, row, params }) => [code, severity, row, params.project])).toEqual([
    ["budget/counterpart-outlier", "info", 99, "DA4.TDA1"],
    ["budget/programme-code-mismatch", "warning", 151, "DA6"],
    ["budget/programme-code-mismatch", "warning", 203, "DA8.TDA2"],
    ["budget/programme-code-mismatch", "warning", 241, "DA9.TDA1"],
  ]);
});

test("the printed document has the contract's fields and no others", () => {
  const document = planDocument(plan);
  expect(Object.keys(document).sort()).toEqual(
    [
      "commune",
      "date",
      "legalBases",
      "number",
      "projects",
      "recipients",
      "signatory",
      "totals",
      "unit",
      "year",
    ].sort(),
  );
  expect(Object.keys(document.signatory)).toEqual(["authority", "name"]);
  expect(Object.keys(document.projects[0]!).sort()).toEqual(
    [
      "allocation",
      "code",
      "contents",
      "coordinating",
      "leadUnit",
      "leadUnitKey",
      "localParts",
      "programmeCode",
      "subProject",
      "targets",
      "title",
    ].sort(),
  );
  expect(Object.keys(document.projects[0]!.contents[0]!).sort()).toEqual([
    "allocation",
    "children",
    "code",
    "level",
    "shortTitle",
    "title",
  ]);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});
