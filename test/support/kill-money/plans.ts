import { and, asc, eq, gt, sql } from "drizzle-orm";
import { newId } from "#app/domain/ids.ts";
import { offerPlan } from "#app/use-cases/plans/offer-plan.server.ts";
import { paymentBy } from "#db/queries/payments.ts";
import { latestPlanOn } from "#db/queries/plans.ts";
import { paymentPlans, planInstalments } from "#db/schema/plans.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { type Person, value } from "#test/support/world.ts";
import type { Load } from "./load.ts";
import { type Scene, until } from "./scene.ts";

/** A card that pays at once, whoever is there. */
const card = "4000000000000077";
const parts = 50;
/** A call whose worker died at it is kept from others for minutes, and the next worker may die at it too. */
const PAST_LEASES_MS = 900_000;

/** A case that is paid in parts, one a week, to each of these payees: the first is paid and the method saved before anybody is killed. */
export async function aPlanEach(
  scene: Scene,
  { lawyer, creditor }: { lawyer: Person; creditor: Person },
): Promise<string[]> {
  const { world } = scene;
  const caseIds: string[] = [];
  for (const payee of ["collector", "creditor"] as const) {
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    value(
      await tellFact(world, lawyer, { caseId, type: "plan_agreed", endsOn: daysAgo(world, -7 * parts - 30) }),
    );
    const terms = { total: "1,000.00", count: parts, firstOn: daysAgo(world, 0), rhythm: "weekly" as const };
    value(await offerPlan(world.ctx(lawyer.actor), { caseId, planId: newId(world.now), payee, ...terms }));
    const [first] = await partsOf(scene, caseId);
    const page = async () => (await paymentBy(world.db, caseId, first.paymentId))?.sessionUrl;
    await until("a page for a plan's first part", async () => Boolean(await page()));
    const body = new URLSearchParams({ number: card, name: "D. Debtor" });
    await fetch((await page()) ?? "", { method: "POST", body, redirect: "manual" });
    await until("a saved method", async () => Boolean((await latestPlanOn(world.db, caseId))?.methodId));
    caseIds.push(caseId);
  }
  return caseIds;
}

const partsOf = ({ world }: Scene, caseId: string) =>
  world.db
    .select()
    .from(planInstalments)
    .where(eq(planInstalments.caseId, caseId))
    .orderBy(asc(planInstalments.seq));

/** Week after week the next part of a plan falls due and is taken from the saved method; at least once, however soon the load ends. */
export async function debits({ scene, going, tally }: Load, caseId: string): Promise<void> {
  do {
    const next = (await partsOf(scene, caseId)).find(({ state }) => state === "planned");
    if (!next) return;
    await aWeekPasses(scene, caseId, next.seq);
    const status = async () => (await paymentBy(scene.world.db, caseId, next.paymentId))?.status;
    await until("a part that is taken", async () => (await status()) === "paid", PAST_LEASES_MS);
    tally.debits.push(next.paymentId);
  } while (going());
}

/** For this plan alone, whose debits are kept a week apart and a notice after the method was saved: other people's links live hours. */
async function aWeekPasses({ world }: Scene, caseId: string, seq: number): Promise<void> {
  await world.owner
    .update(paymentPlans)
    .set({
      savedAt: sql`${paymentPlans.savedAt} - interval '8 days'`,
      debitedAt: sql`${paymentPlans.debitedAt} - interval '8 days'`,
    })
    .where(eq(paymentPlans.caseId, caseId));
  await world.owner
    .update(planInstalments)
    .set({ dueOn: sql`(rung_now() - interval '1 day')::date`, lookAt: sql`rung_now()` })
    .where(and(eq(planInstalments.caseId, caseId), eq(planInstalments.seq, seq)));
}

/** Every part that was asked for was taken at the provider once, in its own amount, and no other part was. */
export async function unlikeParts(
  { db }: Scene["world"],
  taken: ReadonlyMap<string, { charges: number; amount: bigint }>,
): Promise<string[]> {
  const later = await db.select().from(planInstalments).where(gt(planInstalments.seq, 1));
  return later.flatMap(({ paymentId, state, amount }) => {
    const { charges, amount: sum } = taken.get(paymentId) ?? { charges: 0, amount: 0n };
    const isRight = state === "asked" ? charges === 1 && sum === amount : charges === 0;
    return isRight ? [] : [`part ${paymentId} is ${state} and was taken ${charges} times, ${sum} in all`];
  });
}
