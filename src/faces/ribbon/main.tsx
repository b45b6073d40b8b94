/**
 * The add-in's page inside Excel: waits for Office, shows the pane, and joins the ribbon's buttons to it. With the shared
 * runtime this page runs on while the pane is closed, so that the buttons work.
 */
import {
  associateCommands,
  openExcelBook,
  openNewWorkbook,
  showTaskpane,
  watchColours,
  whenReady,
  type ExcelBook,
  type OfficeColours,
} from "../../hosts/excel";
import type { Locale } from "../../wording";
import { mountPane, type PaneHost, type PaneTheme } from "../pane";
import { commands } from "./commands";

function themeOf(colours: OfficeColours): PaneTheme {
  if (window.matchMedia("(forced-colors: active)").matches) return "highContrast";
  return colours.dark ? "dark" : "light";
}

function hostOf(book: ExcelBook, locale: Locale, colours: OfficeColours): PaneHost {
  return {
    book,
    locale,
    now: () => new Date(),
    samplePlan,
    selection: book,
    handOver: async (_name, bytes) => {
      await openNewWorkbook(bytes);
      return "opened";
    },
    theme: themeOf(colours),
    selfCheck: "self-check.html",
    help: "help.html",
    watchTheme: (listener) => watchColours((changed) => listener(themeOf(changed))),
    recovery: {
      pending: async () => (await book.interruption()) !== null,
      restore: () => book.recover(),
      forget: () => book.forget(),
    },
  };
}

async function samplePlan(): Promise<Uint8Array> {
  const answer = await fetch("samples/ke-hoach-30-KH-UBND-2025.txt");
  if (!answer.ok) throw new Error(`the sample plan is not served (${answer.status})`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function start(): Promise<void> {
  const pane = document.getElementById("pane")!;
  const surroundings = await whenReady();
  const tooOld = document.getElementById("too-old")!;
  const locale: Locale =
    surroundings.kind === "excel" && !surroundings.language.toLowerCase().startsWith("vi") ? "en" : "vi";
  document.documentElement.lang = locale;
  if (surroundings.kind === "none" || !surroundings.floorMet) {
    // The page's own words for an old Excel, which also stand where no program can run.
    tooOld.style.visibility = "visible";
    return;
  }
  tooOld.remove();
  const session = mountPane(pane, hostOf(openExcelBook(), locale, surroundings.colours));
  associateCommands(commands(session, showTaskpane));
}

void start();
