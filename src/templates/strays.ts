/** Records that a band within another leaves out, since they belong to none of the outer ones: a xóm that is in no list. */
import { foldKeepingMarks } from "../domain";
import type { Template, TemplateBand } from "./model";
import type { Records } from "./records";
import type { Relation } from "./relations";
import type { RecordType } from "./schema";

export interface StrayRecords {
  readonly record: string;
  readonly outer: string;
  readonly count: number;
}

export function strayRecords(template: Template, records: Records): StrayRecords[] {
  const found: StrayRecords[] = [];
  const look = (band: TemplateBand, around: readonly TemplateBand[]): void => {
    for (const { depth, relation } of band.relations) {
      // Depth 0 is the record that the whole sheet is for.
      const outer = depth === 0 ? template.each : around.find((one) => one.depth === depth)?.record;
      if (!outer || relation === "self") continue;
      const count = straysOf(band.record, outer, relation, records);
      if (count > 0) found.push({ record: band.record.name, outer: outer.name, count });
    }
    for (const inner of band.bands) look(inner, [...around, band]);
  };
  for (const band of template.bands) look(band, []);
  return found;
}

function straysOf(inner: RecordType, outer: RecordType, relation: Relation, records: Records): number {
  const key = (record: RecordType, columns: readonly string[]) => {
    const readers = columns.map((column) =>
      records.reader(
        record,
        record.fields.find((field) => field.name === column)!,
      ),
    );
    return (row: number) => readers.map((read) => foldKeepingMarks(String(read(row) ?? ""))).join("\u0001");
  };
  const outerKey = key(
    outer,
    relation.map(([column]) => column),
  );
  const innerKey = key(
    inner,
    relation.map(([, column]) => column),
  );
  const owners = new Set(records.rows(outer).map(outerKey));
  return records.rows(inner).filter((row) => !owners.has(innerKey(row))).length;
}
