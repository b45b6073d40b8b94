/** `compare OLD.xlsx NEW.xlsx -o OUT.xlsx`: what changed between two workbooks of ours, as a sheet in a copy of the new one. */
import path from "node:path";
import { prepareBookComparison } from "../../tasks";
import { batchWords, wordRefusal } from "../../wording";
import type { Command, ExitStatus, Voice } from "./command";
import { CommandFailure } from "./failure";
import { checkOutput, writeOutput } from "./files";
import { checkMacroName, now } from "./moment";
import { openBook } from "./workbook";

const words = batchWords.vi;

export async function compareVerb(command: Command, voice: Voice): Promise<ExitStatus> {
  const [oldFile, newFile] = command.files;
  if (oldFile === undefined) throw new CommandFailure(words.missingFile("compare"));
  if (newFile === undefined) throw new CommandFailure(words.missingSecondFile);
  if (command.output === undefined) throw new CommandFailure(words.missingOutput("compare"));
  checkOutput(command.output, { force: command.force, inputs: [oldFile, newFile] });
  const [before, after] = [openBook(oldFile), openBook(newFile)];
  checkMacroName(after, command.output);
  const prepared = await prepareBookComparison(
    { book: before, name: path.basename(oldFile) },
    { book: after, name: path.basename(newFile) },
    now().today,
  );
  if (!prepared) throw new CommandFailure(words.notBothOurs(oldFile, newFile));
  const outcome = await after.apply(prepared.edit, { at: now().iso });
  if (!outcome.done) throw new CommandFailure(wordRefusal(outcome.refusal, "vi"));
  writeOutput(command.output, after.bytes());
  const tables = [...new Set(prepared.changes.map((change) => change.table))];
  for (const table of tables) {
    const count = (kind: "added" | "removed" | "changed") =>
      prepared.changes.filter((change) => change.table === table && change.kind === kind).length;
    voice.say(
      words.compared(table.caption ?? table.sheet, count("added"), count("removed"), count("changed")),
    );
  }
  voice.say(
    prepared.changes.length === 0 ? words.comparedSame(command.output) : words.comparedTo(command.output),
  );
  return 0;
}
