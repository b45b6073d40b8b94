/** How the workbook's own sheets are read: found, changed by hand, kept in the workbook. Kept as one edit, which can be undone. */
import type { MoneyUnit } from "../../../../../domain";
import {
  readAs,
  withConstant,
  withField,
  withUnit,
  type OwnMapping,
  type OwnTableName,
  type RememberedSheet,
} from "../../../../../layout";
import { keepOwnSheets, lookAtOwnSheets, markEdit, type OwnSheetsOfBook } from "../../../../../tasks";
import { mappingWords } from "../../../../../wording";
import type { PaneSession } from "../../../session";
import { Store } from "../../../store";

/** One sheet as the person sees it; without mappings it is not known what it is. */
export interface OwnSheetDraft {
  readonly sheet: string;
  readonly mappings: readonly OwnMapping[];
  readonly included: boolean;
  /** The workbook keeps that it is not to be read. */
  readonly leftAlone: boolean;
  /** Something differs from what the workbook keeps or what was found. */
  readonly changed: boolean;
}

export interface MappingState {
  readonly look: OwnSheetsOfBook | null;
  /** In the order of the workbook: those that are read, then those that are not known. */
  readonly sheets: readonly OwnSheetDraft[];
  /** What is folded open: it stays so while the check is drawn anew. */
  readonly isOpen: boolean;
  readonly openSheets: readonly string[];
}

export class MappingWork {
  readonly store = new Store<MappingState>({ look: null, sheets: [], isOpen: false, openSheets: [] });
  private readonly words;

  constructor(private readonly session: PaneSession) {
    this.words = mappingWords[session.host.locale];
    session.afterChange(async () => {
      if (this.store.state().look && !this.isChanged) await this.read();
    });
  }

  get isChanged(): boolean {
    return this.store.state().sheets.some((one) => one.changed);
  }

  /** Looks at the sheets of the workbook; what was changed by hand and not kept is forgotten. */
  async load(): Promise<void> {
    await this.session.work("mapping", () => this.read());
  }

  private async read(): Promise<void> {
    const look = await lookAtOwnSheets(this.session.host.book);
    const names = [...new Set(look.mappings.map((mapping) => mapping.sheet))];
    const of = (sheet: string) => look.mappings.filter((mapping) => mapping.sheet === sheet);
    const drafts = names.map((sheet) => draft(sheet, of(sheet)));
    const left = look.leftAlone.map((sheet) => ({ ...draft(sheet, []), leftAlone: true }));
    const others = look.others.map((sheet) => draft(sheet, []));
    this.store.set({ look, sheets: [...drafts, ...left, ...others] });
  }

  include(sheet: string, included: boolean): void {
    this.change(sheet, (one) => ({ ...one, included }));
  }

  /** Reads the whole sheet as this table. */
  readAs(sheet: string, table: OwnTableName): void {
    const { look } = this.store.state();
    if (!look) return;
    const mappings = readAs(look.snapshot, sheet, table, look.programme);
    if (mappings.length === 0) {
      this.session.set({ notice: { intent: "warning", text: this.words.noHeader(sheet) } });
      return;
    }
    this.change(sheet, (one) => ({ ...one, mappings, included: true }));
  }

  setField(sheet: string, at: number, column: number, field: string | null): void {
    this.changeMapping(sheet, at, (mapping) => withField(mapping, column, field));
  }

  setConstant(sheet: string, at: number, field: string, value: string): void {
    this.changeMapping(sheet, at, (mapping) => withConstant(mapping, field, value));
  }

  setUnit(sheet: string, at: number, unit: MoneyUnit): void {
    this.changeMapping(sheet, at, (mapping) => withUnit(mapping, unit));
  }

  /** Keeps how the sheets are read, in the workbook; sheets that nobody said anything about stay as they are found. */
  async save(): Promise<void> {
    const { look, sheets } = this.store.state();
    if (!look) return;
    const kept: RememberedSheet[] = sheets
      .filter((one) => one.changed || (one.included && one.mappings.length > 0))
      .map(({ sheet, mappings, included }) => ({ sheet, mappings: included ? mappings : [] }));
    const edit = keepOwnSheets(look, kept);
    const { session } = this;
    const done = await session.work("mapping", async () => {
      if (edit.operations.length > 0 && !(await session.applyEdit(edit))) return false;
      await this.read();
      return true;
    });
    if (!done) return;
    // What was found before was found by another reading.
    if (session.state().checked) await session.check();
    session.set({ notice: { intent: "success", text: this.words.saved(kept.length) } });
  }

  /** Adds the column `Kiểm tra` at the right of a sheet that was checked, with its faults. */
  async addMarks(sheet: string): Promise<void> {
    const { session } = this;
    const { checked } = session.state();
    if (!checked) return;
    const edit = markEdit(checked.result, { addTo: [sheet] });
    const done = await session.work("check", async () => {
      const applied = await session.applyEdit(edit);
      // The new column is seen, so that it is not offered again.
      if (applied && this.store.state().look && !this.isChanged) await this.read();
      return applied;
    });
    if (done) session.set({ notice: { intent: "success", text: this.words.marked(sheet) } });
  }

  private changeMapping(sheet: string, at: number, change: (mapping: OwnMapping) => OwnMapping): void {
    this.change(sheet, (one) => ({
      ...one,
      mappings: one.mappings.map((mapping, index) => (index === at ? change(mapping) : mapping)),
    }));
  }

  private change(sheet: string, change: (one: OwnSheetDraft) => OwnSheetDraft): void {
    const sheets = this.store
      .state()
      .sheets.map((one) => (one.sheet === sheet ? { ...change(one), changed: true } : one));
    this.store.set({ sheets });
  }
}

function draft(sheet: string, mappings: readonly OwnMapping[]): OwnSheetDraft {
  return { sheet, mappings, included: mappings.length > 0, leftAlone: false, changed: false };
}

const works = new WeakMap<PaneSession, MappingWork>();

/** One for a session: what a person changed stays while they look at other places. */
export function mappingWorkOf(session: PaneSession): MappingWork {
  let work = works.get(session);
  if (!work) works.set(session, (work = new MappingWork(session)));
  return work;
}
