import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { updateOrganization } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

/** Left empty, no bound. */
export const SetCapacity = z.object({
  capacity: z
    .string()
    .regex(/^\d{1,5}$/, "error.number")
    .transform(Number)
    .optional(),
});

/** Bounds how many mandates the collector takes on at once; bids beyond it are refused. */
export const setCapacity = (
  ctx: Ctx,
  { capacity }: z.infer<typeof SetCapacity>,
): Promise<Result<null, { kind: "not-allowed" }>> =>
  transact<null, { kind: "not-allowed" }>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "licence.submit");
    if (!member) return err({ kind: "not-allowed" });
    await updateOrganization(tx, member.orgId, { capacity: capacity ?? null });
    const subject = { subjectKind: "organization", subjectId: member.orgId } as const;
    await insertAudit(tx, ctx, {
      operation: "organization.capacity",
      ...subject,
      details: { capacity: capacity ?? null },
    });
    return ok(null);
  });
