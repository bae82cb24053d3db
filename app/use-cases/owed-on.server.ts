import { feeReportedTo, feesOwed } from "#app/domain/ledger/fees-owed.ts";
import { type OwedPurpose, owedAccount } from "#app/domain/payments/asking.ts";
import { changesBy } from "#app/domain/payments/movements.ts";
import { duesOf } from "#app/use-cases/case-dues.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { bookOf } from "#app/use-cases/settle-case.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { balanceOf, transfersAbout } from "#db/queries/ledger.ts";
import { paymentsOn } from "#db/queries/payments.ts";
import { movementsAbout } from "#db/queries/provider-movements.ts";

/** Whom the creditor owes, on whose account it is paid, and how much; minor units of the claim's currency. */
type Owed = { payeeId: string; amount: bigint };

/**
 * What a creditor owes on a case for one purpose, payee by payee. A fee is owed to whoever earned it: a collector that was replaced
 * is paid on its own account, and its successor is not paid for it.
 */
export async function owedOn(
  reader: Reader,
  ctx: Pick<Ctx, "now">,
  kase: CaseRow,
  purpose: OwedPurpose,
): Promise<Owed[]> {
  const { caseId, creditorOrgId, collectorOrgId, currency } = bookOf(kase);
  const amount = await balanceOf(reader, { kind: owedAccount(purpose), bookId: caseId }, currency);
  if (amount === 0n) return [];
  if (purpose === "collector_fee") return feesOn(reader, ctx, kase, amount);
  const payeeId = purpose === "platform_charge" ? creditorOrgId : collectorOrgId;
  return payeeId ? [{ payeeId, amount }] : [];
}

async function feesOn(reader: Reader, ctx: Pick<Ctx, "now">, kase: CaseRow, owed: bigint): Promise<Owed[]> {
  const paid = await feePaidTo(reader, kase.caseId);
  const due = new Map<string, bigint>();
  // The newest mandate is told first; whose came first is paid first.
  for (const each of (await duesOf(reader, ctx, kase)).toReversed())
    if (each.what === "fee") due.set(each.issuerId, (due.get(each.issuerId) ?? 0n) + each.due);
  const parts = [...due].map(([orgId, sum]) => ({ orgId, due: sum, paid: paid.get(orgId) ?? 0n }));
  return feesOwed(parts, owed).map(({ orgId, amount }) => ({ payeeId: orgId, amount }));
}

/** What each collector was paid of the fee: at the provider, less what went back, and past the platform. */
async function feePaidTo(reader: Reader, caseId: string): Promise<Map<string, bigint>> {
  const paid = feeReportedTo(await transfersAbout(reader, caseId));
  const payees = new Map(
    (await paymentsOn(reader, caseId))
      .filter(({ purpose }) => purpose === "collector_fee")
      .map(({ id, orgId }) => [id, orgId]),
  );
  for (const { paymentId, type, paidAmount, paidCurrency } of await movementsAbout(reader, caseId)) {
    const orgId = paymentId && payees.get(paymentId);
    if (!orgId || paidAmount === null || !paidCurrency) continue;
    const { paid: change } = changesBy({ type, paid: { amount: paidAmount, currency: paidCurrency } });
    paid.set(orgId, (paid.get(orgId) ?? 0n) + change);
  }
  return paid;
}
