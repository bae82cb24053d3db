import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { askAfterMs } from "#app/domain/contact/message-moves.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { claimMessage } from "#app/use-cases/contact/claim-message.server.ts";
import { contactView } from "#app/use-cases/contact/contact-view.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { contactMessages } from "#db/schema/contact.ts";
import { aCaseToWriteOn, ask, type Mailed, toMorning, verifiedByText } from "#test/support/contact.ts";
import { aCaseToText, aPhone } from "#test/support/texts.ts";
import { aTwilio, ourNumber } from "#test/support/twilio.ts";
import { aWorld, turnTo, value, type World } from "#test/support/world.ts";

const zone = "Europe/London";
const twilio = aTwilio();
let world: World;
let one: Mailed;
let phone: string;

/** The number whose texts are looked at is the last case's. */
function anotherToText(law?: "GB-EW" | "CN", number = aPhone()): Promise<Mailed> {
  phone = number;
  return aCaseToText(world, { phone, law });
}

beforeAll(async () => {
  world = await aWorld();
  world.services.smsProvider = await twilio.listen();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  twilio.be("well");
  await world.owner
    .update(contactMessages)
    .set({ status: "withdrawn", dueAt: null })
    .where(inArray(contactMessages.status, ["waiting", "held"]));
  one = await anotherToText();
}, 60_000);
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  await twilio.close();
  expect(breaks).toEqual([]);
});

const later = (ms: number) => new Date(world.now.getTime() + ms);
const send = (moment = world.now) => sendMessages(world.ctx(system, moment), { clock: async () => moment });
const text = (on = one, more = {}) =>
  ask(world, on, { template: "gb.sms.written", payTo: undefined, ...more });
const message = async (on = one) => (await messagesOf(world.owner, on.caseId, { limit: 1 }))[0];
const taken = () => twilio.kept.filter(({ to }) => to === phone);
const texts = async (on = one) =>
  (await eventsOf(world.owner, on.caseId)).filter(({ type }) => type === "sms");
const tookBack = async (on = one) =>
  (await eventsOf(world.owner, on.caseId)).filter(({ payload }) => payload.refs?.undelivered);

test("a text goes out whole: asked, decided, counted in the log, taken by the provider, and nothing in it but the template", async () => {
  expect(value(await text())).toMatchObject({ asked: true });
  expect(value(await send())).toBe(1);
  const [sms] = taken();
  expect(sms).toMatchObject({ to: phone, from: ourNumber });
  expect(sms.body).toContain("Reply STOP to stop texts.");
  expect(sms.body).toMatch(/\/door\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4} /);
  expect(sms.body).not.toMatch(/3,200|Hattie|Bank transfer/);
  const sent = await message();
  expect(sms.statusCallback).toBe(`${world.services.publicUrl}/webhooks/sms/${one.caseId}/${sent.id}`);
  expect(sent).toMatchObject({ status: "sent", channel: "sms", providerId: sms.sid, delivery: "queued" });
  const [event] = await texts();
  expect(event).toMatchObject({ payload: { act: { channel: "sms", outcome: "sent" } } });
  expect(event.decision.allowed).toBe(true);
  expect(JSON.stringify(event)).not.toContain(phone.slice(3));
  expect(JSON.stringify(sent)).not.toContain(phone.slice(3));
  expect(value(await send())).toBe(0);
  expect(taken()).toHaveLength(1);
});

test("no free word reaches a text: what a form carries beside its template is dropped", async () => {
  value(await text(one, { passage: "Pay today or else", payTo: "My own account" }));
  await send();
  expect(taken()[0].body).not.toMatch(/or else|own account/);
});

test("only a verified number that can take a text is texted", async () => {
  const landline = await aCaseToWriteOn(world, { law: "GB-EW", email: "landline@hollyhock.example" });
  expect(await verifiedByText(world, landline)).toMatchObject({ ok: false, error: { kind: "no-phone" } });
  expect(await text(landline)).toMatchObject({ ok: false, error: { kind: "no-phone" } });
  const email = "unverified@hollyhock.example";
  const unverified = await aCaseToWriteOn(world, { law: "GB-EW", email, phone: aPhone() });
  expect(await text(unverified)).toMatchObject({ ok: false, error: { kind: "phone-unverified" } });
});

test("where no provider is set up nothing can be asked for in production, and the page says so", async () => {
  const ctx = { ...world.ctx(one.lawyer.actor), smsProvider: null };
  const carrierOf = async (mode: "demo" | "production") =>
    (await contactView({ ...ctx, mode }, one.caseId))?.addresses.find(({ channel }) => channel === "sms")
      ?.carrier;
  expect(await carrierOf("demo")).toBe("kept");
  expect(await carrierOf("production")).toBe("none");
});

test("what the law refuses at the moment of sending is held, and goes out at the first lawful one", async () => {
  value(await text());
  const night = new Date(`${dateIn(zone, world.now)}T21:30:00Z`);
  await send(night);
  const held = await message();
  expect(held).toMatchObject({ status: "held", heldWhy: "not-lawful" });
  expect(taken()).toHaveLength(0);
  expect(await texts()).toHaveLength(0);
  await send(held.dueAt ?? night);
  expect(taken()).toHaveLength(1);
});

test("ten workers at one text send it once", async () => {
  value(await text());
  await Promise.all(Array.from({ length: 10 }, () => send()));
  expect(taken()).toHaveLength(1);
  expect(await texts()).toHaveLength(1);
});

test("a cap counts every collector's texts to the same number: of ten sent at once over three cases two get through", async () => {
  const number = "+8613800138000";
  const cases = [
    await anotherToText("CN", number),
    await anotherToText("CN", number),
    await anotherToText("CN", number),
  ];
  await toMorning(world, "Asia/Shanghai", 1, "10:00");
  for (const each of cases)
    for (const template of ["cn.sms.written", "cn.sms.no-answer"])
      value(await ask(world, each, { template, payTo: undefined, when: "lawful" }));
  await Promise.all(Array.from({ length: 10 }, () => send()));
  expect(taken()).toHaveLength(2);
  const counted = await Promise.all(cases.map((each) => texts(each)));
  expect(counted.flat()).toHaveLength(2);
});

for (const mood of ["silent after taking", "broken after taking"] as const)
  test(`a provider that took it and was ${mood.split(" ")[0]} is asked for it, and never sent it twice`, async () => {
    twilio.be(mood);
    value(await text());
    await send();
    const unknown = await message();
    expect(unknown).toMatchObject({ status: "unknown", dueAt: later(askAfterMs[0]) });
    expect(await texts()).toHaveLength(1);
    twilio.be("well");
    await send(later(60_000));
    expect((await message()).status).toBe("unknown");
    await send(later(askAfterMs[0]));
    expect(await message()).toMatchObject({ status: "sent", providerId: taken()[0].sid, dueAt: null });
    for (const hours of [1, 30, 300]) await send(later(hours * 3_600_000));
    expect(taken()).toHaveLength(1);
    expect(await texts()).toHaveLength(1);
    expect(await tookBack()).toHaveLength(0);
  });

test("a provider that never had it is asked three times, and then the log takes it back", async () => {
  twilio.be("silent without taking");
  value(await text());
  await send();
  twilio.be("well");
  for (const ms of askAfterMs.slice(0, -1)) {
    await send(later(ms));
    expect((await message()).status).toBe("unknown");
  }
  expect(await tookBack()).toHaveLength(0);
  await send(later(askAfterMs[2]));
  expect(await message()).toMatchObject({ status: "bounced", dueAt: null });
  expect(await tookBack()).toHaveLength(1);
  expect(taken()).toHaveLength(0);
});

test("a provider that cannot be asked is asked again, and nothing is taken back meanwhile", async () => {
  twilio.be("silent after taking");
  value(await text());
  await send();
  twilio.be("deaf");
  for (let turn = 0; turn < 5; turn += 1) await send((await message()).dueAt ?? world.now);
  expect(await message()).toMatchObject({ status: "unknown" });
  expect(await tookBack()).toHaveLength(0);
  twilio.be("well");
  await send((await message()).dueAt ?? world.now);
  expect((await message()).status).toBe("sent");
  expect(taken()).toHaveLength(1);
});

test("a worker that dies between counting and handing over: the provider is asked, and nobody sends it again", async () => {
  value(await text());
  expect((await claimMessage(world.ctx(system), await message())).work?.kind).toBe("sms");
  expect(value(await send())).toBe(0);
  for (const ms of [6 * 60_000, 7 * 60_000, ...askAfterMs.slice(1), 3 * 3_600_000]) await send(later(ms));
  expect((await message()).status).toBe("bounced");
  expect(taken()).toHaveLength(0);
});

test("a provider that is busy is tried again by a new decision, and asked first whether it has it after all", async () => {
  twilio.be("busy");
  value(await text());
  await send();
  const back = await message();
  expect(back).toMatchObject({ status: "waiting", tries: 1, eventSeq: null });
  twilio.be("well");
  const before = twilio.asked.length;
  await send(back.dueAt ?? world.now);
  expect(twilio.asked.slice(before).map((each) => each.split(" ")[0])).toEqual(["GET", "POST"]);
  expect(taken()).toHaveLength(1);
  expect(await tookBack()).toHaveLength(1);
});

test("a number that does not exist ends it on every case, and the log takes the text back", async () => {
  const same = await anotherToText("GB-EW", phone);
  twilio.be({ error: 21211 });
  value(await text());
  await send();
  expect(await message()).toMatchObject({ status: "bounced", answer: expect.stringContaining("21211") });
  expect(await tookBack()).toHaveLength(1);
  for (const each of [one, same])
    expect(await text(each)).toMatchObject({ ok: false, error: { kind: "phone-dead" } });
});

test("a debtor who has ended the texts with the provider has ended them with us, on every case of the number", async () => {
  const same = await anotherToText("GB-EW", phone);
  twilio.be({ error: 21610 });
  value(await text());
  await send();
  expect((await message()).status).toBe("bounced");
  for (const each of [one, same]) {
    const events = await eventsOf(world.owner, each.caseId);
    expect(events.filter(({ type }) => type === "channel_optout")).toHaveLength(1);
    expect(value(await text(each))).toMatchObject({ asked: false });
  }
});

test("an account that is shut out loses no text: it is tried again, and held after the last try", async () => {
  const provider = world.services.smsProvider;
  if (provider) world.services.smsProvider = { ...provider, authToken: "another token than the account's" };
  value(await text());
  for (let turn = 0; turn < 5; turn += 1) await send((await message()).dueAt ?? world.now);
  world.services.smsProvider = provider;
  expect(await message()).toMatchObject({ status: "held", heldWhy: "sms-provider", tries: 5 });
  expect(taken()).toHaveLength(0);
});
