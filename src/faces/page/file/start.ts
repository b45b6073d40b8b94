/** The files' worker, started; where a browser has none, files are worked on right here. */
import { localFiles, type Files } from "./files";
import { RemoteFiles } from "./remote";

export function startFiles(): Files {
  if (typeof Worker === "undefined") return localFiles;
  return new RemoteFiles(new Worker(new URL("./worker.ts", import.meta.url), { name: "files" }));
}
