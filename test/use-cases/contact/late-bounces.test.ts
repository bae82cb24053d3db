import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { closeMailConnections } from "#app/gateways/mail.server.ts";
import { mostMailBytes, receiveMail } from "#app/use-cases/contact/receive-mail.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { notifications } from "#db/schema/accounts.ts";
import { debtorChannels } from "#db/schema/contact.ts";
import { aCaseToWriteOn, aMailServer, ask, type Mailed, toMorning } from "#test/support/contact.ts";
import { absence, exchangeReport, postfixReport } from "#test/support/delivery-reports.ts";
import { aCreditor, aWorld, turnTo, value, type World } from "#test/support/world.ts";

const post = aMailServer();
const returnTo = "bounces@rung.example";
let world: World;
let one: Mailed;
let returnPath: string;
let mails = 0;

beforeAll(async () => {
  world = await aWorld();
  const from = "Rung <no-reply@rung.example>";
  world.services.mailServer = { smtpUrl: await post.listen(), from, returnTo };
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  one = await aCaseToWriteOn(world, { law: "GB-EW", email: `hattie${++mails}@hollyhock.example` });
  await toMorning(world, "Europe/London");
  value(await ask(world, one));
  value(await sendMessages(world.ctx(system), { clock: async () => world.now }));
  returnPath = post.senders.at(-1) ?? "";
  expect((await message()).status).toBe("sent");
}, 60_000);
afterAll(async () => {
  closeMailConnections();
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  await post.close();
  expect(breaks).toEqual([]);
});

const message = async () => (await messagesOf(world.owner, one.caseId, { limit: 1 }))[0];
const receive = (mail: string, to: string | null = null) =>
  receiveMail(world.ctx(system), { raw: Buffer.from(mail), to });
const told = (about = one.email) => ({ to: returnPath, about });
const isDead = async () => {
  const rows = await world.owner.select().from(debtorChannels).where(eq(debtorChannels.caseId, one.caseId));
  return rows.some(({ deadAt }) => deadAt !== null);
};
const takenBack = async () =>
  (await eventsOf(world.owner, one.caseId)).filter(({ payload }) => payload.refs?.undelivered);

test("each message leaves under an envelope of its own, and its reader sees the product's name", async () => {
  const { id } = await message();
  expect(returnPath).toMatch(/^bounces\+[a-z2-7]{42}@rung\.example$/);
  expect(post.received.at(-1)?.from?.text).toContain("no-reply@rung.example");
  expect(post.received.at(-1)?.messageId).toBe(`<${id}@rung>`);
});

test("a mail that comes back for good ends the address at once, as a refusal at once does: in the log, on the case and in the inbox", async () => {
  expect(value(await receive(postfixReport(told())))).toEqual({ kind: "bounced", dead: true });
  const bounced = await message();
  expect([bounced.status, bounced.answer]).toEqual([
    "bounced",
    "5.1.1 550 5.1.1 User unknown in virtual mailbox table",
  ]);
  expect(await isDead()).toBe(true);
  const [back] = await takenBack();
  const sent = (await eventsOf(world.owner, one.caseId)).find(({ seq }) => seq === bounced.eventSeq);
  expect(back.payload).toMatchObject({
    act: { channel: "email", outcome: "returned" },
    refs: { undelivered: sent?.id, messageId: bounced.id },
  });
  const news = await world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, one.lawyer.userId), eq(notifications.kind, "contact_bounced")));
  expect(news.filter(({ href }) => href.endsWith(bounced.id))).toHaveLength(1);
  expect(await ask(world, one)).toEqual({ ok: false, error: { kind: "channel-dead" } });
});

test("told twice it is once, however often and at the same time", async () => {
  const report = postfixReport(told());
  const all = await Promise.all([receive(report), receive(report), receive(report)]);
  expect(all.map((each) => value(each).kind).sort()).toEqual(["bounced", "known", "known"]);
  expect(value(await receive(report))).toEqual({ kind: "known" });
  expect(await takenBack()).toHaveLength(1);
});

test("another maker's report is read the same, and the report within the mail it brings back is not", async () => {
  expect(value(await receive(exchangeReport(told())))).toEqual({ kind: "bounced", dead: true });
});

test("a server that only waits has given nothing up: the message stays sent, whatever it is waiting for", async () => {
  for (const report of [postfixReport(told(), "4.4.1", "delayed"), postfixReport(told(), "2.0.0", "relayed")])
    expect(value(await receive(report))).toEqual({ kind: "not-final" });
  expect(value(await receive(absence(told())))).toEqual({ kind: "no-report" });
  expect([(await message()).status, await isDead(), (await takenBack()).length]).toEqual(["sent", false, 0]);
});

test("a full mailbox, and a mailbox that another's was passed on to, bring the message back and leave the address alive", async () => {
  expect(value(await receive(postfixReport(told(), "5.2.2")))).toEqual({ kind: "bounced", dead: false });
  expect([(await message()).status, await isDead()]).toEqual(["bounced", false]);
});

test("a report about somebody else's mailbox does not end this one", async () => {
  const elsewhere = told("passed-on@elsewhere.example");
  expect(value(await receive(postfixReport(elsewhere)))).toEqual({ kind: "bounced", dead: false });
});

test("a report that came to an address nobody made here, or to another's, changes nothing", async () => {
  const forged = returnPath.replace(/.(?=@)/, (last) => (last === "a" ? "b" : "a"));
  expect(await receive(postfixReport({ ...told(), to: forged }))).toEqual({
    ok: false,
    error: { kind: "forged" },
  });
  expect(await receive(postfixReport(told()), forged)).toEqual({ ok: false, error: { kind: "forged" } });
  expect(await receive(postfixReport({ ...told(), to: returnTo }))).toEqual({
    ok: false,
    error: { kind: "not-ours" },
  });
  expect(await receive("nothing at all")).toEqual({ ok: false, error: { kind: "not-ours" } });
  const flood = await receiveMail(world.ctx(system), {
    raw: Buffer.alloc(mostMailBytes + 1),
    to: returnPath,
  });
  expect(flood).toEqual({ ok: false, error: { kind: "too-large" } });
  const person = await aCreditor(world);
  const asPerson = await receiveMail(world.ctx(person.actor), { raw: Buffer.from(""), to: returnPath });
  expect(asPerson).toEqual({ ok: false, error: { kind: "not-allowed" } });
  expect([(await message()).status, await isDead()]).toEqual(["sent", false]);
});
