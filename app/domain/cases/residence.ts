import type { Place } from "#app/domain/places/place.ts";
import { placesIn } from "#app/domain/places/register.ts";

/**
 * Where a debtor lives, in the names the law's rows use: the province's code and the city's English name. A region
 * chosen although the register has a city in it means a place outside that city.
 */
export function residenceOf(place: Place): { province: string | null; city: string | null } {
  const province = place.country !== "CN" ? null : place.level === "city" ? place.parent : place.code;
  if (place.level === "city") return { province, city: place.en };
  return { province, city: placesIn(place.code).length > 0 ? "elsewhere" : null };
}
