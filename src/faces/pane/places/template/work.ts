/** What is done with templates: chosen, looked at, completed with what is in no table, filled. */
import {
  cellAddress,
  findSheet,
  findTable,
  isCellError,
  parseArea,
  valueAt,
  type Edit,
} from "../../../../book";
import { parameterEdit, readTables, tableSpec } from "../../../../layout";
import { fill, prepareFill, readTemplates } from "../../../../tasks";
import { parseTemplate, previewRows, SheetNames, type EachChoice } from "../../../../templates";
import { templatePlaceWords, templateWords, unsupportedFile, wordTemplateMistake } from "../../../../wording";
import type { PaneSession } from "../../session";
import { Store } from "../../store";
import { PaymentWork } from "./payments";
import {
  fileSources,
  offeredRecords,
  ownSources,
  readTemplate,
  remembered,
  REMEMBERED,
  workbookSources,
  type OfferedRecord,
  type ReadTemplate,
  type TemplateSource,
} from "./sources";

export interface TemplateState {
  /** null until the workbook has been looked at. */
  readonly sources: readonly TemplateSource[] | null;
  readonly chosen: string | null;
  readonly reading: ReadTemplate | null;
  /** All documents under each other on one sheet. */
  readonly oneSheet: boolean;
  /** By the field's name. */
  readonly values: Readonly<Record<string, string>>;
  /** Texts, row by row; null while it is hidden. */
  readonly preview: readonly (readonly string[])[] | null;
  readonly records: readonly OfferedRecord[];
  /** The workbook has not changed since it was looked at, as far as is known. */
  readonly fresh: boolean;
}

const first: TemplateState = {
  sources: null,
  chosen: null,
  reading: null,
  oneSheet: false,
  values: {},
  preview: null,
  records: [],
  fresh: false,
};

export class TemplateWork {
  readonly store = new Store<TemplateState>(first);
  readonly payments: PaymentWork;
  private readonly words;
  private files: readonly TemplateSource[] = [];

  constructor(private readonly session: PaneSession) {
    this.words = templatePlaceWords[session.host.locale];
    this.payments = new PaymentWork(session);
    const stale = () => Promise.resolve(this.leave());
    session.afterChange(stale);
    session.host.book.watch(({ ours, sheet }) => {
      if (!ours && sheet === this.store.state().reading?.sheet.name) this.leave();
    });
  }

  /** What was looked at may be old when the place is seen again. */
  leave(): void {
    this.store.set({ fresh: false });
    this.payments.leave();
  }

  private get book() {
    return this.session.host.book;
  }

  /** Looks for template sheets and for what was typed before. */
  async look(): Promise<void> {
    // Only the first look takes long enough to be told.
    await this.session.work(this.store.state().sources === null ? "prepare" : null, async () => {
      await this.refresh();
      const { chosen, reading } = this.store.state();
      if (chosen !== null) await this.read(chosen, reading?.each);
    });
  }

  private async refresh(): Promise<void> {
    const { sources, snapshot } = await workbookSources(this.book);
    const tables = readTables(snapshot);
    const all = [...sources, ...this.files, ...ownSources()];
    const { chosen, values } = this.store.state();
    const kept = all.some(({ id }) => id === chosen);
    this.store.set({
      sources: all,
      records: offeredRecords(tables),
      values: { ...remembered(tables), ...values },
      fresh: true,
      ...(kept ? {} : { chosen: null, reading: null, preview: null }),
    });
  }

  async choose(id: string): Promise<void> {
    await this.session.work("prepare", () => this.read(id));
  }

  private async read(id: string, each?: string | null): Promise<void> {
    const source = this.source(id);
    const reading =
      source && (await readTemplate(this.book, source, each === undefined ? source.each : each));
    this.store.set({ chosen: reading ? id : null, reading: reading ?? null, preview: null });
  }

  private source(id: string | null): TemplateSource | undefined {
    return this.store.state().sources?.find((one) => one.id === id);
  }

  /** A template file: its sheets with placeholders are offered; nothing is changed. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    await this.session.work("prepare", async () => {
      const { XlsxBook, UnsupportedFile } = await import(
        /* webpackChunkName: "xlsx" */ "../../../../hosts/xlsx"
      );
      try {
        const opened = XlsxBook.open(bytes);
        const { templates } = await readTemplates(opened, { kind: "sheets" });
        const names = templates.map((template) => template.name);
        const { designs } = await opened.read({ sheets: [], designs: names });
        this.files = fileSources(name, [...designs.values()]);
      } catch (error) {
        if (!(error instanceof UnsupportedFile)) throw error;
        const reason = unsupportedFile(error.what, error.detail, this.session.host.locale);
        return this.session.set({
          notice: { intent: "error", text: this.words.choose.fileUnreadable(reason) },
        });
      }
      await this.refresh();
      const [only] = this.files;
      if (only) await this.read(only.id);
      else this.session.set({ notice: { intent: "warning", text: this.words.choose.fileWithout(name) } });
    });
  }

  /** The chosen template, which is not in the workbook, put there as a sheet that can be changed. */
  async putIntoWorkbook(): Promise<void> {
    const source = this.source(this.store.state().chosen);
    if (source?.choice.kind !== "designs") return;
    const [design] = source.choice.designs;
    await this.session.work("fill", async () => {
      const { sheets } = await this.book.read({ sheets: [] });
      const sheet = new SheetNames(sheets.map((one) => one.name)).next(`Mẫu ${design!.name}`, "Mẫu");
      const operation = { kind: "createSheet", design: { ...design!, name: sheet } } as const;
      if (!(await this.session.applyEdit({ task: "templateSheet", operations: [operation] }))) return;
      await this.refresh();
      await this.read(`sheet ${sheet}`, source.each);
      const actions = [{ label: this.words.fill.show, run: () => void this.session.revealSheet(sheet) }];
      this.session.set({ notice: { intent: "success", text: this.words.choose.putDone(sheet), actions } });
    });
  }

  /** `null`: one document for all. */
  async chooseEach(each: string | null, oneSheet: boolean): Promise<void> {
    const { chosen, reading } = this.store.state();
    this.store.set({ oneSheet, preview: null });
    if (chosen !== null && reading?.each !== each)
      await this.session.work("prepare", () => this.read(chosen, each));
  }

  type(name: string, value: string): void {
    this.store.set({ values: { ...this.store.state().values, [name]: value }, preview: null });
  }

  preview(shown: boolean): void {
    const { reading } = this.store.state();
    if (!shown || !reading) return this.store.set({ preview: null });
    const record = reading.records.find((one) => one.name === reading.each) ?? null;
    const { template } = parseTemplate(reading.sheet, reading.records, record);
    if (!template) return;
    const rows = previewRows(reading.sheet, template, reading.tables, this.asked());
    this.store.set({ preview: rows.map(({ cells }) => cells.filter((text) => text.trim() !== "")) });
  }

  /** Everything that is asked for, nothing where nothing was typed: that place stays empty for the hand. */
  private asked(): Record<string, string> {
    const { reading, values } = this.store.state();
    return Object.fromEntries((reading?.asked ?? []).map(({ name }) => [name, values[name] ?? ""]));
  }

  async fill(): Promise<void> {
    const { reading, oneSheet } = this.store.state();
    const source = this.source(this.store.state().chosen);
    if (!source || !reading) return;
    await this.session.work("fill", async (signal) => {
      if (!(await this.remember())) return;
      const each: EachChoice | null = reading.each === null ? null : { record: reading.each, oneSheet };
      const prepared = await prepareFill(this.book, source.choice, {
        values: this.asked(),
        target: { kind: "newSheets", name: source.title },
        ...(each ? { each } : {}),
      });
      signal.throwIfAborted();
      if (!prepared.edit) return this.notFilled(prepared.mistakes.map((one) => this.wordMistake(one)));
      const outcome = await fill(this.book, prepared, this.session.apply());
      if (!this.session.settle(prepared.edit, outcome)) return;
      const strays = prepared.notes.map((note) => templateWords[this.session.host.locale].stray(note));
      const text = [this.words.fill.done(prepared.sheets, prepared.records), ...strays].join(" ");
      const actions = [
        { label: this.words.fill.show, run: () => void this.session.revealSheet(prepared.sheets[0]!) },
      ];
      this.session.set({ notice: { intent: strays.length > 0 ? "warning" : "success", text, actions } });
      await this.refresh();
    });
  }

  wordMistake(mistake: ReadTemplate["mistakes"][number]): string {
    return wordTemplateMistake(mistake, this.session.host.locale);
  }

  private notFilled(lines: readonly string[]): void {
    const text = [this.words.fill.notFilled(lines.length), ...lines].join("\n");
    this.session.set({ notice: { intent: "error", text } });
  }

  /** What was typed is kept in the workbook's own cells; false where it could not be written. */
  private async remember(): Promise<boolean> {
    const place = findTable(await this.book.read({ sheets: [] }), "tblThamSo");
    if (!place) return true;
    const tables = readTables(await this.book.read({ sheets: [place.sheet.name], formulas: true }));
    const known = remembered(tables);
    const changes = Object.entries(this.asked())
      .filter(([name, value]) => value !== (known[name] ?? ""))
      .map(([name, value]) => ({
        name: `${REMEMBERED}${name}`,
        value: value === "" ? null : value,
        note: this.words.asked.note,
      }));
    const edit = changes.length > 0 ? parameterEdit(tables, changes, "templateValues") : null;
    return edit === null || edit.operations.length === 0 || this.session.applyEdit(edit);
  }

  /** Goes to a cell of the chosen template, where it stands in the workbook. */
  async goTo(cell: string): Promise<void> {
    const { reading } = this.store.state();
    const area = parseArea(cell);
    if (reading && !reading.sheet.design && area)
      await this.session.reveal({ sheet: reading.sheet.name, area });
  }

  /** Writes `{{Hộ.NSTW}}` into the selected cell, behind the text that stands there. */
  async putField(field: string): Promise<void> {
    await this.session.work("prepare", async () => {
      const { fields } = this.words;
      const place = await this.session.host.selection.selection();
      const snapshot = place && (await this.book.read({ sheets: [place.sheet], formulas: true }));
      const sheet = place && findSheet(snapshot!, place.sheet);
      if (!place || !sheet) return this.tell(fields.selectCell);
      if (sheet.tables.some((table) => tableSpec(table.name) !== undefined))
        return this.tell(fields.dataSheet(sheet.name));
      const { row, column } = place.area;
      const cell = cellAddress(row, column);
      if (sheet.formulas.get(row)?.has(column)) return this.tell(fields.formulaCell(cell));
      const old = valueAt(sheet, row, column);
      const text = old === null || isCellError(old) ? "" : String(old);
      const edit: Edit = {
        task: "templateField",
        operations: [
          { kind: "writeCells", sheet: sheet.name, row, column, cells: [[`${text}{{${field}}}`]] },
        ],
        expects: [{ sheet: sheet.name, row, column, values: [[old]] }],
      };
      if (!(await this.session.applyEdit(edit))) return;
      await this.refresh();
      await this.read(`sheet ${sheet.name}`);
      this.session.set({ notice: { intent: "success", text: fields.written(field, cell) } });
    });
  }

  private tell(text: string): void {
    this.session.set({ notice: { intent: "warning", text } });
  }
}
