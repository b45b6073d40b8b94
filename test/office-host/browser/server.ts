/** Serves an add-in's pages and, beside them, Microsoft's office.js out of its package, over https on localhost. */
import { createServer } from "node:https";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, extname, join, normalize } from "node:path";
import { makeCertificate } from "./certificate";

/** The page or file at a path (with its leading slash), or null. */
export type Site = (path: string) => string | Buffer | null;

/** Where pages load Microsoft's script from. */
export const officeScript = "/officejs/office.js";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

const officeFolder = dirname(createRequire(__filename).resolve("@microsoft/office-js/dist/office.js"));

export interface Server {
  /** `https://localhost:port` */
  readonly origin: string;
  close(): Promise<void>;
}

/** A folder as a site; paths that leave it are not found. */
export function folderSite(folder: string): Site {
  return (path) => {
    const file = join(folder, normalize(path));
    return file.startsWith(folder) && existsSync(file) ? readFileSync(file) : null;
  };
}

export async function startServer(site: Site): Promise<Server> {
  const office = folderSite(officeFolder);
  const server = createServer(makeCertificate(), (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
    const body = path.startsWith("/officejs/") ? office(path.slice("/officejs".length)) : site(path);
    // A missing icon would count as an error on the page's console.
    if (body === null) response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    else
      response
        .writeHead(200, { "content-type": types[extname(path)] ?? "text/plain; charset=utf-8" })
        .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
