import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { refuseCase } from "#app/use-cases/cases/refuse-case.server.ts";
import { returnCase } from "#app/use-cases/cases/return-case.server.ts";
import { withdrawCase } from "#app/use-cases/cases/withdraw-case.server.ts";
import { openOf } from "#app/use-cases/debtor.server.ts";
import { sealDebtors } from "#app/use-cases/keys/seal-debtors.server.ts";
import { checkLogs, saltedNotesOf } from "#app/use-cases/log-notes.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { documents } from "#db/schema/documents.ts";
import { eventNotes } from "#db/schema/timeline.ts";
import { dumpOf, placesOf } from "#test/support/dump.ts";
import { daysAgo } from "#test/support/market.ts";
import { aPostedCase } from "#test/support/posting.ts";
import {
  aCaseWith,
  forceClear,
  forceWords,
  keptRows,
  putWords,
  sealedWords,
} from "#test/support/sealed-words.ts";
import { aPdf, aWorld, passTime, theAdmin, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
afterAll(() => world.close());

const refused = { cause: { code: "RG001" } };
const kinds = Object.entries(sealedWords);
const notes = sealedWords["notes of the log"];
const breaksOf = async (caseId: string) => (await checkLogs(world.db, world.services.secrets, caseId)).breaks;

test.each(kinds)("%s lie sealed, and read as they were written", async (_kind, of) => {
  const scene = await aCaseWith(world, of, "Wilhelmina Figgis has moved.");
  expect(await of.read(scene)).toContain("Wilhelmina Figgis has moved.");
  expect(placesOf(await dumpOf(world.owner), "Figgis")).toEqual([]);
});

test.each(kinds)("the database takes no %s in the clear and changes none that it has", async (_kind, of) => {
  const { caseId } = await aCaseWith(world, of, "They will pay in May.");
  const other = await aCaseWith(world, of, "They will not pay.");
  const [{ id }] = await keptRows(world, of, caseId);
  const [{ words: theirs }] = await keptRows(world, of, other.caseId);
  const tries = [Buffer.from("They"), Buffer.from("They will never pay, and they say so."), theirs];
  for (const words of tries)
    for (const db of [world.db, world.owner])
      await expect(putWords(db, of, { caseId, id, words })).rejects.toMatchObject(refused);
});

test.each(kinds)(
  "%s belong to one case and one place: moved elsewhere they do not open",
  async (_kind, of) => {
    const [one, other] = [await aCaseWith(world, of, "Mine."), await aCaseWith(world, of, "Another's.")];
    const [{ id: first, words }] = await keptRows(world, of, one.caseId);
    const [{ id }] = await keptRows(world, of, other.caseId);
    await forceWords(world, of, { caseId: other.caseId, id, words });
    await expect(of.read(other)).rejects.toThrow();
    await of.write(one, "And more.");
    const second = (await keptRows(world, of, one.caseId)).find((row) => row.id !== first);
    await forceWords(world, of, { caseId: one.caseId, id: second?.id ?? "", words });
    await expect(of.read(one)).rejects.toThrow();
  },
);

test.each(kinds)("once a debtor is erased no %s are left, and no copy of them opens", async (_kind, of) => {
  const scene = await aCaseWith(world, of, "She moved to Leeds.");
  const { caseId, creditor } = scene;
  const [row] = await keptRows(world, of, caseId);
  const closing = { caseId, closing: "closed_withdrawn" as const, note: "Nothing more." };
  value(await closeCase(world.ctx(creditor.actor), closing));
  await passTime(world, { days: 8 * 366 });
  value(await keepRetention(world.ctx(system), { limit: 100 }));
  expect((await of.read(scene)).join()).not.toContain("Leeds");
  for (const { words } of await keptRows(world, of, caseId)) expect(words).toHaveLength(0);
  const open = await openOf(world.db, world.services, caseId);
  expect(open(of.place(row.id), row.words)).toBeNull();
  expect(await breaksOf(caseId)).toEqual([]);
});

test.each(kinds)(
  "%s of before are sealed at the start, by two processes at once, and read as they did",
  async (_kind, of) => {
    const scenes = [
      await aCaseWith(world, of, "Words of old."),
      await aCaseWith(world, of, "Other words of old."),
    ];
    const read = () => Promise.all(scenes.map((scene) => of.read(scene)));
    const asWritten = await read();
    for (const { caseId } of scenes) await forceClear(world, of, caseId);
    expect(placesOf(await dumpOf(world.owner), "ords of old")).toEqual([`${of.table}.${of.column}`]);
    await Promise.all([sealDebtors(world.services), sealDebtors(world.services)]);
    expect(placesOf(await dumpOf(world.owner), "ords of old")).toEqual([]);
    expect(await read()).toEqual(asWritten);
    for (const { caseId } of scenes) expect(await breaksOf(caseId)).toEqual([]);
  },
);

test("rows of before with every kind of words in the clear at once are sealed at the start", async () => {
  const scene = await aCaseWith(world, notes, "Notes of old.");
  for (const [kind, of] of kinds) if (of !== notes) await of.write(scene, `Old ${kind}, Figgis.`);
  const read = async () => {
    const all = [];
    for (const [, of] of kinds) all.push(await of.read(scene));
    return all;
  };
  const asWritten = await read();
  for (const [, of] of kinds) await forceClear(world, of, scene.caseId);
  await Promise.all([sealDebtors(world.services), sealDebtors(world.services)]);
  expect(placesOf(await dumpOf(world.owner), "Figgis")).toEqual([]);
  expect(await read()).toEqual(asWritten);
  expect(await breaksOf(scene.caseId)).toEqual([]);
});

test("a case names no document whose name lies in the clear, or under another case's key", async () => {
  const of = sealedWords["names of files"];
  const [one, other] = [await aCaseWith(world, of, "Mine."), await aCaseWith(world, of, "Another's.")];
  const [item] = await world.owner.select().from(evidenceItems).where(eq(evidenceItems.caseId, one.caseId));
  const [document] = await world.owner.select().from(documents).where(eq(documents.id, item.documentId));
  const open = { ...document, id: newId(world.now), caseId: null, sealedName: null, fileName: "Figgis.pdf" };
  await world.owner.insert(documents).values(open);
  const tries = [
    { ...item, id: newId(world.now), documentId: open.id },
    { ...item, id: newId(world.now), caseId: other.caseId },
  ];
  for (const each of tries)
    await expect(world.owner.insert(evidenceItems).values(each)).rejects.toMatchObject(refused);
  await expect(
    world.owner
      .update(documents)
      .set({ caseId: one.caseId, sealedName: document.sealedName, fileName: null })
      .where(eq(documents.id, open.id)),
  ).rejects.toMatchObject(refused);
  await expect(
    world.owner.insert(documents).values({ ...open, id: newId(world.now), caseId: one.caseId }),
  ).rejects.toMatchObject({ cause: { code: "23514" } });
});

test("a note's salt lies sealed with it, so that not even a guess can be tried on the hash in the log", async () => {
  const { caseId } = await aCaseWith(world, notes, "They ask.");
  const [salted] = (await saltedNotesOf(world.db, world.services, caseId)).values();
  expect(salted).toMatchObject({ text: "They ask.", salt: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(placesOf(await dumpOf(world.owner), salted.salt)).toEqual([]);
});

test("a note that was put elsewhere is named by the check of the log", async () => {
  const { caseId } = await aCaseWith(world, notes, "Mine.");
  const other = await aCaseWith(world, notes, "Another's.");
  const [{ words }] = await keptRows(world, notes, caseId);
  const [{ id }] = await keptRows(world, notes, other.caseId);
  await forceWords(world, notes, { caseId: other.caseId, id, words });
  expect(await breaksOf(other.caseId)).toEqual([
    { caseId: other.caseId, seq: Number(id), what: "the note is not the one that was recorded" },
  ]);
});

test("nothing is noted about a debtor who was erased, by whichever way", async () => {
  const { caseId, creditor, lawyer } = await aCaseWith(world, notes, "Here.");
  const [row] = await world.owner.select().from(eventNotes).where(eq(eventNotes.caseId, caseId));
  const closing = { caseId, closing: "closed_withdrawn" as const, note: "Nothing more." };
  value(await closeCase(world.ctx(creditor.actor), closing));
  await passTime(world, { days: 8 * 366 });
  value(await keepRetention(world.ctx(system), { limit: 100 }));
  await expect(world.owner.insert(eventNotes).values(row)).rejects.toMatchObject(refused);
  const late = { caseId, type: "reply" as const, occurredOn: daysAgo(world, 1), proof: aPdf() };
  expect((await recordFact(world.ctx(lawyer.actor), { ...late, note: "Still there." })).ok).toBe(false);
});

test("why a case was returned or refused goes from the notices too, once its debtor is erased", async () => {
  const admin = world.ctx((await theAdmin(world)).actor);
  const [refused, returned, open] = [
    await aPostedCase(world),
    await aPostedCase(world),
    await aPostedCase(world),
  ];
  const reason = "Ottoline Spratt is a minor.";
  value(await refuseCase(admin, { caseId: refused.caseId, reason }));
  value(await returnCase(admin, { caseId: returned.caseId, reason }));
  value(await withdrawCase(returned.ctx, { caseId: returned.caseId }));
  await passTime(world, { days: 8 * 366 });
  value(await returnCase(admin, { caseId: open.caseId, reason: "Percival Grote owes less." }));
  value(await keepRetention(world.ctx(system), { limit: 100 }));
  const left = (await dumpOf(world.owner)).get("notifications.values") ?? "";
  expect(left).toContain("Percival Grote");
  expect(left).not.toContain("Ottoline");
});
