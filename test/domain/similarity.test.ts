/** How alike titles are; a plain table of edits is the other opinion on edit distance. */
import fc from "fast-check";
import { editDistance, nearest, similarity } from "../../src/domain";

const CATALOGUE = [
  "Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt",
  "Quy hoạch, sắp xếp, bố trí, ổn định dân cư ở những nơi cần thiết",
  "Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi",
  "Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi và các đơn vị sự nghiệp công lập của lĩnh vực dân tộc",
  "Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực",
  "Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em",
  "Đầu tư phát triển nhóm dân tộc thiểu số rất ít người và nhóm dân tộc còn nhiều khó khăn",
  "Đầu tư phát triển kinh tế - xã hội các dân tộc còn gặp nhiều khó khăn, dân tộc có khó khăn đặc thù",
];

describe("similarity", () => {
  test.each([
    ["Phòng Kinh tế", "phòng  kinh tế"],
    ["Phòng Văn hóa - Xã hội", "Phòng Văn hoá, Xã hội"],
    ["Phòng Văn hóa".normalize("NFD"), "Phòng Văn hóa"],
    ["", ""],
  ])("%p and %p are equal", (a, b) => {
    expect(similarity(a, b)).toBe(1);
  });

  test.each([
    ["Đầu tư phát triển nhóm dân tộc rất ít người và nhóm dân tộc còn nhiều khó khăn", CATALOGUE[6]!],
    ["GIẢI QUYẾT TÌNH TRẠNG THIẾU ĐẤT Ở NHÀ Ở ĐẤT SẢN XUẤT VÀ NƯỚC SINH HOẠT", CATALOGUE[0]!],
    ["Giai quyet tinh trang thieu dat o, nha o, dat san xuat, nuoc sinh hoat", CATALOGUE[0]!],
    ["Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản suất, nước sinh họat", CATALOGUE[0]!],
    [
      "Chăm sóc sức khoẻ nhân dân, nâng cao thể trạng tầm vóc người DTTS phòng chống suy dinh dưỡng trẻ em",
      CATALOGUE[5]!,
    ],
    ["Phòng Văn hóa - Xã hội xã", "Phòng Văn hóa - Xã hội"],
    ["Phòng Kinh tế xã", "Phòng Kinh tế"],
    ["Lang Muoi", "Làng Mười"],
    ["Xóm Đồng Rá", "Xóm Đồng Rã"],
    ["hộ ngheo", "Hộ nghèo"],
  ])("%p is near %p", (a, b) => {
    expect(similarity(a, b)).toBeGreaterThan(0.85);
    expect(similarity(a, b)).toBeLessThan(1);
  });

  test.each([
    ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"],
    ["Xóm 1", "Xóm 2"],
    ["Dự án 1", "Dự án 10"],
    ["Đất ở", "Nhà ở"],
    ["Nước phân tán", "Nước tập trung"],
    ["Nam", "Nữ"],
    ["Tày", ""],
  ])("%p is far from %p", (a, b) => {
    expect(similarity(a, b)).toBeLessThan(0.6);
  });

  test("titles of different projects keep apart", () => {
    for (const a of CATALOGUE) {
      for (const b of CATALOGUE) if (a !== b) expect(similarity(a, b)).toBeLessThan(0.82);
    }
  });

  test("is symmetric, within 0 and 1, and 1 for a text and itself", () => {
    const words = fc.array(fc.constantFrom("đất", "ở", "nhà", "dat", "1", "2", "hỗ", "trợ", "ho"), {
      maxLength: 8,
    });
    const texts = words.map((parts) => parts.join(" "));
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const score = similarity(a, b);
        expect(score).toBeCloseTo(similarity(b, a), 10);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });
});

test("a slip within a word counts little, another word much; the order of words counts", () => {
  expect(similarity("Xuấtt", "Xuất")).toBeGreaterThan(0.75);
  expect(similarity("Xuấtt", "Xuất")).toBeLessThan(0.9);
  expect(similarity("Xóm Tân", "Xóm Đồng")).toBeLessThan(0.6);
  const turned = similarity("Hỗ trợ đất ở, nhà ở", "Hỗ trợ nhà ở, đất ở");
  expect(turned).toBeGreaterThan(0.6);
  expect(turned).toBeLessThan(0.95);
  expect(similarity("10a", "10b")).toBe(0);
  expect(similarity("1a", "la")).toBe(0);
});

describe("nearest", () => {
  const statuses = ["Hộ nghèo", "Hộ cận nghèo", "Khác"];

  test.each([
    ["hộ ngheo", "Hộ nghèo"],
    ["Hộ cân nghèo", "Hộ cận nghèo"],
    ["khac", "Khác"],
  ])("%p is %p", (text, candidate) => {
    expect(nearest(text, statuses, 0.8)).toMatchObject({ candidate, index: statuses.indexOf(candidate) });
  });

  test("gives none below the threshold or without candidates", () => {
    expect(nearest("Hộ giàu", statuses, 0.8)).toBeNull();
    expect(nearest("Hộ nghèo", [], 0)).toBeNull();
  });

  test("says how close the second best is", () => {
    const twins = nearest("Tân Tien", ["Tân Tiến", "Tân Tiền", "Ba Nhất"], 0.5)!;
    expect(twins.candidate).toBe("Tân Tiến");
    expect(twins.runnerUp).toBe(twins.score);
    expect(nearest("Tân Tiến", ["Tân Tiến"], 0.5)).toMatchObject({ score: 1, runnerUp: 0 });
    expect(nearest("Nam", ["Nữ", "Nam"], 0.5)).toMatchObject({ score: 1, runnerUp: 0 });
  });

  test("finds each title of the catalogue from a worn copy", () => {
    for (const title of CATALOGUE) {
      const worn = title.toUpperCase().normalize("NFD").replace(/,/g, "").replace(" VÀ ", " ");
      expect(nearest(worn, CATALOGUE, 0.85)?.candidate).toBe(title);
    }
  });
});

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["an", "an", 0],
    ["an", "", 2],
    ["an", "anh", 1],
    ["an", "na", 1],
    ["hmong", "mong", 1],
    ["nguyen van an", "nguyen van ba", 2],
    ["kitten", "sitting", 3],
  ])("%p and %p are %p apart", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  test("agrees with the plain table, and stops at its limit", () => {
    const texts = fc.string({ unit: fc.constantFrom(..."abn "), maxLength: 9 });
    fc.assert(
      fc.property(texts, texts, fc.nat(5), (a, b, limit) => {
        const full = plainTable(a, b);
        expect(editDistance(a, b)).toBe(full);
        expect(editDistance(a, b, limit)).toBe(Math.min(full, limit + 1));
      }),
      { numRuns: 2000 },
    );
  });
});

function plainTable(a: string, b: string): number {
  const cost: number[][] = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const options = [cost[i - 1]![j]! + 1, cost[i]![j - 1]! + 1];
      options.push(cost[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        options.push(cost[i - 2]![j - 2]! + 1);
      cost[i]![j] = Math.min(...options);
    }
  }
  return cost[a.length]![b.length]!;
}
