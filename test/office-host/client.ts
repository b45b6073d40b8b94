/** Loads Microsoft's own Excel client, unmodified, into this realm and joins it to a host by the client's own bridge. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ExcelProcess } from "./excel-process";
import { addNotes } from "./later-members";
import { isAtLeast, officeContext, type ContextOptions } from "./office-context";

const files = { desktop: "excel-win32-16.01.js", web: "excel-web-16.00.js" } as const;

interface Bridge {
  /** Set by the client. */
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

type Globals = Record<string, unknown>;

export interface Client {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Takes the client's globals away again. */
  /** Nothing is delivered any more. */
  unload(): void;
}

function createBridge(host: ExcelProcess): Bridge {
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const message = JSON.parse(text) as { id: number; message: { body: unknown } };
      const { body } = message.message;
      // The answer comes later, as it does from another process.
      setTimeout(() => {
        const answer = host.answer(typeof body === "string" ? body : JSON.stringify(body));
        const response = answer.refusal
          ? { statusCode: 400, headers: {}, body: JSON.stringify({ error: answer.refusal }) }
          : { statusCode: 200, headers: {}, body: answer.body };
        deliver({ id: message.id, type: 2, message: response });
      }, 0);
    },
  };
  const deliver = (message: unknown) => bridge.onMessageFromHost?.(JSON.stringify(message));
  host.onEvents = (entries) => setTimeout(() => deliver({ type: 3, message: { entries } }), 0);
  return bridge;
}

/** What the client expects of a page and Node does not have. */
function pageGlobals(): Globals {
  const location = {
    protocol: "https:",
    search: "",
    hash: "",
    href: "https://localhost/",
    hostname: "localhost",
    origin: "https://localhost",
  };
  const nothing = () => undefined;
  return {
    window: globalThis,
    self: globalThis,
    navigator: { userAgent: "node" },
    location,
    document: {
      URL: location.href,
      location,
      getElementsByTagName: () => [],
      createElement: () => ({ setAttribute: nothing, style: {} }),
      addEventListener: nothing,
    },
    addEventListener: nothing,
    removeEventListener: nothing,
  };
}

export function loadClient(host: ExcelProcess, options: ContextOptions): Client {
  const realm = globalThis as unknown as Globals;
  const before = new Map(Object.entries(Object.getOwnPropertyDescriptors(realm)));
  const define = (name: string, value: unknown) =>
    Object.defineProperty(realm, name, { value, configurable: true, writable: true, enumerable: true });
  const inPage = "window" in realm;
  if (!inPage)
    for (const [name, value] of Object.entries(pageGlobals())) if (!(name in realm)) define(name, value);
  define("_richApiNativeBridge", createBridge(host));
  const path = createRequire(__filename).resolve(`@microsoft/office-js/dist/${files[options.profile]}`);
  // Indirect, so that it runs as a page's script does: in the global scope of the test's own realm.
  const evaluate = eval;
  evaluate(readFileSync(path, "utf8"));
  const office = realm["Office"] as Globals;
  const extension = realm["OfficeExtension"] as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  const context = officeContext(host, options);
  (realm["OSF"] as Globals)["_OfficeAppFactory"] = {
    getContext: () => context,
    getHostInfo: () => ({ isDialog: false }),
  };
  const info = { host: "Excel", platform: context.platform };
  office["onReady"] = (callback?: (given: typeof info) => unknown) => {
    const ready = Promise.resolve(info);
    return callback ? ready.then((given) => (callback(given), given)) : ready;
  };
  // The shipped client leaves it to the host to refuse what is newer; an older Excel does.
  extension.CommonUtility._doApiNotSupportedCheck = true;
  if (isAtLeast(options.apiLevel, "1.18")) addNotes(realm as unknown as Parameters<typeof addNotes>[0]);
  return {
    Excel: realm["Excel"] as typeof Excel,
    Office: realm["Office"] as typeof Office,
    OfficeExtension: realm["OfficeExtension"] as typeof OfficeExtension,
    unload: () => restore(realm, before),
  };
}

function restore(realm: Globals, before: ReadonlyMap<string, PropertyDescriptor>): void {
  for (const name of Object.getOwnPropertyNames(realm)) {
    const known = before.get(name);
    if (known) {
      if (known.configurable && realm[name] !== known.value && "value" in known)
        Object.defineProperty(realm, name, known);
    } else Reflect.deleteProperty(realm, name);
  }
}
