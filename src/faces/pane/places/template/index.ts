/** Biểu mẫu: templates filled from the workbook, and households paid from the approved list. */
export { TemplateWork as Work } from "./work";
export { TemplateView as View } from "./TemplateView";
