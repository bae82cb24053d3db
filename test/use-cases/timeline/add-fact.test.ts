import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { AddFact } from "#app/domain/timeline/record-forms.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { addFact } from "#app/use-cases/timeline/add-fact.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { climbToDemand, takeStep, tellFact, typesOf, until, zone } from "#test/support/ladder.ts";
import { anEngagedCase, anOpenRound } from "#test/support/market.ts";
import { aLawyer, aPdf, aWorld, type Person, value, type World } from "#test/support/world.ts";

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

async function anEngagement(given = {}) {
  await world.owner
    .update(licences)
    .set({ registerCheckedAt: world.now })
    .where(eq(licences.orgId, lawyer.orgId));
  const engaged = await anEngagedCase(world, lawyer, given);
  await until(world, 1, "10:00");
  return engaged;
}

let papers = 0;
const add = (person: Person, input: Partial<AddFact> & Pick<AddFact, "caseId" | "fact">) =>
  addFact(world.ctx(person.actor), { proof: aPdf("fact.pdf", `paper ${++papers}`), ...input });

async function findingsOf(attempt: ReturnType<typeof takeStep>) {
  const outcome = value(await attempt);
  return outcome.recorded ? [] : outcome.decision.findings;
}

test("a missing fact heals exactly the finding that asked for it, and a value that does not satisfy it heals nothing", async () => {
  const { caseId } = await anEngagement();
  await climbToDemand(world, lawyer, caseId);
  await until(world, 16, "10:00");
  const rules = async () => {
    const findings = await findingsOf(takeStep(world, lawyer, { caseId, type: "arbitration" }));
    return findings.map(({ rule }) => rule);
  };
  const before = await rules();
  expect(before).toContain("US-ESC-12");
  value(await add(lawyer, { caseId, fact: "arbitrationAgreement", value: "no" }));
  expect(await rules()).toEqual(before);
  value(await add(lawyer, { caseId, fact: "arbitrationAgreement", value: "yes" }));
  expect(await rules()).toEqual(before.filter((rule) => rule !== "US-ESC-12"));
});

test("a claim that appears barred is not opened by stating a later date for it", async () => {
  const { caseId } = await anEngagement({ claim: { dueOn: "2014-05-06", contractOn: "2013-05-06" } });
  const count = (await typesOf(world, caseId)).length;
  for (const [fact, stated] of [
    ["limitation.accruedOn", "2026-01-01"],
    ["debt.contractDate", "2026-01-01"],
    ["debt.limitationKind", "written"],
  ]) {
    expect(await add(lawyer, { caseId, fact, value: stated }), fact).toMatchObject({
      error: { kind: "already-stated" },
    });
  }
  expect(await typesOf(world, caseId)).toHaveLength(count);
  const suit = takeStep(world, lawyer, { caseId, type: "file_suit", forumState: "CA" });
  expect((await findingsOf(suit)).map(({ rule }) => rule)).toContain("POL-LADDER-07");
});

test("a fact without value, proof, place on the list or a case of one's own is not added", async () => {
  const { caseId } = await anEngagement();
  const count = (await typesOf(world, caseId)).length;
  const age = { caseId, fact: "debtor.ageYears" } as const;
  const tomorrow = addDays(dateIn(zone, world.now), 1);
  for (const [kind, attempt] of [
    ["field-needed", add(lawyer, age)],
    ["field-needed", add(lawyer, { ...age, value: "old" })],
    ["proof-needed", add(lawyer, { ...age, value: "44", proof: undefined })],
    ["in-the-future", add(lawyer, { caseId, fact: "notices.scraCertificateOn", value: tomorrow })],
    ["case-not-found", add(await aLawyer(world), { ...age, value: "44" })],
  ] as const) {
    expect(await attempt).toMatchObject({ ok: false, error: { kind } });
  }
  expect(await typesOf(world, caseId)).toHaveLength(count);
});

test("a document that proves itself is known by its evidence from then on", async () => {
  const { caseId, creditor } = await anEngagement();
  value(await add(creditor, { caseId, fact: "documents.primaryDocumentId" }));
  const events = await eventsOf(world.db, caseId);
  expect(factsOf(events).documents?.primaryDocumentId).toBe(events.at(-1)?.payload.evidenceIds?.[0]);
});

const close = (person: Person, input: Omit<Parameters<typeof closeCase>[1], "note">) =>
  closeCase(world.ctx(person.actor), { note: "It is over now.", ...input });

test("paid and settled need proof; only the creditor withdraws or writes off", async () => {
  const { caseId, creditor } = await anEngagement();
  expect(await close(lawyer, { caseId, closing: "closed_paid" })).toMatchObject({
    error: { kind: "proof-needed" },
  });
  for (const closing of ["closed_withdrawn", "closed_uncollectable"] as const) {
    expect(await close(lawyer, { caseId, closing, proof: aPdf() })).toMatchObject({
      error: { kind: "creditor-only" },
    });
  }
  expect(await close(await aLawyer(world), { caseId, closing: "closed_paid" })).toMatchObject({
    error: { kind: "case-not-found" },
  });
  expect(await close(creditor, { caseId, closing: "closed_withdrawn" })).toMatchObject({ ok: true });
  const [row] = await world.db.select().from(cases).where(eq(cases.caseId, caseId));
  expect(row).toMatchObject({ status: "closed", stage: "closed", closedAt: world.now });
});

test("a closed case takes no step, no fact, no record and no second ending", async () => {
  const { caseId, creditor } = await anEngagement();
  const proof = aPdf("settlement.pdf", caseId);
  const endings = await Promise.all([
    close(lawyer, { caseId, closing: "closed_settled", proof }),
    close(creditor, { caseId, closing: "closed_uncollectable" }),
  ]);
  expect(endings.filter(({ ok }) => ok)).toHaveLength(1);
  const count = (await typesOf(world, caseId)).length;
  expect(await takeStep(world, lawyer, { caseId, type: "call" })).toMatchObject({
    error: { kind: "not-engaged" },
  });
  expect(await tellFact(world, lawyer, { caseId, type: "reply" })).toMatchObject({
    error: { kind: "case-closed" },
  });
  expect(await add(lawyer, { caseId, fact: "debtor.ageYears", value: "44" })).toMatchObject({
    error: { kind: "case-closed" },
  });
  expect(await close(creditor, { caseId, closing: "closed_withdrawn" })).toMatchObject({
    error: { kind: "wrong-status" },
  });
  expect(await typesOf(world, caseId)).toHaveLength(count);
});

test("a case that nobody collects yet is not closed here", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  expect(await close(creditor, { caseId, closing: "closed_withdrawn" })).toMatchObject({
    error: { kind: "wrong-status" },
  });
});
