/** Excel as a process that answers requests: limits, edit mode, faults, counters, the trace. Knows no transport. */
import { Book, formatArea, WorkbookObject, type EventEntry, type EventName } from "./model";
import {
  Interpreter,
  type HostObject,
  type RequestBody,
  type ResponseBody,
  type TraceEntry,
} from "./protocol";
import { createServices } from "./service-objects";

export interface ProcessOptions {
  readonly profile: "desktop" | "web";
  readonly sheets: readonly string[];
}

export interface Fault {
  /** Default `GeneralException`. */
  readonly code?: string;
  readonly message?: string;
  /** How many actions of the batch are still done; default none. */
  readonly afterActions?: number;
}

export interface Answer {
  /** JSON of the response; "" with a refusal. */
  readonly body: string;
  /** Set when the request as a whole is refused; each transport has its own words for it. */
  readonly refusal?: { readonly code: string; readonly message: string };
}

/** Only Excel on the web has it. */
const payloadLimit = 5 * 1024 * 1024;

export class ExcelProcess {
  readonly book: Book;
  readonly trace: TraceEntry[] = [];
  readonly missing = new Set<string>();
  /** Requests, with those that only release references. */
  roundTrips = 0;
  /** Requests that did something. */
  batches = 0;
  bytesReceived = 0;
  bytesSent = 0;
  /** The most bytes of one request and of one answer. */
  largestRequest = 0;
  largestAnswer = 0;
  editing = false;
  onEvents: ((entries: readonly EventEntry[]) => void) | null = null;
  private readonly interpreter: Interpreter;
  private readonly faults = new Map<number, Fault>();

  constructor(readonly options: ProcessOptions) {
    this.book = new Book(options.sheets);
    this.book.events.onEntries = (entries) => this.onEvents?.(entries);
    this.interpreter = new Interpreter(new WorkbookObject(this.book), {
      create: createServices(),
      onTrace: (entry) => this.trace.push(entry),
      onMissing: (member) => this.missing.add(member),
      onEvent: (register, object, event) => this.registerEvent(register, object, event),
    });
  }

  /** The `ahead`-th batch from now (1 is the next) fails. */
  failAtBatch(ahead: number, fault: Fault = {}): void {
    this.faults.set(this.batches + ahead, fault);
  }

  answer(request: string): Answer {
    const size = Buffer.byteLength(request);
    this.roundTrips += 1;
    this.bytesReceived += size;
    this.largestRequest = Math.max(this.largestRequest, size);
    const answer = this.handle(request, size);
    const answerSize = Buffer.byteLength(answer.body);
    this.bytesSent += answerSize;
    this.largestAnswer = Math.max(this.largestAnswer, answerSize);
    return answer;
  }

  private handle(request: string, size: number): Answer {
    const body = JSON.parse(request) as RequestBody;
    const releases = onlyReleases(body);
    if (!releases) this.batches += 1;
    if (this.editing && !releases) {
      return refusal(
        "InvalidOperationInCellEditMode",
        "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
      );
    }
    if (this.options.profile === "web" && size > payloadLimit) {
      return refusal("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    }
    const fault = releases ? undefined : this.faults.get(this.batches);
    const done = fault ? this.executeUpTo(body, fault) : this.interpreter.execute(body);
    this.finishBatch();
    const text = JSON.stringify(done);
    if (this.options.profile === "web" && Buffer.byteLength(text) > payloadLimit) {
      return refusal("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.");
    }
    return { body: text };
  }

  private executeUpTo(body: RequestBody, fault: Fault): ResponseBody {
    const count = Math.min(fault.afterActions ?? 0, body.Actions.length);
    const done = this.interpreter.execute({ ...body, Actions: body.Actions.slice(0, count) });
    if (done.Error) return done;
    return {
      ...done,
      Error: {
        Code: fault.code ?? "GeneralException",
        Message: fault.message ?? "There was an internal error while processing the request.",
        Location: "",
        ActionIndex: Math.min(count, body.Actions.length - 1),
        HttpStatusCode: 500,
      },
    };
  }

  private finishBatch(): void {
    this.book.calculationSuspended = false;
    this.book.settle();
    const kept = new Set<unknown>(this.interpreter.keptObjects);
    for (const sheet of this.book.sheets) {
      for (const range of sheet.ranges) if (!kept.has(range)) sheet.ranges.delete(range);
    }
    this.book.events.flush();
  }

  private registerEvent(register: boolean, object: HostObject, event: string): void {
    const { type } = object.members;
    const name = (type.startsWith("Table") ? `Table${event}` : event) as EventName;
    const target =
      type === "TableCollection" ? tableScope(object) : "id" in object ? String(object.id) : "Workbook";
    this.book.events.register(register, name, target);
  }

  /** Somebody else than the add-in acts. */
  actAs<T>(actor: "person" | "coauthor", act: (book: Book) => T): T {
    this.book.actor = actor;
    try {
      return act(this.book);
    } finally {
      this.book.actor = "add-in";
      this.finishBatch();
    }
  }

  /** `Sheet1!A1:B2` of everything selected, for a test to look at. */
  get selection(): string {
    return `${this.book.active.name}!${formatArea(this.book.active.selection)}`;
  }
}

/** A sheet's own collection of tables listens for the sheet, the workbook's for all. */
function tableScope(object: HostObject): string {
  const sheet = (object as HostObject & { sheet?: { id: string } | null }).sheet;
  return sheet ? sheet.id : "Workbook";
}

/** The client sends such a request by itself after a batch, to let go of what it kept. */
function onlyReleases(body: RequestBody): boolean {
  const acts = body.Actions.filter((action) => action.Name !== "" && action.Name !== "Trace");
  return acts.length > 0 && acts.every((action) => /^_Remove(All)?References?$/.test(action.Name ?? ""));
}

function refusal(code: string, message: string): Answer {
  return { body: "", refusal: { code, message } };
}
