/**
 * Members of Excel's interface that Microsoft's package does not have yet: its client ends at ExcelApi 1.15, what Excel
 * loads from Microsoft's network goes on. They are added, with the client's own helpers, to hosts of a level that has
 * them; nothing of the client is changed. Members: notes (1.18).
 */

type Constructor = new (...parameters: unknown[]) => object;

interface Helpers {
  createPropertyObject(
    type: unknown,
    parent: object,
    name: string,
    isCollection: boolean,
    flags: number,
  ): object;
  createMethodObject(
    type: unknown,
    parent: object,
    name: string,
    operation: number,
    args: unknown[],
    isCollection: boolean,
    invalidAfterRequest: boolean,
    getById: null,
    flags: number,
  ): object;
  createIndexerObject(type: unknown, parent: object, args: unknown[]): object;
  createChildItemObject(
    type: unknown,
    hasIndexer: boolean,
    parent: object,
    data: unknown,
    index: number,
  ): {
    _handleResult(data: unknown): void;
  };
  invokeMethod(
    object: object,
    name: string,
    operation: number,
    args: unknown[],
    flags: number,
    process: number,
  ): unknown;
  invokeSetProperty(object: object, name: string, value: unknown, flags: number): void;
}

interface Utility {
  throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void;
  load(object: object, options: unknown): object;
  fixObjectPathIfNecessary(object: object, value: unknown): void;
}

interface Realm {
  readonly Excel: Record<string, { prototype: object }>;
  readonly OfficeExtension: { ClientObject: Constructor; BatchApiHelper: Helpers; Utility: Utility };
}

const write = 0;
const read = 1;
const concurrent = 4;

interface Loaded {
  readonly _isNull: boolean;
  readonly loaded: Record<string, unknown>;
}

/** A class of the client with these scalars; the writable ones are set by request. */
function clientClass(realm: Realm, type: string, scalars: Readonly<Record<string, boolean>>): Constructor {
  const { ClientObject, BatchApiHelper, Utility } = realm.OfficeExtension;
  const names = Object.keys(scalars);
  const travelling = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  const Base = ClientObject as new (...parameters: unknown[]) => { _handleResult(value: unknown): void };
  class Made extends Base {
    readonly loaded: Record<string, unknown> = {};
    get _className() {
      return type;
    }
    get _scalarPropertyNames() {
      return names;
    }
    get _scalarPropertyOriginalNames() {
      return travelling;
    }
    get _scalarPropertyUpdateable() {
      return Object.values(scalars);
    }
    load(options: unknown) {
      return Utility.load(this, options);
    }
    override _handleResult(value: unknown) {
      super._handleResult(value);
      if (value === null || value === undefined) return;
      Utility.fixObjectPathIfNecessary(this, value);
      names.forEach((name, index) => {
        const answered = (value as Record<string, unknown>)[travelling[index] ?? ""];
        if (answered !== undefined) this.loaded[name] = answered;
      });
    }
  }
  names.forEach((name, index) => {
    Object.defineProperty(Made.prototype, name, {
      get(this: Loaded) {
        Utility.throwIfNotLoaded(name, this.loaded[name], type, this._isNull);
        return this.loaded[name];
      },
      set(this: Loaded & object, value: unknown) {
        this.loaded[name] = value;
        BatchApiHelper.invokeSetProperty(this, travelling[index] ?? "", value, 0);
      },
    });
  });
  return Made as unknown as Constructor;
}

function addMethods(
  type: Constructor,
  methods: Readonly<Record<string, (this: object, ...parameters: unknown[]) => unknown>>,
): void {
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(type.prototype, name, { value });
}

export function addNotes(realm: Realm): void {
  const { BatchApiHelper: helper } = realm.OfficeExtension;
  const { Excel } = realm;
  const Note = clientClass(realm, "Note", {
    authorName: false,
    content: true,
    height: true,
    visible: true,
    width: true,
  });
  const Notes = clientClass(realm, "NoteCollection", {});
  addMethods(Note, {
    delete() {
      helper.invokeMethod(this, "Delete", write, [], 0, 0);
    },
    getLocation() {
      return helper.createMethodObject(
        Excel["Range"],
        this,
        "GetLocation",
        read,
        [],
        false,
        true,
        null,
        concurrent,
      );
    },
  });
  const note = (parent: object, name: string, operation: number, args: unknown[]) =>
    helper.createMethodObject(Note, parent, name, operation, args, false, false, null, 0);
  const withItems = Notes.prototype as { _handleResult(value: unknown): void };
  const handleResult = withItems._handleResult;
  Object.defineProperty(Notes.prototype, "_isCollection", { get: () => true });
  addMethods(Notes, {
    add(cell, content) {
      return note(this, "Add", write, [cell, content]);
    },
    getCount() {
      return helper.invokeMethod(this, "GetCount", read, [], concurrent, 0);
    },
    getItem(key) {
      return helper.createIndexerObject(Note, this, [key]);
    },
    getItemAt(index) {
      return note(this, "GetItemAt", read, [index]);
    },
    getItemOrNullObject(key) {
      return note(this, "GetItemOrNullObject", read, [key]);
    },
    _handleResult(value) {
      handleResult.call(this as never, value);
      const items = (value as { _Items?: unknown[] } | null)?._Items;
      if (!items) return;
      (this as { items?: unknown[] }).items = items.map((data, index) => {
        const item = helper.createChildItemObject(Note, false, this, data, index);
        item._handleResult(data);
        return item;
      });
    },
  });
  const made = new WeakMap<object, object>();
  for (const owner of ["Worksheet", "Workbook"]) {
    Object.defineProperty(Excel[owner]?.prototype, "notes", {
      get(this: object) {
        const notes = made.get(this) ?? helper.createPropertyObject(Notes, this, "Notes", true, concurrent);
        made.set(this, notes);
        return notes;
      },
    });
  }
}
