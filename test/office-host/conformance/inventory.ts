/** Counts what the host implements, by its own lists of members. */
import { Book, objects } from "../model";
import type { Members } from "../protocol";

/** The member lists stand on instances; every class is made once, with nothing behind it. */
export function implementedMembers(): { readonly classes: number; readonly members: number } {
  const book = new Book(["Sheet1"]);
  const sheet = book.sheets[0];
  let classes = 0;
  let members = 0;
  for (const type of Object.values(objects)) {
    if (typeof type !== "function" || !type.name.endsWith("Object")) continue;
    const Type = type as unknown as new (...parameters: unknown[]) => { members: Members };
    const area = { row: 0, column: 0, rows: 1, columns: 1 };
    const made = tryMake(Type, [[book, sheet, area], [book, sheet, [area]], [book], [{}]]);
    if (!made) continue;
    classes += 1;
    members += [made.scalars, made.objects, made.methods]
      .flat()
      .filter((name) => !name.startsWith("_")).length;
  }
  return { classes, members };
}

function tryMake(
  Type: new (...parameters: unknown[]) => { members: Members },
  choices: readonly unknown[][],
): Members | null {
  for (const choice of choices) {
    try {
      return new Type(...choice).members;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  return null;
}
