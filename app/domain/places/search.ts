import { type Entry, entries } from "./entries.ts";
import type { Place } from "./place.ts";

/** Longer than any name; a longer query finds nothing and should cost nothing. */
const LONGEST_QUERY = 80;

/** Case, diacritics, apostrophes, hyphens and spaces do not tell places apart: `Xi'an`, `xian` and `XI AN` are one. */
const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** What people leave off a Chinese name: 深圳 for 深圳市, 广西 for 广西壮族自治区. */
const chineseEnding = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|地区|林区|[省市州县盟])$/;

type Keys = {
  place: Place;
  /** Whole names and codes. */
  names: string[];
  /** Names from their second or a later word on: `York` of New York. */
  tails: string[];
  zh: string;
};

function keysOf({ place, aliases }: Entry): Keys {
  const words = place.en.split(/[\s-]+/);
  const [english, ...tails] = words.map((_, at) => fold(words.slice(at).join("")));
  const codes = [place.code, place.code.slice(place.country.length)];
  const names = [english, place.zh, place.zh.replace(chineseEnding, ""), ...aliases, ...codes];
  return { place, names: names.map(fold).filter(Boolean), tails, zh: fold(place.zh) };
}

const index = entries.map(keysOf);

/** 0 the very name or code, 1 its beginning, 2 a later word or Chinese part of it; null no match. */
function rankOf({ names, tails, zh }: Keys, query: string): number | null {
  if (names.includes(query)) return 0;
  if (names.some((name) => name.startsWith(query))) return 1;
  if (tails.some((tail) => tail.startsWith(query)) || zh.includes(query)) return 2;
  return null;
}

/**
 * The places a text may mean, by Chinese name, English name, pinyin or code, best first and then in the register's
 * order. Refused places are found too, so that a reader learns why; an empty text finds none.
 */
export function searchPlaces(text: string, limit: number): Place[] {
  const query = fold(text.slice(0, LONGEST_QUERY));
  if (query === "") return [];
  return index
    .flatMap((keys) => {
      const rank = rankOf(keys, query);
      return rank === null ? [] : [{ rank, place: keys.place }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(0, limit))
    .map(({ place }) => place);
}
