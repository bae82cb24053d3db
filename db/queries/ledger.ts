import { and, asc, eq, sql } from "drizzle-orm";
import type { Account } from "#app/domain/ledger/accounts.ts";
import { type Leg, reversalKey, reversalOf } from "#app/domain/ledger/legs.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Reader } from "#db/client.ts";
import { ledgerAccounts, ledgerTransfers } from "#db/schema/ledger.ts";
import { constraintBroken, raisedBy } from "./raised-by.ts";

/** What moves money: one event of a provider, one report, one step; known by its own key, and applied once. */
export type Cause = {
  /** `stripe:<event id>`, `report:<id>` ... */
  key: string;
  /** The case it is about; the party's book where it is about none. */
  caseId: string;
  /** When it happened, as the bank or the provider says. */
  at: Date;
  /** The civil date it counts from, at the forum. */
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

const arrayOf = (values: readonly (string | bigint)[]) => `{${values.join(",")}}`;

/**
 * Applies a cause: all legs or none, once, in one round trip; a second time changes nothing and is `known`. After a refusal the
 * transaction must be rolled back, as `transact` does. Post one cause a transaction, or hold what orders them (the case's row).
 */
export async function postCause(
  reader: Reader,
  { key, caseId, at, effectiveOn, now }: Cause,
  legs: readonly Leg[],
): Promise<Posted> {
  const values = {
    key,
    caseId,
    at: at.toISOString(),
    effectiveOn,
    now: now.toISOString(),
    fromBooks: arrayOf(legs.map(({ from }) => from.bookId)),
    fromKinds: arrayOf(legs.map(({ from }) => from.kind)),
    toBooks: arrayOf(legs.map(({ to }) => to.bookId)),
    toKinds: arrayOf(legs.map(({ to }) => to.kind)),
    currencies: arrayOf(legs.map(({ currency }) => currency)),
    amounts: arrayOf(legs.map(({ amount }) => amount)),
  };
  try {
    const [{ applied }] = await reader
      .select({ applied: posting })
      .from(sql`(values (true)) as once`)
      .prepare("post_cause")
      .execute(values);
    return ok(applied ? "applied" : "known");
  } catch (error) {
    if (constraintBroken(error) === "ledger_accounts_not_negative") return err({ kind: "overdrawn" });
    if (raisedBy(error) === "RG010") return err({ kind: "cause-differs" });
    throw error;
  }
}

const given = sql.placeholder;
/** Named, so that the driver keeps it prepared: one round trip, and no planning. */
const posting = sql<boolean>`post_cause(${given("key")}::text, ${given("caseId")}::uuid, ${given("at")}::text::timestamptz,
  ${given("effectiveOn")}::text::date, ${given("now")}::text::timestamptz, ${given("fromBooks")}::text::uuid[],
  ${given("fromKinds")}::text::text[], ${given("toBooks")}::text::uuid[], ${given("toKinds")}::text::text[],
  ${given("currencies")}::text::text[], ${given("amounts")}::text::bigint[])`;

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
  return rows.map(({ fromBook, fromKind, toBook, toKind, currency, amount }) => ({
    from: { kind: fromKind, bookId: fromBook },
    to: { kind: toKind, bookId: toBook },
    currency,
    amount,
  }));
}

/** What an account holds now; nought where nothing was ever booked. One row, whatever the number of entries. */
export async function balanceOf(
  reader: Reader,
  { kind, bookId }: Account,
  currency: string,
): Promise<bigint> {
  const [row] = await reader
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(
      and(
        eq(ledgerAccounts.bookId, bookId),
        eq(ledgerAccounts.kind, kind),
        eq(ledgerAccounts.currency, currency),
      ),
    );
  return row?.balance ?? 0n;
}
