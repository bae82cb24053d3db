import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { changePrice } from "#app/use-cases/tenders/change-price.server.ts";
import { matchingPrices } from "#app/use-cases/tenders/matching-prices.server.ts";
import { publishPrice } from "#app/use-cases/tenders/publish-price.server.ts";
import { takePrice } from "#app/use-cases/tenders/take-price.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { awards, bids, engagements, standingPrices, standingTakes, tenders } from "#db/schema/tenders.ts";
import {
  aCaseForAPrice,
  anAward,
  anOpenRound,
  aStandingPrice,
  canary,
  draftPages,
  fireTimers,
  sign,
  standingPrice,
  terms,
} from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  anAgency,
  aWorld,
  type Person,
  passTime,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person & { licenceId: string };

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const take = (by: Person, caseId: string, priceId: string) =>
  takePrice(world.ctx(by.actor), { caseId, priceId });
const publish = (by: Person, given: Parameters<typeof standingPrice>[1] = {}) =>
  publishPrice(world.ctx(by.actor), standingPrice(world, given));
const statusOf = async (caseId: string) =>
  (await world.owner.select().from(cases).where(eq(cases.caseId, caseId)))[0].status;
const leftNothing = async (caseId: string) => {
  for (const table of [awards, bids, tenders, standingTakes])
    expect(await world.owner.select().from(table).where(eq(table.caseId, caseId))).toHaveLength(0);
  expect(await statusOf(caseId)).toBe("approved");
};

test("a creditor who prefers no round takes a standing price: awarded at once, signed as any award, the debtor unnamed before", async () => {
  const { caseId, creditor } = await aCaseForAPrice(world);
  expect(await statusOf(caseId)).toBe("approved");
  expect(await world.owner.select().from(tenders).where(eq(tenders.caseId, caseId))).toHaveLength(0);
  const priceId = await aStandingPrice(world, lawyer);
  const offered = await matchingPrices(world.ctx(creditor.actor), caseId);
  expect(offered?.prices.map(({ id }) => id)).toContain(priceId);
  value(await take(creditor, caseId, priceId));
  expect(await statusOf(caseId)).toBe("signing");
  expect((await eventsOf(world.db, caseId)).at(-1)?.type).toBe("awarded");
  const [bid] = await world.owner.select().from(bids).where(eq(bids.caseId, caseId));
  expect(bid).toMatchObject({ orgId: lawyer.orgId, standingPriceId: priceId, terms: { successBps: 1_200 } });
  const [paper] = await world.owner.select().from(engagements).where(eq(engagements.caseId, caseId));
  expect(paper.contents).toContain("formal_demand");
  for (const secret of Object.values(canary)) expect(paper.contents).not.toContain(secret);
  const told = await world.owner.select().from(notifications).where(eq(notifications.userId, lawyer.userId));
  expect(told.filter(({ href }) => href.includes(caseId)).map(({ kind }) => kind)).toEqual(["price_taken"]);
  value(await sign(world, lawyer, caseId));
  value(await sign(world, creditor, caseId, "Carl Creditor"));
  expect(await statusOf(caseId)).toBe("engaged");
});

test("a price over the cap in one of its places does not stand at all, and the place is named", async () => {
  const both = await aLawyer(world, { territory: "CN", seat: "CN-440300" });
  const yuan = {
    claimKinds: ["goods"] as ["goods"],
    currency: "CNY" as const,
    least: 500_000_00,
    most: 3_000_000_00,
  };
  const cap = (successBps: number) =>
    publish(both, { ...yuan, places: ["CN-440300", "CN-310000"], terms: terms({ successBps }) });
  expect(await cap(1_801)).toMatchObject({
    error: { kind: "over-cap", place: "CN-440300", rule: "CN-MONEY-12" },
  });
  // 18 % of the first million and 15 % of the next two: 16 % at the upper end of the band.
  expect(await cap(1_601)).toMatchObject({ error: { kind: "over-cap" } });
  expect((await cap(1_600)).ok).toBe(true);
  const dollars = { ...yuan, currency: "USD" as const, places: ["CN-440300"] };
  expect(await publish(both, dollars)).toMatchObject({ error: { kind: "over-cap" } });
  expect(await publish(both, { places: ["CN-440300", "US-CA"], currency: "CNY" })).toMatchObject({
    error: { kind: "not-capable", place: "US-CA" },
  });
  expect(
    await world.owner.select().from(standingPrices).where(eq(standingPrices.orgId, both.orgId)),
  ).toHaveLength(1);
});

test("a price needs a valid licence, a manager, and a day within a year", async () => {
  const elsewhere = await aLawyer(world, { territory: "US-NY" });
  expect(await publish(elsewhere)).toMatchObject({ error: { kind: "not-capable", place: "US-CA" } });
  expect(await publish(await aCreditor(world))).toMatchObject({ error: { kind: "not-allowed" } });
  const member = { ...lawyer, actor: { ...lawyer.actor, member: "member" as const } };
  expect(await publish(member)).toMatchObject({ error: { kind: "not-allowed" } });
  const today = world.now.toISOString().slice(0, 10);
  for (const until of [today, "2020-01-01", "2099-01-01"])
    expect(await publish(lawyer, { until })).toMatchObject({ error: { kind: "until-out-of-range" } });
});

test("an expired, a paused and an ended price are neither shown nor taken, and leave nothing behind", async () => {
  const { caseId, creditor } = await aCaseForAPrice(world);
  const [paused, ended, short] = [
    await aStandingPrice(world, lawyer),
    await aStandingPrice(world, lawyer),
    await aStandingPrice(world, lawyer, {
      until: new Date(world.now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10),
    }),
  ];
  const change = (priceId: string, to: "paused" | "standing" | "ended") =>
    changePrice(world.ctx(lawyer.actor), { priceId, to });
  value(await change(paused, "paused"));
  value(await change(ended, "ended"));
  value(await change(ended, "standing"));
  const began = world.now;
  await passTime(world, { days: 2 });
  const shown = await matchingPrices(world.ctx(creditor.actor), caseId);
  for (const priceId of [paused, ended, short]) {
    expect(shown?.prices.map(({ id }) => id)).not.toContain(priceId);
    expect(await take(creditor, caseId, priceId)).toMatchObject({ error: { kind: "price-gone" } });
  }
  const stale = await takePrice(world.ctx(creditor.actor, began), { caseId, priceId: short });
  expect(stale).toMatchObject({ error: { kind: "price-gone" } });
  await leftNothing(caseId);
  value(await change(paused, "standing"));
  expect((await take(creditor, caseId, paused)).ok).toBe(true);
});

test("a weekly cap holds against creditors who come at once, and opens again after seven days", async () => {
  const firm = await aLawyer(world);
  const priceId = await aStandingPrice(world, firm, { weeklyCap: 2 });
  const comers = [];
  for (let at = 0; at < 5; at += 1)
    comers.push(await aCaseForAPrice(world, { debtor: { name: `Debtor number ${at} Inc` } }));
  const results = await Promise.all(comers.map(({ caseId, creditor }) => take(creditor, caseId, priceId)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  for (const result of results) if (!result.ok) expect(result.error.kind).toBe("price-full");
  const left = comers[results.findIndex(({ ok }) => !ok)];
  const shown = await matchingPrices(world.ctx(left.creditor.actor), left.caseId);
  expect(shown?.prices.map(({ id }) => id)).not.toContain(priceId);
  await passTime(world, { days: 7.01 });
  expect((await take(left.creditor, left.caseId, priceId)).ok).toBe(true);
});

test("a firm whose licence was suspended since, and one tied to the debtor, cannot be given the case", async () => {
  const suspended = await aLawyer(world);
  const tied = await aLawyer(world);
  const [one, two] = [await aStandingPrice(world, suspended), await aStandingPrice(world, tied)];
  await world.owner.update(licences).set({ status: "suspended" }).where(eq(licences.orgId, suspended.orgId));
  const client = await aCreditor(world, { organization: canary.name });
  await anAward(world, [tied], { creditor: client, debtor: { name: "Somebody Else Inc" } });
  const { caseId, creditor } = await aCaseForAPrice(world);
  const shown = await matchingPrices(world.ctx(creditor.actor), caseId);
  for (const id of [one, two]) expect(shown?.prices.map((each) => each.id)).not.toContain(id);
  expect((await take(creditor, caseId, one)).ok).toBe(false);
  expect(await take(creditor, caseId, two)).toEqual({ ok: false, error: { kind: "conflict" } });
  await leftNothing(caseId);
});

test("a price is for its places, kinds, debtors, currency and band; a claim beside them does not get it", async () => {
  const { caseId, creditor } = await aCaseForAPrice(world);
  const outside = [
    { claimKinds: ["rent" as const] },
    { debtorKinds: ["natural_consumer" as const] },
    { most: 79_999_99 },
    { least: 80_000_01 },
    { currency: "EUR" as const },
  ];
  for (const given of outside) {
    const priceId = await aStandingPrice(world, lawyer, given);
    expect(await take(creditor, caseId, priceId)).toMatchObject({ error: { kind: "price-not-matching" } });
  }
  await leftNothing(caseId);
  const edge = await aStandingPrice(world, lawyer, { least: 80_000_00, most: 80_000_00 });
  expect((await take(creditor, caseId, edge)).ok).toBe(true);
});

test("only the case's creditor takes a price, only once, and not while a round runs", async () => {
  const { caseId, creditor } = await aCaseForAPrice(world);
  const priceId = await aStandingPrice(world, lawyer);
  for (const stranger of [await aCreditor(world), lawyer, await anAgency(world)])
    expect(await take(stranger, caseId, priceId)).toMatchObject({ error: { kind: "case-not-found" } });
  const twice = await Promise.all([take(creditor, caseId, priceId), take(creditor, caseId, priceId)]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(twice.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "already-awarded" } });
  const goal = { ...draftPages(world).goal, goal: "amicable" };
  const round = await anOpenRound(world, { goal });
  expect(await take(round.creditor, round.caseId, priceId)).toMatchObject({ error: { kind: "not-open" } });
});

test("an unsigned taking lapses and opens no round by itself; the same price cannot be taken twice for one case", async () => {
  const { caseId, creditor } = await aCaseForAPrice(world);
  const priceId = await aStandingPrice(world, lawyer);
  value(await take(creditor, caseId, priceId));
  const [bid] = await world.owner.select().from(bids).where(eq(bids.caseId, caseId));
  await passTime(world, { days: 3.1 });
  await fireTimers(world, caseId);
  expect(await statusOf(caseId)).toBe("deciding");
  expect(await world.owner.select().from(tenders).where(eq(tenders.caseId, caseId))).toHaveLength(1);
  expect(await award(world.ctx(creditor.actor), { caseId, bidId: bid.id })).toMatchObject({
    error: { kind: "round-not-decided" },
  });
  expect(await take(creditor, caseId, priceId)).toMatchObject({ error: { kind: "taken-before" } });
  expect((await take(creditor, caseId, await aStandingPrice(world, lawyer))).ok).toBe(true);
});

test("SQL as the app's role can neither change what a price says, nor put a bid in its place that says something else", async () => {
  const { caseId, creditor } = await aCaseForAPrice(world);
  const priceId = await aStandingPrice(world, lawyer);
  const code = (query: string) =>
    world.db.execute(sql.raw(query)).then(
      () => "done",
      ({ cause }: { cause: { code: string } }) => cause.code,
    );
  const ofPrice = `where id = '${priceId}'`;
  expect(await code(`update standing_prices set terms = terms || '{"successBps": 9000}' ${ofPrice}`)).toBe(
    "RG001",
  );
  expect(await code(`update standing_prices set most = most * 10 ${ofPrice}`)).toBe("RG001");
  expect(await code(`delete from standing_prices ${ofPrice}`)).toBe("42501");
  value(await take(creditor, caseId, priceId));
  expect(
    await code(`update bids set terms = terms || '{"successBps": 9000}' where case_id = '${caseId}'`),
  ).toBe("RG001");
  expect(await code(`update standing_takes set taken_at = now() where case_id = '${caseId}'`)).toBe("42501");
  const [row] = await world.owner.select().from(bids).where(eq(bids.caseId, caseId));
  const another = { ...row, id: crypto.randomUUID(), orgId: creditor.orgId };
  await expect(world.db.insert(bids).values(another)).rejects.toMatchObject({ cause: { code: "RG005" } });
});
