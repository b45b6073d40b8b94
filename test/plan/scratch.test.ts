import { readFileSync } from "node:fs";
import { programmes } from "../../src/programme";
import { readPlan } from "../../src/plan";
test("x", () => {
  const p = programmes.find("1719")!;
  const bytes = readFileSync(process.env.FILE!);
  const t0 = performance.now();
  const r = readPlan({ kind: "file", bytes }, p);
  const t1 = performance.now();
  for (let i=0;i<5;i++) readPlan({ kind: "file", bytes }, p);
  const t2 = performance.now();
  if (!r.ok) { process.stdout.write(JSON.stringify(r) + "\n"); return; }
  const m = (n: number | null) => (n === null ? "–" : (n / 1e6).toString());
  const a = (x: any) => x ? `${m(x.total)} = ${m(x.central)} + ${m(x.local)} + ${m(x.other)}` : "";
  const { projects, ...rest } = r.plan;
  let out = JSON.stringify(process.env.FULL ? rest : {...rest, organisation: rest.organisation.map(o=>o.unit+" "+o.duties.length)}, null, 1) + "\n";
  for (const x of projects) {
    out += `\n## ${x.code} [${x.programmeCode}] row ${x.row} | ${x.title} | ${JSON.stringify(x.subProject)}\n   ${a(x.allocation)} parts=${JSON.stringify(x.localParts)} cap=${JSON.stringify(x.capital)} wu=${x.writtenUnit} brow=${x.budgetRow}\n   lead=${x.leadUnit} (${x.leadUnitKey}) with=${JSON.stringify(x.coordinating)}\n   targets: ${x.targets.map(t=>t.slice(0,90)).join("\n            ")}\n`;
    if (x.notes.length) out += `   notes: ${JSON.stringify(x.notes)}\n`;
    const walk = (c: any, ind: string) => { out += `${ind}${c.code} «${c.shortTitle}» ${c.programmeContent ?? ""} ${a(c.allocation)} | ${c.title.slice(0, 80)}${c.details.length ? " details=" + c.details.length : ""}${c.targets.length ? " targets=" + c.targets.length : ""}${c.unit ? " unit="+c.unit:""}\n`; c.children.forEach((d: any) => walk(d, ind + "  ")); };
    x.contents.forEach((c) => walk(c, "   "));
  }
  out += "\nFINDINGS\n" + r.findings.map((f) => `${f.row} ${f.severity} ${f.code} ${JSON.stringify(f.params)}`).join("\n");
  out += `\n first ${(t1 - t0).toFixed(0)} ms, then ${((t2 - t1) / 5).toFixed(0)} ms\n`;
  process.stdout.write(out);
});
