import { sql } from "drizzle-orm";
import { paymentSums } from "#app/domain/ledger/payments-received.ts";
import { fromProviderAmount } from "#app/domain/payments/provider-amount.ts";
import { openBooks } from "#app/local-stripe/books.ts";
import { platformAccount } from "#app/local-stripe/turn.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { ledgerAccounts } from "#db/schema/ledger.ts";
import { payments, providerCalls, providerEvents, providerMovements } from "#db/schema/payments.ts";
import type { World } from "#test/support/world.ts";
import type { Tally } from "./load.ts";
import { unlikeParts } from "./plans.ts";

type Books = ReturnType<typeof openBooks>;
type Question = { world: World; journal: string; accounts: ReadonlyMap<string, string>; tally: Tally };

/** What the provider's own books and ours must agree in, and where they do not. */
export async function wrongsIn({ world, journal, accounts, tally }: Question): Promise<string[]> {
  const books = openBooks(journal);
  return [
    ...tally.wrong,
    ...(await lost(world, tally)),
    ...(await unlikeMovements(world, books)),
    ...(await unlikeBalances(world, books, accounts)),
    ...(await unlikePayments(world, books)),
    ...(await unlikeCalls(world, books)),
    ...(await unlikeEvents(world, books)),
  ];
}

const mine = (amount: number, currency: string) => fromProviderAmount(amount, currency.toUpperCase())!;

/** Whatever somebody was told is done must be on record. */
async function lost({ db }: World, { asked, paid, debits }: Tally): Promise<string[]> {
  const kept = new Map((await db.select().from(payments)).map((each) => [each.id, each.status]));
  return [
    ...asked.filter((id) => !kept.has(id)).map((id) => `payment ${id} was asked for and is not on record`),
    ...paid
      .concat(debits)
      .filter((id) => kept.get(id) !== "paid")
      .map((id) => `payment ${id} was paid and is ${kept.get(id)}`),
  ];
}

/** Every movement of the provider is booked, once, and nothing else is; a lost dispute has a row of ours and moves nothing there. */
async function unlikeMovements({ db }: World, books: Books): Promise<string[]> {
  const rows = await db.select().from(providerMovements);
  const ours = rows.filter(({ type }) => type !== "dispute_lost").map(({ id }) => id);
  const theirs = books.all("balance_transaction").map(({ body }) => body!.id);
  return [
    ...unlike("movement", theirs, ours),
    ...ours.filter((id, at) => ours.indexOf(id) !== at).map((id) => `movement ${id} is booked twice`),
  ];
}

function unlike(what: string, theirs: readonly string[], ours: readonly string[]): string[] {
  const [there, here] = [new Set(theirs), new Set(ours)];
  return [
    ...theirs.filter((id) => !here.has(id)).map((id) => `${what} ${id} is at the provider alone`),
    ...ours.filter((id) => !there.has(id)).map((id) => `${what} ${id} is not at the provider`),
  ];
}

/** What the provider holds for each account is what the books say of it, to the cent. */
async function unlikeBalances(
  { db }: World,
  books: Books,
  accounts: Question["accounts"],
): Promise<string[]> {
  const rows = await db.select().from(ledgerAccounts);
  const held = (kind: string, bookId: string | null) =>
    rows
      .filter((each) => each.kind === kind && (bookId === null || each.bookId === bookId))
      .reduce((sum, { balance }) => sum + balance, 0n);
  const there = (account: string) =>
    books
      .all("balance_transaction")
      .filter((row) => row.account === account)
      .reduce((sum, { body }) => sum + mine(body!.net, body!.currency), 0n);
  const compared = [
    { name: "the platform", theirs: there(platformAccount), ours: held("platform_fees", null) },
    ...[...accounts].map(([orgId, account]) => ({
      name: account,
      theirs: there(account),
      ours: held("connected_balance", orgId),
    })),
  ];
  return compared.flatMap(({ name, theirs, ours }) =>
    theirs === ours ? [] : [`${name} holds ${theirs} at the provider and ${ours} in the books`],
  );
}

/** Each payment was taken at most once, and a case's log and books have what came in less what went back. */
async function unlikePayments(world: World, books: Books): Promise<string[]> {
  const { db } = world;
  const taken = new Map<string, { charges: number; amount: bigint; left: bigint }>();
  for (const { body } of books.all("charge")) {
    const { metadata, captured, amount_captured, currency, id } = body!;
    if (!captured) continue;
    const before = taken.get(metadata.payment_id) ?? { charges: 0, amount: 0n, left: 0n };
    const amount = mine(amount_captured, currency);
    taken.set(metadata.payment_id, {
      charges: before.charges + 1,
      amount: before.amount + amount,
      left: before.left + amount - wentBack(books, id),
    });
  }
  const wrong = [...taken].flatMap(([id, { charges }]) =>
    charges === 1 ? [] : [`payment ${id} was taken ${charges} times`],
  );
  wrong.push(...(await unlikeParts(world, taken)));
  const rows = (await db.select().from(payments)).filter(({ purpose }) => purpose === "recovery");
  const accounts = await db.select().from(ledgerAccounts);
  for (const caseId of new Set(rows.map((each) => each.caseId))) {
    const logged = paymentSums(await eventsOf(db, caseId));
    let sum = 0n;
    for (const { id } of rows.filter((each) => each.caseId === caseId)) {
      const left = taken.get(id)?.left ?? 0n;
      sum += left;
      if (BigInt(logged.get(id) ?? 0) !== left)
        wrong.push(`payment ${id} is ${logged.get(id) ?? 0} in the log and ${left} at the provider`);
    }
    for (const kind of ["debtor", "debt"] as const) {
      const balance = accounts.find((each) => each.bookId === caseId && each.kind === kind)?.balance ?? 0n;
      if (balance !== -sum) wrong.push(`${kind} of case ${caseId} is ${balance} and not ${-sum}`);
    }
  }
  return wrong;
}

/** What of a charge is the payer's again for good: refunds that were paid, and a dispute that was lost. */
function wentBack(books: Books, charge: string): bigint {
  const refunded = books
    .all("refund")
    .filter(({ body }) => body!.charge === charge && body!.status === "succeeded")
    .reduce((sum, { body }) => sum + mine(body!.amount, body!.currency), 0n);
  const disputed = books
    .all("dispute")
    .filter(({ body }) => body!.charge === charge && body!.status === "lost")
    .reduce((sum, { body }) => sum + mine(body!.amount, body!.currency), 0n);
  return refunded + disputed;
}

/** Every call is done and had one effect at the provider: what was made there by our calls is what their answers name. */
async function unlikeCalls({ db }: World, books: Books): Promise<string[]> {
  const calls = await db.select().from(providerCalls);
  const answers = (operation: string) =>
    calls.flatMap((each) => (each.operation === operation && each.answerId ? [each.answerId] : []));
  return [
    ...calls
      .filter(({ state }) => state !== "done")
      .map(({ id, state, lastError }) => `call ${id} is ${state}: ${lastError}`),
    ...unlike(
      "page",
      books.all("checkout.session").map(({ body }) => body!.id),
      answers("checkout.create"),
    ),
    ...unlike(
      "refund of the desk",
      books.all("refund").flatMap(({ body }) => (body!.metadata?.payment_id ? [body!.id] : [])),
      answers("refund.create"),
    ),
    ...unlike(
      "account",
      books.all("account").map(({ body }) => body!.id),
      answers("account.create"),
    ),
  ];
}

/** Every event that was sent is on record once, and none waits or was given up. */
async function unlikeEvents({ db }: World, books: Books): Promise<string[]> {
  const rows = await db.select().from(providerEvents);
  return [
    ...unlike(
      "event",
      books.all("event").map(({ body }) => body!.id),
      rows.map(({ id }) => id),
    ),
    ...rows
      .filter(({ state }) => state === "dead" || state === "waiting")
      .map(({ id, state, lastError }) => `event ${id} is ${state}: ${lastError}`),
  ];
}

/** Calls that somebody died at: claimed, and neither answered nor free again yet. */
export async function orphans({ db }: World): Promise<number> {
  const [row] = await db.execute<{ orphans: number }>(
    sql`select count(*)::int as orphans from provider_calls where state = 'waiting' and attempts > 0 and next_try_at > rung_now()`,
  );
  return row.orphans;
}
