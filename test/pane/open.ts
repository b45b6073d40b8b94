/** A pane's session on Excel, for tests: Microsoft's own client against the workbook of the office host. */
import { readFileSync } from "node:fs";
import { openExcelBook } from "../../src/hosts/excel";
import { PaneSession, type PaneHost } from "../../src/faces/pane";
import { startOfficeHost, type OfficeHost } from "../office-host";
import { samplePath } from "../tasks/books";

export interface OpenPane {
  readonly office: OfficeHost;
  readonly session: PaneSession;
  /** Workbooks that the pane has given out. */
  readonly handedOver: { readonly name: string; readonly bytes: Uint8Array }[];
}

export async function openPane(options: Parameters<typeof startOfficeHost>[0] = {}): Promise<OpenPane> {
  const office = await startOfficeHost(options);
  const book = openExcelBook({ pauses: [0] });
  const handedOver: OpenPane["handedOver"] = [];
  const host: PaneHost = {
    book,
    locale: "vi",
    now: () => new Date("2025-09-30T02:00:00Z"),
    samplePlan: async () => new Uint8Array(readFileSync(samplePath)),
    selection: book,
    handOver: async (name, bytes) => {
      handedOver.push({ name, bytes });
      return "saved";
    },
    theme: "light",
    recovery: {
      pending: async () => (await book.interruption()) !== null,
      restore: () => book.recover(),
      forget: () => book.forget(),
    },
  };
  const session = new PaneSession(host);
  await session.start();
  return { office, session, handedOver };
}

/** The sample plan opened and put into the workbook. */
export async function withSample(session: PaneSession): Promise<void> {
  await session.openSample();
  await session.inject();
  expect(session.state().notice).toMatchObject({ intent: "success" });
}
