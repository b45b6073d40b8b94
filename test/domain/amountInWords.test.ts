/** Amounts in words: what is written, and our own reader of it as the other opinion. */
import fc from "fast-check";
import { amountInWords, parseAmountInWords } from "../../src/domain";

const SPELLED: readonly (readonly [number, string])[] = [
  [0, "Không đồng"],
  [1, "Một đồng"],
  [4, "Bốn đồng"],
  [5, "Năm đồng"],
  [10, "Mười đồng"],
  [11, "Mười một đồng"],
  [14, "Mười bốn đồng"],
  [15, "Mười lăm đồng"],
  [20, "Hai mươi đồng"],
  [21, "Hai mươi mốt đồng"],
  [24, "Hai mươi tư đồng"],
  [25, "Hai mươi lăm đồng"],
  [44, "Bốn mươi tư đồng"],
  [55, "Năm mươi lăm đồng"],
  [91, "Chín mươi mốt đồng"],
  [100, "Một trăm đồng"],
  [101, "Một trăm linh một đồng"],
  [104, "Một trăm linh bốn đồng"],
  [105, "Một trăm linh năm đồng"],
  [110, "Một trăm mười đồng"],
  [111, "Một trăm mười một đồng"],
  [115, "Một trăm mười lăm đồng"],
  [121, "Một trăm hai mươi mốt đồng"],
  [555, "Năm trăm năm mươi lăm đồng"],
  [1000, "Một nghìn đồng"],
  [1005, "Một nghìn không trăm linh năm đồng"],
  [1015, "Một nghìn không trăm mười lăm đồng"],
  [1100, "Một nghìn một trăm đồng"],
  [10_000, "Mười nghìn đồng"],
  [21_021, "Hai mươi mốt nghìn không trăm hai mươi mốt đồng"],
  [100_005, "Một trăm nghìn không trăm linh năm đồng"],
  [1_000_000, "Một triệu đồng"],
  [1_000_001, "Một triệu không trăm linh một đồng"],
  [1_001_000, "Một triệu không trăm linh một nghìn đồng"],
  [8_700_000, "Tám triệu bảy trăm nghìn đồng"],
  [10_500_000, "Mười triệu năm trăm nghìn đồng"],
  [22_500_000, "Hai mươi hai triệu năm trăm nghìn đồng"],
  [720_000_000, "Bảy trăm hai mươi triệu đồng"],
  [1_000_000_000, "Một tỷ đồng"],
  [1_000_000_005, "Một tỷ không trăm linh năm đồng"],
  [1_250_000_000, "Một tỷ hai trăm năm mươi triệu đồng"],
  [9_504_200_000, "Chín tỷ năm trăm linh bốn triệu hai trăm nghìn đồng"],
  [12_063_200_000, "Mười hai tỷ không trăm sáu mươi ba triệu hai trăm nghìn đồng"],
  [1_000_000_000_000, "Một nghìn tỷ đồng"],
  [104_954_011_000_000, "Một trăm linh bốn nghìn chín trăm năm mươi tư tỷ không trăm mười một triệu đồng"],
  [-24, "Âm hai mươi tư đồng"],
  [-94_000_000, "Âm chín mươi tư triệu đồng"],
];

describe("amountInWords", () => {
  test.each(SPELLED)("%p is %p", (dong, words) => {
    expect(amountInWords(dong)).toBe(words);
    expect(parseAmountInWords(words)).toBe(dong);
  });

  test("zero has no sign", () => {
    expect(amountInWords(-0)).toBe("Không đồng");
  });

  test("refuses what is no integer of đồng", () => {
    expect(() => amountInWords(0.5)).toThrow(RangeError);
    expect(() => amountInWords(2 ** 53)).toThrow(RangeError);
  });
});

test("words are read back as the number they were written for", () => {
  const amounts = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: -9_000_000, max: 9_000_000 }).map((thousands) => thousands * 1000),
    fc.integer({ min: -9_000_000, max: 9_000_000 }).map((millions) => millions * 1_000_000),
  );
  fc.assert(
    fc.property(amounts, (dong) => {
      const words = amountInWords(dong);
      expect(words).toBe(words.normalize("NFC"));
      expect(parseAmountInWords(words)).toBe(dong + 0);
      expect(parseAmountInWords(words.normalize("NFD").toUpperCase())).toBe(dong + 0);
    }),
    { numRuns: 1000 },
  );
});

test("every number to 9,999 comes back", () => {
  const wrong: number[] = [];
  for (let dong = 0; dong < 10_000; dong++)
    if (parseAmountInWords(amountInWords(dong)) !== dong) wrong.push(dong);
  expect(wrong).toEqual([]);
});

describe("parseAmountInWords reads other customs", () => {
  test.each([
    ["một trăm lẻ năm đồng", 105],
    ["năm ngàn đồng", 5000],
    ["chín tỉ đồng", 9_000_000_000],
    ["hai mươi bốn", 24],
    ["hai mươi nhăm", 25],
    ["hai mươi một", 21],
    ["bẩy mươi bảy triệu", 77_000_000],
    ["một trăm linh tư", 104],
    ["hai triệu rưỡi", 2_500_000],
    ["một tỷ rưỡi", 1_500_000_000],
    ["một trăm rưỡi", 150],
    ["một nghìn lẻ năm", 1005],
    ["một nghìn năm mươi đồng", 1050],
    ["một tỷ hai triệu đồng", 1_002_000_000],
    ["(Bằng chữ: Bảy trăm hai mươi triệu đồng chẵn./.)", 720_000_000],
    ["Số tiền bằng chữ: Bảy trăm hai mươi triệu đồng.", 720_000_000],
    ["Chín tỷ, năm trăm linh bốn triệu, hai trăm nghìn đồng", 9_504_200_000],
    ["  bảy trăm\u00a0hai mươi   triệu đồng Việt Nam ", 720_000_000],
    ["trừ năm đồng", -5],
  ])("%p is %p", (text, dong) => {
    expect(parseAmountInWords(text)).toBe(dong);
  });

  test.each([
    "",
    "đồng",
    "720 triệu đồng",
    "hợp đồng",
    "năm hai nghìn không trăm hai mươi lăm và",
    "triệu",
    "một một",
    "mười mười",
    "mươi lăm",
    "một mươi lăm",
    "hai mươi không",
    "trăm hai",
    "một trăm năm",
    "một triệu hai",
    "một tỷ hai",
    "hai linh năm",
    "một trăm linh",
    "một nghìn hai mươi ba bốn",
    "một nghìn hai triệu",
    "một triệu hai triệu",
    "linh năm",
    "không trăm linh năm đồng",
    "không tỷ",
    "âm",
    "rưỡi",
    "chín triệu không trăm linh tám nghìn tỷ",
    "bay tram hai muoi trieu dong",
  ])("%p is no amount", (text) => {
    expect(parseAmountInWords(text)).toBeNull();
  });
});
