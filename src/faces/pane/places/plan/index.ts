/** Kế hoạch: a plan is opened, looked at, and put into the workbook. */
export { PlanWork as Work } from "./work";
export { PlanView as View } from "./PlanView";
