import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { fireTimer } from "#app/use-cases/timers/fire-timer.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { notifications } from "#db/schema/accounts.ts";
import { cases, timers } from "#db/schema/cases.ts";
import { awards, tenders } from "#db/schema/tenders.ts";
import {
  aBid,
  anAward,
  anOpenRound,
  bidRows,
  closeTheRound,
  fireTimers,
  sign,
} from "#test/support/market.ts";
import { aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const timerOf = async (caseId: string, kind: "close_round" | "lapse_award") => {
  const [timer] = await world.db
    .select()
    .from(timers)
    .where(and(eq(timers.caseId, caseId), eq(timers.kind, kind)));
  return timer;
};
const statusOf = async (caseId: string) => {
  const [kase] = await world.db.select().from(cases).where(eq(cases.caseId, caseId));
  return kase.status;
};
const count = async (caseId: string, type: string) =>
  (await eventsOf(world.db, caseId)).filter((event) => event.type === type).length;

test("a round's bids open together, with the very terms that were sealed", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const other = await aLawyer(world);
  await aBid(world, lawyer, caseId, { successBps: 1_234 });
  await aBid(world, other, caseId, {
    successBps: 2_345,
    plan: "律师函先行，十四日后申请支付令，再行起诉。请参阅附件内容。",
  });
  await closeTheRound(world, caseId);
  const rows = await bidRows(world, caseId);
  expect(rows.map(({ terms }) => terms?.successBps).sort()).toEqual([1_234, 2_345]);
  expect(new Set(rows.map(({ openedAt }) => openedAt?.getTime()))).toHaveProperty("size", 1);
  expect(await statusOf(caseId)).toBe("deciding");
  const closed = (await eventsOf(world.db, caseId)).find(({ type }) => type === "round_closed");
  expect(closed?.payload.refs).toMatchObject({ bids: 2 });
  const told = await world.owner
    .select()
    .from(notifications)
    .where(eq(notifications.userId, creditor.userId));
  expect(told.find(({ kind }) => kind === "round_closed")?.values).toMatchObject({ count: 2 });
});

test("a timer fired by two workers at once has one effect", async () => {
  const { caseId } = await anOpenRound(world);
  await aBid(world, lawyer, caseId);
  await passTime(world, { hours: 25 });
  const { id: timerId } = await timerOf(caseId, "close_round");
  const workers = Array.from({ length: 4 }, () => fireTimer(world.ctx(system), { caseId, timerId }));
  const outcomes = (await Promise.all(workers)).map(value);
  expect(outcomes.sort()).toEqual(["fired", "over", "over", "over"]);
  expect(await count(caseId, "round_extended")).toBe(1);
});

test("a worker woken too early changes nothing, and one woken late still closes the round", async () => {
  const { caseId } = await anOpenRound(world);
  await aBid(world, lawyer, caseId);
  const { id: timerId } = await timerOf(caseId, "close_round");
  expect(value(await fireTimer(world.ctx(system), { caseId, timerId }))).toBe("too-early");
  expect(await statusOf(caseId)).toBe("tendering");
  await passTime(world, { days: 9 });
  expect(value(await fireTimer(world.ctx(system), { caseId, timerId }))).toBe("fired");
  expect(await statusOf(caseId)).toBe("deciding");
});

test("nobody but the system fires a timer", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const { id: timerId } = await timerOf(caseId, "close_round");
  await passTime(world, { hours: 25 });
  for (const { actor } of [creditor, lawyer]) {
    expect(await fireTimer(world.ctx(actor), { caseId, timerId })).toMatchObject({
      error: { kind: "not-allowed" },
    });
  }
  expect(await count(caseId, "round_closed")).toBe(0);
});

test("a round without bids closes, and its creditor is told that there were none", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await closeTheRound(world, caseId);
  expect(await statusOf(caseId)).toBe("deciding");
  const told = await world.owner
    .select()
    .from(notifications)
    .where(eq(notifications.userId, creditor.userId));
  expect(told.map(({ kind }) => kind)).toContain("round_no_bids");
});

test("an award its collector did not sign lapses, and the case is tendered anew on the same terms", async () => {
  const { caseId, creditor } = await anAward(world, [lawyer]);
  value(await sign(world, creditor, caseId));
  await passTime(world, { days: 3 });
  expect(await sign(world, lawyer, caseId)).toMatchObject({ ok: false, error: { kind: "too-late" } });
  await fireTimers(world, caseId);

  const [lapsed] = await world.db.select().from(awards).where(eq(awards.caseId, caseId));
  expect(lapsed.status).toBe("lapsed");
  const rounds = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  expect(rounds.map(({ round, status }) => [round, status]).sort()).toEqual([
    [1, "void"],
    [2, "open"],
  ]);
  expect(rounds[1].scope).toBe(rounds[0].scope);
  expect(await statusOf(caseId)).toBe("tendering");
  const types = (await eventsOf(world.db, caseId)).map(({ type }) => type);
  expect(types.slice(-2)).toEqual(["award_lapsed", "round_opened"]);
  await aBid(world, lawyer, caseId);
});

test("an award that only the creditor left unsigned lapses and waits for the creditor", async () => {
  const { caseId } = await anAward(world, [lawyer]);
  value(await sign(world, lawyer, caseId));
  await passTime(world, { days: 3 });
  await fireTimers(world, caseId);
  expect(await statusOf(caseId)).toBe("deciding");
  expect(await count(caseId, "round_opened")).toBe(1);
});

test("a signed award does not lapse", async () => {
  const { caseId, creditor } = await anAward(world, [lawyer]);
  value(await sign(world, lawyer, caseId));
  value(await sign(world, creditor, caseId));
  await passTime(world, { days: 4 });
  const { id: timerId } = await timerOf(caseId, "lapse_award");
  expect(value(await fireTimer(world.ctx(system), { caseId, timerId }))).toBe("over");
  expect(await statusOf(caseId)).toBe("engaged");
});
