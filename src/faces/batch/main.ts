/** The process around the batch command. */
import path from "node:path";
import { run } from "./index";

// The built file stands in dist/node.
const root = path.resolve(__dirname, "../..");

void run(process.argv.slice(2), root, {
  json: (document) => process.stdout.write(`${JSON.stringify(document, null, 2)}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
}).then((status) => {
  process.exitCode = status;
});
