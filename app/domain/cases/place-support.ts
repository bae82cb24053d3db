import { packFor } from "#app/domain/law/packs.ts";
import type { Place, PlaceRefusal } from "#app/domain/places/place.ts";

/** Why no case can be posted at a place; keys of the catalogue. The last two take the place's name. */
export type Unsupported = PlaceRefusal | "places.refused.country" | "places.refused.no_pack";

/** Null where a case can be posted: the place is fine enough and its law has a pack. */
export function unsupportedBecause(place: Place): Unsupported | null {
  if (place.refusal) return place.refusal;
  if (!place.jurisdiction) return "places.refused.country";
  return packFor(place.jurisdiction) ? null : "places.refused.no_pack";
}
