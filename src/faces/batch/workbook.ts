/** Workbooks and plans from files, with a person's mistakes as plain lines. */
import { UnsupportedFile, XlsxBook } from "../../hosts/xlsx";
import type { MoneyUnit } from "../../domain";
import { readPlan, type PlanReading } from "../../plan";
import { programmes, type Programme } from "../../programme";
import { batchWords, unsupportedFile, wordPlanUnreadable } from "../../wording";
import { CommandFailure } from "./failure";
import { readInput } from "./files";

/** A plan of a hundred pages with pictures has a few megabytes. */
const LARGEST_PLAN = 20 * 1024 * 1024;

export function openBook(file: string): XlsxBook {
  const bytes = readInput(file);
  try {
    return XlsxBook.open(bytes);
  } catch (error) {
    if (error instanceof UnsupportedFile) {
      throw new CommandFailure(`${file}: ${unsupportedFile(error.what, error.detail, "vi")}`);
    }
    throw error;
  }
}

export function openPlan(file: string, programme: Programme = defaultProgramme()): PlanReading {
  const reading = readPlan({ kind: "file", bytes: readInput(file, LARGEST_PLAN) }, programme);
  if (!reading.ok) throw new CommandFailure(`${file}: ${wordPlanUnreadable(reading, "vi")}`);
  return reading;
}

export function defaultProgramme(): Programme {
  return programmes.all[0]!;
}

export function readUnit(value: string | undefined): MoneyUnit | undefined {
  if (value === undefined) return undefined;
  const unit = (["đồng", "nghìn đồng", "triệu đồng"] as const).find(
    (one) => one === value.normalize("NFC").trim().toLowerCase(),
  );
  if (!unit) throw new CommandFailure(batchWords.vi.badUnit(value));
  return unit;
}
