import {
  type About,
  causeOf,
  changesBy,
  legsOf,
  type Movement,
  notAhead,
} from "#app/domain/payments/movements.ts";
import { statusAfter } from "#app/domain/payments/payments.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepPlan } from "#app/use-cases/keep-plan.server.ts";
import type { Tx } from "#db/client.ts";
import { lockCase } from "#db/queries/cases.ts";
import { postCause } from "#db/queries/ledger.ts";
import { type OrganizationRow, platformOrganization } from "#db/queries/organizations.ts";
import { lockPayment, type Payment, updatePayment } from "#db/queries/payments.ts";
import { insertMovement } from "#db/queries/provider-movements.ts";
import { keepExceptions } from "./keep-exceptions.server.ts";
import { movementOf, type Sight, whole } from "./look-at-payment.server.ts";
import { tellCase } from "./tell-case.server.ts";

/** Whose account it is at the provider; the platform's own has no organisation to book for. */
export type Holder = { orgId: string | null; orgKind: OrganizationRow["kind"] };

/**
 * Books what the provider shows of a payment: each movement once, under its own id, whichever event led here and however often. The
 * account is held, so that no two of its events book at once, and the case, so that what follows for its debt and fee is in one order.
 */
export async function bookPayment(
  tx: Tx,
  ctx: Ctx,
  { payment, sight, holder }: { payment: Payment; sight: Sight; holder: Holder },
): Promise<void> {
  const kase = await lockCase(tx, ctx.actor, payment.caseId);
  const held = await lockPayment(tx, payment.caseId, payment.id);
  // A page that was made anew while its predecessor was looked at has events of its own.
  if (!held || held.sessionId !== payment.sessionId) return;
  const { caseId, purpose, orgId, payerOrgId, accountId } = held;
  const about: About = { orgId, bank: bankOf(holder), paid: { caseId, purpose, payerOrgId } };
  const booked: Movement[] = [];
  for (const movement of sight.movements) {
    const applied = await post(tx, ctx, { movement, about, book: caseId, accountId, paymentId: held.id });
    if (applied) booked.push(movement);
  }
  const status = statusAfter(sight.status, held.withdrawnAt !== null);
  const settledAt = held.settledAt ?? (sight.status === "paid" ? ctx.now : null);
  const closed = status === "open" ? {} : { sessionUrl: null };
  await updatePayment(tx, held, { status, intentId: sight.intentId, settledAt, ...closed });
  await keepPlan(tx, ctx, { payment: held, seen: { status, saved: sight.saved }, kase });
  const found = kase ? await tellCase(tx, ctx, { kase, payment: held, booked }) : null;
  await keepExceptions(tx, ctx, { payment: held, sight, kase, found, came: booked.some(cameIn) });
}

const cameIn = (movement: Movement) => changesBy(movement).paid > 0n;

/** Books what left for the bank of whoever's account it is, and what came back from it. */
export async function bookPayout(
  tx: Tx,
  ctx: Ctx,
  { stripe }: Provider,
  { payoutId, accountId, holder }: { payoutId: string; accountId: string | null; holder: Holder },
): Promise<void> {
  const orgId = holder.orgId ?? (await platformOrganization(tx))?.id;
  if (!orgId) return;
  const expand = ["balance_transaction", "failure_balance_transaction"];
  const on = accountId ? { stripeAccount: accountId } : {};
  const payout = await stripe.payouts.retrieve(payoutId, { expand }, on);
  const about: About = { orgId, bank: bankOf(holder), paid: null };
  for (const transaction of [payout.balance_transaction, payout.failure_balance_transaction])
    for (const movement of movementOf(whole(transaction), null))
      await post(tx, ctx, { movement, about, book: orgId, accountId, paymentId: null });
}

function bankOf({ orgKind }: Holder): About["bank"] {
  if (orgKind === "platform") return "platform_bank";
  return orgKind === "creditor" ? "creditor_bank" : "collector_bank";
}

type Posting = {
  movement: Movement;
  about: About;
  book: string;
  accountId: string | null;
  paymentId: string | null;
};

/** True where it was not booked before. A refusal is thrown: these accounts may go below nothing, and one movement has one meaning. */
async function post(
  tx: Tx,
  ctx: Ctx,
  { movement, about, book, accountId, paymentId }: Posting,
): Promise<boolean> {
  const legs = legsOf(movement, about);
  if (!legs || legs.length === 0) return false;
  const { id, type, currency, gross, fee, paid } = movement;
  const at = notAhead(movement.at, ctx.now);
  const key = causeOf(movement);
  const effectiveOn = at.toISOString().slice(0, 10);
  const posted = await postCause(tx, { key, caseId: book, at, effectiveOn, now: ctx.now }, legs);
  if (!posted.ok) throw new Error(`The movement ${key} cannot be booked: ${posted.error.kind}`);
  if (posted.value === "known") return false;
  await insertMovement(tx, {
    ...{ caseId: book, id, paymentId, accountId, type, currency, gross, fee, at, recordedAt: ctx.now },
    ...{ paidAmount: paid?.amount ?? null, paidCurrency: paid?.currency ?? null },
  });
  return true;
}
