import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { isPersonal } from "#app/domain/accounts/staff.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { licencesOf } from "#db/queries/licences.ts";
import { membershipOf, setSupervisor } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

/** Left empty, the member works under nobody. */
export const Supervise = z.object({
  userId: z.uuid("error.choose"),
  supervisorUserId: z.uuid("error.choose").optional(),
});

/** `not-licensed`: nobody works under a member without a licence of their own, nor under themselves. */
export type SuperviseRefusal = { kind: "not-allowed" } | { kind: "not-a-member" } | { kind: "not-licensed" };

/** Puts a member under the responsibility of a licensed one, whose licence their unreserved acts then rest on. */
export const supervise = (
  ctx: Ctx,
  { userId, supervisorUserId }: z.infer<typeof Supervise>,
): Promise<Result<null, SuperviseRefusal>> =>
  transact<null, SuperviseRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "licence.submit");
    if (!member) return err({ kind: "not-allowed" });
    if (!(await membershipOf(tx, member.orgId, userId))) return err({ kind: "not-a-member" });
    if (supervisorUserId) {
      const held = await licencesOf(tx, member.orgId);
      const licensed = held.some(
        ({ kind, holderUserId }) => isPersonal(kind) && holderUserId === supervisorUserId,
      );
      if (!licensed || supervisorUserId === userId) return err({ kind: "not-licensed" });
    }
    await setSupervisor(tx, { orgId: member.orgId, userId, supervisorUserId: supervisorUserId ?? null });
    const subject = { subjectKind: "user", subjectId: userId } as const;
    await insertAudit(tx, ctx, {
      operation: "member.supervised",
      ...subject,
      details: { supervisorUserId: supervisorUserId ?? null },
    });
    return ok(null);
  });
