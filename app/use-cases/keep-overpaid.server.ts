import type { OwedName } from "#app/domain/ledger/owed.ts";
import { owedNames, owedPurposes } from "#app/domain/payments/asking.ts";
import { exceptionKey } from "#app/domain/payments/exceptions.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { closeException, openException, openOnCase, updateException } from "#db/queries/money-exceptions.ts";
import { paymentsOn } from "#db/queries/payments.ts";
import { stillPaid } from "#db/queries/provider-movements.ts";

/**
 * Keeps on the desk what a creditor paid too much of a fee or charge through the provider: paid otherwise meanwhile, or owed no more since
 * a debtor's payment went back. The payments that were asked for last are what is too much. It hangs on sums, not on the order of news.
 */
export async function keepOverpaid(
  tx: Tx,
  ctx: Pick<Ctx, "now">,
  { caseId, currency }: { caseId: string; currency: string },
  { name, over }: { name: OwedName; over: bigint },
): Promise<void> {
  // What is over of advances is counted to the next act or given back.
  if (name === "advance") return;
  const purpose = owedPurposes.find((each) => owedNames[each] === name);
  const open = new Map((await openOnCase(tx, { caseId, kind: "overpaid" })).map((each) => [each.key, each]));
  if (over === 0n && open.size === 0) return;
  let left = over;
  for (const payment of await paymentsOn(tx, caseId)) {
    if (payment.purpose !== purpose || payment.currency !== currency) continue;
    const key = exceptionKey("overpaid", payment.id);
    const paid = left > 0n ? await stillPaid(tx, { caseId, paymentId: payment.id }) : 0n;
    const amount = paid < left ? paid : left;
    left -= amount;
    if (amount === 0n) await closeException(tx, { caseId, key }, { now: ctx.now, by: null });
    else if (open.has(key)) await updateException(tx, { caseId, key }, amount);
    else
      await openException(tx, {
        ...{ caseId, key, kind: "overpaid", paymentId: payment.id, amount, currency, openedAt: ctx.now },
      });
  }
}
