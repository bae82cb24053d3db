import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { climbToDemand, takeStep, tellFact, typesOf, until, zone } from "#test/support/ladder.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aLawyer, anAgency, aPdf, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;

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

async function anEngagement(collector: Person = lawyer, given = {}) {
  await world.owner
    .update(licences)
    .set({ registerCheckedAt: world.now })
    .where(eq(licences.orgId, collector.orgId));
  const engaged = await anEngagedCase(world, collector, given);
  await until(world, 1, "10:00");
  return engaged;
}

async function rulesOf(attempt: ReturnType<typeof takeStep>): Promise<string[]> {
  const outcome = value(await attempt);
  return outcome.recorded ? [] : outcome.decision.findings.map(({ rule }) => rule);
}

const viewOf = async (caseId: string, person: Person = lawyer) => {
  const view = await caseView(world.ctx(person.actor), caseId, { on: null, days: null, shown: null });
  if (!view) throw new Error("no case");
  return view;
};

test("a dispute freezes the ladder in the same second, and the verification opens it again", async () => {
  const { caseId, creditor } = await anEngagement();
  await climbToDemand(world, lawyer, caseId);
  await until(world, 8, "10:00");
  const letter = { caseId, type: "lawyer_letter", attorneyReview: "yes", outcome: "delivered" } as const;

  value(await tellFact(world, creditor, { caseId, type: "dispute" }));
  expect(await rulesOf(takeStep(world, lawyer, letter))).toContain("X-04");
  expect((await viewOf(caseId)).holds.map(({ type }) => type)).toEqual(["dispute"]);
  for (const { userId } of [lawyer, creditor]) {
    const told = await world.owner.select().from(notifications).where(eq(notifications.userId, userId));
    expect(told.filter(({ kind }) => kind === "dispute_recorded").length).toBeGreaterThan(0);
  }

  value(await tellFact(world, lawyer, { caseId, type: "verification_sent" }));
  expect(await rulesOf(takeStep(world, lawyer, letter))).toEqual([]);
});

test("a payment comes off the claim in minor units, however the amount was typed", async () => {
  const { caseId } = await anEngagement();
  const before = (await viewOf(caseId)).claim;
  value(await tellFact(world, lawyer, { caseId, type: "payment", payee: "creditor", amount: "1,250.50" }));
  value(await tellFact(world, lawyer, { caseId, type: "payment", payee: "creditor", amount: "49.5" }));
  const { claim, log } = await viewOf(caseId);
  expect(claim.payments).toEqual({ count: 2, amount: 130_000 });
  expect(claim.total).toBe(before.total - 130_000);
  expect(log[0].amount).toBe(4_950);
});

test("a payment form sent twice at once is one payment", async () => {
  const { caseId } = await anEngagement();
  const payment = { caseId, type: "payment", payee: "creditor", amount: "100" } as const;
  const input = { ...payment, occurredOn: dateIn(zone, world.now), proof: aPdf("receipt.pdf", caseId) };
  const ctx = world.ctx(lawyer.actor);
  const answers = await Promise.all([recordFact(ctx, input), recordFact(ctx, input), recordFact(ctx, input)]);
  for (const answer of answers) expect(answer.ok).toBe(true);
  expect((await viewOf(caseId)).claim.payments).toEqual({ count: 1, amount: 10_000 });
});

test("a record that lacks what it turns on leaves nothing", async () => {
  const { caseId } = await anEngagement();
  const before = await typesOf(world, caseId);
  const today = dateIn(zone, world.now);
  for (const [kind, input] of [
    ["field-needed", { type: "payment" }],
    ["field-needed", { type: "payment", amount: "5" }],
    ["amount", { type: "payment", payee: "creditor", amount: "-5" }],
    ["amount", { type: "payment", payee: "creditor", amount: "9999999999999999" }],
    ["amount", { type: "payment", payee: "creditor", amount: "ten" }],
    ["field-needed", { type: "channel_optout" }],
    ["field-needed", { type: "hold_ended" }],
    ["field-needed", { type: "delivery" }],
    ["field-needed", { type: "plan_agreed", endsOn: addDays(today, -1) }],
    ["in-the-future", { type: "reply", occurredOn: addDays(today, 1) }],
    ["in-the-future", { type: "dispute", sentOn: addDays(today, 1) }],
    ["proof-needed", { type: "reply", proof: undefined }],
    ["file-type", { type: "reply", proof: new File(["MZ\0\0"], "a.pdf") }],
  ] as const) {
    const result = await tellFact(world, lawyer, { caseId, ...input });
    expect(result, JSON.stringify(input)).toMatchObject({ ok: false, error: { kind } });
  }
  expect(await typesOf(world, caseId)).toEqual(before);
});

test("a case is not there for a stranger who has something to say about it", async () => {
  const { caseId } = await anEngagement();
  const stranger = await aLawyer(world);
  expect(await tellFact(world, stranger, { caseId, type: "dispute" })).toEqual({
    ok: false,
    error: { kind: "case-not-found" },
  });
});

test("a wish not to be contacted stops calls and letters, and never the debtor's own words", async () => {
  const { caseId } = await anEngagement();
  value(await takeStep(world, lawyer, { caseId, ...reminder }));
  value(await tellFact(world, lawyer, { caseId, type: "cease_contact" }));
  await until(world, 4, "10:00");
  for (const type of ["call", "letter", "email"] as const) {
    expect(await rulesOf(takeStep(world, lawyer, { caseId, type, emailBasis: "consumer_used" }))).toContain(
      "X-04",
    );
  }
  for (const type of ["reply", "payment", "dispute"] as const) {
    expect(await tellFact(world, lawyer, { caseId, type, amount: "5", payee: "creditor" })).toMatchObject({
      ok: true,
    });
  }
});

test("a plan holds the ladder through its last day where the debtor lives, and no longer", async () => {
  const { caseId } = await anEngagement();
  const endsOn = dateIn(zone, new Date(world.now.getTime() + 2 * 86_400_000));
  value(await tellFact(world, lawyer, { caseId, type: "plan_agreed", endsOn }));
  const [hold] = (await viewOf(caseId)).holds;
  const ends = new Date(hold.endsAt ?? "");
  expect(dateIn(zone, new Date(ends.getTime() - 1))).toBe(endsOn);
  expect(dateIn(zone, ends)).toBe(addDays(endsOn, 1));
  expect(await rulesOf(takeStep(world, lawyer, { caseId, ...reminder }))).toContain("US-HOLD-08");
});

test("a plan that is broken before its last day stops holding the ladder", async () => {
  const { caseId } = await anEngagement();
  const endsOn = addDays(dateIn(zone, world.now), 90);
  value(await tellFact(world, lawyer, { caseId, type: "plan_agreed", endsOn }));
  expect(await rulesOf(takeStep(world, lawyer, { caseId, ...reminder }))).toContain("US-HOLD-08");
  value(await tellFact(world, lawyer, { caseId, type: "plan_ended" }));
  expect(await rulesOf(takeStep(world, lawyer, { caseId, ...reminder }))).toEqual([]);
});

test("only a lawyer states why a claim is not barred, and with the last day and the reason", async () => {
  const agency = await anAgency(world);
  const { caseId, creditor } = await anEngagement(agency, { goal: { goal: "amicable" } });
  const statement = { type: "limitation_statement", lastDay: "2030-01-01", note: "Part payment." } as const;
  for (const person of [agency, creditor]) {
    expect(await tellFact(world, person, { caseId, ...statement })).toMatchObject({
      error: { kind: "lawyers-only" },
    });
  }
  const { caseId: own } = await anEngagement();
  expect(await tellFact(world, lawyer, { caseId: own, ...statement, note: undefined })).toMatchObject({
    error: { kind: "field-needed", field: "note" },
  });
  expect(await tellFact(world, lawyer, { caseId: own, ...statement })).toMatchObject({ ok: true });
  const last = (await eventsOf(world.db, own)).at(-1);
  expect(last?.payload).toMatchObject({ actorKind: "lawyer", act: { lastDay: "2030-01-01" } });
});

test("the delivery of another paper does not pass for the formal demand", async () => {
  const { caseId } = await anEngagement();
  value(await takeStep(world, lawyer, { caseId, ...reminder }));
  await until(world, 4, "10:00");
  value(await takeStep(world, lawyer, { caseId, type: "call", outcome: "conversation" }));
  for (const document of ["validation_notice", "lawyer_letter", "assignment"] as const) {
    value(await tellFact(world, lawyer, { caseId, type: "delivery", document }));
  }
  await until(world, 10, "10:00");
  const letter = { caseId, type: "lawyer_letter", attorneyReview: "yes", outcome: "sent" } as const;
  expect(await rulesOf(takeStep(world, lawyer, letter))).toContain("POL-LADDER-04");
});
