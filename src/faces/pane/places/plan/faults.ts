/** Inputs with something that cannot be read: it must not be dropped unseen. */

/** Leads the person to the first such input; false where there is none. */
export function focusFault(form: HTMLElement | null): boolean {
  const faulty = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  faulty?.focus();
  return faulty != null;
}
