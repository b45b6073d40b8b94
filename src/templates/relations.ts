/** Which records belong to which: the columns by which a band within another holds only that one's records. */
import { nameKey } from "./schema";

/** Pairs of columns that must hold the same text. */
export type Relation = readonly (readonly [column: string, otherColumn: string])[];

const PROJECT_CODE = "Mã dự án";
const ofProject = ["Nội dung", "Ngân sách", "Công trình", "Hoạt động", "Giải ngân", "Hộ", "Kết quả"];
const ofContent = ofProject.slice(1);
const ofHamlet = ["Công trình", "Hoạt động", "Hộ"];

const relations: readonly (readonly [owner: string, owned: string, relation: Relation])[] = [
  ...ofProject.map((owned) => ["Dự án", owned, [["Mã", PROJECT_CODE]]] as const),
  ...ofContent.map(
    (owned) =>
      [
        "Nội dung",
        owned,
        [
          [PROJECT_CODE, PROJECT_CODE],
          ["Tên ngắn", owned === "Hộ" ? "Nội dung hỗ trợ" : "Nội dung"],
        ],
      ] as const,
  ),
  ...ofHamlet.map((owned) => ["Xóm", owned, [["Thôn xóm", "Thôn xóm"]]] as const),
  ["Công trình", "Giải ngân", [["Mã công trình", "Mã công trình"]]],
];

const byPair = new Map<string, Relation>();
for (const [owner, owned, relation] of relations) {
  byPair.set(`${nameKey(owner)}>${nameKey(owned)}`, relation);
  byPair.set(
    `${nameKey(owned)}>${nameKey(owner)}`,
    relation.map(([a, b]) => [b, a] as const),
  );
}

/** How `inner` records belong to an `outer` one (first column of the outer, second of the inner); null where they do not. */
export function relationBetween(outer: string, inner: string): Relation | null {
  return byPair.get(`${nameKey(outer)}>${nameKey(inner)}`) ?? null;
}
