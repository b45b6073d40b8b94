/** The add-in's surroundings: whether it runs in Excel at all, language, colours, commands of the ribbon, the pane. */
import { API_FLOOR, supports } from "./support";

/** Colours are `#RRGGBB`. */
export interface OfficeColours {
  readonly background: string;
  readonly text: string;
  readonly dark: boolean;
}

export type Surroundings =
  | {
      readonly kind: "excel";
      /** This Excel is new enough for the add-in. */
      readonly floorMet: boolean;
      /** Excel on the web. */
      readonly web: boolean;
      /** Language of Excel's own words, e.g. `vi-VN`. */
      readonly language: string;
      readonly colours: OfficeColours;
    }
  /** A page of its own: no Excel around it. */
  | { readonly kind: "none" };

/** Resolves when Office is ready to be asked, or when it is clear that there is none. */
export async function whenReady(): Promise<Surroundings> {
  if (typeof Office === "undefined") return { kind: "none" };
  const info = await Office.onReady();
  if (String(info.host) !== "Excel") return { kind: "none" };
  return {
    kind: "excel",
    floorMet: supports(API_FLOOR),
    web: String(info.platform) === "OfficeOnline",
    language: Office.context.displayLanguage,
    colours: officeColours(),
  };
}

const PLAIN: OfficeColours = { background: "#FFFFFF", text: "#000000", dark: false };

/** Colours of Office's own panes; white where this Excel tells none. */
export function officeColours(): OfficeColours {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (!theme?.bodyBackgroundColor) return PLAIN;
  const background = theme.bodyBackgroundColor;
  const text = theme.bodyForegroundColor || PLAIN.text;
  // Office's dark grey is not dark by itself, but it writes in white on it.
  return { background, text, dark: luminance(background) < luminance(text) };
}

/** 0 black to 1 white. */
function luminance(colour: string): number {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (!digits) return 1;
  const [red, green, blue] = digits.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Calls back with new colours; Excel tells no change of theme, so they are compared when the pane comes to the front. */
export function watchColours(listener: (colours: OfficeColours) => void): () => void {
  let known = JSON.stringify(officeColours());
  const compare = () => {
    const colours = officeColours();
    if (JSON.stringify(colours) === known) return;
    known = JSON.stringify(colours);
    listener(colours);
  };
  window.addEventListener("focus", compare);
  return () => window.removeEventListener("focus", compare);
}

/** Joins the ribbon's buttons, by the names that the manifest gives them, to what they do. */
export function associateCommands(commands: Readonly<Record<string, () => Promise<void>>>): void {
  for (const [name, act] of Object.entries(commands)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // Office shows the button as busy until it is told; a failure must tell it too.
      void act().finally(() => event.completed());
    });
  }
}

/** Whether the add-in starts with the workbook, so that the ribbon's commands answer at once. */
export function setStartupBehaviour(behaviour: "load" | "none"): Promise<void> {
  return Office.addin.setStartupBehavior(
    behaviour === "load" ? Office.StartupBehavior.load : Office.StartupBehavior.none,
  );
}

export function showTaskpane(): Promise<void> {
  return Office.addin.showAsTaskpane();
}
