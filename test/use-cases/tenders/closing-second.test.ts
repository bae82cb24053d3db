import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { fireTimer } from "#app/use-cases/timers/fire-timer.server.ts";
import { timers } from "#db/schema/cases.ts";
import { tenders } from "#db/schema/tenders.ts";
import { aBid, anOpenRound, bidRows, terms } from "#test/support/market.ts";
import { aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

const clients = 50;
const spreadMs = 1_600;
let world: World;
let bidders: Person[];

beforeAll(async () => {
  world = await aWorld();
  bidders = [];
  for (let at = 0; at < clients; at += 1) bidders.push(await aLawyer(world));
  await world.owner.execute(sql`create table written_at (bid_id uuid, at timestamptz)`);
  await world.owner.execute(sql`create function note_write() returns trigger language plpgsql security definer as
    $$ begin insert into written_at values (new.id, rung_now()); return null; end $$`);
  await world.owner.execute(sql`create trigger note_write after insert or update of sealed_for_round on bids
    for each row execute function note_write()`);
}, 120_000);
afterAll(() => world.close());

/** Sets the clock so that the round closes in a moment. */
async function toTheClose(caseId: string, beforeMs: number): Promise<Date> {
  const [{ closesAt }] = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  const now = await readClock(world.db);
  await passTime(world, { hours: (closesAt.getTime() - beforeMs - now.getTime()) / 3_600_000 });
  return closesAt;
}

/** The worker, woken as the round closes and again and again. */
async function closeAsSoonAsItIsOver(caseId: string, tenderId: string): Promise<void> {
  const [timer] = await world.db.select().from(timers).where(eq(timers.subjectId, tenderId));
  for (;;) {
    const ctx = world.ctx(system, await readClock(world.db));
    if (value(await fireTimer(ctx, { caseId, timerId: timer.id })) === "fired") return;
    await pause(15);
  }
}

test("of fifty clients in the closing second none is taken after the close and none is lost before it", async () => {
  const { caseId } = await anOpenRound(world);
  await aBid(world, bidders[0], caseId);
  await aBid(world, bidders[1], caseId);
  const [{ id: tenderId }] = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  const closesAt = await toTheClose(caseId, spreadMs / 2);
  const attempt = async (bidder: Person, at: number) => {
    await pause((spreadMs / clients) * at);
    const now = await readClock(world.db);
    const result = await placeBid(world.ctx(bidder.actor, now), {
      caseId,
      terms: terms({ successBps: 1_000 + at }),
    });
    return { bidder, at, result, answeredAt: await readClock(world.db) };
  };
  const [tries] = await Promise.all([
    Promise.all(bidders.map(attempt)),
    closeAsSoonAsItIsOver(caseId, tenderId),
  ]);

  const taken = tries.filter(({ result }) => result.ok);
  const refused = tries.filter(({ result }) => !result.ok);
  expect(taken.length).toBeGreaterThan(5);
  expect(refused.length).toBeGreaterThan(5);
  for (const { result, answeredAt } of refused) {
    expect(result).toMatchObject({ error: { kind: "round-closed" } });
    expect(answeredAt.getTime()).toBeGreaterThanOrEqual(closesAt.getTime());
  }
  const rows = await bidRows(world, caseId);
  for (const { bidder, at } of taken) {
    const row = rows.find(({ orgId }) => orgId === bidder.orgId);
    expect(row?.terms?.successBps).toBe(1_000 + at);
    expect(row?.openedAt).not.toBeNull();
  }
  const inTime = new Set([...taken.map(({ bidder }) => bidder.orgId), bidders[0].orgId, bidders[1].orgId]);
  expect(rows.map(({ orgId }) => orgId).sort()).toEqual([...inTime].sort());
  const late = await world.owner.execute(sql`select 1 from written_at w join bids b on b.id = w.bid_id
    where b.case_id = ${caseId} and w.at >= ${closesAt.toISOString()}`);
  expect(late).toHaveLength(0);
  const [round] = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  expect(round).toMatchObject({ status: "closed", extendedAt: null, closesAt });
}, 60_000);

test("whoever closes a round waits for the bid that is being written, also for one that comes past the product", async () => {
  const { caseId } = await anOpenRound(world);
  const bidId = await aBid(world, bidders[0], caseId);
  await aBid(world, bidders[1], caseId);
  const [{ id: tenderId }] = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  await toTheClose(caseId, 400);
  let closed = false;
  const closing = closeAsSoonAsItIsOver(caseId, tenderId).then(() => {
    closed = true;
  });
  await world.db.transaction(async (tx) => {
    await tx.execute(
      sql`update bids set withdrawn_at = rung_now() where case_id = ${caseId} and id = ${bidId}`,
    );
    await pause(900);
    expect(closed).toBe(false);
  });
  await closing;
  const rows = await bidRows(world, caseId);
  expect(rows.filter(({ openedAt }) => openedAt)).toHaveLength(0);
  const [round] = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  expect(round.status).toBe("open");
  expect(round.extendedAt).not.toBeNull();
}, 30_000);
