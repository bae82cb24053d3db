import { type Actor, isCollector } from "#app/domain/accounts/actor.ts";
import type { PersonalField } from "#app/domain/cases/personal.ts";

export const contactFields = ["email", "phone", "address"] as const satisfies readonly PersonalField[];

/** What a person says they need a debtor's details for, by the room they work in. */
export const askedPurposes = {
  creditor: [
    "answering",
    "identity_check",
    "address_check",
    "court_paper",
    "supervising",
    "authority_request",
  ],
  collector: [
    "contacting",
    "answering",
    "identity_check",
    "address_check",
    "court_paper",
    "authority_request",
  ],
  admin: ["moderation", "duplicate_check", "complaint", "supervising", "authority_request"],
} as const;
type Room = keyof typeof askedPurposes;
export type AskedPurpose = (typeof askedPurposes)[Room][number];

/**
 * What an act says of itself, so that nobody is asked. `overview`: names in lists and at the head of a case; `review`: a claim's own words before its
 * reviewer.
 */
export const actPurposes = [
  "overview",
  "review",
  "call",
  "visit",
  "message",
  "letter_read",
  "posting",
  "channel_check",
  "power_of_attorney",
  "bundle",
  "editing",
  "subject_request",
  "representative",
  "court_order",
] as const;
type ActPurpose = (typeof actPurposes)[number];

export type SightPurpose = AskedPurpose | ActPurpose;
export const sightPurposes = [
  ...new Set<SightPurpose>([...Object.values(askedPurposes).flat(), ...actPurposes]),
] as [SightPurpose, ...SightPurpose[]];

/** What of it somebody can be asked for; empty for whoever is shown nothing. */
export function purposesFor({ role }: Pick<Actor, "role">): readonly AskedPurpose[] {
  if (role === "creditor" || role === "admin") return askedPurposes[role];
  return isCollector(role) ? askedPurposes.collector : [];
}

/** Long enough to dial, to write down an address or to compare a paper; then it is hidden again. */
export const shownMinutes = 15;
export const shownUntil = (now: Date): Date => new Date(now.getTime() + shownMinutes * 60_000);

/** Details of more cases than this, shown to one person within so many minutes, are something for an administrator to know. */
const often = 20;
export const oftenMinutes = 60;
export const isOften = (cases: number): boolean => cases > often;

/** Names and claims that somebody works with all day are one sight a day. */
const daily: ReadonlySet<SightPurpose> = new Set(["overview", "review"]);

/** Sights of one person, case, purpose and slot are one, so that the log can be read. */
export function slotOf(purpose: SightPurpose, now: Date): string {
  if (daily.has(purpose)) return now.toISOString().slice(0, 10);
  const ms = shownMinutes * 60_000;
  return new Date(Math.floor(now.getTime() / ms) * ms).toISOString();
}
