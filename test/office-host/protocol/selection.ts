/** Answers a load: picks the selected members of an object, through its objects and collections. */
import type { QueryInfo } from "./messages";
import { isCollection, memberName, wireName, type HostObject } from "./host-object";

type Data = Record<string, unknown>;

export interface Reader {
  getProperty(object: HostObject, name: string): unknown;
  /** A member that travels but is not there. */
  missing(object: HostObject, name: string): never;
}

/** The answer to an Instantiate: the object's id and its reference, nothing more. */
export function identityOf(object: HostObject | null, reader: Reader): Data | null {
  if (object === null) return null;
  const data: Data = {};
  const id = object.members.id;
  if (id) data[wireName(id)] = reader.getProperty(object, id);
  if (object.referenceId) data["_ReferenceId"] = object.referenceId;
  return data;
}

export function queryObject(object: HostObject | null, info: QueryInfo, reader: Reader): Data | null {
  if (object === null) return null;
  const select = toList(info.Select);
  const expand = toList(info.Expand).map((path) => `${path}/*`);
  return select.length + expand.length === 0
    ? read(object, ["*"], info, reader)
    : read(object, [...select, ...expand], info, reader);
}

function read(object: HostObject, paths: readonly string[], page: QueryInfo, reader: Reader): Data {
  return isCollection(object)
    ? readCollection(object, paths, page, reader)
    : readMembers(object, paths, reader);
}

function readCollection(
  object: HostObject & { collectionItems(): readonly HostObject[] },
  paths: readonly string[],
  page: QueryInfo,
  reader: Reader,
): Data {
  const data: Data = identityOf(object, reader) ?? {};
  const own = paths.filter((path) => object.members.scalars.includes(memberName(object.members, path)));
  for (const path of own)
    data[path.startsWith("_") ? path : wireName(memberName(object.members, path))] = reader.getProperty(
      object,
      memberName(object.members, path),
    );
  if (paths.includes("*")) Object.assign(data, readAllScalars(object, reader));
  const forItems = paths.filter((path) => !own.includes(path));
  const skip = page.Skip ?? 0;
  const end = page.Top === undefined || page.Top === null ? undefined : skip + page.Top;
  data["_Items"] = object
    .collectionItems()
    .slice(skip, end)
    .map((item, index) => ({ _Index: skip + index, ...read(item, forItems, {}, reader) }));
  return data;
}

function readMembers(object: HostObject, paths: readonly string[], reader: Reader): Data {
  const data: Data = identityOf(object, reader) ?? {};
  const children = new Map<string, string[]>();
  for (const path of paths) {
    const [first = "", ...rest] = path.split(/[/.]/);
    const name = memberName(object.members, first);
    if (first === "*") Object.assign(data, readAllScalars(object, reader));
    else if (rest.length === 0 && object.members.scalars.includes(name)) {
      data[wireName(name)] = reader.getProperty(object, name);
    } else if (object.members.objects.includes(name)) {
      children.set(name, [...(children.get(name) ?? []), rest.join("/") || "*"]);
    } else reader.missing(object, name);
  }
  for (const [name, inner] of children) {
    const child = reader.getProperty(object, name) as HostObject | null;
    data[wireName(name)] = child === null ? null : read(child, inner, {}, reader);
  }
  return data;
}

function readAllScalars(object: HostObject, reader: Reader): Data {
  const data: Data = {};
  for (const name of object.members.scalars) data[wireName(name)] = reader.getProperty(object, name);
  return data;
}

function toList(paths: readonly string[] | string | undefined): readonly string[] {
  if (paths === undefined || paths === null) return [];
  return typeof paths === "string" ? paths.split(",").map((path) => path.trim()) : paths;
}
