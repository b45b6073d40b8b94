/** Runs every small program on a host of its own and tells how much of Excel is there. */
import { startOfficeHost } from "..";
import { implementedMembers } from "./inventory";
import { application } from "./application";
import { chartsAndPages } from "./charts-and-pages";
import { events } from "./events";
import { protectionAndNames } from "./protection-and-names";
import { rangeActs } from "./range-acts";
import { ranges } from "./ranges";
import { rules } from "./rules";
import { tables } from "./tables";
import { worksheets } from "./worksheets";

const groups = {
  application,
  ranges,
  rangeActs,
  tables,
  rules,
  worksheets,
  protectionAndNames,
  chartsAndPages,
  events,
};
let passed = 0;
let total = 0;

describe.each(Object.entries(groups))("%s", (_, programs) => {
  test.each(programs.map((program) => [program.says, program] as const))("%s", async (_says, program) => {
    total += 1;
    const excel = await startOfficeHost(program.host);
    const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
    try {
      await program.run(excel);
      passed += 1;
    } finally {
      await excel.stop();
      warn.mockRestore();
    }
  });
});

afterAll(() => {
  const { classes, members } = implementedMembers();
  process.stdout.write(
    `\nExcel for tests: ${members} members of ${classes} classes implemented; ${passed} of ${total} small programs pass\n`,
  );
});
