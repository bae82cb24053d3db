import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import { receiveText } from "#app/use-cases/contact/receive-text.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { openReplies } from "#db/queries/text-messages.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { notifications } from "#db/schema/accounts.ts";
import { textEvents } from "#db/schema/contact.ts";
import { ask, type Mailed, toMorning } from "#test/support/contact.ts";
import { aCaseToText, aPhone } from "#test/support/texts.ts";
import { anAnswer, aTwilio, signedPost } from "#test/support/twilio.ts";
import { aWorld, turnTo, value, type World } from "#test/support/world.ts";

const zone = "Europe/London";
const twilio = aTwilio();
let world: World;
let one: Mailed;
let phone: string;

beforeAll(async () => {
  world = await aWorld();
  world.services.smsProvider = await twilio.listen();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  twilio.be("well");
  phone = aPhone();
  one = await aCaseToText(world, { phone });
}, 60_000);
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  await twilio.close();
  expect(breaks).toEqual([]);
});

const send = () => sendMessages(world.ctx(system), { clock: async () => world.now });
async function texted(on: Mailed, template = "gb.sms.written") {
  const asked = value(await ask(world, on, { template, payTo: undefined, when: "lawful" }));
  if (!asked.asked) throw new Error(JSON.stringify(asked.decision.findings));
  if (asked.dueAt > world.now) await turnTo(world, asked.dueAt.toISOString());
  await send();
  const made = await message(on);
  expect(["sent", "unknown"]).toContain(made.status);
  return made;
}
const message = async (on = one) => (await messagesOf(world.owner, on.caseId, { limit: 1 }))[0];
const eventsOn = async (on: Mailed, type: string) =>
  (await eventsOf(world.owner, on.caseId)).filter((each) => each.type === type);
const url = (path: string) => `${world.services.publicUrl}${path}`;
const ctx = () => world.ctx(anonymous);

const answer = (fields: Record<string, string>) =>
  receiveText(ctx(), { ...signedPost(url("/webhooks/sms"), fields), about: null });

async function status(on: Mailed, MessageStatus: string, more: Record<string, string> = {}) {
  const { id, providerId } = await message(on);
  const fields = { MessageSid: providerId ?? "", MessageStatus, ...more };
  const about = { caseId: on.caseId, messageId: id };
  return receiveText(ctx(), { ...signedPost(url(`/webhooks/sms/${on.caseId}/${id}`), fields), about });
}
const told = async (on: Mailed, kind: string) =>
  (await world.owner.select().from(notifications).where(eq(notifications.userId, on.lawyer.userId))).filter(
    (each) => each.kind === kind && each.href === `/cases/${on.caseId}`,
  ).length;

test("a text that arrived stands in the log as delivered, once, however often and in whatever order it is told", async () => {
  await texted(one);
  for (const each of ["sent", "delivered", "delivered", "sent", "queued"]) value(await status(one, each));
  expect(await message()).toMatchObject({ status: "sent", delivery: "delivered" });
  const events = await eventsOf(world.owner, one.caseId);
  const [sms] = events.filter(({ type }) => type === "sms");
  expect(events.filter(({ payload }) => payload.refs?.delivered === sms.id)).toHaveLength(1);
  value(await status(one, "undelivered", { ErrorCode: "30003" }));
  expect(await message()).toMatchObject({ status: "sent", delivery: "delivered" });
});

test("a text that never arrived is taken back in the log, and a phone that is none ends the number", async () => {
  await texted(one);
  value(await status(one, "undelivered", { ErrorCode: "30006" }));
  expect(await message()).toMatchObject({ status: "bounced", delivery: "undelivered" });
  const [sms] = await eventsOn(one, "sms");
  expect((await eventsOf(world.owner, one.caseId)).at(-1)?.payload.refs).toMatchObject({
    undelivered: sms.id,
  });
  const again = await ask(world, one, { template: "gb.sms.written", payTo: undefined });
  expect(again).toMatchObject({ ok: false, error: { kind: "phone-dead" } });
});

test("a phone that was only switched off ends nothing", async () => {
  await texted(one);
  value(await status(one, "undelivered", { ErrorCode: "30003" }));
  expect((await message()).status).toBe("bounced");
  expect(value(await ask(world, one, { template: "gb.sms.written", payTo: undefined }))).toMatchObject({
    asked: true,
  });
});

test("a forged message is refused and leaves nothing: another token, another address, another word, none at all", async () => {
  await texted(one);
  const { id, providerId } = await message();
  const fields = { MessageSid: providerId ?? "", MessageStatus: "failed", ErrorCode: "30006" };
  const about = { caseId: one.caseId, messageId: id };
  const here = url(`/webhooks/sms/${one.caseId}/${id}`);
  const right = signedPost(here, fields);
  const forged = [
    signedPost(here, fields, "a token of somebody else"),
    signedPost(url(`/webhooks/sms/${one.caseId}/${one.caseId}`), fields),
    { ...right, raw: right.raw.replace("failed", "delivered") },
    { ...right, raw: `${right.raw}&MessageStatus=delivered` },
    { ...right, signature: "" },
  ];
  for (const each of forged)
    expect(await receiveText(ctx(), { ...each, about })).toMatchObject({
      ok: false,
      error: { kind: "not-signed" },
    });
  expect(await message()).toMatchObject({ status: "sent", delivery: "queued" });
  expect(value(await receiveText(ctx(), { ...right, about }))).toBe("stored");
  expect(value(await receiveText(ctx(), { ...right, about }))).toBe("known");
});

test("what the provider told is kept as it came, once and sealed", async () => {
  const fields = anAnswer(phone, "Words of a debtor");
  expect(value(await answer(fields))).toBe("stored");
  expect(value(await answer(fields))).toBe("known");
  const [row, ...more] = await world.owner
    .select()
    .from(textEvents)
    .where(eq(textEvents.id, fields.MessageSid));
  expect(more).toEqual([]);
  expect(row).toMatchObject({ state: "applied", kind: "incoming" });
  expect(row.raw).not.toContain("Words");
  expect(world.services.secrets.unseal("text-event", row.raw)).toBe(new URLSearchParams(fields).toString());
});

for (const word of ["STOP", " stop. ", "Unsubscribe", "退订", "T", "STOPP", "Please stop texting me"])
  test(`“${word}” stops the texts at once on every case of the number, and what waits is withdrawn`, async () => {
    const same = await aCaseToText(world, { phone });
    await texted(one);
    value(await ask(world, same, { template: "gb.sms.written", payTo: undefined, when: "lawful" }));
    value(await answer(anAnswer(phone, word)));
    for (const each of [one, same]) {
      expect(await eventsOn(each, "channel_optout")).toHaveLength(1);
      expect(await told(each, "texts_stopped")).toBe(1);
      expect(value(await ask(world, each, { template: "gb.sms.no-answer", payTo: undefined }))).toMatchObject(
        {
          asked: false,
        },
      );
    }
    expect(await message(same)).toMatchObject({ status: "withdrawn", heldWhy: "opted-out" });
    value(await answer(anAnswer(phone, word)));
    expect(await eventsOn(one, "channel_optout")).toHaveLength(1);
    expect(value(await ask(world, one))).toMatchObject({ asked: true });
  });

test("an answer is the debtor's statement on the case that texted the number, and both sides are told", async () => {
  const elsewhere = await aCaseToText(world, { phone: "+447700900999" });
  await texted(one);
  value(await answer(anAnswer(phone, "I paid this in March.")));
  const [reply] = await eventsOn(one, "reply");
  expect(reply).toMatchObject({ actorRole: "debtor", payload: { act: { direction: "in", channel: "sms" } } });
  expect(JSON.stringify(reply)).not.toContain("March");
  expect(reply.payload.noteHash).toBeTruthy();
  expect(await told(one, "text_answered")).toBe(1);
  expect(await eventsOn(elsewhere, "reply")).toHaveLength(0);
  expect(await openReplies(world.owner, 50)).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ addressKey: (await message()).addressKey })]),
  );
});

test("an answer to a number on two cases goes to the one that texted it; where both did, no case gets it and a person places it", async () => {
  const same = await aCaseToText(world, { phone });
  await texted(one);
  value(await answer(anAnswer(phone, "Who is this?")));
  expect([(await eventsOn(one, "reply")).length, (await eventsOn(same, "reply")).length]).toEqual([1, 0]);
  await toMorning(world, zone, 4);
  await texted(same);
  const mixed = anAnswer(phone, "I cannot pay.");
  value(await answer(mixed));
  expect([(await eventsOn(one, "reply")).length, (await eventsOn(same, "reply")).length]).toEqual([1, 0]);
  expect((await openReplies(world.owner, 50)).map(({ id }) => id)).toContain(mixed.MessageSid);
  await toMorning(world, zone, 9);
  await texted(same, "gb.sms.no-answer");
  value(await answer(anAnswer(phone, "Still not.")));
  expect((await eventsOn(same, "reply")).length).toBe(1);
});

test("an answer from a number that nobody texted touches no case and waits for a person, even where a case has the number", async () => {
  const stranger = anAnswer("+447911123456", "Hello?");
  const early = anAnswer(phone, "I heard you look for me.");
  value(await answer(stranger));
  value(await answer(early));
  expect(await eventsOn(one, "reply")).toHaveLength(0);
  const waiting = (await openReplies(world.owner, 50)).map(({ id }) => id);
  expect(waiting).toEqual(expect.arrayContaining([stranger.MessageSid, early.MessageSid]));
  value(await answer(anAnswer("+447911123456", "STOP")));
  expect(await eventsOn(one, "channel_optout")).toHaveLength(0);
});

test("whoever asks for no more and says something beside it is heard in both", async () => {
  await texted(one);
  value(await answer(anAnswer(phone, "Stop. I never had an account there.")));
  expect(await eventsOn(one, "channel_optout")).toHaveLength(1);
  expect(await eventsOn(one, "reply")).toHaveLength(1);
});

test("the provider's word on what became of a text settles one of which it had said nothing", async () => {
  twilio.be("silent after taking");
  const unknown = await texted(one);
  expect(unknown.status).toBe("unknown");
  const { sid } = twilio.kept[0];
  const about = { caseId: one.caseId, messageId: unknown.id };
  const fields = { MessageSid: sid, MessageStatus: "sent" };
  const posted = signedPost(url(`/webhooks/sms/${one.caseId}/${unknown.id}`), fields);
  value(await receiveText(ctx(), { ...posted, about }));
  expect(await message()).toMatchObject({ status: "sent", providerId: sid, dueAt: null });
});

test("a status that names a message of another case, or none, changes nothing", async () => {
  await texted(one);
  const { id, providerId } = await message();
  const fields = { MessageSid: `SM${"f".repeat(32)}`, MessageStatus: "failed" };
  const about = { caseId: one.caseId, messageId: id };
  value(await receiveText(ctx(), { ...signedPost(url(`/webhooks/sms/${one.caseId}/${id}`), fields), about }));
  expect(await message()).toMatchObject({ status: "sent", providerId });
  const nobody = { caseId: id, messageId: one.caseId };
  const there = url(`/webhooks/sms/${nobody.caseId}/${nobody.messageId}`);
  expect(
    value(
      await receiveText(ctx(), { ...signedPost(there, { ...fields, MessageStatus: "sent" }), about: nobody }),
    ),
  ).toBe("stored");
});
