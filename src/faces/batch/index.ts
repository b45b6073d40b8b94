/**
 * The command line: the same feature code as the pane, on files, without Excel (contract, section 3).
 * Always true: standard output is for JSON alone, an output file is written whole or not at all, an input is never changed.
 */
import { batchWords } from "../../wording";
import { readArguments } from "./arguments";
import { checkVerb } from "./check";
import type { Command, ExitStatus, Voice } from "./command";
import { compareVerb } from "./compare";
import { CommandFailure } from "./failure";
import { fillVerb } from "./fill";
import { injectVerb } from "./inject";
import { planVerb } from "./plan";
import { reportVerb } from "./report";
import { thisMachine, type Machine } from "./serving";
import { startVerb } from "./start";

export {
  browserCommand,
  excelOf,
  manifestAt,
  serveFolder,
  sideloading,
  thisMachine,
  unloading,
  type Certificates,
  type Served,
  type Machine,
} from "./serving";

const words = batchWords.vi;

type Verb = (command: Command, voice: Voice) => ExitStatus | Promise<ExitStatus>;

const verbs: Readonly<Record<string, Verb>> = {
  plan: planVerb,
  inject: injectVerb,
  check: checkVerb,
  report: reportVerb,
  fill: fillVerb,
  compare: compareVerb,
};

const options = {
  output: { type: "string", short: "o" },
  into: { type: "string" },
  mark: { type: "string" },
  form: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  unit: { type: "string" },
  "detail-unit": { type: "string" },
  data: { type: "string" },
  each: { type: "string" },
  name: { type: "string" },
  set: { type: "string", multiple: true },
  "one-sheet": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  freeze: { type: "boolean", default: false },
  force: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Runs one command; the exit status is 0, 1 (findings of severity error) or 2 (one plain line says why). */
export async function run(
  args: readonly string[],
  root: string,
  voice: Voice,
  machine: Machine = thisMachine(root),
): Promise<number> {
  try {
    return await dispatch(args, root, voice, machine);
  } catch (error) {
    if (error instanceof CommandFailure) error.message.split("\n").forEach((line) => voice.say(line));
    else voice.say(words.bug(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return 2;
  }
}

async function dispatch(
  args: readonly string[],
  root: string,
  voice: Voice,
  machine: Machine,
): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === undefined || verb === "--help" || verb === "-h" || verb === "help") {
    voice.say(words.usage);
    return verb === undefined ? 2 : 0;
  }
  if (verb === "start") return startVerb(rest, root, voice, machine);
  const action = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!action) throw new CommandFailure(words.unknownVerb(verb));
  const parsed = readArguments(rest, options);
  if (parsed.values.help) {
    voice.say(words.usage);
    return 0;
  }
  const { values } = parsed;
  return action(
    {
      files: parsed.positionals,
      output: values.output,
      into: values.into,
      mark: values.mark,
      form: values.form,
      from: values.from,
      to: values.to,
      unit: values.unit,
      detailUnit: values["detail-unit"],
      data: values.data,
      each: values.each,
      name: values.name,
      set: values.set ?? [],
      oneSheet: values["one-sheet"],
      json: values.json,
      freeze: values.freeze,
      force: values.force,
    },
    voice,
  );
}
