/**
 * Whether what was built still stands for its sources, and how it is built anew. Plain CommonJS: the command's first file
 * asks before anything is built.
 */
const { readdirSync, statSync, utimesSync } = require("node:fs");
const path = require("node:path");

const SOURCES = "src";
/** What else goes into a build. */
const OTHERS = ["assets", "manifest.xml", "webpack.config.js", "package-lock.json"];

/** Of each built file: whether it is missing, older than a source, or current. Without sources nothing is older. */
function builtStates(root, files) {
  const newest = newestSource(root);
  return files.map((file) => {
    const built = changedAt(path.join(root, file));
    if (built === null) return "missing";
    return newest !== null && newest > built ? "outdated" : "current";
  });
}

/** What Node is started with to make these builds of `webpack.config.js`. */
function buildArguments(root, names) {
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  return [webpack, "--mode", "production", ...names.flatMap((name) => ["--config-name", name])];
}

/**
 * Dates files that were built just now. A build leaves a file alone that would come out the same, and a source may bear
 * a time that is yet to come: without this the next start would build again, and so would every one after it.
 */
function dateBuilt(root, files) {
  const newest = newestSource(root);
  // A file system that keeps whole seconds, or every other, must not put it before its sources.
  const time = new Date(Math.max(Date.now(), newest === null ? 0 : Math.ceil(newest / 2000) * 2000));
  for (const file of files) utimesSync(path.join(root, file), time, time);
}

/** Null where the sources are not here, only what was built from them. */
function newestSource(root) {
  const sources = newestIn(path.join(root, SOURCES));
  if (sources === null) return null;
  const others = OTHERS.map((name) => newestIn(path.join(root, name)));
  return Math.max(sources, ...others.filter((time) => time !== null));
}

/** The latest change of a file, or of the files in a folder; null where there is none. */
function newestIn(place) {
  const entries = entriesOf(place);
  if (entries === null) return changedAt(place);
  let newest = null;
  for (const entry of entries) {
    // What a file manager or an editor lays beside the sources is none of them.
    if (entry.name.startsWith(".")) continue;
    const below = path.join(place, entry.name);
    const time = entry.isDirectory() ? newestIn(below) : changedAt(below);
    if (time !== null && (newest === null || time > newest)) newest = time;
  }
  return newest;
}

function entriesOf(folder) {
  return ifThere(() => readdirSync(folder, { withFileTypes: true }));
}

function changedAt(file) {
  return ifThere(() => statSync(file).mtimeMs);
}

/** Null where the place does not exist, or is no folder. */
function ifThere(look) {
  try {
    return look();
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  }
}

module.exports = { buildArguments, builtStates, dateBuilt };
