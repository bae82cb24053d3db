import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { decideInsurance } from "#app/use-cases/accounts/decide-insurance.server.ts";
import { fileInsurance } from "#app/use-cases/accounts/file-insurance.server.ts";
import { removeMember } from "#app/use-cases/accounts/remove-member.server.ts";
import { compareBids } from "#app/use-cases/tenders/compare-bids.server.ts";
import { licences } from "#db/schema/accounts.ts";
import { insurances } from "#db/schema/insurance.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import { aPolicy } from "#test/support/insurance.ts";
import { aClosedRound, anOpenRound } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  type Person,
  passTime,
  theAdmin,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let first: Person;
let second: Person;

beforeAll(async () => {
  world = await aWorld();
  first = await aLawyer(world, { organization: "First & Co" });
  second = await aLawyer(world, { organization: "Second & Co" });
});
afterAll(() => world.close());

const compared = async (creditor: Person, caseId: string) => {
  const view = await compareBids(world.ctx(creditor.actor), caseId);
  if (!view) throw new Error("the case is the creditor's own");
  return view.bids.map(({ firm, cover, expected }) => ({ firm: firm.name, cover, net: expected.net }));
};

const decide = async (insuranceId: string, verdict: "verified" | "refused") =>
  value(
    await decideInsurance(world.ctx((await theAdmin(world)).actor), {
      insuranceId,
      verdict,
      reason: "Seen.",
    }),
  );

test("a policy stands beside a bid as verified, unverified, refused or over, and moves no bid and no figure", async () => {
  const { caseId, creditor } = await aClosedRound(world, [first, second]);
  const before = await compared(creditor, caseId);
  expect(before.map(({ cover }) => cover)).toEqual([null, null]);
  const last = before[1].firm === "First & Co" ? first : second;
  const order = before.map(({ firm }) => firm);
  const states: (string | undefined)[] = [];
  const look = async () => {
    const now = await compared(creditor, caseId);
    expect(now.map(({ firm }) => firm)).toEqual(order);
    expect(now[1].net).toBe(now[0].net);
    expect(now[0].cover).toBeNull();
    states.push(now[1].cover?.state);
  };
  const refused = value(await fileInsurance(world.ctx(last.actor), aPolicy(world)));
  await look();
  await decide(refused.insuranceId, "refused");
  await look();
  const seen = value(
    await fileInsurance(world.ctx(last.actor), aPolicy(world, { sum: "900,000,000.00", days: 5 })),
  );
  await decide(seen.insuranceId, "verified");
  await look();
  await passTime(world, { days: 6 });
  await look();
  expect(states).toEqual(["filed", "refused", "verified", "expired"]);
});

test("nobody but an administrator makes a policy count, once, and the database knows no policy decided by no one", async () => {
  const { insuranceId } = value(await fileInsurance(world.ctx(first.actor), aPolicy(world)));
  const verdict = { insuranceId, verdict: "verified" } as const;
  const creditor = await aCreditor(world);
  for (const actor of [first.actor, second.actor, creditor.actor, system])
    expect(await decideInsurance(world.ctx(actor), verdict)).toMatchObject({
      error: { kind: "not-allowed" },
    });
  await decide(insuranceId, "verified");
  const again = await decideInsurance(world.ctx((await theAdmin(world)).actor), {
    ...verdict,
    verdict: "refused",
    reason: "No.",
  });
  expect(again).toMatchObject({ error: { kind: "decided" } });
  const undecided = world.owner
    .update(insurances)
    .set({ decidedAt: null })
    .where(eq(insurances.id, insuranceId));
  await expect(undecided).rejects.toMatchObject({ cause: { code: "23514" } });
});

test("while a round is open its creditor sees no bid, no insurer and no firm, and a stranger never sees the case", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  expect(await compared(creditor, caseId)).toEqual([]);
  const stranger = await aCreditor(world);
  for (const person of [stranger, first])
    expect(await compareBids(world.ctx(person.actor), caseId)).toBeNull();
});

test("a licence beside a bid counts no more once its holder has left the firm, and its bid cannot be passed off as licensed", async () => {
  const firm = await aLawyer(world, { organization: "Third & Co" });
  const colleague = await aColleagueOf(world, firm);
  const { caseId, creditor } = await aClosedRound(world, [firm]);
  const valid = async () =>
    (await compareBids(world.ctx(creditor.actor), caseId))?.bids.map(({ licence }) => licence.valid);
  const { userId } = colleague;
  await world.owner.update(licences).set({ holderUserId: userId }).where(eq(licences.id, firm.licenceId));
  expect(await valid()).toEqual([true]);
  value(await removeMember(world.ctx(firm.actor), { userId }));
  expect(await valid()).toEqual([false]);
});
