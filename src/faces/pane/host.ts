/** What the pane needs from where it runs: a book, and little else. */
import type { Book, Selecting } from "../../book";
import type { Locale } from "../../wording";

export interface PaneHost {
  readonly book: Book;
  readonly locale: Locale;
  /** The clock is given, so that the pane can be tried at any time. */
  readonly now: () => Date;
  /** The sample plan's file. */
  readonly samplePlan: () => Promise<Uint8Array>;
  readonly theme: PaneTheme;
  readonly selection: Selecting;
  /** Gives a workbook to the person: opened beside this one, or saved as a file. */
  readonly handOver: (name: string, bytes: Uint8Array) => Promise<"opened" | "saved">;
  /** Address of the self-check page, where there is one. */
  readonly selfCheck?: string;
  /** Address of the help page, where there is one. */
  readonly help?: string;
  readonly watchTheme?: (listener: (theme: PaneTheme) => void) => () => void;
  /** Set where an earlier write may have been cut off and can be put back. */
  readonly recovery?: {
    readonly pending: () => Promise<boolean>;
    /** false: it could not be done now and can be tried again. */
    readonly restore: () => Promise<boolean>;
    readonly forget: () => Promise<void>;
  };
}

export type PaneTheme = "light" | "dark" | "highContrast";
