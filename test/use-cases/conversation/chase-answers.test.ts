import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { chaseAnswers } from "#app/use-cases/conversation/chase-answers.server.ts";
import { messageNeeds } from "#app/use-cases/conversation/message-needs.server.ts";
import { settleTask } from "#app/use-cases/conversation/settle-task.server.ts";
import { readInbox } from "#app/use-cases/notices/read-inbox.server.ts";
import { notifications } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { aMessage } from "#test/support/conversation.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let creditor: Person;
let lawyer: Person;
beforeAll(async () => {
  world = await aWorld();
  creditor = await aCreditor(world);
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const inHours = (hours: number) => new Date(world.now.getTime() + hours * 3_600_000);
const chase = async (now: Date, batch?: number) =>
  value(await chaseAnswers(world.ctx(system, now), { batch }));
const told = async (person: Person, messageId: string) => {
  const kinds = inArray(notifications.kind, ["message_due_soon", "message_overdue"]);
  const rows = await world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, person.userId), kinds));
  return rows.filter(({ href }) => href.includes(messageId)).map(({ kind }) => kind);
};
const newCase = () => anEngagedCase(world, lawyer, { creditor });

test("an answer is reminded of once and chased once, however many workers look", async () => {
  const { caseId } = await newCase();
  const { messageId } = await aMessage(world, lawyer, { caseId });
  await chase(inHours(17));
  expect(await told(creditor, messageId)).toEqual([]);
  await Promise.all([chase(inHours(19)), chase(inHours(19)), chase(inHours(20))]);
  expect(await told(creditor, messageId)).toEqual(["message_due_soon"]);
  await Promise.all([chase(inHours(24)), chase(inHours(24)), chase(inHours(30))]);
  expect(await told(creditor, messageId)).toEqual(["message_due_soon", "message_overdue"]);
  expect(await told(lawyer, messageId)).toEqual(["message_overdue"]);
  expect(await chase(inHours(40))).toBe(0);
});

test("a worker that slept through the reminder tells of the end alone", async () => {
  const { caseId } = await newCase();
  const { messageId } = await aMessage(world, lawyer, { caseId });
  await chase(inHours(50));
  expect(await told(creditor, messageId)).toEqual(["message_overdue"]);
});

test("nobody is chased for what is settled, needs no answer, or belongs to an engagement that has ended", async () => {
  const { caseId } = await newCase();
  const settled = await aMessage(world, lawyer, { caseId });
  value(await settleTask(world.ctx(creditor.actor), { caseId, messageId: settled.messageId }));
  const plain = await aMessage(world, lawyer, { caseId, body: "For your information.", due: "none" });
  const ended = await newCase();
  const orphan = await aMessage(world, lawyer, { caseId: ended.caseId });
  await world.owner.update(cases).set({ collectorOrgId: null }).where(eq(cases.caseId, ended.caseId));
  await chase(inHours(60));
  expect(await chase(inHours(61))).toBe(0);
  for (const { messageId } of [settled, plain, orphan]) expect(await told(creditor, messageId)).toEqual([]);
});

test("what waits for an organization stands on its home and in its tasks, the soonest first, and on nobody else's", async () => {
  const [asker, answerer] = [await aLawyer(world), await aCreditor(world)];
  const { caseId } = await anEngagedCase(world, asker, { creditor: answerer });
  await aMessage(world, asker, { caseId, body: "Later.", due: "three-days" });
  await aMessage(world, asker, { caseId, body: "Sooner." });
  const needs = (await messageNeeds(world.ctx(answerer.actor))).map(({ values }) => values.words);
  expect(needs).toEqual(["Sooner.", "Later."]);
  expect(await messageNeeds(world.ctx(asker.actor))).toEqual([]);
  expect(await messageNeeds(world.ctx((await aCreditor(world)).actor))).toEqual([]);
  const inbox = await readInbox(world.ctx(answerer.actor, inHours(25)), { tab: "tasks", after: null });
  expect(inbox?.tasks.map(({ state }) => state)).toEqual(["overdue", "open"]);
  expect(inbox?.counts.tasks).toBe(2);
});
