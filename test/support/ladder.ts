import { addDays, dateIn, instantAt, timeIn } from "#app/domain/timeline/local-time.ts";
import type { RecordFact } from "#app/domain/timeline/record-forms.ts";
import type { RecordStep } from "#app/domain/timeline/step-forms.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { recordStep } from "#app/use-cases/timeline/record-step.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { aPdf, type Person, passTime, value, type World } from "./world.ts";

/** Where the debtors of `market.ts` live. */
export const zone = "America/Los_Angeles";

/** Lets time pass until a time of day at the debtor's place, some days on; weekends are passed over. */
export async function until(world: World, days: number, time: string): Promise<void> {
  let on = addDays(dateIn(zone, world.now), days);
  while ([0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())) on = addDays(on, 1);
  const at = instantAt(zone, on, time);
  if (!at) throw new Error(`No such time: ${on} ${time}`);
  await passTime(world, { hours: (at.getTime() - world.now.getTime()) / 3_600_000 });
}

type Step = Partial<RecordStep> & Pick<RecordStep, "caseId" | "type">;

let proofs = 0;
const aProof = (): File => aPdf("proof.pdf", `proof ${++proofs}`);

/** A step as taken at this moment, with a proof of its own, unless told otherwise. */
export const stepNow = (world: World, given: Step): RecordStep => ({
  occurredOn: dateIn(zone, world.now),
  occurredTime: timeIn(zone, world.now),
  proof: aProof(),
  ...given,
});

export const takeStep = (world: World, person: Person, given: Step) =>
  recordStep(world.ctx(person.actor), stepNow(world, given));

type Fact = Partial<RecordFact> & Pick<RecordFact, "caseId" | "type">;

/** Something that happened today, with a proof of its own, unless told otherwise. */
export const tellFact = (world: World, person: Person, given: Fact) =>
  recordFact(world.ctx(person.actor), { occurredOn: dateIn(zone, world.now), proof: aProof(), ...given });

/** Reminder, call and formal demand, each on the first day it is lawful: the case stands at the formal demand. */
export async function climbToDemand(world: World, collector: Person, caseId: string): Promise<void> {
  const climb = async (given: Omit<Step, "caseId">) => {
    const outcome = value(await takeStep(world, collector, { ...given, caseId }));
    if (!outcome.recorded) throw new Error(JSON.stringify(outcome.decision.findings));
  };
  await until(world, 1, "09:00");
  await climb({ type: "reminder", outcome: "delivered", emailBasis: "consumer_used" });
  await until(world, 4, "10:00");
  await climb({ type: "call", outcome: "conversation" });
  await until(world, 8, "10:00");
  await climb({
    type: "demand_payment",
    outcome: "delivered",
    answerBy: addDays(dateIn(zone, world.now), 14),
  });
}

/** Types of a case's events, oldest first. */
export const typesOf = async (world: World, caseId: string) =>
  (await eventsOf(world.db, caseId)).map(({ type }) => type);
