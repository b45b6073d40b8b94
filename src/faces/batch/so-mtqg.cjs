#!/usr/bin/env node
/** Starts the batch command; builds it first where it has never been built (a fresh `npm ci`). */
const { existsSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const path = require("node:path");
const { vi: words } = require("../../wording/firstRun.json");

const root = path.resolve(__dirname, "../../..");
const built = path.join(root, "dist/node/so-mtqg.js");

if (!existsSync(built)) {
  console.error(words.building);
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const build = spawnSync(process.execPath, [webpack, "--mode", "production", "--config-name", "node"], {
    cwd: root,
    encoding: "utf8",
  });
  if (build.status !== 0) {
    console.error(build.stdout + build.stderr);
    console.error(words.failed);
    process.exit(2);
  }
}
require(built);
