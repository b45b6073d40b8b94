/**
 * What any `Book` must do, stated once and run on every host. Knows no host: a factory gives the books.
 * One file per room of the contract stands in `contract/`.
 */
import { describeApplying } from "./contract/applying";
import { describeDesigns } from "./contract/designs";
import { describeJournal } from "./contract/undoing";
import { describeOperations } from "./contract/operations";
import { describeReading } from "./contract/reading";
import { describeRefusals } from "./contract/refusals";
import { describeRepeating } from "./contract/repeating";
import { describeTables } from "./contract/tables";
import { describeWalks } from "./contract/walks";
import type { BookFactory } from "./contract/kit";

export type { BookFactory } from "./contract/kit";

/** Declares the suite for one host; `name` is the host's name in the report. */
export function bookContract(name: string, host: BookFactory): void {
  describe(`the contract of a book, kept by ${name}`, () => {
    describeReading(host);
    describeOperations(host);
    describeTables(host);
    describeDesigns(host);
    describeRefusals(host);
    describeApplying(host);
    describeRepeating(host);
    describeJournal(host);
    describeWalks(host);
  });
}
