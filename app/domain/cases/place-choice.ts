import type { Place } from "#app/domain/places/place.ts";
import { pathOf, placeOf, placesIn } from "#app/domain/places/register.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { unsupportedBecause } from "./place-support.ts";

type Typed = { country?: string; province?: string; city?: string };
export type PlaceRefusal = { field: keyof Typed; message: string };

/**
 * How far the three fields lead, the wider winning: a province left over from another country does not count.
 * `city` may repeat the province's own code, which says "elsewhere in it".
 */
export function reached({ country, province, city }: Typed): Place[] {
  const nation = placeOf(country ?? "");
  if (nation?.level !== "country") return [];
  const region = placeOf(province ?? "");
  if (region?.parent !== nation.code) return [nation];
  const town = placeOf(city ?? "");
  return town?.parent === region.code ? [nation, region, town] : [nation, region];
}

/**
 * The place a debtor's page names, fine enough for the law there. A place that is refused, too wide or not in the
 * register is refused with the field to mend; whether its law has a pack is asked of the law engine.
 */
export function chosenPlace(typed: Typed): Result<string, PlaceRefusal> {
  const [nation, region, town] = reached(typed);
  if (!nation) return err({ field: "country", message: "error.choose" });
  if (!region) return err({ field: "province", message: "error.choose" });
  if (region.refusal) return err({ field: "province", message: region.refusal });
  if (unsupportedBecause(region)) return err({ field: "province", message: "error.place_no_pack" });
  if (town) return ok(town.code);
  const within = placesIn(region.code);
  if (within.length > 0 && !(elsewhereAllowed(region) && typed.city === region.code)) {
    return err({ field: "city", message: "error.choose" });
  }
  return ok(region.code);
}

/** China's prefectures cover their province; New York City does not cover New York. */
export const elsewhereAllowed = (region: Place): boolean => region.country !== "CN";

/** The three fields for a place that was chosen already: of a region with cities beside, the rest of it. */
export function chosenBefore(code: string): { country: string; province: string; city: string } {
  const typed = typedPlace(code);
  return { ...typed, city: typed.city || typed.province };
}

/** What the three fields hold for a place found by search: a region with cities leaves open which. */
export function typedPlace(code: string): { country: string; province: string; city: string } {
  const [nation, region, town] = pathOf(code);
  return { country: nation?.code ?? "", province: region?.code ?? "", city: town?.code ?? "" };
}
