/** Kiểm tra: the findings by sheet and rule; a click goes to the cell. */
export { CheckWork as Work } from "./work";
export { CheckView as View } from "./CheckView";
