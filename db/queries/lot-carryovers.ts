import { and, asc, eq, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Tx } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { lotCarryovers, portfolioClaims } from "#db/schema/portfolios.ts";
import { inLot, type LotRow } from "./lots.ts";

export type CarryoverRow = typeof lotCarryovers.$inferSelect;

/** A decision about a lot's mandate, as the log of each of its cases is to have it. */
export type Carried = Omit<CarryoverRow, "caseId" | "occurredAt"> & { at: Date };

type Held = { lot: LotRow; engagementId: string; collectorOrgId: string };

/** The cases of a lot that its collector still has in hand under a mandate. */
const inHand = ({ lot, engagementId, collectorOrgId }: Held) => sql`k.status = 'engaged'
  and k.collector_org_id = ${collectorOrgId} and k.case_id in (select ${portfolioClaims.caseId} from ${portfolioClaims}
    where ${inLot(lot.portfolioId, lot.caseId)} and ${portfolioClaims.engagementId} = ${engagementId} and ${portfolioClaims.became} = 'case')`;

const columns = sql`(case_id, id, type, refs, occurred_at, actor)`;
const valuesOf = ({
  id,
  type,
  refs,
  at,
  actor,
}: {
  id: string;
  type: string;
  refs: object;
  at: Date;
  actor: Actor;
}) =>
  sql`case_id, ${id}::uuid, ${type}::text, ${JSON.stringify(refs)}::jsonb, ${at.toISOString()}::timestamptz, ${JSON.stringify(actor)}::jsonb`;

/**
 * Takes every case in hand from a lot's collector in one statement and notes for each log why: whoever collected them has none of them
 * from here on, however many they are. They wait with their lot.
 */
export async function takeCases(tx: Tx, held: Held, carried: Carried): Promise<void> {
  await tx.execute(sql`
    with taken as (
      update ${cases} k set status = 'with_lot', collector_org_id = null, updated_at = ${carried.at.toISOString()}::timestamptz
      where ${inHand(held)} returning k.case_id
    ), loose as (
      update ${portfolioClaims} c set engagement_id = null from taken where c.case_id = taken.case_id returning c.case_id
    )
    insert into ${lotCarryovers} ${columns} select ${valuesOf(carried)} from loose`);
}

/** Notes for the log of every case in hand what was decided about the mandate; the cases stay where they are. */
export async function noteForCases(tx: Tx, held: Held, carried: Carried): Promise<void> {
  await tx.execute(sql`
    insert into ${lotCarryovers} ${columns} select ${valuesOf(carried)} from ${cases} k where ${inHand(held)}`);
}

/** The next note that is to be written down, the oldest decision of its case; held, and passed over where another worker has it. */
export async function nextCarryover(tx: Tx): Promise<CarryoverRow | null> {
  const [row] = await tx
    .select()
    .from(lotCarryovers)
    .where(
      sql`not exists (select 1 from ${lotCarryovers} before where before.case_id = ${lotCarryovers.caseId}
        and before.id < ${lotCarryovers.id})`,
    )
    .orderBy(asc(lotCarryovers.id), asc(lotCarryovers.caseId))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ?? null;
}

export async function dropCarryover(
  tx: Tx,
  { caseId, id }: Pick<CarryoverRow, "caseId" | "id">,
): Promise<void> {
  await tx.delete(lotCarryovers).where(and(eq(lotCarryovers.caseId, caseId), eq(lotCarryovers.id, id)));
}

/** Lets the waiting cases of a lot go on by themselves, because the lot is withdrawn. */
export async function letCasesGo(
  tx: Tx,
  { portfolioId, caseId }: Pick<LotRow, "portfolioId" | "caseId">,
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    update ${cases} k set status = 'approved', updated_at = ${at.toISOString()}::timestamptz
    where k.status = 'with_lot' and k.case_id in (select ${portfolioClaims.caseId} from ${portfolioClaims}
      where ${inLot(portfolioId, caseId)} and ${portfolioClaims.became} = 'case')`);
}
