import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { err, ok } from "#app/domain/result.ts";
import { maxStreams } from "#app/http/inbox-stream.server.ts";
import { signOut } from "#app/use-cases/accounts/sign-out.server.ts";
import { markNotificationsRead } from "#app/use-cases/notices/mark-notifications-read.server.ts";
import { unsubscribeUrl } from "#app/use-cases/notices/unsubscribe.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { connect } from "#db/client.ts";
import { hoursOf } from "#db/queries/notice-settings.ts";
import { sessions } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";
import { anInboxServer, type InboxServer, openInbox } from "#test/support/open-inbox.ts";
import { aCreditor, aWorld, type Person, signedInAgain, value, type World } from "#test/support/world.ts";

let world: World;
/** Two processes of the product over one database. */
let here: InboxServer;
let there: InboxServer;
let elsewhere: ReturnType<typeof connect>;
beforeAll(async () => {
  world = await aWorld();
  elsewhere = connect({ ...world.app, max: 10 });
  here = await anInboxServer(world.services);
  there = await anInboxServer({ ...world.services, db: elsewhere.db });
});
afterAll(async () => {
  here.close();
  there.close();
  await elsewhere.close();
  await world.close();
});

const wait = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000, interval: 20 });
const tell = (person: Person, code: string, outcome: "kept" | "refused" = "kept") =>
  transact(world.ctx(system), async (tx) => {
    const notice = { kind: "bid_opened", values: { case: code }, href: `/cases/${code}` } as const;
    await notify(tx, world.ctx(system), { ...notice, userIds: [person.userId] });
    return outcome === "kept" ? ok(null) : err({ kind: outcome });
  });
const opened = async (server: InboxServer, person: Person, options = {}) => {
  const inbox = await openInbox(server, person, options);
  await wait(() => expect(inbox.told.length).toBeGreaterThan(0));
  return inbox;
};

test("a notice reaches every open inbox of its reader, in whichever process, and nobody else's", async () => {
  const [reader, other] = [await aCreditor(world), await aCreditor(world)];
  const inboxes = [await opened(here, reader), await opened(there, reader)];
  const strange = await opened(there, other);
  await tell(reader, "R-1");
  for (const inbox of inboxes) {
    await wait(() => expect(inbox.titles()).toEqual(["Your bid on R-1 is open"]));
    expect(inbox.told.at(-1)?.data.unread).toBe(1);
    expect(inbox.response.headers.get("content-type")).toContain("text/event-stream");
    expect(inbox.response.headers.get("content-encoding")).toBeNull();
  }
  value(await markNotificationsRead(world.ctx(reader.actor), {}));
  for (const inbox of inboxes) await wait(() => expect(inbox.told.at(-1)?.data.unread).toBe(0));
  await tell(other, "R-2");
  await wait(() => expect(strange.titles()).toEqual(["Your bid on R-2 is open"]));
  expect(inboxes.flatMap((inbox) => inbox.titles())).toHaveLength(2);
  for (const inbox of [...inboxes, strange]) inbox.leave();
});

test("an inbox that opens is told how things stand with the newest notice, read or not", async () => {
  const reader = await aCreditor(world);
  const empty = await opened(here, reader);
  expect(empty.told[0].data).toEqual({ unread: 0, newest: null, notice: null });
  await tell(reader, "R-1");
  await tell(reader, "R-2");
  await wait(() => expect(empty.titles()).toHaveLength(2));
  value(await markNotificationsRead(world.ctx(reader.actor), {}));
  const later = await opened(there, reader);
  expect(later.told[0].data).toEqual({
    unread: 0,
    newest: empty.told.findLast(({ data }) => data.notice)?.id,
    notice: null,
  });
  for (const inbox of [empty, later]) inbox.leave();
});

test("what is rolled back is never announced", async () => {
  const reader = await aCreditor(world);
  const inbox = await opened(here, reader);
  await tell(reader, "R-1", "refused");
  await tell(reader, "R-2");
  await wait(() => expect(inbox.titles()).toEqual(["Your bid on R-2 is open"]));
  inbox.leave();
});

test("who comes back is told what was missed, by the notice seen last, and another's notice names no place", async () => {
  const [reader, other] = [await aCreditor(world), await aCreditor(world)];
  const before = await opened(here, reader);
  await tell(reader, "R-1");
  await wait(() => expect(before.titles()).toHaveLength(1));
  before.leave();
  await tell(reader, "R-2");
  await tell(reader, "R-3");
  const lastId = before.told.at(-1)?.id ?? "";
  const back = await opened(there, reader, { lastId });
  await wait(() => expect(back.titles()).toEqual(["Your bid on R-2 is open", "Your bid on R-3 is open"]));
  const thief = await opened(here, other, { lastId });
  await tell(other, "R-4");
  await wait(() => expect(thief.titles()).toEqual(["Your bid on R-4 is open"]));
  for (const inbox of [back, thief]) inbox.leave();
});

test("an inbox closes when its reader signs out or the session runs out, and is told nothing after", async () => {
  const reader = await aCreditor(world);
  const again = await signedInAgain(world, reader);
  const [ending, staying] = [await opened(there, reader), await opened(here, again)];
  expect((await signOut(world.ctx(reader.actor), reader.session)).ok).toBe(true);
  await ending.ended;
  await tell(reader, "R-1");
  await wait(() => expect(staying.titles()).toHaveLength(1));
  expect(ending.titles()).toEqual([]);
  await world.owner
    .update(sessions)
    .set({ expiresAt: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(sessions.tokenHash, again.session));
  await tell(reader, "R-2");
  await staying.ended;
  expect(staying.titles()).toEqual(["Your bid on R-1 is open"]);
});

test("one person cannot hold a process's connections, and who left makes room", async () => {
  const reader = await aCreditor(world);
  const held = [];
  for (let count = 0; count < maxStreams; count += 1) held.push(await opened(here, reader));
  expect((await openInbox(here, reader)).response.status).toBe(429);
  held[0].leave();
  await wait(async () => {
    const inbox = await openInbox(here, reader);
    held.push(inbox);
    expect(inbox.response.status).toBe(200);
  });
  for (const inbox of held) inbox.leave();
});

test("without a session there is no stream", async () => {
  const { response } = await openInbox(here, { token: "nobody" });
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe("/sign-in?next=%2Finbox%2Fstream");
});

test("a listener whose connection the database cut hears again", async () => {
  const reader = await aCreditor(world);
  const inbox = await opened(here, reader);
  await world.owner.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`);
  await wait(async () => {
    await tell(reader, "R-1");
    expect(inbox.titles().length).toBeGreaterThan(0);
  });
  inbox.leave();
});

test("a mail program ends a digest by its own post, without cookie or origin, and a link made up for another ends nothing", async () => {
  const [reader, other] = [await aCreditor(world), await aCreditor(world)];
  const path = unsubscribeUrl(world.services, reader.userId).replace(world.services.publicUrl, "");
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const answer = await fetch(`${here.url}${path}`, { method: "POST", body });
  expect(answer.status).toBe(200);
  expect((await hoursOf(world.db, reader.userId))?.digestHour).toBeNull();
  await fetch(`${here.url}${path.replace(reader.userId, other.userId)}`, { method: "POST", body });
  expect(await hoursOf(world.db, other.userId)).toBeNull();
});
