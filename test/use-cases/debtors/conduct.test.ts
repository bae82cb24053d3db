import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { type ConductReason, severeConduct } from "#app/domain/debtors/conduct.ts";
import { newId } from "#app/domain/ids.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { openHolds } from "#app/domain/timeline/open-holds.ts";
import { conductQueue } from "#app/use-cases/conduct/conduct-queue.server.ts";
import { decideReport } from "#app/use-cases/conduct/decide-report.server.ts";
import { readConduct } from "#app/use-cases/conduct/read-report.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import type { Visit } from "#app/use-cases/debtors/door-visit.server.ts";
import { doorReceipt } from "#app/use-cases/debtors/receipt.server.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { auditEntries, notifications } from "#db/schema/accounts.ts";
import { conductReports } from "#db/schema/debtors.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import { ask, type Mailed } from "#test/support/contact.ts";
import { aCaseWithALetter, aVisit, lastLetter } from "#test/support/door.ts";
import { aPdf, aWorld, type Person, theAdmin, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;
let admin: Person;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
  admin = await theAdmin(world);
});
beforeEach(async () => {
  one = await aCaseWithALetter(world);
}, 60_000);
afterAll(() => world.close());

const letterNow = () => ask(world, one, { key: newId(world.now) });
type Said = { words?: string; after?: number; by?: Visit };
async function report(reason: ConductReason, { words = "They rang my sister.", after = 0, by }: Said = {}) {
  const visit = by ?? (await aVisit(world, one));
  const now = new Date(visit.ctx.now.getTime() + after);
  const kind = severeConduct.has(reason) ? ("report_severe" as const) : ("report" as const);
  const said = { kind, key: newId(world.now), reason, words };
  return value(await say({ ...visit, ctx: { ...visit.ctx, now } }, said)).id;
}
const reasons = "The call record shows it.";
const decide = (reportId: string, verdict: "upheld" | "unfounded", actor = admin.actor) =>
  decideReport(world.ctx(actor), { caseId: one.caseId, reportId, verdict, reasons });
const toldOf = (kind: "conduct_reported" | "conduct_decided", { userId }: Person) =>
  world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.kind, kind)));
const onCase = <N extends { href: string }>(told: N[]) =>
  told.filter(({ href }) => href.includes(one.caseId));

test("a severe report keeps the firm from writing from that moment on, what waited for the worker included", async () => {
  const by = await aVisit(world, one);
  value(await ask(world, one, { key: newId(world.now), when: "lawful" }));
  const { dueAt } = await lastLetter(world, one);
  await report("told_others", { by });
  expect(await letterNow()).toMatchObject({ ok: false, error: { kind: "conduct" } });
  const at = dueAt ?? world.now;
  value(await sendMessages(world.ctx(system, at), { clock: async () => at }));
  const all = await messagesOf(world.owner, one.caseId, { limit: 9 });
  expect(all.map(({ status, heldWhy }) => [status, heldWhy])).toEqual(
    expect.arrayContaining([
      ["held", "conduct"],
      ["sent", null],
    ]),
  );
  expect((await eventsOf(world.owner, one.caseId)).at(-1)).toMatchObject({
    type: "complaint",
    actorRole: "debtor",
  });
});

test("no colleague writes around it, and recording the complaint as answered does not lift it", async () => {
  await report("threat");
  const colleague = await aColleagueOf(world, one.lawyer);
  const asColleague = { ...one, lawyer: colleague };
  expect(await ask(world, asColleague, { key: newId(world.now) })).toMatchObject({
    ok: false,
    error: { kind: "conduct" },
  });
  value(
    await recordFact(world.ctx(one.lawyer.actor), {
      ...{ caseId: one.caseId, type: "hold_ended", occurredOn: dateIn("Europe/London", world.now) },
      ...{ ending: "complaint:complaint_answered", proof: aPdf("answer.pdf", one.caseId) },
    }),
  );
  expect(await letterNow()).toMatchObject({ ok: false, error: { kind: "conduct" } });
});

test("said again while it waits, it is one report: its words are added, and neither the queue nor its due time moves", async () => {
  const id = await report("threat");
  const before = (await toldOf("conduct_reported", admin)).length;
  const again = await report("threat", { words: "And they rang again.", after: 60_000 });
  const rows = await world.owner.select().from(conductReports).where(eq(conductReports.caseId, one.caseId));
  expect(rows.map((row) => row.id)).toEqual([id]);
  expect(rows[0].dueAt.getTime() - rows[0].reportedAt.getTime()).toBe(4 * 3_600_000);
  expect((await toldOf("conduct_reported", admin)).length).toBe(before);
  const read = await readConduct(world.ctx(admin.actor), { caseId: one.caseId, id });
  expect(read?.said.map(({ words }) => words)).toEqual(["They rang my sister.", "And they rang again."]);
  const visit = await aVisit(world, one);
  expect((await doorReceipt(visit, again))?.report).toMatchObject({ severe: true, verdict: null });
});

test("it stands in the administrators' queue with four hours to run, overdue after them, and they and both sides are told", async () => {
  const id = await report("threat");
  const found = async (now = world.now) =>
    (await conductQueue(world.ctx(admin.actor, now), null))?.rows.find((row) => row.id === id);
  const row = await found();
  expect(row).toMatchObject({ severe: true, reason: "threat", isLate: false });
  expect(Date.parse(row?.dueAt ?? "") - world.now.getTime()).toBe(4 * 3_600_000);
  expect(await found(new Date(world.now.getTime() + 4 * 3_600_000 + 1))).toMatchObject({ isLate: true });
  const hrefs = (await toldOf("conduct_reported", admin)).map(({ href }) => href);
  expect(hrefs).toContain(`/admin/conduct/${one.caseId}/${id}`);
  for (const { userId } of [one.creditor, one.lawyer]) {
    const said = await world.owner
      .select()
      .from(notifications)
      .where(and(eq(notifications.userId, userId), eq(notifications.kind, "debtor_said")));
    expect(onCase(said), userId).toHaveLength(1);
  }
  expect(await conductQueue(world.ctx(one.lawyer.actor), null)).toBeNull();
});

test("a report that is no severe one is looked at within three days and stops nothing", async () => {
  const id = await report("too_often");
  const [row] = await world.owner.select().from(conductReports).where(eq(conductReports.id, id));
  expect(row.dueAt.getTime() - row.reportedAt.getTime()).toBe(72 * 3_600_000);
  expect((await eventsOf(world.owner, one.caseId)).at(-1)?.type).toBe("reply");
  expect(await letterNow()).not.toMatchObject({ ok: false });
});

test("its words are read for a purpose that is kept, and by nobody but administrators", async () => {
  const key = { caseId: one.caseId, id: await report("threat") };
  expect(await readConduct(world.ctx(one.lawyer.actor), key)).toBeNull();
  expect((await readConduct(world.ctx(admin.actor), key))?.said[0].words).toBe("They rang my sister.");
  const sights = await world.owner
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, one.caseId), eq(auditEntries.operation, "conduct.seen")));
  expect(sights).toHaveLength(1);
  expect(sights[0].details).toMatchObject({ purpose: "conduct-review" });
});

test("unfounded, the bar and the law's pause are lifted; upheld, the bar stays; decided it is once", async () => {
  const by = await aVisit(world, one);
  const id = await report("abuse", { by });
  value(await decide(id, "unfounded"));
  expect(await decide(id, "upheld")).toMatchObject({ ok: false, error: { kind: "already-decided" } });
  const holds = historyOf(historyEventsOf(await eventsOf(world.owner, one.caseId))).holds;
  expect(openHolds(holds, world.now).map(({ type }) => type)).not.toContain("complaint");
  expect(await letterNow()).not.toMatchObject({ error: { kind: "conduct" } });
  const again = await report("abuse", { by });
  value(await decide(again, "upheld"));
  expect(await letterNow()).toMatchObject({ ok: false, error: { kind: "conduct" } });
  const refused = await decide(again, "unfounded", one.lawyer.actor);
  expect(refused).toMatchObject({ ok: false, error: { kind: "report-not-found" } });
});

test("a second severe report keeps the bar when the first is lifted", async () => {
  const first = await report("abuse");
  await report("forged_paper");
  value(await decide(first, "unfounded"));
  expect(await letterNow()).toMatchObject({ ok: false, error: { kind: "conduct" } });
});

test("what was found is told to both sides, who read its reasons on the case's page, as the debtor does at the door", async () => {
  const id = await report("threat");
  value(await decide(id, "upheld"));
  for (const person of [one.lawyer, one.creditor]) {
    const [told] = onCase(await toldOf("conduct_decided", person));
    expect(told.values).toMatchObject({ verdictKey: "conduct.verdict.upheld" });
    const asked = { on: null, days: null, shown: null };
    const view = await caseView(world.ctx(person.actor), one.caseId, asked);
    expect(view?.conduct).toEqual([expect.objectContaining({ id, verdict: "upheld", reasons })]);
  }
  const receipt = await doorReceipt(await aVisit(world, one), id);
  expect(receipt?.report).toMatchObject({ verdict: "upheld", reasons });
});

test("a report names the firm that acts, and the database lets nobody point it elsewhere, take it away or make one up", async () => {
  const id = await report("threat");
  const at = eq(conductReports.id, id);
  const [row] = await world.owner.select().from(conductReports).where(at);
  expect(row.againstOrgId).toBe(one.lawyer.orgId);
  const set = { againstOrgId: newId(world.now) };
  await expect(world.db.update(conductReports).set(set).where(at)).rejects.toThrow();
  await expect(world.db.delete(conductReports).where(at)).rejects.toThrow();
  const forged = { ...row, id: newId(world.now), reason: "abuse" as const };
  await expect(world.db.insert(conductReports).values(forged)).rejects.toThrow();
  const mild = await report("other");
  const worse = { ...row, id: mild, reason: "other" as const, severe: true };
  await expect(world.db.insert(conductReports).values(worse)).rejects.toThrow();
});
