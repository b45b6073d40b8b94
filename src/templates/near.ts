/** The known name that a wrong one was probably meant to be. */
import { editDistance, fold, nearest } from "../domain";

/** Names of fields are short, so a shared word or two says much; less alike than this would be a guess. */
const LIKELY = 0.45;

export function near(name: string, known: readonly string[]): string | null {
  const wanted = fold(name);
  const plain = known.find((one) => fold(one) === wanted);
  if (plain !== undefined) return plain;
  const found = nearest(name, known, LIKELY);
  if (found) return found.candidate;
  const slips = Math.max(1, Math.floor(wanted.length / 4));
  return known.find((one) => editDistance(wanted, fold(one), slips) <= slips) ?? null;
}
