import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { cases, timers } from "#db/schema/cases.ts";
import { awards, engagements } from "#db/schema/tenders.ts";
import { aBid, aClosedRound, anOpenRound } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, passTime, type World } from "#test/support/world.ts";

let world: World;
let first: Person;
let second: Person;

beforeAll(async () => {
  world = await aWorld();
  first = await aLawyer(world);
  second = await aLawyer(world);
});
afterAll(() => world.close());

const awardsOf = (caseId: string) => world.owner.select().from(awards).where(eq(awards.caseId, caseId));
const typesOf = async (caseId: string) => (await eventsOf(world.db, caseId)).map(({ type }) => type);

test("an award is recorded, draws up the engagement, sets the time to sign and tells every side", async () => {
  const { caseId, creditor, bidIds } = await aClosedRound(world, [first, second]);
  expect((await award(world.ctx(creditor.actor), { caseId, bidId: bidIds[0] })).ok).toBe(true);

  const [made] = await awardsOf(caseId);
  expect(made).toMatchObject({ status: "active", collectorOrgId: first.orgId });
  expect(made.signBy.getTime() - world.now.getTime()).toBe(3 * 86_400_000);
  const [kase] = await world.owner.select().from(cases).where(eq(cases.caseId, caseId));
  expect(kase).toMatchObject({ status: "signing", collectorOrgId: null });
  expect((await typesOf(caseId)).at(-1)).toBe("awarded");
  const pending = await world.owner.select().from(timers).where(eq(timers.caseId, caseId));
  expect(pending.filter(({ kind }) => kind === "lapse_award")).toMatchObject([
    { dueAt: made.signBy, firedAt: null },
  ]);
  const [paper] = await world.owner.select().from(engagements).where(eq(engagements.caseId, caseId));
  expect(paper.documentHash).toMatch(/^[0-9a-f]{64}$/);

  const toldTo = async ({ userId }: Person) => {
    const rows = await world.owner.select().from(notifications).where(eq(notifications.userId, userId));
    return rows.filter(({ href }) => href.includes(caseId)).map(({ kind }) => kind);
  };
  expect(await toldTo(first)).toContain("awarded");
  expect(await toldTo(second)).toContain("lost");
  expect(await toldTo(creditor)).toContain("signature_needed");
});

test("of fifty awards at the same moment one wins and forty-nine are told that it is awarded", async () => {
  const { caseId, creditor, bidIds } = await aClosedRound(world, [first, second]);
  const ctx = world.ctx(creditor.actor);
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, at) => award(ctx, { caseId, bidId: bidIds[at % 2] })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = results.flatMap((result) => (result.ok ? [] : [result.error.kind]));
  expect(refused).toEqual(Array.from({ length: 49 }, () => "already-awarded"));
  expect(await awardsOf(caseId)).toHaveLength(1);
  expect((await typesOf(caseId)).filter((type) => type === "awarded")).toHaveLength(1);
  expect(await world.owner.select().from(engagements).where(eq(engagements.caseId, caseId))).toHaveLength(1);
});

test("the database itself keeps a case to one award in force", async () => {
  const { caseId, creditor, bidIds } = await aClosedRound(world, [first, second]);
  await award(world.ctx(creditor.actor), { caseId, bidId: bidIds[0] });
  const [made] = await awardsOf(caseId);
  const another = { ...made, id: crypto.randomUUID(), bidId: bidIds[1], collectorOrgId: second.orgId };
  await expect(world.owner.insert(awards).values(another)).rejects.toMatchObject({
    cause: { code: "23505" },
  });
});

test("a round that is still open cannot be awarded from, nor can a bid of another case", async () => {
  const open = await anOpenRound(world);
  const sealed = await aBid(world, first, open.caseId);
  const early = await award(world.ctx(open.creditor.actor), { caseId: open.caseId, bidId: sealed });
  expect(early).toMatchObject({ ok: false, error: { kind: "round-not-decided" } });

  const one = await aClosedRound(world, [first]);
  const other = await aClosedRound(world, [second]);
  const foreign = await award(world.ctx(one.creditor.actor), { caseId: one.caseId, bidId: other.bidIds[0] });
  expect(foreign).toMatchObject({ ok: false, error: { kind: "bid-not-found" } });
  expect([...(await awardsOf(open.caseId)), ...(await awardsOf(one.caseId))]).toHaveLength(0);
});

test("only the case's own creditor can award it: to others it is not there", async () => {
  const { caseId, bidIds } = await aClosedRound(world, [first]);
  for (const stranger of [await aCreditor(world), first]) {
    const refused = await award(world.ctx(stranger.actor), { caseId, bidId: bidIds[0] });
    expect(refused).toMatchObject({ ok: false, error: { kind: "case-not-found" } });
  }
  const { creditor } = await aClosedRound(world, [first]);
  const member = { ...creditor.actor, member: "member" as const };
  expect(await award(world.ctx(member), { caseId, bidId: bidIds[0] })).toMatchObject({ ok: false });
  expect(await awardsOf(caseId)).toHaveLength(0);
});

test("a licence that ended between bid and award stops the award and leaves nothing behind", async () => {
  const ending = await aLawyer(world);
  const { caseId, creditor, bidIds } = await aClosedRound(world, [ending]);
  const today = world.now.toISOString().slice(0, 10);
  await world.owner.update(licences).set({ validTo: today }).where(eq(licences.orgId, ending.orgId));
  await passTime(world, { days: 2 });
  const refused = await award(world.ctx(creditor.actor), { caseId, bidId: bidIds[0] });
  expect(refused).toMatchObject({ ok: false, error: { kind: "not-capable", decision: { allowed: false } } });
  expect(await awardsOf(caseId)).toHaveLength(0);
  expect(await world.owner.select().from(engagements).where(eq(engagements.caseId, caseId))).toHaveLength(0);
  expect(await typesOf(caseId)).not.toContain("awarded");
});

test("a tie that arose after the bid is found at the award", async () => {
  const turned = await aLawyer(world);
  const { caseId, creditor, bidIds } = await aClosedRound(world, [turned]);
  const client = await aCreditor(world, { organization: "Zephyrine Quillfeather Holdings" });
  const elsewhere = await aClosedRound(world, [turned], {
    creditor: client,
    debtor: { name: "Third Party Ltd" },
  });
  expect(
    (await award(world.ctx(client.actor), { caseId: elsewhere.caseId, bidId: elsewhere.bidIds[0] })).ok,
  ).toBe(true);
  const refused = await award(world.ctx(creditor.actor), { caseId, bidId: bidIds[0] });
  expect(refused).toEqual({ ok: false, error: { kind: "conflict" } });
});
