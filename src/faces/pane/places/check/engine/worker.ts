/** The check beside the page: reads columns, runs the rules, words the findings and follows changes. */
import type { Finding } from "../../../../../domain";
import { FollowedCheck } from "../../../../../tasks";
import type { Locale } from "../../../../../wording";
import type { Answer, Ask } from "./messages";
import { unpackBook, type PackedBook, type PackedColumn } from "./packing";

/** So many findings go in one message: more would hold up the page that reads it. */
const FINDINGS_AT_ONCE = 500;

let book: { readonly packed: PackedBook; readonly locale: Locale } | null = null;
let columns: PackedColumn[] = [];
let checked: FollowedCheck | null = null;
let numbers = new Map<Finding, number>();
let next = 0;

self.onmessage = ({ data }: MessageEvent<Ask>): void => {
  try {
    answer(data);
  } catch (error) {
    const message = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
    say({ kind: "failed", run: data.run, message });
  }
};

function answer(ask: Ask): void {
  const { run } = ask;
  switch (ask.kind) {
    case "book":
      book = { packed: ask.book, locale: ask.locale };
      columns = [];
      return;
    case "column":
      columns.push(ask.column);
      return;
    case "check": {
      if (!book) throw new Error("no workbook was sent");
      const snapshot = unpackBook(book.packed, columns);
      columns = [];
      const onProgress = (done: number, total: number): void => say({ kind: "progress", run, done, total });
      checked = FollowedCheck.open(snapshot, book.locale, { onProgress });
      numbers = new Map();
      next = 0;
      return report(run, checked);
    }
    case "follow":
      if (!checked) throw new Error("nothing was checked");
      checked.follow(ask.changes);
      return report(run, checked);
  }
}

function report(run: number, check: FollowedCheck): void {
  const { findings, own, summary } = check.report();
  const fresh: [number, Finding][] = [];
  const known = new Map<Finding, number>();
  for (const finding of findings) {
    let number = numbers.get(finding);
    if (number === undefined) {
      number = next++;
      fresh.push([number, finding]);
    }
    known.set(finding, number);
  }
  numbers = known;
  for (let from = 0; from < fresh.length; from += FINDINGS_AT_ONCE)
    say({ kind: "findings", run, fresh: fresh.slice(from, from + FINDINGS_AT_ONCE) });
  const orderOf = (list: readonly Finding[]) => Int32Array.from(list, (finding) => known.get(finding)!);
  const { findings: ownFindings, ...ownSheets } = own;
  say({
    kind: "report",
    run,
    order: orderOf(findings),
    own: ownSheets,
    ownOrder: orderOf(ownFindings),
    summary,
  });
}

function say(message: Answer): void {
  self.postMessage(message);
}
