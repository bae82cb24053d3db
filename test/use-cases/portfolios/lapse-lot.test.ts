import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeMember } from "#app/use-cases/accounts/remove-member.server.ts";
import { suspendLicence } from "#app/use-cases/accounts/suspend-licence.server.ts";
import { verifyLicence } from "#app/use-cases/accounts/verify-licence.server.ts";
import { readLapse } from "#app/use-cases/engagements/lapse-plan.server.ts";
import { passWithinFirm } from "#app/use-cases/engagements/pass-within-firm.server.ts";
import { waitForRenewal } from "#app/use-cases/engagements/wait-for-renewal.server.ts";
import { findLot } from "#db/queries/lots.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { lapsePlans } from "#db/schema/mandates.ts";
import { portfolioClaims } from "#db/schema/portfolios.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import { rowsOf } from "#test/support/imports.ts";
import { takeStep, typesOf } from "#test/support/ladder.ts";
import { anEngagedLot, carryAll, postAll } from "#test/support/lots.ts";
import { sweep } from "#test/support/mandates.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  licensed,
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
let from = 2_000;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
});
afterAll(() => world.close());

/** A lot whose claims are cases in a lawyer's hands. */
async function aLotInHand(lawyer?: Person & { licenceId: string }) {
  from += 100;
  const firm = lawyer ?? (await aLawyer(world));
  const lot = await anEngagedLot(world, [firm], { rows: rowsOf(2, from) });
  await postAll(world);
  const made = await world.owner
    .select({ caseId: portfolioClaims.caseId })
    .from(portfolioClaims)
    .where(eq(portfolioClaims.portfolioId, lot.portfolioId));
  return { ...lot, firm, caseIds: made.map(({ caseId }) => caseId).sort() };
}

const dayIn = (days: number) => new Date(world.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const planOf = async (caseId: string) =>
  (await world.owner.select().from(lapsePlans).where(eq(lapsePlans.caseId, caseId)))[0];
const suspend = async (licenceId: string) =>
  value(
    await suspendLicence(world.ctx((await theAdmin(world)).actor), {
      licenceId,
      reason: "The bar struck the entry.",
    }),
  );
const rulesOf = async (person: Person, caseId: string) => {
  const act = { caseId, type: "reminder", outcome: "delivered", emailBasis: "consumer_used" } as const;
  const taken = value(await takeStep(world, person, act));
  return taken.recorded ? [] : taken.decision.findings.map(({ rule }) => rule);
};
const told = async ({ userId }: Person, kind: string) =>
  (await world.owner.select().from(notifications).where(eq(notifications.userId, userId)))
    .filter((each) => each.kind === kind)
    .map(({ href }) => href);

test(
  "a licence lost under a lot stops every one of its cases, opens one plan for the lot, and one look-up opens all again",
  async () => {
    const { lotId, firm, creditor, caseIds } = await aLotInHand();
    await licensed(world, firm, { kind: "bar_admission", territory: "US-CA" });
    await suspend(firm.licenceId);
    expect(await planOf(lotId)).toMatchObject({ reason: "suspended", status: "open" });
    expect(await told(creditor, "mandate_lapsed")).toEqual([`/lots/${lotId}/lapse`]);
    for (const caseId of caseIds) expect(await rulesOf(firm, caseId)).toContain("POL-MANDATE-01");
    const fresh = {
      licenceId: firm.licenceId,
      register: "State bar",
      checkedOn: dayIn(0),
      reference: "Entry 7",
    };
    value(await verifyLicence(world.ctx((await theAdmin(world)).actor), fresh));
    expect(await planOf(lotId)).toMatchObject({ status: "renewed" });
    for (const caseId of caseIds) expect(await rulesOf(firm, caseId)).not.toContain("POL-MANDATE-01");
  },
  SLOW,
);

test(
  "a lot that nobody decides about is tendered anew on the date with all its cases; a wait moves it, for its creditor alone",
  async () => {
    const undecided = await aLotInHand();
    const waiting = await aLotInHand();
    for (const { firm } of [undecided, waiting]) await suspend(firm.licenceId);
    const wait = (person: Person) =>
      waitForRenewal(world.ctx(person.actor), { caseId: waiting.lotId, until: dayIn(20) });
    for (const person of [await aCreditor(world), waiting.firm])
      expect(await wait(person)).toMatchObject({ error: { kind: "case-not-found" } });
    expect(await readLapse(world.ctx((await aCreditor(world)).actor), waiting.lotId)).toBeNull();
    value(await wait(waiting.creditor));
    await passTime(world, { days: 11 });
    await sweep(world);
    await carryAll(world);
    expect(await findLot(world.db, { ...undecided.creditor.actor }, undecided.lotId)).toMatchObject({
      status: "tendering",
      collectorOrgId: null,
    });
    for (const caseId of undecided.caseIds)
      expect((await typesOf(world, caseId)).at(-1)).toBe("mandate_ended");
    expect(await findLot(world.db, waiting.creditor.actor, waiting.lotId)).toMatchObject({
      status: "engaged",
    });
  },
  SLOW,
);

test(
  "the mandate of a lot passes to another licence of the firm after its holder left, and the log of each case says so",
  async () => {
    const firm = await aLawyer(world);
    const holder = await aColleagueOf(world, firm, "manager");
    await world.owner
      .update(licences)
      .set({ holderUserId: holder.userId })
      .where(eq(licences.id, firm.licenceId));
    const { lotId, creditor, caseIds } = await aLotInHand({ ...holder, licenceId: firm.licenceId });
    const licenceId = await licensed(world, firm, { kind: "bar_admission", territory: "US-CA" });
    value(await removeMember(world.ctx(firm.actor), { userId: holder.userId }));
    expect(await planOf(lotId)).toMatchObject({ reason: "holder_left" });
    expect(await rulesOf(firm, caseIds[0])).toContain("POL-MANDATE-01");
    value(await passWithinFirm(world.ctx(creditor.actor), { caseId: lotId, licenceId }));
    await carryAll(world);
    for (const caseId of caseIds) {
      expect((await typesOf(world, caseId)).filter((type) => type === "mandate_changed")).toHaveLength(1);
      expect(await rulesOf(firm, caseId)).not.toContain("POL-MANDATE-01");
    }
    const held = await world.owner.select().from(cases).where(inArray(cases.caseId, caseIds));
    expect(
      held.every(({ status, collectorOrgId }) => status === "engaged" && collectorOrgId === firm.orgId),
    ).toBe(true);
  },
  SLOW,
);
