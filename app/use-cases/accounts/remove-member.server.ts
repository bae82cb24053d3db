import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { holderLeft } from "#app/use-cases/open-lapse-plans.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { deleteMembership } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

export const RemoveMember = z.object({ userId: z.uuid("error.invalid") });

/** `yourself`: one leaves one's own organisation on another way. */
export type RemoveRefusal =
  | { kind: "not-allowed" }
  | { kind: "not-a-member" }
  | { kind: "last-owner" }
  | { kind: "yourself" };

/** Ends somebody's membership at once; their sessions lose the organisation with the next request. */
export const removeMember = (
  ctx: Ctx,
  { userId }: z.infer<typeof RemoveMember>,
): Promise<Result<null, RemoveRefusal>> =>
  transact<null, RemoveRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "org.manage");
    if (!member) return err({ kind: "not-allowed" });
    if (userId === member.userId) return err({ kind: "yourself" });
    const change = await deleteMembership(tx, { orgId: member.orgId, userId });
    if (change !== "done") return err({ kind: change });
    await holderLeft(tx, ctx, { orgId: member.orgId, userId });
    await insertAudit(tx, ctx, { operation: "member.removed", subjectKind: "user", subjectId: userId });
    return ok(null);
  });
