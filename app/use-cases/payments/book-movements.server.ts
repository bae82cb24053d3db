import type { Leg } from "#app/domain/ledger/legs.ts";
import {
  type About,
  causeOf,
  legsOf,
  lostDisputeLegs,
  type Movement,
} from "#app/domain/payments/movements.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { postCause } from "#db/queries/ledger.ts";
import type { OrganizationRow } from "#db/queries/organizations.ts";
import { lockPayment, type Payment, updatePayment } from "#db/queries/payments.ts";
import { movementOf, type Sight, whole } from "./look-at-payment.server.ts";

/** Whose account it is at the provider; the platform's own has no organisation to book for. */
export type Holder = { orgId: string | null; orgKind: OrganizationRow["kind"] };

/**
 * Books what the provider shows of a payment: each movement once, under its own id, whichever event led here and however often.
 * The account is held, so that no two of its events book at once.
 */
export async function bookPayment(
  tx: Tx,
  ctx: Ctx,
  { payment, sight, holder }: { payment: Payment; sight: Sight; holder: Holder },
): Promise<void> {
  const held = await lockPayment(tx, payment.caseId, payment.id);
  if (!held) return;
  const { caseId, purpose, orgId } = held;
  const about: About = { orgId, bank: bankOf(holder), paid: { caseId, purpose } };
  for (const movement of sight.movements) await post(tx, ctx, { movement, about, book: caseId });
  for (const { id, amount, currency, at } of sight.lost) {
    const legs = lostDisputeLegs(amount, currency, about);
    if (legs) await postOnce(tx, ctx, { key: `stripe:${id}:lost`, book: caseId, at, legs });
  }
  const settledAt = held.settledAt ?? (sight.status === "paid" ? ctx.now : null);
  const closed = sight.status === "open" ? {} : { sessionUrl: null };
  await updatePayment(tx, held, { status: sight.status, intentId: sight.intentId, settledAt, ...closed });
}

/** Books what left for the payee's bank, and what came back from it. */
export async function bookPayout(
  tx: Tx,
  ctx: Ctx,
  { stripe }: Provider,
  { payoutId, accountId, holder }: { payoutId: string; accountId: string; holder: Holder },
): Promise<void> {
  if (!holder.orgId) return;
  const expand = ["balance_transaction", "failure_balance_transaction"];
  const payout = await stripe.payouts.retrieve(payoutId, { expand }, { stripeAccount: accountId });
  const about: About = { orgId: holder.orgId, bank: bankOf(holder), paid: null };
  for (const transaction of [payout.balance_transaction, payout.failure_balance_transaction]) {
    const movement = movementOf(whole(transaction));
    if (movement) await post(tx, ctx, { movement, about, book: holder.orgId });
  }
}

const bankOf = ({ orgKind }: Holder): About["bank"] =>
  orgKind === "creditor" || orgKind === "platform" ? "creditor_bank" : "collector_bank";

async function post(
  tx: Tx,
  ctx: Ctx,
  { movement, about, book }: { movement: Movement; about: About; book: string },
): Promise<void> {
  const legs = legsOf(movement, about);
  if (legs && legs.length > 0)
    await postOnce(tx, ctx, { key: causeOf(movement), book, at: movement.at, legs });
}

/** A refusal is thrown: these accounts may go below nothing, and one movement has one meaning. */
async function postOnce(
  tx: Tx,
  ctx: Ctx,
  { key, book, at, legs }: { key: string; book: string; at: Date; legs: Leg[] },
): Promise<void> {
  const cause = { key, caseId: book, at, effectiveOn: dateIn("UTC", at), now: ctx.now };
  const posted = await postCause(tx, cause, legs);
  if (!posted.ok) throw new Error(`The movement ${key} cannot be booked: ${posted.error.kind}`);
}
