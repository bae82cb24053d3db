import { memberIn } from "#app/domain/accounts/access.ts";
import type { Practice } from "#app/domain/market/practice.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { writePractice } from "#db/queries/practice.ts";
import { transact } from "#db/transact.ts";

/** Keeps what the actor's own organisation takes on; there is no way to name another's. */
export function keepPractice(ctx: Ctx, practice: Practice): Promise<Result<null, { kind: "not-allowed" }>> {
  return transact<null, { kind: "not-allowed" }>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "practice.keep");
    if (!member) return err({ kind: "not-allowed" });
    await writePractice(tx, {
      ...practice,
      orgId: member.orgId,
      updatedBy: member.userId,
      updatedAt: ctx.now,
    });
    const operation = "practice.kept";
    await insertAudit(tx, ctx, { operation, subjectKind: "organization", subjectId: member.orgId });
    return ok(null);
  });
}
