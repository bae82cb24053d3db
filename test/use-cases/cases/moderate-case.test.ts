import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { approveCase } from "#app/use-cases/cases/approve-case.server.ts";
import { refuseCase } from "#app/use-cases/cases/refuse-case.server.ts";
import { returnCase } from "#app/use-cases/cases/return-case.server.ts";
import { caseUnderReview } from "#app/use-cases/cases/review-case.server.ts";
import { caseQueue } from "#app/use-cases/cases/review-queue.server.ts";
import { viewDebtor } from "#app/use-cases/cases/view-debtor.server.ts";
import { notesOf } from "#app/use-cases/log-notes.server.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { auditEntries, notifications } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { canary } from "#test/support/market.ts";
import { aPostedCase } from "#test/support/posting.ts";
import { aWorld, type Person, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
let admin: Person;
beforeAll(async () => {
  world = await aWorld();
  admin = await theAdmin(world);
});
afterAll(() => world.close());

const statusOf = async (caseId: string) =>
  (await world.owner.select().from(cases).where(eq(cases.caseId, caseId)))[0].status;
const auditOf = (caseId: string) =>
  world.owner.select().from(auditEntries).where(eq(auditEntries.subjectId, caseId));
const noticesTo = (person: Person, kind: string) =>
  world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, person.userId), eq(notifications.kind, kind)));

test("approval states that the debt is lawful, opens the creditor's round and is written twice", async () => {
  const { caseId, creditor } = await aPostedCase(world, { goal: { windowHours: "48" } });
  value(await approveCase(world.ctx(admin.actor), { caseId }));
  expect(await statusOf(caseId)).toBe("tendering");
  const events = await eventsOf(world.owner, caseId);
  expect(events.map(({ type }) => type)).toEqual(["posted", "approved", "round_opened"]);
  expect(factsOf(events).debt?.lawful).toBe("ok");
  const round = await latestTender(world.owner, caseId);
  expect(round).toMatchObject({ status: "open", scope: "judgment" });
  expect(round && round.closesAt.getTime() - round.opensAt.getTime()).toBe(48 * 3_600_000);
  expect(await auditOf(caseId)).toMatchObject([{ operation: "case.approved", actorUserId: admin.userId }]);
  expect(await noticesTo(creditor, "case_approved")).toHaveLength(1);
});

test("of two decisions at one moment only one counts", async () => {
  const { caseId } = await aPostedCase(world);
  const ctx = world.ctx(admin.actor);
  const reason = "The debt looks like a wager, which no court enforces.";
  const both = await Promise.all([approveCase(ctx, { caseId }), refuseCase(ctx, { caseId, reason })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "not-waiting" } });
  expect(await auditOf(caseId)).toHaveLength(1);
});

test("a returned case keeps the reviewer's words beside the log, and its creditor reads them", async () => {
  const { caseId, creditor } = await aPostedCase(world);
  const reason = "The statement does not add up to the principal.";
  value(await returnCase(world.ctx(admin.actor), { caseId, reason }));
  expect(await statusOf(caseId)).toBe("returned");
  expect([...(await notesOf(world.owner, world.services, caseId)).values()]).toEqual([reason]);
  expect(JSON.stringify(await eventsOf(world.owner, caseId))).not.toContain(reason);
  expect((await noticesTo(creditor, "case_returned"))[0].values).toMatchObject({ reason });
});

test("a refused case is over: nobody can approve it afterwards", async () => {
  const { caseId } = await aPostedCase(world);
  const ctx = world.ctx(admin.actor);
  value(await refuseCase(ctx, { caseId, reason: "The documents belong to another claim." }));
  expect(await statusOf(caseId)).toBe("refused");
  expect(await approveCase(ctx, { caseId })).toMatchObject({
    error: { kind: "not-waiting", status: "refused" },
  });
});

test("a creditor cannot review, not even their own case", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  expect(await approveCase(ctx, { caseId })).toEqual({ ok: false, error: { kind: "case-not-found" } });
  expect(await viewDebtor(ctx, { caseId, purpose: "moderation" })).toMatchObject({ ok: false });
  expect(await caseUnderReview(ctx, caseId)).toBeNull();
  expect(await caseQueue(ctx, { status: "submitted", after: null })).toBeNull();
  expect(await statusOf(caseId)).toBe("submitted");
});

test("neither the queue nor the review names the debtor; the name costs a purpose and an entry", async () => {
  const { caseId } = await aPostedCase(world);
  const ctx = world.ctx(admin.actor);
  const { returns: _, ...review } = (await caseUnderReview(ctx, caseId)) ?? { returns: [] };
  const queue = await caseQueue(ctx, { status: "submitted", after: null });
  const shown = JSON.stringify([review, queue], (_, each) =>
    typeof each === "bigint" ? String(each) : each,
  );
  for (const word of Object.values(canary)) expect(shown).not.toContain(word);
  expect(await auditOf(caseId)).toHaveLength(0);

  const debtor = value(await viewDebtor(ctx, { caseId, purpose: "complaint" }));
  expect(debtor?.name).toBe(canary.name);
  expect(await auditOf(caseId)).toMatchObject([
    { operation: "debtor.viewed", details: { purpose: "complaint" } },
  ]);
});

test("the queue lists the longest waiting first and goes on where it stopped", async () => {
  const ctx = world.ctx(admin.actor);
  const queue = await caseQueue(ctx, { status: "submitted", after: null });
  const times = queue?.rows.map(({ updatedAt }) => updatedAt.getTime()) ?? [];
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const first = queue?.rows[0];
  const rest = await caseQueue(ctx, {
    status: "submitted",
    after: first ? { at: first.updatedAt, id: first.caseId } : null,
  });
  expect(rest?.rows.map(({ caseId }) => caseId)).toEqual(queue?.rows.slice(1).map(({ caseId }) => caseId));
});
