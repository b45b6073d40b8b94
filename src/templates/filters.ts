/** The filters of a placeholder: which there are, and which fields they are for. */
import type { ColumnKind } from "../layout";

export type Filter = "bằng chữ" | "ngày" | "số" | "che" | "hoa";

export const filters: readonly Filter[] = ["bằng chữ", "ngày", "số", "che", "hoa"];

/** Filters that say how the value itself is written; a placeholder has at most one of them. */
const writing: readonly Filter[] = ["bằng chữ", "ngày", "số"];

/** What a filter is applied to. `free` is typed by a person for this document, or a parameter. */
export type FieldKind = ColumnKind | "free" | "order";

const suits: Readonly<Record<Filter, readonly FieldKind[] | "all">> = {
  "bằng chữ": ["money", "detailMoney", "free", "any"],
  ngày: ["date", "birthDate", "free", "any"],
  số: ["money", "detailMoney", "count", "quantity", "fraction", "free", "any", "order"],
  che: "all",
  hoa: "all",
};

export function filterSuits(filter: Filter, kind: FieldKind): boolean {
  const kinds = suits[filter];
  return kinds === "all" || kinds.includes(kind);
}

/** The first two of these filters that cannot be used together; null where all can. */
export function clash(list: readonly Filter[]): readonly [Filter, Filter] | null {
  const [first, second] = list.filter((one) => writing.includes(one));
  return first !== undefined && second !== undefined ? [first, second] : null;
}

/** In the order in which they are applied, whatever the order they were written in. */
export function inOrder(list: readonly Filter[]): readonly Filter[] {
  return filters.filter((one) => list.includes(one));
}
