import type { Actor } from "#app/domain/accounts/actor.ts";
import { isCollector } from "#app/domain/accounts/actor.ts";

/**
 * Whether the debtor's identity may be shown to this actor. A collector learns it when both have signed the
 * engagement and not at the award: `collectorOrgId` is written at that moment. Who may not know is shown
 * the masked card. Admins see it on their review's own page, for a purpose that is logged.
 */
export function mayKnowDebtor(
  actor: Actor,
  kase: { creditorOrgId: string; collectorOrgId: string | null },
): boolean {
  if (actor.role === "system") return true;
  if (!actor.orgId) return false;
  if (actor.role === "creditor") return kase.creditorOrgId === actor.orgId;
  return isCollector(actor.role) && kase.collectorOrgId === actor.orgId;
}
