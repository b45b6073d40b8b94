/** The norms of support, by content and date. */
import { allContents } from "./load";
import type { Norm, NormItem, NormKind, Programme, ProgrammeContent, SupportForm } from "./model";

/**
 * The norms of a content (programme code) that are valid on a date (ISO). Of several for the same item, kind and form
 * the one with the latest start counts; and a norm for a form hides an older one for any form.
 */
export function normsFor(programme: Programme, contentCode: string, date: string): readonly Norm[] {
  const valid = programme.norms.filter(
    (norm) =>
      norm.content === contentCode &&
      (norm.validFrom === null || norm.validFrom <= date) &&
      (norm.validTo === null || date <= norm.validTo),
  );
  const later = (a: Norm, b: Norm): boolean => (a.validFrom ?? "") > (b.validFrom ?? "");
  const hides = (a: Norm, b: Norm): boolean =>
    a.item === b.item && a.kind === b.kind && (b.form === null || a.form === b.form) && later(a, b);
  return valid.filter((norm) => !valid.some((other) => hides(other, norm)));
}

/** The one norm that applies to a household's support; `form` null where the row names none. */
export function normFor(
  programme: Programme,
  contentCode: string,
  date: string,
  item: NormItem,
  kind: NormKind,
  form: SupportForm | null,
): Norm | null {
  const norms = normsFor(programme, contentCode, date).filter(
    (norm) => norm.item === item && norm.kind === kind,
  );
  return norms.find((norm) => norm.form === form) ?? norms.find((norm) => norm.form === null) ?? null;
}

/** Contents that households receive (those with a support group), in the catalogue's order. */
export function householdContents(programme: Programme): readonly ProgrammeContent[] {
  return allContents(programme).filter((content) => content.supportGroup !== null);
}
