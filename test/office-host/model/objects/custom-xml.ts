/** Custom XML parts. */
import { HostObject } from "../../protocol";
import type { Book } from "../book/book";
import { membersOf, type Hosted } from "../hosted";
import { found, refuse } from "../refusals";

type PartState = Book["xmlParts"][number];

/** The namespace of the root element, or "". */
function namespaceOf(xml: string): string {
  const root = /<(?:([\w.-]+):)?[\w.-]+(?<attributes>[^>]*)>/.exec(
    xml.replace(/^\s*(<\?[\s\S]*?\?>|<!--[\s\S]*?-->|\s)*/, ""),
  );
  const attribute = root?.[1] ? `xmlns:${root[1]}` : "xmlns";
  return (
    new RegExp(`\\b${attribute}\\s*=\\s*["']([^"']*)["']`).exec(root?.groups?.["attributes"] ?? "")?.[1] ?? ""
  );
}

const partMembers = membersOf<Excel.CustomXmlPart>()("CustomXmlPart", {
  id: "id",
  scalars: ["id", "namespaceUri"],
  methods: ["delete", "getXml", "setXml"],
});

export class CustomXmlPartObject
  extends HostObject
  implements Hosted<Excel.CustomXmlPart, typeof partMembers>
{
  readonly members = partMembers;
  constructor(
    private readonly book: Book,
    private readonly state: PartState,
  ) {
    super();
  }
  get id(): string {
    return this.state.id;
  }
  get namespaceUri(): string {
    return namespaceOf(this.state.xml);
  }
  getXml(): string {
    return this.state.xml;
  }
  setXml(xml: string): void {
    this.state.xml = checkXml(xml);
  }
  delete(): void {
    this.book.xmlParts.splice(this.book.xmlParts.indexOf(this.state), 1);
  }
}

function checkXml(xml: string): string {
  return typeof xml === "string" && /^\s*</.test(xml) ? xml : refuse("InvalidArgument");
}

const scopedMembers = membersOf<Excel.CustomXmlPartScopedCollection>()("CustomXmlPartScopedCollection", {
  methods: ["getCount", "getItem", "getItemOrNullObject", "getOnlyItem", "getOnlyItemOrNullObject"],
});

export class CustomXmlPartScopedCollectionObject
  extends HostObject
  implements Hosted<Excel.CustomXmlPartScopedCollection, typeof scopedMembers>
{
  readonly members = scopedMembers;
  constructor(
    private readonly book: Book,
    private readonly states: readonly PartState[],
  ) {
    super();
  }
  getCount(): number {
    return this.states.length;
  }
  getItem(id: string): CustomXmlPartObject {
    return found(this.getItemOrNullObject(id));
  }
  getItemOrNullObject(id: string): CustomXmlPartObject | null {
    const state = this.states.find((one) => one.id === id);
    return state ? new CustomXmlPartObject(this.book, state) : null;
  }
  getOnlyItem(): CustomXmlPartObject {
    return this.getOnlyItemOrNullObject() ?? refuse("InvalidOperation");
  }
  getOnlyItemOrNullObject(): CustomXmlPartObject | null {
    const [state, ...more] = this.states;
    return state && more.length === 0 ? new CustomXmlPartObject(this.book, state) : null;
  }
  collectionItems(): CustomXmlPartObject[] {
    return this.states.map((state) => new CustomXmlPartObject(this.book, state));
  }
}

const collectionMembers = membersOf<Excel.CustomXmlPartCollection>()("CustomXmlPartCollection", {
  methods: ["add", "getByNamespace", "getCount", "getItem", "getItemOrNullObject"],
});

export class CustomXmlPartCollectionObject
  extends HostObject
  implements Hosted<Excel.CustomXmlPartCollection, typeof collectionMembers>
{
  readonly members = collectionMembers;
  constructor(private readonly book: Book) {
    super();
  }
  private get all(): CustomXmlPartScopedCollectionObject {
    return new CustomXmlPartScopedCollectionObject(this.book, this.book.xmlParts);
  }
  add(xml: string): CustomXmlPartObject {
    const state = {
      id: `{${String(this.book.nextSerial()).padStart(8, "0")}-0CEE-0000-0000-000000000000}`,
      xml: checkXml(xml),
    };
    this.book.xmlParts.push(state);
    return new CustomXmlPartObject(this.book, state);
  }
  getByNamespace(namespaceUri: string): CustomXmlPartScopedCollectionObject {
    return new CustomXmlPartScopedCollectionObject(
      this.book,
      this.book.xmlParts.filter((one) => namespaceOf(one.xml) === namespaceUri),
    );
  }
  getCount(): number {
    return this.book.xmlParts.length;
  }
  getItem(id: string): CustomXmlPartObject {
    return this.all.getItem(id);
  }
  getItemOrNullObject(id: string): CustomXmlPartObject | null {
    return this.all.getItemOrNullObject(id);
  }
  collectionItems(): CustomXmlPartObject[] {
    return this.all.collectionItems();
  }
}
