/** What rules look at: the tables with their columns read once, staff's settings, and the indexes that rules share. */
import { programmes, type Programme } from "../programme";
import type { ListSource, Parameters, WorkbookTables } from "../layout";
import { CheckedTable } from "./checkedTable";
import { readList, type ValueList } from "./lists";
import { readContents, readProjects, type Contents, type Projects } from "./projects";
import type { RowGroups } from "./rule";
import { readSettings, type CheckSettings } from "./settings";

/** Kept by the software itself. */
const OWN_TABLE = "tblNguon";
const DEFAULT_PACK = "1719";

export class CheckContext {
  readonly tables: readonly CheckedTable[];
  readonly settings: CheckSettings;
  readonly parameters: Parameters;
  readonly programme: Programme;
  private readonly byName: ReadonlyMap<string, CheckedTable>;
  private readonly shared = new Map<string, unknown>();

  constructor(
    readonly workbook: WorkbookTables,
    programme?: Programme,
  ) {
    const { parameters, snapshot } = workbook;
    this.parameters = parameters;
    this.settings = readSettings(parameters, snapshot.date1904);
    this.programme = programme ?? packOf(parameters);
    this.tables = workbook.tables
      .filter((view) => view.spec.name !== OWN_TABLE)
      .map((view) => {
        const inDetail = view.spec.columns.some((column) => column.kind === "detailMoney");
        return new CheckedTable(view, inDetail ? parameters.detailUnit : parameters.unit, snapshot.date1904);
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
    return this.once(`groups ${table.name} ${headers.join("|")}`, () => groupRows(table, headers));
  }

  /** An index that several rules share, made when the first asks. */
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

function groupRows(table: CheckedTable, headers: readonly string[]): RowGroups {
  const columns = headers.map((header) => table.texts(header));
  /** Keys are made once for each combination of values, which are few, and not once a row. */
  const byCodes = new Map<number, number[]>();
  const byKey = new Map<string, readonly number[]>();
  for (const row of table.rows) {
    let combined = 0;
    for (const column of columns) combined = combined * (column.keys.length + 1) + column.codes[row]! + 1;
    const rows = byCodes.get(combined);
    if (rows) {
      rows.push(row);
    } else if (columns[0]!.codes[row]! >= 0) {
      const fresh = [row];
      byCodes.set(combined, fresh);
      byKey.set(groupKey(...columns.map((column) => column.keyAt(row))), fresh);
    }
  }
  return { table, byKey };
}

/** The key of a group, from the keys of its columns' texts. */
export function groupKey(...keys: readonly string[]): string {
  return keys.join("\n");
}
