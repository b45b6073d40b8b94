/** What an object needs so that requests can reach it: a type name and the list of members that travel. */

export interface Members {
  /** The class's name in the client, e.g. `Range`. */
  readonly type: string;
  /** The scalar the client is told when it instantiates an object. */
  readonly id?: string;
  readonly scalars: readonly string[];
  /** Properties that are objects themselves. */
  readonly objects: readonly string[];
  readonly methods: readonly string[];
  /** Names that travel otherwise than in PascalCase: from the travelling name to the member. */
  readonly wire?: Readonly<Record<string, string>>;
  /** Events the client may register, by their travelling name, e.g. `DataChanged`. */
  readonly events?: readonly string[];
}

export abstract class HostObject {
  abstract readonly members: Members;
  /** Set while the client keeps a reference to the object beyond one batch. */
  referenceId: string | undefined;
}

export interface HostCollection extends HostObject {
  collectionItems(): readonly HostObject[];
}

export function isCollection(object: HostObject): object is HostCollection {
  return "collectionItems" in object;
}

/** A refusal that goes to the client as an error with a code. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatusCode = 400,
  ) {
    super(message);
  }
}

export function memberName(members: Members, wireName: string): string {
  const alias = members.wire?.[wireName];
  if (alias) return alias;
  return wireName.startsWith("_") ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

export function wireName(name: string): string {
  return name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether a member of an object can be set. */
export function isWritable(object: HostObject, name: string): boolean {
  for (let owner: object | null = object; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    if (property) return property.set !== undefined || property.writable === true;
  }
  return false;
}
