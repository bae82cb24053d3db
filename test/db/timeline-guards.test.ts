import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { packs } from "#app/domain/law/packs.ts";
import { type ChainedEvent, canonicalJson, chainText, genesisHash } from "#app/domain/timeline/chain.ts";
import type { Db } from "#db/client.ts";
import { raisedBy } from "#db/queries/raised-by.ts";
import { digest, eventsOf } from "#db/queries/timeline.ts";
import { timelineEvents } from "#db/schema/timeline.ts";
import { anOpenRound } from "#test/support/market.ts";
import { aWorld, type World } from "#test/support/world.ts";

let world: World;
const [pack] = packs;

beforeAll(async () => {
  world = await aWorld();
  await anOpenRound(world);
});
afterAll(() => world.close());

/** SQLSTATE of what a statement is refused with; null when it went through. */
async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return raisedBy(error) ?? String(error);
  }
}

type Link = ChainedEvent & { hash: string };
const allowed = canonicalJson({ payload: {}, decision: { allowed: true } });

/** A link that follows from the one before it; `changed` is what an attacker writes instead, hashed as it should be. */
function linkAfter(last: Link | null, changed: Partial<ChainedEvent> = {}): Link {
  const link: ChainedEvent = {
    caseId: last?.caseId ?? newId(world.now),
    seq: (last?.seq ?? 0) + 1,
    id: newId(world.now),
    type: "posted",
    stageBefore: last?.stageAfter ?? "intake",
    stageAfter: last?.stageAfter ?? "intake",
    occurredAt: world.now,
    recordedAt: world.now,
    actorUserId: null,
    actorOrgId: null,
    actorRole: "system",
    packId: pack.id,
    packVersion: pack.version,
    body: allowed,
    prevHash: last?.hash ?? genesisHash,
    ...changed,
  };
  return { ...link, hash: digest(chainText(link)) };
}

const insert = (link: Link, db: Db = world.db) => db.insert(timelineEvents).values(link);

async function aChain(length: number): Promise<Link> {
  let last = linkAfter(null);
  await insert(last);
  for (let seq = 2; seq <= length; seq += 1) {
    last = linkAfter(last);
    await insert(last);
  }
  return last;
}

const frozen = ["timeline_events", "audit_entries", "consents"] as const;
const changes: Record<(typeof frozen)[number], string> = {
  timeline_events: "update timeline_events set body = body",
  audit_entries: "update audit_entries set operation = operation",
  consents: "update consents set version = version",
};

for (const table of frozen) {
  const attempts = {
    UPDATE: changes[table],
    DELETE: `delete from ${table}`,
    TRUNCATE: `truncate ${table}`,
    "TRUNCATE among others": `truncate notifications, ${table} cascade`,
  };
  for (const [name, statement] of Object.entries(attempts)) {
    test(`as the app's role ${name} on ${table} is refused for want of the right`, async () => {
      expect(await refusalOf(world.db.execute(statement))).toBe("42501");
    });

    test(`as the owner ${name} on ${table} is refused by trigger`, async () => {
      expect(await refusalOf(world.owner.execute(statement))).toBe("RG001");
    });
  }
}

test("an insert that turns into an update on conflict changes nothing that was recorded", async () => {
  const last = await aChain(1);
  const upsert = (db: Db) =>
    insert(last, db).onConflictDoUpdate({
      target: [timelineEvents.caseId, timelineEvents.seq],
      set: { actorRole: "admin" },
    });
  expect(await refusalOf(upsert(world.db))).toBe("42501");
  expect(await refusalOf(upsert(world.owner))).toMatch(/^RG00[12]$/);
  expect((await eventsOf(world.db, last.caseId)).map(({ actorRole }) => actorRole)).toEqual(["system"]);
});

test("the app's role cannot switch the guards off, nor become a role that can", async () => {
  for (const statement of [
    "alter table timeline_events disable trigger all",
    "drop trigger timeline_events_guard on timeline_events",
    "set session_replication_role = replica",
    "create or replace function guard_timeline_event() returns trigger language plpgsql as 'begin return new; end'",
    "drop table timeline_events",
    "insert into law_stage_moves values ('US', '0', 'file_suit', 'intake', 'lawsuit')",
    "set role postgres",
  ]) {
    expect(await refusalOf(world.db.execute(statement)), statement).toBe("42501");
  }
  await world.db.execute("grant update on timeline_events to rung_app");
  expect(await refusalOf(world.db.execute(changes.timeline_events))).toBe("42501");
});

test("a temporary table in the name of ours does not stand in for the moves the packs know", async () => {
  const last = await aChain(1);
  const jump = linkAfter(last, { type: "file_suit", stageAfter: "lawsuit" });
  const attempt = world.db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table law_stage_moves on commit drop as
      select ${pack.id}::text as pack_id, ${pack.version}::text as pack_version, 'file_suit' as type,
        'intake' as stage_before, 'lawsuit' as stage_after`);
    await tx.insert(timelineEvents).values(jump);
  });
  expect(await refusalOf(attempt)).toBe("RG003");
});

test("a temporary table in the name of the clock's does not move the clock", async () => {
  const attempt = world.db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table clock_offsets on commit drop as
      select 1 as id, 86400000000::bigint as offset_ms`);
    const [row] = await tx.execute<{ ahead: boolean }>(
      sql`select rung_now() > clock_timestamp() + interval '500 days' as ahead`,
    );
    return row.ahead;
  });
  expect(await attempt).toBe(false);
});

test("a gap is refused, before the first event as after the last", async () => {
  expect(await refusalOf(insert(linkAfter(null, { seq: 2 })))).toBe("RG002");
  expect(await refusalOf(insert(linkAfter(null, { seq: 0 })))).toBe("RG002");
  const last = await aChain(2);
  expect(await refusalOf(insert(linkAfter(last, { seq: 4 })))).toBe("RG002");
});

test("a fork is refused: the same number twice, and a link to another event than the last", async () => {
  const last = await aChain(2);
  expect(await refusalOf(insert(linkAfter(last, { seq: 2 })))).toBe("RG002");
  expect(await refusalOf(insert(linkAfter(last, { prevHash: last.prevHash })))).toBe("RG002");
  expect(await refusalOf(insert(linkAfter(last, { prevHash: genesisHash })))).toBe("RG002");
  expect(await eventsOf(world.db, last.caseId)).toHaveLength(2);
});

test("a fork hidden in one statement is refused as a whole", async () => {
  const last = await aChain(1);
  const twice = world.db.insert(timelineEvents).values([linkAfter(last), linkAfter(last)]);
  expect(await refusalOf(twice)).toMatch(/^(RG002|23505)$/);
  expect(await eventsOf(world.db, last.caseId)).toHaveLength(1);
});

test("a stage jump is refused: a move no pack knows, and a stage the case does not stand at", async () => {
  const last = await aChain(1);
  for (const jump of [
    { type: "file_suit", stageAfter: "lawsuit" },
    { type: "posted", stageAfter: "closed" },
    { type: "reminder", stageBefore: "contact", stageAfter: "contact" },
    { type: "call", stageAfter: "enforcement" },
    { type: "no_such_type" },
    { type: "reminder", stageAfter: "reminder", packVersion: "0" },
  ] as Partial<ChainedEvent>[]) {
    expect(await refusalOf(insert(linkAfter(last, jump))), JSON.stringify(jump)).toBe("RG003");
  }
});

test("a hash that does not follow from the event is refused, for every field it is made of", async () => {
  const last = await aChain(1);
  const link = linkAfter(last);
  const later = new Date(world.now.getTime() + 1);
  for (const forged of [
    { hash: "f".repeat(64) },
    { id: newId(world.now) },
    { occurredAt: later },
    { recordedAt: later },
    { actorRole: "admin" },
    { actorUserId: newId(world.now) },
    { actorOrgId: newId(world.now) },
    { body: canonicalJson({ payload: { refs: { amount: 1 } }, decision: { allowed: true } }) },
  ]) {
    expect(await refusalOf(insert({ ...link, ...forged })), Object.keys(forged)[0]).toBe("RG002");
  }
});

test("an event without its decision is refused, and so is one that the decision refused", async () => {
  const last = await aChain(1);
  for (const body of [
    "{}",
    canonicalJson({ payload: {} }),
    canonicalJson({ payload: {}, decision: {} }),
    canonicalJson({ payload: {}, decision: { allowed: false } }),
    canonicalJson({ payload: {}, decision: { allowed: null } }),
    canonicalJson({ payload: {}, decision: "true" }),
    canonicalJson({ payload: { decision: { allowed: true } } }),
  ]) {
    expect(await refusalOf(insert(linkAfter(last, { body }))), body).toBe("RG004");
  }
  const attempt = linkAfter(last, { type: "attempt_blocked" });
  expect(await refusalOf(insert(attempt))).toBe("RG004");
  expect(await refusalOf(insert(linkAfter(last, { body: "not JSON" })))).toBe("22P02");
});
