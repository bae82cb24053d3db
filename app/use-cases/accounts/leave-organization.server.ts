import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { holderLeft } from "#app/use-cases/open-lapse-plans.server.ts";
import { setSessionOrg } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import {
  abandonOrganization,
  deleteMembership,
  lockOrganization,
  membershipsOf,
  openWorkOf,
  otherMembers,
} from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

export const LeaveOrganization = z.object({ session: z.string() });

export type LeaveRefusal =
  | { kind: "not-allowed" }
  | { kind: "last-owner" }
  | { kind: "open-cases"; count: number };

/** Ends the actor's own membership. The last person can go only when no case is left unfinished. */
export const leaveOrganization = (
  ctx: Ctx,
  { session }: z.infer<typeof LeaveOrganization>,
): Promise<Result<null, LeaveRefusal>> =>
  transact<null, LeaveRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "org.read");
    const organization = member && (await lockOrganization(tx, member.orgId));
    if (!member || !organization) return err({ kind: "not-allowed" });
    const alone = (await otherMembers(tx, member.orgId, member.userId)) === 0;
    if (alone && organization.kind === "platform") return err({ kind: "last-owner" });
    const count = alone ? await openWorkOf(tx, member.orgId) : 0;
    if (count > 0) return err({ kind: "open-cases", count });

    const change = await deleteMembership(tx, member);
    if (change === "last-owner") return err({ kind: "last-owner" });
    if (change === "not-a-member") return err({ kind: "not-allowed" });
    await holderLeft(tx, ctx, member);
    if (alone) await abandonOrganization(tx, member.orgId, ctx.now);
    const [next] = await membershipsOf(tx, member.userId);
    await setSessionOrg(tx, session, next?.orgId ?? null);
    const subject = { subjectKind: "organization", subjectId: member.orgId } as const;
    await insertAudit(tx, ctx, { operation: "member.left", ...subject });
    return ok(null);
  });
