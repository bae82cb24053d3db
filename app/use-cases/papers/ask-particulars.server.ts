import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { markAsked, toAskForParticulars } from "#db/queries/papers.ts";
import { transact } from "#db/transact.ts";

const batch = 50;

/** Asks whoever owes or is owed a fee for what its papers must say, once. */
export const askParticulars = (ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> =>
  transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "paper.keep", "none")) return err({ kind: "not-allowed" });
    let asked = 0;
    for (const toOrgId of await toAskForParticulars(tx, batch)) {
      if (!(await markAsked(tx, toOrgId, ctx.now))) continue;
      await notify(tx, ctx, { toOrgId, kind: "particulars_needed", values: {}, href: "/payments/billing" });
      asked += 1;
    }
    return ok(asked);
  });
