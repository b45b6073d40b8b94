/**
 * Excel for tests: Microsoft's unmodified Office.js client against a workbook of ours, in Node.
 * What always holds: load, sync, naming and errors are Microsoft's; what the workbook answers is our belief of what
 * Excel answers; a member that the workbook lacks fails with its name and is listed when the host stops.
 */
import { loadClient } from "./client";
import { ExcelProcess, type Fault } from "./excel-process";
import { growUnderTyping, type Book, type CellFormat, type Hazard, type Sheet } from "./model";
import type { TraceEntry } from "./protocol";

export { ExcelProcess, type Fault } from "./excel-process";
export type { Book, Hazard, Sheet } from "./model";

export interface HostOptions {
  /** Where Excel runs: the web has a limit of 5 MB for a request and for an answer. Default desktop. */
  readonly profile?: "desktop" | "web";
  /** The highest ExcelApi; members above it throw `ApiNotFound`. Default 1.14. */
  readonly apiLevel?: string;
  /** Names of the sheets at the start. Default one, `Sheet1`. */
  readonly sheets?: readonly string[];
  /** How the machine shows numbers and dates (`Range.text`) and reads what a person types. Default vi-VN. */
  readonly region?: "vi-VN" | "en-US";
  /** Language of the interface. Default vi-VN. */
  readonly displayLanguage?: string;
}

export interface OfficeHost {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly workbook: Book;
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /**
   * A person types; contents are read the way of the machine's region, and a table grows when it is right below it.
   * Listeners get `triggerSource` `Unknown`.
   */
  userEdits(sheet: string, address: string, values: readonly (readonly unknown[])[]): Promise<void>;
  /** A co-author's edit arrives: `source` is `Remote`. */
  coauthorEdits(sheet: string, address: string, values: readonly (readonly unknown[])[]): Promise<void>;
  /** Any other act of a person on the workbook. */
  userDoes(act: (book: Book) => void): Promise<void>;
  userSelects(sheet: string, address: string): Promise<void>;
  /** The person is typing in a cell: every request is refused until they leave it. */
  enterEditMode(): void;
  leaveEditMode(): void;
  failAtBatch(ahead: number, fault?: Fault): void;
  readonly roundTrips: number;
  readonly batches: number;
  readonly bytes: {
    readonly received: number;
    readonly sent: number;
    readonly largestRequest: number;
    readonly largestAnswer: number;
  };
  /** Members that were reached, in order. */
  readonly trace: readonly TraceEntry[];
  /** What Excel allows and people regret. */
  readonly hazards: readonly Hazard[];
  readonly missing: readonly string[];
  /** `Sheet1!A1` */
  readonly selection: string;
  /** Values of cells, by an address with its sheet. */
  values(address: string): unknown[][];
  formulas(address: string): unknown[][];
  /** The format of an address's first cell. */
  format(address: string): CellFormat;
  sheet(name: string): Sheet;
  /** Resolves once events on their way have arrived. */
  settle(): Promise<void>;
  /** Takes the client away and lists what was not implemented. */
  stop(): Promise<void>;
}

function wait(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

let running = false;

/** One host at a time: the client lives in the globals. */
export async function startOfficeHost(options: HostOptions = {}): Promise<OfficeHost> {
  if (running) throw new Error("Stop the host that is running first.");
  running = true;
  const profile = options.profile ?? "desktop";
  const host = new ExcelProcess({ profile, sheets: options.sheets ?? ["Sheet1"] });
  host.book.region = options.region ?? "vi-VN";
  const client = loadClient(host, {
    profile,
    apiLevel: options.apiLevel ?? "1.14",
    displayLanguage: options.displayLanguage ?? "vi-VN",
  });
  const place = (address: string, sheet?: string) => {
    const located = host.book.locate(
      address,
      sheet === undefined ? host.book.active : (host.book.findSheet(sheet) ?? null),
    );
    if (!located) throw new Error(`No such cells: ${sheet ?? ""} ${address}`);
    return located;
  };
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) await wait();
  };
  const edit = async (
    actor: "person" | "coauthor",
    sheet: string,
    address: string,
    values: readonly (readonly unknown[])[],
  ) => {
    const { sheet: on, area } = place(address, sheet);
    host.actAs(actor, (book) => {
      book.write(on, area, (row, column) => values[row]?.[column]);
      growUnderTyping(book, on, area);
    });
    await settle();
  };
  const grid = <T>(address: string, pick: (sheet: Sheet, row: number, column: number) => T): T[][] => {
    const { sheet, area } = place(address);
    host.book.settle();
    return Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => pick(sheet, area.row + row, area.column + column)),
    );
  };
  return {
    Excel: client.Excel,
    Office: client.Office,
    OfficeExtension: client.OfficeExtension,
    workbook: host.book,
    run: (batch) => client.Excel.run(batch),
    userEdits: (sheet, address, values) => edit("person", sheet, address, values),
    coauthorEdits: (sheet, address, values) => edit("coauthor", sheet, address, values),
    userDoes: async (act) => {
      host.actAs("person", act);
      await settle();
    },
    userSelects: async (sheet, address) => {
      const { sheet: on, area } = place(address, sheet);
      host.actAs("person", (book) => {
        book.activate(on);
        book.select(on, area);
      });
      await settle();
    },
    enterEditMode: () => void (host.editing = true),
    leaveEditMode: () => void (host.editing = false),
    failAtBatch: (ahead, fault) => host.failAtBatch(ahead, fault),
    get roundTrips() {
      return host.roundTrips;
    },
    get batches() {
      return host.batches;
    },
    get bytes() {
      return {
        received: host.bytesReceived,
        sent: host.bytesSent,
        largestRequest: host.largestRequest,
        largestAnswer: host.largestAnswer,
      };
    },
    trace: host.trace,
    hazards: host.book.hazards,
    get missing() {
      return [...host.missing];
    },
    get selection() {
      return host.selection;
    },
    values: (address) => grid(address, (sheet, row, column) => host.book.valueOf(sheet, row, column)),
    formulas: (address) =>
      grid(
        address,
        (sheet, row, column) =>
          sheet.grid.find(row, column)?.formula ?? host.book.valueOf(sheet, row, column),
      ),
    format: (address) => {
      const { sheet, area } = place(address);
      return sheet.grid.formatAt(area.row, area.column);
    },
    sheet: (name) => {
      const sheet = host.book.findSheet(name);
      if (!sheet) throw new Error(`No such sheet: ${name}`);
      return sheet;
    },
    settle,
    stop: async () => {
      await settle();
      client.unload();
      running = false;
      if (host.missing.size > 0)
        console.warn(`not implemented by the Excel of the tests: ${[...host.missing].sort().join(", ")}`);
    },
  };
}
