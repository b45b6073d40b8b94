/** The list of pack files that ship with the product, oldest first. A new programme is its file and its line here. */
import pack1719 from "./1719.json";

export const packFiles: readonly unknown[] = [pack1719];
