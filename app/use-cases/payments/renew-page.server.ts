import { system } from "#app/domain/accounts/actor.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { requestPage } from "#app/use-cases/ask-payment.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { paymentIn, payPath } from "#app/use-cases/pay-link.server.ts";
import { isStillOwed } from "#app/use-cases/still-owed.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { lockPayment, updatePayment } from "#db/queries/payments.ts";
import { planOfPayment } from "#db/queries/plans.ts";
import { transact } from "#db/transact.ts";

export type RenewRefusal =
  | { kind: "not-found" }
  | { kind: "no-provider" }
  | { kind: "case-closed" }
  /** The fee or charge was paid otherwise meanwhile, or is less by now. */
  | { kind: "not-owed" };

/** Opens the page of a payment anew whose provider's page ran out or whose bank refused: the link itself has no end while its case has none. */
export function renewPage(ctx: Ctx, token: string): Promise<Result<string, RenewRefusal>> {
  return transact<string, RenewRefusal>(ctx, async (tx) => {
    const key = paymentIn(ctx.secrets, token);
    const payment = key && (await lockPayment(tx, key.caseId, key.id));
    if (!payment) return err({ kind: "not-found" });
    const path = payPath(ctx.secrets, payment);
    if (payment.status !== "expired" && payment.status !== "failed") return ok(path);
    if (!ctx.provider) return err({ kind: "no-provider" });
    const kase = await findCase(tx, system, payment.caseId);
    if (kase?.status === "closed" && payment.purpose === "recovery") return err({ kind: "case-closed" });
    if (!(await isStillOwed(tx, payment))) return err({ kind: "not-owed" });
    await updatePayment(tx, payment, {
      status: "starting",
      sessionId: null,
      sessionUrl: null,
      intentId: null,
    });
    const plan = (await planOfPayment(tx, payment))?.plan ?? null;
    const forPlan = plan !== null && plan.endedAt === null;
    await requestPage(tx, ctx, {
      ...payment,
      ...{ label: kase?.code ?? "", forPlan, locale: ctx.locale, paidPath: path, backPath: path },
    });
    return ok(path);
  });
}
