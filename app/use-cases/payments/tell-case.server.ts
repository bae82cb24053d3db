import type { Payee } from "#app/domain/ledger/flows.ts";
import type { Leg } from "#app/domain/ledger/legs.ts";
import type { SetOffs } from "#app/domain/ledger/set-off.ts";
import { owedNames } from "#app/domain/payments/asking.ts";
import { changesBy, type Movement, notAhead } from "#app/domain/payments/movements.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { bookOf, poster, settleCase } from "#app/use-cases/settle-case.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import type { Payment } from "#db/queries/payments.ts";
import { zoneOf } from "#db/queries/subjects.ts";

type Telling = { kase: CaseRow; payment: Payment; booked: readonly Movement[] };

/**
 * What newly booked movements of a payment mean for its case: a recovery is an event of the log and lessens the debt, a fee or charge
 * is paid. A payment in another currency than the claim's changes nothing of what is owed in it; a person decides what it is for.
 * Answers how the case's payments are set off now; null where nothing changed.
 */
export async function tellCase(
  tx: Tx,
  ctx: Ctx,
  { kase, payment, booked }: Telling,
): Promise<SetOffs | null> {
  if (payment.currency !== bookOf(kase).currency || booked.length === 0) return null;
  const zone = await zoneOf(tx, kase.caseId);
  let found: SetOffs | null = null;
  for (const movement of booked) {
    const at = notAhead(movement.at, ctx.now);
    const { paid, inHand } = changesBy(movement);
    if (payment.purpose === "recovery") {
      await keepRemittance(tx, ctx, { kase, payment, at, zone, inHand, trigger: movement.id });
      if (paid !== 0n) await recordPaid(tx, ctx, { kase, payment, at, paid });
    }
    if (paid === 0n) continue;
    const toOwed = payment.purpose === "recovery" ? {} : { [owedNames[payment.purpose]]: paid };
    found = await settleCase(tx, ctx, kase, { zone, at, trigger: movement.id, paid: toOwed });
    await tellParties(tx, ctx, { kase, payment, paid });
  }
  return found;
}

export const payeeOf = ({ orgId }: Pick<Payment, "orgId">, { creditorOrgId }: CaseRow): Payee =>
  orgId === creditorOrgId ? "creditor" : "collector";

type Paid = { kase: CaseRow; payment: Payment; at: Date; paid: bigint };

/** A payment that went back bears the same payment's id and a negative amount. */
async function recordPaid(tx: Tx, ctx: Ctx, { kase, payment, at, paid }: Paid): Promise<void> {
  const refs = { amount: Number(paid), payee: payeeOf(payment, kase), paymentId: payment.id };
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "payment",
    occurredAt: at,
    payload: { act: { direction: "in" }, refs },
  });
  if (!recorded.ok) throw new Error(`A payment was refused by the law of case ${kase.caseId}`);
}

/** What the collector has in hand at the provider it owes to the creditor, gross: the provider's fees are the account holder's own. */
async function keepRemittance(
  tx: Tx,
  ctx: Ctx,
  given: { kase: CaseRow; payment: Payment; at: Date; zone: string; inHand: bigint; trigger: string },
): Promise<void> {
  const { kase, payment, at, zone, inHand, trigger } = given;
  if (payeeOf(payment, kase) === "creditor" || inHand === 0n) return;
  const { caseId, currency } = bookOf(kase);
  const [terms, owed] = (["remit_terms", "remit_owed"] as const).map((kind) => ({ kind, bookId: caseId }));
  const leg: Leg =
    inHand > 0n
      ? { from: terms, to: owed, currency, amount: inHand }
      : { from: owed, to: terms, currency, amount: -inHand };
  await poster(tx, ctx, { caseId, zone })(`remit:${trigger}`, at, [leg]);
}

async function tellParties(tx: Tx, ctx: Ctx, { kase, payment, paid }: Omit<Paid, "at">): Promise<void> {
  const { caseId, code, creditorOrgId, collectorOrgId } = kase;
  const told = {
    values: { case: code, whatKey: `pay.what.${payment.purpose}` },
    href: `/cases/${caseId}/money`,
  };
  for (const toOrgId of new Set([creditorOrgId, collectorOrgId])) {
    if (!toOrgId) continue;
    if (paid > 0n) await notify(tx, ctx, { toOrgId, kind: "money_came_in", ...told });
    else await notify(tx, ctx, { toOrgId, kind: "money_went_back", ...told });
  }
}
