/** Headers and footers of printed pages. */
import { HostObject } from "../../protocol";
import type { PageState } from "../book/sheet";
import { membersOf, type Hosted } from "../hosted";
import { passThrough, type Stateful } from "../pass-through";

type Sections = PageState["headersFooters"]["pages"]["firstPage"];

const sectionMembers = membersOf<Excel.HeaderFooter>()("HeaderFooter", {
  scalars: ["centerFooter", "centerHeader", "leftFooter", "leftHeader", "rightFooter", "rightHeader"],
});

export class HeaderFooterObject
  extends HostObject
  implements Stateful<Sections>, Hosted<Excel.HeaderFooter, typeof sectionMembers>
{
  readonly members = sectionMembers;
  declare centerFooter: string;
  declare centerHeader: string;
  declare leftFooter: string;
  declare leftHeader: string;
  declare rightFooter: string;
  declare rightHeader: string;
  constructor(readonly state: Sections) {
    super();
  }
}
passThrough<Sections>(HeaderFooterObject, sectionMembers.scalars);

type GroupState = PageState["headersFooters"];

const groupMembers = membersOf<Excel.HeaderFooterGroup>()("HeaderFooterGroup", {
  scalars: ["state", "useSheetMargins", "useSheetScale"],
  objects: ["defaultForAllPages", "evenPages", "firstPage", "oddPages"],
});

export class HeaderFooterGroupObject
  extends HostObject
  implements Hosted<Excel.HeaderFooterGroup, typeof groupMembers>
{
  readonly members = groupMembers;
  constructor(private readonly group: GroupState) {
    super();
  }
  get state() {
    return this.group.state as Excel.HeaderFooterState;
  }
  set state(value) {
    this.group.state = value;
  }
  get useSheetMargins(): boolean {
    return this.group.useSheetMargins;
  }
  set useSheetMargins(value: boolean) {
    this.group.useSheetMargins = value;
  }
  get useSheetScale(): boolean {
    return this.group.useSheetScale;
  }
  set useSheetScale(value: boolean) {
    this.group.useSheetScale = value;
  }
  get defaultForAllPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.group.pages.defaultForAllPages);
  }
  get evenPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.group.pages.evenPages);
  }
  get firstPage(): HeaderFooterObject {
    return new HeaderFooterObject(this.group.pages.firstPage);
  }
  get oddPages(): HeaderFooterObject {
    return new HeaderFooterObject(this.group.pages.oddPages);
  }
}
