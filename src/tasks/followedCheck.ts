/**
 * A check that stays open: the workbook is checked whole once, then follows what is typed. It holds no book and touches no
 * page, so that it can run beside the page.
 */
import type { Snapshot } from "../book";
import type { Finding } from "../domain";
import { readTables, type WorkbookTables } from "../layout";
import {
  openChecker,
  openCheckerInTurns,
  type Checker,
  type Located,
  type RuleCode,
  type RunOptions,
  type TableChange,
} from "../rules";
import { wordFinding, type Locale } from "../wording";
import { summaryOf, type CheckResult } from "./check";
import { frozenFindings } from "./frozenFindings";
import { checkOwnSheets, programmeOf, type OwnCheck } from "./ownSheets";

/** What a check says, without the tables it looked at. */
export type CheckReport = Pick<CheckResult, "own" | "findings" | "summary">;

export class FollowedCheck {
  private readonly worded = new WeakMap<Located, Finding>();

  private constructor(
    private readonly checker: Checker,
    private readonly own: OwnCheck,
    private readonly frozen: readonly Finding[],
    private readonly locale: Locale,
  ) {}

  /** Checks a whole workbook at one go. */
  static open(snapshot: Snapshot, locale: Locale, options: RunOptions = {}): FollowedCheck {
    const tables = readTables(snapshot);
    const checker = openChecker(tables, { ...options, programme: programmeOf(tables) });
    return FollowedCheck.around(checker, tables, locale);
  }

  /** The same, giving way to the page between rules. */
  static async openInTurns(
    snapshot: Snapshot,
    locale: Locale,
    options: RunOptions = {},
  ): Promise<FollowedCheck> {
    const tables = readTables(snapshot);
    const checker = await openCheckerInTurns(tables, { ...options, programme: programmeOf(tables) });
    return FollowedCheck.around(checker, tables, locale);
  }

  private static around(checker: Checker, tables: WorkbookTables, locale: Locale): FollowedCheck {
    const own = checkOwnSheets(tables.snapshot, tables, programmeOf(tables), locale);
    return new FollowedCheck(checker, own, frozenFindings(tables, locale), locale);
  }

  follow(changes: readonly TableChange[]): void {
    for (const change of changes) this.checker.apply(change);
  }

  /** Everything that is wrong now. A finding that stayed is the same object as before. */
  report(): CheckReport {
    const findings = [
      ...this.checker.findings().map((one) => this.word(one)),
      ...this.own.findings,
      ...this.frozen,
    ];
    return { own: this.own, findings, summary: summaryOf(findings, this.checker.tables(), this.own) };
  }

  private word(located: Located<RuleCode>): Finding {
    let finding = this.worded.get(located);
    if (!finding) {
      finding = wordFinding(located, this.locale);
      this.worded.set(located, finding);
    }
    return finding;
  }
}
