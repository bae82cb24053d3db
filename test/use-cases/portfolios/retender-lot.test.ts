import { and, eq, inArray, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { claimsIn } from "#app/domain/portfolios/bands.ts";
import { readConversation } from "#app/use-cases/conversation/read-conversation.server.ts";
import { listPastMandates } from "#app/use-cases/engagements/past-mandates.server.ts";
import { mandatesOfLot } from "#app/use-cases/lot-mandate.server.ts";
import { carryOver } from "#app/use-cases/lots/carry-over.server.ts";
import { postLotClaims } from "#app/use-cases/lots/post-lot-claims.server.ts";
import { readHeldLot } from "#app/use-cases/lots/read-lot.server.ts";
import { lotSchedule, readLotClaims } from "#app/use-cases/lots/read-lot-claims.server.ts";
import { readLotRetender, retenderLot } from "#app/use-cases/lots/retender-lot.server.ts";
import { withdrawLot } from "#app/use-cases/lots/withdraw-lot.server.ts";
import { reopenRound } from "#app/use-cases/tenders/reopen-round.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { findLot } from "#db/queries/lots.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { openRounds } from "#db/schema/market.ts";
import { lotCarryovers, portfolioClaims } from "#db/schema/portfolios.ts";
import { tenders } from "#db/schema/tenders.ts";
import { aMessage } from "#test/support/conversation.ts";
import { rowsOf } from "#test/support/imports.ts";
import { typesOf } from "#test/support/ladder.ts";
import { anEngagedLot, carryAll, engageNext, postAll } from "#test/support/lots.ts";
import { aCreditor, aLawyer, aWorld, type Person, turnTo, value, type World } from "#test/support/world.ts";

/** Several papers are drawn and signed in each. */
const SLOW = 90_000;

let world: World;
let from = 0;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
});
afterAll(() => world.close());

/** A lot of so many claims in a lawyer's hands, all of them cases unless told otherwise. */
async function aLotInHand(claims = 4, posted = true) {
  from += 100;
  const lawyer = await aLawyer(world);
  const lot = await anEngagedLot(world, [lawyer], { rows: rowsOf(claims, from) });
  if (posted) await postAll(world);
  const ids = await world.owner
    .select({ caseId: portfolioClaims.caseId })
    .from(portfolioClaims)
    .where(eq(portfolioClaims.portfolioId, lot.portfolioId));
  return { ...lot, lawyer, caseIds: ids.map(({ caseId }) => caseId).sort() };
}

const end = (person: Person, caseId: string, reason: "no_cause" | "non_performance" = "no_cause") =>
  retenderLot(world.ctx(person.actor), { caseId, reason });
const casesIn = (caseIds: string[]) =>
  world.owner.select().from(cases).where(inArray(cases.caseId, caseIds)).orderBy(cases.caseId);
const close = (caseId: string) =>
  world.owner.update(cases).set({ status: "closed" }).where(eq(cases.caseId, caseId));
const pending = (caseIds: string[]) =>
  world.owner.$count(lotCarryovers, inArray(lotCarryovers.caseId, caseIds));

test(
  "the end of a lot's mandate takes every case from its collector in the same moment, and every log says so afterwards, once",
  async () => {
    const { lotId, creditor, lawyer, caseIds } = await aLotInHand();
    const [over, ...open] = caseIds;
    await close(over);
    value(await end(creditor, lotId));
    for (const caseId of open) expect(await findCase(world.db, lawyer.actor, caseId)).toBeNull();
    expect((await casesIn(open)).map(({ status, collectorOrgId }) => [status, collectorOrgId])).toEqual(
      open.map(() => ["with_lot", null]),
    );
    expect(await readHeldLot(world.ctx(lawyer.actor), lotId)).toBeNull();
    expect(await readLotClaims(world.ctx(lawyer.actor), lotId, { state: null, after: null })).toBeNull();
    expect(await pending(caseIds)).toBe(open.length);

    await Promise.all([carryOver(world.ctx(system)), carryOver(world.ctx(system))]);
    await carryAll(world);
    expect(await pending(caseIds)).toBe(0);
    for (const caseId of open) {
      const ended = (await eventsOf(world.db, caseId)).filter(({ type }) => type === "mandate_ended");
      expect(ended).toHaveLength(1);
      expect(ended[0]).toMatchObject({
        actorOrgId: creditor.orgId,
        payload: {
          facts: { engagementSigned: false },
          refs: { collectorOrgId: lawyer.orgId, reason: "no_cause" },
        },
      });
    }
    expect(await typesOf(world, over)).not.toContain("mandate_ended");
    const { mandates } = await listPastMandates(world.ctx(lawyer.actor), null);
    expect(mandates.map(({ caseId }) => caseId)).toEqual([lotId]);
    const told = await world.owner.$count(
      notifications,
      and(
        inArray(notifications.userId, [creditor.userId, lawyer.userId]),
        eq(notifications.kind, "mandate_ended"),
      ),
    );
    expect(told).toBe(2);
  },
  SLOW,
);

test(
  "what is tendered anew is what is open: no closed case, no refused claim, and the successor gets these and no other debtor",
  async () => {
    const { lotId, creditor, lawyer, caseIds } = await aLotInHand();
    const [over, ...open] = caseIds;
    await close(over);
    const successor = await aLawyer(world);
    await aMessage(world, lawyer, { caseId: open[0] });
    value(await end(creditor, lotId));
    const [listed] = await world.db.select().from(openRounds).where(eq(openRounds.caseId, lotId));
    expect(listed).toMatchObject({ caseCount: 3 });
    const lot = await findLot(world.db, system, lotId);
    expect(lot && [claimsIn(lot.spread), lot.spread.handedOn?.cases]).toEqual([3, 3]);
    await engageNext(world, creditor, successor, lotId);
    expect(value(await postLotClaims(world.ctx(system)))).toBe(0);
    await carryAll(world);
    await postAll(world);

    expect((await casesIn(open)).every((each) => each.collectorOrgId === successor.orgId)).toBe(true);
    expect((await typesOf(world, open[0])).slice(-2)).toEqual(["mandate_ended", "engaged"]);
    const ctx = world.ctx(successor.actor);
    const seen = await readLotClaims(ctx, lotId, { state: null, after: null });
    expect(seen?.claims.map(({ caseId }) => caseId).sort()).toEqual(open);
    expect(seen?.counts).toEqual({ case: 3, refused: 0, waiting: 0 });
    const schedule = await lotSchedule(ctx, lotId);
    const lines: string[] = [];
    for await (const piece of schedule?.pieces ?? []) lines.push(piece);
    expect(lines).toHaveLength(2 + open.length);
    const asked = { before: null, at: null, reply: null, about: null };
    expect((await readConversation(ctx, open[0], asked))?.messages).toEqual([]);
    const [kase] = await casesIn([open[0]]);
    expect((await mandatesOfLot(world.db, kase)).map(({ collectorOrgId }) => collectorOrgId)).toEqual([
      successor.orgId,
      lawyer.orgId,
    ]);
  },
  SLOW,
);

test(
  "a claim that was no case yet becomes one under the next mandate alone, and owes the collector before nothing",
  async () => {
    const { lotId, creditor, lawyer, caseIds } = await aLotInHand(3, false);
    value(await end(creditor, lotId));
    expect(await postAll(world)).toBe(0);
    expect(await casesIn(caseIds)).toEqual([]);
    const successor = await aLawyer(world);
    await engageNext(world, creditor, successor, lotId);
    await postAll(world);
    const made = await casesIn(caseIds);
    expect(made.map(({ collectorOrgId }) => collectorOrgId)).toEqual(caseIds.map(() => successor.orgId));
    expect((await mandatesOfLot(world.db, made[0])).map(({ collectorOrgId }) => collectorOrgId)).toEqual([
      successor.orgId,
    ]);
    expect(await findCase(world.db, lawyer.actor, made[0].caseId)).toBeNull();
  },
  SLOW,
);

test(
  "a worker that makes cases in the moment a mandate ends leaves none with the collector, and nothing half done",
  async () => {
    const { lotId, creditor, lawyer, caseIds } = await aLotInHand(12, false);
    const [ended] = await Promise.all([
      end(creditor, lotId),
      postLotClaims(world.ctx(system)),
      postLotClaims(world.ctx(system)),
    ]);
    value(ended);
    const made = await casesIn(caseIds);
    expect(made.filter(({ collectorOrgId }) => collectorOrgId === lawyer.orgId)).toEqual([]);
    expect(made.every(({ status }) => status === "with_lot")).toBe(true);
    const waiting = await world.owner.$count(
      portfolioClaims,
      and(inArray(portfolioClaims.caseId, caseIds), isNull(portfolioClaims.engagementId)),
    );
    expect(waiting).toBe(12);
    expect(await pending(caseIds)).toBe(made.length);
  },
  SLOW,
);

test(
  "only the creditor's own managers end it, once, for a reason that the record bears out, and not where nothing is left",
  async () => {
    const { lotId, creditor, lawyer, caseIds } = await aLotInHand(2);
    const clerk = { ...creditor, actor: { ...creditor.actor, member: "member" as const } };
    for (const person of [await aCreditor(world), lawyer, clerk]) {
      expect(await end(person, lotId)).toMatchObject({ error: { kind: "lot-not-found" } });
      expect(await readLotRetender(world.ctx(person.actor), lotId)).toBeNull();
    }
    expect(await end(creditor, lotId, "non_performance")).toMatchObject({
      error: { kind: "reason-not-shown" },
    });
    await world.owner.update(cases).set({ status: "closed" }).where(inArray(cases.caseId, caseIds));
    expect(await end(creditor, lotId)).toMatchObject({ error: { kind: "nothing-left" } });
    expect(await mandateOf(world.db, lotId)).not.toBeNull();
    await world.owner.update(cases).set({ status: "engaged" }).where(inArray(cases.caseId, caseIds));
    expect((await readLotRetender(world.ctx(creditor.actor), lotId))?.ready).toMatchObject({
      reasons: ["no_cause"],
      cases: 2,
      waiting: 0,
    });
    const both = await Promise.all([end(creditor, lotId), end(creditor, lotId)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await pending(caseIds)).toBe(2);
    expect(await world.owner.$count(tenders, eq(tenders.caseId, lotId))).toBe(2);
  },
  SLOW,
);

test(
  "a case that waits with its lot has no round beside it; once the lot is withdrawn it is offered by itself",
  async () => {
    const { lotId, creditor, caseIds } = await aLotInHand(2);
    value(await end(creditor, lotId));
    const [caseId] = caseIds;
    const alone = () =>
      reopenRound(world.ctx(creditor.actor), {
        caseId,
        hours: 24,
        scope: "judgment",
        feeModels: ["success"],
      });
    expect(await alone()).toMatchObject({ error: { kind: "wrong-status" } });
    const round = await latestTender(world.db, lotId);
    const forced = world.owner.insert(tenders).values({ ...(round ?? raise()), caseId });
    await expect(forced).rejects.toMatchObject({ cause: { code: "RG005" } });
    value(await withdrawLot(world.ctx(creditor.actor), { caseId: lotId }));
    expect((await casesIn(caseIds)).map(({ status }) => status)).toEqual(["approved", "approved"]);
    value(await alone());
    await carryAll(world);
    expect((await typesOf(world, caseId)).slice(-2).sort()).toEqual(["mandate_ended", "round_opened"]);
  },
  SLOW,
);

function raise(): never {
  throw new Error("the lot has no round");
}

test(
  "a case that the law refuses to the successor leaves the lot with the rule, and is nobody's until its creditor offers it",
  async () => {
    const { lotId, creditor, caseIds } = await aLotInHand(2);
    value(await end(creditor, lotId));
    await carryAll(world);
    const successor = await aLawyer(world);
    await engageNext(world, creditor, successor, lotId);
    await world.owner
      .update(licences)
      .set({ status: "suspended" })
      .where(eq(licences.id, successor.licenceId));
    await postAll(world);
    expect((await casesIn(caseIds)).map(({ status, collectorOrgId }) => [status, collectorOrgId])).toEqual(
      caseIds.map(() => ["approved", null]),
    );
    const claims = await world.owner
      .select()
      .from(portfolioClaims)
      .where(inArray(portfolioClaims.caseId, caseIds));
    expect(claims.every(({ became, refusal }) => became === "case" && refusal !== null)).toBe(true);
    expect(await findLot(world.db, system, lotId)).toMatchObject({ posted: 0, refused: 2 });
  },
  SLOW,
);
