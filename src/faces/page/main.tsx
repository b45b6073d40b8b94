/** The page's beginning: what the browser gives, and the first drawing. */
import { createRoot } from "react-dom/client";
import { startFiles } from "./file";
import { browserKeeping } from "./keeping";
import { PageApp } from "./PageApp";
import { Workbench } from "./workbench";

const SAMPLE = "samples/ke-hoach-30-KH-UBND-2025.txt";

async function samplePlan(): Promise<Uint8Array> {
  const response = await fetch(SAMPLE);
  if (!response.ok) throw new Error(`${SAMPLE}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function download(name: string, bytes: Uint8Array): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const workbench = new Workbench({
  locale: document.documentElement.lang === "en" ? "en" : "vi",
  now: () => new Date(),
  samplePlan,
  keeping: browserKeeping,
  files: startFiles(),
  download,
});
window.addEventListener("beforeunload", (event) => {
  if (workbench.state().state === "unsaved" && !workbench.state().empty) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void workbench.keepNow();
});
// For whoever looks into the page from the browser's console, and for the tests.
Object.assign(window, { soMtqg: workbench });
document.getElementById("starting")?.remove();
createRoot(document.getElementById("page")!).render(<PageApp workbench={workbench} />);
