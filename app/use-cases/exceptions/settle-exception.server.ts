import { personIn } from "#app/domain/accounts/access.ts";
import type { SettleException } from "#app/domain/payments/exceptions.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { closeException } from "#db/queries/money-exceptions.ts";
import { transact } from "#db/transact.ts";

/** Takes an exception off the desk that needs nothing more. No money moves. */
export const settleException = (
  ctx: Ctx,
  { caseId, key }: SettleException,
): Promise<Result<null, { kind: "not-there" }>> =>
  transact<null, { kind: "not-there" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "exception.propose");
    if (!person || !(await closeException(tx, { caseId, key }, { now: ctx.now, by: person.userId })))
      return err({ kind: "not-there" });
    await insertAudit(tx, ctx, {
      operation: "money_exception.settled",
      ...{ subjectKind: "case", subjectId: caseId },
      details: { key },
    });
    return ok(null);
  });
