/**
 * What `start` needs of the machine: the built files served to this machine alone, and the way into an Excel that stands here.
 * Always true: nobody but this machine can reach what is served, and nothing outside the built folder is ever read.
 */
export { browserCommand, type Launch } from "./browser";
export { excelOf, sideloading, unloading, type ExcelStep, type Sideloading } from "./excel";
export { serveFolder, type Served } from "./listen";
export { thisMachine, type Certificates, type Machine } from "./machine";
export { manifestAt, manifestId } from "./manifest";
