import { and, asc, eq } from "drizzle-orm";
import type { Account } from "#app/domain/ledger/accounts.ts";
import type { Moved } from "#app/domain/ledger/case-money.ts";
import { type Leg, reversalKey, reversalOf } from "#app/domain/ledger/legs.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Reader } from "#db/client.ts";
import { runPrepared } from "#db/prepared.ts";
import { ledgerTransfers } from "#db/schema/ledger.ts";
import { constraintBroken, raisedBy } from "./raised-by.ts";

/** What moves money: one event of a provider, one report, one step; known by its own key, and applied once. */
export type Cause = {
  /** `stripe:<event id>`, `report:<id>` ... */
  key: string;
  /** The case it is about; the party's book where it is about none. */
  caseId: string;
  /** When it happened, as the bank or the provider says. */
  at: Date;
  /** The civil date it counts from, at the forum. In a month that is closed it counts from the first open day; `at` keeps its own. */
  effectiveOn: string;
  /** When we learned of it. */
  now: Date;
};

export type Posted = Result<
  "applied" | "known",
  /** An account that must not would go below nothing; nothing is posted. */
  | { kind: "overdrawn" }
  /** The key was applied before with other legs: a bug or a forgery, never a repetition. */
  | { kind: "cause-differs" }
>;

/**
 * Applies a cause: all legs or none, once, in one round trip; a second time changes nothing and is `known`. After a refusal the
 * transaction must be rolled back, as `transact` does. Post one cause a transaction, or hold what orders them (the case's row).
 */
export async function postCause(
  reader: Reader,
  { key, caseId, at, effectiveOn, now }: Cause,
  legs: readonly Leg[],
): Promise<Posted> {
  const list = (part: (leg: Leg) => string | bigint) => `{${legs.map(part).join(",")}}`;
  const values = [
    key,
    caseId,
    at.toISOString(),
    effectiveOn,
    now.toISOString(),
    list(({ from }) => from.bookId),
    list(({ from }) => from.kind),
    list(({ to }) => to.bookId),
    list(({ to }) => to.kind),
    list(({ currency }) => currency),
    list(({ amount }) => amount),
  ];
  try {
    const [{ applied }] = await runPrepared<{ applied: boolean }>(reader, posting, values);
    return ok(applied ? "applied" : "known");
  } catch (error) {
    if (constraintBroken(error) === "ledger_accounts_not_negative") return err({ kind: "overdrawn" });
    if (raisedBy(error) === "RG010") return err({ kind: "cause-differs" });
    throw error;
  }
}

const posting = `select post_cause($1::text, $2::uuid, $3::text::timestamptz,
  $4::text::date, $5::text::timestamptz, $6::text::uuid[],
  $7::text::text[], $8::text::uuid[], $9::text::text[], $10::text::text[], $11::text::bigint[]) as applied`;

/** Undoes a cause by its opposite; refused when what it brought in has moved on. Nothing is ever corrected in place. */
export async function reverseCause(
  reader: Reader,
  cause: Omit<Cause, "key"> & { reversed: string },
): Promise<
  Result<"applied" | "known", { kind: "overdrawn" } | { kind: "cause-differs" } | { kind: "no-such-cause" }>
> {
  const { reversed, ...rest } = cause;
  const legs = await legsOf(reader, rest.caseId, reversed);
  if (legs.length === 0) return err({ kind: "no-such-cause" });
  return postCause(reader, { ...rest, key: reversalKey(reversed) }, reversalOf(legs));
}

async function legsOf(reader: Reader, caseId: string, cause: string): Promise<Leg[]> {
  const rows = await reader
    .select()
    .from(ledgerTransfers)
    .where(and(eq(ledgerTransfers.caseId, caseId), eq(ledgerTransfers.cause, cause)))
    .orderBy(asc(ledgerTransfers.leg));
  return rows.map(legFrom);
}

type LegRow = Pick<
  typeof ledgerTransfers.$inferSelect,
  "fromBook" | "fromKind" | "toBook" | "toKind" | "currency" | "amount"
>;

const legFrom = ({ fromBook, fromKind, toBook, toKind, currency, amount }: LegRow): Leg => ({
  from: { kind: fromKind, bookId: fromBook },
  to: { kind: toKind, bookId: toBook },
  currency,
  amount,
});

/** What an account holds now; nought where nothing was ever booked. One row, whatever the number of entries. */
export async function balanceOf(
  reader: Reader,
  { kind, bookId }: Account,
  currency: string,
): Promise<bigint> {
  const [row] = await runPrepared<{ balance: string }>(reader, balance, [bookId, kind, currency]);
  return BigInt(row?.balance ?? 0);
}

const balance = "select balance from ledger_accounts where book_id = $1 and kind = $2 and currency = $3";

/** Every transfer about a case, in the order in which they were recorded. A case has some dozens. Scope is the caller's. */
export async function transfersAbout(reader: Reader, caseId: string): Promise<Moved[]> {
  const rows = await reader
    .select()
    .from(ledgerTransfers)
    .where(eq(ledgerTransfers.caseId, caseId))
    .orderBy(asc(ledgerTransfers.recordedAt), asc(ledgerTransfers.cause), asc(ledgerTransfers.leg));
  return rows.map(({ cause, leg, at, effectiveOn, recordedAt, ...row }) => ({
    ...legFrom(row),
    ...{ cause, leg, at, effectiveOn, recordedAt },
  }));
}
