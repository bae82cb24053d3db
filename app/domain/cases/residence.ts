import type { Place } from "#app/domain/places/place.ts";
import { placesIn } from "#app/domain/places/register.ts";

/**
 * Where a debtor lives, in the names the law's rows use: the province's code, the Land and the city's English name. A region
 * chosen although the register has a city in it means a place outside that city.
 */
export function residenceOf(place: Place): {
  province: string | null;
  land: string | null;
  city: string | null;
} {
  const land = place.country === "DE" && place.level === "province" ? place.code.slice("DE-".length) : null;
  const province = place.country !== "CN" ? null : place.level === "city" ? place.parent : place.code;
  if (place.level === "city") return { province, land, city: place.en };
  return { province, land, city: placesIn(place.code).length > 0 ? "elsewhere" : null };
}
