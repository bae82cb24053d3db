import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { openOf } from "#app/use-cases/debtor.server.ts";
import { sealDebtors } from "#app/use-cases/keys/seal-debtors.server.ts";
import { checkLogs, notesOf, saltedNotesOf } from "#app/use-cases/log-notes.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { eventNotes } from "#db/schema/timeline.ts";
import { dumpOf, placesOf } from "#test/support/dump.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { aLawyer, aPdf, aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
afterAll(() => world.close());

const refused = { cause: { code: "RG001" } };

/** An engaged case with a note that its collector wrote beside a reply. */
async function aNotedCase(note: string) {
  const lawyer = await aLawyer(world);
  const engaged = await anEngagedCase(world, lawyer);
  const { caseId } = engaged;
  const reply = {
    caseId,
    type: "reply" as const,
    occurredOn: daysAgo(world, 1),
    proof: aPdf(undefined, newId(world.now)),
  };
  value(await recordFact(world.ctx(lawyer.actor), { ...reply, note }));
  const [row] = await world.owner.select().from(eventNotes).where(eq(eventNotes.caseId, caseId));
  return { ...engaged, lawyer, row, at: and(eq(eventNotes.caseId, caseId), eq(eventNotes.seq, row.seq)) };
}
const breaksOf = async (caseId: string) => (await checkLogs(world.db, world.services.secrets, caseId)).breaks;

test("a note lies sealed with its salt, so that not even a guess can be tried on the hash in the log", async () => {
  const { caseId, row } = await aNotedCase("They ask for the invoice.");
  const salted = (await saltedNotesOf(world.db, world.services, caseId)).get(row.seq);
  expect(salted?.text).toBe("They ask for the invoice.");
  expect(salted?.salt).toMatch(/^[0-9a-f]{32}$/);
  const dump = await dumpOf(world.owner);
  for (const word of ["ask for the invoice", salted?.salt ?? ""]) expect(placesOf(dump, word)).toEqual([]);
  expect(await breaksOf(caseId)).toEqual([]);
});

test("the database takes no note in the clear and changes none that it has, whoever tries", async () => {
  const { row, at } = await aNotedCase("They will pay in May.");
  const clear = { ...row, seq: row.seq + 1 };
  for (const note of ["They", "They will never pay, and they say so at some length."].map((each) =>
    Buffer.from(each),
  ))
    for (const db of [world.db, world.owner]) {
      await expect(db.insert(eventNotes).values({ ...clear, note })).rejects.toMatchObject(refused);
      await expect(db.update(eventNotes).set({ note }).where(at)).rejects.toMatchObject(refused);
    }
  await expect(
    world.db
      .update(eventNotes)
      .set({ note: (await aNotedCase("Other.")).row.note })
      .where(at),
  ).rejects.toMatchObject(refused);
});

test("a note belongs to its case and its entry: moved elsewhere it does not open, and the check of the log names it", async () => {
  const [one, other] = [await aNotedCase("Mine."), await aNotedCase("Another's.")];
  await world.owner.execute(sql`alter table event_notes disable trigger user`);
  await world.owner.update(eventNotes).set({ note: one.row.note }).where(other.at);
  await expect(notesOf(world.db, world.services, other.caseId)).rejects.toThrow();
  expect(await breaksOf(other.caseId)).toEqual([
    { caseId: other.caseId, seq: other.row.seq, what: "the note is not the one that was recorded" },
  ]);
  await world.owner
    .update(eventNotes)
    .set({ seq: one.row.seq - 1 })
    .where(one.at);
  await expect(notesOf(world.db, world.services, one.caseId)).rejects.toThrow();
  await world.owner.execute(sql`alter table event_notes enable trigger user`);
});

test("once the debtor is erased the note is gone, and no copy of its row opens", async () => {
  const { caseId, creditor, lawyer, row } = await aNotedCase("She moved to Leeds.");
  value(
    await closeCase(world.ctx(creditor.actor), {
      caseId,
      closing: "closed_withdrawn",
      note: "Nothing more.",
    }),
  );
  await passTime(world, { days: 8 * 366 });
  value(await keepRetention(world.ctx(system), { limit: 100 }));
  expect(await notesOf(world.db, world.services, caseId)).toEqual(new Map());
  const open = await openOf(world.db, world.services, caseId);
  expect(open(wordPlaces.note(row.seq), row.note)).toBeNull();
  await expect(world.owner.insert(eventNotes).values(row)).rejects.toMatchObject(refused);
  const late = { caseId, type: "reply" as const, occurredOn: daysAgo(world, 1), proof: aPdf() };
  expect((await recordFact(world.ctx(lawyer.actor), { ...late, note: "Still there." })).ok).toBe(false);
  expect(await breaksOf(caseId)).toEqual([]);
});

test("notes of before are sealed at the start, by two processes at once, and read and verify as they did", async () => {
  const cases = [await aNotedCase("Old words of old."), await aNotedCase("Older words.")];
  const salted = await Promise.all(
    cases.map(({ caseId }) => saltedNotesOf(world.db, world.services, caseId)),
  );
  await world.owner.execute(sql`alter table event_notes disable trigger user`);
  for (const [at, { caseId, row }] of cases.entries()) {
    const { salt, text } = salted[at].get(row.seq) ?? { salt: "", text: "" };
    const note = Buffer.concat([Buffer.from([0]), Buffer.from(salt + text)]);
    await world.owner.update(eventNotes).set({ note }).where(eq(eventNotes.caseId, caseId));
  }
  await world.owner.execute(sql`alter table event_notes enable trigger user`);
  expect(placesOf(await dumpOf(world.owner), "words of old")).toEqual(["event_notes.note"]);

  await Promise.all([sealDebtors(world.services), sealDebtors(world.services)]);
  expect(placesOf(await dumpOf(world.owner), "words of old")).toEqual([]);
  for (const [at, { caseId }] of cases.entries()) {
    expect(await saltedNotesOf(world.db, world.services, caseId)).toEqual(salted[at]);
    expect(await breaksOf(caseId)).toEqual([]);
  }
});
