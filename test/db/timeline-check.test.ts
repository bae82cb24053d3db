import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { canonicalJson, chainText, genesisHash } from "#app/domain/timeline/chain.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import type { Tx } from "#db/client.ts";
import { digest, headMacs } from "#db/queries/timeline.ts";
import type { Break } from "#db/queries/timeline-check.ts";
import { timelineEvents, timelineHeads } from "#db/schema/timeline.ts";
import { anEngagedCase, anOpenRound, daysAgo } from "#test/support/market.ts";
import { aLawyer, aPdf, aWorld, value, type World } from "#test/support/world.ts";

let world: World;
let caseId: string;
let otherId: string;
let last: number;
let noted: number;

beforeAll(async () => {
  world = await aWorld();
  const lawyer = await aLawyer(world);
  ({ caseId } = await anEngagedCase(world, lawyer));
  ({ caseId: otherId } = await anOpenRound(world));
  const reply = { caseId, type: "reply" as const, occurredOn: daysAgo(world, 1) };
  const note = "They ask for the invoice again.";
  value(await recordFact(world.ctx(lawyer.actor), { ...reply, proof: aPdf(), note }));
  const rows = await rowsOf(world.owner, caseId);
  last = rows.length;
  noted = last;
});
afterAll(() => world.close());

const rowsOf = (db: Pick<Tx, "select">, id: string) =>
  db.select().from(timelineEvents).where(eq(timelineEvents.caseId, id)).orderBy(timelineEvents.seq);

class Undo extends Error {}

/** What the check finds after a superuser did this with the triggers out of the way; all of it is undone again. */
async function breaksAfter(tamper: (tx: Tx) => Promise<unknown>): Promise<Break[]> {
  let found: Break[] = [];
  const attempt = world.owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tamper(tx);
    found = (await checkLogs(tx, world.services.secrets)).breaks;
    throw new Undo();
  });
  await attempt.catch((error) => {
    if (!(error instanceof Undo)) throw error;
  });
  return found;
}

/** The events of this case that are named, without the guards and never another case. */
function named(breaks: Break[]): (number | null)[] {
  expect(breaks.map((each) => each.caseId)).not.toContain(otherId);
  return breaks.filter((each) => each.caseId === caseId).map(({ seq }) => seq);
}

/** Gives every row from an event on the hashes that follow, as someone without the key can. */
async function rehash(tx: Tx, from: number): Promise<void> {
  const rows = await rowsOf(tx, caseId);
  let prevHash = rows[from - 2]?.hash ?? genesisHash;
  for (const row of rows.slice(from - 1)) {
    const hash = digest(chainText({ ...row, prevHash }));
    await tx
      .update(timelineEvents)
      .set({ prevHash, hash })
      .where(sql`case_id = ${caseId} and seq = ${row.seq}`);
    prevHash = hash;
  }
}

const moveHead = async (tx: Tx, mac?: string) => {
  const end = (await rowsOf(tx, caseId)).at(-1);
  if (!end) throw new Error("No events are left");
  await tx
    .update(timelineHeads)
    .set({ seq: end.seq, hash: end.hash, ...(mac === undefined ? {} : { mac }) })
    .where(eq(timelineHeads.caseId, caseId));
};

const run = (statement: ReturnType<typeof sql>) => (tx: Tx) => tx.execute(statement);

test("an untouched log holds, and says how much of it there is", async () => {
  const result = await checkLogs(world.db, world.services.secrets);
  expect(result).toMatchObject({ cases: 2, breaks: [] });
  expect(result.events).toBeGreaterThan(last);
  const one = await checkLogs(world.db, world.services.secrets, caseId);
  expect(one).toEqual({ cases: 1, events: last, breaks: [] });
});

test("a changed body is found at its event, one that is no JSON any more too", async () => {
  const body = canonicalJson({ payload: {}, decision: { allowed: true } });
  const set = (text: string, seq: number) =>
    run(sql`update timeline_events set body = ${text} where case_id = ${caseId} and seq = ${seq}`);
  expect(named(await breaksAfter(set(body, 3)))).toEqual([3]);
  expect(named(await breaksAfter(set("{", noted)))).toEqual([noted, noted]);
});

test("every column of an event is under its hash", async () => {
  for (const [column, to] of Object.entries({
    id: sql`${newId(world.now)}`,
    type: sql`'edited'`,
    occurred_at: sql`occurred_at - interval '1 day'`,
    recorded_at: sql`recorded_at + interval '1 millisecond'`,
    actor_user_id: sql`null`,
    actor_org_id: sql`${newId(world.now)}`,
    actor_role: sql`'agency'`,
    pack_version: sql`'0'`,
    prev_hash: sql`repeat('a', 64)`,
    hash: sql`repeat('b', 64)`,
    stage_after: sql`'lawsuit'`,
  })) {
    const breaks = await breaksAfter(
      run(
        sql`update timeline_events set ${sql.identifier(column)} = ${to} where case_id = ${caseId} and seq = ${last - 1}`,
      ),
    );
    expect(named(breaks), column).toContain(last - 1);
  }
});

test("an instant beyond the calendar is reported, and does not stop the check", async () => {
  const breaks = await breaksAfter(
    run(sql`update timeline_events set occurred_at = 'infinity' where case_id = ${caseId} and seq = 2`),
  );
  expect(named(breaks)).toEqual([2]);
});

test("a deleted event is found: first, middle and last", async () => {
  const without = (seq: number) =>
    breaksAfter(run(sql`delete from timeline_events where case_id = ${caseId} and seq = ${seq}`));
  expect(named(await without(1))).toContain(2);
  expect(named(await without(4))).toContain(5);
  expect(named(await without(last))).toContain(last - 1);
});

test("a deleted tail is found although the rest still links, with and without its head moved back", async () => {
  const cut = (tx: Tx) =>
    tx.execute(sql`delete from timeline_events where case_id = ${caseId} and seq > ${last - 3}`);
  expect(named(await breaksAfter(cut))).toContain(last - 3);
  const moved = await breaksAfter(async (tx) => {
    await cut(tx);
    await moveHead(tx);
  });
  expect(moved.map(({ what }) => what)).toContain("the head's seal is not ours");
  expect(named(moved)).toContain(last - 3);
});

test("two events that changed places are found, hashed anew or not", async () => {
  const swap = async (tx: Tx) => {
    const place = (from: number, to: number) =>
      tx.execute(sql`update timeline_events set seq = ${to} where case_id = ${caseId} and seq = ${from}`);
    await place(3, -1);
    await place(4, 3);
    await place(-1, 4);
  };
  expect(named(await breaksAfter(swap))).toEqual(expect.arrayContaining([3, 4]));
  const hashedAnew = await breaksAfter(async (tx) => {
    await swap(tx);
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`alter table timeline_events drop constraint timeline_events_no_fork`);
    await rehash(tx, 3);
    await moveHead(tx);
  });
  expect(named(hashedAnew)).toContain(last);
});

test("a forged event with right hashes is found by the sealed head, whatever is done to the head", async () => {
  const forge = async (tx: Tx) => {
    const end = (await rowsOf(tx, caseId))[last - 1];
    const link = { ...end, id: newId(world.now), seq: last + 1, prevHash: end.hash, type: "reply" };
    const { hash: _, ...unhashed } = link;
    await tx.insert(timelineEvents).values({ ...unhashed, hash: digest(chainText(unhashed)) });
  };
  expect(named(await breaksAfter(forge))).toEqual([last + 1]);
  for (const mac of ["", "f".repeat(64), undefined]) {
    const breaks = await breaksAfter(async (tx) => {
      await forge(tx);
      await moveHead(tx, mac);
    });
    expect(named(breaks)).toEqual([last + 1]);
  }
});

test("a whole chain written anew is found: nobody seals its head without the application's key", async () => {
  const rewrite = async (tx: Tx) => {
    const body = canonicalJson({ payload: {}, decision: { allowed: true } });
    await tx.execute(sql`update timeline_events set body = ${body} where case_id = ${caseId} and seq = 1`);
    await tx.execute(sql`alter table timeline_events drop constraint timeline_events_no_fork`);
    await rehash(tx, 1);
    const end = (await rowsOf(tx, caseId))[last - 1];
    const stranger = secretsFrom("the secret of somebody else, long enough");
    await moveHead(tx, headMacs(stranger, { caseId, seq: last, hash: end.hash })[0]);
  };
  const breaks = await breaksAfter(rewrite);
  expect(named(breaks)).toEqual([last]);
  expect(breaks[0].what).toBe("the head's seal is not ours");
});

test("a head that is gone, of another case or of another event is found", async () => {
  expect(named(await breaksAfter(run(sql`delete from timeline_heads where case_id = ${caseId}`)))).toEqual([
    null,
  ]);
  const borrowed = run(sql`update timeline_heads set (seq, hash, mac) =
    (select seq, hash, mac from timeline_heads where case_id = ${otherId}) where case_id = ${caseId}`);
  expect(named(await breaksAfter(borrowed))).toHaveLength(1);
});

test("a case whose log, or whose own row, is gone is still a case", async () => {
  const noLog = await breaksAfter(run(sql`delete from timeline_events where case_id = ${caseId}`));
  expect(noLog.map(({ what }) => what)).toContain("the log is empty");
  const nothingButTheCode = await breaksAfter(async (tx) => {
    for (const table of ["timeline_events", "timeline_heads", "event_notes", "cases"]) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where case_id = ${caseId}`);
    }
  });
  expect(nothingButTheCode.map(({ what }) => what)).toContain("the case's own row is gone");
  expect(named(nothingButTheCode)).toContain(null);
});

test("a case set to another stage than its log leads to is found", async () => {
  const breaks = await breaksAfter(run(sql`update cases set stage = 'lawsuit' where case_id = ${caseId}`));
  expect(breaks).toEqual([{ caseId, seq: null, what: "the case stands at lawsuit, its log at intake" }]);
});

test("a note may be erased, and may not be rewritten", async () => {
  expect(await breaksAfter(run(sql`delete from event_notes where case_id = ${caseId}`))).toEqual([]);
  const rewritten = run(sql`update event_notes set note = '\\x0300' || note where case_id = ${caseId}`);
  expect(named(await breaksAfter(rewritten))).toEqual([noted]);
});

test("guards that are switched off, dropped or pointed elsewhere are named, although nothing was changed yet", async () => {
  for (const [statement, guard] of [
    [sql`alter table timeline_events disable trigger timeline_events_frozen`, "timeline_events_frozen"],
    [sql`alter table timeline_events enable replica trigger timeline_events_kept`, "timeline_events_kept"],
    [sql`drop trigger timeline_events_guard on timeline_events`, "timeline_events_guard"],
    [
      sql`create or replace trigger timeline_events_guard before insert on timeline_events
        for each row execute function suppress_redundant_updates_trigger()`,
      "timeline_events_guard",
    ],
  ] as const) {
    const breaks = await breaksAfter(run(statement));
    expect(breaks).toEqual([
      { caseId: null, seq: null, what: `the guard ${guard} is missing or switched off` },
    ]);
  }
});
