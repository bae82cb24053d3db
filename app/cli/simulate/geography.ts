import { unsupportedBecause } from "#app/domain/cases/place-support.ts";
import type { CountryCode, Place } from "#app/domain/places/place.ts";
import { placesIn } from "#app/domain/places/register.ts";
import { assumptions } from "./assumptions.ts";
import { type Chance, Wheel } from "./chance.ts";

const countries = Object.keys(assumptions.countries) as CountryCode[];

/** The finest places of a country in which a case can be posted. */
export const postable = (country: CountryCode): Place[] =>
  placesIn(country)
    .flatMap((province) => [province, ...placesIn(province.code)])
    .filter(
      (place) => unsupportedBecause(place) === null && placesIn(place.code).every(({ refusal }) => refusal),
    )
    .concat(placesIn(country).filter(isWhole));

/** A state of which the register knows a city besides: the rest of it is a place too. */
const isWhole = (place: Place): boolean =>
  place.country === "US" && unsupportedBecause(place) === null && placesIn(place.code).length > 0;

type Side = () => Place;

/**
 * Draws places for the two sides of the market: countries by their share, places by Zipf's law. Where many cases lie many collectors
 * sit, but not in the same order: the register knows no populations, so that the order is drawn.
 */
export function geography(chance: Chance): { cases: Side; collectors: Side } {
  const country = new Wheel(countries, (code) => assumptions.countries[code]);
  const order = new Map(countries.map((code) => [code, chance.shuffled(postable(code))]));
  const side = (noise: number): Side => {
    const wheels = new Map([...order].map(([code, places]) => [code, wheelOf(places, noise, chance)]));
    return () => (wheels.get(country.draw(chance)) as Wheel<Place>).draw(chance);
  };
  return { cases: side(0), collectors: side(assumptions.rankNoise) };
}

function wheelOf(places: readonly Place[], noise: number, chance: Chance): Wheel<Place> {
  const ranked = places
    .map((place, rank) => ({ place, rank: rank + places.length * noise * (chance.next() - 0.5) }))
    .sort((a, b) => a.rank - b.rank);
  return new Wheel(
    ranked.map(({ place }) => place),
    (_, rank) => (rank + 1) ** -assumptions.placeExponent,
  );
}
