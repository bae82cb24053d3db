import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { ok } from "#app/domain/result.ts";
import { raisedBy } from "#db/queries/raised-by.ts";
import type { TextReview } from "#db/queries/texts.ts";
import { textReviews } from "#db/schema/texts.ts";
import { transact } from "#db/transact.ts";
import { aCreditor, aLawyer, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

/** What the use-cases would never send, sent to the database as the product's role and as its owner. */
let world: World;
let [admin, lawyer, stranger]: Person[] = [];

beforeAll(async () => {
  world = await aWorld();
  [admin, lawyer, stranger] = [await theAdmin(world), await aLawyer(world), await aCreditor(world)];
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

/** Shaped as words are that lie under a debtor's key; the database cannot open them. */
const sealed = (words: string) => Buffer.concat([Buffer.from([3]), Buffer.alloc(28), Buffer.from(words)]);

const request = (given: Partial<TextReview> = {}): TextReview => ({
  caseId: newId(world.now),
  id: newId(world.now),
  stepType: "reminder",
  words: sealed("Pay or face consequences."),
  textHash: newId(world.now),
  askedBy: lawyer.userId,
  askedByOrgId: lawyer.orgId,
  askedAt: world.now,
  verdict: null,
  reason: null,
  decidedBy: null,
  decidedAt: null,
  ...given,
});
const verdict = (by: Person, given: Partial<TextReview> = {}) => ({
  verdict: "passed" as const,
  decidedBy: by.userId,
  decidedAt: world.now,
  ...given,
});

const as = (actor: Actor, work: Parameters<typeof transact>[1]) => transact({ db: world.db, actor }, work);
const insert = (actor: Actor, row: TextReview) =>
  as(actor, async (tx) => ok(await tx.insert(textReviews).values(row)));
const update = (actor: Actor, id: string, set: Partial<TextReview>) =>
  as(actor, async (tx) => ok(await tx.update(textReviews).set(set).where(eq(textReviews.id, id))));
async function asked() {
  const row = request();
  await insert(lawyer.actor, row);
  return row.id;
}

test("a text is asked about before it is decided: no request brings its verdict, nor a reason, along", async () => {
  expect(await refusalOf(insert(lawyer.actor, request(verdict(admin))))).toBe("RG001");
  expect(await refusalOf(insert(admin.actor, request(verdict(admin))))).toBe("RG001");
  expect(await refusalOf(insert(lawyer.actor, request({ reason: sealed("It is fine.") })))).toBe("RG001");
  expect(await refusalOf(insert(lawyer.actor, request()))).toBeNull();
});

test("nobody decides on a text but an administrator, in person", async () => {
  const id = await asked();
  for (const person of [lawyer, stranger])
    expect(await refusalOf(update(person.actor, id, verdict(person)))).toBe("RG009");
  expect(await refusalOf(update(lawyer.actor, id, verdict(admin)))).toBe("RG009");
  expect(await refusalOf(update(admin.actor, id, verdict(lawyer)))).toBe("RG009");
  expect(await refusalOf(update(admin.actor, id, verdict(admin)))).toBeNull();
});

test("everything that was asked stays as it was asked, for the product's role and for the owner", async () => {
  const id = await asked();
  const others: Partial<TextReview>[] = [
    { caseId: newId(world.now) },
    { id: newId(world.now) },
    { stepType: "letter" },
    { words: sealed("Please pay.") },
    { textHash: newId(world.now) },
    { askedBy: stranger.userId },
    { askedByOrgId: stranger.orgId },
    { askedAt: new Date(world.now.getTime() - 1) },
  ];
  for (const other of others) {
    const set = verdict(admin, other);
    // Words may be emptied once their debtor was erased, and by no other change.
    const refused = "words" in other ? "RG001" : "42501";
    expect(await refusalOf(update(admin.actor, id, set)), JSON.stringify(other)).toBe(refused);
    const byOwner = transact({ db: world.owner, actor: admin.actor }, async (tx) =>
      ok(await tx.update(textReviews).set(set).where(eq(textReviews.id, id))),
    );
    expect(await refusalOf(byOwner), JSON.stringify(other)).toBe("RG001");
  }
});

test("a verdict is given once, says nothing before it is given, and is not taken back", async () => {
  const id = await asked();
  expect(await refusalOf(update(admin.actor, id, { reason: sealed("Not decided yet.") }))).toBe("RG001");
  await update(admin.actor, id, verdict(admin));
  const refused = verdict(admin, { verdict: "refused", reason: sealed("It threatens.") });
  expect(await refusalOf(update(admin.actor, id, refused))).toBe("RG001");
  expect(await refusalOf(update(admin.actor, id, { verdict: null, decidedBy: null, decidedAt: null }))).toBe(
    "RG001",
  );
  expect(await refusalOf(world.db.delete(textReviews).where(eq(textReviews.id, id)))).toBe("42501");
});
