/**
 * Ties the host's classes to the declarations of `Excel.*`: a member that is named wrongly, or whose signature is not
 * what Microsoft declares, is a type error.
 */
import { HostObject, type Members } from "../protocol";
import type { HostClasses } from "./host-classes";

type Client<K> = K extends keyof typeof Excel
  ? (typeof Excel)[K] extends abstract new (...parameters: never[]) => infer C
    ? C
    : never
  : never;

/** The host's class that plays a class of the client. */
type PlayedBy<T> = {
  [K in keyof HostClasses]: [T] extends [Client<K>]
    ? [Client<K>] extends [T]
      ? HostClasses[K]
      : never
    : never;
}[keyof HostClasses];

// A ClientResult is known by its `value`, which objects may have too: objects are asked for first.
type Value<T> = T extends OfficeExtension.ClientObject
  ? PlayedBy<T>
  : T extends OfficeExtension.ClientResult<infer V>
    ? V
    : T extends (infer E)[]
      ? E extends OfficeExtension.ClientObject
        ? PlayedBy<E>[]
        : T
      : T;

type Nullable<K> = K extends `${string}OrNullObject` ? null : never;

type Member<T, K> = T extends (...parameters: infer A) => infer R
  ? (...parameters: { [I in keyof A]: Value<A[I]> }) => Value<R> | Nullable<K>
  : Value<T> | null;

type Listed<M> = M extends {
  scalars: readonly (infer S)[];
  objects: readonly (infer O)[];
  methods: readonly (infer F)[];
}
  ? S | O | F
  : never;

/** What a class must have to play `T` with the members of list `M`. */
export type Hosted<T, M> = { [K in Extract<Listed<M>, keyof T>]: Member<T[K], K> };

/** Members of the client's own that no declaration shows begin with an underscore. */
type Name<T> = Extract<keyof T, string> | `_${string}`;

/** Lists the members of a host class; every name must be one of `T`. */
export function membersOf<T>() {
  return <
    const S extends readonly Name<T>[] = [],
    const O extends readonly Name<T>[] = [],
    const F extends readonly Name<T>[] = [],
  >(
    type: string,
    lists: {
      readonly id?: string;
      readonly scalars?: S;
      readonly objects?: O;
      readonly methods?: F;
      readonly wire?: Members["wire"];
      readonly events?: Members["events"];
    },
  ) => ({
    type,
    scalars: (lists.scalars ?? []) as S,
    objects: (lists.objects ?? []) as O,
    methods: (lists.methods ?? []) as F,
    ...(lists.id ? { id: lists.id } : {}),
    ...(lists.wire ? { wire: lists.wire } : {}),
    ...(lists.events ? { events: lists.events } : {}),
  });
}

export { HostObject };
