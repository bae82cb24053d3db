import { endOfTerm, isInForce, type LicenceStatus, licenceState } from "./licence-moves.ts";

const DAY_MS = 86_400_000;

/** A look-up in the register counts for so long; beyond, the packs refuse every act that rests on it. */
export const lookUpCountsDays = 30;
/** The admins are asked for the next one so long before, that nothing stops while they look. */
const askAheadDays = 5;

/** Days before the end of a term at which its holder is warned, once each. */
const warnings = [60, 30, 7] as const;

type Kept = {
  territory: string;
  validFrom: string;
  validTo: string | null;
  status: LicenceStatus;
  registerCheckedAt: Date | null;
  warnedDays: number | null;
};

/** As a licence is kept once it was looked up or filed anew: nobody was warned of its new term or asked about it yet. */
export const unwatched = { lookUpAskedAt: null, warnedDays: null, lapseToldAt: null } as const;

/** Why a licence that was once verified permits nothing now. */
export type Lapse = "expired" | "suspended" | "stale";

/** Fail closed: a look-up that is not fresh is none, whatever the register would say today. */
export function lapseOf(licence: Kept, now: Date): Lapse | null {
  const state = licenceState(licence, now);
  if (state === "expired" || state === "suspended") return state;
  if (state !== "verified") return null;
  return lookUpDue(licence) < now ? "stale" : null;
}

/** Whether acts may rest on it at this moment. */
export const licenceCounts = (licence: Kept, now: Date): boolean =>
  licence.status === "verified" && isInForce(licence, now) && lapseOf(licence, now) === null;

/** The last instant at which the look-up still counts; without one, the beginning of time. */
export const lookUpDue = ({ registerCheckedAt }: Pick<Kept, "registerCheckedAt">): Date =>
  new Date(registerCheckedAt ? registerCheckedAt.getTime() + lookUpCountsDays * DAY_MS : 0);

/** Look-ups made until this instant are asked for anew at `now`. */
export const lookUpAskAt = (now: Date): Date =>
  new Date(now.getTime() - (lookUpCountsDays - askAheadDays) * DAY_MS);

/** Whether the admins should look the licence up anew. What is over or suspended is not looked up but renewed or decided. */
export function needsLookUp(licence: Kept, now: Date): boolean {
  if (licenceState(licence, now) !== "verified") return false;
  return licence.registerCheckedAt === null || licence.registerCheckedAt <= lookUpAskAt(now);
}

/** The warning that is due now, in days before the end; null where none is, or it was given already. Several at once are one. */
export function warningDue(licence: Kept, now: Date): number | null {
  if (licenceState(licence, now) !== "verified" || !licence.validTo) return null;
  const left = (new Date(endOfTerm(licence)).getTime() - now.getTime()) / DAY_MS;
  const reached = warnings.filter((days) => left <= days);
  const next = reached.at(-1);
  if (next === undefined || left <= 0) return null;
  return licence.warnedDays === null || next < licence.warnedDays ? next : null;
}
