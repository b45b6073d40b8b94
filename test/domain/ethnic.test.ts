/** The 54 ethnic groups by name. */
import { ETHNIC_GROUPS, ETHNIC_GROUPS_EVIDENCE, findEthnicGroup, fold, isNfc } from "../../src/domain";

describe("the list", () => {
  test("has 54 groups, and no spelling means two of them", () => {
    expect(ETHNIC_GROUPS).toHaveLength(54);
    const owners = new Map<string, string>();
    for (const { name, aliases } of ETHNIC_GROUPS) {
      for (const spelling of [name, ...aliases]) {
        expect(isNfc(spelling)).toBe(true);
        expect(spelling).toMatch(/^\p{L}[\p{L} '.()-]+$/u);
        expect(findEthnicGroup(spelling)).toEqual({ name, exact: true });
        const key = spelling.toLowerCase();
        expect(owners.get(key)).toBeUndefined();
        owners.set(key, name);
      }
    }
  });

  test("the names themselves differ even without marks", () => {
    expect(new Set(ETHNIC_GROUPS.map(({ name }) => fold(name))).size).toBe(54);
  });

  test("says where it comes from; nothing in it is called verified", () => {
    expect(ETHNIC_GROUPS_EVIDENCE.map((item) => item.confidence)).not.toContain("verified");
    for (const item of ETHNIC_GROUPS_EVIDENCE) {
      expect(item.source === null ? item.confidence : "unverified").toBe("unverified");
    }
  });
});

describe("findEthnicGroup", () => {
  /** The spellings of the list of 1979 (121-TCTK/PPCĐ), in its order. */
  const LIST_1979 =
    "Kinh;Tày;Thái;Hoa;Khơ-me;Mường;Nùng;Hmông;Dao;Gia-rai;Ngái;Ê-đê;Ba-na;Xơ-đăng;Sán Chay;Cơ-ho;Chăm;Sán Dìu;Hrê;Mnông;Ra-glai;Xtiêng;Bru - Vân Kiều;Thổ;Giáy;Cơ-tu;Gié - Triêng;Mạ;Khơ-mú;Co;Ta-ôi;Chơ-ro;Kháng;Xinh-mun;Hà Nhì;Chu-ru;Lào;La Chí;La Ha;Phù Lá;La Hủ;Lự;Lô Lô;Chứt;Mảng;Pà Thẻn;Cơ Lao;Cống;Bố Y;Si La;Pu Péo;Brâu;Ơ-đu;Rơ-măm";
  /** The spellings of Decision 1227/QĐ-TTg. */
  const LIST_1227 =
    "La Hủ;Phù Lá;La Chí;Kháng;Hà Nhì;Xinh Mun;Co;Tà Ôi;Cơ Tu;Khơ Mú;Bru Vân Kiều;Mnông;Raglay;Xơ Đăng;Mông;Xtiêng;Gia Rai;Dao;Nùng;Tày;Sán Chay;Lào;Giáy;Giẻ Triêng;Mường;Ba Na;Hrê;Chăm;Ê Đê;Cơ Ho;Khmer;Mạ;Ơ Đu;Brâu;Rơ Măm;Pu Péo;Si La;Cống;Bố Y;Cơ Lao;Mảng;Lô Lô;Chứt;Lự;Pà Thẻn;La Ha";

  test("knows every name of the official lists, each as a group of its own", () => {
    for (const list of [LIST_1979.split(";"), LIST_1227.split(";")]) {
      const found = list.map((name) => findEthnicGroup(name));
      expect(found.every((group) => group?.exact)).toBe(true);
      expect(new Set(found.map((group) => group!.name)).size).toBe(list.length);
    }
  });

  test.each([
    ["Mông", "Mông"],
    ["Hmông", "Mông"],
    ["H'Mông", "Mông"],
    ["H’mông", "Mông"],
    ["H' Mông", "Mông"],
    ["MÔNG", "Mông"],
    ["Mèo", "Mông"],
    ["Mông".normalize("NFD"), "Mông"],
    ["Khmer", "Khmer"],
    ["Khơ Me", "Khmer"],
    ["Cơ-tu", "Cơ Tu"],
    ["Ka Tu", "Cơ Tu"],
    ["Ede", "Ê Đê"],
    ["Ê-đê", "Ê Đê"],
    ["Jarai", "Gia Rai"],
    ["Bahnar", "Ba Na"],
    ["Bana", "Ba Na"],
    ["Gié-Triêng", "Giẻ Triêng"],
    ["Cao Lan", "Sán Chay"],
    ["Sán Chí", "Sán Chay"],
    ["Sán chỉ", "Sán Chay"],
    ["Cao Lan-Sán Chỉ", "Sán Chay"],
    ["Raglai", "Ra Glay"],
    ["Vân Kiều", "Bru Vân Kiều"],
    ["  tày ", "Tày"],
    ["Dao Đỏ", "Dao"],
    ["Pa Kô", "Tà Ôi"],
  ])("%p is %s", (text, name) => {
    expect(findEthnicGroup(text)).toEqual({ name, exact: true });
  });

  test.each([
    ["Tay", "Tày"],
    ["hmong", "Mông"],
    ["Muong", "Mường"],
    ["San Diu", "Sán Dìu"],
    ["Dân tộc Tày", "Tày"],
    ["DT Nùng", "Nùng"],
    ["DT. Nung", "Nùng"],
    ["người Dao", "Dao"],
    ["Mườngg", "Mường"],
    ["Sán Díu", "Sán Dìu"],
    ["Sán Du", "Sán Dìu"],
    ["Mường1", "Mường"],
    ["Sán Dừi", "Sán Dìu"],
    ["Thỏ", "Thổ"],
  ])("%p is nearly %s", (text, name) => {
    expect(findEthnicGroup(text)).toEqual({ name, exact: false });
  });

  test.each(["", "-", "Khác", "Pháp", "Tàyy", "Mưng", "Nước ngoài", "x", "Dân tộc", "Nguyễn Văn An", "123"])(
    "%p is no group",
    (text) => {
      expect(findEthnicGroup(text)).toBeNull();
    },
  );
});
