/** The worker that holds the page's files. */
import { UnsupportedFile } from "../../../hosts/xlsx";
import type { BookChange } from "../../../book";
import { localFiles, type OpenFile } from "./files";
import type { Answered, Answers, Asked, Order } from "./messages";
import { packed } from "./packing";

/** The worker's own side of it: the page's types know no worker. */
interface Thread {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  readonly postMessage: (answered: Answered, transfer?: Transferable[]) => void;
}

const thread = globalThis as unknown as Thread;
const open = new Map<number, OpenFile>();

function fileOf(order: Order): OpenFile {
  const file = open.get(order.file);
  if (!file) throw new Error(`no open file ${order.file}`);
  return file;
}

async function carryOut(id: number, order: Order): Promise<Answers[Order["kind"]]> {
  switch (order.kind) {
    case "create":
      open.set(order.file, localFiles.create());
      return null;
    case "open": {
      const file = await localFiles.open(order.bytes);
      open.set(order.file, file);
      return { hasMacros: file.hasMacros, notShown: file.notShown };
    }
    case "read":
      return packed(await fileOf(order).read(order.request));
    case "apply": {
      const changes: BookChange[] = [];
      const file = fileOf(order);
      const unwatch = file.watch((change) => changes.push(change));
      const outcome = await file.apply(order.edit, {
        at: order.at,
        ...(order.inverse ? { inverse: order.inverse } : {}),
        onProgress: (done, total) => thread.postMessage({ id, kind: "progress", done, total }),
      });
      unwatch();
      return { outcome, changes };
    }
    case "bytes":
      return fileOf(order).bytes();
    case "close":
      open.delete(order.file);
      return null;
  }
}

/** One order after the other, as they came. */
let last: Promise<void> = Promise.resolve();
thread.onmessage = ({ data: { id, order } }) => {
  last = last.then(async () => {
    try {
      const answer = await carryOut(id, order);
      thread.postMessage({ id, kind: "done", answer });
    } catch (error) {
      if (error instanceof UnsupportedFile)
        thread.postMessage({ id, kind: "unsupported", what: error.what, detail: error.detail });
      else
        thread.postMessage({
          id,
          kind: "failed",
          detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
    }
  });
};
