import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browseRounds } from "#app/use-cases/tenders/browse-rounds.server.ts";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { notifications } from "#db/schema/accounts.ts";
import { timers } from "#db/schema/cases.ts";
import { openRounds } from "#db/schema/market.ts";
import { tenders } from "#db/schema/tenders.ts";
import { aBid, anOpenRound, bidRows, fireTimers, terms } from "#test/support/market.ts";
import { aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

let world: World;
let first: Person;
let second: Person;

beforeAll(async () => {
  world = await aWorld();
  first = await aLawyer(world);
  second = await aLawyer(world);
});
afterAll(() => world.close());

const roundOf = async (caseId: string) => {
  const [row] = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  return row;
};
const typesOf = async (caseId: string) => (await eventsOf(world.db, caseId)).map(({ type }) => type);
const endTheDay = async (caseId: string) => {
  await passTime(world, { hours: 24.01 });
  await fireTimers(world, caseId);
};
const hours = 3_600_000;

test("a round with one bid goes on once, as long again, from its own end; the bid stays sealed and all are told", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await aBid(world, first, caseId);
  const before = await roundOf(caseId);
  await passTime(world, { hours: 30 });
  await fireTimers(world, caseId);
  const after = await roundOf(caseId);
  expect(after.status).toBe("open");
  expect(after.closesAt.getTime() - before.closesAt.getTime()).toBe(24 * hours);
  expect(after.extendedAt).toEqual(world.now);
  expect((await bidRows(world, caseId))[0]).toMatchObject({ terms: null, openedAt: null });
  expect((await typesOf(caseId)).at(-1)).toBe("round_extended");
  const [listed] = await world.db.select().from(openRounds).where(eq(openRounds.caseId, caseId));
  expect(listed.closesAt).toEqual(after.closesAt);
  const found = await browseRounds(world.ctx(second.actor), { after: null });
  expect(found.rounds.map(({ brief }) => brief.caseId)).toContain(caseId);
  for (const { userId } of [creditor, first]) {
    const rows = await world.owner.select().from(notifications).where(eq(notifications.userId, userId));
    expect(rows.filter(({ href, kind }) => href.includes(caseId) && kind === "round_extended")).toHaveLength(
      1,
    );
  }

  await aBid(world, second, caseId);
  await aBid(world, first, caseId, { successBps: 1_200 });
  await passTime(world, { hours: 18.5 });
  await fireTimers(world, caseId);
  expect(await roundOf(caseId)).toMatchObject({ status: "closed", closesAt: after.closesAt });
  expect((await bidRows(world, caseId)).every(({ openedAt }) => openedAt)).toBe(true);
});

test("a round that brings nobody is extended once and then closes for good", async () => {
  const { caseId } = await anOpenRound(world);
  await endTheDay(caseId);
  expect((await roundOf(caseId)).status).toBe("open");
  await endTheDay(caseId);
  expect((await roundOf(caseId)).status).toBe("closed");
  expect((await typesOf(caseId)).filter((type) => type === "round_extended")).toHaveLength(1);
  await fireTimers(world, caseId);
  expect((await roundOf(caseId)).status).toBe("closed");
  const late = await placeBid(world.ctx(first.actor), { caseId, terms: terms() });
  expect(late).toMatchObject({ error: { kind: "round-closed" } });
});

test("two bids are a choice: the round closes in time; a withdrawn one is no bid", async () => {
  const { caseId } = await anOpenRound(world);
  await aBid(world, first, caseId);
  await aBid(world, second, caseId);
  await endTheDay(caseId);
  expect(await roundOf(caseId)).toMatchObject({ status: "closed", extendedAt: null });
});

test("a worker that comes when the extension too would be over closes the round, and opens nothing anew", async () => {
  const { caseId } = await anOpenRound(world);
  await aBid(world, first, caseId);
  await passTime(world, { hours: 60 });
  await fireTimers(world, caseId);
  expect(await roundOf(caseId)).toMatchObject({ status: "closed", extendedAt: null });
});

test("between the end of the time and the worker no bid is taken, and the timer fires once however often it is woken", async () => {
  const { caseId } = await anOpenRound(world);
  await passTime(world, { hours: 24.01 });
  const early = await placeBid(world.ctx(first.actor), { caseId, terms: terms() });
  expect(early).toMatchObject({ error: { kind: "round-closed" } });
  await Promise.all(Array.from({ length: 8 }, () => fireTimers(world, caseId)));
  const pending = await world.db.select().from(timers).where(eq(timers.caseId, caseId));
  const closing = pending.filter(({ kind }) => kind === "close_round");
  expect(closing).toHaveLength(2);
  expect(closing.filter(({ firedAt }) => firedAt)).toHaveLength(1);
  expect((await typesOf(caseId)).filter((type) => type === "round_extended")).toHaveLength(1);
  value(await placeBid(world.ctx(first.actor), { caseId, terms: terms() }));
});

test("SQL as the app's role can neither lengthen, shorten, reopen nor close a round, nor exchange its key", async () => {
  const { caseId } = await anOpenRound(world);
  await aBid(world, first, caseId);
  await aBid(world, second, caseId);
  const attempt = (set: string) =>
    world.db.execute(sql.raw(`update tenders set ${set} where case_id = '${caseId}'`)).then(
      () => "done",
      ({ cause }: { cause: { code: string } }) => cause.code,
    );
  const longer = "closes_at = closes_at + interval '1 day', extended_at = now()";
  const attacks = [
    longer,
    "closes_at = closes_at - interval '1 hour'",
    "status = 'closed'",
    "wrapped_key = 'mine'",
  ];
  for (const set of attacks) expect(await attempt(set)).toBe("RG010");
  await passTime(world, { hours: 24.01 });
  expect(await attempt(longer)).toBe("RG010");
  await fireTimers(world, caseId);
  expect((await roundOf(caseId)).status).toBe("closed");
  for (const set of [longer, "status = 'open'", `status = 'open', ${longer}`])
    expect(await attempt(set)).toBe("RG010");

  const alone = await anOpenRound(world);
  await passTime(world, { hours: 24.01 });
  const twice = "closes_at = closes_at + interval '25 hours', extended_at = now()";
  const tooLong = await world.db
    .execute(sql.raw(`update tenders set ${twice} where case_id = '${alone.caseId}'`))
    .catch(({ cause }: { cause: { code: string } }) => cause.code);
  expect(tooLong).toBe("RG010");
});
