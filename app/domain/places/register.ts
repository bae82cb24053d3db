import { entries } from "./entries.ts";
import type { Place, PlaceLanguage } from "./place.ts";

const byCode = new Map(entries.map(({ place }) => [place.code, place]));

const byParent = new Map<string | null, Place[]>();
for (const { place } of entries) byParent.set(place.parent, [...(byParent.get(place.parent) ?? []), place]);

/** The place with this code, exactly as registered (`CN-440300`, `US-NY-NYC`); null means no such place. */
export const placeOf = (code: string): Place | null => byCode.get(code) ?? null;

/** The places directly within one, in the register's order; the countries for null, none for a place without parts. */
export const placesIn = (parent: string | null): Place[] => [...(byParent.get(parent) ?? [])];

/** China, the United States, the United Kingdom and Germany. */
export const countries = (): Place[] => placesIn(null);

/**
 * The IANA zones in use at a place; an act must be lawful in every one of them.
 * An unknown code has none, which means that its time is not known and nothing may be sent.
 */
export const zonesOf = (code: string): string[] => [...(placeOf(code)?.zones ?? [])];

/** Whose law applies at a place; null means unknown, refused for good, or a whole country, which is too wide. */
export const jurisdictionOf = (code: string): string | null => placeOf(code)?.jurisdiction ?? null;

export const nameOf = (place: Place, language: PlaceLanguage): string => place[language];

/** A path of places as its language writes it: "Los Angeles, California", "美国加利福尼亚州". Widest first comes in. */
export function spelledPath(path: readonly Place[], language: PlaceLanguage): string {
  const names = path.map((place) => nameOf(place, language));
  return language === "zh" ? names.join("") : names.toReversed().join(", ");
}

/** The country, the province and the city of a place, widest first and itself last; empty for an unknown code. */
export function pathOf(code: string): Place[] {
  const place = placeOf(code);
  if (!place) return [];
  return place.parent === null ? [place] : [...pathOf(place.parent), place];
}

const alphabet = new Intl.Collator("en");

/** As a reader expects a list: by official code in Chinese, which keeps neighbours together, by name in English. */
export function sortedFor(places: readonly Place[], language: PlaceLanguage): Place[] {
  const key = language === "zh" ? "code" : "en";
  return [...places].sort((a, b) => alphabet.compare(a[key], b[key]));
}
