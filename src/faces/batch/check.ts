/** `check BOOK.xlsx [--json] [--mark OUT.xlsx]`: all rules on all tables, and on the sheets that staff already have. */
import { columnLetters, dataArea, findTable, type Snapshot } from "../../book";
import { hasStructure, type OwnMapping } from "../../layout";
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
  if (!hasSomething(result)) throw new CommandFailure(words.nothingToCheck(file));
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

/** A table of ours, or a sheet that is read as one; where the file comes from is no table to check. */
function hasSomething({ tables, own }: CheckResult): boolean {
  return own.mappings.length > 0 || hasStructure(tables);
}

/** How every table was read (contract, section 4): ours, which need no mapping, and sheets of the staff's own. */
export function mappingOf(result: CheckResult): unknown[] {
  return [...ourMapping(result), ...result.own.mappings.map(ownMapping)];
}

/** Rows from 1, as people see them. */
function ownMapping(mapping: OwnMapping): unknown {
  return {
    sheet: mapping.sheet,
    table: null,
    headerRows: mapping.headerRows.map((row) => row + 1),
    firstRow: mapping.firstRow + 1,
    lastRow: mapping.lastRow + 1,
    unit: mapping.unit,
    columns: mapping.columns.map(({ column, header, field, confidence }) => ({
      column: columnLetters(column),
      header,
      field,
      confidence,
    })),
  };
}

function ourMapping(result: CheckResult): unknown[] {
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
