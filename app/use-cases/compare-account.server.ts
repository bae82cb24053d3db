import type Stripe from "stripe";
import { newId } from "#app/domain/ids.ts";
import { exceptionKey } from "#app/domain/payments/exceptions.ts";
import { causeOf, paymentNamedBy } from "#app/domain/payments/movements.ts";
import {
  type AtProvider,
  bookedIn,
  closingAt,
  closingFrom,
  type Finding,
  type KeptClosing,
  needsALook,
  type Question,
  reconcile,
  sumsOf,
} from "#app/domain/payments/reconcile.ts";
import { ok } from "#app/domain/result.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { bookPayment, bookPayout, type Holder } from "#app/use-cases/payments/book-movements.server.ts";
import { canBeSeen, lookAtPayment, sumOf, whole } from "#app/use-cases/payments/look-at-payment.server.ts";
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
import {
  type BookedAccount,
  heldInBooks,
  insertReconciliation,
  lastClosing,
  movedByCause,
  movedSince,
} from "#db/queries/reconciliations.ts";
import { transact } from "#db/transact.ts";

/** An account at the provider; the platform's own has neither id nor organisation. */
export type ComparedAccount = { accountId: string | null; orgId: string | null };

type Listed = { transaction: Stripe.BalanceTransaction; belongs: Belongs };
type Belongs = { payment: Payment } | { payoutId: string } | null;

/** An event may be so long on its way, and the two sides are not read in one moment: what is fresher is judged the next time. */
const settleMs = 3_600_000;
/** So often an account is compared from its first movement on, whoever asks. */
const wholeMs = 7 * 86_400_000;

/**
 * Compares one account at the provider with the books and keeps the result. What is ours and not booked, since its event was lost, is
 * booked first. What still differs is named movement by movement, and an admin is told. By night it goes on from where the last
 * comparison agreed; whatever does not agree then is looked at from the first movement on before anybody is alarmed.
 */
export async function compareAccount(
  ctx: Ctx,
  provider: Provider,
  account: ComparedAccount,
): Promise<Finding[]> {
  const kept = ctx.actor.role === "system" ? await lastClosing(ctx.db, account.accountId) : null;
  const isRecent = kept !== null && ctx.now.getTime() - Date.parse(kept.wholeAt) < wholeMs;
  const since = isRecent ? await compareFrom(ctx, provider, account, kept) : null;
  return since ?? (await compareFrom(ctx, provider, account, null)) ?? [];
}

/** The findings; null where something does not agree since the last closing, and nothing is kept of it. */
async function compareFrom(
  ctx: Ctx,
  provider: Provider,
  account: ComparedAccount,
  kept: KeptClosing | null,
): Promise<Finding[] | null> {
  // The balance first: of what moves meanwhile the list then has everything, and the balance is one of the list's moments.
  const balance = await balanceAt(provider, account);
  const listed = await listedAt(ctx, provider, account, kept);
  while (await bookMissing(ctx, provider, { account, listed, kept }))
    for (const each of listed) each.belongs ??= await whoseIs(ctx.db, account, each.transaction);
  const settled = new Date(ctx.now.getTime() - settleMs);
  const found = await transact<Finding[] | null, never>(ctx, async (tx) => {
    await holderOf(tx, account);
    const isFresh = ({ at }: { at: Date }) => at > settled;
    const question: Question = {
      ...{ balance, opening: kept ? closingFrom(kept) : undefined },
      provider: listed.map(asListed).map((each) => ({ ...each, isFresh: isFresh(each) })),
      books: (await booksOf(tx, account, kept)).map((each) => ({ ...each, isFresh: isFresh(each) })),
    };
    const compared = reconcile(question);
    const agrees = !needsALook(compared.findings);
    if (kept && !(agrees && (await holdsAsBooked(tx, account, question)))) return ok(null);
    const closing = agrees ? closingOf(question, { settled, kept, now: ctx.now }) : null;
    const askedBy = ctx.actor.role === "system" ? null : ctx.actor.userId;
    const run = { id: newId(ctx.now), at: ctx.now, closing, askedBy };
    await insertReconciliation(tx, { ...account, ...run, ...compared });
    await tellOfDifference(tx, ctx, { account, ...compared });
    return ok(compared.findings);
  });
  return found.ok ? found.value : null;
}

type Settled = { settled: Date; kept: KeptClosing | null; now: Date };

/** A clock that was set back closes nothing anew. */
function closingOf(question: Question, { settled, kept, now }: Settled): KeptClosing {
  const through = kept && new Date(kept.through) > settled ? new Date(kept.through) : settled;
  return {
    through: through.toISOString(),
    wholeAt: kept?.wholeAt ?? now.toISOString(),
    sums: sumsOf(closingAt(question, through)),
  };
}

/** Whether nothing else moved the account in the books than what was compared now and before. */
async function holdsAsBooked(tx: Tx, account: ComparedAccount, question: Question): Promise<boolean> {
  const [held, booked] = [await heldInBooks(tx, inBooks(account)), bookedIn(question)];
  return [...new Set([...held.keys(), ...booked.keys()])].every(
    (currency) => (held.get(currency) ?? 0n) === (booked.get(currency) ?? 0n),
  );
}

const onAccount = ({ accountId }: ComparedAccount) => (accountId ? { stripeAccount: accountId } : {});

async function listedAt(
  { db }: Ctx,
  { stripe }: Provider,
  account: ComparedAccount,
  kept: KeptClosing | null,
): Promise<Listed[]> {
  const listed: Listed[] = [];
  const since = kept ? { created: { gt: Math.floor(Date.parse(kept.through) / 1000) } } : {};
  const pages = stripe.balanceTransactions.list(
    { limit: 100, expand: ["data.source"], ...since },
    onAccount(account),
  );
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

const asListed = ({ transaction: { id, net, currency, created }, belongs }: Listed): AtProvider => {
  const sum = sumOf(net, currency);
  const at = new Date(created * 1000);
  return { id, currency: sum.currency, net: sum.amount, isOurs: belongs !== null, at };
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

const inBooks = ({ orgId }: ComparedAccount): BookedAccount =>
  orgId ? { kind: "connected_balance", bookId: orgId } : { kind: "platform_fees", bookId: null };

const booksOf = (reader: Reader, account: ComparedAccount, kept: KeptClosing | null) => {
  const { kind, bookId } = inBooks(account);
  const { accountId } = account;
  return kept
    ? movedSince(reader, { kind, accountId, since: new Date(kept.through) })
    : movedByCause(reader, { kind, bookId });
};

async function holderOf(tx: Tx, { accountId }: ComparedAccount): Promise<Holder | null> {
  if (accountId) return lockAccount(tx, accountId);
  await lockPlatformAccount(tx);
  return { orgId: null, orgKind: "platform" };
}

type Missing = { account: ComparedAccount; listed: readonly Listed[]; kept: KeptClosing | null };

/** Books what belongs to us and is not in the books, as its event would have had it; true where it booked something. */
async function bookMissing(
  ctx: Ctx,
  provider: Provider,
  { account, listed, kept }: Missing,
): Promise<boolean> {
  const before = await booksOf(ctx.db, account, kept);
  const booked = new Set(before.map(({ id }) => id));
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
      else if (canBeSeen(work)) {
        const sight = await lookAtPayment(provider, work);
        await bookPayment(tx, ctx, { payment: work, sight, holder });
      }
      return ok(null);
    });
  return (await booksOf(ctx.db, account, kept)).length > before.length;
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
