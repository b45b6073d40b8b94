/** Unsaved work, kept in this browser so that it outlives a closed tab. One workbook is kept: the one worked on last. */

export interface KeptWork {
  readonly name: string | null;
  readonly bytes: Uint8Array;
  /** ISO time. */
  readonly at: string;
}

export interface Keeping {
  readonly load: () => Promise<KeptWork | null>;
  readonly keep: (work: KeptWork) => Promise<void>;
  readonly clear: () => Promise<void>;
}

const DATABASE = "so-mtqg";
const STORE = "unsaved";
const KEY = "last";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's storage cannot be opened"));
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error ?? new Error("the browser's storage failed"));
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser's storage is full"));
    });
  } finally {
    database.close();
  }
}

export const browserKeeping: Keeping = {
  load: async () => ((await inStore("readonly", (store) => store.get(KEY))) as KeptWork | undefined) ?? null,
  keep: async (work) => void (await inStore("readwrite", (store) => store.put(work, KEY))),
  clear: async () => void (await inStore("readwrite", (store) => store.delete(KEY))),
};
