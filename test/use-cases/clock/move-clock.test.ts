import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import { readClock, readMachineClock } from "#app/gateways/clock.server.ts";
import { MoveClock, moveClock } from "#app/use-cases/clock/move-clock.server.ts";
import { connect } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { auditEntries } from "#db/schema/accounts.ts";
import { freshDatabase } from "#test/support/database.ts";
import { anOpenRound } from "#test/support/market.ts";
import { aCreditor, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

let world: World;
let admin: Person;

beforeAll(async () => {
  world = await aWorld();
  admin = await theAdmin(world);
});
afterAll(() => world.close());

const hour = 3_600_000;
const ahead = async () =>
  Math.round(((await readClock(world.db)).getTime() - (await readMachineClock(world.db)).getTime()) / hour);

test("production refuses to move time, and so does everyone but an admin", async () => {
  const before = await ahead();
  const production = { ...world.ctx(admin.actor), mode: "production" as const };
  expect(await moveClock(production, { days: 1, hours: 0 })).toEqual({
    ok: false,
    error: { kind: "not-here" },
  });
  const creditor = await aCreditor(world);
  const unproven = { ...admin.actor, secondFactor: false };
  for (const actor of [anonymous, creditor.actor, system, unproven]) {
    expect(await moveClock(world.ctx(actor), { days: 1, hours: 0 })).toMatchObject({ ok: false });
  }
  expect(await ahead()).toBeCloseTo(before, 0);
});

test("in production the database itself gives the app no right to the clock, and forgets an offset", async () => {
  const { owner, app } = await freshDatabase();
  const asOwner = connect({ ...owner, max: 1 });
  await asOwner.db.execute(sql`insert into clock_offsets (id, offset_ms) values (1, 99)`);
  await migrateDatabase(owner, { movableClock: false });
  const asApp = connect({ ...app, max: 1 });
  for (const statement of [
    "insert into clock_offsets (id, offset_ms) values (1, 1)",
    "update clock_offsets set offset_ms = 1",
    "delete from clock_offsets",
  ]) {
    await expect(asApp.db.execute(statement), statement).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  expect(await asApp.db.execute("select * from clock_offsets")).toHaveLength(0);
  await Promise.all([asOwner.close(), asApp.close()]);
});

test("time moves forward only, at most a year at once", async () => {
  expect(await moveClock(world.ctx(admin.actor), { days: 0, hours: 0 })).toMatchObject({
    error: { kind: "not-forward" },
  });
  for (const wrong of [{ days: -1 }, { days: 367 }, { hours: 24 }, { hours: "x" }, { days: 1.5 }]) {
    expect(MoveClock.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  }
  expect(MoveClock.parse({ days: "3" })).toEqual({ days: 3, hours: 0 });
});

test("moving time wakes the timers at their new place on the machine's clock, and is on the record", async () => {
  const { caseId } = await anOpenRound(world);
  const dueIn = async () => {
    const rows = await world.owner.execute<{ hours: string }>(sql`
      select extract(epoch from run_at - clock_timestamp()) / 3600 as hours from graphile_worker.jobs
      where key like ${`timer:${caseId}:%`}`);
    expect(rows).toHaveLength(1);
    return Number(rows[0].hours);
  };
  const before = await ahead();
  expect(await dueIn()).toBeCloseTo(24, 0);
  expect(await moveClock(world.ctx(admin.actor), { days: 0, hours: 20 })).toMatchObject({ ok: true });
  expect(await ahead()).toBe(before + 20);
  expect(await dueIn()).toBeCloseTo(4, 0);
  await Promise.all([1, 2].map(() => moveClock(world.ctx(admin.actor), { days: 1, hours: 0 })));
  expect(await ahead()).toBe(before + 68);
  expect(await dueIn()).toBeLessThan(0);
  const entries = (await world.db.select().from(auditEntries)).filter(
    ({ operation }) => operation === "clock.move",
  );
  expect(entries).toHaveLength(3);
  expect(entries[0]).toMatchObject({ actorUserId: admin.userId });
});
