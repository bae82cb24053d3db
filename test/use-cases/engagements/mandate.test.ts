import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { verifyLicence } from "#app/use-cases/accounts/verify-licence.server.ts";
import { editCase } from "#app/use-cases/cases/edit-case.server.ts";
import { declineAmendment } from "#app/use-cases/engagements/decline-amendment.server.ts";
import { proposeAmendment } from "#app/use-cases/engagements/propose-amendment.server.ts";
import { readEngagement, readPaper } from "#app/use-cases/engagements/read-engagement.server.ts";
import { retender } from "#app/use-cases/engagements/retender.server.ts";
import { signAmendment } from "#app/use-cases/engagements/sign-amendment.server.ts";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { openedBids } from "#db/queries/bids.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { caseBriefs } from "#db/schema/cases.ts";
import { amendments } from "#db/schema/mandates.ts";
import { awards, engagements } from "#db/schema/tenders.ts";
import { climbToDemand, takeStep, tellFact, typesOf, until } from "#test/support/ladder.ts";
import { anAgreedAmendment, aProposal, signChange, sweep } from "#test/support/mandates.ts";
import { aBid, anEngagedCase, closeTheRound, mailedCode, sign } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  type Person,
  passTime,
  theAdmin,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

/** Several papers are drawn and signed in each. */
const SLOW = 90_000;

let world: World;
let creditor: Person;
let lawyer: Person & { licenceId: string };

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2027-03-01T17:00:00Z");
  creditor = await aCreditor(world);
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const asCreditor = () => world.ctx(creditor.actor);
const mandateRow = async (caseId: string) =>
  (await world.owner.select().from(engagements).where(eq(engagements.caseId, caseId)))[0];

/** The admin looks the licences up again, so that time alone stops nobody. */
async function lookUpAgain(...people: { licenceId: string }[]) {
  const admin = world.ctx((await theAdmin(world)).actor);
  const checkedOn = world.now.toISOString().slice(0, 10);
  for (const { licenceId } of people)
    value(await verifyLicence(admin, { licenceId, register: "State bar", checkedOn, reference: "again" }));
}

test(
  "a mandate has a power of attorney without its fee, a period, a split and a fixed charge; the certificate names both signers",
  async () => {
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    const row = await mandateRow(caseId);
    const contents: EngagementContents = JSON.parse(row.contents);
    expect(contents).toMatchObject({
      version: 2,
      powers: "general",
      periodMonths: 10,
      platform: { kind: "fixed", payer: "creditor", rules: [{ id: "US-ACTOR-05" }] },
      authorityRules: [{ id: "US-ACTOR-01" }, { id: "US-ACTOR-05" }],
    });
    for (const kind of ["engagement", "authority", "certificate"] as const) {
      const paper = await readPaper(world.ctx(lawyer.actor), caseId, kind);
      expect(paper && Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe("%PDF-");
      const stranger = await aCreditor(world);
      expect(await readPaper(world.ctx(stranger.actor), caseId, kind)).toBeNull();
    }
  },
  SLOW,
);

test(
  "nobody signs an amendment for the other side, twice, or on another paper; it is in force with both",
  async () => {
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    const before = (await mandateRow(caseId)).periodEndsAt;
    const { amendmentId } = await aProposal(world, { caseId, creditor });
    expect(value(await signChange(world, creditor, { caseId, amendmentId }))).toEqual({ agreed: false });
    expect(await signChange(world, creditor, { caseId, amendmentId })).toMatchObject({
      error: { kind: "already-signed" },
    });
    expect((await mandateRow(caseId)).periodEndsAt).toEqual(before);
    const code = await mailedCode(world, lawyer, { caseId, amendmentId });
    const other = {
      caseId,
      amendmentId,
      fullName: "Ada Example",
      consent: "yes" as const,
      address: "",
      code,
    };
    const forged = await signAmendment(world.ctx(lawyer.actor), { ...other, documentHash: "0".repeat(64) });
    expect(forged).toMatchObject({ error: { kind: "paper-changed" } });
    const second = await proposeAmendment(asCreditor(), { caseId, periodEndsOn: "2098-01-01" });
    expect(second).toMatchObject({ error: { kind: "one-open" } });
    expect(value(await signChange(world, lawyer, { caseId, amendmentId }))).toEqual({ agreed: true });
    expect((await mandateRow(caseId)).periodEndsAt).toEqual(new Date("2099-01-01T00:00:00Z"));
    expect(await typesOf(world, caseId)).toContain("mandate_changed");
    const change = world.owner
      .update(amendments)
      .set({ contents: "{}" })
      .where(eq(amendments.id, amendmentId));
    await expect(change).rejects.toMatchObject({ cause: { code: "RG001" } });
  },
  SLOW,
);

test(
  "an amendment that only its proposer signed is agreed by no statement, declined it is closed, and unanswered it falls",
  async () => {
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    const first = await aProposal(world, { caseId, creditor });
    value(await signChange(world, creditor, { caseId, ...first }));
    const force = world.owner
      .update(amendments)
      .set({ status: "agreed", decidedAt: world.now })
      .where(eq(amendments.id, first.amendmentId));
    await expect(force).rejects.toMatchObject({ cause: { code: "RG005" } });
    value(await declineAmendment(world.ctx(lawyer.actor), { caseId, ...first }));
    expect(await signChange(world, lawyer, { caseId, ...first })).toMatchObject({
      error: { kind: "nothing-to-sign" },
    });
    const late = await aProposal(world, { caseId, creditor });
    await passTime(world, { days: 7 });
    expect(await signChange(world, lawyer, { caseId, ...late })).toMatchObject({ ok: false });
    await sweep(world);
    const rows = await world.owner.select().from(amendments).where(eq(amendments.caseId, caseId));
    expect(rows.map(({ number, status }) => [number, status])).toEqual([
      [1, "declined"],
      [2, "withdrawn"],
    ]);
    await lookUpAgain(lawyer);
  },
  SLOW,
);

test(
  "silence is told once while an act was lawful, gives a cause until the collector acts, and no cause without it",
  async () => {
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    const reproach = () => retender(asCreditor(), { caseId, reason: "non_performance" });
    expect(await reproach()).toMatchObject({ error: { kind: "reason-not-shown" } });
    await until(world, 5, "10:00");
    await sweep(world);
    expect((await mandateRow(caseId)).alarmedAt).toEqual(world.now);
    expect((await readEngagement(asCreditor(), caseId))?.mandate?.quietSince).toEqual(world.now);
    value(
      await takeStep(world, lawyer, {
        caseId,
        type: "reminder",
        outcome: "delivered",
        emailBasis: "consumer_used",
      }),
    );
    await passTime(world, { days: 8 });
    await sweep(world);
    expect((await mandateRow(caseId)).alarmedAt).toBeNull();
    expect(await reproach()).toMatchObject({ error: { kind: "reason-not-shown" } });
  },
  SLOW,
);

test(
  "tendered anew under a pause, the pause goes on and is told on the card; the successor gets facts, dates and papers and nothing of the predecessor's own",
  async () => {
    await lookUpAgain(lawyer);
    const successor = await aLawyer(world);
    const plan = "My secret plan: wait for the audit, then press the director.";
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    await world.owner.execute("select 1");
    await climbToDemand(world, lawyer, caseId);
    value(
      await takeStep(world, lawyer, { caseId, type: "call", outcome: "conversation", note: `Note: ${plan}` }),
    );
    value(await takeStep(world, lawyer, { caseId, type: "lawyer_letter", outcome: "delivered" }));
    value(await tellFact(world, lawyer, { caseId, type: "dispute", note: `Strategy: ${plan}` }));
    await lookUpAgain(lawyer, successor);

    value(await retender(asCreditor(), { caseId, reason: "no_cause" }));
    expect(await caseView(world.ctx(lawyer.actor), caseId, { on: null, days: null, shown: null })).toBeNull();
    const [brief] = await world.owner.select().from(caseBriefs).where(eq(caseBriefs.caseId, caseId));
    expect(brief.disputed).toBe("yes");
    expect(await editCase(asCreditor(), { caseId })).toMatchObject({ ok: false });

    await aBid(world, successor, caseId);
    await closeTheRound(world, caseId);
    const tender = await latestTender(world.db, caseId);
    const [bid] = await openedBids(world.db, caseId, tender?.id ?? "");
    value(await award(asCreditor(), { caseId, bidId: bid.id }));
    value(await sign(world, successor, caseId));
    value(await sign(world, creditor, caseId, "Carl Creditor"));

    const seen = await caseView(world.ctx(successor.actor), caseId, { on: null, days: null, shown: null });
    const engagement = await readEngagement(world.ctx(successor.actor), caseId);
    expect(JSON.stringify([seen, engagement])).not.toContain("secret plan");
    expect(seen?.log.map(({ type }) => type)).toContain("demand_payment");
    expect(seen?.log.map(({ type }) => type)).not.toContain("attempt_blocked");
    expect(seen?.log.find(({ type }) => type === "demand_payment")?.proofs).toHaveLength(1);
    expect(seen?.debtor).not.toBeNull();
    const mine = await caseView(asCreditor(), caseId, { on: null, days: null, shown: null });
    expect(JSON.stringify(mine)).toContain("secret plan");

    const blocked = value(
      await takeStep(world, successor, { caseId, type: "call", outcome: "conversation" }),
    );
    expect(blocked.recorded).toBe(false);
    expect(
      engagement?.mandate?.shares.map(({ milestones }) => milestones.map(({ milestone }) => milestone)),
    ).toContainEqual(["demand"]);
    const held = await world.owner.select().from(awards).where(eq(awards.caseId, caseId));
    expect(held.map(({ status }) => status).sort()).toEqual(["ended", "engaged"]);
  },
  SLOW,
);

test(
  "an amendment gives no fee that the law forbids and no reach that the collector's licence lacks",
  async () => {
    await lookUpAgain(lawyer);
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    const fee = {
      model: "success" as const,
      successBps: 1_200,
      fixedFee: 0,
      hourlyRate: 0,
      estimatedHours: 0,
    };
    await anAgreedAmendment(world, { caseId, creditor, collector: lawyer }, { fee });
    const same = await proposeAmendment(asCreditor(), { caseId, fee });
    expect(same).toMatchObject({ error: { kind: "same" } });
    await passTime(world, { days: 31 });
    const wider = await proposeAmendment(asCreditor(), { caseId, scope: "enforcement" });
    expect(wider).toMatchObject({ error: { kind: "not-capable" } });
  },
  SLOW,
);
