import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endOfTerm } from "#app/domain/accounts/licence-moves.ts";
import { acceptInvitation } from "#app/use-cases/accounts/accept-invitation.server.ts";
import { inviteMember } from "#app/use-cases/accounts/invite-member.server.ts";
import { removeMember } from "#app/use-cases/accounts/remove-member.server.ts";
import { suspendLicence } from "#app/use-cases/accounts/suspend-licence.server.ts";
import { verifyLicence } from "#app/use-cases/accounts/verify-licence.server.ts";
import { readLapse } from "#app/use-cases/engagements/lapse-plan.server.ts";
import { passWithinFirm } from "#app/use-cases/engagements/pass-within-firm.server.ts";
import { waitForRenewal } from "#app/use-cases/engagements/wait-for-renewal.server.ts";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { lapsePlans } from "#db/schema/mandates.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import { takeStep, typesOf } from "#test/support/ladder.ts";
import { sweep } from "#test/support/mandates.ts";
import {
  aBid,
  anAward,
  anEngagedCase,
  anOpenRound,
  closeTheRound,
  sign,
  terms,
} from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  licensed,
  mailTo,
  type Person,
  passTime,
  theAdmin,
  tokenIn,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

/** Several papers are drawn and signed in each. */
const SLOW = 90_000;

let world: World;
let creditor: Person;

beforeAll(async () => {
  world = await aWorld();
  creditor = await aCreditor(world);
});
afterAll(() => world.close());

const dayIn = (days: number) => new Date(world.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const theEnd = (validTo: string) =>
  new Date(endOfTerm({ territory: "US-CA", validFrom: "2020-01-01", validTo }));

const noticesOf = async ({ userId }: Person, kind: string) =>
  world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.kind, kind)));
const statusOf = async (caseId: string) =>
  (await world.owner.select().from(cases).where(eq(cases.caseId, caseId)))[0];
const planOf = async (caseId: string) =>
  (await world.owner.select().from(lapsePlans).where(eq(lapsePlans.caseId, caseId)))[0];
const rulesOf = async (person: Person, caseId: string) => {
  const taken = value(
    await takeStep(world, person, {
      caseId,
      type: "reminder",
      outcome: "delivered",
      emailBasis: "consumer_used",
    }),
  );
  return taken.recorded ? [] : taken.decision.findings.map(({ rule }) => rule);
};

test(
  "in the second in which a licence ends no bid, award, signature or step rests on it, whatever the sweep has got round to",
  async () => {
    const losing = await aLawyer(world);
    const deciding = await anOpenRound(world, { creditor });
    const bidId = await aBid(world, losing, deciding.caseId);
    await closeTheRound(world, deciding.caseId);
    const engaged = await anEngagedCase(world, losing, { creditor });
    const signing = await anAward(world, [losing], { creditor });
    const validTo = dayIn(2);
    await world.owner.update(licences).set({ validTo }).where(eq(licences.id, losing.licenceId));
    await turnTo(world, new Date(theEnd(validTo).getTime() - 3_600_000).toISOString());
    const last = await anOpenRound(world, { creditor });
    await turnTo(world, theEnd(validTo).toISOString());

    const bid = await placeBid(world.ctx(losing.actor), { caseId: last.caseId, terms: terms() });
    expect(bid).toMatchObject({ ok: false, error: { kind: "not-capable" } });
    const made = await award(world.ctx(creditor.actor), { caseId: deciding.caseId, bidId });
    expect(made).toMatchObject({ ok: false, error: { kind: "not-capable" } });
    value(await sign(world, losing, signing.caseId));
    expect(await sign(world, creditor, signing.caseId)).toMatchObject({ error: { kind: "not-capable" } });
    expect(await rulesOf(losing, engaged.caseId)).toContain("POL-MANDATE-01");
    expect(await planOf(engaged.caseId)).toBeUndefined();

    await sweep(world);
    expect(await planOf(engaged.caseId)).toMatchObject({ reason: "expired", status: "open" });
    expect(await noticesOf(creditor, "mandate_lapsed")).toHaveLength(1);
    expect(await noticesOf(losing, "licence_lapsed")).toHaveLength(1);
    await sweep(world);
    expect(await noticesOf(creditor, "mandate_lapsed")).toHaveLength(1);
  },
  SLOW,
);

test(
  "a suspension stops the next step at once and marks the mandate; a fresh look-up opens it again",
  async () => {
    const lawyer = await aLawyer(world);
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    const admin = world.ctx((await theAdmin(world)).actor);
    value(await suspendLicence(admin, { licenceId: lawyer.licenceId, reason: "The bar struck the entry." }));
    expect(await planOf(caseId)).toMatchObject({ reason: "suspended", status: "open" });
    expect(await rulesOf(lawyer, caseId)).toContain("POL-MANDATE-01");
    const checkedOn = world.now.toISOString().slice(0, 10);
    const fresh = { licenceId: lawyer.licenceId, register: "State bar", checkedOn, reference: "Entry 7" };
    value(await verifyLicence(admin, fresh));
    expect(await planOf(caseId)).toMatchObject({ status: "renewed" });
    expect(await rulesOf(lawyer, caseId)).not.toContain("POL-MANDATE-01");
  },
  SLOW,
);

test(
  "a look-up without proof verifies nothing",
  async () => {
    const lawyer = await aLawyer(world);
    const bare = { licenceId: lawyer.licenceId, register: "State bar", checkedOn: dayIn(0) };
    expect(await verifyLicence(world.ctx((await theAdmin(world)).actor), bare)).toMatchObject({
      error: { kind: "no-proof-of-look-up" },
    });
  },
  SLOW,
);

test(
  "a creditor who chooses nothing has the case tendered anew on the date, and not a moment before",
  async () => {
    const lawyer = await aLawyer(world);
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    const reason = "The bar struck the entry.";
    value(
      await suspendLicence(world.ctx((await theAdmin(world)).actor), { licenceId: lawyer.licenceId, reason }),
    );
    await passTime(world, { days: 10, hours: -1 });
    await sweep(world);
    expect(await statusOf(caseId)).toMatchObject({ status: "engaged" });
    await passTime(world, { hours: 2 });
    await sweep(world);
    expect(await statusOf(caseId)).toMatchObject({ status: "tendering", collectorOrgId: null });
    expect((await typesOf(world, caseId)).slice(-2)).toEqual(["mandate_ended", "round_opened"]);
    expect(await noticesOf(lawyer, "mandate_ended")).toHaveLength(1);
  },
  SLOW,
);

test(
  "a wait is bounded and moves the date; a stranger, the collector and a clerk choose nothing",
  async () => {
    const lawyer = await aLawyer(world);
    const { caseId } = await anEngagedCase(world, lawyer, { creditor });
    const reason = "The bar struck the entry.";
    value(
      await suspendLicence(world.ctx((await theAdmin(world)).actor), { licenceId: lawyer.licenceId, reason }),
    );
    const until = (person: Person, days: number) =>
      waitForRenewal(world.ctx(person.actor), { caseId, until: dayIn(days) });
    const clerk = { ...creditor, actor: { ...creditor.actor, member: "member" as const } };
    for (const person of [await aCreditor(world), lawyer, clerk])
      expect(await until(person, 20)).toMatchObject({ error: { kind: "case-not-found" } });
    expect(await until(creditor, 0)).toMatchObject({ error: { kind: "wait-too-long" } });
    expect(await until(creditor, 61)).toMatchObject({ error: { kind: "wait-too-long" } });
    value(await until(creditor, 20));
    await passTime(world, { days: 11 });
    await sweep(world);
    expect(await statusOf(caseId)).toMatchObject({ status: "engaged" });
    await passTime(world, { days: 10 });
    await sweep(world);
    expect(await statusOf(caseId)).toMatchObject({ status: "tendering" });
  },
  SLOW,
);

test(
  "a mandate passes to another licence of the same firm, kind and territory that counts, and to no other",
  async () => {
    const firm = await aLawyer(world);
    const second = await licensed(world, firm, { kind: "bar_admission", territory: "US-CA" });
    const elsewhere = await licensed(world, firm, { kind: "bar_admission", territory: "US-NY" });
    const { caseId } = await anEngagedCase(world, firm, { creditor });
    const view = () => readLapse(world.ctx(creditor.actor), caseId);
    const [mandate] = await world.owner.execute<{ licence_id: string }>(
      `select licence_id from engagements where case_id = '${caseId}'`,
    );
    const [lost, standIn] =
      mandate.licence_id === second ? [second, firm.licenceId] : [firm.licenceId, second];
    const reason = "The bar struck the entry.";
    value(await suspendLicence(world.ctx((await theAdmin(world)).actor), { licenceId: lost, reason }));
    expect(await rulesOf(firm, caseId)).toContain("POL-MANDATE-01");
    expect((await view())?.plan?.others.map(({ id }) => id)).toEqual([standIn]);
    const pass = (licenceId: string) => passWithinFirm(world.ctx(creditor.actor), { caseId, licenceId });
    expect(await pass(elsewhere)).toMatchObject({ error: { kind: "no-such-licence" } });
    expect(await pass(lost)).toMatchObject({ error: { kind: "no-such-licence" } });
    value(await pass(standIn));
    expect(await rulesOf(firm, caseId)).not.toContain("POL-MANDATE-01");
    expect(await typesOf(world, caseId)).toContain("mandate_changed");
    await world.owner.update(licences).set({ status: "refused" }).where(eq(licences.id, standIn));
    expect(await rulesOf(firm, caseId)).toContain("POL-MANDATE-01");
  },
  SLOW,
);

/** A firm whose mandate rests on the licence of a colleague. */
async function aCaseOnAColleague() {
  const firm = await aLawyer(world);
  const holder = await aColleagueOf(world, firm, "manager");
  await world.owner
    .update(licences)
    .set({ holderUserId: holder.userId })
    .where(eq(licences.id, firm.licenceId));
  const { caseId } = await anEngagedCase(world, holder, { creditor });
  return { firm, holder, caseId };
}

test(
  "when the holder of the licence leaves the firm its mandate is marked at once, and no other licence of the firm stands in by itself",
  async () => {
    const { firm, holder, caseId } = await aCaseOnAColleague();
    const standIn = await licensed(world, firm, { kind: "bar_admission", territory: "US-CA" });
    expect(await rulesOf(firm, caseId)).not.toContain("POL-MANDATE-01");
    value(await removeMember(world.ctx(firm.actor), { userId: holder.userId }));
    expect(await planOf(caseId)).toMatchObject({ reason: "holder_left", status: "open" });
    expect(await noticesOf(firm, "mandate_lapsed")).toHaveLength(1);
    expect(await rulesOf(firm, caseId)).toContain("POL-MANDATE-01");
    const checkedOn = dayIn(0);
    const fresh = { licenceId: firm.licenceId, register: "State bar", checkedOn, reference: "Entry 9" };
    value(await verifyLicence(world.ctx((await theAdmin(world)).actor), fresh));
    expect(await planOf(caseId)).toMatchObject({ status: "open" });
    const view = await readLapse(world.ctx(creditor.actor), caseId);
    expect(view?.plan?.others.map(({ id }) => id)).toEqual([standIn]);
    value(await passWithinFirm(world.ctx(creditor.actor), { caseId, licenceId: standIn }));
    expect(await rulesOf(firm, caseId)).not.toContain("POL-MANDATE-01");
  },
  SLOW,
);

test(
  "a holder who comes back in time settles it, and one who does not has the case tendered anew on the date",
  async () => {
    const back = await aCaseOnAColleague();
    const gone = await aCaseOnAColleague();
    for (const { firm, holder } of [back, gone])
      value(await removeMember(world.ctx(firm.actor), { userId: holder.userId }));
    const { holder, firm } = back;
    value(await inviteMember(world.ctx(firm.actor), { email: holder.email, role: "member" }));
    const token = tokenIn(await mailTo(world, holder.email));
    const joining = world.ctx({ ...holder.actor, role: "guest", orgId: null, member: null });
    value(await acceptInvitation(joining, { token, session: holder.session }));
    expect(await planOf(back.caseId)).toMatchObject({ status: "renewed" });
    await passTime(world, { days: 11 });
    await sweep(world);
    expect(await statusOf(gone.caseId)).toMatchObject({ status: "tendering", collectorOrgId: null });
    expect(await statusOf(back.caseId)).toMatchObject({ status: "engaged" });
  },
  SLOW,
);
