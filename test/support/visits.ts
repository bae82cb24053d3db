import { system } from "#app/domain/accounts/actor.ts";
import type { PlanVisit, RecordVisit } from "#app/domain/contact/visit-forms.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { addDays, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { keepVisits } from "#app/use-cases/contact/keep-visits.server.ts";
import { planVisit } from "#app/use-cases/contact/plan-visit.server.ts";
import { recordVisit } from "#app/use-cases/contact/record-visit.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { planOf } from "#db/queries/visits.ts";
import { aCaseToWriteOn, type Mailed, verifiedByPost } from "./contact.ts";
import { putOnFile } from "./debtors.ts";
import { daysAgo } from "./market.ts";
import { aPdf, type Person, turnTo, value, type World } from "./world.ts";

export const shanghai = "Asia/Shanghai";

/** The day so many days on at the debtor's place. */
export const dayOn = (world: World, days: number) => addDays(dateIn(shanghai, world.now), days);

type Lawyer = Person & { licenceId: string };
let houses = 0;

/** An engaged Chinese case whose debtor was reminded long ago and lives at an address of their own, which somebody has verified unless told otherwise. */
export async function aCaseToVisit(
  world: World,
  given: { lawyer?: Lawyer; address?: string; unverified?: true } = {},
): Promise<Mailed> {
  const house = ++houses;
  const { lawyer, address = `深圳市福田区橘子路 ${house} 号`, unverified } = given;
  const history = { reminderSentOn: daysAgo(world, 30) };
  const email = `house-${house}@juzi.example`;
  const mailed = await aCaseToWriteOn(world, { law: "CN", email, lawyer, history });
  await putOnFile(world, mailed.caseId, { address });
  if (!unverified) await verifiedByPost(world, mailed);
  return mailed;
}

type Planned = Partial<PlanVisit> & { by?: Person };

/** A visit to the debtor's home tomorrow at half past two, agreed to, unless told otherwise. */
export async function planned(
  world: World,
  { caseId, lawyer }: Pick<Mailed, "caseId" | "lawyer">,
  { by = lawyer, ...more }: Planned = {},
) {
  const [paper] = await evidenceOf(world.db, world.services, caseId);
  return planVisit(world.ctx(by.actor), {
    ...{ caseId, key: newId(world.now), goes: by.userId, on: dayOn(world, 1), time: "14:30" },
    ...{ place: "home", consent: "yes", evidenceId: paper.id, purpose: "商定分期方案" },
    ...more,
  });
}

/** The id of a plan that the law let through. */
export async function aPlan(world: World, mailed: Mailed, more: Planned = {}): Promise<string> {
  const outcome = value(await planned(world, mailed, more));
  if (!outcome.planned) throw new Error(JSON.stringify(outcome.decision.findings));
  return outcome.planId;
}

/** Everything was said as it had to be, from half past two to three, unless told otherwise. */
export const tell = (
  world: World,
  { caseId, lawyer }: Pick<Mailed, "caseId" | "lawyer">,
  planId: string,
  more: Partial<RecordVisit> = {},
) =>
  recordVisit(world.ctx(lawyer.actor), {
    ...{ caseId, planId, outcome: "met", from: "14:30", to: "15:00" },
    said: ["identifiesSender", "record", "consentToEntry"],
    ...more,
  });

export async function refusedPlan(world: World, mailed: Mailed, more: Planned = {}) {
  const outcome = value(await planned(world, mailed, more));
  if (outcome.planned) throw new Error("It was planned");
  return outcome;
}

/** Why the law refused something. */
export const keysOf = (refused: { decision: Decision }) =>
  refused.decision.findings.map(({ message }) => message.key);

/** The worker's look at what is planned. */
export const sweep = async (world: World) => value(await keepVisits(world.ctx(system)));

export const statusOf = async (world: World, { caseId }: Mailed, id: string) =>
  (await planOf(world.db, { caseId, id }))?.status;

export const typesOn = async (world: World, { caseId }: Mailed, type: string) =>
  (await eventsOf(world.owner, caseId)).filter((event) => event.type === type);

/** Turns the clock to a time at the debtor's place on a day. */
export const until = (world: World, on: string, time: string) =>
  turnTo(world, (instantAt(shanghai, on, time) as Date).toISOString());

/** The debtor disputes the claim at this moment. */
export async function disputes(world: World, { caseId, lawyer }: Mailed) {
  const on = dayOn(world, 0);
  const told = { caseId, type: "dispute", occurredOn: on, sentOn: on, note: "Says it was paid." } as const;
  value(await recordFact(world.ctx(lawyer.actor), { ...told, proof: aPdf("dispute.pdf", caseId) }));
}
