/**
 * `start`: the page with a grid, served on this machine; where Excel stands here, the add-in too, put into it. Whatever
 * goes wrong on the way into Excel is said and leaves the page as it is.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { batchWords } from "../../wording";
import { readArguments } from "./arguments";
import { buildArguments } from "./built.cjs";
import type { ExitStatus, Voice } from "./command";
import { CommandFailure } from "./failure";
import { makeSample } from "./sample";
import {
  browserCommand,
  excelOf,
  manifestAt,
  manifestId,
  serveFolder,
  sideloading,
  unloading,
  type Machine,
  type Served,
  type Sideloading,
} from "./serving";

const words = batchWords.vi.start;
/** Unsaved work is kept by the browser for one address: the page keeps its port from day to day. */
const PAGE_PORT = 4719;
const EXCEL_PORT = 3000;
const BUILT = "dist/web";
/** The manifest that Excel is given; its address is the one that is really served. */
const OWN_MANIFEST = "out/manifest.xml";

const options = {
  page: { type: "boolean", default: false },
  sample: { type: "boolean", default: false },
  unload: { type: "boolean", default: false },
  port: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

export async function startVerb(
  rest: readonly string[],
  root: string,
  voice: Voice,
  machine: Machine,
): Promise<ExitStatus> {
  const { page, sample, unload, port, help } = readOptions(rest);
  if (help) {
    voice.say(batchWords.vi.usage);
    return 0;
  }
  if (sample) return makeSample(root, voice);
  const excel = excelOf(machine);
  if (unload) return takeBack(excel, root, voice, machine);
  const wanted = page ? null : excel;
  ensureBuilt(root, wanted ? ["pane.html", "page.html"] : ["page.html"], voice, machine);
  const served = [await servePage(root, port, voice, machine)];
  if (wanted) served.push(...(await serveExcel(wanted, root, voice, machine)));
  voice.say(words.running);
  await machine.ended();
  await Promise.all(served.map((one) => one.close()));
  voice.say(words.stopped);
  return 0;
}

function readOptions(rest: readonly string[]) {
  const { values, positionals } = readArguments(rest, options);
  const [needless] = positionals;
  if (needless !== undefined) throw new CommandFailure(batchWords.vi.needlessWord(needless));
  const port = values.port === undefined ? PAGE_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new CommandFailure(words.badPort(values.port ?? ""));
  return { ...values, port };
}

/** Builds the pages that have never been built, or from older sources. */
function ensureBuilt(root: string, pages: readonly string[], voice: Voice, machine: Machine): void {
  const files = pages.map((page) => path.posix.join(BUILT, page));
  const states = machine.builtStates(root, files);
  const old = files.filter((_file, index) => states[index] !== "current");
  if (old.length === 0) return;
  voice.say(states.includes("outdated") ? words.rebuilding : words.building);
  const names = old.map((file) => (file.endsWith("pane.html") ? "web" : "page"));
  const failure = machine.run(process.execPath, buildArguments(root, names), root);
  if (failure !== null) throw new CommandFailure(words.buildFailed(failure));
  machine.dateBuilt(root, old);
}

async function servePage(root: string, wanted: number, voice: Voice, machine: Machine): Promise<Served> {
  const folder = path.join(root, BUILT);
  const served = await serveFolder({ folder, first: "page.html", framed: false, port: wanted });
  if (wanted !== 0 && served.port !== wanted) voice.say(words.portTaken(wanted, served.port));
  const address = `http://127.0.0.1:${served.port}/page.html`;
  voice.say(words.page(address));
  const launch = browserCommand(machine, address);
  if (launch) machine.launch(launch.command, launch.args, () => voice.say(words.openByHand));
  else voice.say(words.openByHand);
  return served;
}

/** Serves the add-in by https and puts it into Excel; nothing where that fails, which is told. */
async function serveExcel(
  excel: Sideloading["excel"],
  root: string,
  voice: Voice,
  machine: Machine,
): Promise<Served[]> {
  const served: Served[] = [];
  try {
    const certificates = await machine.certificates();
    const folder = path.join(root, BUILT);
    const one = await serveFolder({
      folder,
      first: "pane.html",
      framed: true,
      port: EXCEL_PORT,
      certificates,
    });
    served.push(one);
    const manifest = manifestAt(ownManifest(root), `https://localhost:${one.port}`);
    const file = path.join(root, OWN_MANIFEST);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, manifest);
    const failure = carryOut(sideloading(excel, machine.home, manifestId(manifest), file), machine);
    voice.say(failure === null ? words.inExcel[excel] : words.notInExcel(failure, file));
  } catch (error) {
    voice.say(words.noHttps(error instanceof Error ? error.message.split("\n")[0]! : String(error)));
  }
  return served;
}

function takeBack(
  excel: Sideloading["excel"] | null,
  root: string,
  voice: Voice,
  machine: Machine,
): ExitStatus {
  const failure = excel && carryOut(unloading(excel, machine.home, manifestId(ownManifest(root))), machine);
  voice.say(excel === null || failure ? words.nothingToUnload(failure) : words.unloaded);
  return 0;
}

function ownManifest(root: string): string {
  return readFileSync(path.join(root, "manifest.xml"), "utf8");
}

/** Carries out the steps; what the machine said against one of them ends the rest. */
function carryOut({ steps }: Sideloading, machine: Machine): string | null {
  for (const step of steps) {
    if (step.kind === "copy") machine.copy(step.from, step.to);
    if (step.kind === "remove") machine.remove(step.file);
    const failure = step.kind === "run" ? machine.run(step.command, step.args) : null;
    if (failure !== null) return failure;
  }
  return null;
}
