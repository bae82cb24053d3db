import { type SQL, sql } from "drizzle-orm";
import type { Account, AccountKind } from "#app/domain/ledger/accounts.ts";
import type { Reader } from "#db/client.ts";

/** One line of an account: what came in or went out, and what it held after. */
export type Entry = {
  /** Counts the account's entries from 1. */
  seq: number;
  /** Minor units; less than nothing where it went out. */
  amount: bigint;
  balance: bigint;
  bookedOn: string;
  effectiveOn: string;
  at: Date;
  recordedAt: Date;
  caseId: string;
  cause: string;
  leg: number;
  other: Account;
};

type Row = Omit<Entry, "amount" | "balance" | "at" | "recordedAt" | "seq" | "other"> & {
  seq: string;
  amount: string;
  balance: string;
  at: string;
  recordedAt: string;
  otherBook: string;
  otherKind: AccountKind;
};

/** Where a page of a statement ends; the next one begins below it. */
export type StatementKey = { bookedOn: string; seq: number };

type Side = "from" | "to";
const sides = ["from", "to"] as const satisfies readonly Side[];
const column = (side: Side, name: string) => sql.raw(`${side}_${name}`);

/** The entries of one side, by its own index. `where` and `columns` name the side's columns. */
const ofSide = (side: Side, { kind, bookId }: Account, currency: string, columns: SQL, rest: SQL) => sql`
  (select ${columns} from ledger_transfers
   where ${column(side, "book")} = ${bookId} and ${column(side, "kind")} = ${kind} and currency = ${currency} ${rest})`;

const newestFirst = (side: Side) => sql`${column(side, "booked_on")} desc, ${column(side, "seq")} desc`;

/**
 * An account's entries, the last first, `limit` of them below `below`. Each side is a range of its own index, so a page costs the
 * same at the top of a million entries and in the midst of them. Scope is the caller's.
 */
export async function statementOf(
  reader: Reader,
  account: Account,
  currency: string,
  { below = null, limit }: { below?: StatementKey | null; limit: number },
): Promise<Entry[]> {
  const page = (side: Side) => {
    const other = side === "from" ? "to" : "from";
    const columns = sql`${column(side, "seq")} as seq, ${sql.raw(side === "from" ? "-amount" : "amount")} as amount,
      ${column(side, "balance")} as balance, ${column(side, "booked_on")} as booked_on, effective_on, at, recorded_at, case_id,
      cause, leg, ${column(other, "book")} as other_book, ${column(other, "kind")} as other_kind`;
    const from = below
      ? sql`and (${column(side, "booked_on")}, ${column(side, "seq")}) < (${below.bookedOn}, ${below.seq})`
      : sql``;
    return ofSide(
      side,
      account,
      currency,
      columns,
      sql`${from} order by ${newestFirst(side)} limit ${limit}`,
    );
  };
  const rows = await reader.execute<Row>(sql`
    select seq, amount, balance, booked_on::text as "bookedOn", effective_on::text as "effectiveOn", at, recorded_at as "recordedAt",
      case_id as "caseId", cause, leg, other_book as "otherBook", other_kind as "otherKind"
    from (${page("from")} union all ${page("to")}) as entry order by seq desc limit ${limit}`);
  return rows.map(({ otherBook, otherKind, seq, amount, balance, at, recordedAt, ...row }) => ({
    ...row,
    seq: Number(seq),
    amount: BigInt(amount),
    balance: BigInt(balance),
    at: new Date(at),
    recordedAt: new Date(recordedAt),
    other: { kind: otherKind, bookId: otherBook },
  }));
}

/** An account as a statement names it: by values, or by columns of another table. */
type Named = Record<"book" | "kind" | "currency", SQL>;

/**
 * What an account held at the end of a civil day, as an expression: the last balance booked by then, and what was booked later and counts from
 * earlier. The second part grows with the late entries since that day, and with nothing else.
 */
export function asOfAccount({ book, kind, currency }: Named, day: string): SQL {
  const side = (name: Side, columns: SQL, rest: SQL) => sql`(select ${columns} from ledger_transfers
    where ${column(name, "book")} = ${book} and ${column(name, "kind")} = ${kind} and ledger_transfers.currency = ${currency} ${rest})`;
  const last = (name: Side) =>
    side(
      name,
      sql`${column(name, "seq")} as seq, ${column(name, "balance")} as balance`,
      sql`and ${column(name, "booked_on")} <= ${day} order by ${newestFirst(name)} limit 1`,
    );
  const late = (name: Side) =>
    side(
      name,
      sql`coalesce(sum(amount), 0)`,
      sql`and ${column(name, "booked_on")} > ${day} and effective_on <= ${day} and effective_on < ${column(name, "booked_on")}`,
    );
  const [lastFrom, lastTo] = sides.map(last);
  return sql`(coalesce((select balance from (${lastFrom} union all ${lastTo}) as booked order by seq desc limit 1), 0)
    + ${late("to")} - ${late("from")})`;
}

/** What an account held at the end of a civil day, by the dates that transfers count from. */
export async function balanceAsOf(
  reader: Reader,
  { kind, bookId }: Account,
  currency: string,
  day: string,
): Promise<bigint> {
  const named = { book: sql`${bookId}`, kind: sql`${kind}`, currency: sql`${currency}` };
  const [row] = await reader.execute<{ balance: string }>(sql`select ${asOfAccount(named, day)} as balance`);
  return BigInt(row.balance);
}
