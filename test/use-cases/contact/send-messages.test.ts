import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { dateIn, instantAt, timeIn } from "#app/domain/timeline/local-time.ts";
import { closeMailConnections } from "#app/gateways/mail.server.ts";
import { claimMessage } from "#app/use-cases/contact/claim-message.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { settleMessage } from "#app/use-cases/contact/settle-message.server.ts";
import { stopMail } from "#app/use-cases/contact/stop-mail.server.ts";
import { withdrawMessage } from "#app/use-cases/contact/withdraw-message.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { notifications } from "#db/schema/accounts.ts";
import { contactMessages } from "#db/schema/contact.ts";
import { aCaseToWriteOn, aMailServer, ask, type Mailed, toMorning } from "#test/support/contact.ts";
import { aPdf, aWorld, turnTo, value, type World } from "#test/support/world.ts";

const zone = "Europe/London";
const post = aMailServer();
let world: World;
let one: Mailed;
let mails = 0;

beforeAll(async () => {
  world = await aWorld();
  world.services.mailServer = { smtpUrl: await post.listen(), from: "Rung <no-reply@rung.example>" };
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  post.be("well");
  await world.owner
    .update(contactMessages)
    .set({ status: "withdrawn", dueAt: null })
    .where(inArray(contactMessages.status, ["waiting", "held"]));
  one = await aCaseToWriteOn(world, { law: "GB-EW", email: `hattie${++mails}@hollyhock.example` });
  await toMorning(world, zone);
}, 60_000);
afterAll(async () => {
  closeMailConnections();
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  await post.close();
  expect(breaks).toEqual([]);
});

const at = (moment: Date) => ({ clock: async () => moment });
const send = (moment = world.now) => sendMessages(world.ctx(system, moment), at(moment));
const message = async () => (await messagesOf(world.owner, one.caseId, { limit: 1 }))[0];
const sentId = async () =>
  (await messagesOf(world.owner, one.caseId, { limit: 9 })).find(({ status }) => status === "sent")?.id ?? "";
const arrived = () => post.received.filter(({ to }) => JSON.stringify(to).includes(one.email));
const steps = async () =>
  (await eventsOf(world.owner, one.caseId)).filter(({ type }) => ["reminder", "email"].includes(type));
const told = async (kind: string) =>
  world.owner
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, one.lawyer.userId),
        eq(notifications.href, `/cases/${one.caseId}/contact/${(await message()).id}`),
      ),
    )
    .then((rows) => rows.filter((row) => row.kind === kind).length);

test("a letter goes out whole: asked, decided, counted in the log, and taken by the mail server", async () => {
  expect(value(await ask(world, one))).toMatchObject({ asked: true });
  expect((await steps()).length).toBe(0);
  expect(value(await send())).toBe(1);
  const [mail] = arrived();
  expect(mail.subject).toContain("overdue");
  expect(mail.text).toContain("Dear Hattie Hollyhock");
  expect(mail.text).toContain("£3,200.00");
  expect(mail.text).toContain("Bank transfer to the account");
  expect(mail.headers.get("list")).toMatchObject({ unsubscribe: { url: expect.stringContaining("/stop/") } });
  expect(mail.replyTo?.text).toBe(one.lawyer.email);
  const sent = await message();
  expect(sent).toMatchObject({ status: "sent", answer: expect.stringContaining("250") });
  expect(mail.messageId).toBe(`<${sent.id}@rung>`);
  const [event] = await steps();
  expect(event).toMatchObject({
    type: "reminder",
    actorUserId: one.lawyer.userId,
    payload: { act: { channel: "email", outcome: "sent" }, refs: { messageId: sent.id } },
  });
  expect(event.decision.allowed).toBe(true);
  expect(JSON.stringify(event)).not.toContain("Hattie");
  expect(value(await send())).toBe(0);
  expect(arrived()).toHaveLength(1);
});

test("the same form sent twice is one message", async () => {
  const key = "01a20756-1c28-7424-9db0-2c04ebe1adf4";
  await Promise.all([ask(world, one, { key }), ask(world, one, { key })]);
  await ask(world, one, { key });
  expect(await messagesOf(world.owner, one.caseId, { limit: 9 })).toHaveLength(1);
});

test("what the law refuses now is not asked for, leaves a blocked attempt, and names its moment; asked for that moment it waits", async () => {
  const night = instantAt(zone, dateIn(zone, world.now), "21:30") as Date;
  await turnTo(world, night.toISOString());
  const refused = value(await ask(world, one));
  expect(refused).toMatchObject({ asked: false, decision: { allowed: false } });
  expect((await eventsOf(world.owner, one.caseId)).at(-1)?.type).toBe("attempt_blocked");
  const waits = value(await ask(world, one, { when: "lawful" }));
  if (!waits.asked) throw new Error("refused");
  expect(timeIn(zone, waits.dueAt)).toBe("08:00");
  expect(value(await send())).toBe(0);
  expect(value(await send(new Date(waits.dueAt.getTime() - 1)))).toBe(0);
  expect(value(await send(waits.dueAt))).toBe(1);
  expect(arrived()).toHaveLength(1);
});

test("the law is asked again at the moment of sending: what became unlawful is held with its reasons, and told once", async () => {
  value(await ask(world, one));
  const night = new Date(`${dateIn(zone, world.now)}T20:00:00Z`);
  expect(value(await send(night))).toBe(1);
  const held = await message();
  expect(held.status).toBe("held");
  expect(held.findings?.map(({ message: { key } }) => key)).toContain("outside_hours");
  expect(held.dueAt && timeIn(zone, held.dueAt)).toBe("08:00");
  expect(await told("contact_held")).toBe(1);
  expect(arrived()).toHaveLength(0);
  expect(await steps()).toHaveLength(0);
  expect(value(await send(held.dueAt ?? night))).toBe(1);
  expect(arrived()).toHaveLength(1);
});

test("a dispute between asking and sending holds the letter", async () => {
  value(await ask(world, one));
  const dispute = { caseId: one.caseId, type: "dispute" as const, occurredOn: dateIn(zone, world.now) };
  value(
    await recordFact(world.ctx(one.lawyer.actor), {
      ...dispute,
      sentOn: dispute.occurredOn,
      note: "Says the work was not done.",
      proof: aPdf("dispute.pdf", one.caseId),
    }),
  );
  await send(new Date(world.now.getTime() + 60_000));
  expect(await message()).toMatchObject({ status: "held", heldWhy: "not-lawful" });
  expect(arrived()).toHaveLength(0);
});

test("a letter that asks for another sum than is owed by then does not go out", async () => {
  value(await ask(world, one));
  value(
    await recordFact(world.ctx(one.lawyer.actor), {
      ...{
        caseId: one.caseId,
        type: "payment",
        occurredOn: dateIn(zone, world.now),
        amount: "200.00",
        payee: "creditor",
      },
      proof: aPdf("paid.pdf", one.caseId),
    }),
  );
  await send(new Date(world.now.getTime() + 60_000));
  expect(await message()).toMatchObject({ status: "held", heldWhy: "amount-changed" });
  expect(arrived()).toHaveLength(0);
});

test("ten workers at one message send it once", async () => {
  value(await ask(world, one));
  await Promise.all(Array.from({ length: 10 }, () => send()));
  expect(arrived()).toHaveLength(1);
  expect(await steps()).toHaveLength(1);
});

test("a mailbox that does not exist ends the address, and the log takes the notice back", async () => {
  one = await aCaseToWriteOn(world, { law: "GB-EW", email: `bounce${++mails}@hollyhock.example` });
  await toMorning(world, zone);
  value(await ask(world, one));
  await send();
  expect(await message()).toMatchObject({ status: "bounced", answer: expect.stringContaining("550") });
  expect(await told("contact_bounced")).toBe(1);
  expect((await eventsOf(world.owner, one.caseId)).at(-1)?.payload.refs).toMatchObject({
    undelivered: (await steps())[0].id,
  });
  expect(await ask(world, one)).toMatchObject({ ok: false, error: { kind: "channel-dead" } });
});

test("a server that is busy is tried again later, by a new decision, and nothing is counted meanwhile", async () => {
  post.be("busy");
  value(await ask(world, one));
  await send();
  const back = await message();
  expect(back).toMatchObject({ status: "waiting", tries: 1, eventSeq: null });
  post.be("well");
  await send(back.dueAt ?? world.now);
  expect(arrived()).toHaveLength(1);
  const events = await eventsOf(world.owner, one.caseId);
  expect(events.filter(({ payload }) => payload.refs?.undelivered)).toHaveLength(1);
});

test("a server that took the mail and broke off leaves it unknown: counted, never sent again, and settled by who finds out", async () => {
  post.be("gone after taking");
  value(await ask(world, one));
  await send();
  expect(arrived()).toHaveLength(1);
  const unknown = await message();
  expect(unknown.status).toBe("unknown");
  expect(await told("contact_unknown")).toBe(1);
  post.be("well");
  for (const hours of [1, 30, 300]) await send(new Date(world.now.getTime() + hours * 3_600_000));
  expect(arrived()).toHaveLength(1);
  expect(await steps()).toHaveLength(1);
  const id = { caseId: one.caseId, messageId: unknown.id };
  value(await settleMessage(world.ctx(one.lawyer.actor), { ...id, became: "sent" }));
  expect(await settleMessage(world.ctx(one.lawyer.actor), { ...id, became: "bounced" })).toMatchObject({
    ok: false,
  });
  expect((await message()).status).toBe("sent");
});

test("a worker that dies between counting and handing over leaves it unknown, and nobody sends it again", async () => {
  value(await ask(world, one));
  const asked = await message();
  const claim = await claimMessage(world.ctx(system), asked);
  expect(claim.work).not.toBeNull();
  expect(await steps()).toHaveLength(1);
  expect(value(await send())).toBe(0);
  expect(value(await send(new Date(world.now.getTime() + 6 * 60_000)))).toBe(1);
  expect((await message()).status).toBe("unknown");
  expect(arrived()).toHaveLength(0);
});

test("the debtor's link ends the e-mails at once: an opt-out in the log, and whatever waits is withdrawn", async () => {
  value(await ask(world, one));
  await send();
  const token = /\/stop\/(\S+)/.exec(arrived()[0].text ?? "")?.[1] ?? "";
  value(await ask(world, one, { when: "lawful" }));
  value(await stopMail(world.ctx(system), { token }));
  value(await stopMail(world.ctx(system), { token }));
  const events = await eventsOf(world.owner, one.caseId);
  expect(events.filter(({ type }) => type === "channel_optout")).toHaveLength(1);
  const left = await messagesOf(world.owner, one.caseId, { limit: 9 });
  expect(left.map(({ status }) => status).sort()).toEqual(["sent", "withdrawn"]);
  await toMorning(world, zone, 5);
  expect(value(await ask(world, one))).toMatchObject({ asked: false });
  expect(
    await stopMail(world.ctx(system), { token: `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}` }),
  ).toMatchObject({ ok: false });
});

test("a message that waits can be withdrawn, one that went out cannot", async () => {
  value(await ask(world, one));
  const { id: messageId } = await message();
  const by = world.ctx(one.lawyer.actor);
  expect(
    await withdrawMessage(world.ctx(one.creditor.actor), { caseId: one.caseId, messageId }),
  ).toMatchObject({ ok: false });
  value(await withdrawMessage(by, { caseId: one.caseId, messageId }));
  value(await send());
  expect(arrived()).toHaveLength(0);
  value(await ask(world, one));
  await send();
  expect(await withdrawMessage(by, { caseId: one.caseId, messageId: await sentId() })).toMatchObject({
    ok: false,
    error: { kind: "gone-out" },
  });
});

test("the database lets nothing go out that the log does not count, and changes nothing of what was asked", async () => {
  value(await ask(world, one));
  const { id } = await message();
  const mine = and(eq(contactMessages.caseId, one.caseId), eq(contactMessages.id, id));
  const set = (values: Partial<typeof contactMessages.$inferInsert>) =>
    world.owner.update(contactMessages).set(values).where(mine);
  await expect(set({ status: "sent", eventSeq: 1, letter: "x" })).rejects.toThrow();
  await expect(set({ status: "sending", eventSeq: 1, letter: "x" })).rejects.toThrow();
  await expect(set({ addressKey: "another" })).rejects.toThrow();
  await expect(set({ typed: "other words" })).rejects.toThrow();
  await set({ status: "withdrawn" });
  await expect(set({ status: "waiting" })).rejects.toThrow();
});
