import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { packs } from "#app/domain/law/packs.ts";
import { chainText } from "#app/domain/timeline/chain.ts";
import type { Tx } from "#db/client.ts";
import { raisedBy } from "#db/queries/raised-by.ts";
import { appendEvent, digest, eventsOf } from "#db/queries/timeline.ts";
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

const appendIn = (tx: Tx, caseId: string, payload = {}, at = world.now) =>
  appendEvent(
    tx,
    { actor: system, now: at, secrets: world.services.secrets },
    { caseId, stage: "intake" },
    {
      type: "edited",
      stageAfter: "intake",
      occurredAt: at,
      payload,
      decision: {
        allowed: true,
        findings: [],
        earliest: null,
        pack: { id: pack.id, version: pack.version },
      },
    },
  );
const append = (caseId: string, payload = {}, at = world.now) =>
  world.db.transaction((tx) => appendIn(tx, caseId, payload, at));

test("two appends to one case at once make one chain, in one order", async () => {
  const caseId = newId(world.now);
  await append(caseId);
  await Promise.all(Array.from({ length: 12 }, (_, at) => append(caseId, { refs: { at } })));
  const events = await eventsOf(world.db, caseId);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
  expect(events.slice(1).map(({ prevHash }) => prevHash)).toEqual(
    events.slice(0, -1).map(({ hash }) => hash),
  );
});

const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

test("two first events of one case at once: one is written, the other refused", async () => {
  const caseId = newId(world.now);
  let second: Promise<unknown> | undefined;
  await world.db.transaction(async (tx) => {
    await appendIn(tx, caseId);
    second = append(caseId).then(() => null, raisedBy);
    // It has looked for a first event, found none, and waits for this one.
    await expect.poll(() => world.owner.execute(waiting)).toHaveLength(1);
  });
  expect(await second).toMatch(/^(RG002|23505)$/);
  expect(await eventsOf(world.db, caseId)).toHaveLength(1);
});

test("whatever an event says, the database computes the hash that the product computed", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((each) => each.replaceAll("\0", ""));
  const awkward = fc.constantFrom(
    '"',
    "\\",
    "\n",
    "\r\n",
    "\u2028",
    "'; drop table",
    "催告函",
    "é",
    "e\u0301",
    "🏛️",
    "",
  );
  const words = fc.array(fc.oneof(text, awkward), { maxLength: 6 }).map((parts) => parts.join(""));
  const refs = fc.dictionary(
    words,
    fc.oneof(words, fc.integer(), fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true })),
    { maxKeys: 5 },
  );
  const instant = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-30"), noInvalidDate: true });
  const caseId = newId(world.now);
  await append(caseId);
  await fc.assert(
    fc.asyncProperty(refs, words, instant, async (given, note, at) => {
      const written = await append(caseId, { refs: given, facts: { debt: { note } } }, at);
      const [row] = await world.db.select().from(timelineEvents).where(eq(timelineEvents.id, written.id));
      expect(digest(chainText(row))).toBe(written.hash);
      expect(JSON.parse(row.body).payload.refs).toEqual(JSON.parse(JSON.stringify(given)));
    }),
    { numRuns: 60 },
  );
});
