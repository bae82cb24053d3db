import type { Facts } from "#app/domain/law/facts.ts";
import { defaultAfterAgreedDay } from "#app/domain/law/money/de-verzug.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import type { Place } from "#app/domain/places/place.ts";
import { factsFromAnswers, type Stated } from "./case-facts.ts";
import { residenceOf } from "./residence.ts";

type At = {
  caseId: string;
  place: Place;
  /** Whose law applies at the place. */
  jurisdiction: string;
  evidence: readonly { id: string; kind: string }[];
  series: Series;
};

/** What the creditor stated, with what the register of places and the calendars add to it. */
export function statedFacts(stated: Stated, { caseId, place, jurisdiction, evidence, series }: At): Facts {
  const { country, zones } = place;
  const residence = residenceOf(place);
  const { dueOn, dueAgreed } = stated.claim;
  const verzugFrom = dueAgreed === "yes" ? defaultAfterAgreedDay(dueOn, series, residence.land) : null;
  return factsFromAnswers(stated, {
    caseId,
    jurisdiction,
    country,
    ...residence,
    zones,
    evidence,
    verzugFrom,
  });
}
