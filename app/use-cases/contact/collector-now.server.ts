import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { membershipOf, organizationOf } from "#db/queries/organizations.ts";

/** A person of the engaged collector as they stand now; null where they left, or their firm is not engaged any more. */
export async function collectorNow(
  reader: Reader,
  kase: CaseRow,
  { userId, orgId }: { userId: string; orgId: string },
): Promise<(Actor & { userId: string; orgId: string }) | null> {
  if (kase.status !== "engaged" || kase.collectorOrgId !== orgId) return null;
  const member = await membershipOf(reader, orgId, userId);
  const organization = await organizationOf(reader, orgId);
  if (!member || !organization || organization.kind === "platform") return null;
  return { role: organization.kind, userId, orgId, member: member.role, secondFactor: false };
}
