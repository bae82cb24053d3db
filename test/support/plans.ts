import { eq } from "drizzle-orm";
import { system } from "#app/domain/accounts/actor.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import { newId } from "#app/domain/ids.ts";
import type { OfferPlan } from "#app/domain/payments/plans.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { keepInstalments } from "#app/use-cases/plans/keep-instalments.server.ts";
import { offerPlan } from "#app/use-cases/plans/offer-plan.server.ts";
import { stopPlan } from "#app/use-cases/plans/stop-plan.server.ts";
import { balanceOf } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { paymentPlans, planInstalments } from "#db/schema/plans.ts";
import { tellFact } from "./ladder.ts";
import { anEngagedCase, daysAgo } from "./market.ts";
import { aPaymentWorld, heldBy } from "./payments.ts";
import { aCreditor, aLawyer, licensed, type Person, passTime, value, type World } from "./world.ts";

/** Pays at once; asks for 3-D Secure each time; a bank account whose debit takes days. */
export const cards = {
  pays: "4000000000000077",
  asks: "4000002760003184",
  sepa: "AT611904300234573201",
} as const;

type Given = Partial<OfferPlan> & { claim?: Typed; endsIn?: number };

/** A lawyer who is paid, a creditor, and what people and clocks do with the plans of their cases. */
export async function aPlanWorld(world: World) {
  const at = await aPaymentWorld(world);
  const [lawyer, creditor] = [await aLawyer(world), await aCreditor(world)];
  const account = await at.payee(lawyer);
  await at.deliverAll(account);
  const on = { stripeAccount: account };

  /** A case whose log has a plan, by itself one that ends in two hundred days. Time has passed: the register is looked up anew. */
  const agreed = async ({ claim, endsIn = 200 }: Pick<Given, "claim" | "endsIn"> = {}) => {
    await licensed(world, lawyer, { kind: "bar_admission", territory: "US-CA" });
    const { caseId } = await anEngagedCase(world, lawyer, { creditor, claim });
    const endsOn = daysAgo(world, -endsIn);
    value(await tellFact(world, lawyer, { caseId, type: "plan_agreed", endsOn }));
    return caseId;
  };
  const offers = (caseId: string, given: Partial<OfferPlan> = {}, person: Person = lawyer) =>
    offerPlan(world.ctx(person.actor), {
      ...{ caseId, planId: newId(world.now), total: "300.00", count: 3, firstOn: daysAgo(world, 0) },
      ...{ rhythm: "monthly", payee: "collector", ...given },
    });
  const parts = (caseId: string) =>
    world.db
      .select()
      .from(planInstalments)
      .where(eq(planInstalments.caseId, caseId))
      .orderBy(planInstalments.seq);
  const plan = async (caseId: string) => {
    const found = (await readMoney(world.ctx(creditor.actor), caseId, null))?.plan;
    if (!found) throw new Error("no plan");
    return found;
  };
  const states = async (caseId: string) => (await plan(caseId)).parts.map(({ state }) => state);
  const debtor = async (caseId: string) =>
    (await readMoney(world.ctx(creditor.actor), caseId, null))?.figures.debtor ?? 0;
  /** What the worker does, and then the provider's messages, until nothing is left. */
  const settle = async () => {
    while (value(await keepInstalments(world.ctx(system))) > 0);
    await at.work();
    await at.deliverAll(account);
  };
  /** Pays the part of a plan at its page. */
  const paysPart = async (caseId: string, seq: number, number: string = cards.pays) => {
    const part = (await parts(caseId))[seq - 1];
    await at.work();
    const answer = await at.pay(part.paymentId, number);
    const next = answer.headers.get("location") ?? "";
    if (next.includes("/3ds/"))
      await fetch(next, { method: "POST", body: new URLSearchParams({ proven: "yes" }), redirect: "manual" });
    await at.deliverAll(account);
  };
  /** A plan that the debtor has begun: the first part is paid, and the method saved. */
  const begun = async (given: Given = {}, number: string = cards.pays) => {
    const { claim, endsIn, ...offer } = given;
    const caseId = await agreed({ claim, endsIn });
    const planId = value(await offers(caseId, offer));
    await paysPart(caseId, 1, number);
    return { caseId, planId };
  };
  /** Debits of a part at the provider, whoever asked for them. */
  const debits = async (caseId: string, seq: number) => {
    const part = (await parts(caseId))[seq - 1];
    const { data } = await at.local.stripe.paymentIntents.list({ limit: 100 }, on);
    return data.filter(({ metadata }) => metadata.payment_id === part.paymentId);
  };
  const row = async (caseId: string) => {
    const [found] = await world.db.select().from(paymentPlans).where(eq(paymentPlans.caseId, caseId));
    return found;
  };
  const stops = (caseId: string, planId: string, reason: "party" | "broken" = "party") =>
    stopPlan(world.ctx(lawyer.actor), { caseId, planId, reason });
  /** What the ledger's own check finds, and where it differs from the provider; then all is put away. */
  const close = async () => {
    const found: unknown[] = (await checkLedger(world.db)).breaks;
    for (const currency of ["USD", "EUR", "JPY"]) {
      const ours = await balanceOf(world.db, { kind: "connected_balance", bookId: lawyer.orgId }, currency);
      const theirs = await heldBy(at.local.stripe, account, currency);
      if (ours !== theirs) found.push({ currency, ours, theirs });
    }
    await at.local.close();
    await world.close();
    return found;
  };
  const daysPass = (days: number) => passTime(world, { days });
  return {
    at,
    lawyer,
    creditor,
    account,
    on,
    agreed,
    offers,
    parts,
    plan,
    states,
    debtor,
    settle,
    paysPart,
    begun,
    debits,
    row,
    stops,
    close,
    daysPass,
  };
}
