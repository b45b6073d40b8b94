/** Members that only read and write a field of the state behind an object. */
import type { HostObject } from "../protocol";

/** An object whose class declares fields that `passThrough` ties to its state. */
export interface Stateful<S> {
  readonly state: S;
}

/** Defines accessors on a class for fields of its state that carry the same name. */
export function passThrough<S>(
  type: { prototype: HostObject & Stateful<S> },
  fields: readonly (keyof S & string)[],
): void {
  for (const field of fields) {
    Object.defineProperty(type.prototype, field, {
      get(this: Stateful<S>) {
        return this.state[field];
      },
      set(this: Stateful<S>, value: S[typeof field]) {
        this.state[field] = value;
      },
    });
  }
}
