import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maxUploadBytes } from "#app/domain/media-types.ts";
import { addDays, dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { consume } from "#app/gateways/rate-limits.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { recordStep } from "#app/use-cases/timeline/record-step.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { climbToDemand, stepNow, takeStep, typesOf, until, zone } from "#test/support/ladder.ts";
import { anAward, anEngagedCase } from "#test/support/market.ts";
import { aLawyer, anAgency, aPdf, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person & { licenceId: string };

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

const reminder = { type: "reminder", outcome: "delivered", emailBasis: "consumer_used" } as const;
const countOf = async (caseId: string) => (await typesOf(world, caseId)).length;

/** Signed by both, on the next working morning; the register was looked up again before. */
async function anEngagement(collector: Person = lawyer, given = {}) {
  await world.owner
    .update(licences)
    .set({ registerCheckedAt: world.now })
    .where(eq(licences.orgId, collector.orgId));
  const engaged = await anEngagedCase(world, collector, given);
  await until(world, 1, "10:00");
  return engaged;
}

/** The rules that stood in the way; none when the step was recorded. */
async function rulesOf(attempt: ReturnType<typeof takeStep>): Promise<string[]> {
  const outcome = value(await attempt);
  return outcome.recorded ? [] : outcome.decision.findings.map(({ rule }) => rule);
}

test("a lawful step is on the log with its proof, and moves the case to its rung", async () => {
  const { caseId } = await anEngagement();
  const before = await evidenceOf(world.db, world.services, caseId);
  expect(value(await takeStep(world, lawyer, { caseId, ...reminder, note: "Sent." }))).toEqual({
    recorded: true,
  });
  const last = (await eventsOf(world.db, caseId)).at(-1);
  const [proof] = (await evidenceOf(world.db, world.services, caseId)).slice(before.length);
  expect(last).toMatchObject({
    type: "reminder",
    stageAfter: "reminder",
    actorUserId: lawyer.userId,
    actorRole: "lawyer",
    payload: {
      actorKind: "lawyer",
      evidenceIds: [proof.id],
      act: { outcome: "delivered", direction: "out" },
    },
    decision: { allowed: true },
  });
  const [row] = await world.db.select().from(cases).where(eq(cases.caseId, caseId));
  expect(row.stage).toBe("reminder");
});

test("a refused step leaves one blocked attempt with its findings, no proof, and tells the creditor", async () => {
  const { caseId, creditor } = await anEngagement();
  const [events, evidence] = [await countOf(caseId), await evidenceOf(world.db, world.services, caseId)];
  const outcome = value(await takeStep(world, lawyer, { caseId, type: "file_suit", forumState: "CA" }));
  expect(outcome).toMatchObject({ recorded: false, decision: { allowed: false } });
  const log = await eventsOf(world.db, caseId);
  expect(log).toHaveLength(events + 1);
  expect(log.at(-1)).toMatchObject({
    type: "attempt_blocked",
    stageAfter: "intake",
    payload: { attempted: "file_suit" },
    decision: { allowed: false },
  });
  expect(log.at(-1)?.decision.findings.map(({ rule }) => rule)).toContain("POL-LADDER-06");
  expect(await evidenceOf(world.db, world.services, caseId)).toEqual(evidence);
  const told = await world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, creditor.userId), eq(notifications.kind, "step_blocked")));
  expect(told).toHaveLength(1);
});

test("what cannot be answered leaves nothing at all", async () => {
  const { caseId } = await anEngagement();
  const count = await countOf(caseId);
  const today = dateIn(zone, world.now);
  const refusals = {
    "in-the-future": { occurredOn: addDays(today, 1) },
    "before-engagement": { occurredOn: addDays(today, -30) },
    "no-such-time": { occurredTime: undefined },
    "proof-needed": { proof: undefined },
    "file-empty": { proof: new File([], "a.pdf") },
    "file-type": { proof: new File(["<svg onload=alert(1)>"], "a.pdf", { type: "application/pdf" }) },
    "file-too-large": { proof: new File([new Uint8Array(maxUploadBytes + 1)], "a.pdf") },
  };
  for (const [kind, wrong] of Object.entries(refusals)) {
    const result = await takeStep(world, lawyer, { caseId, ...reminder, ...wrong });
    expect(result, kind).toMatchObject({ ok: false, error: { kind } });
  }
  const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], "a.pdf");
  expect(await takeStep(world, lawyer, { caseId, ...reminder, proof: png })).toMatchObject({ ok: false });
  const foreign = (await evidenceOf(world.db, world.services, (await anEngagement()).caseId))[0].id;
  const borrowed = { ...reminder, proof: undefined, evidenceId: foreign };
  expect(await takeStep(world, lawyer, { caseId, ...borrowed })).toMatchObject({
    error: { kind: "proof-needed" },
  });
  expect(await countOf(caseId)).toBe(count);
});

test("a local time that the clocks skipped is no time of an act", async () => {
  const { caseId } = await anEngagement();
  const afterTheGap = new Date("2031-03-09T18:00:00Z");
  const input = stepNow(world, { caseId, ...reminder, occurredOn: "2031-03-09", occurredTime: "02:30" });
  expect(await recordStep(world.ctx(lawyer.actor, afterTheGap), input)).toMatchObject({
    error: { kind: "no-such-time" },
  });
});

test("a step whose hour does not count can be told the day after, though signed that afternoon", async () => {
  const { caseId } = await anEngagedCase(world, lawyer);
  const signedOn = dateIn(zone, world.now);
  const tomorrow = new Date(world.now.getTime() + 86_400_000);
  const letter = stepNow(world, { caseId, type: "letter", occurredOn: signedOn });
  const result = await recordStep(world.ctx(lawyer.actor, tomorrow), letter);
  expect(result).toMatchObject({ ok: true, value: { recorded: false } });
});

test("a case is not there for a stranger, for the creditor's wish to take a step, and for a lost bidder", async () => {
  const { caseId, creditor } = await anEngagement();
  const stranger = await aLawyer(world);
  const count = await countOf(caseId);
  for (const person of [stranger, creditor]) {
    expect(await takeStep(world, person, { caseId, ...reminder })).toEqual({
      ok: false,
      error: { kind: "case-not-found" },
    });
  }
  expect(await countOf(caseId)).toBe(count);
});

test("no step before both sides have signed", async () => {
  const { caseId } = await anAward(world, [lawyer]);
  expect(await takeStep(world, lawyer, { caseId, ...reminder })).toMatchObject({
    error: { kind: "not-engaged" },
  });
});

test("an agency writes no lawyer's letter and files no suit, whatever its form says", async () => {
  const agency = await anAgency(world);
  const { caseId } = await anEngagement(agency, { goal: { goal: "amicable" } });
  const letter = { caseId, type: "lawyer_letter", attorneyReview: "yes" } as const;
  expect(await rulesOf(takeStep(world, agency, letter))).toContain("US-ACTOR-02");
  expect(await rulesOf(takeStep(world, agency, { caseId, type: "file_suit", forumState: "CA" }))).toContain(
    "US-ACTOR-02",
  );
  expect(await rulesOf(takeStep(world, agency, { caseId, ...reminder }))).toEqual([]);
});

test("a licence is looked at as it stands at the moment of the act", async () => {
  const agency = await anAgency(world);
  const { caseId } = await anEngagement(agency, { goal: { goal: "amicable" } });
  const set = (change: Partial<typeof licences.$inferInsert>) =>
    world.owner.update(licences).set(change).where(eq(licences.id, agency.licenceId));
  const today = dateIn(zone, world.now);
  await set({ validTo: today });
  expect(await rulesOf(takeStep(world, agency, { caseId, ...reminder }))).toContain("US-ACTOR-03");
  await set({ validTo: null, status: "suspended" });
  expect(await rulesOf(takeStep(world, agency, { caseId, ...reminder }))).toContain("US-ACTOR-03");
  await set({ validTo: addDays(today, 1), status: "verified" });
  expect(await rulesOf(takeStep(world, agency, { caseId, ...reminder }))).toEqual([]);
});

test("a step that another country's ladder has is refused with words, not by the database", async () => {
  const { caseId } = await anEngagement();
  await climbToDemand(world, lawyer, caseId);
  await until(world, 20, "10:00");
  const conditions = [
    "moneyOrSecurities",
    "maturedAndCertain",
    "noCounterPerformanceOrOtherDispute",
    "debtorInMainlandKnown",
    "serviceable",
    "competentBasicCourt",
    "noPreservation",
  ] as const;
  const rules = await rulesOf(
    takeStep(world, lawyer, { caseId, type: "payment_order", conditions: [...conditions] }),
  );
  expect(rules).toContain("X-09");
});

test("the order of telling does not lift a cap: a third call between two others is refused", async () => {
  const { caseId } = await anEngagement();
  value(await takeStep(world, lawyer, { caseId, ...reminder }));
  const call = { caseId, type: "call", outcome: "conversation" } as const;
  await until(world, 4, "09:00");
  const early = dateIn(zone, world.now);
  await until(world, 1, "16:00");
  expect(await rulesOf(takeStep(world, lawyer, { ...call, occurredTime: "15:00" }))).toEqual([]);
  expect(await rulesOf(takeStep(world, lawyer, { ...call, occurredTime: "14:00" }))).toEqual([]);
  const told = { ...call, occurredOn: early, occurredTime: "10:00" };
  expect(await rulesOf(takeStep(world, lawyer, told))).toContain("POL-LADDER-08");
});

test("the same form sent twice at once is one step, and the second answer is the first", async () => {
  const { caseId } = await anEngagement();
  const count = await countOf(caseId);
  const input = stepNow(world, { caseId, ...reminder, proof: aPdf("a.pdf", "one and the same") });
  const answers = await Promise.all([1, 2, 3].map(() => recordStep(world.ctx(lawyer.actor), input)));
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: { recorded: true } });
  expect(await countOf(caseId)).toBe(count + 1);
});

test("different steps at once make one chain, the later decided with the earlier in view", async () => {
  const { caseId } = await anEngagement();
  const times = ["09:00", "09:10", "09:20", "09:30"];
  await Promise.all(
    times.map((occurredTime) => takeStep(world, lawyer, { caseId, ...reminder, occurredTime })),
  );
  const { breaks } = await checkLogs(world.db, world.services.secrets, caseId);
  expect(breaks).toEqual([]);
  expect((await typesOf(world, caseId)).filter((type) => type === "reminder")).toHaveLength(4);
});

test("more refused attempts at once than there are connections still get their answers", async () => {
  const engaged = [await anEngagement(), await anEngagement()];
  const suit = (caseId: string) =>
    takeStep(world, lawyer, { caseId, type: "file_suit", forumState: "CA", proof: undefined });
  const attempts = engaged.flatMap(({ caseId }) => Array.from({ length: 40 }, () => suit(caseId)));
  for (const answer of await Promise.all(attempts)) {
    expect(answer).toMatchObject({ value: { recorded: false } });
  }
});

test("who keeps trying what is refused is stopped, and what is lawful stays open", async () => {
  const { caseId } = await anEngagement();
  const count = await countOf(caseId);
  const suit = () =>
    takeStep(world, lawyer, { caseId, type: "file_suit", forumState: "CA", proof: undefined });
  await Promise.all(Array.from({ length: 60 }, suit));
  for (const over of [await suit(), await suit()])
    expect(over).toMatchObject({ error: { kind: "too-many" } });
  expect(await countOf(caseId)).toBe(count + 60);
  expect(await rulesOf(takeStep(world, lawyer, { caseId, ...reminder }))).toEqual([]);
});

test("a limit that was reached in a transaction stays reached when it is rolled back", async () => {
  const key = "a case of its own";
  for (let point = 0; point < 60; point += 1) await consume(world.db, "blockedAttempt", key);
  await world.db.transaction((tx) => consume(tx, "blockedAttempt", key));
  expect(await consume(world.db, "blockedAttempt", key)).toMatchObject({ ok: false });
});

test("the hour that counts is the debtor's", async () => {
  const { caseId } = await anEngagement();
  await until(world, 1, "07:59");
  expect(await rulesOf(takeStep(world, lawyer, { caseId, ...reminder }))).toContain("POL-LADDER-08");
  await until(world, 0, "08:00");
  expect(timeIn(zone, world.now)).toBe("08:00");
  expect(await rulesOf(takeStep(world, lawyer, { caseId, ...reminder }))).toEqual([]);
});
