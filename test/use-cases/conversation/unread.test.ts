import { afterAll, beforeAll, expect, test } from "vitest";
import { markConversationRead } from "#app/use-cases/conversation/mark-conversation-read.server.ts";
import { readConversation } from "#app/use-cases/conversation/read-conversation.server.ts";
import { retender } from "#app/use-cases/engagements/retender.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { unreadIn } from "#db/queries/message-reads.ts";
import { aMessage } from "#test/support/conversation.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
let creditor: Person;
let lawyer: Person;
let caseId: string;

beforeAll(async () => {
  world = await aWorld();
  creditor = await aCreditor(world, { name: "Carla Creditor" });
  lawyer = await aLawyer(world, { name: "Lou Lawyer" });
  ({ caseId } = await anEngagedCase(world, lawyer, { creditor }));
});
afterAll(() => world.close());

const unread = async ({ actor }: Person) =>
  (await caseView(world.ctx(actor), caseId, { on: null, days: null, shown: null }))?.heading.unread;

test("the case's head counts what the other side wrote since one looked last, and none of one's own", async () => {
  expect([await unread(creditor), await unread(lawyer)]).toEqual([0, 0]);
  await aMessage(world, lawyer, { caseId });
  await aMessage(world, lawyer, { caseId, body: "And which telephone number?" });
  expect([await unread(creditor), await unread(lawyer)]).toEqual([2, 0]);
  value(await markConversationRead(world.ctx(creditor.actor), caseId));
  expect(await unread(creditor)).toBe(0);
  await aMessage(world, creditor, { caseId, body: "It is in the contract." });
  expect([await unread(creditor), await unread(lawyer)]).toEqual([0, 1]);
});

test("a count tells nobody outside that there is a conversation: neither strangers nor administrators, nor who lost the case", async () => {
  const outside = [await aCreditor(world), await aLawyer(world), await theAdmin(world)];
  for (const person of outside) expect(await unreadIn(world.db, person.actor, caseId)).toBe(0);
  value(await retender(world.ctx(creditor.actor), { caseId, reason: "no_cause" }));
  expect(await unread(lawyer)).toBeUndefined();
  const successor = await aLawyer(world);
  expect(await unreadIn(world.db, successor.actor, caseId)).toBe(0);
});

test("only people of the two parties are offered to be mentioned, oneself not among them", async () => {
  const other = await anEngagedCase(world, lawyer, { creditor });
  await aLawyer(world, { name: "Olga Other" });
  const ask = { before: null, at: null, reply: null, about: null };
  const offered = async ({ actor }: Person) =>
    (await readConversation(world.ctx(actor), other.caseId, ask))?.mentionable;
  expect(await offered(creditor)).toEqual(["Lou Lawyer"]);
  expect(await offered(lawyer)).toEqual(["Carla Creditor"]);
  expect(await readConversation(world.ctx((await theAdmin(world)).actor), other.caseId, ask)).toBeNull();
});
