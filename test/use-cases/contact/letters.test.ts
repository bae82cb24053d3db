import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { batchView, readBatchFile } from "#app/use-cases/contact/batch-view.server.ts";
import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import { makeBatch } from "#app/use-cases/contact/make-batch.server.ts";
import { markPosted } from "#app/use-cases/contact/mark-posted.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { settleMessage } from "#app/use-cases/contact/settle-message.server.ts";
import { withdrawMessage } from "#app/use-cases/contact/withdraw-message.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { checkTimeline } from "#db/queries/timeline-check.ts";
import { contactMessages, letterBatches } from "#db/schema/contact.ts";
import { aCaseToWriteOn, ask, type Mailed, toMorning, verifiedByPost } from "#test/support/contact.ts";
import { aLawyer, aPdf, aWorld, type Person, turnTo, value, type World } from "#test/support/world.ts";

const zone = "Europe/London";
let world: World;
let lawyer: Person & { licenceId: string };
let cases: Mailed[];
let mails = 0;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  await world.owner.delete(contactMessages);
  await world.owner.delete(letterBatches);
  lawyer = await aLawyer(world, { territory: "GB-EW" });
  cases = [];
  for (let at = 0; at < 3; at += 1) {
    const email = `hattie${++mails}@hollyhock.example`;
    const one = await aCaseToWriteOn(world, { law: "GB-EW", email, lawyer });
    await verifiedByPost(world, one);
    cases.push(one);
  }
  await toMorning(world, zone);
}, 120_000);
afterAll(async () => {
  const { breaks } = await checkTimeline(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

const letter = { template: "gb.first-notice.post", collectorAddress: "1 Quince Street, Leeds" };
const askAll = async () => {
  for (const each of cases) expect(value(await ask(world, each, letter))).toMatchObject({ asked: true });
};
const make = (key = newId(world.now), by = lawyer) => makeBatch(world.ctx(by.actor), { key });
const at = () => ({ clock: async () => world.now });
/** The worker, until nothing goes on any more. */
async function work(limit = 25) {
  while (value(await keepBatches(world.ctx(system), { ...at(), limit })) > 0);
}
const view = async (batchId: string) => {
  const shown = await batchView(world.ctx(lawyer.actor), batchId);
  if (!shown) throw new Error("no such batch");
  return shown;
};
const lettersIn = async () =>
  (await Promise.all(cases.map(({ caseId }) => messagesOf(world.owner, caseId, { limit: 9 })))).flat();
/** The case whose letter has this number. */
async function caseAt(batchId: string, place: number): Promise<Mailed> {
  const row = (await view(batchId)).rows.find((each) => each.place === place);
  const found = cases.find(({ caseId }) => caseId === row?.caseId);
  if (!found) throw new Error(`No letter ${place}`);
  return found;
}
const steps = async ({ caseId }: Mailed) =>
  (await eventsOf(world.owner, caseId)).filter(({ type }) => type === "reminder");
const today = () => dateIn(zone, world.now);
const posted = (batchId: string, more: { tracking?: string; left?: string; postedOn?: string } = {}) =>
  markPosted(world.ctx(lawyer.actor), { batchId, postedOn: today(), ...more });

test("a letter waits for whoever prints it: no mail server takes it, and it is counted when the batch is drawn", async () => {
  await askAll();
  expect(value(await sendMessages(world.ctx(system), at()))).toBe(0);
  expect(await steps(cases[0])).toHaveLength(0);
  const { batchId } = value(await make());
  await work(2);
  const shown = await view(batchId);
  expect(shown).toMatchObject({ state: "ready", letters: 3, pages: 3, decided: 3, paused: [] });
  expect(shown.rows.map(({ place, status }) => [place, status])).toEqual([
    [1, "sending"],
    [2, "sending"],
    [3, "sending"],
  ]);
  for (const each of cases) {
    const [event] = await steps(each);
    expect(event.payload.act).toMatchObject({ channel: "post", outcome: "sent" });
    expect(event.decision.allowed).toBe(true);
    expect(JSON.stringify(event)).not.toContain("Hattie");
  }
});

test("posted, each case's log says so with what the post gave; what was left out waits again and was never sent", async () => {
  await askAll();
  const { batchId } = value(await make());
  await work();
  expect(await posted(batchId, { tracking: "9 RR1234" })).toMatchObject({
    error: { kind: "unread-line", field: "tracking" },
  });
  const [first, third] = [await caseAt(batchId, 1), await caseAt(batchId, 3)];
  value(await posted(batchId, { tracking: "1 RR123456785GB", left: "3" }));
  expect(await posted(batchId)).toMatchObject({ error: { kind: "not-to-post" } });
  await work(1);
  expect(await view(batchId)).toMatchObject({ state: "posted", settled: 2 });
  const log = await eventsOf(world.owner, first.caseId);
  const [sent] = await steps(first);
  expect(log.at(-1)?.payload.refs).toMatchObject({ postedLetter: sent.id, tracking: "RR123456785GB" });
  const [left] = await messagesOf(world.owner, third.caseId, { limit: 1 });
  expect(left).toMatchObject({ status: "waiting", batchId: null, eventSeq: null });
  expect((await eventsOf(world.owner, third.caseId)).at(-1)?.payload.refs).toHaveProperty("undelivered");
  const next = value(await make());
  await work();
  expect(await view(next.batchId)).toMatchObject({ state: "ready", letters: 1 });
});

test("a letter is posted on the day it bears or not at all", async () => {
  await askAll();
  const { batchId } = value(await make());
  await work();
  const other = { kind: "other-day", days: [today()] };
  expect(await posted(batchId, { postedOn: addDays(today(), 1) })).toMatchObject({ error: other });
  expect(await posted(batchId, { postedOn: addDays(today(), -1) })).toMatchObject({ error: other });
  expect((await view(batchId)).state).toBe("ready");
});

test("the law is asked again when the batch is drawn: a dispute since holds its letter, and the others go on without it", async () => {
  await askAll();
  await dispute(cases[1]);
  await turnTo(world, new Date(world.now.getTime() + 60_000).toISOString());
  const { batchId } = value(await make());
  await work();
  expect(await view(batchId)).toMatchObject({ state: "ready", taken: 3, letters: 2 });
  const [held] = await messagesOf(world.owner, cases[1].caseId, { limit: 1 });
  expect(held).toMatchObject({ status: "held", heldWhy: "not-lawful", batchId: null });
});

test("a dispute after the letters are drawn is shown beside the pile: that letter is to be taken out", async () => {
  await askAll();
  const { batchId } = value(await make());
  await work();
  await turnTo(world, new Date(world.now.getTime() + 60_000).toISOString());
  await dispute(await caseAt(batchId, 2));
  expect((await view(batchId)).paused).toEqual([2]);
});

test("a batch none of whose letters may go out prints nothing", async () => {
  await askAll();
  for (const each of cases) await dispute(each);
  await turnTo(world, new Date(world.now.getTime() + 60_000).toISOString());
  const { batchId } = value(await make());
  await work();
  expect(await view(batchId)).toMatchObject({ state: "empty", letters: 0, rows: [] });
  expect(await readBatchFile(world.ctx(lawyer.actor), batchId, "pdf")).toBeNull();
});

test("a batch that was broken off goes on where it was, whoever takes it up, and its file is the same bytes", async () => {
  await askAll();
  const key = newId(world.now);
  value(await make(key));
  expect(value(await make(key))).toEqual({ batchId: key });
  await keepBatches(world.ctx(system), { ...at(), limit: 1 });
  await Promise.all(Array.from({ length: 4 }, () => keepBatches(world.ctx(system), { ...at(), limit: 1 })));
  await work(1);
  for (const each of cases) expect(await steps(each)).toHaveLength(1);
  const file = await readBatchFile(world.ctx(lawyer.actor), key, "pdf");
  if (file?.form !== "pdf") throw new Error("no file");
  const [row] = await world.owner.select().from(letterBatches).where(eq(letterBatches.id, key));
  expect(sha256(file.bytes)).toBe(row.documentHash);
});

test("a day that ends while the batch is decided leaves the rest for another: no letter bears a day it is not posted on", async () => {
  await askAll();
  const { batchId } = value(await make());
  await keepBatches(world.ctx(system), { ...at(), limit: 1 });
  await turnTo(world, `${addDays(today(), 1)}T09:00:00Z`);
  await work(1);
  expect(await view(batchId)).toMatchObject({ state: "ready", letters: 1 });
  expect((await lettersIn()).filter(({ status }) => status === "waiting")).toHaveLength(2);
});

test("the sheet of addresses has a line a letter, and no cell that a spreadsheet would run", async () => {
  await askAll();
  const { batchId } = value(await make());
  await work();
  const file = await readBatchFile(world.ctx(lawyer.actor), batchId, "csv");
  if (file?.form !== "csv") throw new Error("no sheet");
  const lines = file.text.trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain("Hattie Hollyhock");
  expect(lines[1]).toContain('"4 Marmalade Row, Leeds"');
});

test("a letter that comes back was never a notice, and its address is dead on every case", async () => {
  await askAll();
  const { batchId } = value(await make());
  await work();
  value(await posted(batchId));
  await work();
  const [sent] = await messagesOf(world.owner, cases[0].caseId, { limit: 1 });
  const by = { caseId: cases[0].caseId, messageId: sent.id, became: "bounced" } as const;
  value(await settleMessage(world.ctx(lawyer.actor), by));
  expect(await settleMessage(world.ctx(lawyer.actor), by)).toMatchObject({
    error: { kind: "already-settled" },
  });
  const refs = (await eventsOf(world.owner, cases[0].caseId)).at(-1)?.payload.refs;
  expect(refs).toMatchObject({ undelivered: (await steps(cases[0]))[0].id });
  expect(await ask(world, cases[0], letter)).toMatchObject({ error: { kind: "postal-dead" } });
  expect(await ask(world, cases[1], letter)).toMatchObject({ error: { kind: "postal-dead" } });
});

test("a letter can be withdrawn until it is drawn, and a stranger finds no batch", async () => {
  await askAll();
  const { batchId } = value(await make());
  const [first] = await messagesOf(world.owner, cases[0].caseId, { limit: 1 });
  value(await withdrawMessage(world.ctx(lawyer.actor), { caseId: first.caseId, messageId: first.id }));
  await work();
  expect(await view(batchId)).toMatchObject({ state: "ready", letters: 2 });
  const stranger = await aLawyer(world, { territory: "GB-EW" });
  expect(await batchView(world.ctx(stranger.actor), batchId)).toBeNull();
  expect(await readBatchFile(world.ctx(stranger.actor), batchId, "pdf")).toBeNull();
  expect(await make(batchId, stranger)).toMatchObject({ error: { kind: "not-allowed" } });
  expect(await make(newId(world.now), stranger)).toMatchObject({ error: { kind: "nothing-to-print" } });
  expect(await markPosted(world.ctx(stranger.actor), { batchId, postedOn: today() })).toMatchObject({
    error: { kind: "batch-not-found" },
  });
});

test("the database keeps a drawn letter as it was drawn, and a batch going forward only", async () => {
  await askAll();
  const { batchId } = value(await make());
  await work();
  const letterGone = world.owner.update(contactMessages).set({ letter: "other" });
  await expect(letterGone).rejects.toThrow();
  const back = world.owner.update(letterBatches).set({ state: "deciding", documentHash: null });
  await expect(back.where(eq(letterBatches.id, batchId))).rejects.toThrow();
});

async function dispute({ caseId }: Mailed) {
  value(
    await recordFact(world.ctx(lawyer.actor), {
      ...{ caseId, type: "dispute", occurredOn: today(), sentOn: today() },
      note: "Says the work was not done.",
      proof: aPdf("dispute.pdf", `${caseId}${mails}`),
    }),
  );
}
