/** What other programs make of a saved file: LibreOffice where it is installed, else another library. */
import { execFileSync, spawnSync } from "node:child_process";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { CellValue } from "../../src/book";
import { XlsxBook } from "../../src/hosts/xlsx";
import { recalculated, same } from "../reports/recalculation";

export interface Disagreement {
  readonly place: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

const NAMES = ["soffice", "libreoffice"];

/** Every cell in which another program, which has calculated all formulas itself, shows something else than the file. */
export async function disagreements(bytes: Uint8Array): Promise<Disagreement[]> {
  const program = NAMES.find((name) => spawnSync(name, ["--version"]).status === 0);
  if (program) return compared(bytes, openedBy(program, bytes));
  console.warn(
    "LIBREOFFICE IS NOT INSTALLED: another library is asked for its opinion of the saved file instead.",
  );
  return (await recalculated(bytes))
    .filter(({ ours, theirs }) => !same(ours, theirs))
    .map(({ sheet, place, ours, theirs }) => ({ place: `${sheet}!${place}`, ours, theirs }));
}

/** The file as the program has read, calculated and written it. */
function openedBy(program: string, bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-office-"));
  try {
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    writeFileSync(path.join(folder, "so.xlsx"), withoutResults(bytes));
    const to = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", path.join(folder, "out")];
    execFileSync(
      program,
      [`-env:UserInstallation=${profile}`, "--headless", ...to, path.join(folder, "so.xlsx")],
      {
        stdio: "pipe",
        timeout: 120_000,
      },
    );
    return new Uint8Array(readFileSync(path.join(folder, "out/so.xlsx")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Formulas without what they have come to, so that nobody can copy our results. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    parts[name] = strToU8(strFromU8(part).replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}

async function compared(bytes: Uint8Array, theirs: Uint8Array): Promise<Disagreement[]> {
  const [ours, other] = await Promise.all([bytes, theirs].map((one) => XlsxBook.open(one).read()));
  return ours!.sheets.flatMap((sheet) => {
    const shown = other!.sheets.find(({ name }) => name === sheet.name);
    if (!shown) return [{ place: sheet.name, ours: "a sheet", theirs: "none" }];
    return sheet.values.flatMap((row, r) =>
      row.flatMap((value, c) => {
        const found = shown.values[r]?.[c] ?? null;
        return alike(value, found)
          ? []
          : [{ place: `${sheet.name}!R${r + 1}C${c + 1}`, ours: value, theirs: found }];
      }),
    );
  });
}

function alike(a: CellValue, b: CellValue): boolean {
  if (typeof a === "object" && a !== null) return JSON.stringify(a) === JSON.stringify(b);
  return same(a, b);
}
