/** `Excel.Application` and `Excel.Runtime`. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import { membersOf, type Hosted } from "../hosted";
import { refuse } from "../refusals";

const applicationMembers = membersOf<Excel.Application>()("Application", {
  scalars: [
    "calculationMode",
    "calculationState",
    "calculationEngineVersion",
    "decimalSeparator",
    "thousandsSeparator",
    "useSystemSeparators",
  ],
  methods: [
    "calculate",
    "suspendApiCalculationUntilNextSync",
    "suspendScreenUpdatingUntilNextSync",
    "_createWorkbook",
  ],
  wire: { CreateWorkbook: "_createWorkbook" },
});

export class ApplicationObject
  extends HostObject
  implements Hosted<Excel.Application, typeof applicationMembers>
{
  readonly members = applicationMembers;
  constructor(private readonly book: Book) {
    super();
  }
  get calculationMode() {
    return this.book.calculationMode as Excel.CalculationMode;
  }
  set calculationMode(value) {
    if (!["Automatic", "AutomaticExceptTables", "Manual"].includes(value)) refuse("InvalidArgument");
    this.book.calculationMode = value as Book["calculationMode"];
  }
  get calculationState() {
    return "Done" as Excel.CalculationState;
  }
  get calculationEngineVersion(): number {
    return 191_029;
  }
  /** The machine's; what add-ins read and write is en-US all the same. */
  get decimalSeparator(): string {
    return this.book.region === "vi-VN" ? "," : ".";
  }
  get thousandsSeparator(): string {
    return this.book.region === "vi-VN" ? "." : ",";
  }
  get useSystemSeparators(): boolean {
    return true;
  }
  calculate(_calculationType: string): void {
    this.book.settle(true);
  }
  suspendApiCalculationUntilNextSync(): void {
    this.book.calculationSuspended = true;
  }
  suspendScreenUpdatingUntilNextSync(): void {
    // Nothing is drawn here; the request is in the trace.
  }
  /** Behind `Excel.createWorkbook`: the file opens in a window of its own, with no name yet. */
  _createWorkbook(base64File?: string): WorkbookCreatedObject {
    return new WorkbookCreatedObject(this.book, base64File ?? "");
  }
}

const createdMembers = membersOf<Excel.WorkbookCreated>()("WorkbookCreated", {
  methods: ["_open"],
  wire: { Open: "_open" },
});

export class WorkbookCreatedObject extends HostObject {
  readonly members = createdMembers;
  constructor(
    private readonly book: Book,
    private readonly base64File: string,
  ) {
    super();
  }
  _open(): void {
    this.book.openedBeside.push(this.base64File);
  }
}

const runtimeMembers = membersOf<Excel.Runtime>()("Runtime", { scalars: ["enableEvents"] });

export class RuntimeObject extends HostObject implements Hosted<Excel.Runtime, typeof runtimeMembers> {
  readonly members = runtimeMembers;
  constructor(private readonly book: Book) {
    super();
  }
  get enableEvents(): boolean {
    return this.book.events.enabled;
  }
  set enableEvents(value: boolean) {
    this.book.events.enabled = value;
  }
}
