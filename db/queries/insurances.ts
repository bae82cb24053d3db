import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { type InsuranceCover, insuranceState } from "#app/domain/accounts/insurance.ts";
import type { Reader, Tx } from "#db/client.ts";
import { organizations } from "#db/schema/accounts.ts";
import { insurances } from "#db/schema/insurance.ts";

export type InsuranceRow = typeof insurances.$inferSelect;

const todayOf = (now: Date) => now.toISOString().slice(0, 10);

export async function insertInsurance(
  tx: Tx,
  row: Omit<InsuranceRow, "decidedAt" | "decidedBy" | "reason">,
): Promise<void> {
  await tx.insert(insurances).values(row);
}

/** An organisation's policies, the last filed first, as each counts now. */
export async function insurancesOf(reader: Reader, orgId: string, now: Date) {
  const rows = await reader
    .select()
    .from(insurances)
    .where(eq(insurances.orgId, orgId))
    .orderBy(desc(insurances.filedAt), desc(insurances.id));
  return rows.map((row) => ({ ...row, sum: Number(row.sum), state: insuranceState(row, todayOf(now)) }));
}

const standing = { verified: 0, filed: 1, expired: 2, refused: 3 } as const;

/**
 * The cover of each collector as a creditor compares it: the best policy it has, verified before merely filed, then the one that
 * lasts longest. A collector without any is not in it.
 */
export async function coverOf(
  reader: Reader,
  orgIds: string[],
  now: Date,
): Promise<Map<string, InsuranceCover>> {
  if (orgIds.length === 0) return new Map();
  const rows = await reader.select().from(insurances).where(inArray(insurances.orgId, orgIds));
  const best = rows
    .map((row) => ({ ...row, state: insuranceState(row, todayOf(now)) }))
    .sort((a, b) => standing[b.state] - standing[a.state] || (a.validTo < b.validTo ? -1 : 1));
  return new Map(
    best.map(({ orgId, state, insurer, sum, currency, validTo }) => [
      orgId,
      { state, insurer, sum: Number(sum), currency, validTo },
    ]),
  );
}

/** A policy, held until the transaction ends. */
export async function lockInsurance(tx: Tx, id: string): Promise<InsuranceRow | null> {
  const [row] = await tx.select().from(insurances).where(eq(insurances.id, id)).for("update");
  return row ?? null;
}

export async function decideInsurance(
  tx: Tx,
  id: string,
  set: Pick<InsuranceRow, "status" | "decidedAt" | "decidedBy" | "reason">,
): Promise<void> {
  await tx.update(insurances).set(set).where(eq(insurances.id, id));
}

/** Policies that wait for an administrator, the longest waiting first; at most a screenful. */
export const insurancesWaiting = (reader: Reader, limit = 50) =>
  reader
    .select({ insurance: insurances, orgName: organizations.name })
    .from(insurances)
    .innerJoin(organizations, eq(organizations.id, insurances.orgId))
    .where(and(eq(insurances.status, "filed")))
    .orderBy(asc(insurances.filedAt), asc(insurances.id))
    .limit(limit);
