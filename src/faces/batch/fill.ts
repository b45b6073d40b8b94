/** `fill TEMPLATE.xlsx --data BOOK.xlsx -o OUT.xlsx [--each Hộ] [--name "…"] [--set Tên=…]`: a template becomes a document. */
import { hasStructure, readTables } from "../../layout";
import { fill, prepareFill, type PreparedFill } from "../../tasks";
import type { EachChoice } from "../../templates";
import { batchWords, templateWords, wordRefusal, wordTemplateMistake } from "../../wording";
import type { Command, ExitStatus, Voice } from "./command";
import { CommandFailure } from "./failure";
import { checkOutput, writeOutput } from "./files";
import { checkMacroName, now } from "./moment";
import { openBook } from "./workbook";

const words = batchWords.vi;

export async function fillVerb(command: Command, voice: Voice): Promise<ExitStatus> {
  const [file] = command.files;
  if (file === undefined) throw new CommandFailure(words.missingFile("fill"));
  if (command.data === undefined) throw new CommandFailure(words.missingData);
  if (command.output === undefined) throw new CommandFailure(words.missingOutput("fill"));
  const values = typedValues(command.set);
  const each = chosenEach(command);
  checkOutput(command.output, { force: command.force, inputs: [file, command.data] });
  const book = openBook(file);
  checkMacroName(book, command.output);
  const tables = readTables(await openBook(command.data).read());
  if (!hasStructure(tables)) throw new CommandFailure(words.noStructure(command.data));

  const choice = { values, target: { kind: "inPlace" }, ...(each ? { each } : {}) } as const;
  const prepared = await prepareFill(book, { kind: "sheets" }, choice, tables);
  if (prepared.mistakes.length > 0) throw new CommandFailure(mistakeLines(prepared));
  const outcome = await fill(book, prepared, { at: now().iso });
  if (!outcome.done) throw new CommandFailure(wordRefusal(outcome.refusal, "vi"));
  writeOutput(command.output, book.bytes());
  voice.say(words.filled(command.output, prepared.sheets.length, prepared.records));
  sayNotes(prepared, voice);
  return 0;
}

function mistakeLines({ mistakes }: PreparedFill): string {
  return mistakes.map((mistake) => wordTemplateMistake(mistake, "vi")).join("\n");
}

function sayNotes({ notes, leftovers }: PreparedFill, voice: Voice): void {
  const { stray, hiddenTemplate, brokenNames, externalLinks } = templateWords.vi;
  for (const note of notes) voice.say(stray(note));
  for (const sheet of leftovers.hiddenTemplates) voice.say(hiddenTemplate(sheet));
  if (leftovers.brokenNames.length > 0) voice.say(brokenNames(leftovers.brokenNames.join(", ")));
  if (leftovers.hasExternalLinks) voice.say(externalLinks);
}

/** `--set Tên=giá trị`, as often as there are values. */
function typedValues(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const sign = pair.indexOf("=");
      if (sign < 1) throw new CommandFailure(words.badSet(pair));
      return [pair.slice(0, sign).trim(), pair.slice(sign + 1)];
    }),
  );
}

function chosenEach({ each, name, oneSheet }: Command): EachChoice | null {
  if (each === undefined) {
    if (name !== undefined || oneSheet)
      throw new CommandFailure(words.needsEach(oneSheet ? "--one-sheet" : "--name"));
    return null;
  }
  return { record: each, ...(name === undefined ? {} : { nameField: name }), oneSheet };
}
