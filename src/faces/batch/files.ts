/** Files of the batch command: read with a limit, written whole or not at all. */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { batchWords } from "../../wording";
import { CommandFailure } from "./failure";

const words = batchWords.vi;
const MEGABYTE = 1024 * 1024;
/** Beyond this no plan and no commune's workbook is: opening it would only fill the memory. */
const LARGEST_INPUT = 200 * MEGABYTE;

export function readInput(file: string, limit = LARGEST_INPUT): Uint8Array {
  if (!existsSync(file)) throw new CommandFailure(words.fileNotFound(file));
  const state = statSync(file);
  if (state.isDirectory()) throw new CommandFailure(words.fileUnreadable(file, "là thư mục"));
  if (state.size > limit) throw new CommandFailure(words.fileTooLarge(file, Math.round(limit / MEGABYTE)));
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new CommandFailure(words.fileUnreadable(file, systemDetail(error)));
  }
}

/** Checked before any work is done, so that a long run does not end in a refusal. */
export function checkOutput(
  file: string,
  options: { readonly force: boolean; readonly inputs: readonly string[] },
): void {
  if (!/\.xls[xm]$/i.test(file)) throw new CommandFailure(words.outputNotXlsx(file));
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CommandFailure(words.outputFolderMissing(folder));
  if (options.inputs.some((input) => path.resolve(input) === path.resolve(file))) {
    throw new CommandFailure(words.outputIsInput(file));
  }
  if (existsSync(file) && !options.force) throw new CommandFailure(words.outputExists(file));
}

/** Writes beside the target and renames: nobody ever sees half a file. */
export function writeOutput(file: string, bytes: Uint8Array): void {
  const temporary = path.join(path.dirname(path.resolve(file)), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CommandFailure(words.outputFailed(file, systemDetail(error)));
  }
}

function systemDetail(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" ? code : String(error);
}
