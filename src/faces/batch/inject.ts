/** `inject FILE -o OUT.xlsx [--into BOOK.xlsx]`: a plan document becomes a workbook, or goes into one. */
import { XlsxBook } from "../../hosts/xlsx";
import { inject, prepareInjection, type InjectResult } from "../../tasks";
import { batchWords, wordRefusal } from "../../wording";
import type { Command, ExitStatus, Voice } from "./command";
import { CommandFailure } from "./failure";
import { checkOutput, writeOutput } from "./files";
import { checkMacroName, now } from "./moment";
import { planFindings, sayFindings } from "./plan";
import { defaultProgramme, openBook, openPlan, readUnit } from "./workbook";

const words = batchWords.vi;

export async function injectVerb(command: Command, voice: Voice): Promise<ExitStatus> {
  const [file] = command.files;
  if (file === undefined) throw new CommandFailure(words.missingFile("inject"));
  if (command.output === undefined) throw new CommandFailure(words.missingOutput("inject"));
  const unit = readUnit(command.unit);
  const detailUnit = readUnit(command.detailUnit);
  checkOutput(command.output, {
    force: command.force,
    inputs: [file, ...(command.into ? [command.into] : [])],
  });

  const reading = openPlan(file);
  const book = command.into === undefined ? XlsxBook.create() : openBook(command.into);
  checkMacroName(book, command.output);
  const prepared = await prepareInjection(book, reading.plan, defaultProgramme(), {
    ...(unit ? { unit } : {}),
    ...(detailUnit ? { detailUnit } : {}),
    madeAt: now().text,
  });
  const result = await inject(book, prepared, { at: now().iso });
  writeOutput(command.output, acceptedBytes(book, result));
  sayResult(result, command.output, voice);
  const findings = planFindings(reading);
  sayFindings(findings, voice);
  return findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

/** The workbook's bytes, or the plain line that says why nothing was written. */
function acceptedBytes(book: XlsxBook, result: InjectResult): Uint8Array {
  if (result.kind === "foreignSheets") {
    throw new CommandFailure(words.foreignSheets(result.sheets.map((sheet) => `“${sheet}”`).join(", ")));
  }
  if (result.kind === "refused") throw new CommandFailure(wordRefusal(result.refusal, "vi"));
  return book.bytes();
}

function sayResult(result: InjectResult, output: string, voice: Voice): void {
  if (result.kind === "nothingToDo") voice.say(words.nothingToInject(output));
  if (result.kind === "done") voice.say(words.injected(output, result.entry.summary));
  if (result.kind !== "done" && result.kind !== "nothingToDo") return;
  if (result.differences.length === 0) return;
  voice.say(words.differences(result.differences.length));
  for (const one of result.differences) {
    voice.say(words.difference(one.table, one.row, one.header, shown(one.inWorkbook), shown(one.inPlan)));
  }
}

function shown(value: unknown): string {
  return value === null ? "(trống)" : typeof value === "object" ? JSON.stringify(value) : String(value);
}
