/** A folder served on this machine, at the port that is wished for or the next one that is free. */
import { createServer as createHttp, type Server } from "node:http";
import { createServer as createHttps } from "node:https";
import { folderListener, type FolderOptions } from "./files";
import type { Certificates } from "./machine";

export interface Served {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";
const TRIES = 100;

/** With certificates by https, else by http. Only this machine can reach it. */
export async function serveFolder(
  options: FolderOptions & { readonly port: number; readonly certificates?: Certificates },
): Promise<Served> {
  const listener = folderListener(options);
  const { certificates } = options;
  const server = certificates ? createHttps({ ...certificates }, listener) : createHttp(listener);
  const port = await listenFrom(server, options.port);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listenFrom(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port += 1) {
    const failure = await listenAt(server, port);
    if (failure === null) {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("the server has no port");
      return address.port;
    }
    const taken = failure.code === "EADDRINUSE" || failure.code === "EACCES";
    if (!taken || port - wanted >= TRIES) throw failure;
  }
}

function listenAt(server: Server, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error);
    server.once("error", failed);
    server.listen(port, HOST, () => {
      server.off("error", failed);
      resolve(null);
    });
  });
}
