import type { Place } from "#app/domain/places/place.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { DraftAnswers } from "./draft.ts";
import { reached } from "./place-choice.ts";

/** The country, region and town that a draft names so far. */
export function draftPlaces({ debtor }: DraftAnswers): Place[] {
  const text = (name: string) => (typeof debtor?.[name] === "string" ? debtor[name] : undefined);
  return reached({ country: text("country"), province: text("province"), city: text("city") });
}

/**
 * The civil date where the debtor lives; with several zones the earlier one, so that nothing counts as due or past
 * before it is so everywhere. Where the place is not known yet, UTC.
 */
export function debtorDay(zones: readonly string[], now: Date): string {
  const [earliest] = (zones.length > 0 ? zones : ["UTC"]).map((zone) => dateIn(zone, now)).sort();
  return earliest;
}

export const draftDay = (draft: DraftAnswers, now: Date): string =>
  debtorDay(draftPlaces(draft).at(-1)?.zones ?? [], now);
