/**
 * The protocol room: executes the request batches of Office's client against objects that list their members.
 * It knows nothing of Excel. What always holds: actions run in order, the first refusal stops the batch, an object
 * that was asked for and is not there is null and everything asked of it is null.
 */
export type { Members, HostCollection } from "./host-object";
export { ApiError, HostObject } from "./host-object";
export { Interpreter, type InterpreterOptions, type TraceEntry } from "./interpreter";
export type { RequestBody, ResponseBody } from "./messages";
