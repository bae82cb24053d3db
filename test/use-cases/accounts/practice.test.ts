import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileInsurance } from "#app/use-cases/accounts/file-insurance.server.ts";
import { nameHolder } from "#app/use-cases/accounts/name-holder.server.ts";
import { readPractice } from "#app/use-cases/accounts/read-practice.server.ts";
import { removeMember } from "#app/use-cases/accounts/remove-member.server.ts";
import { SetCapacity, setCapacity } from "#app/use-cases/accounts/set-capacity.server.ts";
import { supervise } from "#app/use-cases/accounts/supervise.server.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { organizations } from "#db/schema/accounts.ts";
import { insurances } from "#db/schema/insurance.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import { aPolicy } from "#test/support/insurance.ts";
import { aBid, anAward, anOpenRound, terms } from "#test/support/market.ts";
import { aCreditor, aLawyer, aPdf, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const bound = (owner: Person, capacity?: number) => setCapacity(world.ctx(owner.actor), { capacity });
const tryBid = async (by: Person) => {
  const { caseId } = await anOpenRound(world);
  return placeBid(world.ctx(by.actor), { caseId, terms: terms() });
};

test("at its own bound a collector bids on nothing more, an unsigned award counted in; raised or lifted, it bids again", async () => {
  const lawyer = await aLawyer(world);
  await anAward(world, [lawyer]);
  value(await bound(lawyer, 1));
  expect(await tryBid(lawyer)).toMatchObject({ error: { kind: "at-capacity" } });
  value(await bound(lawyer, 2));
  expect((await tryBid(lawyer)).ok).toBe(true);
  value(await bound(lawyer, 0));
  expect(await tryBid(lawyer)).toMatchObject({ error: { kind: "at-capacity" } });
  value(await bound(lawyer));
  expect((await tryBid(lawyer)).ok).toBe(true);
  expect((await readPractice(world.ctx(lawyer.actor)))?.open).toBe(1);
});

test("a bound is one firm's own: no member below a manager and no stranger sets it, and it holds no other firm", async () => {
  const [lawyer, other] = [await aLawyer(world), await aLawyer(world)];
  const member = await aColleagueOf(world, lawyer);
  const creditor = await aCreditor(world);
  for (const by of [member, creditor])
    expect(await bound(by, 0)).toMatchObject({ error: { kind: "not-allowed" } });
  value(await bound(other, 0));
  const [row] = await world.owner.select().from(organizations).where(eq(organizations.id, lawyer.orgId));
  expect(row.capacity).toBeNull();
  await aBid(world, lawyer, (await anOpenRound(world)).caseId);
  for (const wrong of ["-1", "1.5", "many", "123456"])
    expect(SetCapacity.safeParse({ capacity: wrong }).success).toBe(false);
});

test("a licence named to a member carries that member and who works under them, and nobody else of the firm", async () => {
  const owner = await aLawyer(world);
  const [junior, clerk] = [await aColleagueOf(world, owner), await aColleagueOf(world, owner)];
  const ctx = world.ctx(owner.actor);
  expect((await tryBid(clerk)).ok).toBe(true);
  value(await nameHolder(ctx, { licenceId: owner.licenceId, holderUserId: owner.userId }));
  for (const each of [junior, clerk])
    expect(await tryBid(each)).toMatchObject({ error: { kind: "not-capable" } });
  value(await supervise(ctx, { userId: junior.userId, supervisorUserId: owner.userId }));
  expect((await tryBid(junior)).ok).toBe(true);
  expect(await tryBid(clerk)).toMatchObject({ error: { kind: "not-capable" } });
  const acting = await actorInputOf(world.db, junior.actor, world.now);
  expect(acting.responsibleAuthorisedPersonId).toBe(owner.userId);
  value(await supervise(ctx, { userId: junior.userId }));
  expect(await tryBid(junior)).toMatchObject({ error: { kind: "not-capable" } });
});

test("a licence goes with its holder: who worked under them acts on it no more, nor does the firm as a whole", async () => {
  const owner = await aLawyer(world);
  const [partner, junior] = [await aColleagueOf(world, owner, "manager"), await aColleagueOf(world, owner)];
  const ctx = world.ctx(owner.actor);
  value(await nameHolder(ctx, { licenceId: owner.licenceId, holderUserId: partner.userId }));
  value(await supervise(ctx, { userId: junior.userId, supervisorUserId: partner.userId }));
  expect((await tryBid(junior)).ok).toBe(true);
  value(await removeMember(ctx, { userId: partner.userId }));
  expect(await tryBid(junior)).toMatchObject({ error: { kind: "not-capable" } });
  const { orgId, role } = owner.actor;
  expect((await actorInputOf(world.db, { orgId, role }, world.now)).credentials).toEqual([]);
});

test("nobody is put under a stranger, themselves or who holds no licence, and no stranger's licence is named to anybody", async () => {
  const [owner, stranger] = [await aLawyer(world), await aLawyer(world)];
  const colleague = await aColleagueOf(world, owner);
  const ctx = world.ctx(owner.actor);
  value(await nameHolder(ctx, { licenceId: owner.licenceId, holderUserId: owner.userId }));
  const under = (userId: string, supervisorUserId: string) => supervise(ctx, { userId, supervisorUserId });
  expect(await under(stranger.userId, owner.userId)).toMatchObject({ error: { kind: "not-a-member" } });
  for (const [userId, supervisorUserId] of [
    [colleague.userId, stranger.userId],
    [owner.userId, owner.userId],
    [owner.userId, colleague.userId],
  ])
    expect(await under(userId, supervisorUserId)).toMatchObject({ error: { kind: "not-licensed" } });
  expect(await nameHolder(ctx, { licenceId: stranger.licenceId, holderUserId: owner.userId })).toMatchObject({
    error: { kind: "no-such-licence" },
  });
  expect(await nameHolder(ctx, { licenceId: owner.licenceId, holderUserId: stranger.userId })).toMatchObject({
    error: { kind: "not-a-member" },
  });
  for (const refused of [
    await nameHolder(world.ctx(colleague.actor), { licenceId: owner.licenceId }),
    await supervise(world.ctx(colleague.actor), { userId: colleague.userId, supervisorUserId: owner.userId }),
  ])
    expect(refused).toMatchObject({ error: { kind: "not-allowed" } });
});

test("a policy that is over, has no sum or no paper is refused and leaves nothing; only a manager files one", async () => {
  const lawyer = await aLawyer(world);
  const member = await aColleagueOf(world, lawyer);
  const file = (by: Person, given: object = {}) =>
    fileInsurance(world.ctx(by.actor), { ...aPolicy(world), ...given });
  const today = world.now.toISOString().slice(0, 10);
  expect(await file(lawyer, { validTo: today })).toMatchObject({ error: { kind: "over" } });
  for (const sum of ["0", "-5", "much", "1,00,0", "1e9"])
    expect(await file(lawyer, { sum })).toMatchObject({ error: { kind: "amount" } });
  for (const proof of [new File([], "policy.pdf"), new File(["<html>"], "policy.pdf")])
    expect((await file(lawyer, { proof })).ok).toBe(false);
  for (const by of [member, await aCreditor(world)])
    expect(await file(by)).toMatchObject({ error: { kind: "not-allowed" } });
  const rows = () => world.owner.select().from(insurances).where(eq(insurances.orgId, lawyer.orgId));
  expect(await rows()).toEqual([]);
  value(await file(lawyer, { proof: aPdf("policy.pdf", "kept") }));
  expect(await rows()).toMatchObject([{ status: "filed", sum: 25_000_000n, decidedBy: null }]);
});
