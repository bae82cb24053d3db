import { may } from "#app/domain/accounts/access.ts";
import { daysToRemit } from "#app/domain/ledger/remittance.ts";
import { exceptionKey } from "#app/domain/payments/exceptions.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { lockCase } from "#db/queries/cases.ts";
import { alarmsThatPassed, heldSince } from "#db/queries/held-money.ts";
import { closeException, openException } from "#db/queries/money-exceptions.ts";
import { transact } from "#db/transact.ts";

const batch = 50;

/** Raises the alarm for recovered money that was not passed on in time, tells both sides, and takes it back once it was. */
export function keepRemittances(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  return transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "books.keep", "none")) return err({ kind: "not-allowed" });
    const passed = await alarmsThatPassed(tx, batch);
    for (const alarm of passed) await closeException(tx, alarm, { now: ctx.now, by: null });
    const sinceOn = addDays(dateIn("UTC", ctx.now), -daysToRemit);
    let raised = 0;
    for (const { caseId, currency, amount } of await heldSince(tx, sinceOn, batch)) {
      const kase = await lockCase(tx, ctx.actor, caseId);
      const key = exceptionKey("unremitted", caseId);
      const opened = await openException(tx, {
        ...{ caseId, key, kind: "unremitted", paymentId: null, amount, currency, openedAt: ctx.now },
      });
      if (!opened || !kase) continue;
      raised += 1;
      for (const toOrgId of [kase.collectorOrgId, kase.creditorOrgId])
        if (toOrgId)
          await notify(tx, ctx, {
            ...{ toOrgId, kind: "money_unremitted", values: { case: kase.code, sinceOn } },
            href: `/cases/${caseId}/money`,
          });
    }
    return ok(passed.length + raised);
  });
}
