/** The built files over http: reading only, one folder only, asked for by this machine's own names only. */
import { createReadStream, realpathSync, statSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
};

/** Names of the machine itself: a page of the outside that has pointed a name of its own here gets nothing. */
const OWN_HOST = /^(localhost|127\.0\.0\.1)(:\d+)?$/i;
/** A built file whose name says what is in it never changes. */
const LASTING = /\.[0-9a-f]{8}\.(js|css)$/;

export interface FolderOptions {
  readonly folder: string;
  /** What `/` leads to. */
  readonly first: string;
  /** Whether another page may show this one inside itself, as Excel on the web does with the pane. */
  readonly framed: boolean;
}

export function folderListener(options: FolderOptions): RequestListener {
  const folder = realpathSync(options.folder);
  return (request, response) => {
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    if (!options.framed) response.setHeader("content-security-policy", "frame-ancestors 'none'");
    answer(folder, options.first, request, response);
  };
}

function answer(folder: string, first: string, request: IncomingMessage, response: ServerResponse): void {
  if (!OWN_HOST.test(request.headers.host ?? "")) return refuse(response, 421);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return refuse(response, 405);
  }
  const asked = pathOf(request.url ?? "/");
  if (asked === null) return refuse(response, 400);
  if (asked === "/") return void response.writeHead(302, { location: `/${first}` }).end();
  const file = fileAt(folder, asked);
  if (file === null) return refuse(response, 404);
  response.writeHead(200, {
    "content-type": types[path.extname(file.path).toLowerCase()] ?? "application/octet-stream",
    "content-length": file.size,
    "cache-control": LASTING.test(file.path) ? "public, max-age=31536000, immutable" : "no-cache",
  });
  if (request.method === "HEAD") return void response.end();
  // A reader that goes away in the middle is no fault of ours.
  pipeline(createReadStream(file.path), response, () => undefined);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${status}\n`);
}

/** The path that is asked for, decoded; null for what is no path. */
function pathOf(url: string): string | null {
  try {
    const decoded = decodeURIComponent(url.split(/[?#]/)[0]!);
    return decoded.startsWith("/") && !decoded.includes("\0") ? decoded : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The file under the folder; null for what is not there, cannot be read or leads out of it, links included. */
function fileAt(folder: string, asked: string): { readonly path: string; readonly size: number } | null {
  const wanted = path.resolve(folder, `.${path.sep}${asked}`);
  if (!isInside(folder, wanted)) return null;
  try {
    const real = realpathSync(wanted);
    const state = statSync(real);
    return state.isFile() && isInside(folder, real) ? { path: real, size: state.size } : null;
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === "string") return null;
    throw error;
  }
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== "" && !way.startsWith("..") && !path.isAbsolute(way);
}
