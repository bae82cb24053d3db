import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anonymous, debtorOn } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { codeFor } from "#app/use-cases/contact/letter-code.server.ts";
import { doorVisit, leaveDoor } from "#app/use-cases/debtors/door-visit.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { debtorVisits } from "#db/schema/debtors.ts";
import { letterCodes } from "#db/schema/letter-codes.ts";
import { aCaseToWriteOn, type Mailed } from "#test/support/contact.ts";
import { putOnFile } from "#test/support/debtors.ts";
import { aCaseWithALetter, aVisit, codeOn, enter, lastLetter } from "#test/support/door.ts";
import { anAddress, aWorld, turnTo, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  one = await aCaseWithALetter(world);
}, 60_000);
afterAll(() => world.close());

test("a code alone, a fact alone, a wrong one, an altered one: one and the same refusal", async () => {
  const letter = await codeOn(world, one);
  const other = await aCaseToWriteOn(world, { law: "CN", email: "other@example.test" });
  const stranger = codeFor(world.services, { caseId: other.caseId, id: other.caseId }).code;
  const answers = [
    await enter(world, letter, { fact: "9999" }),
    await enter(world, letter, { fact: "" }),
    await enter(world, letter, { fact: "3200" }),
    await enter(world, letter, { fact: "Hattie Hollyhock" }),
    await enter(world, stranger),
    await enter(world, "nothing"),
    await enter(world, `${letter.slice(0, -1)}${letter.endsWith("2") ? "3" : "2"}`),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: false, error: { kind: "no-entry" } })]),
  );
});

test("the fact is read as people write it: a whole number, blanks, full-width figures", async () => {
  const letter = await codeOn(world, one);
  for (const typed of [" 0123 ", "０１２３", "+44 20 7946 0123", "01 23"])
    expect((await enter(world, letter, { fact: typed })).ok, typed).toBe(true);
});

test("where neither a phone nor a postcode is on file, the amount of the letter opens the door, so that nobody is shut out", async () => {
  await putOnFile(world, one.caseId, { phone: null, address: "4 Marmalade Row" });
  expect((await enter(world, await codeOn(world, one), { fact: "3,200.00" })).ok).toBe(true);
  await putOnFile(world, one.caseId, { address: "4 Marmalade Row, Leeds LS1 4AP" });
  expect((await enter(world, await codeOn(world, one), { fact: "3,200.00" })).ok).toBe(false);
  expect((await enter(world, await codeOn(world, one), { fact: "ls14ap" })).ok).toBe(true);
});

test("guessing the fact ends after eight tries for the letter, from however many places, and the true one tells nothing then", async () => {
  const letter = await codeOn(world, one);
  for (let tries = 0; tries < 8; tries += 1) await enter(world, letter, { fact: `${1000 + tries}` });
  expect(await enter(world, letter)).toEqual({ ok: false, error: { kind: "no-entry" } });
});

test("guessing from one place ends after ten tries, whatever letters it is about", async () => {
  const address = anAddress();
  for (let tries = 0; tries < 10; tries += 1) {
    const each = codeFor(world.services, { caseId: one.caseId, id: newId(world.now) }).code;
    await enter(world, each, { address });
  }
  expect(await enter(world, await codeOn(world, one), { address })).toMatchObject({
    error: { kind: "too-many" },
  });
});

test("a forwarded link opens nothing by itself, an ended or expired code nothing at all", async () => {
  const letter = await codeOn(world, one);
  expect((await enter(world, letter, { fact: "0000" })).ok).toBe(false);
  const later = new Date(world.now.getTime() + 3 * 365 * 86_400_000);
  expect((await enter(world, letter, { now: later })).ok).toBe(false);
  const { id } = await lastLetter(world, one);
  await world.owner.update(letterCodes).set({ revokedAt: world.now }).where(eq(letterCodes.letterId, id));
  expect((await enter(world, letter)).ok).toBe(false);
});

test("a visit is good for its own case, two hours, and until it is left", async () => {
  const { token, kase, ctx } = await aVisit(world, one);
  expect(kase.caseId).toBe(one.caseId);
  const other = await aCaseToWriteOn(world, { law: "GB-EW", email: "else@example.test" });
  expect(await findCase(world.db, ctx.actor, other.caseId)).toBeNull();
  expect(await findCase(world.db, debtorOn(other.caseId), one.caseId)).toBeNull();
  const inTwoHours = new Date(world.now.getTime() + 120 * 60_000);
  expect(await doorVisit(world.ctx(anonymous, inTwoHours), token)).toBeNull();
  await leaveDoor(world.ctx(anonymous), token);
  expect(await doorVisit(world.ctx(anonymous), token)).toBeNull();
  expect(await doorVisit(world.ctx(anonymous), "made up")).toBeNull();
  const rows = await world.owner.select().from(debtorVisits);
  expect(JSON.stringify(rows)).not.toContain(token);
});
