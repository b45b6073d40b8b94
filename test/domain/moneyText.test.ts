/** Amounts inside running text. */
import fc from "fast-check";
import { findAmounts, formatMoney, parseAmountInWords, parseMoneyText } from "../../src/domain";

describe("parseMoneyText: an amount with its unit", () => {
  test.each([
    ["9.504,2 triệu đồng", 9_504_200_000, "triệu đồng"],
    ["720 triệu đồng", 720_000_000, "triệu đồng"],
    ["1.250.000.000 đồng", 1_250_000_000, "đồng"],
    ["12,0632 tỷ đồng", 12_063_200_000, "tỷ đồng"],
    ["57,3 trđ", 57_300_000, "trđ"],
    ["57.3 trđ", 57_300_000, "trđ"],
    ["500 nghìn đồng", 500_000, "nghìn đồng"],
    ["500 ngàn đồng", 500_000, "ngàn đồng"],
    ["500.000đ", 500_000, "đ"],
    ["500.000 ₫", 500_000, "₫"],
    ["500.000 VNĐ", 500_000, "VNĐ"],
    ["720 tr.đ", 720_000_000, "tr.đ"],
    ["720 tr", 720_000_000, "tr"],
    ["720tr", 720_000_000, "tr"],
    ["720 triệu", 720_000_000, "triệu"],
    ["720 TRIỆU ĐỒNG", 720_000_000, "TRIỆU ĐỒNG"],
    ["3,5 tỉ", 3_500_000_000, "tỉ"],
    ["0 đồng", 0, "đồng"],
    ["1 250 000 đồng", 1_250_000, "đồng"],
    ["1\u00a0250\u00a0000 đồng", 1_250_000, "đồng"],
    ["720 triệu đồng".normalize("NFD"), 720_000_000, "triệu đồng"],
    ["720 trieu dong", 720_000_000, "trieu dong"],
    ["1.3. Vốn phân bổ: 720 triệu đồng. Trong đó:", 720_000_000, "triệu đồng"],
    ["- Ngân sách trung ương: 626 triệu đồng.", 626_000_000, "triệu đồng"],
    ["Năm 2025 là 720 triệu đồng, NSTW 626 triệu đồng", 720_000_000, "triệu đồng"],
    ["Theo Quyết định 1719/QĐ-TTg: 94 triệu đồng", 94_000_000, "triệu đồng"],
    ["tối đa 40 triệu đồng/hộ", 40_000_000, "triệu đồng"],
    ["720 triệu đồng (Bảy trăm hai mươi triệu đồng)", 720_000_000, "triệu đồng"],
    ["720 triệu đồng dân đóng góp", 720_000_000, "triệu đồng"],
    ["1 tỷ 250 triệu đồng", 1_250_000_000, "triệu đồng"],
    ["9 tỷ 504 triệu 200 nghìn đồng", 9_504_200_000, "nghìn đồng"],
    ["12 tỷ 63,2 triệu đồng", 12_063_200_000, "triệu đồng"],
    ["10 triệu 15 triệu đồng", 10_000_000, "triệu"],
    ["2 triệu rưỡi", 2_500_000, "triệu"],
    ["1 tỷ rưỡi đồng", 1_500_000_000, "tỷ"],
    ["-94 triệu đồng", -94_000_000, "triệu đồng"],
    ["Chênh lệch: −94 triệu đồng", -94_000_000, "triệu đồng"],
    ["- 94 triệu đồng", 94_000_000, "triệu đồng"],
  ])("%p", (text, dong, unitText) => {
    expect(parseMoneyText(text)).toEqual({ kind: "amount", dong, exact: true, unitText });
  });

  test("a part of a đồng is rounded and said so", () => {
    expect(parseMoneyText("0,0000015 triệu đồng")).toMatchObject({ kind: "amount", dong: 2, exact: false });
    expect(parseMoneyText("1,5 đồng")).toMatchObject({ kind: "amount", dong: 2, exact: false });
  });

  test("reads back every amount that is written out in any unit", () => {
    const units = ["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"] as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e14 }), fc.constantFrom(...units), (dong, unit) => {
        const text = formatMoney(dong, unit, { withUnit: true });
        const reading = parseMoneyText(`Vốn phân bổ: ${text}. Trong đó:`);
        if (/^[1-9]\d{0,2},\d{3} /.test(text)) {
          expect(reading).toMatchObject({ kind: "ambiguous", candidates: expect.arrayContaining([dong]) });
        } else {
          expect(reading).toEqual({ kind: "amount", dong, exact: true, unitText: unit });
        }
      }),
    );
  });
});

describe("parseMoneyText: everything else", () => {
  test.each([
    ["1,250 triệu đồng", [1_250_000, 1_250_000_000]],
    ["10 - 15 triệu đồng", [10_000_000, 15_000_000]],
    ["từ 10 đến 15 triệu đồng", [10_000_000, 15_000_000]],
    ["9 tỷ, 504 triệu đồng", [9_000_000_000, 9_504_000_000]],
    ["5 tỷ và 500 triệu đồng", [5_000_000_000, 5_500_000_000]],
  ])("%p is ambiguous", (text, candidates) => {
    expect(parseMoneyText(text)).toEqual({ kind: "ambiguous", candidates });
  });

  test.each([
    ["bảy trăm hai mươi triệu đồng", "bảy trăm hai mươi triệu đồng", 720_000_000],
    ["Vốn phân bổ: bảy trăm hai mươi triệu đồng.", "bảy trăm hai mươi triệu đồng", 720_000_000],
    ["720.000.000 (Bảy trăm hai mươi triệu đồng chẵn)", "Bảy trăm hai mươi triệu đồng", 720_000_000],
    ["Vốn phân bổ: sáu mươi sáu triệu đồng".normalize("NFD"), "sáu mươi sáu triệu đồng", 66_000_000],
    ["Bảy trăm hai mươi triệu", "Bảy trăm hai mươi triệu", 720_000_000],
  ])("%p stands in words", (text, words, dong) => {
    expect(parseMoneyText(text)).toEqual({ kind: "words", text: words });
    expect(parseAmountInWords(words)).toBe(dong);
  });

  test.each([
    ["720", 720],
    ["9.504,2", 9504.2],
    ["Vốn phân bổ: 720.", 720],
    ["Vốn phân bổ: 9.504,2. Trong đó:", 9504.2],
    ["Vốn phân bổ: 720 (nếu có)", 720],
    ["Ngân sách địa phương: -94", -94],
    ["VNĐ 500.000", 500_000],
  ])("%p has no unit", (text, value) => {
    expect(parseMoneyText(text)).toEqual({ kind: "noUnit", value });
  });

  test("a number without a unit counts in the unit of the place it stands in", () => {
    expect(parseMoneyText("9.504,2", "triệu đồng")).toEqual({
      kind: "amount",
      dong: 9_504_200_000,
      exact: true,
      unitText: "",
    });
    expect(parseMoneyText("500 nghìn đồng", "triệu đồng")).toMatchObject({ kind: "amount", dong: 500_000 });
    expect(parseMoneyText("1,250", "triệu đồng")).toEqual({
      kind: "ambiguous",
      candidates: [1_250_000, 1_250_000_000],
    });
    expect(parseMoneyText("năm 2025", "triệu đồng")).toEqual({ kind: "none" });
  });

  test.each([
    "",
    "Không có",
    "Vốn huy động hợp pháp khác (nếu có).",
    "năm 2025",
    "ngày 18/6/2025",
    "Nội dung số 01",
    "Tiểu dự án 1",
    "120 hộ",
    "2 nghìn hộ",
    "5 triệu người",
    "5 triệu đồng bào",
    "Trong năm triệu tập đồng bào",
    "hợp đồng",
    "tỷ lệ 15%",
    "500k",
    "1.25.000 đồng",
    "99999999999999999 đồng",
    "99999999999 tỷ đồng",
    "số 1719/QĐ-TTg",
  ])("%p is no amount", (text) => {
    expect(parseMoneyText(text)).toEqual({ kind: "none" });
  });

  test("never throws", () => {
    const words = [
      "1",
      "250",
      "1,250",
      "9.504,2",
      " ",
      "triệu",
      "đồng",
      "tỷ",
      "rưỡi",
      "-",
      "(",
      ")",
      ",",
      "và",
    ];
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string()), (text) => {
        const reading = parseMoneyText(text, "triệu đồng");
        if (reading.kind === "amount") expect(Number.isSafeInteger(reading.dong)).toBe(true);
        for (const found of findAmounts(text)) expect(found.end).toBeGreaterThan(found.start);
      }),
      { numRuns: 1000 },
    );
  });
});

test("findAmounts gives every amount and its place", () => {
  const text = "Tổng vốn 720 triệu đồng, trong đó NSTW 626 triệu đồng và NSĐP 94.000.000đ.";
  const found = findAmounts(text);
  expect(found.map((one) => text.slice(one.start, one.end))).toEqual([
    "720 triệu đồng",
    "626 triệu đồng",
    "94.000.000đ",
  ]);
  expect(found.map((one) => one.reading)).toMatchObject([
    { dong: 720_000_000 },
    { dong: 626_000_000 },
    { dong: 94_000_000 },
  ]);
  expect(findAmounts("Chênh lệch: -94 triệu đồng.")).toMatchObject([{ start: 12, end: 26 }]);
  expect(findAmounts("không có")).toEqual([]);
});
