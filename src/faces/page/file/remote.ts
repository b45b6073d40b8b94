/** Files held by the worker, as the page sees them. */
import type { BookChange, Outcome } from "../../../book";
import { UnsupportedFile, type UnsupportedWhat } from "../../../hosts/xlsx";
import type { Files, OpenFile } from "./files";
import type { Answered, Answers, Asked, Order } from "./messages";
import { unpacked } from "./packing";

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

export class RemoteFiles implements Files {
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #files = 0;

  constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<Answered>) => this.#hear(data);
    worker.onerror = (event) => this.#fail(new Error(`the worker of the files failed: ${event.message}`));
  }

  readonly create = (): OpenFile => {
    this.#files += 1;
    const file = this.#files;
    void this.#ask({ kind: "create", file });
    return this.#file(file, { hasMacros: false, notShown: [] });
  };

  readonly open = async (bytes: Uint8Array): Promise<OpenFile> => {
    this.#files += 1;
    const file = this.#files;
    return this.#file(file, await this.#ask({ kind: "open", file, bytes }));
  };

  #file(file: number, { hasMacros, notShown }: Answers["open"]): OpenFile {
    const listeners = new Set<(change: BookChange) => void>();
    return {
      hasMacros,
      notShown,
      read: async (request = {}) => unpacked(await this.#ask({ kind: "read", file, request })),
      apply: async (edit, { at, inverse, onProgress, signal }): Promise<Outcome> => {
        signal?.throwIfAborted();
        const order = { kind: "apply", file, edit, at, inverse: inverse ?? null } as const;
        const { outcome, changes } = await this.#ask(order, onProgress);
        for (const change of changes) for (const listener of listeners) listener(change);
        return outcome;
      },
      watch: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      bytes: () => this.#ask({ kind: "bytes", file }),
      close: () => void this.#ask({ kind: "close", file }),
    };
  }

  #ask<K extends Order["kind"]>(
    order: Extract<Order, { kind: K }>,
    onProgress?: Waiting["onProgress"],
  ): Promise<Answers[K]> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      const asked: Asked = { id, order };
      this.worker.postMessage(asked);
    });
  }

  #hear(answered: Answered): void {
    const waiting = this.#waiting.get(answered.id);
    if (!waiting) return;
    if (answered.kind === "progress") return waiting.onProgress?.(answered.done, answered.total);
    this.#waiting.delete(answered.id);
    if (answered.kind === "done") waiting.resolve(answered.answer as never);
    else if (answered.kind === "unsupported")
      waiting.reject(new UnsupportedFile(answered.what as UnsupportedWhat, answered.detail));
    else waiting.reject(new Error(answered.detail));
  }

  #fail(error: Error): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(error);
  }
}
