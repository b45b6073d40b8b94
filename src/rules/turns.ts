/** Long work on the page itself gives way, so that the person is heard. */

/** Milliseconds that work may hold the page; a browser draws a picture about every 16. */
const HELD = 12;

/**
 * Asked again and again by work that goes on: gives the page its turn where the page has been held for a while. Not each
 * time, for every wait is four milliseconds long at least, however little there is to wait for.
 */
export function pageTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < HELD) return;
    await new Promise((resume) => setTimeout(resume, 0));
    since = performance.now();
  };
}
