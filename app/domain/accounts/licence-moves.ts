import { dateOf, dayOf } from "../law/calendar/civil.ts";
import { instantText, localDay, startOfDay } from "../law/calendar/zones.ts";
import { zonesOf } from "../places/register.ts";

export type LicenceStatus = "submitted" | "returned" | "verified" | "refused" | "suspended";
export type LicenceMove = "resubmit" | "verify" | "return" | "refuse" | "suspend";

/** Missing keys are the illegal moves. */
export const licenceMoves: Record<LicenceStatus, Partial<Record<LicenceMove, LicenceStatus>>> = {
  submitted: { verify: "verified", return: "returned", refuse: "refused" },
  returned: { resubmit: "submitted", refuse: "refused" },
  verified: { verify: "verified", suspend: "suspended" },
  suspended: { verify: "verified", refuse: "refused" },
  refused: {},
};

/** What a licence counts as today: a stored status, or over because its last day has passed. */
export type LicenceState = LicenceStatus | "expired";

type Term = { territory: string; validFrom: string; validTo: string | null };

/**
 * Whether the term includes now, in every time zone of the territory: an hour in doubt does not count.
 * `validTo` is the first day on which the licence no longer holds. An unknown territory has no valid licence.
 */
export function isInForce({ territory, validFrom, validTo }: Term, now: Date): boolean {
  const zones = zonesOf(territory);
  const today = (zone: string) => dateOf(localDay(zone, now.getTime()));
  return (
    zones.length > 0 && zones.every((zone) => validFrom <= today(zone) && (!validTo || today(zone) < validTo))
  );
}

const isOver = ({ territory, validTo }: Term, now: Date) =>
  validTo !== null && zonesOf(territory).some((zone) => dateOf(localDay(zone, now.getTime())) >= validTo);

/** Expiry is computed, never stored: only what is verified can expire. */
export const licenceState = (licence: Term & { status: LicenceStatus }, now: Date): LicenceState =>
  licence.status === "verified" && isOver(licence, now) ? "expired" : licence.status;

/** A returned licence is corrected; an expired one is renewed, often under the same number. */
export const mayResubmit = (licence: Term & { status: LicenceStatus }, now: Date): boolean =>
  licence.status === "returned" || licenceState(licence, now) === "expired";

/** The instant at which the term ends where its last day ends first, in ISO 8601; `never` where none is named. */
export function endOfTerm({ territory, validTo }: Term): string {
  if (!validTo) return "never";
  const ends = zonesOf(territory).map((zone) => startOfDay(zone, dayOf(validTo)));
  return instantText(Math.min(...ends));
}

/** The latest civil date now read anywhere in a territory: what a date field may at most say. */
export function latestDateIn(territory: string, now: Date): string {
  const days = zonesOf(territory).map((zone) => localDay(zone, now.getTime()));
  return dateOf(Math.max(...days, Math.floor(now.getTime() / 86_400_000)));
}
