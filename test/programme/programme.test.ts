import {
  allContents,
  contentsOf,
  findContent,
  findContentByShortName,
  findProject,
  householdContents,
  matchContent,
  matchProject,
  normFor,
  normsFor,
  programmes,
} from "../../src/programme";
import { findEthnicGroup, ETHNIC_GROUPS } from "../../src/domain";

const programme = programmes.find("1719")!;

function codeOf(title: string, subTitle: string | null = null): string | null {
  const match = matchProject(programme, title, subTitle);
  return match && (match.subProject ?? match.project).code;
}

function shortNameOf(project: string, title: string): string | null {
  return matchContent(programme, project, title)?.content.shortName ?? null;
}

describe("the pack of Decision 1719", () => {
  test("ten projects with the numbers of the Decision, sub-projects under theirs", () => {
    expect(programme.projects.map((project) => project.code)).toEqual([
      "DA1",
      "DA2",
      "DA3",
      "DA4",
      "DA5",
      "DA6",
      "DA7",
      "DA8",
      "DA9",
      "DA10",
    ]);
    expect(programme.projects.flatMap((project) => project.subProjects.map((sub) => sub.code))).toEqual([
      ...[
        "DA3.TDA1",
        "DA3.TDA2",
        "DA3.TDA3",
        "DA4.TDA1",
        "DA4.TDA2",
        "DA5.TDA1",
        "DA5.TDA2",
        "DA5.TDA3",
        "DA5.TDA4",
      ],
      ...["DA9.TDA1", "DA9.TDA2", "DA10.TDA1", "DA10.TDA2", "DA10.TDA3"],
    ]);
  });

  test("project 1: the six short names, and which of them households receive", () => {
    const contents = contentsOf(findProject(programme, "DA1")!.project);
    const leaves = contents.filter((content) => content.children.length === 0);
    expect(leaves.map((content) => content.shortName)).toEqual([
      "Đất ở",
      "Nhà ở",
      "Đất sản xuất",
      "Chuyển đổi nghề",
      "Nước phân tán",
      "Nước tập trung",
    ]);
    expect(householdContents(programme).map((content) => content.shortName)).toEqual([
      "Đất ở",
      "Nhà ở",
      "Đất sản xuất",
      "Chuyển đổi nghề",
      "Nước phân tán",
    ]);
    expect(contents.map(({ code, level }) => [code, level])).toContainEqual(["DA1.ND3.2", 2]);
    expect(findContentByShortName(programme, "DA1", "Nước tập trung")).toBe(
      findContent(programme, "DA1.ND4.2"),
    );
  });

  test("every statement has a source or is called unverified; none is called verified", () => {
    const evidence: { source: string | null; confidence: string }[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if ("confidence" in value) evidence.push(value as { source: string | null; confidence: string });
      Object.values(value).forEach(collect);
    };
    collect(programme);
    expect(evidence.length).toBeGreaterThan(60);
    expect(
      evidence.filter(
        ({ source, confidence }) =>
          confidence === "verified" || (source === null && confidence !== "unverified"),
      ),
    ).toEqual([]);
  });

  test("priority ethnic groups are canonical names: 32 and 14, all different", () => {
    const [many, special] = programme.priorityEthnicGroups.categories;
    expect([many!.groups.length, special!.groups.length]).toEqual([32, 14]);
    const names = [...many!.groups, ...special!.groups];
    const canonical = new Set(ETHNIC_GROUPS.map((group) => group.name));
    expect(new Set(names).size).toBe(46);
    expect(names.filter((name) => !canonical.has(name))).toEqual([]);
    expect(names).toContain(findEthnicGroup("H'Mông")!.name);
    expect(names).not.toContain(findEthnicGroup("Kinh")!.name);
  });

  test("63 province codes of CCCD numbers", () => {
    expect(Object.keys(programme.cccdProvinceCodes.codes)).toHaveLength(63);
    expect(programme.cccdProvinceCodes.codes["019"]).toBe("Thái Nguyên");
  });

  test("in force from 2021 to 2025", () => {
    expect(programmes.at("2025-08-08")).toBe(programme);
    expect(programmes.at("2020-12-31")).toBeNull();
    expect(programmes.find("9999")).toBeNull();
  });
});

describe("norms", () => {
  const amounts = (content: string, date: string): unknown[] =>
    normsFor(programme, content, date).map(({ form, item, kind, amount }) => [form, item, kind, amount]);

  test("a house: 40 million until the end of 2024, then by form", () => {
    const always = [
      [null, "NSĐP", "tối thiểu", 4_000_000],
      [null, "Vay", "tối đa", 40_000_000],
    ];
    expect(amounts("DA1.ND2", "2024-12-31")).toEqual([[null, "NSTW", "tối đa", 40_000_000], ...always]);
    expect(amounts("DA1.ND2", "2025-01-01")).toEqual([
      always[0],
      ["Xây mới", "NSTW", "tối đa", 60_000_000],
      ["Sửa chữa", "NSTW", "tối đa", 30_000_000],
      always[1],
    ]);
    expect(normFor(programme, "DA1.ND2", "2025-06-01", "NSTW", "tối đa", "Sửa chữa")!.amount).toBe(
      30_000_000,
    );
    expect(normFor(programme, "DA1.ND2", "2025-06-01", "NSTW", "tối đa", null)).toBeNull();
    expect(normFor(programme, "DA1.ND2", "2023-06-01", "NSTW", "tối đa", "Xây mới")!.amount).toBe(40_000_000);
  });

  test("the others, with how sure they are", () => {
    const all = ["DA1.ND1", "DA1.ND3.1", "DA1.ND3.2", "DA1.ND4.1"].flatMap((content) =>
      normsFor(programme, content, "2025-08-08").map(({ item, kind, amount, evidence }) => [
        content,
        item,
        kind,
        amount,
        evidence.confidence,
      ]),
    );
    expect(all).toEqual([
      ["DA1.ND1", "NSTW", "tối đa", 40_000_000, "secondary"],
      ["DA1.ND1", "NSĐP", "tối thiểu", 4_000_000, "secondary"],
      ["DA1.ND1", "Vay", "tối đa", 50_000_000, "secondary"],
      ["DA1.ND3.1", "NSTW", "tối đa", 22_500_000, "secondary"],
      ["DA1.ND3.1", "Vay", "tối đa", 77_500_000, "secondary"],
      ["DA1.ND3.2", "Tổng", "tối đa", 10_000_000, "secondary"],
      ["DA1.ND4.1", "Tổng", "tối đa", 3_000_000, "unverified"],
    ]);
  });
});

describe("projects by title", () => {
  test("every title finds itself, in capitals and without marks too", () => {
    for (const project of programme.projects) {
      for (const item of [project, ...project.subProjects]) {
        const bare = item.title
          .normalize("NFD")
          .replace(/[\u0300-\u036f]/g, "")
          .replace(/đ/g, "d")
          .replace(/Đ/g, "D");
        expect([item.title, item.title.toUpperCase(), bare].map((title) => codeOf(title))).toEqual([
          item.code,
          item.code,
          item.code,
        ]);
      }
    }
  });

  test.each([
    ["Truyền thông, tuyên truyền, vận động trong vùng đồng bào DTTS&MN", "DA10"],
    [
      "Chăm sóc sức khỏe nhân dân, nâng cao thể trạng, tầm vóc người DTTS; phòng, chống suy dinh dưỡng trẻ em",
      "DA7",
    ],
    ["Đầu tư phát triển nhóm dân tộc rất ít người và nhóm dân tộc còn nhiều khó khăn", "DA9"],
    [
      "Đầu tư CSHT thiết yếu, phục vụ SX, đời sống trong vùng ĐBDTTS&MN và các đơn vị sự nghiệp công lập của lĩnh vực dân tộc",
      "DA4",
    ],
    ["Giải quyết đất ở, nhà ở, nước sinh hoạt", "DA1"],
    ["Bình đẳng giới và những vấn đề cấp thiết đối với phụ nữ, trẻ em", "DA8"],
    ["Ứng dụng CNTT hỗ trợ phát triển kinh tế - xã hội", "DA10.TDA2"],
  ])("%s", (title, code) => {
    expect(codeOf(title)).toBe(code);
  });

  test.each([
    "Xây dựng nhà máy thủy điện",
    "Phát triển du lịch cộng đồng vùng cao",
    "Đầu tư xây dựng đường giao thông nông thôn vùng đồng bào dân tộc thiểu số và miền núi",
    "Hỗ trợ phát triển sản xuất, đa dạng hóa sinh kế, phát triển mô hình giảm nghèo",
    "Phát triển giáo dục nghề nghiệp, việc làm bền vững",
    "",
  ])("no project: %s", (title) => {
    expect(codeOf(title)).toBeNull();
  });

  test("the sub-project is looked for in its project", () => {
    expect(
      codeOf(
        "Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực",
        "Đào tạo nâng cao năng lực cho cộng đồng và cán bộ triển khai Chương trình ở các cấp",
      ),
    ).toBe("DA5.TDA4");
    // A title of another project's sub-project says less than the project's own.
    expect(
      codeOf(
        "Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực",
        programme.projects[8]!.subProjects[1]!.title,
      ),
    ).toBe("DA5");
    // An unheard-of sub-project leaves the project.
    expect(
      codeOf("Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực", "Trồng rừng gỗ lớn"),
    ).toBe("DA5");
  });
});

describe("contents by title", () => {
  test.each([
    ["DA1", "Hỗ trợ đất ở: Căn cứ quỹ đất, hạn mức đất ở và khả năng ngân sách", "Đất ở"],
    ["DA1", "Hỗ trợ nhà ở", "Nhà ở"],
    [
      "DA1",
      "Hỗ trợ đất sản xuất, chuyển đổi nghề: Hộ dân tộc thiểu số nghèo",
      "Đất sản xuất, chuyển đổi nghề",
    ],
    ["DA1", "Hỗ trợ đất sản xuất", "Đất sản xuất"],
    ["DA1", "HỖ TRỢ CHUYỂN ĐỔI NGHỀ", "Chuyển đổi nghề"],
    ["DA1", "Nước sinh hoạt phân tán", "Nước phân tán"],
    [
      "DA4.TDA1",
      "Đầu tư cứng hóa đường đến trung tâm bản chưa được cứng hóa; đường liên bản",
      "Cứng hóa đường đến trung tâm, đường liên xã, liên xóm",
    ],
    ["DA4", "Duy tu, bảo dưỡng công trình hạ tầng", "Duy tu, bảo dưỡng công trình"],
    ["DA1", "Ở những nơi có điều kiện về đất đai, chính quyền địa phương tạo mặt bằng", null],
    ["DA7", "Hỗ trợ nhà ở", null],
    ["DA99", "Hỗ trợ nhà ở", null],
  ])("%s %s", (project, title, shortName) => {
    expect(shortNameOf(project, title)).toBe(shortName);
  });

  test("every content finds itself in its project", () => {
    for (const project of programme.projects.flatMap((each) => [each, ...each.subProjects])) {
      for (const content of contentsOf(project))
        expect(shortNameOf(project.code, content.title)).toBe(content.shortName);
    }
    expect(allContents(programme).length).toBeGreaterThan(25);
  });
});
