/** A plan changed by hand: the plan after each change, and what is wrong with it then. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { editPlan, readPlan, type PlanChange, type PlanReading } from "../../src/plan";
import { programme, samplePath } from "../tasks/books";

function read(text: string): PlanReading {
  const reading = readPlan({ kind: "text", text }, programme);
  if (!reading.ok) throw new Error(`not read: ${reading.reason}`);
  return reading;
}

const sample = read(readFileSync(samplePath, "utf8"));

function edited(reading: PlanReading, ...changes: readonly PlanChange[]): PlanReading {
  return changes.reduce((so, change) => editPlan(so, change, programme), reading);
}

function codes(reading: PlanReading, project: string): readonly string[] {
  return reading.findings.filter((flaw) => flaw.params.project === project).map((flaw) => flaw.code);
}

test("an amount that breaks the split is told at once, and no longer when it is mended", () => {
  const broken = edited(sample, { kind: "amount", project: 0, source: "central", amount: 600_000_000 });
  expect(codes(broken, "DA1")).toContain("budget/split-mismatch");
  const split = broken.findings.find((flaw) => flaw.code === "budget/split-mismatch")!;
  expect(split.params.difference).toBe(26_000_000);
  const mended = edited(broken, { kind: "amount", project: 0, source: "total", amount: 694_000_000 });
  expect(codes(mended, "DA1")).not.toContain("budget/split-mismatch");
  expect(mended.plan.totals.total).toBe(sample.plan.totals.total! - 26_000_000);
});

test("an edit that is taken back gives the same plan and the same findings", () => {
  const { total } = sample.plan.projects[1]!.allocation;
  const back = edited(
    sample,
    { kind: "amount", project: 1, source: "total", amount: 1 },
    { kind: "amount", project: 1, source: "total", amount: total },
  );
  expect(back).toEqual(sample);
});

test("what could not be read is answered by the amount that is given", () => {
  const reading = read(`KẾ HOẠCH năm 2025
Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt
Kinh phí: 7x20 triệu đồng, trong đó: NSTW 626 triệu đồng, NSĐP 94 triệu đồng.`);
  expect(codes(reading, "DA1")).toContain("plan/unreadable-amount");
  const answered = edited(reading, { kind: "amount", project: 0, source: "total", amount: 720_000_000 });
  expect(codes(answered, "DA1")).not.toContain("plan/unreadable-amount");
  expect(codes(answered, "DA1")).not.toContain("plan/missing-total");
});

test("a lead unit is kept as it is written, with the key of its spellings", () => {
  const none = edited(sample, { kind: "leadUnit", project: 0, unit: " " });
  expect(codes(none, "DA1")).toContain("plan/missing-lead-unit");
  const given = edited(none, { kind: "leadUnit", project: 0, unit: "Phòng Văn hóa - Xã hội xã" });
  expect(given.plan.projects[0]).toMatchObject({
    leadUnit: "Phòng Văn hóa - Xã hội xã",
    leadUnitKey: "phong van hoa xa hoi",
  });
  expect(codes(given, "DA1")).not.toContain("plan/missing-lead-unit");
  const helpers = edited(given, { kind: "coordinating", project: 0, units: "Hội Phụ nữ, Đoàn Thanh niên" });
  expect(helpers.plan.projects[0]!.coordinating).toEqual(["Hội Phụ nữ", "Đoàn Thanh niên"]);
});

test("a project of the programme gets its number where the plan leaves it free, else the next one", () => {
  const free = edited(sample, { kind: "addProject", project: { programmeCode: "DA2" } });
  expect(free.plan.projects.at(-1)).toMatchObject({ code: "DA2", programmeCode: "DA2" });
  expect(codes(free, "DA2")).toEqual(["plan/missing-total", "plan/missing-lead-unit"]);
  // This plan calls health DA6; the programme's own project 6 cannot have that number.
  const taken = edited(sample, { kind: "addProject", project: { programmeCode: "DA6" } });
  expect(taken.plan.projects.at(-1)).toMatchObject({ code: "DA10", programmeCode: "DA6" });
  expect(codes(taken, "DA10")).toContain("budget/programme-code-mismatch");
});

test("a project added by its title is the programme's where the title is near, else unknown", () => {
  const near = edited(sample, {
    kind: "addProject",
    project: { title: "Bảo tồn, phát huy giá trị văn hóa truyền thống tốt đẹp của các dân tộc thiểu số" },
  });
  expect(near.plan.projects.at(-1)!.programmeCode).toBe("DA6");
  const strange = edited(sample, { kind: "addProject", project: { title: "Trồng hoa ven đường" } });
  const added = strange.plan.projects.at(-1)!;
  expect(added).toMatchObject({ programmeCode: null, title: "Trồng hoa ven đường" });
  expect(codes(strange, added.code)).toContain("plan/unknown-project");
});

test("findings about what a person added name no line of the document", () => {
  const added = edited(sample, { kind: "addProject", project: { programmeCode: "DA2" } });
  for (const flaw of added.findings.filter((one) => one.params.project === "DA2"))
    expect(flaw.row).toBeNull();
});

test("contents keep their codes when one goes, and a new one gets the next number", () => {
  const first = sample.plan.projects[0]!.contents;
  const without = edited(sample, { kind: "removeContent", project: 0, content: first[0]!.code });
  expect(without.plan.projects[0]!.contents.map((one) => one.code)).toEqual(
    first.slice(1).map((one) => one.code),
  );
  const more = edited(without, {
    kind: "addContent",
    project: 0,
    parent: null,
    title: "Hỗ trợ đất ở cho hộ nghèo",
  });
  const added = more.plan.projects[0]!.contents.at(-1)!;
  expect(added).toMatchObject({
    code: `DA1.ND${first.length + 1}`,
    level: 1,
    shortTitle: "Đất ở",
    programmeContent: "DA1.ND1",
  });
});

test("short names stay unique within a project, whatever is added or renamed", () => {
  const title = "Lắp đèn đường xóm Khe Nọi";
  const twice = edited(
    sample,
    { kind: "addContent", project: 0, parent: null, title },
    { kind: "addContent", project: 0, parent: "DA1.ND1", title },
    { kind: "renameContent", project: 0, content: "DA1.ND2", title },
  );
  const names: string[] = [];
  const visit = (contents: PlanReading["plan"]["projects"][number]["contents"]) =>
    contents.forEach((one) => {
      names.push(one.shortTitle);
      visit(one.children);
    });
  visit(twice.plan.projects[0]!.contents);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith(title))).toHaveLength(3);
});

test("contents that all state their money must make up the project", () => {
  const base = edited(
    sample,
    { kind: "addProject", project: { programmeCode: "DA2" } },
    { kind: "amount", project: 6, source: "total", amount: 300 },
    { kind: "addContent", project: 6, parent: null, title: "Việc một" },
    { kind: "addContent", project: 6, parent: null, title: "Việc hai" },
    { kind: "contentAmount", project: 6, content: "DA2.ND1", source: "total", amount: 100_000_000 },
    { kind: "contentAmount", project: 6, content: "DA2.ND2", source: "total", amount: 200_000_000 },
  );
  expect(codes(base, "DA2")).toContain("budget/rollup-mismatch");
  const right = edited(base, { kind: "amount", project: 6, source: "total", amount: 300_000_000 });
  expect(codes(right, "DA2")).not.toContain("budget/rollup-mismatch");
});

test("the total that the plan states is compared with the projects as they are now", () => {
  const stated = edited(sample, { kind: "statedTotal", source: "total", amount: 1_000_000_000 });
  expect(stated.findings.map((flaw) => flaw.code)).toContain("plan/total-mismatch");
  const none = edited(stated, { kind: "statedTotal", source: "total", amount: null });
  expect(none.findings.map((flaw) => flaw.code)).not.toContain("plan/total-mismatch");
});

test("the total of a project over its sub-projects is compared again when one of them changes", () => {
  const reading = read(`KẾ HOẠCH năm 2025
Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu
Kinh phí: 300 triệu đồng, trong đó: NSTW 300 triệu đồng.
Tiểu dự án 1: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi
Kinh phí: 200 triệu đồng, trong đó: NSTW 200 triệu đồng.`);
  const totals = (one: PlanReading) => one.findings.filter((flaw) => flaw.code === "plan/total-mismatch");
  expect(totals(reading).map((flaw) => flaw.params.difference)).toContain(100_000_000);
  const half = edited(reading, { kind: "amount", project: 0, source: "total", amount: 250_000_000 });
  expect(totals(half).map((flaw) => flaw.params.difference)).toContain(50_000_000);
  const whole = edited(half, { kind: "amount", project: 0, source: "total", amount: 300_000_000 });
  expect(totals(whole).filter((flaw) => flaw.params.source === "total")).toEqual([]);
});

test("a change that names nothing of the plan leaves it as it is", () => {
  expect(edited(sample, { kind: "removeContent", project: 0, content: "DA1.ND99" })).toBe(sample);
  expect(edited(sample, { kind: "amount", project: 99, source: "total", amount: 1 })).toBe(sample);
  expect(edited(sample, { kind: "addProject", project: { programmeCode: "DA99" } })).toBe(sample);
});

test("any sequence of changes leaves codes unique, totals right and the first reading untouched", () => {
  const before = JSON.stringify(sample);
  const index = fc.nat({ max: 8 });
  const amount = fc.option(fc.integer({ min: -1e9, max: 1e12 }), { nil: null });
  const source = fc.constantFrom("total" as const, "central" as const, "local" as const, "other" as const);
  const content = fc.constantFrom("DA1.ND1", "DA1.ND3", "DA1.ND3.1", "DA9.TDA1.ND1", "DA2.ND1");
  const text = fc.constantFrom("Đất ở", "Nhà ở", "Việc khác", " ", "Hỗ trợ đất ở: theo dự án");
  const change: fc.Arbitrary<PlanChange> = fc.oneof(
    fc.record({ kind: fc.constant("amount" as const), project: index, source, amount }),
    fc.record({ kind: fc.constant("contentAmount" as const), project: index, content, source, amount }),
    fc.record({
      kind: fc.constant("addContent" as const),
      project: index,
      parent: fc.option(content, { nil: null }),
      title: text,
    }),
    fc.record({ kind: fc.constant("renameContent" as const), project: index, content, title: text }),
    fc.record({ kind: fc.constant("removeContent" as const), project: index, content }),
    fc.record({
      kind: fc.constant("addProject" as const),
      project: fc.oneof(
        fc.record({ programmeCode: fc.constantFrom("DA2", "DA4.TDA2", "DA6", "DA9.TDA2", "DA10.TDA1") }),
        fc.record({ title: text }),
      ),
    }),
    fc.record({ kind: fc.constant("removeProject" as const), project: index }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const { plan } = edited(sample, ...changes);
      const all: string[] = plan.projects.map((project) => project.code);
      const visit = (contents: (typeof plan.projects)[number]["contents"]): void =>
        contents.forEach((one) => {
          all.push(one.code);
          visit(one.children);
        });
      plan.projects.forEach((project) => visit(project.contents));
      expect(new Set(all).size).toBe(all.length);
      const given = plan.projects.flatMap((project) => project.allocation.total ?? []);
      expect(plan.totals.total).toBe(given.length === 0 ? null : given.reduce((sum, one) => sum + one, 0));
    }),
    { numRuns: 150 },
  );
  expect(JSON.stringify(sample)).toBe(before);
});
