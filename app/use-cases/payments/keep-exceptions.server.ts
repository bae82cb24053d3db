import { historyOf } from "#app/domain/law/history.ts";
import type { SetOffs } from "#app/domain/ledger/set-off.ts";
import type { ExceptionKind } from "#app/domain/payments/exceptions.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import { restsAt } from "#app/domain/timeline/open-holds.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { closeException, openException } from "#db/queries/money-exceptions.ts";
import type { Payment } from "#db/queries/payments.ts";
import { movementsOf } from "#db/queries/provider-movements.ts";
import { eventsOf } from "#db/queries/timeline.ts";
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
  const { payment, sight } = keeping;
  const { caseId, id: paymentId } = payment;
  const wanted = [...standing(keeping, await takenOf(tx, payment)), ...(await arrivals(tx, ctx, keeping))];
  for (const { kind, subject, amount, currency } of wanted)
    await openException(tx, {
      ...{ caseId, key: `${kind}:${subject}`, kind, paymentId, amount, currency, openedAt: ctx.now },
    });
  const passed = [
    ...sight.disputes.flatMap(({ id, status }) => (status === "open" ? [] : [`dispute:${id}`])),
    ...sight.movements.flatMap(({ type }) => (type === "refund" ? [`refund_waits:${paymentId}`] : [])),
    ...(overOf(keeping) === 0n && keeping.found ? [`overpaid:${paymentId}`] : []),
  ].filter((key) => !wanted.some(({ kind, subject }) => key === `${kind}:${subject}`));
  for (const key of passed) await closeException(tx, { caseId, key }, { now: ctx.now, by: null });
}

/** What can be seen of the payment itself, whenever it is looked at. */
function standing(keeping: Keeping, taken: bigint): Wanted[] {
  const { payment, sight, kase } = keeping;
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
  const over = overOf(keeping);
  if (over > 0n) wanted.push({ kind: "overpaid", subject, amount: over, currency });
  return wanted;
}

const overOf = ({ payment, found }: Keeping): bigint =>
  BigInt(found?.payments.find(({ id }) => id === payment.id)?.setOff.over ?? 0);

/** What matters at the moment money comes in: a case that is closed, or that rests. */
async function arrivals(tx: Tx, ctx: Ctx, { payment, kase, came }: Keeping): Promise<Wanted[]> {
  if (!came || !kase || payment.purpose !== "recovery") return [];
  const { id: subject, amount, currency } = payment;
  if (kase.status === "closed" || kase.status === "refused")
    return [{ kind: "case_closed", subject, amount, currency }];
  const { holds } = historyOf(historyEventsOf(await eventsOf(tx, kase.caseId)));
  return restsAt(holds, ctx.now) ? [{ kind: "case_frozen", subject, amount, currency }] : [];
}

/** What the charge took, before anything went back. */
async function takenOf(tx: Tx, payment: Payment): Promise<bigint> {
  const rows = await movementsOf(tx, payment);
  return rows.reduce((sum, { type, paidAmount }) => (type === "charge" ? sum + (paidAmount ?? 0n) : sum), 0n);
}
