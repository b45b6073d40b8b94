/** `start --sample`: the main job on the sample plan, for a first look: workbook, check, report. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { reportForm } from "../../reports";
import { check, inject, markEdit, makeReports, prepareInjection, prepareReports } from "../../tasks";
import { XlsxBook } from "../../hosts/xlsx";
import { batchWords, wordRefusal } from "../../wording";
import type { ExitStatus, Voice } from "./command";
import { CommandFailure } from "./failure";
import { writeOutput } from "./files";
import { now } from "./moment";
import { planFindings, sayFindings } from "./plan";
import { defaultProgramme, openPlan } from "./workbook";

const words = batchWords.vi;
const SAMPLE = "src/plan/samples/ke-hoach-30-KH-UBND-2025.txt";
const OUTPUT = "out/so-mtqg-dan-tien-2025.xlsx";

/** Makes the sample's workbook under `root`. */
export async function makeSample(root: string, voice: Voice): Promise<ExitStatus> {
  const reading = openPlan(path.join(root, SAMPLE));
  const book = XlsxBook.create();
  const moment = now();
  const prepared = await prepareInjection(book, reading.plan, defaultProgramme(), { madeAt: moment.text });
  const injected = await inject(book, prepared, { at: moment.iso });
  if (injected.kind !== "done") throw new Error(`the sample plan was not injected: ${injected.kind}`);
  const checked = await check(book);
  await applied(book, markEdit(checked), moment.iso);
  const forms = [reportForm("BC01")!];
  const reported = await makeReports(
    book,
    prepareReports(checked, { forms, freeze: false, today: moment.today }),
    { at: moment.iso },
  );
  if (!reported.done) throw new CommandFailure(wordRefusal(reported.refusal, "vi"));

  const output = path.join(root, OUTPUT);
  mkdirSync(path.dirname(output), { recursive: true });
  writeOutput(output, book.bytes());
  voice.say(words.started(path.join(root, SAMPLE), output));
  voice.say(words.injected(output, injected.entry.summary));
  sayFindings(planFindings(reading), voice);
  const { rows, error, warning, info } = checked.summary;
  voice.say(words.checked(rows, error, warning, info));
  sayFindings(checked.findings, voice);
  voice.say(words.reported(forms.map((form) => `“${form.sheet}”`).join(", "), output));
  return 0;
}

async function applied(book: XlsxBook, edit: Parameters<XlsxBook["apply"]>[0], at: string): Promise<void> {
  if (edit.operations.length === 0) return;
  const outcome = await book.apply(edit, { at });
  if (!outcome.done) throw new CommandFailure(wordRefusal(outcome.refusal, "vi"));
}
