import type { LicenceKind } from "#app/domain/accounts/licences.ts";
import { countries, nameOf, placeOf, placesIn, sortedFor } from "#app/domain/places/register.ts";
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
  const chinese = kinds.some((kind) => kind === "lawyer_certificate" || kind === "firm_licence");
  const american = kinds.some((kind) => kind === "bar_admission" || kind === "agency_licence");
  const states = seatChoices(locale).filter((_, at) => countries()[at].code === "US");
  const mainland = placeOf("CN");
  const china = mainland
    ? [{ label: nameOf(mainland, locale), choices: [{ value: "CN", label: nameOf(mainland, locale) }] }]
    : [];
  return [...(american ? states : []), ...(chinese ? china : [])];
}
