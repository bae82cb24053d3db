import { type LicenceKind, territoriesOf } from "#app/domain/accounts/licences.ts";
import { countries, nameOf, placesIn, sortedFor } from "#app/domain/places/register.ts";
import type { Locale } from "#app/messages/locale.ts";

export type PlaceChoices = { label: string; choices: { value: string; label: string }[] }[];

/** Provinces, states and regions by country: where an organisation has its seat. */
export const seatChoices = (locale: Locale): PlaceChoices =>
  countries().map((country) => ({
    label: nameOf(country, locale),
    choices: sortedFor(placesIn(country.code), locale).map((place) => ({
      value: place.code,
      label: nameOf(place, locale),
    })),
  }));

/** The jurisdictions that licences of these kinds are given for. */
export function territoryChoices(kinds: readonly LicenceKind[], locale: Locale): PlaceChoices {
  const given = [...new Set(kinds.flatMap(territoriesOf))];
  return countries().flatMap((country) => {
    const places = given.filter((place) => place.country === country.code);
    if (places.length === 0) return [];
    const choices = sortedFor(places, locale).map((place) => ({
      value: place.code,
      label: nameOf(place, locale),
    }));
    return [{ label: nameOf(country, locale), choices }];
  });
}
