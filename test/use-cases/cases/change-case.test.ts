import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { approveCase } from "#app/use-cases/cases/approve-case.server.ts";
import { openDraft } from "#app/use-cases/cases/draft-pages.server.ts";
import { editCase } from "#app/use-cases/cases/edit-case.server.ts";
import { reopenCase } from "#app/use-cases/cases/reopen-case.server.ts";
import { returnCase } from "#app/use-cases/cases/return-case.server.ts";
import { saveStep } from "#app/use-cases/cases/save-step.server.ts";
import { withdrawCase } from "#app/use-cases/cases/withdraw-case.server.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { notifications } from "#db/schema/accounts.ts";
import { caseBriefs, cases, timers } from "#db/schema/cases.ts";
import { aBid, anAward, anEngagedCase, anOpenRound, draftPages } from "#test/support/market.ts";
import { aPostedCase } from "#test/support/posting.ts";
import { aCreditor, aLawyer, aWorld, type Person, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const caseOf = async (caseId: string) =>
  (await world.owner.select().from(cases).where(eq(cases.caseId, caseId)))[0];
const typesOf = async (caseId: string) => (await eventsOf(world.owner, caseId)).map(({ type }) => type);
const noticesTo = async (person: Person, kind: string) =>
  world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, person.userId), eq(notifications.kind, kind)));
const admin = async () => world.ctx((await theAdmin(world)).actor);

test("an edit in the middle of a round voids it, tells its bidders and goes back to review", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await aBid(world, lawyer, caseId);
  const ctx = world.ctx(creditor.actor);
  value(await reopenCase(ctx, { caseId }));
  expect((await caseOf(caseId)).status).toBe("tendering");

  const claim = { ...draftPages(world).claim, principal: "70,000.00" };
  value(await saveStep(ctx, { caseId, step: "claim", typed: claim }));
  value(await editCase(ctx, { caseId }));

  expect((await caseOf(caseId)).status).toBe("submitted");
  expect((await latestTender(world.owner, caseId))?.status).toBe("void");
  const pending = await world.owner.select().from(timers).where(eq(timers.caseId, caseId));
  const ofRounds = pending.filter(({ kind }) => kind === "close_round");
  expect(ofRounds.map(({ cancelledAt }) => cancelledAt !== null)).toEqual([true]);
  const [brief] = await world.owner.select().from(caseBriefs).where(eq(caseBriefs.caseId, caseId));
  expect(brief.principal).toBe(7_000_000n);
  expect(await noticesTo(lawyer, "round_voided")).toHaveLength(1);
});

test("what a reviewer vouched for does not outlive an edit", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const lawful = async () => factsOf(await eventsOf(world.owner, caseId)).debt?.lawful;
  expect(await lawful()).toBe("ok");
  value(await reopenCase(world.ctx(creditor.actor), { caseId }));
  value(await editCase(world.ctx(creditor.actor), { caseId }));
  expect(await lawful()).toBe("unknown");
});

test("sending an edit in twice records it once", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  value(await reopenCase(ctx, { caseId }));
  const both = await Promise.all([editCase(ctx, { caseId }), editCase(ctx, { caseId })]);
  expect(both.map((each) => value(each).already).sort()).toEqual([false, true]);
  expect(await typesOf(caseId)).toEqual(["posted", "edited"]);
});

test("a returned case comes back with its answers and its reason, and can be sent in again", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  value(await returnCase(await admin(), { caseId, reason: "The invoice is not readable." }));
  value(await reopenCase(ctx, { caseId }));
  const draft = await openDraft(world.db, ctx, caseId);
  expect(draft?.answers.claim?.principal).toBe("80000.00");
  value(await editCase(ctx, { caseId }));
  expect((await caseOf(caseId)).status).toBe("submitted");
  expect(await typesOf(caseId)).toEqual(["posted", "returned", "edited"]);
});

test("a dispute in the log is not edited away", async () => {
  const { caseId, ctx } = await aPostedCase(world, { history: { disputed: "yes" } });
  value(await reopenCase(ctx, { caseId }));
  value(await saveStep(ctx, { caseId, step: "history", typed: { disputed: "no", judgment: "no" } }));
  expect(await editCase(ctx, { caseId })).toEqual({
    ok: false,
    error: { kind: "cannot-take-back", errors: { disputed: ["error.dispute_recorded"] } },
  });
  expect(await typesOf(caseId)).toEqual(["posted", "dispute"]);
});

test("an awarded and an engaged case are not edited; an engaged one is not withdrawn here", async () => {
  const awarded = await anAward(world, [lawyer]);
  const signing = world.ctx(awarded.creditor.actor);
  expect(await reopenCase(signing, awarded)).toEqual({
    ok: false,
    error: { kind: "past-editing", status: "signing" },
  });
  const engaged = await anEngagedCase(world, lawyer);
  const ctx = world.ctx(engaged.creditor.actor);
  expect(await reopenCase(ctx, engaged)).toMatchObject({ error: { kind: "past-editing" } });
  expect(await withdrawCase(ctx, { caseId: engaged.caseId })).toMatchObject({
    error: { kind: "past-withdrawing" },
  });
});

test("a withdrawn case is closed for good, its round void and its bidders told", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await aBid(world, lawyer, caseId);
  const before = (await noticesTo(lawyer, "case_withdrawn")).length;
  value(await withdrawCase(world.ctx(creditor.actor), { caseId, note: "Paid after all." }));
  expect(await caseOf(caseId)).toMatchObject({ status: "closed", stage: "closed" });
  expect((await latestTender(world.owner, caseId))?.status).toBe("void");
  expect((await noticesTo(lawyer, "case_withdrawn")).length).toBe(before + 1);
  expect(await approveCase(await admin(), { caseId })).toMatchObject({ error: { kind: "not-waiting" } });
});

test("a stranger can neither open, edit nor withdraw another creditor's case, and leaves no trace", async () => {
  const { caseId } = await aPostedCase(world);
  const stranger = world.ctx((await aCreditor(world)).actor);
  const missing = { ok: false, error: { kind: "case-not-found" } };
  expect(await reopenCase(stranger, { caseId })).toEqual(missing);
  expect(await editCase(stranger, { caseId })).toEqual(missing);
  expect(await withdrawCase(stranger, { caseId })).toEqual(missing);
  expect(await editCase(world.ctx(lawyer.actor), { caseId })).toEqual(missing);
  expect(await typesOf(caseId)).toEqual(["posted"]);
});
