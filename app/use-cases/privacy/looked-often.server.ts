import { isOften, oftenMinutes } from "#app/domain/privacy/sights.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit, wasAudited } from "#db/queries/audit.ts";
import { organizationOf, platformOrganization } from "#db/queries/organizations.ts";
import { casesShownSince } from "#db/queries/personal-sights.ts";

/**
 * Tells the administrators when one person had the details of many cases shown in a short time: an entry of the audit log and a notice, once
 * in that time. Nobody is stopped by it, for a busy day looks the same.
 */
export async function keepLookedOften(tx: Tx, ctx: Ctx): Promise<void> {
  const { userId, orgId } = ctx.actor;
  if (!userId || !orgId) return;
  const since = new Date(ctx.now.getTime() - oftenMinutes * 60_000);
  const cases = await casesShownSince(tx, userId, since);
  if (!isOften(cases)) return;
  const entry = { operation: "debtor.looked_often", subjectKind: "user", subjectId: userId } as const;
  if (await wasAudited(tx, entry, since)) return;
  await insertAudit(tx, ctx, { ...entry, details: { cases, minutes: oftenMinutes } });
  const [platform, organization] = await Promise.all([platformOrganization(tx), organizationOf(tx, orgId)]);
  if (!platform) return;
  const values = { count: cases, organization: organization?.name ?? "" };
  await notify(tx, ctx, { toOrgId: platform.id, kind: "debtor_details_often", values, href: "/admin/audit" });
}
