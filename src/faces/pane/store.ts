/** A value that views follow: it is replaced, never changed. */
import { useSyncExternalStore } from "react";

export class Store<T extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: T) {}

  readonly state = (): T => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(change: Partial<T>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** A store's value in a view, drawn again when it is replaced. */
export function useStore<T extends object>(store: Pick<Store<T>, "state" | "subscribe">): T {
  return useSyncExternalStore(store.subscribe, store.state);
}
