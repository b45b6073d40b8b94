/** Which records a band has in a given place: its conditions, its order, and what it belongs to. */
import { foldKeepingMarks } from "../domain";
import type { TemplateBand } from "./model";
import { satisfies, sorted, type Records } from "./records";
import type { RecordType } from "./schema";

/** The record of each scope, by depth; -1 where a band is empty. Undefined at depth 0 without `--each`. */
export type ScopeRows = readonly number[];

/** Gives a band's data rows for the scopes around it. */
export type BandSelection = (scope: ScopeRows) => readonly number[];

const KEY_SEPARATOR = "\u0001";

/** @param wanted the text that a condition compares with */
export function selectionOf(
  band: TemplateBand,
  recordAt: (depth: number) => RecordType,
  records: Records,
  wanted: (condition: TemplateBand["conditions"][number]) => string,
): BandSelection {
  const reader = (field: Parameters<Records["reader"]>[1]) => records.reader(band.record, field);
  const tests = band.conditions.map((condition) => {
    const read = reader(condition.field);
    const text = wanted(condition);
    return (row: number) => satisfies(condition, read(row), text, records.date1904);
  });
  const chosen = records.rows(band.record).filter((row) => tests.every((test) => test(row)));
  const all = sorted(chosen, band.sort, reader, records.date1904);
  if (band.relations.length === 0) return (scope) => (scope.includes(-1) ? [] : all);

  const joins = band.relations.map(({ depth, relation }) => {
    if (relation === "self") return { depth, outer: String, inner: String };
    const outer = relation.map(([column]) => textReader(records, recordAt(depth), column));
    const inner = relation.map(([, column]) => textReader(records, band.record, column));
    return { depth, outer: joined(outer), inner: joined(inner) };
  });
  const index = new Map<string, number[]>();
  for (const row of all) {
    const key = keyOf(joins.map(({ inner }) => inner(row)));
    if (key === null) continue;
    const rows = index.get(key);
    if (rows) rows.push(row);
    else index.set(key, [row]);
  }
  return (scope) => {
    if (scope.includes(-1)) return [];
    const key = keyOf(joins.map(({ depth, outer }) => outer(scope[depth]!)));
    return key === null ? [] : (index.get(key) ?? []);
  };
}

/** What is empty belongs to nothing. */
function keyOf(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join(KEY_SEPARATOR);
}

function joined(readers: readonly ((row: number) => string)[]): (row: number) => string | null {
  return (row) => {
    const texts = readers.map((read) => read(row));
    return texts.includes("") ? null : texts.join(KEY_SEPARATOR);
  };
}

function textReader(records: Records, record: RecordType, column: string): (row: number) => string {
  const field = record.fields.find((one) => one.name === column);
  if (!field) throw new Error(`no field ${column} of ${record.name}`);
  const read = records.reader(record, field);
  return (row) => {
    const value = read(row);
    return typeof value === "string" || typeof value === "number" ? foldKeepingMarks(String(value)) : "";
  };
}
