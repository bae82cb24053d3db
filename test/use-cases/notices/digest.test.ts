import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import type { NoticeHours } from "#app/domain/accounts/notice-hours.ts";
import { ok } from "#app/domain/result.ts";
import { changeProfile } from "#app/use-cases/accounts/change-profile.server.ts";
import { markNotificationsRead } from "#app/use-cases/notices/mark-notifications-read.server.ts";
import { unsubscribe } from "#app/use-cases/notices/unsubscribe.server.ts";
import { writeDigests } from "#app/use-cases/notices/write-digests.server.ts";
import { type Notice, notifyAll } from "#app/use-cases/notify.server.ts";
import { writeHours } from "#db/queries/notice-settings.ts";
import { mails, notifications } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";
import { aCreditor, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const at = (instant: string) => new Date(instant);
const posted = (person: Person, code: string, by = "Lou Lawyer"): Notice => ({
  kind: "message_posted",
  values: { case: code, by },
  href: `/cases/${code}`,
  userIds: [person.userId],
});
const tell = (now: Date, ...notices: Notice[]) => {
  const ctx = world.ctx(system, now);
  return transact(ctx, async (tx) => ok(await notifyAll(tx, ctx, notices)));
};
const digest = async (now: Date) => value(await writeDigests(world.ctx(system, now)));
const digestsOf = (person: Person) =>
  world.owner
    .select()
    .from(mails)
    .where(and(eq(mails.toAddress, person.email), like(mails.body, "%/unsubscribe/%")));
async function aReader(hours: Partial<NoticeHours> = {}) {
  const person = await aCreditor(world);
  const whole = { timeZone: "Europe/Berlin", digestHour: 8, quietFrom: null, quietTo: null, ...hours };
  await transact(world.ctx(system), async (tx) => ok(await writeHours(tx, person.userId, whole)));
  return person;
}

test("what is new comes once, in one mail at the reader's hour, by case, however many workers write", async () => {
  const reader = await aReader();
  await tell(at("2026-03-10T20:00:00Z"), posted(reader, "R-1"), posted(reader, "R-2"), posted(reader, "R-1"));
  expect(await digest(at("2026-03-11T06:59:59Z"))).toBe(0);
  const due = at("2026-03-11T07:00:00Z");
  const written = await Promise.all([digest(due), digest(due), digest(due), digest(due)]);
  expect(written.reduce((sum, count) => sum + count, 0)).toBe(1);
  const [mail, ...more] = await digestsOf(reader);
  expect(more).toEqual([]);
  expect(mail.subject).toBe("Rung: 3 things are new");
  expect(mail.body.match(/^R-\d$/gm)).toEqual(["R-1", "R-2"]);
  expect(mail.unsubscribeUrl).toContain(`/unsubscribe/${reader.userId}.`);
  expect(await digest(at("2026-03-12T07:00:00Z"))).toBe(0);
});

test("on the day the clocks go forward and the day they go back there is one digest, at the hour or the first after it", async () => {
  const reader = await aReader({ digestHour: 2 });
  await tell(at("2026-03-28T20:00:00Z"), posted(reader, "R-1"));
  expect(await digest(at("2026-03-29T00:59:59Z"))).toBe(0);
  expect(await digest(at("2026-03-29T01:00:00Z"))).toBe(1);
  await tell(at("2026-10-24T20:00:00Z"), posted(reader, "R-1"));
  expect(await digest(at("2026-10-24T23:59:59Z"))).toBe(0);
  expect(await digest(at("2026-10-25T00:00:00Z"))).toBe(1);
  await tell(at("2026-10-25T00:30:00Z"), posted(reader, "R-1"));
  expect(await digest(at("2026-10-25T01:00:00Z"))).toBe(0);
  expect(await digest(at("2026-10-26T01:00:00Z"))).toBe(1);
});

test("a reader who moves to another zone has no second digest for the same day there", async () => {
  const reader = await aReader({ timeZone: "Asia/Tokyo" });
  await tell(at("2026-05-01T20:00:00Z"), posted(reader, "R-1"));
  expect(await digest(at("2026-05-01T23:00:00Z"))).toBe(1);
  const hours = { timeZone: "America/Los_Angeles", digestHour: 8, quietFrom: null, quietTo: null };
  await transact(world.ctx(system), async (tx) => ok(await writeHours(tx, reader.userId, hours)));
  await tell(at("2026-05-02T10:00:00Z"), posted(reader, "R-1"));
  expect(await digest(at("2026-05-02T16:00:00Z"))).toBe(0);
  expect(await digest(at("2026-05-03T15:00:00Z"))).toBe(1);
});

test("nothing is sent when nothing is new: what was read in the inbox is no news", async () => {
  const reader = await aReader();
  await tell(at("2026-06-01T20:00:00Z"), posted(reader, "R-1"));
  value(await markNotificationsRead(world.ctx(reader.actor), {}));
  expect(await digest(at("2026-06-02T07:00:00Z"))).toBe(0);
  expect(await digestsOf(reader)).toEqual([]);
});

test("the digest speaks its reader's language, and what somebody typed stays on its own line", async () => {
  const reader = await aReader();
  value(await changeProfile(world.ctx(reader.actor), { name: "李明", locale: "zh" }));
  await tell(at("2026-07-01T20:00:00Z"), posted(reader, "R-1", "Eve\n\nR-9\n- all your money"));
  await digest(at("2026-07-02T07:00:00Z"));
  const [mail] = await digestsOf(reader);
  expect(mail.locale).toBe("zh");
  expect(mail.subject).toBe("Rung：1 条新内容");
  expect(mail.body).not.toMatch(/^R-9$/m);
});

test("one click ends it, however often it is clicked, and a link that was not signed ends nothing", async () => {
  const reader = await aReader();
  const other = await aReader();
  await tell(at("2026-08-01T20:00:00Z"), posted(reader, "R-1"), posted(other, "R-1"));
  await digest(at("2026-08-02T07:00:00Z"));
  const [first] = await digestsOf(reader);
  const link = first.unsubscribeUrl ?? "";
  const token = link.split("/unsubscribe/")[1];
  const mac = token.split(".")[1];
  const click = (given: string) => unsubscribe(world.ctx(anonymous), { token: given });
  for (const forged of [
    `${other.userId}.${mac}`,
    `${reader.userId}.${"0".repeat(64)}`,
    reader.userId,
    "",
    `${token}.x`,
  ])
    expect(await click(forged)).toEqual({ ok: false, error: { kind: "link-over" } });
  await tell(at("2026-08-02T20:00:00Z"), posted(reader, "R-1"), posted(other, "R-1"));
  for (let times = 0; times < 2; times += 1) value(await click(token));
  await tell(at("2026-08-02T21:00:00Z"), posted(reader, "R-1"));
  expect(await digest(at("2026-08-03T07:00:00Z"))).toBe(1);
  expect(await digestsOf(reader)).toHaveLength(1);
  expect(await digestsOf(other)).toHaveLength(2);
  const rows = await world.owner.select().from(notifications).where(eq(notifications.userId, reader.userId));
  expect(rows.filter(({ inApp }) => inApp)).toHaveLength(3);
});
