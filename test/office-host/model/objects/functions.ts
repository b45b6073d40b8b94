/** Worksheet functions called without a cell: of some four hundred only those that add-ins here call. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import { serialOf } from "../book/typed-value";
import { membersOf, type Hosted } from "../hosted";

const resultMembers = membersOf<Excel.FunctionResult<number>>()("FunctionResult", {
  scalars: ["value", "error"],
});

export class FunctionResultObject
  extends HostObject
  implements Hosted<Excel.FunctionResult<number>, typeof resultMembers>
{
  readonly members = resultMembers;
  constructor(readonly value: number) {
    super();
  }
  get error(): string {
    return "";
  }
}

const functionsMembers = membersOf<Excel.Functions>()("Functions", { methods: ["date"] });

/** Days between the two beginnings of time that a workbook may count from. */
const days1904 = 1462;

export class FunctionsObject extends HostObject {
  readonly members = functionsMembers;
  constructor(private readonly book: Book) {
    super();
  }
  date(year: number, month: number, day: number): FunctionResultObject {
    const serial = serialOf(new Date(Date.UTC(year, month - 1, day)));
    return new FunctionResultObject(this.book.date1904 ? serial - days1904 : serial);
  }
}
