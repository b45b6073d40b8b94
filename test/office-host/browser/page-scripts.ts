/**
 * What runs in the page instead of Excel: it passes the client's messages on to the test's process and its answers back.
 * Each function is sent to the browser as text: it uses nothing from outside its own body.
 */

/** As `#RRGGBB`. */
export interface OfficeColours {
  readonly background: string;
  readonly text: string;
}

export interface PageOptions {
  readonly locale: string;
  readonly colours: OfficeColours;
  readonly version: string;
  /** Requirement sets as Office tells them: a JSON object of names and versions. */
  readonly requirements: string;
}

export interface RelayedAnswer {
  /** Office's own number for what went wrong with the call; 0 when it went well. */
  readonly error: number;
  readonly body: string;
}

export interface RelayedEvent {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: string;
}

export interface RelayWindow {
  /** Given by the test: answers a request. */
  excelAnswers(body: string): Promise<RelayedAnswer>;
  /** Given by the page: takes events. */
  excelEvents?(entries: readonly RelayedEvent[]): void;
  /** Given by the page: a press on a ribbon button. */
  pressRibbonButton?(action: string): void;
  /** Of Office's own panes, as the add-in is told when it asks; desktop Excel only. */
  colours?: OfficeColours;
  /** Messages the page did not understand. */
  notUnderstood: unknown[];
}

/** Desktop Excel: the add-in is the page, `window.external` is Excel. */
export function playDesktopExcel(options: PageOptions): void {
  const relay = window as unknown as RelayWindow;
  relay.colours = options.colours;
  relay.notUnderstood = [];
  const array = (items: unknown[]) => ({ toArray: () => items });
  const handlers = new Map<number, (id: number, data: unknown) => void>();
  const settings = new Map<string, string>();
  const executeRequest = 93;
  const richApiMessage = 33;
  const appCommandInvoked = 39;
  /** The add-in says that it is through with a button's command. */
  const appCommandCompleted = 94;
  const succeeded = 0;
  const notSupported = 5000;
  const later = (act: () => void) => setTimeout(act, 0);
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "solution",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => options.locale,
    GetAppDataLocale: () => options.locale,
    GetDocUrl: () => "C:\\Book1.xlsx",
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "correlation",
    GetInstanceId: () => "instance",
    GetSupportedMatrix: () => options.requirements,
    GetHostFullVersion: () => options.version,
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: string[], values: string[]) =>
        keys.forEach((key, index) => settings.set(key, values[index] ?? "")),
    }),
    // Colours travel as numbers.
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        bodyBackgroundColor: parseInt(relay.colours!.background.slice(1), 16),
        bodyForegroundColor: parseInt(relay.colours!.text.slice(1), 16),
      }),
  };
  const external = {
    GetHostInfo: () => `Excel|Win32|16.01|${options.locale}|telemetry|||0`,
    GetContext: () => context,
    Execute: (id: number, parameters: unknown[], callback: (answer: unknown) => void) => {
      if (id === appCommandCompleted) {
        later(() => callback(array([succeeded])));
        return;
      }
      if (id !== executeRequest) {
        relay.notUnderstood.push([id, parameters]);
        later(() => callback(array([notSupported])));
        return;
      }
      const message = (Array.isArray(parameters[0]) ? parameters[0] : parameters) as unknown[];
      void relay
        .excelAnswers(String(message[4]))
        .then((answer) => callback(array(answer.error === 0 ? [0, [200, [], answer.body]] : [answer.error])));
    },
    RegisterEvent: (
      id: number,
      _target: string,
      handler: (id: number, data: unknown) => void,
      callback: (answer: unknown) => void,
    ) => {
      handlers.set(id, handler);
      later(() => callback(array([0])));
    },
    UnregisterEvent: (id: number, _target: string, callback: (answer: unknown) => void) => {
      handlers.delete(id);
      later(() => callback(array([0])));
    },
    MessageParent2: () => undefined,
    MessageChild2: () => undefined,
    GetLoggingAllowed: () => false,
  };
  relay.excelEvents = (entries) => {
    const messages = entries.map((one) =>
      array([one.messageCategory, one.messageType, one.targetId, one.message, one.id, false]),
    );
    handlers.get(richApiMessage)?.(richApiMessage, array(messages));
  };
  relay.pressRibbonButton = (action) =>
    handlers.get(appCommandInvoked)?.(appCommandInvoked, [
      "1",
      action,
      JSON.stringify({ source: { id: "button" } }),
    ]);
  Object.defineProperty(window, "external", { value: external, configurable: true, writable: true });
}

/** Excel on the web: the add-in lives in a frame, Excel is the page around it and they talk by messages. */
export function playExcelOnTheWeb(options: PageOptions & { readonly addin: string }): void {
  interface Question {
    readonly _messageType: number;
    readonly _actionType?: number;
    readonly _actionName: string;
    readonly _conversationId: string;
    readonly _correlationId: number;
    readonly _data: {
      DdaMethod?: { DispatchId: number };
      ArrayData?: unknown[];
      DdaSettingsMethod?: { Properties: [string, string][] };
    };
  }
  const relay = window as unknown as RelayWindow;
  relay.notUnderstood = [];
  const call = 0;
  const answerType = 1;
  const registerEvent = 1;
  const unregisterEvent = 2;
  const executeRequest = 93;
  const saveSettings = 76;
  const readSettings = 75;
  const commandCompleted = 94;
  const notSupported = 5000;
  const hostInfo = `Excel$Web$16.01$${options.locale}$correlation$$$0`;
  const url = new URL(options.addin, location.href);
  url.searchParams.set("_host_Info", hostInfo);
  const frame = document.createElement("iframe");
  frame.style.cssText = "width:350px;height:600px;border:0";
  frame.name = JSON.stringify({
    baseFrameName: "addin",
    hostInfo,
    xdmInfo: `conversation|control|${location.origin}`,
    serializerVersion: "1",
    flights: "[]",
  });
  frame.src = url.href;
  const registrations = new Map<string, Question>();
  const settings = new Map<string, string>();
  const send = (question: Question, data: unknown, error: number, isEvent: boolean) => {
    const message = {
      _messageType: answerType,
      _actionName: question._actionName,
      _conversationId: question._conversationId,
      _correlationId: question._correlationId,
      _data: data,
      _errorCode: error,
      _responseType: isEvent ? 1 : 0,
      _serializerVersion: 1,
      _origin: location.origin,
    };
    frame.contentWindow?.postMessage(JSON.stringify(message), url.origin);
  };
  const answer = (question: Question, data: unknown, error = 0) => send(question, data, error, false);
  const fire = (name: string, data: unknown) => {
    const registered = registrations.get(name);
    if (registered) send(registered, data, 0, true);
  };
  const appContext = () => ({
    _id: "control",
    _appName: 16,
    _appVersion: "16.01",
    _appMinorVersion: 1,
    _appUILocale: options.locale,
    _dataLocale: options.locale,
    _docUrl: "https://example.invalid/Book1.xlsx",
    _clientMode: 1,
    _settings: [...settings],
    _reason: 1,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "correlation",
    _appInstanceId: "instance",
    _requirementMatrix: options.requirements,
    _hostFullVersion: options.version,
    _hostCustomMessage: "",
    _addinName: "Add-in",
    _appDomains: [],
    _clientWindowHeight: 800,
    _clientWindowWidth: 1200,
    _featureGates: {},
    _initialDisplayMode: 0,
  });
  const execute = async (question: Question): Promise<unknown> => {
    const data = question._data;
    switch (data.DdaMethod?.DispatchId) {
      case executeRequest: {
        const { error, body } = await relay.excelAnswers(String(data.ArrayData?.[4]));
        return error === 0 ? { Version: 1, Error: 0, Data: [200, [], [body]] } : { Version: 1, Error: error };
      }
      case saveSettings:
        for (const [key, value] of data.DdaSettingsMethod?.Properties ?? []) settings.set(key, value);
        return { Version: 1, Error: 0 };
      case readSettings:
        return { Version: 1, Error: 0, Properties: [...settings] };
      case commandCompleted:
        return { Version: 1, Error: 0 };
      default:
        relay.notUnderstood.push(data);
        return { Version: 1, Error: notSupported };
    }
  };
  window.addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || typeof event.data !== "string") return;
    const question = JSON.parse(event.data) as Question;
    if (question._messageType !== call) return;
    if (question._actionType === registerEvent) registrations.set(question._actionName, question);
    if (question._actionType === unregisterEvent) registrations.delete(question._actionName);
    if (question._actionType === registerEvent || question._actionType === unregisterEvent)
      answer(question, { Error: 0 });
    else if (question._actionName === "ContextActivationManager_getAppContextAsync")
      answer(question, appContext());
    else if (question._actionName === "executeMethod")
      void execute(question).then((data) => answer(question, data));
    else if (question._actionName !== "ContextActivationManager_notifyHost")
      relay.notUnderstood.push([question._actionName, question._data]);
  });
  relay.excelEvents = (entries) => {
    fire("richApiMessage", {
      ArrayData: entries.map((one) => [
        one.messageCategory,
        one.messageType,
        one.targetId,
        one.message,
        one.id,
        false,
      ]),
    });
  };
  relay.pressRibbonButton = (action) =>
    fire("appCommandInvoked", ["1", action, JSON.stringify({ source: { id: "button" } })]);
  document.body.appendChild(frame);
}
