/** The machine that `start` runs on, as far as it needs it; a test gives another one. */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import nodeModule from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { builtStates, dateBuilt, type BuiltState } from "../built.cjs";

/** A certificate for `localhost` that this machine trusts. */
export interface Certificates {
  readonly ca: string | Buffer;
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Somebody sits before it: standard output is a terminal. */
  readonly terminal: boolean;
  readonly exists: (file: string) => boolean;
  /** Of each built file of the package, whether it can be used as it is. */
  readonly builtStates: (root: string, files: readonly string[]) => readonly BuiltState[];
  /** Makes files that were built just now newer than their sources. */
  readonly dateBuilt: (root: string, files: readonly string[]) => void;
  /** Runs a program to its end, in this folder where it matters; null where it went well, else what it said. */
  readonly run: (command: string, args: readonly string[], folder?: string) => string | null;
  /** Starts a program and leaves it alone; `failed` is told where it cannot be started. */
  readonly launch: (command: string, args: readonly string[], failed: () => void) => void;
  readonly copy: (from: string, to: string) => void;
  readonly remove: (file: string) => void;
  /** Makes the certificate where there is none yet; asks the person where the system wants that. */
  readonly certificates: () => Promise<Certificates>;
  /** Resolves when the person ends the program (Ctrl+C). */
  readonly ended: () => Promise<void>;
}

interface CertificateMaker {
  readonly getHttpsServerOptions: () => Promise<Certificates>;
}

/** `root` is the folder of the package. */
export function thisMachine(root: string): Machine {
  return {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    terminal: Boolean(process.stdout.isTTY),
    exists: existsSync,
    builtStates,
    dateBuilt,
    run: runToEnd,
    launch: (command, args, failed) => {
      const child = spawn(command, [...args], { detached: true, stdio: "ignore" });
      child.on("error", failed);
      child.unref();
    },
    copy: (from, to) => {
      mkdirSync(path.dirname(to), { recursive: true });
      copyFileSync(from, to);
    },
    remove: (file) => rmSync(file, { force: true }),
    certificates: async () => {
      // Not bundled, and not there in an installation without development packages.
      const load = nodeModule.createRequire(path.join(root, "package.json"));
      return (load("office-addin-dev-certs") as CertificateMaker).getHttpsServerOptions();
    },
    ended: () =>
      new Promise((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      }),
  };
}

function runToEnd(command: string, args: readonly string[], folder?: string): string | null {
  const place = folder === undefined ? {} : { cwd: folder };
  const done = spawnSync(command, [...args], { encoding: "utf8", windowsHide: true, ...place });
  if (done.error) return done.error.message;
  if (done.status === 0) return null;
  const said = `${done.stderr}${done.stdout}`.trim().split("\n").at(-1);
  return said || `${command}: ${done.status}`;
}
