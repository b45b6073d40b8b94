/** The manifest, for what Excel would refuse or silently leave out. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { SaxesParser } from "saxes";
import { commandNames } from "../../src/faces/ribbon/commands";

const root = path.resolve(__dirname, "../..");

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parse(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const element: Element = {
      name: tag.name,
      attributes: tag.attributes as Record<string, string>,
      children: [],
      text: "",
    };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    open.at(-1)!.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return top.children[0]!;
}

function all(element: Element, name?: string): Element[] {
  const below = element.children.flatMap((child) => all(child, name));
  return name === undefined || element.name === name ? [element, ...below] : below;
}

const xml = readFileSync(path.join(root, "manifest.xml"), "utf8");
const manifest = parse(xml);
const one = (name: string) => all(manifest, name)[0]!;
const names = (element: Element) => element.children.map((child) => child.name);

test("can be read by Microsoft's own reader", () => {
  const reader = path.join(root, "node_modules/office-addin-manifest/cli.js");
  const said = execFileSync(process.execPath, [reader, "info", "manifest.xml"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(said).toContain("Name: Sổ MTQG");
  expect(said).toContain("Default Locale: vi-VN");
});

test("has its elements in the order of the schema", () => {
  expect(names(manifest)).toEqual([
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ]);
  expect(names(one("VersionOverrides"))).toEqual(["Hosts", "Resources"]);
  expect(names(one("DesktopFormFactor"))).toEqual(["GetStarted", "FunctionFile", "ExtensionPoint"]);
  expect(names(one("Resources"))).toEqual(["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"]);
  expect(names(one("Group")).slice(0, 2)).toEqual(["Label", "Icon"]);
  for (const control of all(manifest, "Control"))
    expect(names(control)).toEqual(["Label", "Supertip", "Icon", "Action"]);
});

test("identity, version and names have the form that Excel asks for", () => {
  expect(one("Id").text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(one("Version").text).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(one("DisplayName").attributes["DefaultValue"]!.length).toBeLessThanOrEqual(125);
  expect(one("Description").attributes["DefaultValue"]!.length).toBeLessThanOrEqual(250);
});

test("every resource that is named is there, and every one that is there is named", () => {
  const ids = ["bt:Image", "bt:Url", "bt:String"].flatMap((kind) =>
    all(one("Resources"), kind).map((element) => element.attributes["id"]!),
  );
  const named = all(manifest).flatMap((element) =>
    element.attributes["resid"] ? [element.attributes["resid"]] : [],
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(named)].sort()).toEqual([...ids].sort());
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
});

test("short strings are short, long ones not too long, and both are given in English too", () => {
  for (const [kind, limit] of [
    ["bt:ShortStrings", 125],
    ["bt:LongStrings", 250],
  ] as const) {
    for (const text of all(one(kind), "bt:String")) {
      expect(text.attributes["DefaultValue"]!.length).toBeLessThanOrEqual(limit);
      const english = text.children.find((child) => child.attributes["Locale"] === "en-US");
      expect(english?.attributes["Value"]!.length).toBeGreaterThan(0);
    }
  }
});

test("every icon has the sizes that Excel asks for, and every file is there", () => {
  for (const icon of all(manifest, "Icon")) {
    const sizes = icon.children.map((image) => image.attributes["size"]);
    expect(sizes).toEqual(expect.arrayContaining(["16", "32", "80"]));
  }
  const urls = [...all(one("bt:Images"), "bt:Image"), one("IconUrl"), one("HighResolutionIconUrl")].map(
    (element) => element.attributes["DefaultValue"]!,
  );
  for (const url of urls)
    expect([url, existsSync(path.join(root, new URL(url).pathname))]).toEqual([url, true]);
});

test("every PNG has the size that its name says", () => {
  for (const image of all(one("bt:Images"), "bt:Image")) {
    const file = path.join(root, new URL(image.attributes["DefaultValue"]!).pathname);
    const header = readFileSync(file).subarray(16, 24);
    const size = Number(/-(\d+)\.png$/.exec(file)![1]);
    expect([file, header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([file, size, size]);
  }
});

test("every address is https on one host, and the domain has its scheme", () => {
  const addresses = [...xml.matchAll(/"(https?:\/\/[^"]*)"/g)]
    .map((match) => match[1]!)
    .filter((url) => !url.includes("schemas.microsoft.com") && !url.includes("www.w3.org"));
  expect(addresses.length).toBeGreaterThan(40);
  for (const address of addresses) expect(new URL(address).origin).toBe("https://localhost:3000");
  for (const domain of all(manifest, "AppDomain")) expect(domain.text).toMatch(/^https:\/\/[^/]+$/);
});

test("every function that a button calls is associated by code, and the other way round", () => {
  const called = all(manifest, "FunctionName").map((element) => element.text);
  expect([...called].sort()).toEqual([...commandNames].sort());
});
