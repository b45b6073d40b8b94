/** Short names for contents that the programme does not name: at most 60 characters, cut where the sentence allows. */

export const shortTitleLength = 60;
const longestRead = 400;

const fillers =
  /\s*(?:ở|tại|trong|thuộc|cho|trên địa bàn)?\s*(?:các\s+)?(?:vùng\s+)?(?:đồng bào\s+)?(?:vùng\s+)?dân tộc thiểu số và miền núi/giu;
const hardStops = /[;:.]\s|\s[-–]\s/g;
const softStops =
  /,\s|\s(?:nhằm|để|phục vụ|phù hợp|theo|với|cho|trong|tại|ở|trên|do|về|thông qua|gắn với|của)\s/gu;
const dangling =
  /(?:[\s,;:–-]|\s(?:và|của|các|cho|về|trong|với|nhằm|để|từ|tại|có|theo|những|một số|hoặc|là|được|đến|ở|trên))+$/u;

/** One title; not yet unique. */
export function shortTitle(title: string): string {
  const plain = tidy(title.slice(0, longestRead));
  if (plain.length <= shortTitleLength) return plain;
  const bare = tidy(plain.replace(/\s*\([^()]*\)/g, "").replace(fillers, ""));
  if (bare.length >= 8 && bare.length <= shortTitleLength) return bare;
  const text = bare.length >= 8 ? bare : plain;
  return cutAt(text, hardStops, 12) ?? cutAt(text, softStops, 32) ?? cutAtWord(text);
}

function tidy(text: string): string {
  const trimmed = text
    .replace(/\s+/g, " ")
    .replace(/[\s:;,.–-]+$/u, "")
    .trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}

/** The longest beginning that ends at a stop and fits; null where none is at least `least` long. */
function cutAt(text: string, stops: RegExp, least: number): string | null {
  let best: string | null = null;
  for (const match of text.matchAll(stops)) {
    if (match.index > shortTitleLength) break;
    const part = tidy(text.slice(0, match.index).replace(dangling, ""));
    if (part.length >= least && part.length <= shortTitleLength) best = part;
  }
  return best;
}

function cutAtWord(text: string): string {
  const space = text.lastIndexOf(" ", shortTitleLength - 1);
  const cut = space > 0 ? text.slice(0, space) : text.slice(0, shortTitleLength - 1);
  return `${cut.replace(dangling, "")}…`;
}

/** Names given within one project, without case, each with the number that its next namesake gets. */
export type TakenTitles = Map<string, number>;

/** Marks a name as given. */
export function takeTitle(name: string, taken: TakenTitles): void {
  taken.set(name.toLowerCase(), 2);
}

/** Makes a name unique by a number behind it, and takes it. */
export function uniqueTitle(name: string, taken: TakenTitles): string {
  const first = name.toLowerCase();
  for (let count = taken.get(first) ?? 1; ; count++) {
    const suffix = count === 1 ? "" : ` (${count})`;
    const candidate = `${name.slice(0, shortTitleLength - suffix.length).trimEnd()}${suffix}`;
    if (taken.has(candidate.toLowerCase())) continue;
    takeTitle(candidate, taken);
    taken.set(first, count + 1);
    return candidate;
  }
}
