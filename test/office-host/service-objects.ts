/** Objects that Office's client makes by name at start-up, beside the workbook. */
import { HostObject, type Members } from "./protocol";

function members(type: string, methods: readonly string[]): Members {
  return { type, scalars: [], objects: [], methods };
}

export class AppRuntimeService extends HostObject {
  readonly members = members("AppRuntimeService", ["getAppRuntimeState", "setAppRuntimeState"]);
  private state = "Visible";
  getAppRuntimeState(): string {
    return this.state;
  }
  setAppRuntimeState(state: string): void {
    this.state = state;
  }
}

export class AppRuntimePersistenceService extends HostObject {
  readonly members = members("AppRuntimePersistenceService", [
    "getAppRuntimeStartState",
    "setAppRuntimeStartState",
  ]);
  private state = "Inactive";
  getAppRuntimeStartState(): string {
    return this.state;
  }
  setAppRuntimeStartState(state: string): void {
    this.state = state;
  }
}

/** Without it Office's start-up in the browser fails. */
export class AddinInternalService extends HostObject {
  readonly members = members("AddinInternalService", ["notifyActionHandlerReady"]);
  notifyActionHandlerReady(): void {
    // The host has no ribbon that would wait for it.
  }
}

export function createServices(): (name: string) => HostObject | undefined {
  const services: Readonly<Record<string, HostObject>> = {
    "Microsoft.AppRuntime.AppRuntimeService": new AppRuntimeService(),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": new AppRuntimePersistenceService(),
    "Microsoft.InternalService.AddinInternalService": new AddinInternalService(),
  };
  return (name) => services[name];
}
