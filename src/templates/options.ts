/** What stands in a band's opening mark: conditions, order, and what an empty result leaves. */
import { nameKey, PARAMETERS, ASKED, type RecordType } from "./schema";
import type { MistakeList } from "./mistakes";
import type { BandCondition, SortKey } from "./model";
import { near } from "./near";
import type { Resolver } from "./resolve";
import type { ConditionSyntax, OptionSyntax } from "./syntax";

const SORT = "sắp xếp";
const EMPTY = "trống";
const KEEP = "giữ dòng";
const DROP = "bỏ dòng";
const DESCENDING = /\s+giảm(?: dần)?$/iu;
const ASCENDING = /\s+tăng(?: dần)?$/iu;

export interface BandOptions {
  readonly sort: readonly SortKey[];
  readonly keepEmpty: boolean;
}

/** By default an empty band's rows stay once, empty: sums over them and the look of the form hold. */
export function bandOptions(
  options: readonly OptionSyntax[],
  record: RecordType,
  address: string,
  mistakes: MistakeList,
): BandOptions {
  let sort: readonly SortKey[] = [];
  let keepEmpty = true;
  for (const { name, value } of options) {
    const key = nameKey(name);
    if (key === nameKey(SORT)) {
      sort = sortKeys(value, record, address, mistakes);
    } else if (key === nameKey(EMPTY)) {
      const wanted = nameKey(value);
      if (wanted !== nameKey(KEEP) && wanted !== nameKey(DROP))
        mistakes.add("badEmptyOption", address, { value });
      keepEmpty = wanted !== nameKey(DROP);
    } else {
      mistakes.add("unknownOption", address, { option: name, near: near(name, [SORT, EMPTY]) });
    }
  }
  return { sort, keepEmpty };
}

/** `"Thôn xóm; Họ và tên chủ hộ"`, `"NSTW giảm dần"`: no header holds a comma or a semicolon. */
function sortKeys(text: string, record: RecordType, address: string, mistakes: MistakeList): SortKey[] {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  return parts
    .filter((part) => part !== "" || parts.length === 1)
    .flatMap((part) => {
      const name = part.replace(DESCENDING, "").replace(ASCENDING, "");
      const field = fieldOf(record, name, address, mistakes);
      return field ? [{ field, descending: DESCENDING.test(part) }] : [];
    });
}

function fieldOf(record: RecordType, name: string, address: string, mistakes: MistakeList) {
  const field = record.fields.find((one) => nameKey(one.name) === nameKey(name));
  if (field) return field;
  const names = record.fields.map((one) => one.name);
  mistakes.add("unknownField", address, { record: record.name, field: name, near: near(name, names) });
  return null;
}

/** `"Thôn xóm"="Nhập.Tên xóm"` compares with what is asked for, `"…"="Tham số.…"` with a parameter. */
export function bandCondition(
  { field: name, equal, value }: ConditionSyntax,
  record: RecordType,
  address: string,
  resolver: Resolver,
  mistakes: MistakeList,
): BandCondition | null {
  const field = fieldOf(record, name, address, mistakes);
  if (!field) return null;
  const dot = value.indexOf(".");
  const head = nameKey(dot < 0 ? "" : value.slice(0, dot));
  const rest = value.slice(dot + 1).trim();
  if (head === nameKey(ASKED) && rest !== "") {
    return { field, equal, value: resolver.askedFor(rest, "text", address) };
  }
  const parameter = head === nameKey(PARAMETERS) ? resolver.parameter(rest) : undefined;
  if (parameter) return { field, equal, value: { of: "parameter", field: parameter } };
  return { field, equal, value };
}
