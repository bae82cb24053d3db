import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signEngagement } from "#app/use-cases/engagements/sign-engagement.server.ts";
import { rateLimits } from "#db/schema/accounts.ts";
import { signatures, signingCodes } from "#db/schema/mandates.ts";
import { anAward, mailedCode, signingOf } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

/** Several papers are drawn and signed in each. */
const SLOW = 90_000;

let world: World;
let lawyer: Person;
let creditor: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  creditor = await aCreditor(world);
});
afterAll(() => world.close());

const given = (caseId: string) => world.db.select().from(signatures).where(eq(signatures.caseId, caseId));
const signAs = (person: Person, input: Parameters<typeof signEngagement>[1], now = world.now) =>
  signEngagement(world.ctx(person.actor, now), input);

test(
  "a code is guessed five times at most, and then even the right one is no good",
  async () => {
    const { caseId } = await anAward(world, [lawyer], { creditor });
    const right = await signingOf(world, lawyer, caseId);
    const wrong = String((Number(right.code) + 1) % 1_000_000).padStart(6, "0");
    for (let tries = 0; tries < 5; tries += 1)
      expect(await signAs(lawyer, { ...right, code: wrong })).toMatchObject({
        error: { kind: "code-wrong" },
      });
    expect(await signAs(lawyer, right)).toMatchObject({ error: { kind: "code-over" } });
    expect(await given(caseId)).toEqual([]);
    const [kept] = await world.owner.select().from(signingCodes).where(eq(signingCodes.caseId, caseId));
    expect(kept.tries).toBe(5);
    expect(JSON.stringify(kept)).not.toContain(right.code);
    await world.owner.delete(rateLimits);
  },
  SLOW,
);

test(
  "tries are bounded for a person over all papers, whoever's code they are",
  async () => {
    const { caseId } = await anAward(world, [lawyer], { creditor });
    const kinds: string[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const input = { ...(await signingOf(world, creditor, caseId)), code: "000000" };
      const signed = await signAs(creditor, input);
      kinds.push(signed.ok ? "signed" : signed.error.kind);
    }
    expect(kinds.at(-1)).toBe("too-many");
    await world.owner.delete(rateLimits);
  },
  SLOW,
);

test(
  "a code is its person's and its paper's: the other side's and another case's sign nothing",
  async () => {
    const [one, other] = [
      await anAward(world, [lawyer], { creditor }),
      await anAward(world, [lawyer], { creditor }),
    ];
    const mine = await signingOf(world, lawyer, one.caseId);
    await mailedCode(world, creditor, { caseId: one.caseId });
    expect(await signAs(creditor, mine)).toMatchObject({ error: { kind: "code-wrong" } });
    const elsewhere = await signingOf(world, lawyer, other.caseId);
    expect(await signAs(lawyer, { ...elsewhere, code: mine.code })).toMatchObject({
      error: { kind: "code-wrong" },
    });
    expect([...(await given(one.caseId)), ...(await given(other.caseId))]).toEqual([]);
  },
  SLOW,
);

test(
  "ten minutes on, the code is over; a newer code ends the older one",
  async () => {
    const { caseId } = await anAward(world, [lawyer], { creditor });
    const first = await signingOf(world, lawyer, caseId);
    const late = new Date(world.now.getTime() + 10 * 60_000);
    expect(await signAs(lawyer, first, late)).toMatchObject({ error: { kind: "code-over" } });
    const second = await signingOf(world, lawyer, caseId);
    if (first.code !== second.code)
      expect(await signAs(lawyer, first)).toMatchObject({ error: { kind: "code-wrong" } });
    expect(value(await signAs(lawyer, second))).toEqual({ engaged: false });
  },
  SLOW,
);

test(
  "one code sent from ten tabs at once is one signature",
  async () => {
    const { caseId } = await anAward(world, [lawyer], { creditor });
    const input = await signingOf(world, lawyer, caseId);
    const signed = await Promise.all(Array.from({ length: 4 }, () => signAs(lawyer, input)));
    expect(signed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await given(caseId)).toHaveLength(1);
  },
  SLOW,
);

test(
  "the database takes no signature on another paper, for the other side, or after the time",
  async () => {
    const { caseId } = await anAward(world, [lawyer], { creditor });
    value(await signAs(lawyer, await signingOf(world, lawyer, caseId)));
    const [row] = await given(caseId);
    const forge = (change: Partial<typeof row>) =>
      world.owner.insert(signatures).values({ ...row, id: crypto.randomUUID(), ...change });
    const refused = (code: string) => ({ cause: { code } });
    await expect(forge({ documentHash: "0".repeat(64) })).rejects.toMatchObject(refused("RG005"));
    await expect(forge({ side: "creditor" })).rejects.toMatchObject(refused("RG005"));
    await expect(forge({})).rejects.toMatchObject(refused("23505"));
  },
  SLOW,
);
