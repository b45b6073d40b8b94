/**
 * “Tự kiểm tra”: the contract of a book, run in the Excel that this page is opened in. One run in a real Excel tells
 * where the tests' belief of Excel is wrong; the trace that can be saved says what was expected and what came.
 */
import { whenReady } from "../../src/hosts/excel";
import { bookContract } from "../book/contract";
import { diagnostics, empty, isScratch, realExcel } from "./excel";
import { collect, runCases, type CaseResult } from "./runner";

const element = (id: string) => document.getElementById(id)!;
const button = (id: string) => element(id) as HTMLButtonElement;
const say = (text: string) => {
  element("state").textContent = text;
};

const cases = collect(() => bookContract("Excel", realExcel));
const results: CaseResult[] = [];
let stopped = false;

function show(result: CaseResult): void {
  results.push(result);
  const failed = results.filter((one) => !one.passed).length;
  say(`${results.length}/${cases.length} việc đã thử, ${failed} việc sai`);
  if (result.passed) return;
  const item = document.createElement("li");
  item.className = "bad";
  item.textContent = result.name;
  const detail = document.createElement("pre");
  detail.textContent = (result.error ?? "").split("\n").slice(0, 12).join("\n");
  item.append(detail);
  element("results").append(item);
}

async function start(): Promise<void> {
  if (!(await isScratch())) {
    say("Sổ này không trống. Hãy mở một sổ mới (Tệp → Mới → Sổ trống) rồi bấm lại; chưa có gì bị thay đổi.");
    return;
  }
  stopped = false;
  results.length = 0;
  element("results").replaceChildren();
  button("start").disabled = true;
  button("stop").disabled = false;
  await runCases(cases, show, () => stopped);
  await empty();
  button("stop").disabled = true;
  button("start").disabled = false;
  button("save").disabled = false;
  const passed = results.filter((one) => one.passed).length;
  say(`Xong: ${passed} đúng, ${results.length - passed} sai trên ${cases.length} việc.`);
}

function save(): void {
  const trace = JSON.stringify({ excel: diagnostics(), at: new Date().toISOString(), results }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([trace], { type: "application/json" }));
  link.download = "so-mtqg-tu-kiem-tra.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

async function open(): Promise<void> {
  const surroundings = await whenReady();
  if (surroundings.kind === "none") {
    say("Trang này chỉ chạy bên trong Excel.");
    return;
  }
  button("start").disabled = false;
  button("start").addEventListener("click", () => void start());
  button("stop").addEventListener("click", () => {
    stopped = true;
  });
  button("save").addEventListener("click", save);
  say(`Sẵn sàng: ${cases.length} việc sẽ được thử.`);
}

void open();
