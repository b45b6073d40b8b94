/** An update of the sources: the command and the pages are built anew before they run, and only then. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run, thisMachine, type Machine } from "../../src/faces/batch";

const root = path.resolve(__dirname, "../..");
/** When everything in a test's package was last changed; later is counted from it in seconds. */
const THEN = Date.UTC(2025, 0, 1) / 1000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "so-mtqg-outdated-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text: string, time = THEN): void {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  date(file, time);
}

const date = (file: string, time: number) => utimesSync(path.join(folder, file), time, time);

const sources = [
  "src/faces/page/main.tsx",
  "assets/icons/icon.png",
  "webpack.config.js",
  "package-lock.json",
];

describe("the pages", () => {
  interface Started {
    readonly builds: string[][];
    readonly said: string[];
    readonly status: number;
  }

  /** Starts and ends at once; a build says that it went well and leaves its pages as they were, as one does that comes out the same. */
  async function start(given: Partial<Machine> = {}): Promise<Started> {
    const builds: string[][] = [];
    const said: string[] = [];
    const machine: Machine = {
      ...thisMachine(folder),
      platform: "linux",
      terminal: false,
      run: (_command, args) => {
        builds.push(args.filter((_one, index) => args[index - 1] === "--config-name"));
        for (const page of ["page.html", "pane.html"]) {
          if (!existsSync(path.join(folder, "dist/web", page))) put(`dist/web/${page}`, "");
        }
        return null;
      },
      ended: () => Promise.resolve(),
      ...given,
    };
    const voice = { say: (line: string) => void said.push(line), json: () => undefined };
    const status = await run(["start", "--port", "0"], folder, voice, machine);
    return { builds, said, status };
  }

  beforeEach(() => {
    for (const source of sources) put(source, "");
    put("manifest.xml", readFileSync(path.join(root, "manifest.xml"), "utf8"));
    put("dist/web/page.html", "", THEN + 10);
    put("dist/web/pane.html", "", THEN + 10);
  });

  test("are left as they are where no source is newer", async () => {
    expect(await start()).toMatchObject({ builds: [], status: 0 });
  });

  test.each([...sources, "manifest.xml"])(
    "are built anew where %s is newer, and once only",
    async (source) => {
      date(source, THEN + 20);
      const started = await start();
      expect(started).toMatchObject({ builds: [["page"]], status: 0 });
      expect(started.said[0]).toBe(
        "Mã nguồn đã đổi từ lần dựng trước: đang dựng lại trang, mất khoảng một phút…",
      );
      expect((await start()).builds).toEqual([]);
    },
  );

  test("a source whose time is yet to come makes one build, not one at every start", async () => {
    date(sources[0]!, Math.ceil(Date.now() / 1000) + 86_400.5);
    expect((await start()).builds).toEqual([["page"]]);
    expect((await start()).builds).toEqual([]);
  });

  test("a build that failed is tried again", async () => {
    date(sources[0]!, THEN + 20);
    expect(await start({ run: () => "webpack compiled with 1 error" })).toMatchObject({ status: 2 });
    expect((await start()).builds).toEqual([["page"]]);
  });

  test("only what is older is built: the pane's build alone, the page's being new", async () => {
    date(sources[0]!, THEN + 20);
    date("dist/web/page.html", THEN + 30);
    const mac = {
      platform: "darwin" as const,
      home: folder,
      exists: () => true,
      certificates: () => Promise.reject(new Error("none")),
    };
    expect((await start(mac)).builds).toEqual([["web"]]);
  });

  test("what has never been built is told as a first run", async () => {
    rmSync(path.join(folder, "dist/web/page.html"));
    const started = await start();
    expect(started.builds).toEqual([["page"]]);
    expect(started.said[0]).toMatch(/^Chạy lần đầu/);
  });

  test("what a file manager lays beside the sources is none of them", async () => {
    put("src/.DS_Store", "", THEN + 20);
    expect((await start()).builds).toEqual([]);
  });

  test("where only the built files stand they are used as they are", async () => {
    rmSync(path.join(folder, "src"), { recursive: true });
    date("package-lock.json", THEN + 20);
    expect((await start()).builds).toEqual([]);
  });
});

describe("the command", () => {
  const own = ["src/faces/batch/so-mtqg.cjs", "src/faces/batch/built.cjs", "src/wording/firstRun.json"];

  /** Stands for the builder: writes the command, which tells how many times it was built; fails where it is told to. */
  const builder = `
    const fs = require("node:fs");
    if (fs.existsSync("broken")) { console.log("ERROR in ./src"); process.exit(1); }
    const file = "dist/node/so-mtqg.js";
    const times = fs.existsSync(file) ? Number(/\\d+/.exec(fs.readFileSync(file, "utf8"))[0]) + 1 : 1;
    fs.mkdirSync("dist/node", { recursive: true });
    fs.writeFileSync(file, "console.log(" + times + ")");
    // As a build that comes out the same leaves the file alone.
    fs.utimesSync(file, ${THEN}, ${THEN});`;

  beforeEach(() => {
    for (const file of own) {
      cpSync(path.join(root, file), path.join(folder, file));
      date(file, THEN);
    }
    put("node_modules/webpack/bin/webpack.js", builder);
  });

  function command() {
    const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(folder, own[0]!)], {
      encoding: "utf8",
    });
    return { times: stdout.trim(), said: stderr.trim(), status };
  }

  test("is built at the first run, again when a source is newer, and not in between", () => {
    expect(command()).toEqual({ times: "1", said: expect.stringMatching(/^Chạy lần đầu/), status: 0 });
    expect(command()).toEqual({ times: "1", said: "", status: 0 });
    put("src/domain/money.ts", "", Math.ceil(Date.now() / 1000) + 60);
    const said = "Mã nguồn đã đổi từ lần dựng trước: đang chuẩn bị lại, chưa đến nửa phút…";
    expect(command()).toEqual({ times: "2", said, status: 0 });
    expect(command()).toEqual({ times: "2", said: "", status: 0 });
  });

  test("is not run in its older form where it cannot be built anew", () => {
    command();
    put("src/domain/money.ts", "", Math.ceil(Date.now() / 1000) + 60);
    put("broken", "");
    const failed = command();
    expect(failed).toMatchObject({ times: "", status: 2 });
    expect(failed.said).toMatch(/ERROR in \.\/src[^]*npm ci/);
  });
});
