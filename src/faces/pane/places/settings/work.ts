/** What is done with settings: read from the workbook's cells, changed by hand, written back as one edit. */
import type { CellValue } from "../../../../book";
import { normalise, type Severity } from "../../../../domain";
import {
  parameterEdit,
  readTables,
  RULE_PARAMETER_PREFIX,
  type ParameterChange,
  type WorkbookTables,
} from "../../../../layout";
import { catalogue } from "../../../../rules";
import { settingsPlaceWords } from "../../../../wording";
import type { PaneSession } from "../../session";
import { Store } from "../../store";
import { settingGroups, shownText, typedValue, type GroupCode, type SettingField } from "./fields";

/** What staff chose for a rule: its own severity, a lower one, or none at all. */
export type RuleChoice = "own" | "warning" | "info" | "off";

export interface SettingGroup {
  readonly code: GroupCode;
  readonly fields: readonly SettingField[];
}

export interface SettingsState {
  /** null until they have been read; empty where the workbook has no parameters. */
  readonly groups: readonly SettingGroup[] | null;
  /** As they stand in the workbook, shown as text. */
  readonly saved: ReadonlyMap<string, string>;
  /** As typed, for those that were touched. */
  readonly typed: ReadonlyMap<string, string>;
  /** Names of fields whose text cannot be read. */
  readonly unreadable: ReadonlySet<string>;
}

const first: SettingsState = { groups: null, saved: new Map(), typed: new Map(), unreadable: new Set() };

export class SettingsWork {
  readonly store = new Store<SettingsState>(first);
  private tables: WorkbookTables | null = null;
  private readonly words;

  constructor(private readonly session: PaneSession) {
    this.words = settingsPlaceWords[session.host.locale];
    session.afterChange(() => this.read());
  }

  /** Reads the parameters; what was typed and not saved stays. */
  async load(): Promise<void> {
    await this.session.work("prepare", () => this.read());
  }

  private async read(): Promise<void> {
    const { book } = this.session.host;
    const found = readTables(await book.read({ sheets: [] })).table("tblThamSo");
    const tables = readTables(await book.read({ sheets: found ? [found.sheet.name] : [], formulas: true }));
    this.tables = tables;
    const rows = parametersOf(tables);
    const groups = found ? settingGroups(rows, isRule) : [];
    const values = new Map(rows.map(({ name, value }) => [name, value]));
    const saved = new Map<string, string>();
    for (const field of groups.flatMap((group) => group.fields))
      saved.set(field.name, shownText(field, values.get(field.name) ?? null, tables.snapshot.date1904));
    for (const { name, value } of rows) if (isRule(name)) saved.set(name, String(value ?? ""));
    this.store.set({ groups, saved });
  }

  text(name: string): string {
    const { typed, saved } = this.store.state();
    return typed.get(name) ?? saved.get(name) ?? "";
  }

  type(name: string, text: string): void {
    const { typed, saved, unreadable } = this.store.state();
    const now = new Map(typed);
    if (text === (saved.get(name) ?? "")) now.delete(name);
    else now.set(name, text);
    const left = new Set(unreadable);
    left.delete(name);
    this.store.set({ typed: now, unreadable: left });
  }

  ruleChoice(code: string): RuleChoice {
    const text = normalise(this.text(RULE_PARAMETER_PREFIX + code)).toLowerCase();
    return ruleWords.find(([, word]) => word === text)?.[0] ?? "own";
  }

  chooseRule(code: string, choice: RuleChoice): void {
    this.type(RULE_PARAMETER_PREFIX + code, ruleWords.find(([name]) => name === choice)?.[1] ?? "");
  }

  forget(): void {
    this.store.set({ typed: new Map(), unreadable: new Set() });
  }

  /** Writes what was changed; nothing is written while one field cannot be read. */
  async save(): Promise<void> {
    const { tables, session } = this;
    if (!tables) return;
    const { changes, unreadable } = this.changes(tables.snapshot.date1904);
    this.store.set({ unreadable });
    if (unreadable.size > 0) {
      session.set({ notice: { intent: "error", text: this.words.unreadable([...unreadable].join(", ")) } });
      return;
    }
    await session.work("settings", async () => {
      const edit = parameterEdit(tables, changes);
      if (!edit || edit.operations.length === 0) return this.forget();
      if (!(await session.applyEdit(edit))) return;
      this.forget();
      await session.changed();
      const { checked } = session.state();
      if (checked) session.set({ checked: { ...checked, stale: true } });
      session.set({ notice: { intent: "success", text: this.words.saved(changes.length) } });
    });
  }

  private changes(date1904: boolean): { changes: ParameterChange[]; unreadable: Set<string> } {
    const { groups, typed } = this.store.state();
    const fields = new Map(
      (groups ?? []).flatMap((group) => group.fields.map((field) => [field.name, field] as const)),
    );
    const changes: ParameterChange[] = [];
    const unreadable = new Set<string>();
    for (const [name, text] of typed) {
      const field = fields.get(name) ?? { name, kind: "text" as const };
      const read = typedValue(field, text, date1904);
      if (read.ok) changes.push({ name, value: read.value });
      else unreadable.add(name);
    }
    return { changes, unreadable };
  }
}

/** The words that stand in the cells, which staff may also type there. */
const ruleWords: readonly (readonly [RuleChoice, string])[] = [
  ["own", ""],
  ["warning", "cảnh báo"],
  ["info", "thông tin"],
  ["off", "tắt"],
];

const lower: Readonly<Record<Severity, readonly RuleChoice[]>> = {
  error: ["own", "warning", "info", "off"],
  warning: ["own", "info", "off"],
  info: ["own", "off"],
};

export interface RuleSetting {
  readonly code: string;
  readonly severity: Severity;
  readonly choices: readonly RuleChoice[];
}

export const ruleSettings: readonly RuleSetting[] = catalogue.map(({ code, severity }) => ({
  code,
  severity,
  choices: lower[severity],
}));

function isRule(name: string): boolean {
  return name.startsWith(RULE_PARAMETER_PREFIX);
}

function parametersOf(tables: WorkbookTables): { readonly name: string; readonly value: CellValue }[] {
  const view = tables.table("tblThamSo");
  if (!view) return [];
  const values = view.column("Giá trị");
  return view
    .column("Tham số")
    .flatMap((name, row) =>
      typeof name === "string" && name.trim() !== ""
        ? [{ name: normalise(name), value: values[row] ?? null }]
        : [],
    );
}
