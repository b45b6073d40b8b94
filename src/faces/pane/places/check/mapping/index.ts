/** Trang tính của bạn: how sheets that staff already have are read. Mounted once, in the check. */
export { OwnSheets } from "./OwnSheets";
export { mappingWorkOf, type MappingWork } from "./work";
