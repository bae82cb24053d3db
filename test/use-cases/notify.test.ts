import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import { err, ok } from "#app/domain/result.ts";
import { translator } from "#app/messages/catalogue.ts";
import { changeProfile } from "#app/use-cases/accounts/change-profile.server.ts";
import { signUp } from "#app/use-cases/accounts/sign-up.server.ts";
import { markNotificationsRead } from "#app/use-cases/notices/mark-notifications-read.server.ts";
import { readInbox } from "#app/use-cases/notices/read-inbox.server.ts";
import { type Notice, notify } from "#app/use-cases/notify.server.ts";
import { mails, memberships, notifications, users } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";
import {
  aCreditor,
  aWorld,
  mailTo,
  type Person,
  signUpInput,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const tell = (person: Person, notice: Notice) =>
  transact(world.ctx(person.actor), async (tx) => ok(await notify(tx, world.ctx(person.actor), notice)));
const awarded = (to: { toOrgId: string } | { userIds: string[] }): Notice => ({
  kind: "awarded",
  values: { case: "R-7K2M9", signByAt: "2026-12-03T17:00:00Z" },
  href: "/cases/1",
  ...to,
});
const jobs = async () => (await world.owner.execute(`select 1 from graphile_worker._private_jobs`)).length;

test("each member is told in their own language, in the app and by mail, with one job a mail", async () => {
  const reader = await aCreditor(world);
  value(await changeProfile(world.ctx(reader.actor), { name: "李明", locale: "zh" }));
  const before = await jobs();
  value(await tell(reader, awarded({ toOrgId: reader.orgId })));
  const mail = await mailTo(world, reader.email);
  expect(mail).toMatchObject({
    locale: "zh",
    subject: translator("zh")("notify.awarded.title", { case: "R-7K2M9" }),
  });
  expect(mail?.body).toContain("2026年12月3日 17:00 UTC");
  expect(mail?.body).toContain("http://127.0.0.1:3000/cases/1");
  expect(await jobs()).toBe(before + 1);

  const page = await readInbox(world.ctx(reader.actor), { tab: "all", after: null });
  expect(page?.notices[0]).toMatchObject({ title: "R-7K2M9 is awarded to you", read: false });
});

test("what is rolled back is never announced", async () => {
  const reader = await aCreditor(world);
  const before = await jobs();
  await transact(world.ctx(reader.actor), async (tx) => {
    await notify(tx, world.ctx(reader.actor), awarded({ toOrgId: reader.orgId }));
    return err({ kind: "refused" });
  });
  expect(
    await world.owner.select().from(notifications).where(eq(notifications.userId, reader.userId)),
  ).toEqual([]);
  expect(await jobs()).toBe(before);
});

test("nobody is written to at an address they have not confirmed, or after their account is gone", async () => {
  const reader = await aCreditor(world);
  const unconfirmed = signUpInput("creditor");
  value(await signUp(world.ctx(anonymous), unconfirmed));
  const [row] = await world.owner.select().from(users).where(eq(users.email, unconfirmed.email));
  await world.owner.insert(memberships).values({
    orgId: reader.orgId,
    userId: row.id,
    role: "member",
    createdAt: world.now,
  });
  value(await tell(reader, awarded({ toOrgId: reader.orgId })));
  value(await tell(reader, awarded({ userIds: [row.id] })));
  expect((await mailTo(world, unconfirmed.email))?.subject).toBe("Confirm your e-mail address");
  await world.owner.update(users).set({ deletedAt: world.now }).where(eq(users.id, reader.userId));
  const count = async () => (await world.owner.select().from(mails)).length;
  const before = await count();
  value(await tell(reader, awarded({ userIds: [reader.userId] })));
  expect(await count()).toBe(before);
});

test("what somebody typed cannot smuggle a header or another message into a mail", async () => {
  const reader = await aCreditor(world);
  const by = "Eve\r\nBcc: everybody@example.test {case} $t(mail.signature)";
  value(
    await tell(reader, {
      kind: "signed",
      values: { case: "R-1", by },
      href: "/",
      userIds: [reader.userId],
    }),
  );
  const invitation = { kind: "invitation", values: { organization: "X", by }, href: "/" } as const;
  value(await tell(reader, { ...invitation, userIds: [reader.userId] }));
  const mail = await mailTo(world, reader.email);
  expect(mail?.subject).toBe("Eve Bcc: everybody@example.test {case} $t(mail.signature) invites you to X");
});

test("notices are paged by key without loss, and only their reader can mark them", async () => {
  const [reader, stranger] = [await aCreditor(world), await aCreditor(world)];
  for (let at = 0; at < 60; at += 1) value(await tell(reader, awarded({ userIds: [reader.userId] })));
  const seen: string[] = [];
  let after: PageKey | null = null;
  for (let page = 0; page < 3; page += 1) {
    const found = await readInbox(world.ctx(reader.actor), { tab: "all", after });
    seen.push(...(found?.notices.map(({ id }) => id) ?? []));
    const [at, id] = found?.next?.split("_") ?? [];
    after = id ? { at: new Date(at), id } : null;
  }
  expect(new Set(seen).size).toBe(60);
  const mark = (person: Person) =>
    markNotificationsRead(world.ctx(person.actor), { notificationId: seen[0] });
  expect(await mark(stranger)).toEqual({ ok: false, error: { kind: "no-such-notice" } });
  expect(await mark(reader)).toEqual({ ok: true, value: { href: "/cases/1" } });
  value(await markNotificationsRead(world.ctx(reader.actor), {}));
  const unread = await world.owner
    .select()
    .from(notifications)
    .where(eq(notifications.userId, reader.userId));
  expect(unread.every(({ readAt }) => readAt !== null)).toBe(true);
});
