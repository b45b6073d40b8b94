/** `start`: the page served for real on this machine; the ways into Excel on other systems as plain data. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, get, request, type IncomingMessage } from "node:http";
import { get as getSecurely } from "node:https";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  browserCommand,
  excelOf,
  run,
  serveFolder,
  sideloading,
  thisMachine,
  unloading,
  type Certificates,
  type Machine,
} from "../../src/faces/batch";

const root = path.resolve(__dirname, "../..");
const ID = "5b0f6a0e-7c35-4f0b-9d5e-3a1c86d2e719";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A package that has been built: two pages, a script, and the manifest as it is. */
function packageFolder(): string {
  mkdirSync(path.join(folder, "dist/web/page"), { recursive: true });
  writeFileSync(path.join(folder, "dist/web/page.html"), "<p>trang</p>");
  writeFileSync(path.join(folder, "dist/web/pane.html"), "<p>khung</p>");
  writeFileSync(path.join(folder, "dist/web/page/page.0123abcd.js"), "let a");
  writeFileSync(path.join(folder, "manifest.xml"), readFileSync(path.join(root, "manifest.xml")));
  return folder;
}

interface Deed {
  readonly command: string;
  readonly args: readonly string[];
}

interface TestMachine extends Machine {
  readonly deeds: Deed[];
  end(): void;
}

function machine(given: Partial<Machine> = {}): TestMachine {
  const deeds: Deed[] = [];
  let end = () => undefined as void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const deed = (command: string, ...args: readonly string[]) => void deeds.push({ command, args });
  return {
    platform: "linux",
    environment: {},
    home: "/home/an",
    terminal: false,
    exists: existsSync,
    builtStates: thisMachine("").builtStates,
    dateBuilt: () => undefined,
    run: (command, args) => {
      deed(command, ...args);
      return null;
    },
    launch: (command, args) => deed(command, ...args),
    copy: (from, to) => deed("copy", from, to),
    remove: (file) => deed("remove", file),
    certificates: () => Promise.reject(new Error("no certificates in this test")),
    ended: () => ended,
    ...given,
    deeds,
    end: () => end(),
  };
}

interface Started {
  readonly said: string[];
  readonly status: Promise<number>;
  /** Until a line like this is said. */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
}

function start(at: string, on: Machine, ...args: string[]): Started {
  const said: string[] = [];
  const waiting: { pattern: RegExp; resolve: (match: RegExpMatchArray) => void }[] = [];
  const status = run(["start", ...args], at, { say: hear, json: () => undefined }, on);
  function hear(line: string): void {
    said.push(line);
    for (const one of waiting) {
      const match = one.pattern.exec(line);
      if (match) one.resolve(match);
    }
  }
  const line = (pattern: RegExp) => {
    const match = said.map((one) => pattern.exec(one)).find((one) => one !== null);
    return match
      ? Promise.resolve(match)
      : new Promise<RegExpMatchArray>((resolve) => waiting.push({ pattern, resolve }));
  };
  return { said, status, line };
}

const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/page\.html/;
const RUNNING = /Ctrl\+C/;

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Asked for as it is written: no client tidies the path up. */
function ask(port: number, way: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        path: way,
        host: "127.0.0.1",
        method: options.method ?? "GET",
        headers: { host: options.host ?? `127.0.0.1:${port}` },
        agent: false,
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (body += chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

interface CertificateMaker {
  readonly generateCertificates: (ca: string, certificate: string, key: string) => Promise<void>;
}

/** For `localhost`, by Microsoft's own maker; written into the test's folder and trusted by nobody. */
async function newCertificate(): Promise<Certificates> {
  const maker = createRequire(__filename)("office-addin-dev-certs") as CertificateMaker;
  const files = ["ca.crt", "localhost.crt", "localhost.key"].map((name) =>
    path.join(folder, "certificates", name),
  );
  await maker.generateCertificates(files[0]!, files[1]!, files[2]!);
  const [ca, cert, key] = files.map((file) => readFileSync(file));
  return { ca: ca!, cert: cert!, key: key! };
}

function askSecurely(port: number, way: string, ca: Certificates["ca"]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { port, path: way, host: "127.0.0.1", servername: "localhost", ca, agent: false };
    getSecurely(options, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve(body));
    }).on("error", reject);
  });
}

describe("the page", () => {
  test("is served from the built files until the person ends it", async () => {
    const on = machine();
    const started = start(packageFolder(), on, "--port", "0");
    const port = Number((await started.line(ADDRESS))[1]);
    await started.line(RUNNING);
    expect(await ask(port, "/page.html")).toMatchObject({ status: 200, body: "<p>trang</p>" });
    expect((await ask(port, "/")).headers.location).toBe("/page.html");
    on.end();
    expect(await started.status).toBe(0);
    await expect(ask(port, "/page.html")).rejects.toThrow("ECONNREFUSED");
    expect(on.deeds).toEqual([]);
  });

  test("takes the next port where another program has the wished one, and says so", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const taken = (other.address() as { port: number }).port;
    const on = machine();
    const started = start(packageFolder(), on, "--port", String(taken));
    const port = Number((await started.line(ADDRESS))[1]);
    await started.line(RUNNING);
    expect(port).toBeGreaterThan(taken);
    expect(started.said[0]).toContain(`Cổng ${taken}`);
    expect((await ask(port, "/page.html")).status).toBe(200);
    on.end();
    await started.status;
    other.close();
  });

  test("is built where it has not been, and what the building said is told where it fails", async () => {
    mkdirSync(path.join(folder, "dist/web"), { recursive: true });
    const on = machine({ run: () => "webpack compiled with 1 error" });
    const started = start(folder, on);
    expect(await started.status).toBe(2);
    expect(started.said.join("\n")).toContain("webpack compiled with 1 error");
  });

  test.each([
    [["--pgae"], "Không có tham số --pgae"],
    [["--port"], "Thiếu giá trị sau --port"],
    [["--port", "abc"], "Cổng “abc” không dùng được"],
    [["--port", "70000"], "Cổng “70000” không dùng được"],
    [["trang"], "không dùng “trang”"],
  ])("what does not fit is told in one line: %j", async (args, told) => {
    const started = start(packageFolder(), machine(), ...args);
    expect(await started.status).toBe(2);
    expect(started.said).toHaveLength(1);
    expect(started.said[0]).toContain(told);
  });

  test("--help tells how the command is used and serves nothing", async () => {
    const started = start(packageFolder(), machine(), "--help");
    expect(await started.status).toBe(0);
    expect(started.said.join("\n")).toMatch(/Cách dùng.*start/s);
  });
});

describe("the served folder", () => {
  const serve = async () => {
    writeFileSync(path.join(folder, "bi-mat.txt"), "không được đọc");
    const built = path.join(packageFolder(), "dist/web");
    symlinkSync(path.join(folder, "bi-mat.txt"), path.join(built, "loi-ra.txt"));
    return serveFolder({ folder: built, first: "page.html", framed: false, port: 0 });
  };

  test("has types that a browser runs, and keeps others from showing the page inside theirs", async () => {
    const { port, close } = await serve();
    const script = await ask(port, "/page/page.0123abcd.js?x=1");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(script.headers["cache-control"]).toContain("immutable");
    const page = await ask(port, "/page.html");
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "content-security-policy": "frame-ancestors 'none'",
    });
    expect(await ask(port, "/page.html", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
    await close();
  });

  test.each([
    "/../bi-mat.txt",
    "/../../bi-mat.txt",
    "/%2e%2e/%2e%2e/bi-mat.txt",
    "/page/..%2f..%2f..%2fbi-mat.txt",
    "/..%5c..%5cbi-mat.txt",
    "//bi-mat.txt",
    "/loi-ra.txt",
    "/page",
    "/page.html/x",
    "/%00",
    "/%zz",
    "a very long name",
  ])("does not lead out by %s", async (name) => {
    const { port, close } = await serve();
    const way = name.startsWith("/") ? name : `/${"a".repeat(5000)}`;
    const { status, body } = await ask(port, way);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain("không được đọc");
    await close();
  });

  test("answers reading only, and only under this machine's own names", async () => {
    const { port, close } = await serve();
    expect((await ask(port, "/page.html", { method: "POST" })).status).toBe(405);
    expect((await ask(port, "/page.html", { host: "ke-xau.example" })).status).toBe(421);
    expect((await ask(port, "/page.html", { host: `localhost:${port}` })).status).toBe(200);
    await close();
  });

  test("a reader that goes away in the middle does no harm", async () => {
    writeFileSync(path.join(folder, "to.txt"), "x".repeat(20_000_000));
    const { port, close } = await serveFolder({ folder, first: "to.txt", framed: false, port: 0 });
    await new Promise<void>((resolve) => {
      const asked = get({ port, host: "127.0.0.1", path: "/to.txt", agent: false }, (response) => {
        response.once("data", () => {
          response.destroy();
          asked.destroy();
          resolve();
        });
      });
    });
    expect((await ask(port, "/to.txt", { method: "HEAD" })).status).toBe(200);
    await close();
  });
});

describe("the browser", () => {
  const address = "http://127.0.0.1:4719/page.html";
  test.each([
    ["win32", {}, { command: "cmd", args: ["/c", "start", "", address] }],
    ["darwin", {}, { command: "open", args: [address] }],
    ["linux", { DISPLAY: ":0" }, { command: "xdg-open", args: [address] }],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, { command: "xdg-open", args: [address] }],
    ["linux", {}, null],
  ] as const)("on %s with %j", (platform, environment, expected) => {
    expect(browserCommand({ platform, environment, terminal: true }, address)).toEqual(expected);
    expect(browserCommand({ platform, environment, terminal: false }, address)).toBeNull();
  });

  test("that cannot be started ends nothing", async () => {
    const on = machine({
      terminal: true,
      environment: { DISPLAY: ":0" },
      launch: (_command, _args, failed) => failed(),
    });
    const started = start(packageFolder(), on, "--port", "0");
    await started.line(/trình duyệt/);
    await started.line(RUNNING);
    on.end();
    expect(await started.status).toBe(0);
  });
});

describe("Excel on this machine", () => {
  const excelKey = "App Paths\\excel.exe";
  const MANIFEST = "C:\\Sổ MTQG\\out\\manifest.xml";
  const developer = "HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer";

  test("is found on Windows by the registry, on a Mac by its folder, and never on Linux", () => {
    const windows = (found: boolean) =>
      excelOf(
        machine({
          platform: "win32",
          run: (command, args) =>
            command === "reg" && args[0] === "query" && args[1]!.endsWith(excelKey) && found ? null : "không",
        }),
      );
    expect([windows(true), windows(false)]).toEqual(["windows", null]);
    const mac = (there: string) =>
      excelOf(machine({ platform: "darwin", home: "/Users/an", exists: (file) => file === there }));
    expect(mac("/Applications/Microsoft Excel.app")).toBe("mac");
    expect(mac("/Users/an/Applications/Microsoft Excel.app")).toBe("mac");
    expect(mac("")).toBeNull();
    expect(excelOf(machine({ exists: () => true }))).toBeNull();
  });

  test("gets the add-in by the developer's key on Windows, and gives it back", () => {
    expect(sideloading("windows", "", ID, MANIFEST).steps).toEqual([
      {
        kind: "run",
        command: "reg",
        args: ["add", developer, "/v", ID, "/t", "REG_SZ", "/d", MANIFEST, "/f"],
      },
    ]);
    expect(unloading("windows", "", ID).steps).toEqual([
      { kind: "run", command: "reg", args: ["delete", developer, "/v", ID, "/f"] },
    ]);
  });

  test("gets the add-in by Excel's own folder on a Mac, and gives it back", () => {
    const place = `/Users/an/Library/Containers/com.microsoft.Excel/Data/Documents/wef/${ID}.manifest.xml`;
    expect(sideloading("mac", "/Users/an", ID, "/so/manifest.xml").steps).toEqual([
      { kind: "copy", from: "/so/manifest.xml", to: place },
    ]);
    expect(unloading("mac", "/Users/an", ID).steps).toEqual([{ kind: "remove", file: place }]);
  });

  test("where no certificate can be made the page stands all the same, and one line says why", async () => {
    const on = machine({ platform: "win32" });
    const started = start(packageFolder(), on, "--port", "0");
    await started.line(/no certificates in this test/);
    await started.line(RUNNING);
    const port = Number((await started.line(ADDRESS))[1]);
    expect((await ask(port, "/page.html")).status).toBe(200);
    on.end();
    expect(await started.status).toBe(0);
    expect(on.deeds.filter(({ args }) => args[0] === "add")).toEqual([]);
  });

  test("with a certificate the manifest names the port that is served", async () => {
    const certificate = await newCertificate();
    const on = machine({ platform: "win32", certificates: () => Promise.resolve(certificate) });
    const started = start(packageFolder(), on, "--port", "0");
    await started.line(RUNNING);
    const manifest = readFileSync(path.join(folder, "out/manifest.xml"), "utf8");
    const port = Number(
      /SourceLocation DefaultValue="https:\/\/localhost:(\d+)\/pane\.html"/.exec(manifest)![1],
    );
    expect(port).toBeGreaterThanOrEqual(3000);
    expect(await askSecurely(port, "/pane.html", certificate.ca)).toBe("<p>khung</p>");
    expect(
      [...manifest.matchAll(/https:\/\/localhost:(\d+)/g)].every(([, one]) => Number(one) === port),
    ).toBe(true);
    expect(on.deeds.at(-1)!.args.slice(-3)).toEqual(["/d", path.join(folder, "out/manifest.xml"), "/f"]);
    expect(started.said.join("\n")).toContain("Đã cài thử vào Excel");
    on.end();
    expect(await started.status).toBe(0);
  });

  test("--page leaves Excel alone; --unload takes the add-in out and serves nothing", async () => {
    const on = machine({ platform: "darwin", exists: () => true });
    const paged = start(packageFolder(), on, "--page", "--port", "0");
    await paged.line(RUNNING);
    on.end();
    expect(await paged.status).toBe(0);
    expect(on.deeds).toEqual([]);
    const unloaded = start(folder, on, "--unload");
    expect(await unloaded.status).toBe(0);
    expect(on.deeds.map(({ command }) => command)).toEqual(["remove"]);
    expect(unloaded.said).toHaveLength(1);
    expect(await start(folder, machine(), "--unload").status).toBe(0);
  });
});
