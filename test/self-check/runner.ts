/** Runs a jest suite where there is no jest: `describe`, `test` and `expect` as globals, the cases one after the other. */
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import * as chai from "chai";

export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly error: string | null;
}

/** The cases that `declare` declares by the globals of jest. */
export function collect(declare: () => void): readonly Case[] {
  const cases: Case[] = [];
  const path: string[] = [];
  const describe = (name: string, body: () => void) => {
    path.push(name);
    body();
    path.pop();
  };
  const test = (name: string, run: () => unknown) => cases.push({ name: [...path, name].join(" › "), run });
  const each = (rows: readonly unknown[]) => (name: string, run: (...row: unknown[]) => unknown) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      test(titled(name, values), () => run(...values));
    }
  };
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
  Object.assign(globalThis, { describe, test: Object.assign(test, { each }), expect: chai.expect });
  declare();
  return cases;
}

/** `%s`, `%j`, `%p` in a name stand for the row's values, in turn. */
function titled(name: string, values: readonly unknown[]): string {
  let next = 0;
  return name.replace(/%[sjpdi]/g, () => {
    const value = values[next];
    next += 1;
    return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  });
}

/** Runs the cases; `tell` hears of each result, and `stop` ends the run between two cases. */
export async function runCases(
  cases: readonly Case[],
  tell: (result: CaseResult) => void,
  stop: () => boolean,
): Promise<void> {
  for (const one of cases) {
    if (stop()) return;
    const start = performance.now();
    let error: string | null = null;
    try {
      await one.run();
    } catch (thrown) {
      error = thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ""}` : String(thrown);
    }
    tell({
      name: one.name,
      passed: error === null,
      milliseconds: Math.round(performance.now() - start),
      error,
    });
  }
}
