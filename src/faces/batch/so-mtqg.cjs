#!/usr/bin/env node
/** Starts the batch command; builds it first where it has never been built, or from older sources. */
const { spawnSync } = require("node:child_process");
const path = require("node:path");
const { vi: words } = require("../../wording/firstRun.json");
const { buildArguments, builtStates, dateBuilt } = require("./built.cjs");

const root = path.resolve(__dirname, "../../..");
const built = "dist/node/so-mtqg.js";

const [state] = builtStates(root, [built]);
if (state !== "current") {
  console.error(state === "missing" ? words.building : words.rebuilding);
  const build = spawnSync(process.execPath, buildArguments(root, ["node"]), { cwd: root, encoding: "utf8" });
  if (build.status !== 0) {
    console.error(build.stdout + build.stderr);
    console.error(words.failed);
    process.exit(2);
  }
  dateBuilt(root, [built]);
}
require(path.join(root, built));
