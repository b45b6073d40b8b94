/** Text of cells: one spelling, what is stray, placeholders, the order of names. */
import fc from "fast-check";
import {
  compareByGivenName,
  compareVietnamese,
  fold,
  foldKeepingMarks,
  hasStraySpaces,
  isNfc,
  isPlaceholder,
  normalise,
  withoutStraySpaces,
} from "../../src/domain";

describe("normalise", () => {
  test.each([
    ["Nguyễn Văn An", "Nguyễn Văn An"],
    ["Nguyễn Văn An".normalize("NFD"), "Nguyễn Văn An"],
    ["  Nguyễn \u00a0 Văn\tAn\n", "Nguyễn Văn An"],
    ["Thôn\u2003Làng\u202fMười", "Thôn Làng Mười"],
    ["Làng\u200bMười\ufeff", "LàngMười"],
    ["dòng một\r\ndòng hai", "dòng một dòng hai"],
    ["plain ascii", "plain ascii"],
    ["plain  ascii ", "plain ascii"],
    ["", ""],
    ["\u200b", ""],
  ])("%p is %p", (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test("is NFC, has no stray spaces and does not change twice", () => {
    const piece = fc.constantFrom(
      "Nguyễn",
      "Nguyễn".normalize("NFD"),
      " ",
      "\u00a0",
      "\u200b",
      "\n",
      "a",
      "Đ",
      "ệ",
    );
    const texts = fc.oneof(
      fc.array(piece).map((parts) => parts.join("")),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalise(text);
        expect(isNfc(once)).toBe(true);
        expect(hasStraySpaces(once)).toBe(false);
        expect(normalise(once)).toBe(once);
      }),
    );
  });
});

describe("fold", () => {
  test.each([
    ["ĐẶC BIỆT KHÓ KHĂN", "dac biet kho khan"],
    ["Đặc biệt khó khăn".normalize("NFD"), "dac biet kho khan"],
    ["Ðất sản xuất", "dat san xuat"],
    ["Đơn vị\u00a0chủ trì", "don vi chu tri"],
    ["Ươm Ước Ừ Ữ Ự Ỳ Ỷ", "uom uoc u u u y y"],
    ["H'Mông", "h'mong"],
    ["DA1", "da1"],
  ])("%p is %p", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test("leaves no Vietnamese letter but a–z", () => {
    const letters = "aăâeêioôơuưyđ";
    const marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
    for (const letter of letters + letters.toUpperCase()) {
      for (const mark of marks) expect(fold((letter + mark).normalize("NFC"))).toMatch(/^[a-z]$|^d\W?$/);
    }
  });
});

describe("foldKeepingMarks", () => {
  test.each([
    ["Hoà", "hòa"],
    ["HOÀ BÌNH", "hòa bình"],
    ["Thuỷ", "thủy"],
    ["Thúy", "thúy"],
    ["Hoè", "hòe"],
    ["Hoàn", "hoàn"],
    ["Khoái", "khoái"],
    ["Quý", "quý"],
    ["khoẻ", "khỏe"],
    ["Toạ", "tọa"],
    ["Thuý".normalize("NFD"), "thúy"],
    ["Ðồng", "đồng"],
    ["Hỗ  trợ", "hỗ trợ"],
  ])("%p is %p", (text, expected) => {
    expect(foldKeepingMarks(text)).toBe(expected);
  });

  test("tells apart what differs in marks", () => {
    expect(foldKeepingMarks("An")).not.toBe(foldKeepingMarks("Ân"));
    expect(foldKeepingMarks("Lý")).not.toBe(foldKeepingMarks("Ly"));
  });
});

describe("stray spaces", () => {
  test.each([
    [" An", "An"],
    ["An ", "An"],
    ["Văn  An", "Văn An"],
    ["Văn\u00a0An", "Văn An"],
    ["Văn\u2009An", "Văn An"],
    ["Văn\tAn", "Văn An"],
    ["Văn\u200bAn", "VănAn"],
    ["Văn\u200eAn", "VănAn"],
    ["An\n", "An"],
    ["một\n hai  ba", "một\n hai ba"],
  ])("%p has some; %p has none", (text, tidy) => {
    expect(hasStraySpaces(text)).toBe(true);
    expect(withoutStraySpaces(text)).toBe(tidy);
    expect(hasStraySpaces(tidy)).toBe(false);
  });

  test.each(["", "An", "Văn An", "dòng một\ndòng hai", "dòng một\r\ndòng hai"])("%p has none", (text) => {
    expect(hasStraySpaces(text)).toBe(false);
    expect(withoutStraySpaces(text)).toBe(text);
  });

  test("what is tidied has none left", () => {
    const piece = fc.constantFrom(
      "An",
      " ",
      "\u00a0",
      "\u200b",
      "\u2003",
      "\n",
      "\r\n",
      "\t",
      "\u2028",
      "\u00ad",
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join("")),
        (text) => {
          expect(hasStraySpaces(withoutStraySpaces(text))).toBe(false);
        },
      ),
    );
  });
});

test("isNfc", () => {
  expect(isNfc("Nguyễn")).toBe(true);
  expect(isNfc("Nguyễn".normalize("NFD"))).toBe(false);
  expect(isNfc("plain")).toBe(true);
});

describe("isPlaceholder", () => {
  test.each([
    "chưa có",
    "Chưa có",
    "CHƯA CÓ",
    "chưa có".normalize("NFD"),
    " chưa  có. ",
    "chua co",
    "chưa cấp",
    "đang cập nhật",
    "Đang cập nhật...",
    "không",
    "Không có",
    "khong co",
    "-",
    "--",
    "–",
    "—",
    "...",
    "…",
    "…………………………………………",
    "/",
    "?",
    "*",
    "N/A",
    "xxx",
    "x x x",
    "XXXX",
  ])("%p", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  test.each([
    "",
    " ",
    "x",
    "X",
    "xx",
    "0",
    "Chưa xác định",
    "Chưa chi tiết",
    "Chùa",
    "Chua",
    "Nà",
    "Na",
    "Không Văn Tám",
    "Có",
    "An",
    "01/QĐ",
    "-5",
    "Bàn xxx",
    "xxx Bàn",
  ])("%p is none", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe("the order of lists", () => {
  const sorted = (names: readonly string[], compare: (a: string, b: string) => number) =>
    [...names].reverse().sort(compare);

  test("the Vietnamese alphabet", () => {
    const letters = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split(" ");
    expect(sorted(letters, compareVietnamese)).toEqual(letters);
    const tones = ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"];
    expect(sorted(tones, compareVietnamese)).toEqual(tones);
  });

  test("numbers by their size", () => {
    const villages = ["Xóm 1", "Xóm 2", "Xóm 10"];
    expect(sorted(villages, compareVietnamese)).toEqual(villages);
  });

  test("one text in two Unicode forms is one text", () => {
    expect(compareVietnamese("Đặng", "Đặng".normalize("NFD"))).toBe(0);
  });

  test("persons by given name, then family name, then the rest", () => {
    const persons = [
      "Triệu Văn An",
      "Hoàng Thị Ân",
      "Lý A Bằng",
      "Nguyễn Văn Dũng",
      "Bàn Văn Đức",
      "Nguyễn Thị Hoa",
      "Nguyễn Văn Hoa",
      "Trần Anh Hoa ",
      "Vi",
      "Dương Thị Yến",
    ];
    expect(sorted(persons, compareByGivenName)).toEqual(persons);
  });

  test("is an order: antisymmetric and fit for sorting", () => {
    const name = fc.array(fc.constantFrom("Nguyễn", "Văn", "An", "Ân", "Đức", "", " "), { maxLength: 4 });
    const names = name.map((parts) => parts.join(" "));
    fc.assert(
      fc.property(names, names, names, (a, b, c) => {
        expect(Math.sign(compareByGivenName(a, b))).toBe(-Math.sign(compareByGivenName(b, a)) + 0);
        if (compareByGivenName(a, b) <= 0 && compareByGivenName(b, c) <= 0) {
          expect(compareByGivenName(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
