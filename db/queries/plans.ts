import { and, asc, desc, eq, inArray, isNull, lt, lte, ne, notInArray, or } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { payments } from "#db/schema/payments.ts";
import { paymentPlans, planInstalments } from "#db/schema/plans.ts";

export type Plan = typeof paymentPlans.$inferSelect;
export type Instalment = typeof planInstalments.$inferSelect;
type PlanKey = Pick<Plan, "caseId" | "id">;

const isPlan = ({ caseId, id }: PlanKey) => and(eq(paymentPlans.caseId, caseId), eq(paymentPlans.id, id));
const live = inArray(paymentPlans.status, ["offered", "active"]);

/** False where the case has a plan that is paid or offered, this one or another. */
export async function insertPlan(tx: Tx, plan: Plan, instalments: readonly Instalment[]): Promise<boolean> {
  const made = await tx
    .insert(paymentPlans)
    .values(plan)
    .onConflictDoNothing()
    .returning({ id: paymentPlans.id });
  if (made.length === 0) return false;
  await tx.insert(planInstalments).values([...instalments]);
  return true;
}

export async function lockPlan(tx: Tx, key: PlanKey): Promise<Plan | null> {
  const [row] = await tx.select().from(paymentPlans).where(isPlan(key)).for("update");
  return row ?? null;
}

export async function updatePlan(
  tx: Tx,
  key: PlanKey,
  change: Partial<Omit<Plan, keyof PlanKey>>,
): Promise<void> {
  await tx.update(paymentPlans).set(change).where(isPlan(key));
}

/** The plan a case is paid by, or offered to be. */
export async function livePlanOn(reader: Reader, caseId: string): Promise<Plan | null> {
  const [row] = await reader
    .select()
    .from(paymentPlans)
    .where(and(eq(paymentPlans.caseId, caseId), live));
  return row ?? null;
}

/** The plan that stands, or the last there was. */
export async function latestPlanOn(reader: Reader, caseId: string): Promise<Plan | null> {
  const [row] = await reader
    .select()
    .from(paymentPlans)
    .where(eq(paymentPlans.caseId, caseId))
    .orderBy(desc(paymentPlans.offeredAt), desc(paymentPlans.id))
    .limit(1);
  return row ?? null;
}

/** Live plans that are debited from a saved method. */
export const plansByMethod = (reader: Reader, accountId: string, methodId: string): Promise<Plan[]> =>
  reader
    .select()
    .from(paymentPlans)
    .where(and(eq(paymentPlans.methodId, methodId), eq(paymentPlans.accountId, accountId), live));

/** The plan and the part that a payment is for; null for a payment of its own. */
export async function planOfPayment(
  reader: Reader,
  { caseId, id }: { caseId: string; id: string },
): Promise<{ plan: Plan; part: Instalment } | null> {
  const [row] = await reader
    .select({ plan: paymentPlans, part: planInstalments })
    .from(planInstalments)
    .innerJoin(
      paymentPlans,
      and(eq(paymentPlans.caseId, planInstalments.caseId), eq(paymentPlans.id, planInstalments.planId)),
    )
    .where(and(eq(planInstalments.caseId, caseId), eq(planInstalments.paymentId, id)));
  return row ?? null;
}

const ofPayment = and(
  eq(payments.caseId, planInstalments.caseId),
  eq(payments.id, planInstalments.paymentId),
);

/** A plan's parts in their order, each with its payment where one was made. */
export const partsOfPlan = (reader: Reader, { caseId, id }: PlanKey) =>
  reader
    .select({ part: planInstalments, payment: payments })
    .from(planInstalments)
    .leftJoin(payments, ofPayment)
    .where(and(eq(planInstalments.caseId, caseId), eq(planInstalments.planId, id)))
    .orderBy(asc(planInstalments.seq));

type PartKey = Pick<Instalment, "caseId" | "planId" | "seq">;

export async function updatePart(
  tx: Tx,
  { caseId, planId, seq }: PartKey,
  change: Partial<Omit<Instalment, keyof PartKey>>,
): Promise<void> {
  await tx
    .update(planInstalments)
    .set(change)
    .where(
      and(
        eq(planInstalments.caseId, caseId),
        eq(planInstalments.planId, planId),
        eq(planInstalments.seq, seq),
      ),
    );
}

export async function lockPart(tx: Tx, { caseId, planId, seq }: PartKey): Promise<Instalment | null> {
  const [row] = await tx
    .select()
    .from(planInstalments)
    .where(
      and(
        eq(planInstalments.caseId, caseId),
        eq(planInstalments.planId, planId),
        eq(planInstalments.seq, seq),
      ),
    )
    .for("update");
  return row ?? null;
}

/** What is not asked for any more: every part whose day has not come. */
export async function dropPlanned(tx: Tx, { caseId, id }: PlanKey): Promise<void> {
  await tx
    .update(planInstalments)
    .set({ state: "dropped" })
    .where(
      and(
        eq(planInstalments.caseId, caseId),
        eq(planInstalments.planId, id),
        eq(planInstalments.state, "planned"),
      ),
    );
}

const activePlan = and(
  eq(paymentPlans.caseId, planInstalments.caseId),
  eq(paymentPlans.id, planInstalments.planId),
  eq(paymentPlans.status, "active"),
);

/** Parts of active plans that are to be looked at now, the earliest day first. */
export const partsDue = (reader: Reader, now: Date, limit: number) =>
  reader
    .select({ part: planInstalments })
    .from(planInstalments)
    .innerJoin(paymentPlans, activePlan)
    .where(and(eq(planInstalments.state, "planned"), lte(planInstalments.lookAt, now)))
    .orderBy(asc(planInstalments.dueOn), asc(planInstalments.caseId), asc(planInstalments.seq))
    .limit(limit);

/** Parts whose day comes by then and of which nobody was reminded. */
export const partsToTellOf = (reader: Reader, byDay: string, limit: number) =>
  reader
    .select({ part: planInstalments, plan: paymentPlans })
    .from(planInstalments)
    .innerJoin(paymentPlans, activePlan)
    .where(
      and(
        eq(planInstalments.state, "planned"),
        isNull(planInstalments.remindedAt),
        lte(planInstalments.dueOn, byDay),
      ),
    )
    .orderBy(asc(planInstalments.dueOn), asc(planInstalments.caseId), asc(planInstalments.seq))
    .limit(limit);

/** Parts that were asked for, whose grace is over, that are neither paid nor on their way, and of which nobody was told. */
export const partsMissed = (reader: Reader, before: string, limit: number) =>
  reader
    .select({ part: planInstalments })
    .from(planInstalments)
    .innerJoin(paymentPlans, activePlan)
    .leftJoin(payments, ofPayment)
    .where(
      and(
        eq(planInstalments.state, "asked"),
        isNull(planInstalments.missedAt),
        or(isNull(planInstalments.failure), ne(planInstalments.failure, "withheld")),
        lt(planInstalments.dueOn, before),
        or(isNull(payments.status), notInArray(payments.status, ["paid", "processing"])),
      ),
    )
    .orderBy(asc(planInstalments.dueOn))
    .limit(limit);
