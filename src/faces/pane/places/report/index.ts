/** Báo cáo: forms are chosen and made. */
export { ReportWork as Work } from "./work";
export { ReportView as View } from "./ReportView";
