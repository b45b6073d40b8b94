/**
 * Interprets request batches against host objects, by their member lists alone.
 * Actions run in order; the first refusal ends the batch and what was done before it stays done.
 */
import {
  ActionType,
  PathType,
  type ActionInfo,
  type ArgumentInfo,
  type ObjectPathInfo,
  type RequestBody,
  type ResponseBody,
} from "./messages";
import { ApiError, HostObject, isCollection, isWritable, memberName } from "./host-object";
import { identityOf, queryObject, type Reader } from "./selection";

export interface TraceEntry {
  readonly kind: "get" | "set" | "call" | "event";
  /** `Range.values` */
  readonly member: string;
}

export interface InterpreterOptions {
  /** Objects that the client makes by name (`new`), e.g. services. */
  readonly create?: (name: string) => HostObject | undefined;
  readonly onEvent?: (register: boolean, object: HostObject, event: string) => void;
  readonly onTrace?: (entry: TraceEntry) => void;
  readonly onMissing?: (member: string) => void;
}

interface Batch {
  readonly paths: RequestBody["ObjectPaths"];
  readonly resolved: Map<number, HostObject | null>;
  /** What is being done, for the error's location. */
  location: string;
}

export class Interpreter implements Reader {
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(
    private readonly root: HostObject,
    private readonly options: InterpreterOptions = {},
  ) {}

  /** Objects that the client keeps from batch to batch. */
  get keptObjects(): Iterable<HostObject> {
    return this.references.values();
  }

  execute(body: RequestBody): ResponseBody {
    const batch: Batch = { paths: body.ObjectPaths, resolved: new Map(), location: "" };
    const results: { ActionId: number; Value: unknown }[] = [];
    const traceIds: number[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        if (action.ActionType === ActionType.Trace) traceIds.push(action.Id);
        const value = this.act(action, batch);
        results.push({ ActionId: action.Id, Value: value === undefined ? null : value });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const { code, message, httpStatusCode } = error;
        if (code === "NotImplemented")
          this.options.onMissing?.(message.replace(/^not implemented: Excel\./, ""));
        return {
          Results: results,
          TraceIds: traceIds,
          Error: {
            Code: code,
            Message: message,
            Location: batch.location,
            ActionIndex: index,
            HttpStatusCode: httpStatusCode,
          },
        };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  private act(action: ActionInfo, batch: Batch): unknown {
    switch (action.ActionType) {
      case ActionType.Trace:
        return null;
      case ActionType.Instantiate:
        return identityOf(this.resolve(action.ObjectPathId, batch), this);
      case ActionType.Query:
      case ActionType.QueryAsJson: {
        const object = this.resolve(action.ObjectPathId, batch);
        if (object) batch.location = `${object.members.type}.load`;
        return queryObject(object, action.QueryInfo ?? {}, this);
      }
      case ActionType.RecursiveQuery:
        return this.queryRecursively(this.resolve(action.ObjectPathId, batch), action);
      case ActionType.Method:
        return this.callMethod(action, batch);
      case ActionType.SetProperty: {
        const object = this.resolve(action.ObjectPathId, batch);
        if (object)
          this.setProperty(object, action.Name ?? "", this.argumentsOf(action.ArgumentInfo, batch)[0], batch);
        return null;
      }
      case ActionType.Update: {
        const object = this.resolve(action.ObjectPathId, batch);
        if (object) this.update(object, action.ObjectState ?? {}, batch);
        return null;
      }
      case ActionType.EnsureUnchanged: {
        const object = this.resolve(action.ObjectPathId, batch);
        if (object) this.ensureUnchanged(object, action.ObjectState ?? {}, batch);
        return null;
      }
      default:
        throw new ApiError("NotImplemented", `not implemented: action type ${action.ActionType}`, 501);
    }
  }

  private resolve(id: number, batch: Batch): HostObject | null {
    const known = batch.resolved.get(id);
    if (known !== undefined) return known;
    const path = batch.paths[id];
    if (!path) throw new ApiError("InvalidObjectPath", `The object path ${id} is not part of the request.`);
    const object = this.followPath(path, batch);
    batch.resolved.set(id, object);
    return object;
  }

  private followPath(path: ObjectPathInfo, batch: Batch): HostObject | null {
    const parent =
      path.ParentObjectPathId === undefined ||
      path.ParentObjectPathId === null ||
      path.ParentObjectPathId <= 0
        ? undefined
        : this.resolve(path.ParentObjectPathId, batch);
    if (parent === null) return null;
    const name = path.Name ?? "";
    switch (path.ObjectPathType) {
      case PathType.Global:
        return this.root;
      case PathType.New: {
        const object = this.options.create?.(name);
        if (!object) return this.refuseMissing(`new ${name}`);
        return object;
      }
      case PathType.ReferenceId: {
        const object = this.references.get(name);
        if (!object)
          throw new ApiError("InvalidReference", "This reference is not valid for the current operation.");
        return object;
      }
      case PathType.Null:
        return null;
      case PathType.Property:
        return this.getProperty(
          parent ?? this.root,
          memberName((parent ?? this.root).members, name),
          batch,
        ) as HostObject | null;
      case PathType.Method:
        return this.call(
          parent ?? this.root,
          name,
          this.argumentsOf(path.ArgumentInfo, batch),
          batch,
        ) as HostObject | null;
      case PathType.Indexer:
        return this.call(
          parent ?? this.root,
          "GetItem",
          this.argumentsOf(path.ArgumentInfo, batch),
          batch,
        ) as HostObject | null;
      default:
        throw new ApiError("InvalidObjectPath", `Unknown object path type ${path.ObjectPathType}.`);
    }
  }

  /** Arguments with object paths replaced by objects; an argument that was left out travels as null. */
  private argumentsOf(info: ArgumentInfo | undefined, batch: Batch): unknown[] {
    return (info?.Arguments ?? []).map((value, index) => {
      const argument = this.argument(value, info?.ReferencedObjectPathIds?.[index], batch);
      return argument === null ? undefined : argument;
    });
  }

  private argument(value: unknown, reference: unknown, batch: Batch): unknown {
    if (Array.isArray(value)) {
      const inner: readonly unknown[] = Array.isArray(reference) ? reference : [];
      return value.map((one, index) => this.argument(one, inner[index], batch));
    }
    if (typeof reference === "number" && reference > 0) return this.resolve(reference, batch);
    if (value === null || typeof value !== "object") return value;
    const path = (value as { _ObjectPathId?: unknown })._ObjectPathId;
    if (typeof path === "number") return this.resolve(path, batch);
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, this.argument(one, null, batch)]),
    );
  }

  private callMethod(action: ActionInfo, batch: Batch): unknown {
    const object = this.resolve(action.ObjectPathId, batch);
    if (!object) return null;
    const name = action.Name ?? "";
    if (name === "_KeepReference") return this.keep(object);
    const args = this.argumentsOf(action.ArgumentInfo, batch);
    if (name === "_RemoveReference") return this.release(String(args[0]));
    if (name === "_RemoveAllReferences")
      return [...this.references.keys()].forEach((key) => this.release(key));
    const event = /^_(Register|Unregister)(.+?)(?:Event)?$/.exec(name);
    if (event) {
      const eventName = (event[2] ?? "").replace(/^Event/, "");
      batch.location = `${object.members.type}.${name}`;
      if (!object.members.events?.includes(eventName)) this.refuseMissing(`${object.members.type}.${name}`);
      this.options.onTrace?.({ kind: "event", member: `${object.members.type}.${name}` });
      this.options.onEvent?.(event[1] === "Register", object, eventName);
      return null;
    }
    return this.call(object, name, args, batch);
  }

  private call(object: HostObject, travelling: string, args: readonly unknown[], batch: Batch): unknown {
    const name = memberName(object.members, travelling);
    batch.location = `${object.members.type}.${name}`;
    const method = (object as unknown as Record<string, unknown>)[name];
    if (!object.members.methods.includes(name) || typeof method !== "function")
      return this.missing(object, name);
    this.options.onTrace?.({ kind: "call", member: batch.location });
    const answer: unknown = method.apply(object, args);
    return answer === undefined ? null : answer;
  }

  getProperty(object: HostObject, name: string, batch?: Batch): unknown {
    if (batch) batch.location = `${object.members.type}.${name}`;
    const { scalars, objects, id } = object.members;
    if (!scalars.includes(name) && !objects.includes(name) && name !== id) this.missing(object, name);
    this.options.onTrace?.({ kind: "get", member: `${object.members.type}.${name}` });
    return (object as unknown as Record<string, unknown>)[name];
  }

  private setProperty(object: HostObject, travelling: string, value: unknown, batch: Batch): void {
    const name = memberName(object.members, travelling);
    batch.location = `${object.members.type}.${name}`;
    if (!object.members.scalars.includes(name) || !isWritable(object, name)) this.missing(object, name);
    this.options.onTrace?.({ kind: "set", member: batch.location });
    (object as unknown as Record<string, unknown>)[name] = value === undefined ? null : value;
  }

  private update(object: HostObject, state: Readonly<Record<string, unknown>>, batch: Batch): void {
    for (const [key, value] of Object.entries(state)) {
      const name = memberName(object.members, key);
      if (object.members.objects.includes(name)) {
        const child = this.getProperty(object, name, batch) as HostObject | null;
        if (child) this.update(child, value as Record<string, unknown>, batch);
      } else this.setProperty(object, key, value, batch);
    }
  }

  private ensureUnchanged(object: HostObject, state: Readonly<Record<string, unknown>>, batch: Batch): void {
    for (const [key, expected] of Object.entries(state)) {
      if (key.startsWith("_")) continue;
      const now = this.getProperty(object, memberName(object.members, key), batch);
      if (now instanceof HostObject) this.ensureUnchanged(now, expected as Record<string, unknown>, batch);
      else if (JSON.stringify(now) !== JSON.stringify(expected)) {
        throw new ApiError("Conflict", "Request could not be processed because of a conflict.", 409);
      }
    }
  }

  private queryRecursively(object: HostObject | null, action: ActionInfo): unknown {
    if (object === null) return null;
    const query = action.RecursiveQueryInfo?.Queries?.[object.members.type];
    const answer = queryObject(object, query ?? {}, this) ?? {};
    if (isCollection(object)) {
      answer["_Items"] = object
        .collectionItems()
        .map((item, index) => ({ _Index: index, ...(this.queryRecursively(item, action) as object) }));
    }
    return answer;
  }

  private keep(object: HostObject): null {
    if (!object.referenceId) {
      object.referenceId = `_r${this.nextReference}`;
      this.nextReference += 1;
      this.references.set(object.referenceId, object);
    }
    return null;
  }

  private release(key: string): void {
    const object = this.references.get(key);
    if (object) object.referenceId = undefined;
    this.references.delete(key);
  }

  missing(object: HostObject, name: string): never {
    return this.refuseMissing(`${object.members.type}.${name}`);
  }

  private refuseMissing(member: string): never {
    throw new ApiError("NotImplemented", `not implemented: Excel.${member}`, 501);
  }
}
