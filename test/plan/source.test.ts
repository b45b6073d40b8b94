/** What is no plan is refused with its reason; nothing is thrown for what a person may choose as a file. */
import { programme } from "./documents";
import { readPlan } from "../../src/plan";

const encoder = new TextEncoder();

function reasonOf(bytes: Uint8Array): string {
  const reading = readPlan({ kind: "file", bytes }, programme);
  return reading.ok ? "ok" : reading.reason;
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

test.each([
  ["nothing", new Uint8Array(0), "empty"],
  ["spaces and line ends", encoder.encode(" \r\n\t\n"), "empty"],
  ["a picture", Uint8Array.from({ length: 300 }, (_, index) => (index * 73) % 256), "binary"],
  ["a PDF", latin("%PDF-1.7 ..."), "pdf"],
  ["an old .doc", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "old-word"],
  [
    "text in TCVN3",
    latin("KÕ ho¹ch thùc hiÖn Ch\xad¬ng tr×nh môc tiªu quèc gia n¨m 2025"),
    "legacy-encoding",
  ],
  ["a letter", encoder.encode("Kính gửi các đồng chí, mời dự họp lúc 8 giờ ngày 5/8/2025."), "not-a-plan"],
  ["a long text", encoder.encode("Kế hoạch năm 2025. ".repeat(300_000)), "too-large"],
])("%s", (_, bytes, reason) => {
  expect(reasonOf(bytes)).toBe(reason);
});

test("TCVN3 that an editor has saved as Unicode", () => {
  const text = "Dù ¸n 1: Gi¶i quyÕt t×nh tr¹ng thiÕu ®Êt ë, nhµ ë, ®Êt s¶n xuÊt, n­íc sinh ho¹t";
  expect(readPlan({ kind: "text", text }, programme)).toMatchObject({ ok: false, reason: "legacy-encoding" });
});

test("pasted text that is too long or binary is refused too", () => {
  expect(readPlan({ kind: "text", text: "a".repeat(6 * 1024 * 1024) }, programme)).toMatchObject({
    ok: false,
    reason: "too-large",
  });
  expect(readPlan({ kind: "text", text: "Dự án 1: \u0000\u0001" }, programme)).toMatchObject({
    ok: false,
    reason: "binary",
  });
});
