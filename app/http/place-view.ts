import { elsewhereAllowed } from "#app/domain/cases/place-choice.ts";
import { unsupportedBecause } from "#app/domain/cases/place-support.ts";
import type { FoundPlace, PlaceView } from "#app/domain/cases/place-view.ts";
import type { Place } from "#app/domain/places/place.ts";
import { countries, nameOf, pathOf, placesIn, sortedFor, spelledPath } from "#app/domain/places/register.ts";
import { searchPlaces } from "#app/domain/places/search.ts";
import { type Locale, translator } from "#app/messages/catalogue.ts";

const longestList = 8;

/** The lists, notes and search results that the place fields need, so that the register stays on the server. */
export function placeView(reached: Place[], query: string, locale: Locale): PlaceView {
  const [nation, region, town] = reached;
  const chosen = town ?? region ?? nation;
  return {
    countries: choices(countries(), locale),
    provinces: nation ? choices(placesIn(nation.code), locale) : [],
    cities: region ? citiesOf(region, locale) : [],
    chosen: chosen
      ? { name: nameOf(chosen, locale), zones: chosen.zones, unsupported: unsupportedBecause(chosen) }
      : null,
    query,
    found: foundPlaces(query, locale),
  };
}

/** Places a text may mean, each with what keeps a case from being posted there, if anything does. */
export function foundPlaces(query: string, locale: Locale): FoundPlace[] {
  return searchPlaces(query, longestList).map((place) => ({
    code: place.code,
    name: nameOf(place, locale),
    within: spelledPath(pathOf(place.code).slice(0, -1), locale),
    unsupported: unsupportedBecause(place),
  }));
}

function choices(places: Place[], locale: Locale) {
  const t = translator(locale);
  return sortedFor(places, locale).map((place) => {
    const name = nameOf(place, locale);
    const because = unsupportedBecause(place);
    const closed = because !== null && because !== "places.refused.country";
    return { value: place.code, label: closed ? t("cases.place.not_yet", { place: name }) : name };
  });
}

function citiesOf(region: Place, locale: Locale) {
  const within = placesIn(region.code);
  if (within.length === 0) return [];
  const elsewhere = translator(locale)("cases.place.elsewhere", { place: nameOf(region, locale) });
  return [
    ...choices(within, locale),
    ...(elsewhereAllowed(region) ? [{ value: region.code, label: elsewhere }] : []),
  ];
}
