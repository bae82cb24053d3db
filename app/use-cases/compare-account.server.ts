import type Stripe from "stripe";
import { newId } from "#app/domain/ids.ts";
import { exceptionKey } from "#app/domain/payments/exceptions.ts";
import { causeOf, paymentNamedBy } from "#app/domain/payments/movements.ts";
import { type AtProvider, type Finding, needsALook, reconcile } from "#app/domain/payments/reconcile.ts";
import { ok } from "#app/domain/result.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { bookPayment, bookPayout, type Holder } from "#app/use-cases/payments/book-movements.server.ts";
import { lookAtPayment, sumOf, whole } from "#app/use-cases/payments/look-at-payment.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { closeException, openException } from "#db/queries/money-exceptions.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import {
  lockAccount,
  lockPlatformAccount,
  type Payment,
  paymentBy,
  paymentByIntent,
} from "#db/queries/payments.ts";
import { insertReconciliation, movedByCause } from "#db/queries/reconciliations.ts";
import { transact } from "#db/transact.ts";

/** An account at the provider; the platform's own has neither id nor organisation. */
export type ComparedAccount = { accountId: string | null; orgId: string | null };

type Listed = { transaction: Stripe.BalanceTransaction; belongs: Belongs };
type Belongs = { payment: Payment } | { payoutId: string } | null;

const freshMs = 3_600_000;

/**
 * Compares one account at the provider with the books and keeps the result. What is ours and not booked, since its event was lost, is
 * booked first. What still differs is named movement by movement, and an admin is told.
 */
export async function compareAccount(
  ctx: Ctx,
  provider: Provider,
  account: ComparedAccount,
): Promise<Finding[]> {
  const listed = await listedAt(ctx, provider, account);
  await bookMissing(ctx, provider, { account, listed });
  const balance = await balanceAt(provider, account);
  const findings = await transact<Finding[], never>(ctx, async (tx) => {
    await holderOf(tx, account);
    const books = await booksOf(tx, account);
    const compared = reconcile({ balance, books, provider: listed.map((each) => asListed(each, ctx.now)) });
    const askedBy = ctx.actor.role === "system" ? null : ctx.actor.userId;
    await insertReconciliation(tx, { ...account, id: newId(ctx.now), at: ctx.now, ...compared, askedBy });
    await tellOfDifference(tx, ctx, { account, ...compared });
    return ok(compared.findings);
  });
  return findings.ok ? findings.value : [];
}

const onAccount = ({ accountId }: ComparedAccount) => (accountId ? { stripeAccount: accountId } : {});

async function listedAt({ db }: Ctx, { stripe }: Provider, account: ComparedAccount): Promise<Listed[]> {
  const listed: Listed[] = [];
  const pages = stripe.balanceTransactions.list({ limit: 100, expand: ["data.source"] }, onAccount(account));
  for await (const transaction of pages)
    listed.push({ transaction, belongs: await whoseIs(db, account, transaction) });
  return listed;
}

/** What a movement belongs to, by what it came from; null for business outside this product, whatever it says of another account. */
async function whoseIs(
  reader: Reader,
  { accountId }: ComparedAccount,
  { source }: Stripe.BalanceTransaction,
): Promise<Belongs> {
  const from = whole(source);
  if (!from) return null;
  if (from.object === "payout") return { payoutId: from.id };
  if (from.object !== "charge" && from.object !== "refund" && from.object !== "dispute") return null;
  const named = paymentNamedBy(from.metadata);
  const intent = typeof from.payment_intent === "string" ? from.payment_intent : from.payment_intent?.id;
  const payment = named
    ? await paymentBy(reader, named.caseId, named.id)
    : intent
      ? await paymentByIntent(reader, intent)
      : null;
  return payment?.accountId === accountId ? { payment } : null;
}

const asListed = (
  { transaction: { id, net, currency, created }, belongs }: Listed,
  now: Date,
): AtProvider => {
  const sum = sumOf(net, currency);
  const isFresh = now.getTime() - created * 1000 < freshMs;
  return { id, currency: sum.currency, net: sum.amount, isOurs: belongs !== null, isFresh };
};

async function balanceAt({ stripe }: Provider, account: ComparedAccount): Promise<Map<string, bigint>> {
  const { available, pending } = await stripe.balance.retrieve({}, onAccount(account));
  const balance = new Map<string, bigint>();
  for (const each of [...available, ...pending]) {
    const { amount, currency } = sumOf(each.amount, each.currency);
    balance.set(currency, (balance.get(currency) ?? 0n) + amount);
  }
  return balance;
}

const booksOf = (tx: Reader, { orgId }: ComparedAccount) =>
  movedByCause(
    tx,
    orgId ? { kind: "connected_balance", bookId: orgId } : { kind: "platform_fees", bookId: null },
  );

async function holderOf(tx: Tx, { accountId }: ComparedAccount): Promise<Holder | null> {
  if (accountId) return lockAccount(tx, accountId);
  await lockPlatformAccount(tx);
  return { orgId: null, orgKind: "platform" };
}

/** Books what belongs to us and is not in the books, as its event would have had it. */
async function bookMissing(
  ctx: Ctx,
  provider: Provider,
  { account, listed }: { account: ComparedAccount; listed: readonly Listed[] },
): Promise<void> {
  const booked = new Set((await booksOf(ctx.db, account)).map(({ id }) => id));
  const missing = listed.filter(({ transaction }) => !booked.has(causeOf(transaction)));
  const payments = new Map<string, Payment>();
  const payouts = new Set<string>();
  for (const { belongs } of missing) {
    if (!belongs) continue;
    if ("payment" in belongs) payments.set(belongs.payment.id, belongs.payment);
    else payouts.add(belongs.payoutId);
  }
  for (const work of [...payments.values(), ...payouts])
    await transact<null, never>(ctx, async (tx) => {
      const holder = await holderOf(tx, account);
      if (!holder) return ok(null);
      if (typeof work === "string")
        await bookPayout(tx, ctx, provider, { payoutId: work, accountId: account.accountId, holder });
      else if (work.sessionId) {
        const sight = await lookAtPayment(provider, { accountId: work.accountId, sessionId: work.sessionId });
        await bookPayment(tx, ctx, { payment: work, sight, holder });
      }
      return ok(null);
    });
}

type Compared = { account: ComparedAccount } & ReturnType<typeof reconcile>;

async function tellOfDifference(tx: Tx, ctx: Ctx, { account, sums, findings }: Compared): Promise<void> {
  const platform = await platformOrganization(tx);
  const about = account.orgId ?? platform?.id;
  if (!platform || !about) return;
  const key = exceptionKey("discrepancy", account.accountId ?? "platform");
  if (!needsALook(findings)) {
    await closeException(tx, { caseId: about, key }, { now: ctx.now, by: null });
    return;
  }
  const worst = sums.find(({ unexplained }) => unexplained !== "0") ?? sums[0];
  const amount = BigInt(worst?.unexplained ?? 0);
  const opened = await openException(tx, {
    ...{ caseId: about, key, kind: "discrepancy", paymentId: null, openedAt: ctx.now },
    ...{ amount: amount < 0n ? -amount : amount, currency: worst?.currency ?? "USD" },
  });
  if (!opened) return;
  const count = findings.filter(({ kind }) => kind !== "outside").length;
  const values = { account: account.accountId ?? "platform", count };
  await notify(tx, ctx, { toOrgId: platform.id, kind: "books_differ", values, href: "/admin/books" });
}
