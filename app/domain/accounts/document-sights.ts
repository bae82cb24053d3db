import type { Actor } from "./actor.ts";

/** What a document is taken out for: a review by the platform, one's own organisation's paper, or work on a case. */
export const sightPurposes = ["review", "own", "case"] as const;
export type SightPurpose = (typeof sightPurposes)[number];

/** Follows from who asks: nobody is asked to give a reason that nobody could check. */
export function purposeOfSight(
  { role, orgId }: Pick<Actor, "role" | "orgId">,
  { ownerOrgId }: { ownerOrgId: string | null },
): SightPurpose {
  if (role === "admin") return "review";
  return orgId !== null && orgId === ownerOrgId ? "own" : "case";
}
