import { placeOf, placesIn } from "#app/domain/places/register.ts";

const open = (code: string): string[] =>
  placesIn(code)
    .filter(({ refusal }) => refusal === null)
    .map((place) => place.code);

/**
 * The places that a list is divided into: the parts of the place that was chosen, or the places beside it where it has none;
 * without a choice those of the one territory, or the territories where there are several.
 */
export function partsOf(territories: readonly string[], place?: string): string[] {
  const whole = place ?? (territories.length === 1 ? territories[0] : undefined);
  if (!whole) return [...territories];
  const within = open(whole);
  if (within.length > 0) return within;
  const above = placeOf(whole)?.parent;
  return place && above && placeOf(above)?.level === "province" ? open(above) : [whole];
}
