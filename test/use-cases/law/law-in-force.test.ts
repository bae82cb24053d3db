import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { packIn } from "#app/domain/law/book.ts";
import { packs } from "#app/domain/law/packs.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { approveCase } from "#app/use-cases/cases/approve-case.server.ts";
import { caseUnderReview } from "#app/use-cases/cases/review-case.server.ts";
import { sealPersonal } from "#app/use-cases/debtor.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { writeStageMoves } from "#db/migrate.ts";
import { insertCase, takeCode, writeBrief } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { writeDebtor } from "#db/queries/subjects.ts";
import { appendEvent, eventsOf } from "#db/queries/timeline.ts";
import { licences } from "#db/schema/accounts.ts";
import { caseBriefs, cases, debtors } from "#db/schema/cases.ts";
import { lawStageMoves } from "#db/schema/timeline.ts";
import { takeStep, until } from "#test/support/ladder.ts";
import {
  approved,
  aRowProposal,
  aSeriesProposal,
  aSignatureProposal,
  inDays,
} from "#test/support/law-changes.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aPostedCase } from "#test/support/posting.ts";
import { aLawyer, aWorld, type Person, passTime, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
const us = packs.find(({ id }) => id === "US") ?? packs[0];

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
const call = { type: "call", outcome: "no_answer", number: "+1 555 010 0100" } as const;

async function anEngagement() {
  await lookedUpAgain();
  const engaged = await anEngagedCase(world, lawyer);
  await until(world, 1, "10:00");
  await lookedUpAgain();
  return engaged;
}

const lookedUpAgain = () =>
  world.owner.update(licences).set({ registerCheckedAt: world.now }).where(eq(licences.orgId, lawyer.orgId));

const callNow = async (caseId: string) => {
  await lookedUpAgain();
  const outcome = value(await takeStep(world, lawyer, { caseId, ...call }));
  return outcome.recorded ? [] : outcome.decision.findings.map(({ rule }) => rule);
};

test("a rule that changes tomorrow allows today's act and refuses tomorrow's, and each event names its pack", async () => {
  const [first, second] = [await anEngagement(), await anEngagement()];
  for (const { caseId } of [first, second]) value(await takeStep(world, lawyer, { caseId, ...reminder }));
  await until(world, 4, "10:30");
  const version = await approved(world, await aRowProposal(world, "20", { inDays: 1 }));
  expect(version).toBe(`${us.version}+1`);
  expect(await callNow(first.caseId)).toEqual([]);
  expect((await eventsOf(world.db, first.caseId)).at(-1)).toMatchObject({
    type: "call",
    packVersion: version,
    decision: { pack: { id: "US", version } },
  });
  expect((await eventsOf(world.db, first.caseId)).at(0)).toMatchObject({ packVersion: us.version });
  await until(world, 1, "10:30");
  expect(await callNow(second.caseId)).toContain("POL-LADDER-02");
  const [row] = await world.db.select().from(cases).where(eq(cases.caseId, first.caseId));
  expect(row.packVersion).toBe(version);
});

test("another connection decides by an approval as soon as it is committed, and not before", async () => {
  const before = await lawBook(world.db);
  expect(await lawBook(world.owner)).toBe(before);
  await approved(world, await aRowProposal(world, "3", { inDays: 2 }));
  const after = await lawBook(world.owner);
  expect(after).not.toBe(before);
  expect(await lawBook(world.db)).toBe(after);
});

test("a rate on file heals what the product could not count, on the page of the case", async () => {
  const end = publishedSeries.points["CN-LPR-1Y"].coverageEnd;
  await passTime(world, { days: 120 });
  const { caseId } = await aPostedCase(world, {
    debtor: { kind: "natural_consumer", country: "CN", province: "CN-440000", city: "CN-440300" },
    claim: {
      kind: "goods",
      purpose: "commercial",
      creditorKind: "business",
      currency: "CNY",
      interest: "statutory",
      dueOn: inDays(world, -20),
      contractOn: inDays(world, -60),
    },
    evidence: ["invoice", "contract", "delivery_proof"],
  });
  const interest = async () =>
    (await caseUnderReview(world.ctx((await theAdmin(world)).actor), caseId))?.total.interest;
  const before = await interest();
  expect(before).toMatchObject({ kind: "counted", amount: 0, shownTo: end });
  await approved(
    world,
    await aSeriesProposal(world, {
      from: inDays(world, -40),
      value: "2.95",
      coverageEnd: inDays(world, 1),
    }),
  );
  const after = await interest();
  expect(after).toMatchObject({ kind: "counted", shownTo: null });
  expect(after?.kind === "counted" && after.amount).toBeGreaterThan(0);
});

/** A case as a product of an earlier build left it: posted and logged under a version this build does not carry. */
async function aCaseOfAnEarlierBuild(version: string): Promise<string> {
  const model = await aPostedCase(world);
  const [kase] = await world.db.select().from(cases).where(eq(cases.caseId, model.caseId));
  const [debtor] = await world.db.select().from(debtors).where(eq(debtors.caseId, model.caseId));
  const [brief] = await world.db.select().from(caseBriefs).where(eq(caseBriefs.caseId, model.caseId));
  const [posted] = await eventsOf(world.db, model.caseId);
  await world.owner.execute(sql`insert into law_stage_moves
    select pack_id, ${version}, type, stage_before, stage_after from law_stage_moves
    where pack_id = 'US' and pack_version = ${us.version}`);
  const caseId = newId(world.now);
  const code = "R-22222";
  await world.db.transaction(async (tx) => {
    await takeCode(tx, code, caseId);
    await insertCase(tx, { ...kase, caseId, code, packVersion: version });
    const person = { name: "Example Buyer", email: null, phone: null, address: null, description: "Goods" };
    const ctx = world.ctx(model.creditor.actor);
    await writeDebtor(tx, { ...debtor, caseId, ...(await sealPersonal(tx, ctx, caseId, person)) });
    await writeBrief(tx, { ...brief, caseId, code });
    const { actor, secrets, now } = ctx;
    const decision = { ...posted.decision, pack: { id: "US", version } };
    await appendEvent(tx, { actor, secrets, now }, { caseId, stage: "intake" }, { ...posted, decision });
  });
  return caseId;
}

test("a case of an earlier version goes on after an upgrade, under the pack that is in force", async () => {
  const version = "2025.01.1+2";
  const caseId = await aCaseOfAnEarlierBuild(version);
  const admin = world.ctx((await theAdmin(world)).actor);
  expect(await caseUnderReview(admin, caseId)).toMatchObject({ waiting: true });
  value(await approveCase(admin, { caseId }));
  const [posted, ...later] = await eventsOf(world.db, caseId);
  expect(posted.packVersion).toBe(version);
  expect(later.map(({ type }) => type)).toContain("round_opened");
  for (const event of later) expect(event.packVersion).toMatch(new RegExp(`^${us.version}\\+\\d+$`));
});

test("in production a signature opens the pack to acts, and its review date closes it again", async () => {
  const { caseId } = await anEngagement();
  const live: World = { ...world, ctx: (actor) => ({ ...world.ctx(actor), mode: "production" }) };
  const remind = async () => {
    await lookedUpAgain();
    const outcome = value(await takeStep({ ...live, now: world.now }, lawyer, { caseId, ...reminder }));
    return outcome.recorded ? [] : outcome.decision.findings.map(({ rule }) => rule);
  };
  expect(await remind()).toEqual(["POL-COUNSEL-01"]);
  const version = packIn(await lawBook(world.db), "US")?.version ?? "";
  await approved(world, await aSignatureProposal(world, version, 100));
  expect(await remind()).toEqual([]);
  await until(world, 101, "10:00");
  expect(await remind()).toEqual(["POL-COUNSEL-01"]);
});

test("after an upgrade the database knows the moves of the build's packs with what was approved on them", async () => {
  const version = packIn(await lawBook(world.db), "US")?.version ?? "";
  expect(version).toMatch(/\+\d+$/);
  const known = () => world.db.$count(lawStageMoves, eq(lawStageMoves.packVersion, version));
  const before = await known();
  await world.owner.execute(sql`delete from law_stage_moves where pack_version = ${version}`);
  expect(await known()).toBe(0);
  await writeStageMoves(world.owner);
  expect(await known()).toBe(before);
});
