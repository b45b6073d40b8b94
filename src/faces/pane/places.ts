/**
 * The pane's places. Each is a folder whose index gives its `Work` (the tasks) and its `View`; both are loaded when the
 * place is first opened, so that the pane itself is there at once.
 */
import type { ComponentType } from "react";
import type { CheckWork } from "./places/check/work";
import type { PlanWork } from "./places/plan/work";
import type { ReportWork } from "./places/report/work";
import type { TemplateWork } from "./places/template/work";
import type { SettingsWork } from "./places/settings/work";
import type { PaneSession } from "./session";
import type { PanePlace } from "./state";

export interface Works {
  readonly plan: PlanWork;
  readonly check: CheckWork;
  readonly report: ReportWork;
  readonly template: TemplateWork;
  readonly settings: SettingsWork;
}

export interface PlaceViewProps<W> {
  readonly session: PaneSession;
  readonly work: W;
}

interface PlaceModule<W> {
  readonly Work: new (session: PaneSession) => W;
  readonly View: ComponentType<PlaceViewProps<W>>;
}

export const loadPlace: { readonly [P in PanePlace]: () => Promise<PlaceModule<Works[P]>> } = {
  plan: () => import(/* webpackChunkName: "plan" */ "./places/plan"),
  check: () => import(/* webpackChunkName: "check" */ "./places/check"),
  report: () => import(/* webpackChunkName: "report" */ "./places/report"),
  template: () => import(/* webpackChunkName: "template" */ "./places/template"),
  settings: () => import(/* webpackChunkName: "settings" */ "./places/settings"),
};
