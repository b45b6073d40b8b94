/** `files` are paths under `root`, the folder of the package. */
export type BuiltState = "missing" | "outdated" | "current";
export function builtStates(root: string, files: readonly string[]): BuiltState[];
export function buildArguments(root: string, names: readonly string[]): string[];
export function dateBuilt(root: string, files: readonly string[]): void;
