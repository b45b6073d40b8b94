/** `Office.context` as an add-in in Excel finds it. */
import type { ExcelProcess } from "./excel-process";

export interface ContextOptions {
  readonly profile: "desktop" | "web";
  /** The highest ExcelApi, e.g. "1.14". */
  readonly apiLevel: string;
  readonly displayLanguage: string;
}

/** Requirement sets of an Excel with this ExcelApi. */
export function requirementSets(apiLevel: string): Readonly<Record<string, string>> {
  return {
    ExcelApi: apiLevel,
    DialogApi: "1.2",
    SharedRuntime: "1.1",
    RibbonApi: "1.1",
    ImageCoercion: "1.1",
    Settings: "1.1",
    CustomXmlParts: "1.1",
  };
}

export function isAtLeast(level: string, wanted: string): boolean {
  const [major = 0, minor = 0] = level.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

interface AsyncResult {
  readonly status: "succeeded";
  readonly value?: unknown;
}

export function officeContext(host: ExcelProcess, options: ContextOptions) {
  const sets = requirementSets(options.apiLevel);
  const platform = options.profile === "web" ? "OfficeOnline" : "PC";
  return {
    platform,
    host: "Excel",
    displayLanguage: options.displayLanguage,
    contentLanguage: options.displayLanguage,
    diagnostics: { host: "Excel", platform, version: "16.0.18000.20000" },
    officeTheme: {
      bodyBackgroundColor: "#FFFFFF",
      bodyForegroundColor: "#000000",
      controlBackgroundColor: "#FFFFFF",
      controlForegroundColor: "#000000",
    },
    requirements: {
      isSetSupported: (name: string, minimum: string | number = "1.1") => {
        const level = sets[name];
        return level !== undefined && isAtLeast(level, String(minimum));
      },
    },
    document: { mode: "readWrite", url: host.book.name, settings: documentSettings(host) },
  };
}

/** `Office.context.document.settings`: kept in memory until they are saved into the workbook. */
function documentSettings(host: ExcelProcess) {
  const memory = new Map(host.book.settings.map(({ key, value }) => [key, value]));
  return {
    get: (key: string) => memory.get(key) ?? null,
    set: (key: string, value: unknown) => void memory.set(key, value),
    remove: (key: string) => void memory.delete(key),
    saveAsync: (first?: unknown, second?: unknown) => {
      const callback = (second ?? first) as ((result: AsyncResult) => void) | undefined;
      host.book.settings.splice(
        0,
        host.book.settings.length,
        ...[...memory].map(([key, value]) => ({ key, value })),
      );
      if (typeof callback === "function") setTimeout(() => callback({ status: "succeeded" }), 0);
    },
  };
}
