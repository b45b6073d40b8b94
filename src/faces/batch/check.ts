/** `check BOOK.xlsx [--json] [--mark OUT.xlsx]`: all rules on all tables. */
import { areaAddress, columnLetters, dataArea, findTable, type Snapshot } from "../../book";
import { reportForm } from "../../reports";
import { check, markEdit, prepareReports, type CheckResult } from "../../tasks";
import { batchWords, wordRefusal } from "../../wording";
import type { XlsxBook } from "../../hosts/xlsx";
import type { Command, ExitStatus, Voice } from "./command";
import { CommandFailure } from "./failure";
import { checkOutput, writeOutput } from "./files";
import { checkMacroName, now } from "./moment";
import { sayFindings } from "./plan";
import { openBook } from "./workbook";

const words = batchWords.vi;

export async function checkVerb(command: Command, voice: Voice): Promise<ExitStatus> {
  const [file] = command.files;
  if (file === undefined) throw new CommandFailure(words.missingFile("check"));
  if (command.mark !== undefined) checkOutput(command.mark, { force: command.force, inputs: [file] });
  const book = openBook(file);
  if (command.mark !== undefined) checkMacroName(book, command.mark);
  const result = await check(book);
  if (result.tables.tables.length === 0) throw new CommandFailure(words.noStructure(file));
  if (command.mark !== undefined) writeOutput(command.mark, await markedCopy(book, result));

  const { error, warning, info, rows } = result.summary;
  if (command.json) {
    voice.json({
      findings: result.findings,
      summary: { error, warning, info, rows },
      mapping: mappingOf(result),
    });
  } else {
    sayFindings(result.findings, voice);
    voice.say(
      result.findings.length === 0 ? words.noFaults(rows) : words.checked(rows, error, warning, info),
    );
    if (command.mark !== undefined) voice.say(words.marked(command.mark));
  }
  return error > 0 ? 1 : 0;
}

/** The workbook with its `Kiểm tra` columns filled and the list of findings as a sheet. */
async function markedCopy(book: XlsxBook, result: CheckResult): Promise<Uint8Array> {
  const report = prepareReports(result, { forms: [reportForm("BC08")!], freeze: false, today: now().today });
  const marks = markEdit(result);
  const outcome = await book.apply(
    { task: "check", operations: [...marks.operations, ...report.operations] },
    { at: now().iso },
  );
  if (!outcome.done) throw new CommandFailure(wordRefusal(outcome.refusal, "vi"));
  return book.bytes();
}

/** How our own tables were read; they need no mapping, so every confidence is 1. */
export function mappingOf(result: CheckResult): unknown[] {
  const snapshot: Snapshot = result.tables.snapshot;
  return result.tables.tables.map((view) => {
    const { sheet, table } = findTable(snapshot, view.spec.name)!;
    const area = dataArea(table);
    const money = view.spec.columns.some((column) => column.kind === "money");
    const detail = view.spec.columns.some((column) => column.kind === "detailMoney");
    const { unit, detailUnit } = result.tables.parameters;
    return {
      sheet: sheet.name,
      table: table.name,
      area: areaAddress(table.area),
      headerRows: [table.area.row + 1],
      firstRow: area.row + 1,
      lastRow: area.row + area.rows,
      unit: money ? unit : detail ? detailUnit : null,
      columns: table.headers.map((header, index) => ({
        column: columnLetters(table.area.column + index),
        header,
        field: view.spec.columns.some((column) => column.header === header) ? header : null,
        confidence: 1,
      })),
    };
  });
}
