import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Statement } from "#app/domain/debtors/statements.ts";
import { newId } from "#app/domain/ids.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import type { Mailed } from "#test/support/contact.ts";
import { aVisit } from "#test/support/door.ts";
import { tellFact } from "#test/support/ladder.ts";
import { type ThreeToPost, threeToPost } from "#test/support/letter-batch.ts";
import { aWorld, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let three: ThreeToPost;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  three = await threeToPost(world);
}, 120_000);
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

const aMinuteOn = () => turnTo(world, new Date(world.now.getTime() + 60_000).toISOString());
const stoppedIn = async (batchId: string) =>
  (await three.view(batchId)).stopped.map(({ place, why }) => [place, why]);
/** A batch that lies printed, and something that comes in on its second letter. */
async function aPrintedBatch(then: (second: Mailed) => Promise<unknown>) {
  await three.askAll();
  const { batchId } = value(await three.make());
  await three.work();
  await aMinuteOn();
  const second = await three.caseAt(batchId, 2);
  await then(second);
  return { batchId, second };
}
/** The debtor at the door by the letter's own code. */
const atTheDoor = async (one: Mailed, statement: Omit<Statement, "key">) =>
  value(await say(await aVisit(world, one), { ...statement, key: newId(world.now) }));

test("what comes in on a printed letter is asked about at once: a dispute, a report of the firm and a payment stop it, an answer does not", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  await three.work();
  await aMinuteOn();
  const [first, second, third] = [
    await three.caseAt(batchId, 1),
    await three.caseAt(batchId, 2),
    await three.caseAt(batchId, 3),
  ];
  value(
    await tellFact(world, three.lawyer, {
      caseId: first.caseId,
      type: "reply",
      note: "They will call back.",
    }),
  );
  expect(await stoppedIn(batchId)).toEqual([]);
  await three.dispute(second);
  await atTheDoor(third, { kind: "report_severe", reason: "threat" });
  const { stopped } = await three.view(batchId);
  expect(stopped.map(({ place, why }) => [place, why])).toEqual([
    [2, "not-lawful"],
    [3, "conduct"],
  ]);
  expect(stopped[0].findings.map(({ message }) => message.key)).toContain("hold_active");
  const pay = { caseId: first.caseId, type: "payment", payee: "collector", amount: "100.00" } as const;
  value(await tellFact(world, three.lawyer, pay));
  expect((await stoppedIn(batchId))[0]).toEqual([1, "amount-changed"]);
});

test("a batch is not said to be posted with a letter that is stopped: taken out it is withheld in the log with its reason and never printed again by itself", async () => {
  const { batchId, second } = await aPrintedBatch((one) => atTheDoor(one, { kind: "stop_all" }));
  expect(await three.posted(batchId)).toMatchObject({ error: { kind: "stopped", places: [2] } });
  expect(await three.posted(batchId, { gone: "2", left: "2" })).toMatchObject({
    error: { kind: "unread-line", field: "gone" },
  });
  expect((await three.view(batchId)).state).toBe("ready");
  value(await three.posted(batchId, { left: "2" }));
  await three.work(1);
  expect(await three.view(batchId)).toMatchObject({ state: "posted", settled: 2 });
  const [withheld] = await messagesOf(world.owner, second.caseId, { limit: 1 });
  expect(withheld).toMatchObject({ status: "held", heldWhy: "not-lawful", dueAt: null, eventSeq: null });
  expect(withheld.findings?.length).toBeGreaterThan(0);
  const [counted] = await three.steps(second);
  expect((await eventsOf(world.owner, second.caseId)).at(-1)?.payload.refs).toMatchObject({
    undelivered: counted.id,
    withheld: "not-lawful",
  });
  expect(await three.make()).toMatchObject({ error: { kind: "nothing-to-print" } });
});

test("what was in the post before it came in is recorded as sent, and the log says that it was so", async () => {
  const { batchId, second } = await aPrintedBatch(three.dispute);
  value(await three.posted(batchId, { gone: "2", tracking: "2 RR123456785GB" }));
  await three.work();
  const [sent] = await messagesOf(world.owner, second.caseId, { limit: 1 });
  expect(sent).toMatchObject({ status: "sent", heldWhy: null });
  expect((await eventsOf(world.owner, second.caseId)).at(-1)?.payload.refs).toMatchObject({
    inPostBefore: "yes",
    tracking: "RR123456785GB",
  });
});

test("whoever says something while a batch is said to be posted is before it or after it: no letter goes out past what was said first", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  await three.work();
  await aMinuteOn();
  const second = await three.caseAt(batchId, 2);
  const visit = await aVisit(world, second);
  const statement = { kind: "dispute", reason: "amount", key: newId(world.now) } as const;
  const [said, marked] = await Promise.all([say(visit, statement), three.posted(batchId)]);
  expect(said.ok).toBe(true);
  const { state } = await three.view(batchId);
  expect(marked.ok ? state : marked.error).toEqual(marked.ok ? "posting" : { kind: "stopped", places: [2] });
  await three.work();
  const refs = (await eventsOf(world.owner, second.caseId)).map(({ payload }) => payload.refs ?? {});
  const isPosted = refs.some((each) => "postedLetter" in each);
  expect(isPosted).toBe(marked.ok);
});
