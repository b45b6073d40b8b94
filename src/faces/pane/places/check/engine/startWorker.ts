/** Starts the worker; in a module of its own, because only here a module's own address is needed. */
export function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url));
}
