import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { batchView, readBatchFile } from "#app/use-cases/contact/batch-view.server.ts";
import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import { markPosted } from "#app/use-cases/contact/mark-posted.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { settleMessage } from "#app/use-cases/contact/settle-message.server.ts";
import { withdrawMessage } from "#app/use-cases/contact/withdraw-message.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { contactMessages, letterBatches } from "#db/schema/contact.ts";
import { ask } from "#test/support/contact.ts";
import { letterByPost, type ThreeToPost, threeToPost } from "#test/support/letter-batch.ts";
import { aLawyer, aWorld, turnTo, value, type World } from "#test/support/world.ts";

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

const lettersIn = async () =>
  (await Promise.all(three.cases.map(({ caseId }) => messagesOf(world.owner, caseId, { limit: 9 })))).flat();

test("a letter waits for whoever prints it: no mail server takes it, and it is counted when the batch is drawn", async () => {
  await three.askAll();
  expect(value(await sendMessages(world.ctx(system), three.at()))).toBe(0);
  expect(await three.steps(three.cases[0])).toHaveLength(0);
  const { batchId } = value(await three.make());
  await three.work(2);
  const shown = await three.view(batchId);
  expect(shown).toMatchObject({ state: "ready", letters: 3, pages: 3, decided: 3, stopped: [] });
  expect(shown.rows.map(({ place, status }) => [place, status])).toEqual([
    [1, "sending"],
    [2, "sending"],
    [3, "sending"],
  ]);
  for (const each of three.cases) {
    const [event] = await three.steps(each);
    expect(event.payload.act).toMatchObject({ channel: "post", outcome: "sent" });
    expect(event.decision.allowed).toBe(true);
    expect(JSON.stringify(event)).not.toContain("Hattie");
  }
});

test("posted, each case's log says so with what the post gave; what was left out waits again and was never sent", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  await three.work();
  expect(await three.posted(batchId, { tracking: "9 RR1234" })).toMatchObject({
    error: { kind: "unread-line", field: "tracking" },
  });
  const [first, third] = [await three.caseAt(batchId, 1), await three.caseAt(batchId, 3)];
  value(await three.posted(batchId, { tracking: "1 RR123456785GB", left: "3" }));
  expect(await three.posted(batchId)).toMatchObject({ error: { kind: "not-to-post" } });
  await three.work(1);
  expect(await three.view(batchId)).toMatchObject({ state: "posted", settled: 2 });
  const log = await eventsOf(world.owner, first.caseId);
  const [sent] = await three.steps(first);
  expect(log.at(-1)?.payload.refs).toMatchObject({ postedLetter: sent.id, tracking: "RR123456785GB" });
  const [left] = await messagesOf(world.owner, third.caseId, { limit: 1 });
  expect(left).toMatchObject({ status: "waiting", batchId: null, eventSeq: null });
  expect((await eventsOf(world.owner, third.caseId)).at(-1)?.payload.refs).toHaveProperty("undelivered");
  const next = value(await three.make());
  await three.work();
  expect(await three.view(next.batchId)).toMatchObject({ state: "ready", letters: 1 });
});

test("a letter is posted on the day it bears or not at all", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  await three.work();
  const other = { kind: "other-day", days: [three.today()] };
  expect(await three.posted(batchId, { postedOn: addDays(three.today(), 1) })).toMatchObject({
    error: other,
  });
  expect(await three.posted(batchId, { postedOn: addDays(three.today(), -1) })).toMatchObject({
    error: other,
  });
  expect((await three.view(batchId)).state).toBe("ready");
});

test("the law is asked again when the batch is drawn: a dispute since holds its letter, and the others go on without it", async () => {
  await three.askAll();
  await three.dispute(three.cases[1]);
  await turnTo(world, new Date(world.now.getTime() + 60_000).toISOString());
  const { batchId } = value(await three.make());
  await three.work();
  expect(await three.view(batchId)).toMatchObject({ state: "ready", taken: 3, letters: 2 });
  const [held] = await messagesOf(world.owner, three.cases[1].caseId, { limit: 1 });
  expect(held).toMatchObject({ status: "held", heldWhy: "not-lawful", batchId: null });
});

test("a batch none of whose letters may go out prints nothing", async () => {
  await three.askAll();
  for (const each of three.cases) await three.dispute(each);
  await turnTo(world, new Date(world.now.getTime() + 60_000).toISOString());
  const { batchId } = value(await three.make());
  await three.work();
  expect(await three.view(batchId)).toMatchObject({ state: "empty", letters: 0, rows: [] });
  expect(await readBatchFile(world.ctx(three.lawyer.actor), batchId, "pdf")).toBeNull();
});

test("a batch that was broken off goes on where it was, whoever takes it up, and its file is the same bytes", async () => {
  await three.askAll();
  const key = newId(world.now);
  value(await three.make(key));
  expect(value(await three.make(key))).toEqual({ batchId: key });
  await keepBatches(world.ctx(system), { ...three.at(), limit: 1 });
  await Promise.all(
    Array.from({ length: 4 }, () => keepBatches(world.ctx(system), { ...three.at(), limit: 1 })),
  );
  await three.work(1);
  for (const each of three.cases) expect(await three.steps(each)).toHaveLength(1);
  const file = await readBatchFile(world.ctx(three.lawyer.actor), key, "pdf");
  if (file?.form !== "pdf") throw new Error("no file");
  const [row] = await world.owner.select().from(letterBatches).where(eq(letterBatches.id, key));
  expect(sha256(file.bytes)).toBe(row.documentHash);
});

test("a day that ends while the batch is decided leaves the rest for another: no letter bears a day it is not posted on", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  await keepBatches(world.ctx(system), { ...three.at(), limit: 1 });
  await turnTo(world, `${addDays(three.today(), 1)}T09:00:00Z`);
  await three.work(1);
  expect(await three.view(batchId)).toMatchObject({ state: "ready", letters: 1 });
  expect((await lettersIn()).filter(({ status }) => status === "waiting")).toHaveLength(2);
});

test("the sheet of addresses has a line a letter, and no cell that a spreadsheet would run", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  await three.work();
  const file = await readBatchFile(world.ctx(three.lawyer.actor), batchId, "csv");
  if (file?.form !== "csv") throw new Error("no sheet");
  const lines = file.text.trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain("Hattie Hollyhock");
  expect(lines[1]).toContain('"4 Marmalade Row, Leeds"');
});

test("a letter that comes back was never a notice, and its address is dead on every case", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  await three.work();
  value(await three.posted(batchId));
  await three.work();
  const [sent] = await messagesOf(world.owner, three.cases[0].caseId, { limit: 1 });
  const by = { caseId: three.cases[0].caseId, messageId: sent.id, became: "bounced" } as const;
  value(await settleMessage(world.ctx(three.lawyer.actor), by));
  expect(await settleMessage(world.ctx(three.lawyer.actor), by)).toMatchObject({
    error: { kind: "already-settled" },
  });
  const refs = (await eventsOf(world.owner, three.cases[0].caseId)).at(-1)?.payload.refs;
  expect(refs).toMatchObject({ undelivered: (await three.steps(three.cases[0]))[0].id });
  expect(await ask(world, three.cases[0], letterByPost)).toMatchObject({ error: { kind: "postal-dead" } });
  expect(await ask(world, three.cases[1], letterByPost)).toMatchObject({ error: { kind: "postal-dead" } });
});

test("a letter can be withdrawn until it is drawn, and a stranger finds no batch", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  const [first] = await messagesOf(world.owner, three.cases[0].caseId, { limit: 1 });
  value(await withdrawMessage(world.ctx(three.lawyer.actor), { caseId: first.caseId, messageId: first.id }));
  await three.work();
  expect(await three.view(batchId)).toMatchObject({ state: "ready", letters: 2 });
  const stranger = await aLawyer(world, { territory: "GB-EW" });
  expect(await batchView(world.ctx(stranger.actor), batchId)).toBeNull();
  expect(await readBatchFile(world.ctx(stranger.actor), batchId, "pdf")).toBeNull();
  expect(await three.make(batchId, stranger)).toMatchObject({ error: { kind: "not-allowed" } });
  expect(await three.make(newId(world.now), stranger)).toMatchObject({ error: { kind: "nothing-to-print" } });
  expect(await markPosted(world.ctx(stranger.actor), { batchId, postedOn: three.today() })).toMatchObject({
    error: { kind: "batch-not-found" },
  });
});

test("the database keeps a drawn letter as it was drawn, and a batch going forward only", async () => {
  await three.askAll();
  const { batchId } = value(await three.make());
  await three.work();
  const letterGone = world.owner.update(contactMessages).set({ letter: "other" });
  await expect(letterGone).rejects.toThrow();
  const back = world.owner.update(letterBatches).set({ state: "deciding", documentHash: null });
  await expect(back.where(eq(letterBatches.id, batchId))).rejects.toThrow();
});
