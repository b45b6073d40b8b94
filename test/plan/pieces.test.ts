/** Single manners and mistakes, each in the smallest document that has it. */
import { contentNames, flawRows, moneyRows, project, readText, unitRows } from "./documents";
import { shortTitle, takeTitle, uniqueTitle, unitKey } from "../../src/plan";
import type { Plan, PlanReading } from "../../src/plan";

const title2 = "Quy hoạch, sắp xếp, bố trí, ổn định dân cư ở những nơi cần thiết";

/** A plan of one project with these lines under its heading. */
function oneProject(...lines: readonly string[]): PlanReading {
  return readText([`1. Dự án 2: ${title2}`, ...lines, "1.9. Phân công: Phòng Kinh tế chủ trì."].join("\n"));
}

/** total, central, local, other in millions. */
function moneyOf(...lines: readonly string[]): unknown {
  return moneyRows(oneProject(...lines).plan)[0]!.slice(2);
}

function unitsOf(...lines: readonly string[]): unknown {
  return unitRows(
    readText([`1. Dự án 2: ${title2}`, "1.1. Vốn: 10 triệu đồng", ...lines].join("\n")).plan,
  )[0];
}

describe("money of a project", () => {
  test.each<[string, readonly string[], readonly (number | null)[]]>([
    [
      "sources in one line",
      ["1.1. Vốn: 115 triệu đồng (NSTW: 100 triệu đồng, NSĐP: 15 triệu đồng)."],
      [115, 100, 15, null],
    ],
    [
      "without units after the first",
      ["1.1. Vốn: 115 triệu đồng (NSTW: 100; NSĐP: 15)."],
      [115, 100, 15, null],
    ],
    [
      "labels behind",
      ["1.1. Vốn: 115 triệu đồng, trong đó 100 triệu đồng là vốn trung ương, 15 triệu đồng là vốn đối ứng."],
      [115, 100, 15, null],
    ],
    [
      "other money with a figure",
      [
        "1.1. Tổng vốn: 120 triệu đồng",
        "- Vốn trung ương: 100 triệu đồng",
        "- Vốn địa phương: 15 triệu đồng",
        "- Vốn huy động hợp pháp khác: 5 triệu đồng",
      ],
      [120, 100, 15, 5],
    ],
    [
      "other money “nếu có”",
      [
        "1.1. Tổng vốn: 115 triệu đồng",
        "- NSTW: 100 triệu đồng",
        "- NSĐP: 15 triệu đồng",
        "- Vốn huy động hợp pháp khác (nếu có).",
      ],
      [115, 100, 15, null],
    ],
    [
      "none said in words",
      ["1.1. Tổng vốn: 100 triệu đồng", "- NSTW: 100 triệu đồng", "- NSĐP: 0 đồng", "- Vốn khác: không có"],
      [100, 100, 0, 0],
    ],
    [
      "the unit in a line of its own",
      ["1.1. Kinh phí (ĐVT: triệu đồng): 1.150,5", "- NSTW: 1.000,5", "- NSĐP: 150"],
      [1150.5, 1000.5, 150, null],
    ],
    [
      "hundred per cent",
      ["1.1. Dự toán: 100 triệu đồng (100% ngân sách trung ương)."],
      [100, 100, null, null],
    ],
    ["a product", ["1.1. Nhu cầu vốn: 11 hộ x 40 triệu đồng = 440 triệu đồng."], [440, null, null, null]],
    [
      "sources without a label above",
      [
        "Tổng số: 115 triệu đồng",
        "Ngân sách trung ương: 100 triệu đồng",
        "Ngân sách địa phương: 15 triệu đồng",
      ],
      [115, 100, 15, null],
    ],
    [
      "bracketed levels",
      [
        "1.1. Vốn: 115 triệu đồng; NSTW 100 triệu đồng; NSĐP 15 triệu đồng (tỉnh: 10 triệu đồng, xã: 5 triệu đồng)",
      ],
      [115, 100, 15, null],
    ],
    [
      "kinds of capital only",
      ["1.1. Kế hoạch vốn", "- Vốn đầu tư: 80 triệu đồng", "- Vốn sự nghiệp: 35 triệu đồng"],
      [115, null, null, null],
    ],
    ["an amount at the head of a line", ["1.1. Vốn phân bổ:", "1.5 tỷ đồng."], [1500, null, null, null]],
    [
      "a rate beside the sum",
      ["1.1. Kinh phí: 120 triệu đồng, định mức 40 triệu đồng/hộ."],
      [120, null, null, null],
    ],
  ])("%s", (_, lines, wanted) => {
    expect(moneyOf(...lines)).toEqual(wanted);
    expect(oneProject(...lines).findings.filter((flaw) => flaw.severity === "error")).toEqual([]);
  });

  test("“trong đó” behind a bracket goes on with what stood before the bracket", () => {
    const { plan } = oneProject(
      "1.1. Vốn đầu tư: 690 triệu đồng (kế hoạch năm: 80%), trong đó NSTW 600 triệu đồng, NSĐP 90 triệu đồng",
    );
    expect(plan.projects[0]!.capital).toEqual({
      investment: { total: 690_000_000, central: 600_000_000, local: 90_000_000, other: null },
      recurrent: null,
    });
  });

  test("levels of local money make it up where it is not stated, and stand apart", () => {
    const { plan } = oneProject(
      "1.1. Vốn: 130 triệu đồng: NSTW 100 triệu đồng, ngân sách tỉnh 20 triệu đồng, ngân sách xã 10 triệu đồng",
    );
    expect(plan.projects[0]).toMatchObject({
      allocation: { local: 30_000_000 },
      localParts: { tỉnh: 20_000_000, xã: 10_000_000 },
    });
  });

  test("two amounts for one source: the first stays, both are said", () => {
    const { plan, findings } = oneProject(
      "1.1. Vốn: 100 triệu đồng",
      "1.2. Tổng kinh phí: 200 triệu đồng",
      "- Ngân sách trung ương: 90 triệu đồng",
      "- Ngân sách trung ương: 80 triệu đồng",
      "- NSĐP: 13,5 triệu đồng",
    );
    expect(moneyRows(plan)[0]!.slice(2)).toEqual([100, 90, 13.5, null]);
    expect(
      findings
        .filter((flaw) => flaw.code === "plan/conflicting-amount")
        .map(({ row, params }) => [row, params.source, params.first, params.second, params.firstRow]),
    ).toEqual([[5, "central", 90_000_000, 80_000_000, 4]]);
  });

  test("an amount in two units, and one that two people would read differently", () => {
    expect(moneyOf("1.1. Vốn: 1 tỷ 265 triệu đồng")).toEqual([1265, null, null, null]);
    const { plan, findings } = oneProject("1.1. Vốn: 1 tỷ, 265 triệu đồng, NSTW: 100 triệu đồng");
    expect(moneyRows(plan)[0]!.slice(2)).toEqual([null, 100, null, null]);
    expect(findings.filter((flaw) => flaw.severity === "error")).toMatchObject([
      {
        code: "plan/unreadable-amount",
        row: 2,
        params: {
          text: "1 tỷ, 265 triệu đồng",
          reason: "ambiguous",
          candidates: ["1000000000", "1265000000"],
        },
      },
    ]);
  });

  test.each([
    "7?0 triệu đồng",
    "72O triệu đồng",
    "9..504,2 triệu đồng",
    "xxx triệu đồng",
    "1.O87.000.000 đồng",
  ])("%s is no amount", (written) => {
    const { plan, findings } = oneProject(
      `1.1. Vốn phân bổ: ${written}. Trong đó:`,
      "- NSTW: 626 triệu đồng",
    );
    expect(moneyRows(plan)[0]!.slice(2)).toEqual([null, 626, null, null]);
    expect(findings.filter((flaw) => flaw.severity === "error")).toMatchObject([
      {
        code: "plan/unreadable-amount",
        row: 2,
        params: { source: "total", text: written, reason: "damaged", proposal: null },
      },
    ]);
  });

  test("a part of a đồng is no amount", () => {
    const { findings } = oneProject("1.1. Vốn: 0,0000005 triệu đồng");
    expect(findings.find((flaw) => flaw.code === "plan/unreadable-amount")!.params).toMatchObject({
      reason: "sub-dong",
      text: "0,0000005 triệu đồng",
    });
  });
});

describe("who leads and who coordinates", () => {
  test.each<[string, readonly string[], string | null, readonly string[]]>([
    [
      "Giao … chủ trì",
      ["Giao Phòng Kinh tế chủ trì, phối hợp với Trạm Y tế và các thôn tổ chức thực hiện."],
      "Phòng Kinh tế",
      ["Trạm Y tế", "các thôn"],
    ],
    ["do … chủ trì", ["1.2. Phân công: do Phòng Kinh tế chủ trì thực hiện."], "Phòng Kinh tế", []],
    [
      "là cơ quan chủ trì",
      [
        "1.2. Phân công thực hiện",
        "Phòng Kinh tế là cơ quan chủ trì, phối hợp với Hội Nông dân xã triển khai.",
      ],
      "Phòng Kinh tế",
      ["Hội Nông dân xã"],
    ],
    [
      "labels",
      ["- Đơn vị chủ trì: Phòng Kinh tế", "- Đơn vị phối hợp: Phòng Văn hóa - Xã hội; các thôn, bản"],
      "Phòng Kinh tế",
      ["Phòng Văn hóa - Xã hội", "các thôn", "bản"],
    ],
    [
      "who carries it out",
      ["1.2. Đơn vị thực hiện: Văn phòng HĐND và UBND xã."],
      "Văn phòng HĐND và UBND xã",
      [],
    ],
    [
      "UBND xã giao",
      ["UBND xã giao Phòng Kinh tế xã chủ trì, phối hợp chặt chẽ với các phòng, ban, đoàn thể."],
      "Phòng Kinh tế xã",
      ["các phòng, ban", "đoàn thể"],
    ],
    ["nobody", ["1.2. Phân công: các đơn vị thực hiện theo chức năng."], null, []],
  ])("%s", (_, lines, lead, coordinating) => {
    expect(unitsOf(...lines)).toEqual([lead, coordinating]);
  });

  test("one key for a unit's spellings", () => {
    const names = [
      "Phòng Văn hóa - Xã hội",
      "Phòng Văn hóa – Xã hội xã",
      "phòng VH-XH",
      "PHÒNG VĂN HOÁ VÀ XÃ HỘI",
      "Phòng Văn hóa - Xã hội xã Dân Tiến",
    ];
    expect(new Set(names.map((name) => unitKey(name, "Dân Tiến"))).size).toBe(1);
    expect(unitKey("UBND xã")).toBe(unitKey("Ủy ban nhân dân xã"));
    expect(unitKey("Hợp tác xã")).not.toBe(unitKey("Hợp tác"));
    expect(unitKey("Phòng Kinh tế")).not.toBe(unitKey("Phòng Văn hóa - Xã hội"));
  });
});

describe("a table and the text", () => {
  const text = (total: string): Plan & { codes: readonly string[] } => {
    const { plan, findings } = readText(
      [
        "II. CÁC DỰ ÁN",
        `1. Dự án 2: ${title2}`,
        "1.1. Nội dung: Sắp xếp dân cư thôn Nà Lốc.",
        "1.2. Vốn phân bổ: 115 triệu đồng (NSTW 100 triệu đồng, NSĐP 15 triệu đồng).",
        "1.3. Phân công: Phòng Kinh tế chủ trì.",
        "III. TỔNG HỢP KINH PHÍ",
        "Đơn vị tính: triệu đồng",
        "TT\tNội dung\tTổng số\tNSTW\tNSĐP",
        `1\tDự án 2: ${title2}\t${total}\t100\t15`,
        "IV. TỔ CHỨC THỰC HIỆN",
      ].join("\n"),
    );
    return { ...plan, codes: flawRows(findings.filter((flaw) => flaw.code !== "plan/missing-head")) };
  };

  test("agree: one project, nothing to say", () => {
    const plan = text("115");
    expect(moneyRows(plan)).toEqual([["DA2", "DA2", 115, 100, 15, null]]);
    expect(contentNames(project(plan, "DA2"))).toEqual(["Sắp xếp dân cư thôn Nà Lốc"]);
    expect(plan.codes).toEqual([]);
  });

  test("differ: the text's amount stays, the table's row is named", () => {
    const plan = text("116");
    expect(moneyRows(plan)).toEqual([["DA2", "DA2", 115, 100, 15, null]]);
    expect(plan.codes).toEqual(["plan/conflicting-amount @9 DA2"]);
  });

  test("two columns for the same money: the plan year's counts, the other is reported", () => {
    const { plan, findings } = readText(
      [
        "Nà Hin, ngày 05 tháng 8 năm 2025",
        "I. VỐN",
        "ĐVT: nghìn đồng",
        "TT\tTên dự án\tKế hoạch vốn năm 2024\tKế hoạch vốn năm 2025\tCơ quan chủ trì",
        `1\tDự án 2: ${title2}\t70.000\t80.000\tPhòng Kinh tế`,
        "2\tMua sắm khác\t5\t6\t",
      ].join("\n"),
    );
    expect(moneyRows(plan)).toEqual([["DA2", "DA2", 80, null, null, null]]);
    expect(findings.find((flaw) => flaw.code === "plan/unread-column")).toMatchObject({
      row: 4,
      severity: "warning",
      params: { header: "Kế hoạch vốn năm 2024" },
    });
  });

  test("a table under a project's heading holds its contents, its last row its money", () => {
    const { plan, findings } = readText(
      [
        "II. CÁC DỰ ÁN",
        "1. Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt",
        "1.1. Kinh phí (ĐVT: triệu đồng)",
        "TT\tNội dung\tTổng số\tNSTW\tNSĐP",
        "1\tHỗ trợ nhà ở\t460\t400\t60",
        "2\tHỗ trợ chuyển đổi nghề\t115\t100\t15",
        "\tCộng\t575\t500\t75",
        "1.2. Phân công: Phòng Kinh tế chủ trì.",
        `2. Dự án 2: ${title2}`,
        "2.1. Vốn phân bổ: 10 triệu đồng",
        "2.2. Phân công: Phòng Kinh tế chủ trì.",
      ].join("\n"),
    );
    expect(moneyRows(plan)).toEqual([
      ["DA1", "DA1", 575, 500, 75, null],
      ["DA2", "DA2", 10, null, null, null],
    ]);
    expect(
      project(plan, "DA1").contents.map(({ shortTitle: name, allocation }) => [name, allocation!.total]),
    ).toEqual([
      ["Nhà ở", 460_000_000],
      ["Chuyển đổi nghề", 115_000_000],
    ]);
    expect(plan.statedTotal).toBeNull();
    expect(findings.filter((flaw) => flaw.code !== "plan/missing-head")).toEqual([]);
  });

  test("a row of money before any project is reported", () => {
    const { findings } = readText(
      [
        "I. VỐN",
        "ĐVT: triệu đồng",
        "TT\tNội dung\tKinh phí",
        "1\tMua sắm máy in\t20",
        `2\tDự án 2: ${title2}\t80`,
      ].join("\n"),
    );
    expect(findings.find((flaw) => flaw.code === "plan/unread-row")).toMatchObject({
      row: 4,
      params: { text: "Mua sắm máy in" },
    });
  });

  test("cells that are no amounts", () => {
    const { findings } = readText(
      [
        "I. VỐN",
        "TT\tNội dung\tTổng số\tNSTW\tNSĐP",
        `1\tDự án 2: ${title2}\t115\tmười triệu\t1,250 triệu đồng`,
      ].join("\n"),
    );
    expect(
      findings
        .filter((flaw) => flaw.code === "plan/unreadable-amount")
        .map(({ params }) => [params.source, params.text, params.reason]),
    ).toEqual([
      ["total", "115", "no-unit"],
      ["central", "mười triệu", "words"],
      ["local", "1,250 triệu đồng", "ambiguous"],
    ]);
  });
});

test("a finished sentence is not joined to the next, whatever letter that begins with", () => {
  const { plan } = oneProject(
    "1.1. Đối tượng",
    "Hộ nghèo ở thôn Nà Lốc.",
    "hộ cận nghèo ở thôn Nà Đon,",
    "thôn Nà Hin.",
    "1.2. Vốn: 1 triệu đồng",
  );
  expect(plan.projects[0]!.targets).toEqual([
    "Hộ nghèo ở thôn Nà Lốc.",
    "hộ cận nghèo ở thôn Nà Đon, thôn Nà Hin.",
  ]);
});

describe("contents", () => {
  test("three levels; what is deeper is a detail of the third", () => {
    const { plan } = oneProject(
      "1.1. Nội dung",
      "a) Sắp xếp dân cư",
      "- Khảo sát",
      "+ Khảo sát đợt một",
      "* Ghi chép sổ sách:",
      "1.2. Vốn: 1 triệu đồng",
    );
    const [first] = plan.projects[0]!.contents;
    expect(first!.children[0]!.children[0]).toMatchObject({
      code: "DA2.ND1.1.1",
      level: 3,
      title: "Khảo sát đợt một",
      details: ["Ghi chép sổ sách:"],
    });
  });

  test("contents with one beginning get different short names", () => {
    const { plan } = oneProject(
      "1.1. Nội dung",
      "- Hỗ trợ di chuyển nhà ở cho các hộ sinh sống rải rác ở thôn Nà Lốc và thôn Nà Đon",
      "- Hỗ trợ di chuyển nhà ở cho các hộ sinh sống rải rác ở thôn Khuổi Chang",
    );
    const names = plan.projects[0]!.contents.map((content) => content.shortTitle);
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => name.length <= 60)).toBe(true);
  });

  test("short titles end where the sentence allows", () => {
    expect(shortTitle("Hỗ trợ đất ở")).toBe("Hỗ trợ đất ở");
    expect(shortTitle("phòng chống bệnh Thalassemia tại vùng đồng bào dân tộc thiểu số và miền núi")).toBe(
      "Phòng chống bệnh Thalassemia",
    );
    expect(
      shortTitle("Hỗ trợ người dân tham gia học xóa mù chữ; Hỗ trợ tài liệu học tập, sách giáo khoa"),
    ).toBe("Hỗ trợ người dân tham gia học xóa mù chữ");
    expect(shortTitle("x".repeat(200))).toHaveLength(60);
  });

  test("unique names count up and keep their length", () => {
    const taken = new Map<string, number>();
    takeTitle("Đất ở", taken);
    const long = "a".repeat(60);
    expect(["đất ở", "Đất ở", long, long].map((name) => uniqueTitle(name, taken))).toEqual([
      "đất ở (2)",
      "Đất ở (3)",
      long,
      `${"a".repeat(56)} (2)`,
    ]);
  });
});

describe("where projects are looked for", () => {
  const heading = `Dự án 2: ${title2}`;
  const money = "1.1. Vốn phân bổ: 10 triệu đồng. 1.2. Phòng Kinh tế chủ trì.";

  test("sections about units name projects and do not hold them", () => {
    const { plan } = readText(
      [
        "II. CÁC DỰ ÁN",
        `1. ${heading}`,
        money,
        "III. NHIỆM VỤ CỦA CÁC ĐƠN VỊ",
        "1. Phòng Kinh tế",
        "- Chủ trì các dự án sau:",
        "Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu.",
      ].join("\n"),
    );
    expect(plan.projects.map((each) => each.code)).toEqual(["DA2"]);
  });

  test("unless the document has its projects nowhere else", () => {
    const { plan } = readText(["II. TỔ CHỨC THỰC HIỆN CÁC DỰ ÁN", `1. ${heading}`, money].join("\n"));
    expect(moneyRows(plan)).toEqual([["DA2", "DA2", 10, null, null, null]]);
  });

  test("a sibling without a number is a project where its title is one", () => {
    const { plan } = readText(
      [
        "II. CÁC DỰ ÁN",
        `1. ${heading}`,
        "1.1. Vốn phân bổ: 10 triệu đồng",
        "2. Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt",
        "2.1. Vốn phân bổ: 20 triệu đồng",
      ].join("\n"),
    );
    expect(moneyRows(plan)).toEqual([
      ["DA2", "DA2", 10, null, null, null],
      ["DA1", "DA1", 20, null, null, null],
    ]);
  });

  test("a sentence about two projects is no heading", () => {
    const { plan } = readText(
      [
        "II. CÁC DỰ ÁN",
        `1. ${heading}`,
        "1.1. Vốn phân bổ: 10 triệu đồng",
        "1.2. Phân công",
        "Dự án 2: Phòng Kinh tế và Dự án 4: Phòng Văn hóa - Xã hội.",
      ].join("\n"),
    );
    expect(plan.projects.map((each) => each.code)).toEqual(["DA2"]);
  });
});

test("the unit of a table of thousands does not reach the text's own units", () => {
  const { plan } = oneProject(
    "Đơn vị tính: nghìn đồng",
    "1.1. Vốn: 115.000",
    "- NSTW: 100 triệu đồng",
    "- NSĐP: 15 triệu đồng",
  );
  expect(moneyRows(plan)[0]!.slice(2)).toEqual([115, 100, 15, null]);
});

test.each([
  ["a million spaces", `${" ".repeat(1e6)}x`],
  ["brackets without end", `Vốn: ${"(".repeat(1e5)}720 triệu đồng`],
  ["digits without end", `Vốn: ${"1.".repeat(2e5)}`],
  ["fifty thousand contents", `Nội dung:\n${"- Hỗ trợ nhà ở\n".repeat(5e4)}`],
  ["tables in pieces", "a\tb\tc\nxyz\n\n".repeat(5e4)],
])("%s: read to the end", (_, hostile) => {
  const { plan } = readText(`1. Dự án 2: ${title2}\n${hostile}`);
  expect(plan.projects).toHaveLength(1);
});
