import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeMember } from "#app/use-cases/accounts/remove-member.server.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { awardLot } from "#app/use-cases/lots/award-lot.server.ts";
import { compareLotBids } from "#app/use-cases/lots/compare-lot-bids.server.ts";
import { placeLotBid } from "#app/use-cases/lots/place-lot-bid.server.ts";
import { reopenLot } from "#app/use-cases/lots/reopen-lot.server.ts";
import { withdrawLot } from "#app/use-cases/lots/withdraw-lot.server.ts";
import { decidePortfolio } from "#app/use-cases/portfolios/decide-portfolio.server.ts";
import { leaveOutLot, mergeLots, splitPortfolio } from "#app/use-cases/portfolios/split-portfolio.server.ts";
import { submitPortfolio } from "#app/use-cases/portfolios/submit-portfolio.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import { findLot, lotsOf } from "#db/queries/lots.ts";
import { licences } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { openRounds } from "#db/schema/market.ts";
import { portfolioClaims } from "#db/schema/portfolios.ts";
import { bids } from "#db/schema/tenders.ts";
import { timelineEvents } from "#db/schema/timeline.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import { aRow, rowsOf } from "#test/support/imports.ts";
import { aSplitPortfolio, flatTerms, lotBid, openLots, postAll, signLotAs } from "#test/support/lots.ts";
import { closeTheRound } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  licensed,
  type Person,
  theAdmin,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let rival: Person;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
  [lawyer, rival] = [await aLawyer(world), await aLawyer(world)];
});
afterAll(() => world.close());

test("a portfolio splits into lots by region, and time-barred claims stay out unless they are asked for", async () => {
  const { lots, portfolioId, creditor } = await aSplitPortfolio(world);
  expect(
    lots.map(({ regions, spread }) => [regions, spread.cells.reduce((sum, { claims }) => sum + claims, 0)]),
  ).toEqual([
    [["US-CA"], 6],
    [["US-NY"], 1],
  ]);
  expect(
    lots[0].spread.cells.map(({ amount, claims, smallest, largest }) => [amount, claims, smallest, largest]),
  ).toEqual([
    [1, 5, 100_100, 100_500],
    [2, 1, 950_000, 950_000],
  ]);
  value(await splitPortfolio(world.ctx(creditor.actor), { portfolioId, withBarred: "yes" }));
  const all = await lotsOf(world.db, portfolioId);
  expect(all.flatMap(({ spread }) => spread.cells).reduce((sum, { claims }) => sum + claims, 0)).toBe(8);
});

test("lots of two laws do not merge, a lot can be left out, and only the creditor decides so", async () => {
  const { lots, portfolioId, creditor } = await aSplitPortfolio(world);
  const ctx = world.ctx(creditor.actor);
  const lotIds = lots.map(({ caseId }) => caseId);
  expect(await mergeLots(ctx, { portfolioId, lotIds })).toEqual({
    ok: false,
    error: { kind: "lots-differ" },
  });
  const stranger = world.ctx((await aCreditor(world)).actor);
  expect(await leaveOutLot(stranger, { portfolioId, lotId: lotIds[1] })).toEqual({
    ok: false,
    error: { kind: "portfolio-not-found" },
  });
  value(await leaveOutLot(ctx, { portfolioId, lotId: lotIds[1] }));
  expect((await lotsOf(world.db, portfolioId)).map(({ caseId }) => caseId)).toEqual([lotIds[0]]);
});

test("nothing of a portfolio is on the market before its review, and all of its lots are after", async () => {
  const { lots, portfolioId, creditor } = await aSplitPortfolio(world);
  const listed = async () => {
    const rows = await world.db.select().from(openRounds).where(eq(openRounds.creditorOrgId, creditor.orgId));
    return rows.map(({ subject, caseCount, principal }) => [subject, caseCount, principal]);
  };
  value(await submitPortfolio(world.ctx(creditor.actor), { portfolioId, goal: "amicable", windowHours: 24 }));
  expect(await listed()).toEqual([]);
  expect(await splitPortfolio(world.ctx(creditor.actor), { portfolioId })).toEqual({
    ok: false,
    error: { kind: "not-editable" },
  });
  const own = world.ctx(creditor.actor);
  expect(await decidePortfolio(own, { portfolioId, verdict: "approve" })).toEqual({
    ok: false,
    error: { kind: "portfolio-not-found" },
  });
  value(await decidePortfolio(world.ctx((await theAdmin(world)).actor), { portfolioId, verdict: "approve" }));
  expect((await listed()).sort()).toEqual(
    [
      ["lot", 1, 100_700],
      ["lot", 6, 1_451_500],
    ].sort(),
  );
  expect(lots).toHaveLength(2);
});

test("a lot that was never on the market is not withdrawn, whatever is posted to it: the review still puts it there", async () => {
  const { lots, portfolioId, creditor } = await aSplitPortfolio(world);
  const [{ caseId }] = lots;
  const withdraw = () => withdrawLot(world.ctx(creditor.actor), { caseId });
  expect(await withdraw()).toEqual({ ok: false, error: { kind: "wrong-status" } });
  value(await submitPortfolio(world.ctx(creditor.actor), { portfolioId, goal: "amicable", windowHours: 24 }));
  expect(await withdraw()).toEqual({ ok: false, error: { kind: "wrong-status" } });
  value(await decidePortfolio(world.ctx((await theAdmin(world)).actor), { portfolioId, verdict: "approve" }));
  expect(await world.db.$count(openRounds, eq(openRounds.caseId, caseId))).toBe(1);
});

test("a bid on a lot is sealed until the round closes, and then ranked by what is kept over the lot's own claims", async () => {
  const { lots, creditor } = await openLots(world);
  const lot = lots[0];
  await lotBid(world, lawyer, lot, 2_000);
  const cheap = await lotBid(world, rival, lot, 1_500);
  const rows = await world.owner.select().from(bids).where(eq(bids.caseId, lot.caseId));
  expect(rows.every(({ terms, sealedForRound }) => terms === null && !sealedForRound.includes("1500"))).toBe(
    true,
  );
  expect((await compareLotBids(world.ctx(creditor.actor), lot.caseId))?.bids).toEqual([]);
  await closeTheRound(world, lot.caseId);
  const view = await compareLotBids(world.ctx(creditor.actor), lot.caseId);
  expect(view?.bids.map(({ id }) => id)[0]).toBe(cheap);
  const [best, other] = view?.bids ?? [];
  expect(best.expected.net).toBeGreaterThan(other.expected.net);
  expect([best, other].map(({ licence }) => licence.valid)).toEqual([true, true]);
  expect(await compareLotBids(world.ctx((await aCreditor(world)).actor), lot.caseId)).toBeNull();
});

test("a licence beside a bid on a lot counts no more once its holder has left the firm", async () => {
  const firm = await aLawyer(world);
  const { userId } = await aColleagueOf(world, firm);
  await world.owner.update(licences).set({ holderUserId: userId }).where(eq(licences.id, firm.licenceId));
  await licensed(world, firm, { kind: "bar_admission", territory: "US-NY" });
  const { lots, creditor } = await openLots(world);
  const [{ caseId }] = lots;
  const clerkOf = { ...firm, actor: { ...firm.actor, userId } };
  await lotBid(world, clerkOf, lots[0], 2_000);
  await closeTheRound(world, caseId);
  const valid = async () =>
    (await compareLotBids(world.ctx(creditor.actor), caseId))?.bids.map(({ licence }) => licence.valid);
  expect(await valid()).toEqual([true]);
  value(await removeMember(world.ctx(firm.actor), { userId }));
  expect(await valid()).toEqual([false]);
});

test("a bidder who is a debtor of the lot is turned away without learning of whom", async () => {
  const named = await aLawyer(world, { organization: "Tied Trading Inc" });
  const { lots } = await openLots(world, {
    rows: [...rowsOf(3, 20), aRow(30, { name: "TIED Trading, Inc.".replace(",", "") })],
  });
  const bid = await placeLotBid(world.ctx(named.actor), {
    caseId: lots[0].caseId,
    terms: flatTerms(lots[0], 1_000),
  });
  expect(bid).toEqual({ ok: false, error: { kind: "conflict" } });
});

test("a collector without a licence for the lot's law does not see its round", async () => {
  const { lots } = await openLots(world);
  const elsewhere = await aLawyer(world, { territory: "US-TX" });
  const bid = await placeLotBid(world.ctx(elsewhere.actor), {
    caseId: lots[0].caseId,
    terms: flatTerms(lots[0], 1_000),
  });
  expect(bid).toEqual({ ok: false, error: { kind: "round-not-found" } });
});

test("award, two signatures and the worker make every claim an engaged case of its own, once", async () => {
  const { lots, creditor } = await openLots(world, { rows: rowsOf(25, 100) });
  const [lot] = lots;
  const bidId = await lotBid(world, lawyer, lot, 1_200);
  await closeTheRound(world, lot.caseId);
  const ctx = world.ctx(creditor.actor);
  const both = await Promise.all([
    awardLot(ctx, { caseId: lot.caseId, bidId }),
    awardLot(ctx, { caseId: lot.caseId, bidId }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(value(await signLotAs(world, lawyer, lot.caseId))).toEqual({ engaged: false });
  expect(await postAll(world)).toBe(0);
  expect(value(await signLotAs(world, creditor, lot.caseId))).toEqual({ engaged: true });
  await Promise.all([postAll(world), postAll(world)]);

  const made = await world.db.select().from(cases).where(eq(cases.creditorOrgId, creditor.orgId));
  expect(made).toHaveLength(25);
  expect(new Set(made.map(({ status, collectorOrgId }) => `${status} ${collectorOrgId}`))).toEqual(
    new Set([`engaged ${lawyer.orgId}`]),
  );
  const events = await world.db
    .select()
    .from(timelineEvents)
    .where(eq(timelineEvents.caseId, made[0].caseId))
    .orderBy(timelineEvents.seq);
  expect(events.map(({ type }) => type)).toEqual(["posted", "approved", "engaged"]);
  const debtor = await openDebtor(world.db, ctx, byMachine({ caseId: made[0].caseId, fields: ["name"] }));
  expect(debtor?.person?.name).toMatch(/^Debtor 1\d\d Inc$/);
  const settled = await world.db
    .select()
    .from(portfolioClaims)
    .where(eq(portfolioClaims.portfolioId, lot.portfolioId));
  expect(new Set(settled.map(({ became }) => became))).toEqual(new Set(["case"]));
  expect(await findLot(world.db, ctx.actor, lot.caseId)).toMatchObject({
    posted: 25,
    refused: 0,
    status: "engaged",
  });
});

test("a round without a suitable bid is held again, and a withdrawn lot leaves the market with its bids unread", async () => {
  const { lots, creditor } = await openLots(world, { rows: rowsOf(3, 400) });
  const [lot] = lots;
  const ctx = world.ctx(creditor.actor);
  const again = { caseId: lot.caseId, hours: 48, scope: "judgment" as const };
  expect(await reopenLot(ctx, again)).toEqual({ ok: false, error: { kind: "wrong-status" } });
  await closeTheRound(world, lot.caseId);
  expect(await reopenLot(world.ctx((await aCreditor(world)).actor), again)).toEqual({
    ok: false,
    error: { kind: "lot-not-found" },
  });
  value(await reopenLot(world.ctx(creditor.actor), again));
  const listed = () => world.db.$count(openRounds, eq(openRounds.caseId, lot.caseId));
  expect(await listed()).toBe(1);
  await lotBid(world, lawyer, lot, 1_000);
  value(await withdrawLot(world.ctx(creditor.actor), { caseId: lot.caseId }));
  expect(await listed()).toBe(0);
  const [bid] = await world.owner.select().from(bids).where(eq(bids.caseId, lot.caseId));
  expect(bid.terms).toBeNull();
  expect(await findLot(world.db, creditor.actor, lot.caseId)).toMatchObject({ status: "closed" });
});

test("a claim that the law refuses when its lot is engaged stays in the portfolio with the rule", async () => {
  const { lots, creditor } = await openLots(world, { rows: rowsOf(2, 300) });
  const [lot] = lots;
  const short = await aLawyer(world, {
    validTo: new Date(world.now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10),
  });
  const bidId = await lotBid(world, short, lot, 1_200);
  await closeTheRound(world, lot.caseId);
  value(await awardLot(world.ctx(creditor.actor), { caseId: lot.caseId, bidId }));
  value(await signLotAs(world, short, lot.caseId));
  value(await signLotAs(world, creditor, lot.caseId));
  await turnTo(world, new Date(world.now.getTime() + 6 * 86_400_000).toISOString());
  await postAll(world);
  const claims = await world.db
    .select()
    .from(portfolioClaims)
    .where(eq(portfolioClaims.portfolioId, lot.portfolioId));
  expect(claims.map(({ became }) => became)).toEqual(["refused", "refused"]);
  expect(claims[0].refusal).not.toBe("");
  expect(await world.db.$count(cases, eq(cases.creditorOrgId, creditor.orgId))).toBe(0);
});
