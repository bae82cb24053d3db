import type { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { lastDayOf, type ProposeClose } from "#app/domain/papers/month.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { monthDue } from "#app/use-cases/month-due.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertProposal } from "#db/queries/months.ts";
import { transact } from "#db/transact.ts";

export type ProposeCloseRefusal = { kind: "not-allowed" } | { kind: "not-due" } | { kind: "proposed-before" };

/** Proposes to close the month that is over and next in the row; another admin closes it. */
export const proposeClose = (
  ctx: Ctx,
  { month }: z.infer<typeof ProposeClose>,
): Promise<Result<null, ProposeCloseRefusal>> =>
  transact<null, ProposeCloseRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "month.propose");
    if (!person) return err({ kind: "not-allowed" });
    if ((await monthDue(tx, ctx)) !== month) return err({ kind: "not-due" });
    const proposal = { month, endsOn: lastDayOf(month), proposedBy: person.userId, proposedAt: ctx.now };
    if (!(await insertProposal(tx, proposal))) return err({ kind: "proposed-before" });
    await insertAudit(tx, ctx, {
      ...{ operation: "month.proposed", subjectKind: "month", subjectId: month },
      details: { month },
    });
    return ok(null);
  });
