import type { Place } from "#app/domain/places/place.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { DraftAnswers } from "./draft.ts";
import { reached } from "./place-choice.ts";
import type { Known } from "./read-step.ts";
import { textOf } from "./typed.ts";

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

/** What a draft's other pages are read by: the day it is where the debtor lives, and where and who that is. */
export function draftKnown(draft: DraftAnswers, now: Date): Known {
  const places = draftPlaces(draft);
  return {
    today: debtorDay(places.at(-1)?.zones ?? [], now),
    country: places[0]?.country,
    debtorKind: textOf(draft.debtor ?? {}, "kind"),
    titled: textOf(draft.history ?? {}, "judgment") === "yes",
  };
}
