import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { packs } from "#app/domain/law/packs.ts";
import { ok } from "#app/domain/result.ts";
import type { LawChangeRow } from "#db/queries/law.ts";
import { raisedBy } from "#db/queries/raised-by.ts";
import { lawChanges } from "#db/schema/law.ts";
import { lawStageMoves } from "#db/schema/timeline.ts";
import { transact } from "#db/transact.ts";
import { aRowProposal, inDays, theOtherAdmin, waitingDays, waitRowKey } from "#test/support/law-changes.ts";
import { aCreditor, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

/** What the use-cases would never send, sent to the database as the product's role. */
let world: World;
let [first, second]: Person[] = [];
const us = packs.find(({ id }) => id === "US") ?? packs[0];

beforeAll(async () => {
  world = await aWorld();
  [first, second] = [await theAdmin(world), await theOtherAdmin(world)];
});
afterAll(() => world.close());

async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return raisedBy(error) ?? String(error);
  }
}

const change = (given: Partial<LawChangeRow> = {}): LawChangeRow => ({
  id: newId(world.now),
  packId: "US",
  kind: "row",
  subject: waitRowKey,
  body: { what: "replace", row: waitingDays("5") },
  citation: "A source",
  url: null,
  reason: "The tests attack the table.",
  effectiveOn: inDays(world, 1),
  status: "proposed",
  proposedBy: first.userId,
  proposedAt: world.now,
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
  seq: null,
  packVersion: null,
  ...given,
});

const as = (actor: Actor, work: Parameters<typeof transact>[1]) => transact({ db: world.db, actor }, work);
const insert = (actor: Actor, row: LawChangeRow) =>
  as(actor, async (tx) => ok(await tx.insert(lawChanges).values(row)));
const decide = (actor: Actor, id: string, set: Partial<LawChangeRow>) =>
  as(actor, async (tx) => ok(await tx.update(lawChanges).set(set).where(eq(lawChanges.id, id))));

const next = async () => {
  const rows = await world.db.select().from(lawChanges);
  const approved = rows.filter(({ status }) => status === "approved");
  return { seq: approved.length + 1, packVersion: `${us.version}+${approved.length + 1}` };
};
const approval = async (by: Person) => ({
  status: "approved" as const,
  decidedBy: by.userId,
  decidedAt: world.now,
  ...(await next()),
});

test("a change begins as a proposal, by an administrator, in person", async () => {
  const stranger = await aCreditor(world);
  expect(await refusalOf(insert(first.actor, change()))).toBeNull();
  expect(await refusalOf(insert(second.actor, change()))).toBe("RG009");
  expect(await refusalOf(insert(stranger.actor, change({ proposedBy: stranger.userId })))).toBe("RG009");
  const born = change({ ...(await approval(second)) });
  expect(await refusalOf(insert(first.actor, born))).toBe("RG009");
});

test("nobody decides their own proposal, nor in another's name, nor without being an administrator", async () => {
  const id = await aRowProposal(world, "5");
  const stranger = await aCreditor(world);
  expect(await refusalOf(decide(first.actor, id, await approval(first)))).toBe("23514");
  expect(await refusalOf(decide(first.actor, id, await approval(second)))).toBe("RG009");
  expect(await refusalOf(decide(stranger.actor, id, await approval(stranger)))).toBe("RG009");
  const refusal = { status: "refused" as const, decidedBy: first.userId, decidedAt: world.now };
  expect(await refusalOf(decide(first.actor, id, refusal))).toBe("23514");
  const taken = { status: "withdrawn" as const, decidedBy: second.userId, decidedAt: world.now };
  expect(await refusalOf(decide(second.actor, id, taken))).toBe("23514");
  expect(await refusalOf(decide(second.actor, id, { status: "approved", ...(await next()) }))).not.toBeNull();
});

test("a proposal is decided as it was written, and what is decided stays", async () => {
  const id = await aRowProposal(world, "6");
  // The product's role may write the decision's columns and no other; the owner meets the guard.
  expect(await refusalOf(decide(second.actor, id, { reason: "Another reason." }))).toBe("42501");
  const rewritten = world.owner.transaction(async (tx) => {
    await tx.execute(sql`select set_config('rung.user_id', ${second.userId}, true)`);
    const body = { what: "end" as const };
    await tx
      .update(lawChanges)
      .set({ body, ...(await approval(second)) })
      .where(eq(lawChanges.id, id));
  });
  expect(await refusalOf(rewritten)).toBe("RG001");
  expect(await refusalOf(decide(second.actor, id, await approval(second)))).toBeNull();
  const undo = { status: "refused" as const, seq: null, packVersion: null };
  expect(await refusalOf(decide(second.actor, id, undo))).toBe("RG001");
  expect(await refusalOf(decide(second.actor, id, { decisionNote: "Later words" }))).toBe("RG001");
  expect(await refusalOf(world.db.delete(lawChanges).where(eq(lawChanges.id, id)))).toBe("42501");
  expect(await refusalOf(world.owner.delete(lawChanges).where(eq(lawChanges.id, id)))).toBe("RG001");
  expect(await refusalOf(world.owner.execute(sql`truncate law_changes`))).toBe("RG001");
});

test("approvals follow one another: no number left out or used twice, no version that does not follow", async () => {
  const id = await aRowProposal(world, "7");
  const good = await approval(second);
  for (const wrong of [
    { seq: good.seq + 1 },
    { seq: good.seq - 1 },
    { packVersion: `${us.version}+99` },
    { packVersion: "1999.1.1+2" },
    { packVersion: us.version },
  ]) {
    expect(await refusalOf(decide(second.actor, id, { ...good, ...wrong })), JSON.stringify(wrong)).toBe(
      "RG009",
    );
  }
});

test("two approvals at once are two, one after the other", async () => {
  const ids = await Promise.all(["8", "9"].map((days) => aRowProposal(world, days)));
  const good = await approval(second);
  const outcomes = await Promise.all(ids.map((id) => refusalOf(decide(second.actor, id, good))));
  expect(outcomes.filter((each) => each === null)).toHaveLength(1);
});

test("a rule is not changed for the past, whatever was proposed", async () => {
  const id = newId(world.now);
  await insert(first.actor, change({ id, effectiveOn: inDays(world, -3) }));
  expect(await refusalOf(decide(second.actor, id, await approval(second)))).toBe("RG009");
});

test("the approving transaction gives the new version its stage moves, and only an approval does", async () => {
  const id = await aRowProposal(world, "10");
  const good = await approval(second);
  const movesOf = (version: string) =>
    world.db
      .select()
      .from(lawStageMoves)
      .where(sql`${lawStageMoves.packId} = 'US' and ${lawStageMoves.packVersion} = ${version}`);
  expect(await movesOf(good.packVersion)).toEqual([]);
  await decide(second.actor, id, good);
  const known = await movesOf(us.version);
  expect((await movesOf(good.packVersion)).length).toBe(known.length);
  expect(known.length).toBeGreaterThan(100);
  const made = world.db.execute(sql`select number_law_approval(${newId(world.now)}, 'US', 1, 'x+1')`);
  expect(await refusalOf(made)).toBe("RG009");
});
