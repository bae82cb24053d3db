import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { closeMailConnections } from "#app/gateways/mail.server.ts";
import { askMessage } from "#app/use-cases/contact/ask-message.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { licences } from "#db/schema/accounts.ts";
import { aCaseToWriteOn, aMailServer, type Mailed, written } from "#test/support/contact.ts";
import { diceOf } from "#test/support/dice.ts";
import { aLawyer, aWorld, turnTo, value, type World } from "#test/support/world.ts";

/** Days of random asking and sending; the proof asks for more. */
const HISTORIES = Number(process.env.GATE_HISTORIES ?? 5);
const SEED = Number(process.env.GATE_SEED ?? 20_261_127);
const post = aMailServer();
let world: World;
let cases: Mailed[];

beforeAll(async () => {
  world = await aWorld();
  world.services.mailServer = { smtpUrl: await post.listen(), from: "Rung <no-reply@rung.example>" };
  await turnTo(world, "2026-03-02T02:00:00Z");
  const email = "wang@juzi.example";
  cases = [];
  for (let at = 0; at < 3; at += 1) {
    const lawyer = await aLawyer(world, { territory: "CN" });
    cases.push(await aCaseToWriteOn(world, { law: "CN", email, lawyer }));
  }
}, 120_000);
afterAll(async () => {
  closeMailConnections();
  await world.close();
  await post.close();
});

const HOUR = 3_600_000;
/** China has one time, eight hours ahead: the oracle counts by arithmetic alone and asks the product for nothing. */
const msOfDay = (at: Date) => (at.getTime() + 8 * HOUR) % (24 * HOUR);
const dayOf = (at: Date) => Math.floor((at.getTime() + 8 * HOUR) / (24 * HOUR));

/** What left, by the mail server's own list of takings: the id it bears, and the moment the row says it was taken for sending. */
async function departures() {
  const rows = (
    await Promise.all(cases.map(({ caseId }) => messagesOf(world.owner, caseId, { limit: 10_000 })))
  ).flat();
  const taken = new Map(rows.map((row) => [`<${row.id}@rung>`, row.claimedAt]));
  return post.received.map(({ messageId }) => taken.get(messageId ?? "") ?? null);
}

test("exactly as many leave as the law lets: many senders at once against a cap of two a day, over three collectors of one debtor", async () => {
  const noon = new Date("2026-03-10T04:00:00Z");
  const asks = cases.flatMap((each) => Array.from({ length: 4 }, () => each));
  for (const each of asks) value(await askAt(each, noon));
  await sendAtOnce(noon, 6);
  expect(post.received).toHaveLength(2);
  const held = (await rowsOf()).filter(({ status }) => status === "held");
  expect(held).toHaveLength(asks.length - 2);
  for (const { dueAt, findings } of held) {
    expect(dueAt?.toISOString()).toBe("2026-03-11T00:00:00.000Z");
    expect(findings?.map(({ rule }) => rule)).toContain("CN-CONTACT-09");
  }
  await sendAtOnce(new Date("2026-03-10T23:59:59.999Z"), 6);
  expect(post.received).toHaveLength(2);
  await sendAtOnce(new Date("2026-03-11T00:00:00Z"), 6);
  expect(post.received).toHaveLength(4);
}, 120_000);

test("over random days with senders at once, no day sees a third e-mail and no hour of the night one, by a reckoning of its own", async () => {
  const roll = diceOf(SEED);
  const before = post.received.length;
  let tried = 0;
  for (let day = 0; day < HISTORIES; day += 1) {
    const midnight = Date.parse("2026-03-11T16:00:00Z") + day * 24 * HOUR;
    await lookUpAgain(new Date(midnight));
    const seconds = [roll(86_400), roll(86_400), roll(86_400)].sort((a, b) => a - b);
    for (const second of seconds) {
      const at = new Date(midnight + second * 1_000);
      await Promise.all(Array.from({ length: 1 + roll(2) }, () => askAt(cases[roll(3)], at)));
      await sendAtOnce(at, 3);
      tried += 1;
    }
  }
  const moments = await departures();
  expect(moments).not.toContain(null);
  const known = moments.filter((moment) => moment !== null);
  const perDay = new Map<number, number>();
  for (const moment of known) perDay.set(dayOf(moment), (perDay.get(dayOf(moment)) ?? 0) + 1);
  expect([...perDay.values()].filter((count) => count > 2)).toEqual([]);
  expect(known.filter((moment) => msOfDay(moment) < 8 * HOUR || msOfDay(moment) >= 22 * HOUR)).toEqual([]);
  expect(new Set(post.received.map(({ messageId }) => messageId)).size).toBe(post.received.length);
  expect(post.received.length - before).toBeGreaterThan(0);
  expect(tried).toBeGreaterThan(HISTORIES);
}, 600_000);

/** The register is looked up again as often as the law asks. */
const lookUpAgain = (at: Date) => world.owner.update(licences).set({ registerCheckedAt: at });

const rowsOf = async () =>
  (await Promise.all(cases.map(({ caseId }) => messagesOf(world.owner, caseId, { limit: 10_000 })))).flat();

const noticeOn = (mailed: Mailed, at: Date) => ({
  ...written({ ...world, now: at }, mailed.caseId, { template: "cn.first-notice", when: "lawful" }),
  answerBy: "2026-06-30",
});
const askAt = (mailed: Mailed, at: Date) =>
  askMessage(world.ctx(mailed.lawyer.actor, at), noticeOn(mailed, at));

/** Several workers at once, until nothing is due any more at that moment. */
async function sendAtOnce(at: Date, workers: number) {
  for (;;) {
    const done = await Promise.all(
      Array.from({ length: workers }, () =>
        sendMessages(world.ctx(system, at), { clock: async () => at, limit: 50 }),
      ),
    );
    if (done.every((each) => value(each) === 0)) return;
  }
}
