import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { setMemberRole } from "#db/queries/organizations.ts";
import { memberRoles } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";

export const ChangeMemberRole = z.object({
  userId: z.uuid("error.invalid"),
  role: z.enum(memberRoles, "error.choose"),
});

export type MemberRefusal = { kind: "not-allowed" } | { kind: "not-a-member" } | { kind: "last-owner" };

/** Gives a member of the actor's organisation another role; somebody stays an owner. */
export const changeMemberRole = (
  ctx: Ctx,
  { userId, role }: z.infer<typeof ChangeMemberRole>,
): Promise<Result<null, MemberRefusal>> =>
  transact<null, MemberRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "org.manage");
    if (!member) return err({ kind: "not-allowed" });
    const change = await setMemberRole(tx, { orgId: member.orgId, userId, role });
    if (change !== "done") return err({ kind: change });
    const subject = { subjectKind: "user", subjectId: userId } as const;
    await insertAudit(tx, ctx, { operation: "member.role_changed", ...subject, details: { role } });
    return ok(null);
  });
