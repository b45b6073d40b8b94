/** Taking back what was done; undoing is itself entered in the journal and can be undone. */
import { type ApplyOptions, type Book, type Edit, type JournalEntry, type Outcome } from "../book";

/** Applies an entry's undo. What a person changed since is reported by the outcome, not overwritten. */
export function undo(
  book: Book,
  done: { readonly edit: Edit; readonly entry: JournalEntry },
  options: ApplyOptions,
): Promise<Outcome> {
  return book.apply(done.entry.undo, { ...options, inverse: done.edit });
}
