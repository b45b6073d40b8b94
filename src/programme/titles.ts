/**
 * How near two titles are. Offices copy a programme's titles with slips, abbreviations and cuts, and all titles share
 * long phrases ("vùng đồng bào dân tộc thiểu số và miền núi"): so words are compared without marks, abbreviations are
 * written out, and a word or pair of words counts the less, the more titles of the catalogue have it.
 */
import { fold } from "../domain";

const abbreviations: ReadonlyMap<string, string> = new Map([
  ["dbdtts", "dong bao dan toc thieu so"],
  ["dtts", "dan toc thieu so"],
  ["dbkk", "dac biet kho khan"],
  ["mn", "mien nui"],
  ["ktxh", "kinh te xa hoi"],
  ["kt", "kinh te"],
  ["xh", "xa hoi"],
  ["ptkt", "phat trien kinh te"],
  ["sx", "san xuat"],
  ["csht", "co so ha tang"],
  ["csvc", "co so vat chat"],
  ["gd", "giao duc"],
  ["dt", "dao tao"],
  ["ptdtnt", "pho thong dan toc noi tru"],
  ["ptdtbt", "pho thong dan toc ban tru"],
  ["nct", "nguoi cao tuoi"],
  ["cntt", "cong nghe thong tin"],
  ["hnch", "hon nhan can huyet"],
  ["hncht", "hon nhan can huyet thong"],
]);

/** Folded words without punctuation, abbreviations written out; "xóm", "bản", "ấp" … read as "thôn". */
export function titleWords(title: string): readonly string[] {
  const words = fold(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && word !== "va");
  return words.flatMap((word) => abbreviations.get(word)?.split(" ") ?? [localWord(word)]);
}

function localWord(word: string): string {
  return word === "xom" || word === "ap" || word === "buon" ? "thon" : word;
}

/** Words and pairs of neighbouring words: pairs tell "đất ở" from "nhà ở … đất". */
function features(words: readonly string[]): ReadonlySet<string> {
  const set = new Set<string>(words);
  for (let index = 1; index < words.length; index++) set.add(`${words[index - 1]} ${words[index]}`);
  return set;
}

/** A title that is cut off after at least so many words is taken for the whole, this surely. */
const wordsOfCutTitle = 4;
const cutTitle = 0.85;
/** A title of so many letters may be followed by more words. */
const shortestBeginning = 40;

export interface TitleEntry<T> {
  readonly item: T;
  readonly titles: readonly string[];
}

export interface TitleMatch<T> {
  readonly item: T;
  /** 0 to 1. */
  readonly similarity: number;
}

export interface TitleIndex<T> {
  /** All items, nearest first; ties keep the catalogue's order. */
  rank(title: string): readonly TitleMatch<T>[];
}

/** An index over a catalogue; building it weighs the words. */
export function indexTitles<T>(entries: readonly TitleEntry<T>[]): TitleIndex<T> {
  const titles = entries.flatMap(({ titles: texts }, entry) =>
    texts.map((text) => {
      const words = titleWords(text);
      return { entry, text: words.join(" "), set: features(words), sum: 0 };
    }),
  );
  const places = new Map<string, { weight: number; titles: number[] }>();
  titles.forEach(({ set }, title) => {
    for (const feature of set) {
      const place = places.get(feature);
      if (place) place.titles.push(title);
      else places.set(feature, { weight: 0, titles: [title] });
    }
  });
  for (const place of places.values()) {
    const inEntries = new Set(place.titles.map((title) => titles[title]!.entry)).size;
    place.weight = weightOf(entries.length, inEntries);
  }
  for (const title of titles) for (const feature of title.set) title.sum += places.get(feature)!.weight;
  const strange = weightOf(entries.length, 1);

  const rank = (title: string): readonly TitleMatch<T>[] => {
    const words = titleWords(title);
    const shared = new Float64Array(titles.length);
    let askedSum = 0;
    for (const feature of features(words)) {
      const place = places.get(feature);
      askedSum += place?.weight ?? strange;
      for (const at of place?.titles ?? []) shared[at]! += place!.weight;
    }
    const best = new Float64Array(entries.length);
    const whole = words.join(" ");
    titles.forEach(({ entry, text, sum }, at) => {
      const score = isBeginning(whole, words.length, text)
        ? cutTitle
        : askedSum === 0
          ? 0
          : (2 * shared[at]!) / (askedSum + sum);
      best[entry] = Math.max(best[entry]!, score);
    });
    return entries
      .map(({ item }, entry) => ({ item, similarity: best[entry]! }))
      .sort((a, b) => b.similarity - a.similarity);
  };
  return { rank };
}

function weightOf(all: number, having: number): number {
  return Math.log(1 + (all + 1) / having);
}

/** Whether one of two titles is the other, cut off. */
function isBeginning(asked: string, askedWords: number, title: string): boolean {
  if (askedWords >= wordsOfCutTitle && title.startsWith(`${asked} `)) return true;
  return title.length > shortestBeginning && asked.startsWith(`${title} `);
}
