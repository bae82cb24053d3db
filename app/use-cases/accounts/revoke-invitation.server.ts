import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { revokeInvitation as revoke } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

export const RevokeInvitation = z.object({ invitationId: z.uuid("error.invalid") });

export type RevokeRefusal = { kind: "not-allowed" } | { kind: "invitation-over" };

/** Takes an invitation back; its link stops working. */
export const revokeInvitation = (
  ctx: Ctx,
  { invitationId }: z.infer<typeof RevokeInvitation>,
): Promise<Result<null, RevokeRefusal>> =>
  transact<null, RevokeRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "org.invite");
    if (!member) return err({ kind: "not-allowed" });
    const revoked = await revoke(tx, { orgId: member.orgId, id: invitationId, now: ctx.now });
    if (!revoked) return err({ kind: "invitation-over" });
    const subject = { subjectKind: "invitation", subjectId: invitationId } as const;
    await insertAudit(tx, ctx, { operation: "invitation.revoked", ...subject });
    return ok(null);
  });
