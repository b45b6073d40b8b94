/** From a placeholder's words to what it means in the place where it stands. */
import { clash, filters as knownFilters, filterSuits, inOrder, type FieldKind, type Filter } from "./filters";
import type { MistakeList } from "./mistakes";
import type { AskedValue, Placeholder, Source, TemplateBand } from "./model";
import { near } from "./near";
import { ASKED, byName, nameKey, ORDER, PARAMETERS, TOTAL, type Field, type RecordType } from "./schema";
import type { Token } from "./syntax";

/** The bands around a place, outermost first, and those that lie beside it in the innermost one. */
export interface Scope {
  readonly row: number;
  readonly chain: readonly TemplateBand[];
  readonly beside: readonly TemplateBand[];
}

type FieldToken = Extract<Token, { kind: "field" }>;

const summed: readonly Field["kind"][] = ["money", "detailMoney", "count", "quantity", "any"];

export class Resolver {
  readonly fields = new Set<string>();
  readonly asked = new Map<string, AskedValue>();
  readonly outside = new Set<string>();
  usesEach = false;
  readonly #record: (name: string) => RecordType | undefined;

  constructor(
    private readonly records: readonly RecordType[],
    private readonly each: RecordType | null,
    private readonly mistakes: MistakeList,
    /** From this row on bands are broken: what lies outside of one may not have been meant to. */
    private readonly unsureFrom: number,
  ) {
    this.#record = byName(records);
  }

  placeholder(token: FieldToken, scope: Scope, address: string): Placeholder | null {
    const filters = this.#filters(token.filters, address);
    const source = this.#source(token.path, filters, scope, address);
    if (!source) return null;
    const kind = kindOf(source);
    for (const filter of filters) {
      if (!filterSuits(filter, kind)) {
        this.mistakes.add("filterNotForField", address, { filter, field: token.path });
      }
    }
    return { source, filters: inOrder(filters) };
  }

  parameter(name: string): Field | undefined {
    return this.#record(PARAMETERS)!.fields.find((field) => nameKey(field.name) === nameKey(name));
  }

  /** Remembers that a person is asked for this value; names are one whatever their case. */
  askedFor(name: string, wants: AskedValue["wants"], address: string): Extract<Source, { of: "asked" }> {
    const key = nameKey(name);
    const first = this.asked.get(key) ?? { name, cell: address, wants };
    this.asked.set(key, first.wants === "text" ? { ...first, wants } : first);
    return { of: "asked", name: first.name };
  }

  #filters(names: readonly string[], address: string): Filter[] {
    const found = names.flatMap((name): Filter[] => {
      const filter = knownFilters.find((one) => nameKey(one) === nameKey(name));
      if (!filter)
        this.mistakes.add("unknownFilter", address, { filter: name, near: near(name, knownFilters) });
      return filter ? [filter] : [];
    });
    const together = clash(found);
    if (together) this.mistakes.add("filtersTogether", address, { first: together[0], second: together[1] });
    return found;
  }

  #source(path: string, filters: readonly Filter[], scope: Scope, address: string): Source | null {
    if (nameKey(path) === nameKey(ORDER)) return this.#order(scope, address);
    const dot = path.indexOf(".");
    if (dot < 0) {
      this.mistakes.add("notAField", address, { text: path, near: this.#nearPath(path) });
      return null;
    }
    const head = path.slice(0, dot).trim();
    const name = path.slice(dot + 1).trim();
    if (nameKey(head) === nameKey(ASKED) && name !== "")
      return this.askedFor(name, wantedBy(filters), address);
    if (nameKey(head) === nameKey(TOTAL)) return this.#total(name, scope, address);
    const record = this.#record(head);
    if (!record) {
      const names = [...this.records.map((one) => one.name), ASKED, TOTAL];
      this.mistakes.add("unknownRecord", address, { record: head, near: near(head, names) });
      return null;
    }
    const field = record.fields.find((one) => nameKey(one.name) === nameKey(name));
    if (!field) {
      const names = record.fields.map((one) => one.name);
      this.mistakes.add("unknownField", address, {
        record: record.name,
        field: name,
        near: near(name, names),
      });
      return null;
    }
    this.fields.add(`${record.name}.${field.name}`);
    return this.#ofRecord(record, field, scope, address);
  }

  #ofRecord(record: RecordType, field: Field, scope: Scope, address: string): Source | null {
    if (record.nameField === null) return { of: "parameter", field };
    const band = [...scope.chain].reverse().find((one) => one.record === record);
    if (band) return { of: "record", record, field, depth: band.depth };
    if (this.each === record) {
      this.usesEach = true;
      return { of: "record", record, field, depth: 0 };
    }
    if (scope.row >= this.unsureFrom) return null;
    this.outside.add(record.name);
    this.mistakes.add("outsideBand", address, { record: record.name, field: field.name });
    return null;
  }

  #order(scope: Scope, address: string): Source | null {
    const band = scope.chain.at(-1);
    if (band) return { of: "order", depth: band.depth };
    if (this.each) {
      this.usesEach = true;
      return { of: "order", depth: 0 };
    }
    if (scope.row < this.unsureFrom) this.mistakes.add("orderOutsideBand", address, {});
    return null;
  }

  /** Of the bands beside the place the nearest above, else the nearest below, that has or holds the field. */
  #total(name: string, scope: Scope, address: string): Source | null {
    const above = scope.beside.filter((band) => band.last < scope.row).reverse();
    const bands = [...above, ...scope.beside.filter((band) => band.first > scope.row)];
    const owners = bands.map((band) => pathTo(band, name)).filter((path) => path !== null);
    const path = owners.find(({ field }) => summed.includes(field.kind)) ?? owners[0];
    if (path && summed.includes(path.field.kind)) return { of: "total", field: path.field, path: path.path };
    if (scope.row >= this.unsureFrom) return null;
    if (path) this.mistakes.add("totalOfNoNumber", address, { field: path.field.name });
    else if (bands.length === 0) this.mistakes.add("totalWithoutBand", address, { field: name });
    else {
      const record = bands[0]!.record;
      const names = record.fields.filter((field) => summed.includes(field.kind)).map((field) => field.name);
      this.mistakes.add("unknownField", address, {
        record: record.name,
        field: name,
        near: near(name, names),
      });
    }
    return null;
  }

  /** `Họ tên` was probably meant to be `Hộ.Họ và tên chủ hộ`. */
  #nearPath(text: string): string | null {
    const whole = this.#record(text);
    if (whole) return `${whole.name}.…`;
    const paths = this.records.flatMap((record) => record.fields.map((field) => ({ record, field })));
    const found = near(
      text,
      paths.map(({ field }) => field.name),
    );
    const path = paths.find(({ field }) => field.name === found);
    return path ? `${path.record.name}.${path.field.name}` : near(text, [ORDER]);
  }
}

interface TotalPath {
  readonly field: Field;
  readonly path: readonly TemplateBand[];
}

/** The way from a band down to the first one whose records have the field. */
function pathTo(band: TemplateBand, name: string): TotalPath | null {
  const field = band.record.fields.find((one) => nameKey(one.name) === nameKey(name));
  if (field) return { field, path: [band] };
  for (const inner of band.bands) {
    const found = pathTo(inner, name);
    if (found) return { field: found.field, path: [band, ...found.path] };
  }
  return null;
}

function wantedBy(filters: readonly Filter[]): AskedValue["wants"] {
  if (filters.includes("ngày")) return "date";
  return filters.includes("số") || filters.includes("bằng chữ") ? "number" : "text";
}

function kindOf(source: Source): FieldKind {
  switch (source.of) {
    case "asked":
      return "free";
    case "order":
      return "order";
    default:
      return source.field.kind;
  }
}
