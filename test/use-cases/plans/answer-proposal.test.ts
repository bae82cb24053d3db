import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AnswerProposal } from "#app/domain/debtors/plan-answers.ts";
import { proposalOf } from "#app/domain/debtors/proposal.ts";
import { newId } from "#app/domain/ids.ts";
import type { Visit } from "#app/use-cases/debtors/door-visit.server.ts";
import { doorReceipt } from "#app/use-cases/debtors/receipt.server.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { answerProposal, proposalView } from "#app/use-cases/plans/answer-proposal.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { notifications } from "#db/schema/accounts.ts";
import { proposalAnswers } from "#db/schema/debtors.ts";
import type { Mailed } from "#test/support/contact.ts";
import { aCaseWithALetter, aVisit } from "#test/support/door.ts";
import { aLawyer, aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;
let visit: Visit;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  one = await aCaseWithALetter(world);
  visit = await aVisit(world, one);
}, 60_000);
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

async function propose(firstOn = "2026-06-01", after = 0) {
  const proposal = proposalOf({ owed: 320_000, monthly: 40_000, firstOn });
  if (!proposal) throw new Error("No proposal");
  const ctx = { ...visit.ctx, now: new Date(visit.ctx.now.getTime() + after) };
  return value(await say({ ...visit, ctx }, { kind: "parts", key: newId(world.now), proposal })).id;
}
type Typed = { answer: string; monthly?: string; firstOn?: string; reason?: string };
const answer = (statementId: string, typed: Typed, actor = one.lawyer.actor) =>
  answerProposal(world.ctx(actor), AnswerProposal.parse({ caseId: one.caseId, statementId, ...typed }));
const log = () => eventsOf(world.owner, one.caseId);

test("accepted, it is the plan that stands in the log to the end of its last day, and the debtor reads so at the door", async () => {
  const id = await propose();
  value(await answer(id, { answer: "accepted" }));
  expect((await log()).at(-1)).toMatchObject({
    type: "plan_agreed",
    actorOrgId: one.lawyer.orgId,
    payload: {
      act: { endsAt: "2027-01-02T00:00:00Z" },
      refs: { proposal: id, count: 8, each: 40_000, firstOn: "2026-06-01" },
    },
  });
  expect((await doorReceipt(visit, id))?.answered).toMatchObject({ answer: "accepted", counter: null });
  expect((await proposalView(world.ctx(one.lawyer.actor), one.caseId))?.waiting).toBeNull();
});

test("the creditor may accept it as well, and the other side is told", async () => {
  value(await answer(await propose(), { answer: "accepted" }, one.creditor.actor));
  const told = await world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, one.lawyer.userId), eq(notifications.kind, "proposal_answered")));
  expect(told.map(({ values }) => values)).toContainEqual(
    expect.objectContaining({ answerKey: "proposal.answer.accepted" }),
  );
});

test("countered, the debtor reads the other figures in full and can propose them as they are", async () => {
  const id = await propose();
  value(await answer(id, { answer: "countered", monthly: "800", firstOn: "2026-05-15" }));
  expect((await doorReceipt(visit, id))?.answered).toMatchObject({
    answer: "countered",
    counter: { count: 4, each: 80_000, firstOn: "2026-05-15", typed: "800.00" },
  });
  expect((await log()).some(({ type }) => type === "plan_agreed")).toBe(false);
  const again = await propose("2026-05-15", 60_000);
  expect((await proposalView(world.ctx(one.lawyer.actor), one.caseId))?.waiting?.statementId).toBe(again);
});

test("declined, the debtor reads why, in words that are ours", async () => {
  const id = await propose();
  expect(await answer(id, { answer: "declined" })).toMatchObject({ error: { field: "reason" } });
  value(await answer(id, { answer: "declined", reason: "too_long" }));
  expect((await doorReceipt(visit, id))?.answered).toMatchObject({ answer: "declined", reason: "too_long" });
});

test("it is answered once, the newest alone, by nobody but the parties, and in figures that hold", async () => {
  const first = await propose();
  const second = await propose("2026-07-01", 60_000);
  expect(await answer(first, { answer: "accepted" })).toMatchObject({ error: { kind: "proposal-over" } });
  const stranger = await aLawyer(world, { territory: "GB-EW" });
  const foreign = await answer(second, { answer: "accepted" }, stranger.actor);
  expect(foreign).toMatchObject({ error: { kind: "case-not-found" } });
  const past = await answer(second, { answer: "countered", monthly: "800", firstOn: "2020-01-01" });
  expect(past).toMatchObject({ error: { field: "firstOn" } });
  const odd = await answer(second, { answer: "countered", monthly: "-3", firstOn: "2026-08-01" });
  expect(odd).toMatchObject({ error: { field: "monthly" } });
  const both = await Promise.all([
    answer(second, { answer: "accepted" }),
    answer(second, { answer: "declined", reason: "too_long" }, one.creditor.actor),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await world.owner.$count(proposalAnswers, eq(proposalAnswers.caseId, one.caseId))).toBe(1);
});

test("the database takes an answer to a proposal alone, and lets nobody change or remove it", async () => {
  const id = await propose();
  value(await answer(id, { answer: "declined", reason: "too_long" }));
  const at = eq(proposalAnswers.statementId, id);
  const [row] = await world.owner.select().from(proposalAnswers).where(at);
  const other = { ...row, statementId: newId(world.now) };
  await expect(world.db.insert(proposalAnswers).values(other)).rejects.toThrow();
  await expect(world.db.update(proposalAnswers).set({ reason: "too_late" }).where(at)).rejects.toThrow();
  await expect(world.db.delete(proposalAnswers).where(at)).rejects.toThrow();
});

test("a proposal whose first day is over is not accepted any more", async () => {
  const id = await propose("2026-06-01");
  await passTime(world, { days: 160 });
  expect(await answer(id, { answer: "accepted" })).toMatchObject({ error: { kind: "proposal-past" } });
});
