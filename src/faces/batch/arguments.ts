/** The arguments of a verb, read against the options that it knows; what does not fit is told in one line. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { batchWords } from "../../wording";
import { CommandFailure } from "./failure";

type Options = NonNullable<ParseArgsConfig["options"]>;

const words = batchWords.vi;

/** Throws where an option is not known, lacks its value or has one too many. */
export function readArguments<T extends Options>(args: readonly string[], options: T) {
  const fault = faultOf(args, options);
  if (fault !== null) throw new CommandFailure(fault);
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

function faultOf(args: readonly string[], options: Options): string | null {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!known) return words.unknownOption(token.rawName);
    if (known.type === "boolean" && token.value !== undefined) return words.needlessValue(token.rawName);
    // A value that looks like the next option was most likely forgotten.
    const isOption = !token.inlineValue && /^-./.test(token.value ?? "");
    if (known.type === "string" && (token.value === undefined || isOption))
      return words.missingValue(token.rawName);
  }
  return null;
}
