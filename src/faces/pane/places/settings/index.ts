/** Thiết lập: the workbook's own parameters, and the rules that staff lower or switch off. All of it stands in cells. */
export { SettingsWork as Work } from "./work";
export { SettingsView as View } from "./SettingsView";
