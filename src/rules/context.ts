/** What rules look at: the tables with their columns read once, staff's settings, and the indexes that rules share. */
import { programmes, type Programme } from "../programme";
import type { MoneyUnit } from "../domain";
import type { ListSource, Parameters, TableView, WorkbookTables } from "../layout";
import { CheckedTable } from "./checkedTable";
import { readList, type ValueList } from "./lists";
import { readContents, readProjects, type Contents, type Projects } from "./projects";
import { GroupIndex } from "./rowGroups";
import type { RowGroups } from "./rule";
import { readSettings, type CheckSettings } from "./settings";

/** Kept by the software itself. */
const OWN_TABLE = "tblNguon";
const DEFAULT_PACK = "1719";
/** The index of households, which knows who stands first. */
export const HOUSEHOLDS = "households";

type MakeTable = (view: TableView, unit: MoneyUnit, date1904: boolean) => CheckedTable;

export class CheckContext {
  readonly tables: readonly CheckedTable[];
  readonly settings: CheckSettings;
  readonly parameters: Parameters;
  readonly programme: Programme;
  private readonly byName: ReadonlyMap<string, CheckedTable>;
  private readonly shared = new Map<string, unknown>();
  private readonly indexes = new Map<string, unknown>();

  constructor(
    readonly workbook: WorkbookTables,
    programme?: Programme,
    makeTable: MakeTable = (view, unit, date1904) => new CheckedTable(view, unit, date1904),
  ) {
    const { parameters, snapshot } = workbook;
    this.parameters = parameters;
    this.settings = readSettings(parameters, snapshot.date1904);
    this.programme = programme ?? packOf(parameters);
    this.tables = workbook.tables
      .filter((view) => view.spec.name !== OWN_TABLE)
      .map((view) => {
        const inDetail = view.spec.columns.some((column) => column.kind === "detailMoney");
        return makeTable(view, inDetail ? parameters.detailUnit : parameters.unit, snapshot.date1904);
      });
    this.byName = new Map(this.tables.map((table) => [table.name, table]));
  }

  /** undefined where the workbook lacks it. */
  table(name: string): CheckedTable | undefined {
    return this.byName.get(name);
  }

  get projects(): Projects {
    return this.once("projects", () => readProjects(this));
  }

  get contents(): Contents {
    return this.once("contents", () => readContents(this));
  }

  /** Rows of tblNganSach by project, for a workbook that has the table and its column. */
  get budgetLines(): RowGroups {
    const table = this.table("tblNganSach");
    if (!table) throw new Error("no tblNganSach: ask for the table first");
    return this.groupsBy(table, ["Mã dự án"]);
  }

  /** The list behind a column that does not depend on the row; null where the workbook lacks it. */
  list(source: Exclude<ListSource, { kind: "contents" }>): ValueList | null {
    const key = source.kind === "options" ? source.options.join("|") : `${source.table}.${source.header}`;
    return this.once(`list ${key}`, () => readList(source, this));
  }

  /** The table, if it has these columns; a rule whose columns are missing has nothing to look at. */
  tableWith(name: string, headers: readonly string[]): CheckedTable | null {
    const table = this.table(name);
    return table && headers.every((header) => table.has(header)) ? table : null;
  }

  /**
   * Rows of a table by the texts of some columns, whose keys are joined by line feeds; rows that lack the first of them
   * are in no group. Rules that ask for the same columns share the groups.
   */
  groupsBy(table: CheckedTable, headers: readonly string[]): RowGroups {
    return this.index(`groups ${table.name} ${headers.join("|")}`, () => new GroupIndex(table, headers));
  }

  /** The groups that rules have asked for. */
  get groupIndexes(): GroupIndex[] {
    return [...this.indexes.values()].filter((one) => one instanceof GroupIndex);
  }

  /** What `once` keeps follows from tables that may have changed: it is made anew when asked for. */
  forgetShared(): void {
    this.shared.clear();
  }

  /** Rows of a table stand in another order: its groups and households are made anew. */
  forgetOrder(table: CheckedTable): void {
    this.shared.clear();
    for (const [name, index] of this.indexes)
      if (index instanceof GroupIndex ? index.table === table : name === HOUSEHOLDS && table.name === "tblHo")
        this.indexes.delete(name);
  }

  /** An index of rows that is kept up to date while cells change. */
  index<T>(name: string, make: () => T): T {
    if (!this.indexes.has(name)) this.indexes.set(name, make());
    return this.indexes.get(name) as T;
  }

  /** What several rules share, made when the first asks. */
  once<T>(name: string, make: () => T): T {
    if (!this.shared.has(name)) this.shared.set(name, make());
    return this.shared.get(name) as T;
  }
}

/** The pack that the workbook names; the first one where it names none we know. */
function packOf(parameters: Parameters): Programme {
  const pack = programmes.find(parameters.text("pack")) ?? programmes.find(DEFAULT_PACK) ?? programmes.all[0];
  if (!pack) throw new Error("no programme pack");
  return pack;
}
