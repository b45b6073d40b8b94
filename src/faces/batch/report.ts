/** `report BOOK.xlsx -o OUT.xlsx [--form BC01,…] [--from … --to …]`: adds the report sheets. */
import { compareDates, parseIsoDate, type CalendarDate } from "../../domain";
import { hasStructure } from "../../layout";
import { frozenReports, reportForm, reportForms, type ReportForm } from "../../reports";
import { check, makeReports, openErrors, prepareReports, withReportDesigns } from "../../tasks";
import { batchWords, wordRefusal } from "../../wording";
import type { Command, ExitStatus, Voice } from "./command";
import { CommandFailure } from "./failure";
import { checkOutput, writeOutput } from "./files";
import { checkMacroName, now } from "./moment";
import { openBook } from "./workbook";

const words = batchWords.vi;

export async function reportVerb(command: Command, voice: Voice): Promise<ExitStatus> {
  const [file] = command.files;
  if (file === undefined) throw new CommandFailure(words.missingFile("report"));
  if (command.output === undefined) throw new CommandFailure(words.missingOutput("report"));
  const chosen = chosenForms(command.form);
  const from = chosenDay(command.from);
  const to = chosenDay(command.to);
  if (from && to && compareDates(from, to) > 0)
    throw new CommandFailure(words.periodReversed(command.from!, command.to!));
  checkOutput(command.output, { force: command.force, inputs: [file] });
  const book = openBook(file);
  checkMacroName(book, command.output);
  const checked = await check(book);
  if (!hasStructure(checked.tables)) throw new CommandFailure(words.noStructure(file));
  // A frozen report is made anew only where its form is named.
  const frozen = command.form === undefined ? frozenReports(checked.tables.snapshot, chosen) : [];
  const forms = chosen.filter((form) => !frozen.some((one) => one.form === form));
  for (const { form, text } of frozen) voice.say(words.frozenKept(form.sheet, form.code, text));
  const edit = prepareReports(await withReportDesigns(book, checked, forms), {
    forms,
    freeze: command.freeze,
    today: now().today,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  });
  const outcome = await makeReports(book, edit, { at: now().iso });
  if (!outcome.done) throw new CommandFailure(wordRefusal(outcome.refusal, "vi"));
  writeOutput(command.output, book.bytes());
  voice.say(words.reported(forms.map((form) => `“${form.sheet}”`).join(", "), command.output));
  const errors = Math.max(0, ...forms.map((form) => openErrors(checked.findings, form)));
  if (errors > 0) voice.say(words.openErrors(errors));
  return 0;
}

function chosenDay(text: string | undefined): CalendarDate | null {
  if (text === undefined) return null;
  const date = parseIsoDate(text);
  if (date === null) throw new CommandFailure(words.badDate(text));
  return date;
}

function chosenForms(codes: string | undefined): readonly ReportForm[] {
  if (codes === undefined) return reportForms;
  return codes.split(",").map((code) => {
    const form = reportForm(code);
    if (!form)
      throw new CommandFailure(words.unknownForm(code.trim(), reportForms.map((one) => one.code).join(", ")));
    return form;
  });
}
