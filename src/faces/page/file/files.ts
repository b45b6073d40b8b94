/** Files as the page works on them. */
import type { Book } from "../../../book";
import { XlsxBook } from "../../../hosts/xlsx";
import type { NotShown } from "../../../wording";
import { partsNotShown } from "../not-shown";

export interface OpenFile extends Pick<Book, "read" | "apply" | "watch"> {
  readonly hasMacros: boolean;
  /** What stands in it that the grid leaves out. */
  readonly notShown: readonly NotShown[];
  /** The file as it is now. */
  readonly bytes: () => Promise<Uint8Array>;
  /** Nobody works on it any more. */
  readonly close: () => void;
}

export interface Files {
  /** A new workbook, which has no sheet yet. */
  readonly create: () => OpenFile;
  /** Rejects with `UnsupportedFile` for one that cannot be read, or not changed without loss. */
  readonly open: (bytes: Uint8Array) => Promise<OpenFile>;
}

/** Files worked on right here: in the worker, and where a browser has none. */
export const localFiles: Files = {
  create: () => localFile(XlsxBook.create()),
  open: async (bytes) => localFile(XlsxBook.open(bytes)),
};

function localFile(book: XlsxBook): OpenFile {
  return {
    read: (request) => book.read(request),
    apply: (edit, options) => book.apply(edit, options),
    watch: (listener) => book.watch(listener),
    hasMacros: book.parts.names().length > 0 && book.hasMacros,
    notShown: partsNotShown(book.parts),
    bytes: async () => book.bytes(),
    close: () => undefined,
  };
}
