import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import type { DataRequestForm } from "#app/domain/privacy/data-requests.ts";
import { contactView } from "#app/use-cases/contact/contact-view.server.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { askAboutData } from "#app/use-cases/debtors/ask-about-data.server.ts";
import { doorRequests } from "#app/use-cases/debtors/door-requests.server.ts";
import { doorVisit } from "#app/use-cases/debtors/door-visit.server.ts";
import { exportAtDoor } from "#app/use-cases/debtors/export-subject.server.ts";
import { exportText } from "#app/use-cases/debtors/export-text.ts";
import { AnswerCorrection, answerCorrection } from "#app/use-cases/privacy/answer-correction.server.ts";
import { decideErasure } from "#app/use-cases/privacy/decide-erasure.server.ts";
import { readRequest, requestQueue } from "#app/use-cases/privacy/read-requests.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { notifications } from "#db/schema/accounts.ts";
import { dataRequests } from "#db/schema/data-requests.ts";
import { aCaseWithALetter, aVisit, codeOn, enter } from "#test/support/door.ts";
import { dumpOf, placesOf } from "#test/support/dump.ts";
import { aWorld, passTime, theAdmin, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
afterAll(() => world.close());

type Visit = Awaited<ReturnType<typeof aVisit>>;
const form = (given: Partial<DataRequestForm> = {}): DataRequestForm => ({
  ...{ key: newId(world.now), kind: "erase" as const },
  ...given,
});
const ask = (visit: Visit, given: Partial<DataRequestForm> = {}) => askAboutData(visit, form(given));
const correction = (words: string) => ({ kind: "correct" as const, words });
const adminCtx = async () => world.ctx((await theAdmin(world)).actor);
const queued = async (caseId: string) =>
  (await requestQueue(await adminCtx(), null))?.rows.find((row) => row.caseId === caseId);
const rowsOf = (caseId: string) =>
  world.owner.select().from(dataRequests).where(eq(dataRequests.caseId, caseId));
const events = async (caseId: string) =>
  (await world.owner.execute(sql`select from timeline_events where case_id = ${caseId}`)).length;

async function aClosedVisit() {
  const mailed = await aCaseWithALetter(world);
  const visit = await aVisit(world, mailed);
  const closing = { caseId: mailed.caseId, closing: "closed_withdrawn", note: "No more." } as const;
  value(await closeCase(world.ctx(mailed.creditor.actor), closing));
  const kase = (await findCase(world.db, visit.ctx.actor, mailed.caseId)) ?? visit.kase;
  return { ...mailed, visit: { ...visit, kase } };
}

test("a request has a number and a day, comes before the administrators with a notice, and is beside the log: asking makes no term begin anew", async () => {
  const mailed = await aCaseWithALetter(world);
  const visit = await aVisit(world, mailed);
  const before = await events(mailed.caseId);
  value(await ask(visit));
  expect(await events(mailed.caseId)).toBe(before);
  const number = `${visit.kase.code}/1`;
  const { requests } = await doorRequests(visit);
  expect(requests).toMatchObject([{ number, kind: "erase", answer: null }]);
  const dueOn = requests[0].dueOn;
  expect(await queued(mailed.caseId)).toMatchObject({ number, kind: "erase", dueOn, isLate: false });
  const admin = await theAdmin(world);
  const told = await world.owner.select().from(notifications).where(eq(notifications.userId, admin.userId));
  expect(told.filter(({ kind }) => kind === "data_requested").map(({ values }) => values)).toContainEqual({
    ...{ case: visit.kase.code, dueOn },
  });
  await passTime(world, { days: 30 });
  expect(await queued(mailed.caseId)).toMatchObject({ isLate: false });
  await passTime(world, { days: 3 });
  expect(await queued(mailed.caseId)).toMatchObject({ isLate: true });
}, 60_000);

test("one request waits at a time, the same form is the same request, two at once are one, and so many a day", async () => {
  const mailed = await aCaseWithALetter(world);
  const visit = await aVisit(world, mailed);
  const same = form();
  const both = await Promise.all([askAboutData(visit, same), askAboutData(visit, same)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  const others = await Promise.all([ask(visit), ask(visit, correction("My name."))]);
  for (const other of others) expect(other).toEqual({ ok: false, error: { kind: "request-waits" } });
  expect(await rowsOf(mailed.caseId)).toHaveLength(1);
  await Promise.all([ask(visit), ask(visit)]);
  expect(await ask(visit)).toMatchObject({ ok: false, error: { kind: "too-many" } });
}, 60_000);

test("before anything is asked the door says what stands against an erasure, and a refusal tells every reason of its day", async () => {
  const mailed = await aCaseWithALetter(world);
  const visit = await aVisit(world, mailed);
  expect((await doorRequests(visit)).standing).toMatchObject({
    ...{ allowed: false, obstacles: ["claim_open"] },
    ahead: [{ id: "GB-RET-01" }, { id: "OP-RET-01" }],
  });
  value(await ask(visit));
  value(await decideErasure(await adminCtx(), { caseId: mailed.caseId, answer: "refuse" }));
  const [refused] = (await doorRequests(visit)).requests;
  expect(refused).toMatchObject({ answer: "refused", obstacles: ["claim_open"] });
  expect(refused.answeredOn).toBe(world.now.toISOString().slice(0, 10));
  expect(await queued(mailed.caseId)).toBeUndefined();
  value(await ask(visit));
  expect((await doorRequests(visit)).requests.map(({ number }) => number.split("/")[1])).toEqual(["2", "1"]);
}, 60_000);

test("what is on file is put right field by field, is found under the new name, and nothing goes to an address that nobody verified", async () => {
  const mailed = await aCaseWithALetter(world);
  const { caseId } = mailed;
  const visit = await aVisit(world, mailed);
  const words = "I am Harriet Quince, at harriet@quince.example.";
  value(await ask(visit, correction(words)));
  expect(placesOf(await dumpOf(world.owner), "Harriet Quince")).toEqual([]);
  const row = await queued(caseId);
  const ctx = await adminCtx();
  expect(await readRequest(ctx, { caseId, id: row?.id ?? "" })).toMatchObject({ words, kind: "correct" });
  const given = { name: "Harriet Quince", email: "harriet@quince.example" };
  const before = await rowOf(caseId);
  const answer = { caseId, requestId: row?.id ?? "", answer: "corrected" as const, ...given };
  value(await answerCorrection(ctx, answer));
  const fields = ["name", "email", "phone", "address"] as const;
  const now = (await openDebtor(world.db, world.services, byMachine({ caseId, fields })))?.person;
  expect(now).toMatchObject({ ...given, address: "4 Marmalade Row, Leeds" });
  expect((await rowOf(caseId)).name_key).not.toBe(before.name_key);
  const view = await contactView(world.ctx(mailed.lawyer.actor), caseId);
  const address = view?.addresses.find(({ channel }) => channel === "email");
  expect(address).toMatchObject({ state: "unverified" });
  expect((await doorRequests(visit)).requests[0]).toMatchObject({ answer: "corrected" });
  expect(await answerCorrection(ctx, answer)).toEqual({ ok: false, error: { kind: "request-answered" } });
}, 60_000);

test("a correction is refused with a reason that the debtor reads; a refusal without one and a correction of nothing are no answers", async () => {
  const mailed = await aCaseWithALetter(world);
  const visit = await aVisit(world, mailed);
  value(await ask(visit, correction("Not my address.")));
  const row = await queued(mailed.caseId);
  const at = { caseId: mailed.caseId, requestId: row?.id ?? "" };
  expect(AnswerCorrection.safeParse({ ...at, answer: "refused" }).success).toBe(false);
  const phone = (given: string) => AnswerCorrection.safeParse({ ...at, answer: "corrected", phone: given });
  expect([phone("ask my sister").success, phone("+44 20 7946 0999").success]).toEqual([false, true]);
  expect(AnswerCorrection.safeParse({ ...at, answer: "corrected" }).success).toBe(false);
  const reason = "The register of residents says that it is.";
  value(await answerCorrection(await adminCtx(), { ...at, answer: "refused", reason }));
  expect((await doorRequests(visit)).requests[0]).toMatchObject({ answer: "refused", reason });
  const found = value(await exportAtDoor(visit));
  expect(found.requests).toMatchObject([{ kind: "correct", words: "Not my address.", reason }]);
  expect(JSON.stringify(exportText(found, "de"))).toContain(reason);
  expect(placesOf(await dumpOf(world.owner), "register of residents")).toEqual([]);
}, 60_000);

test("only administrators see and answer requests; nobody else learns that there is one", async () => {
  const mailed = await aCaseWithALetter(world);
  const visit = await aVisit(world, mailed);
  value(await ask(visit, correction("Not my address.")));
  const id = (await queued(mailed.caseId))?.id ?? "";
  for (const { actor } of [mailed.creditor, mailed.lawyer]) {
    const ctx = world.ctx(actor);
    expect(await requestQueue(ctx, null)).toBeNull();
    expect(await readRequest(ctx, { caseId: mailed.caseId, id })).toBeNull();
    const answer = { caseId: mailed.caseId, requestId: id, answer: "refused" as const, reason: "No." };
    expect(await answerCorrection(ctx, answer)).toEqual({ ok: false, error: { kind: "request-not-found" } });
  }
  expect(await doorVisit(world.ctx(mailed.creditor.actor), "no such visit")).toBeNull();
}, 60_000);

test("the database keeps one open request a case, takes none about an erased debtor, and lets no answer be changed", async () => {
  const mailed = await aCaseWithALetter(world);
  const { caseId } = mailed;
  value(await ask(await aVisit(world, mailed)));
  const [row] = await rowsOf(caseId);
  const refused = (code: string) => ({ cause: { code } });
  const second = { ...row, id: newId(world.now), no: 2 };
  await expect(world.owner.insert(dataRequests).values(second)).rejects.toMatchObject(refused("23505"));
  value(await decideErasure(await adminCtx(), { caseId, answer: "refuse" }));
  const mine = eq(dataRequests.caseId, caseId);
  for (const by of [world.db, world.owner]) {
    const changed = by.update(dataRequests).set({ answer: "done" }).where(mine);
    await expect(changed).rejects.toMatchObject(refused("RG001"));
  }
  await expect(world.owner.delete(dataRequests).where(mine)).rejects.toMatchObject(refused("RG001"));
}, 60_000);

// The last one: beyond it lie years of which no calendar is on file.
test("on a claim that is over it can be asked too; once it is done nobody enters any more, and whoever is still inside reads when and by which term", async () => {
  const { caseId, visit, ...mailed } = await aClosedVisit();
  const code = await codeOn(world, { caseId, ...mailed });
  value(await ask(visit, { words: "Please forget Hattie." }));
  const terms = (await doorRequests(visit)).standing.terms.map(({ row }) => row.id);
  expect(terms).toContain("GB-RET-01");
  await passTime(world, { days: 7 * 366 });
  value(await decideErasure(await adminCtx(), { caseId, answer: "erase" }));
  const inside = { ...visit, ctx: { ...visit.ctx, now: world.now } };
  const shown = await doorRequests(inside);
  expect(shown.erasure).toMatchObject({ rule: { id: "GB-RET-01" } });
  expect(shown.requests).toMatchObject([{ answer: "done", words: null }]);
  expect(await askAboutData(inside, form())).toEqual({ ok: false, error: { kind: "already-erased" } });
  expect((await enter(world, code)).ok).toBe(false);
  expect(placesOf(await dumpOf(world.owner), "forget Hattie")).toEqual([]);
}, 60_000);

const rowOf = async (caseId: string) => {
  const [row] = await world.owner.execute<{ name_key: string }>(
    sql`select name_key from debtors where case_id = ${caseId}`,
  );
  return row;
};
