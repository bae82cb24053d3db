import type { SetOffs } from "#app/domain/ledger/set-off.ts";
import { type ExceptionKind, exceptionKey } from "#app/domain/payments/exceptions.ts";
import { claimNow } from "#app/use-cases/claim-now.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { closeException, openException } from "#db/queries/money-exceptions.ts";
import type { Payment } from "#db/queries/payments.ts";
import { movementsOf, stillPaid } from "#db/queries/provider-movements.ts";
import type { Sight } from "./look-at-payment.server.ts";

type Keeping = {
  payment: Payment;
  sight: Sight;
  kase: CaseRow | null;
  /** How the case's payments are set off now; null where nothing changed. */
  found: SetOffs | null;
  /** Whether money came in just now. */
  came: boolean;
};

type Wanted = { kind: ExceptionKind; subject: string; amount: bigint; currency: string };

/** Opens what a person must look at in a payment as it stands now, and closes what has passed. */
export async function keepExceptions(tx: Tx, ctx: Ctx, keeping: Keeping): Promise<void> {
  const { payment, sight, found, kase } = keeping;
  const { caseId, id: paymentId } = payment;
  const claim = kase && found ? await claimNow(tx, ctx, kase) : null;
  const over = overOf(keeping, claim?.total ?? 0);
  const wanted = [
    ...standing(keeping, { over, taken: await takenOf(tx, payment) }),
    ...arrivals(keeping, claim),
  ];
  for (const { kind, subject, amount, currency } of wanted)
    await openException(tx, {
      ...{ caseId, key: exceptionKey(kind, subject), kind, paymentId, amount, currency, openedAt: ctx.now },
    });
  const passed = [
    ...sight.disputes.flatMap(({ id, status }) => (status === "open" ? [] : [exceptionKey("dispute", id)])),
    ...(sight.waiting.length === 0 ? [exceptionKey("refund_waits", paymentId)] : []),
    ...(found && over === 0n && payment.purpose === "recovery" ? [exceptionKey("overpaid", paymentId)] : []),
    ...((await stillPaid(tx, { caseId, paymentId })) === 0n ? settledByRefund(paymentId) : []),
  ];
  for (const key of passed) await closeException(tx, { caseId, key }, { now: ctx.now, by: null });
}

/** What needs nothing more once all of the payment went back. */
const settledByRefund = (paymentId: string) =>
  (["other_currency", "case_closed", "case_frozen"] as const).map((kind) => exceptionKey(kind, paymentId));

/** What can be seen of the payment itself, whenever it is looked at. */
function standing(
  { payment, sight, kase }: Keeping,
  { over, taken }: { over: bigint; taken: bigint },
): Wanted[] {
  const { id: subject, currency } = payment;
  const wanted: Wanted[] = sight.disputes.flatMap(({ id, status, ...sum }) =>
    status === "won" ? [] : [{ kind: status === "lost" ? "dispute_lost" : "dispute", subject: id, ...sum }],
  );
  const waiting = sight.waiting.reduce((sum, { amount }) => sum + amount, 0n);
  if (waiting > 0n) wanted.push({ kind: "refund_waits", subject, amount: waiting, currency });
  if (taken > 0n && taken < payment.amount)
    wanted.push({ kind: "partial_capture", subject, amount: payment.amount - taken, currency });
  if (taken > 0n && kase && kase.answers.claim.currency !== currency)
    wanted.push({ kind: "other_currency", subject, amount: taken, currency });
  if (over > 0n) wanted.push({ kind: "overpaid", subject, amount: over, currency });
  return wanted;
}

/** What of the payment is too much: by its set-off, or where no order is on file by what the claim comes to with all that was paid. */
function overOf({ payment, found }: Keeping, total: number): bigint {
  const setOff = found?.payments.find(({ id }) => id === payment.id)?.setOff;
  if (!setOff) return 0n;
  return BigInt(Math.max(setOff.over, Math.min(setOff.unassigned, Math.max(0, -total))));
}

/** What matters at the moment money comes in: a case that is closed, or that rests. */
function arrivals({ payment, kase, came }: Keeping, claim: { rests: boolean } | null): Wanted[] {
  if (!came || !kase || payment.purpose !== "recovery") return [];
  const { id: subject, amount, currency } = payment;
  if (kase.status === "closed" || kase.status === "refused")
    return [{ kind: "case_closed", subject, amount, currency }];
  return claim?.rests ? [{ kind: "case_frozen", subject, amount, currency }] : [];
}

/** What the charge took, before anything went back. */
async function takenOf(tx: Tx, payment: Payment): Promise<bigint> {
  const rows = await movementsOf(tx, payment);
  return rows.reduce((sum, { type, paidAmount }) => (type === "charge" ? sum + (paidAmount ?? 0n) : sum), 0n);
}
