import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { noticeKinds, noticeRules } from "#app/domain/accounts/notice-rules.ts";
import { ok } from "#app/domain/result.ts";
import {
  ChangeNoticeSettings,
  changeNoticeSettings,
  readNoticeSettings,
} from "#app/use-cases/notices/notice-settings.server.ts";
import { releaseMail } from "#app/use-cases/notices/release-mail.server.ts";
import { type Notice, notifyAll } from "#app/use-cases/notify.server.ts";
import { mails, notifications } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";
import { aCreditor, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const hours = { timeZone: "Europe/Berlin", digestHour: "8", quietFrom: "22:00", quietTo: "07:00" };
const choose = async (person: Person, given: object) =>
  value(
    await changeNoticeSettings(world.ctx(person.actor), ChangeNoticeSettings.parse({ ...hours, ...given })),
  );
const tell = (now: Date, ...notices: Notice[]) => {
  const ctx = world.ctx(system, now);
  return transact(ctx, async (tx) => ok(await notifyAll(tx, ctx, notices)));
};
const bid = (person: Person): Notice => ({
  kind: "bid_received",
  values: { case: "R-1", count: 1 },
  href: "/",
  userIds: [person.userId],
});
const lastDay = (person: Person): Notice => ({
  kind: "date_last",
  values: { case: "R-1", whatKey: "x", dayOn: "2026-01-11" },
  href: "/",
  userIds: [person.userId],
});
const noticesOf = (person: Person) =>
  world.owner.select().from(notifications).where(eq(notifications.userId, person.userId));
const mailsOf = async (person: Person) =>
  (await world.owner.select().from(mails).where(eq(mails.toAddress, person.email))).filter(({ subject }) =>
    subject.includes("R-1"),
  );
const jobs = async () => (await world.owner.execute(`select 1 from graphile_worker._private_jobs`)).length;

const noon = new Date("2026-01-10T12:00:00Z");
const night = new Date("2026-01-10T23:00:00Z");

test("each person hears of each kind as they chose, and of the next person's choice nothing changes", async () => {
  const [quiet, plain] = [await aCreditor(world), await aCreditor(world)];
  await choose(quiet, { mail: { bid_received: "none" }, inApp: {} });
  await tell(noon, bid(quiet), bid(plain));
  expect([await noticesOf(quiet), await mailsOf(quiet)]).toEqual([[], []]);
  expect([(await noticesOf(plain)).length, (await mailsOf(plain)).length]).toEqual([1, 1]);
  await choose(quiet, { mail: { bid_received: "digest" }, inApp: {} });
  await tell(noon, bid(quiet));
  expect((await noticesOf(quiet)).map(({ inApp, digestDue }) => [inApp, digestDue])).toEqual([[false, true]]);
  expect(await mailsOf(quiet)).toEqual([]);
});

test("what is necessary stands in the inbox whatever was sent in the form", async () => {
  const person = await aCreditor(world);
  await choose(person, { mail: Object.fromEntries(noticeKinds.map((kind) => [kind, "none"])), inApp: {} });
  await tell(noon, lastDay(person));
  expect((await noticesOf(person)).map(({ kind, inApp }) => [kind, inApp])).toEqual([["date_last", true]]);
  const settings = await readNoticeSettings(world.ctx(person.actor));
  const shown = settings?.groups.flatMap(({ kinds }) => kinds) ?? [];
  expect(
    shown
      .filter(({ inApp }) => inApp)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(
    shown
      .filter(({ kind }) => noticeRules[kind].always)
      .map(({ kind }) => kind)
      .sort(),
  );
  expect(
    ["date_near", "date_last", "date_open", "date_over"].every((kind) =>
      shown.some((each) => each.kind === kind),
    ),
  ).toBe(true);
});

test("mail waits for the end of quiet hours, is then sent once, and what is urgent does not wait", async () => {
  const person = await aCreditor(world);
  await choose(person, {});
  const before = await jobs();
  await tell(night, bid(person), lastDay(person));
  expect(await jobs()).toBe(before + 1);
  expect((await noticesOf(person)).length).toBe(2);
  const held = (await mailsOf(person)).flatMap(({ heldUntil }) => heldUntil ?? []);
  expect(held).toEqual([new Date("2026-01-11T06:00:00Z")]);
  const release = async (now: string) => value(await releaseMail(world.ctx(system, new Date(now))));
  expect(await release("2026-01-11T05:59:59Z")).toBe(0);
  const released = await Promise.all([release("2026-01-11T06:00:00Z"), release("2026-01-11T06:00:00Z")]);
  expect(released.toSorted()).toEqual([0, 1]);
  expect(await jobs()).toBe(before + 2);
});

test("a form with half of the quiet hours, an hour or a zone there is not, or a kind of its own making is refused", () => {
  const wrong = [
    { ...hours, quietTo: undefined },
    { ...hours, quietFrom: "25:00" },
    { ...hours, digestHour: "24" },
    { ...hours, timeZone: "Mars/Base" },
    { ...hours, mail: { no_such_kind: "now" } },
    { ...hours, mail: { bid_received: "often" } },
  ];
  for (const form of wrong) expect(ChangeNoticeSettings.safeParse(form).success).toBe(false);
  expect(ChangeNoticeSettings.safeParse({ ...hours, digestHour: "off" }).success).toBe(true);
});
