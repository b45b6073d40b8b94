import fc from "fast-check";
import { ETHNIC_GROUPS } from "../../src/domain";
import { runRules } from "../../src/rules";
import { check, places, tablesOf } from "./workbook";

const inVillage = (text: string) =>
  check({ tblXom: [{ "Thôn xóm": text }] }).map((one) => [
    one.code,
    one.params["proposal"] ?? one.fix?.value,
  ]);

describe("old fonts", () => {
  test.each([
    ["NguyÔn V¨n A", "Nguyễn Văn A"],
    ["TrÇn ThÞ Mai", "Trần Thị Mai"],
    ["Hé nghÌo", "Hộ nghèo"],
    ["Hµ Néi", "Hà Nội"],
    ["§oµn KÕt", "Đoàn Kết"],
    ["Nguyeãn Vaên A", "Nguyễn Văn A"],
    ["Traàn Thò Mai", "Trần Thị Mai"],
    ["Ñoaøn Keát", "Đoàn Kết"],
    ["Xoùm Laøng Möôøi", "Xóm Làng Mười"],
  ])("%s may be %s", (text, proposal) => {
    expect(inVillage(text)).toEqual([["text/legacy-encoding", proposal]]);
  });

  test.each([
    "Hoà Bình",
    "Hòa Bình",
    "Khuổi Hoa (5 m²)",
    "30 °C",
    "½ ha",
    "Ø60 × 3",
    "H’Mông",
    "Krông Pắk",
    "Ea Súp",
    "Y Blô Êban",
    "Müller",
    "Café “Lá”",
    "Quý, quà, quê, quả",
    "Chuyển đổi nghề – 2025",
    "thuở",
    "Đăk Nuê",
    "ngoằn ngoèo",
    "khuỷu",
    "Áo dài, ÂM LỊCH",
    "ĐẶC BIỆT KHÓ KHĂN",
    "iPhone Êm",
  ])("%s is no old font's text", (text) => {
    expect(inVillage(text)).toEqual([]);
  });

  test("no name of an ethnic group is taken for one", () => {
    const names = ETHNIC_GROUPS.flatMap((group) => [group.name, ...group.aliases]);
    expect(
      check({ tblXom: names.map((name) => ({ "Thôn xóm": name })) }, { rules: ["text/legacy-encoding"] }),
    ).toEqual([]);
  });

  test("are seen by the cell's font too, where its text is not plain", () => {
    const rows = { tblXom: [{ "Thôn xóm": "Hé" }, { "Thôn xóm": "Ban" }] };
    const run = (name: string) =>
      runRules(tablesOf({ rows }, { font: { table: "tblXom", header: "Thôn xóm", name } })).map((one) => [
        one.code,
        one.params["proposal"],
      ]);
    expect(run(".VnTime")).toEqual([["text/legacy-encoding", "Hộ"]]);
    expect(run("VNI-Times")).toEqual([["text/legacy-encoding", "Hé"]]);
    expect(run("Times New Roman")).toEqual([]);
  });
});

describe("spaces and marks", () => {
  test.each([
    [" Làng Mười", "Làng Mười"],
    ["Làng Mười ", "Làng Mười"],
    ["Làng  Mười", "Làng Mười"],
    ["Làng\u00a0Mười", "Làng Mười"],
    ["Làng\tMười", "Làng Mười"],
    ["Làng Mười\u200b", "Làng Mười"],
  ])("%j", (text, fix) => {
    expect(inVillage(text)).toEqual([["text/stray-space", fix]]);
  });

  test("a line break within a cell is no stray space", () => {
    expect(inVillage("Làng Mười\n(xã cũ Bình Long)")).toEqual([]);
  });

  test("both faults of a cell are mended by either fix", () => {
    expect(inVillage(" Làng Mười".normalize("NFD"))).toEqual([
      ["text/not-nfc", "Làng Mười"],
      ["text/stray-space", "Làng Mười"],
    ]);
  });

  test("every text that is not composed, or has stray spaces, is found, whatever else it holds", () => {
    const words = fc.stringMatching(/^[a-zàáảãạâầấăđêộơưý ,.()–-]{1,20}$/);
    fc.assert(
      fc.property(words, fc.boolean(), (text, decomposed) => {
        const cell = decomposed ? text.normalize("NFD") : text;
        const found = check(
          { tblXom: [{ "Thôn xóm": `x${cell}x` }] },
          { rules: ["text/not-nfc", "text/stray-space"] },
        );
        const expected = [
          ...(cell !== cell.normalize("NFC") ? ["text/not-nfc"] : []),
          ...(/ {2}/.test(cell) ? ["text/stray-space"] : []),
        ];
        expect(found.map((one) => one.code)).toEqual(expected);
      }),
    );
  });
});

test("only columns in which people type are looked at", () => {
  const found = check(
    { tblDuAn: [{ Mã: "DA1", "Tên dự án": "Nhà ở", "Kiểm tra": " cũ ", "Mã dòng": "a  b" }] },
    { rules: ["text/stray-space"] },
  );
  expect(places(found)).toEqual([]);
});

test.each(["X ", " X", " ", "X\u00a0", "\u00a0", ".", " .", "A  B ", "\u200b", "'", "x\n"])(
  "a name typed as %j stops no check",
  (text) => {
    const rows = [{ "Họ và tên chủ hộ": text, "Mã dự án": "DA1" }];
    expect(() => runRules(tablesOf({ rows: { tblHo: rows, tblXom: [{ "Thôn xóm": text }] } }))).not.toThrow();
  },
);
