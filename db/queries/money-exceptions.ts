import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { moneyActs, moneyExceptions, payments, providerCalls } from "#db/schema/payments.ts";

export type ExceptionRow = typeof moneyExceptions.$inferSelect;
export type MoneyActRow = typeof moneyActs.$inferSelect;

/** False where it was opened before and has not passed: it is told of once. */
export async function openException(
  tx: Tx,
  row: Omit<ExceptionRow, "closedAt" | "closedBy">,
): Promise<boolean> {
  const made = await tx
    .insert(moneyExceptions)
    .values({ ...row, closedAt: null, closedBy: null })
    .onConflictDoUpdate({
      target: [moneyExceptions.caseId, moneyExceptions.key],
      set: { openedAt: row.openedAt, amount: row.amount, closedAt: null, closedBy: null },
      setWhere: and(isNotNull(moneyExceptions.closedAt), isNull(moneyExceptions.closedBy)),
    })
    .returning({ key: moneyExceptions.key });
  return made.length > 0;
}

/** Closes what has passed, or what a person has settled; false where nothing was open. */
export async function closeException(
  tx: Tx,
  { caseId, key }: Pick<ExceptionRow, "caseId" | "key">,
  { now, by }: { now: Date; by: string | null },
): Promise<boolean> {
  const done = await tx
    .update(moneyExceptions)
    .set({ closedAt: now, closedBy: by })
    .where(
      and(eq(moneyExceptions.caseId, caseId), eq(moneyExceptions.key, key), isNull(moneyExceptions.closedAt)),
    )
    .returning({ key: moneyExceptions.key });
  return done.length > 0;
}

/** What of one kind is open on a case. */
export const openOnCase = (
  reader: Reader,
  { caseId, kind }: Pick<ExceptionRow, "caseId" | "kind">,
): Promise<ExceptionRow[]> =>
  reader
    .select()
    .from(moneyExceptions)
    .where(
      and(
        ...[eq(moneyExceptions.caseId, caseId), eq(moneyExceptions.kind, kind)],
        isNull(moneyExceptions.closedAt),
      ),
    );

/** How much is amiss by now in what stands open. */
export async function updateException(
  tx: Tx,
  { caseId, key }: Pick<ExceptionRow, "caseId" | "key">,
  amount: bigint,
): Promise<void> {
  await tx
    .update(moneyExceptions)
    .set({ amount })
    .where(
      and(
        ...[eq(moneyExceptions.caseId, caseId), eq(moneyExceptions.key, key)],
        ...[isNull(moneyExceptions.closedAt), ne(moneyExceptions.amount, amount)],
      ),
    );
}

const aboutColumns = { code: cases.code };

/** What waits for a person, the oldest first, with the code of its case where it is about one. */
export const openExceptions = (reader: Reader, limit: number) =>
  reader
    .select({ exception: moneyExceptions, ...aboutColumns })
    .from(moneyExceptions)
    .leftJoin(cases, eq(cases.caseId, moneyExceptions.caseId))
    .where(isNull(moneyExceptions.closedAt))
    .orderBy(asc(moneyExceptions.openedAt), asc(moneyExceptions.key))
    .limit(limit);

export const exceptionBy = async (
  reader: Reader,
  { caseId, key }: Pick<ExceptionRow, "caseId" | "key">,
): Promise<ExceptionRow | null> => {
  const [row] = await reader
    .select()
    .from(moneyExceptions)
    .where(and(eq(moneyExceptions.caseId, caseId), eq(moneyExceptions.key, key)));
  return row ?? null;
};

/** False where the same form was sent before. */
export async function insertMoneyAct(tx: Tx, row: MoneyActRow): Promise<boolean> {
  const made = await tx.insert(moneyActs).values(row).onConflictDoNothing().returning({ id: moneyActs.id });
  return made.length > 0;
}

/** Whether a payment is being paid back that the books do not show yet: proposed by another act, asked of the provider, or waiting there. */
export async function refundUnderWay(
  reader: Reader,
  { caseId, paymentId, but }: { caseId: string; paymentId: string; but: string },
): Promise<boolean> {
  const proposed = reader
    .select({ one: sql<number>`1` })
    .from(moneyActs)
    .where(
      and(
        ...[eq(moneyActs.caseId, caseId), eq(moneyActs.paymentId, paymentId), ne(moneyActs.id, but)],
        ...[eq(moneyActs.act, "refund"), eq(moneyActs.status, "proposed")],
      ),
    );
  const asked = reader
    .select({ one: sql<number>`1` })
    .from(providerCalls)
    .where(
      and(
        ...[eq(providerCalls.caseId, caseId), eq(providerCalls.paymentId, paymentId)],
        ...[eq(providerCalls.operation, "refund.create"), inArray(providerCalls.state, ["waiting", "dead"])],
      ),
    );
  const waits = reader
    .select({ one: sql<number>`1` })
    .from(moneyExceptions)
    .where(
      and(
        ...[eq(moneyExceptions.caseId, caseId), eq(moneyExceptions.paymentId, paymentId)],
        ...[eq(moneyExceptions.kind, "refund_waits"), isNull(moneyExceptions.closedAt)],
      ),
    );
  return (await proposed.union(asked).union(waits)).length > 0;
}

export async function lockMoneyAct(
  tx: Tx,
  { caseId, id }: Pick<MoneyActRow, "caseId" | "id">,
): Promise<MoneyActRow | null> {
  const [row] = await tx
    .select()
    .from(moneyActs)
    .where(and(eq(moneyActs.caseId, caseId), eq(moneyActs.id, id)))
    .for("update");
  return row ?? null;
}

export async function decideMoneyAct(
  tx: Tx,
  { caseId, id }: Pick<MoneyActRow, "caseId" | "id">,
  decision: { status: "approved" | "refused"; decidedBy: string; decidedAt: Date },
): Promise<void> {
  await tx
    .update(moneyActs)
    .set(decision)
    .where(and(eq(moneyActs.caseId, caseId), eq(moneyActs.id, id)));
}

/** Proposals that wait for another admin first, then what was decided, the newest first. */
export const moneyActsWith = (reader: Reader, status: "proposed" | "decided", limit: number) =>
  reader
    .select({ act: moneyActs, ...aboutColumns, currency: payments.currency })
    .from(moneyActs)
    .leftJoin(payments, and(eq(payments.caseId, moneyActs.caseId), eq(payments.id, moneyActs.paymentId)))
    .leftJoin(cases, eq(cases.caseId, moneyActs.caseId))
    .where(status === "proposed" ? eq(moneyActs.status, "proposed") : isNotNull(moneyActs.decidedAt))
    .orderBy(desc(moneyActs.proposedAt), desc(moneyActs.id))
    .limit(limit);
