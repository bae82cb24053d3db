import { and, asc, desc, eq, inArray, lt, lte, or } from "drizzle-orm";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "#db/client.ts";
import { providerCalls, providerEvents } from "#db/schema/payments.ts";

export type ProviderCall = typeof providerCalls.$inferSelect;
export type ProviderEvent = typeof providerEvents.$inferSelect;

export async function insertCall(tx: Tx, row: ProviderCall): Promise<void> {
  await tx.insert(providerCalls).values(row);
}

/** Calls whose time has come and that nobody else is at, held until the transaction ends. */
export const lockDueCalls = (tx: Tx, now: Date, limit: number): Promise<ProviderCall[]> =>
  tx
    .select()
    .from(providerCalls)
    .where(and(eq(providerCalls.state, "waiting"), lte(providerCalls.nextTryAt, now)))
    .orderBy(asc(providerCalls.nextTryAt))
    .limit(limit)
    .for("update", { skipLocked: true });

export async function lockCall(tx: Tx, id: string): Promise<ProviderCall | null> {
  const [row] = await tx.select().from(providerCalls).where(eq(providerCalls.id, id)).for("update");
  return row ?? null;
}

export async function updateCall(tx: Tx, id: string, change: Partial<ProviderCall>): Promise<void> {
  await tx.update(providerCalls).set(change).where(eq(providerCalls.id, id));
}

/** False for an event that is here already: it is stored once, by its own id. */
export async function insertEvent(tx: Tx, row: ProviderEvent): Promise<boolean> {
  const made = await tx
    .insert(providerEvents)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: providerEvents.id });
  return made.length > 0;
}

/** The next event to apply that nobody else is at, held until the transaction ends. */
export async function lockDueEvent(tx: Tx, now: Date): Promise<ProviderEvent | null> {
  const [row] = await tx
    .select()
    .from(providerEvents)
    .where(and(eq(providerEvents.state, "waiting"), lte(providerEvents.nextTryAt, now)))
    .orderBy(asc(providerEvents.nextTryAt))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ?? null;
}

export async function lockEvent(tx: Tx, id: string): Promise<ProviderEvent | null> {
  const [row] = await tx.select().from(providerEvents).where(eq(providerEvents.id, id)).for("update");
  return row ?? null;
}

export async function updateEvent(tx: Tx, id: string, change: Partial<ProviderEvent>): Promise<void> {
  await tx.update(providerEvents).set(change).where(eq(providerEvents.id, id));
}

/** Calls that wait for a person or for their next try, the newest first. */
export const unfinishedCalls = (
  reader: Reader,
  { after, limit }: { after: PageKey | null; limit: number },
): Promise<ProviderCall[]> =>
  reader
    .select()
    .from(providerCalls)
    .where(
      and(
        inArray(providerCalls.state, ["waiting", "dead"]),
        after
          ? or(
              lt(providerCalls.createdAt, after.at),
              and(eq(providerCalls.createdAt, after.at), lt(providerCalls.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(providerCalls.createdAt), desc(providerCalls.id))
    .limit(limit);

/** Events that could not be applied, the newest first. */
export const deadEvents = (reader: Reader, limit: number): Promise<ProviderEvent[]> =>
  reader
    .select()
    .from(providerEvents)
    .where(eq(providerEvents.state, "dead"))
    .orderBy(desc(providerEvents.receivedAt), desc(providerEvents.id))
    .limit(limit);
