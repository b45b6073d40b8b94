/** A further programme is a file: every function works on an invented one that the code has never heard of. */
import pack1719 from "../../src/programme/packs/1719.json";
import {
  definePacks,
  findContent,
  householdContents,
  loadPack,
  matchContent,
  matchProject,
  normsFor,
  PackError,
} from "../../src/programme";
import { readPlan } from "../../src/plan";

const unverified = { source: null, confidence: "unverified" } as const;
const none = { projects: [], evidence: unverified };

const invented = {
  code: "B26",
  title: "Chương trình thử nghiệm phát triển vùng cao 2026-2030",
  decision: "Quyết định số 000/QĐ-TTg",
  validFrom: "2026-01-01",
  validTo: "2030-12-31",
  evidence: unverified,
  projects: [
    {
      code: "DA1",
      number: 1,
      title: "Nâng cấp hạ tầng số cho bản làng vùng cao",
      aliases: ["Hạ tầng số bản làng"],
      capitalTypes: ["Đầu tư"],
      evidence: unverified,
      subProjects: [],
      contents: [
        {
          title: "Lắp đặt trạm phát sóng",
          shortName: "Trạm phát sóng",
          capitalTypes: ["Đầu tư"],
          supportGroup: null,
          evidence: unverified,
        },
        {
          title: "Hỗ trợ thiết bị cho hộ gia đình",
          shortName: "Thiết bị hộ",
          capitalTypes: [],
          supportGroup: "Thiết bị",
          evidence: unverified,
          children: [
            {
              title: "Hỗ trợ điện thoại thông minh",
              shortName: "Điện thoại",
              capitalTypes: ["Sự nghiệp"],
              supportGroup: "Điện thoại",
              evidence: unverified,
            },
          ],
        },
      ],
    },
    {
      code: "DA2",
      number: 2,
      title: "Bảo vệ nguồn nước đầu nguồn và rừng phòng hộ",
      aliases: [],
      capitalTypes: [],
      evidence: unverified,
      subProjects: [],
      contents: [],
    },
  ],
  norms: [
    {
      content: "DA1.ND2.1",
      form: null,
      item: "NSTW",
      kind: "tối đa",
      amount: 3_000_000,
      validFrom: "2026-01-01",
      validTo: null,
      basis: "Thông tư thử",
      evidence: unverified,
    },
    {
      content: "DA1.ND2.1",
      form: null,
      item: "NSTW",
      kind: "tối đa",
      amount: 5_000_000,
      validFrom: "2027-01-01",
      validTo: null,
      basis: "Thông tư mới",
      evidence: unverified,
    },
  ],
  parameters: {
    counterpartRatioMinimum: { value: 0.3, evidence: unverified },
    landShortageThreshold: { value: 0.5, evidence: unverified },
    landShortageInclusive: { value: true, evidence: unverified },
    paymentDeadline: { month: 1, day: 31, yearOffset: 1, evidence: unverified },
    carryOverDeadline: { month: 12, day: 31, yearOffset: 0, evidence: unverified },
  },
  householdRules: {
    poorOnly: none,
    kinhInDifficultAreaOnly: none,
    landShortage: { contents: [], evidence: unverified },
    alternatives: [],
  },
  priorityEthnicGroups: {
    categories: [{ name: "ưu tiên", groups: ["Lô Lô"] }],
    decision: "Quyết định thử",
    validFrom: null,
    validTo: null,
    scope: "toàn quốc",
    evidence: unverified,
  },
  cccdProvinceCodes: { codes: { "001": "Hà Nội" }, evidence: unverified },
};

test("an invented pack works in every function, reading a plan included", () => {
  const registry = definePacks([pack1719, invented]);
  const programme = registry.find("B26")!;
  expect(registry.at("2026-05-01")).toBe(programme);
  expect(registry.at("2025-05-01")!.code).toBe("1719");
  expect(matchProject(programme, "Hạ tầng số bản làng")!.project.code).toBe("DA1");
  expect(
    matchProject(programme, "Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt"),
  ).toBeNull();
  expect(matchContent(programme, "DA1", "Hỗ trợ điện thoại thông minh: mỗi hộ một máy")!.content.code).toBe(
    "DA1.ND2.1",
  );
  expect(findContent(programme, "DA1.ND2.1")!.level).toBe(2);
  expect(householdContents(programme).map((content) => content.shortName)).toEqual([
    "Thiết bị hộ",
    "Điện thoại",
  ]);
  expect(normsFor(programme, "DA1.ND2.1", "2026-06-01").map((norm) => norm.amount)).toEqual([3_000_000]);
  expect(normsFor(programme, "DA1.ND2.1", "2028-06-01").map((norm) => norm.amount)).toEqual([5_000_000]);

  const text = [
    "Số: 01/KH-UBND",
    "Nà Phặc, ngày 02 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Thực hiện Chương trình thử nghiệm năm 2026 trên địa bàn xã Nà Phặc",
    "1. Dự án 3: Bảo vệ nguồn nước đầu nguồn và rừng phòng hộ",
    "1.1. Vốn phân bổ: 120 triệu đồng, trong đó NSTW 100 triệu đồng, NSĐP 20 triệu đồng.",
    "1.2. Phân công: Phòng Kinh tế chủ trì.",
  ].join("\n");
  const reading = readPlan({ kind: "text", text }, programme);
  if (!reading.ok) throw new Error(reading.reason);
  expect(reading.plan.projects).toMatchObject([
    { code: "DA3", programmeCode: "DA2", allocation: { total: 120_000_000 } },
  ]);
  expect(reading.findings.map((flaw) => flaw.code)).toEqual([
    "budget/programme-code-mismatch",
    "budget/counterpart-below-minimum",
  ]);
});

type Change = (pack: typeof invented) => void;

const mistakes: readonly (readonly [string, string, Change])[] = [
  ["a missing title", "projects[1].title", (pack) => Reflect.deleteProperty(pack.projects[1]!, "title")],
  ["a field that nobody knows", "(root)", (pack) => Object.assign(pack, { surprise: 1 })],
  [
    "a short name of more than 60 characters",
    "projects[0].contents[0].shortName",
    (pack) => (pack.projects[0]!.contents[0]!.shortName = "x".repeat(61)),
  ],
  [
    "a short name that stands twice",
    "projects[0].contents",
    (pack) => (pack.projects[0]!.contents[0]!.shortName = "Điện thoại"),
  ],
  ["an amount that is no whole đồng", "norms[0].amount", (pack) => (pack.norms[0]!.amount = 0.5)],
  ["a norm for no content", "norms[1].content", (pack) => (pack.norms[1]!.content = "DA9.ND9")],
  ["a date that no calendar has", "validTo", (pack) => (pack.validTo = "2026-13-01")],
  ["an end before the beginning", "validTo", (pack) => (pack.validTo = "2025-01-01")],
  ["a code that is not its number's", "projects[1].code", (pack) => (pack.projects[1]!.code = "DA7")],
  [
    "a code that stands twice",
    "projects[1].code",
    (pack) => Object.assign(pack.projects[1]!, { code: "DA1", number: 1 }),
  ],
  [
    "an ethnic group that does not exist",
    "priorityEthnicGroups.categories[0].groups[0]",
    (pack) => (pack.priorityEthnicGroups.categories[0]!.groups[0] = "Atlantis"),
  ],
  [
    "a confidence that nobody knows",
    "evidence.confidence",
    (pack) => Object.assign(pack.evidence, { confidence: "certain" }),
  ],
];

test.each(mistakes)("a pack with %s is refused, naming %s", (_, path, change) => {
  const pack = structuredClone(invented);
  change(pack);
  let thrown: unknown = null;
  try {
    loadPack(pack);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(PackError);
  expect((thrown as PackError).message).toContain(`Programme pack: ${path}: `);
  expect((thrown as PackError).message).not.toMatch(/undefined|invalid_|\[object/);
});

test("two packs with one code are refused", () => {
  expect(() => definePacks([invented, invented])).toThrow("same code");
});

test("nothing makes code at run time: the add-in's security policy forbids it", () => {
  const original = globalThis.Function;
  const made: unknown[] = [];
  globalThis.Function = new Proxy(original, {
    construct(target, args) {
      made.push(args);
      return Reflect.construct(target, args) as object;
    },
    apply(target, self, args) {
      made.push(args);
      return Reflect.apply(target, self, args) as unknown;
    },
  });
  try {
    // What a library finds out about its surroundings it keeps, so the modules are loaded anew.
    jest.isolateModules(() => {
      const fresh = jest.requireActual<{ loadPack: typeof loadPack }>("../../src/programme");
      fresh.loadPack(structuredClone(invented));
    });
  } finally {
    globalThis.Function = original;
  }
  expect(made).toEqual([]);
});
