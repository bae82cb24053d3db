import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { listCases } from "#app/use-cases/cases/list-cases.server.ts";
import { viewDebtor } from "#app/use-cases/cases/view-debtor.server.ts";
import { detailsView } from "#app/use-cases/privacy/details-view.server.ts";
import { identityView } from "#app/use-cases/privacy/identity-view.server.ts";
import { showDetails } from "#app/use-cases/privacy/show-details.server.ts";
import { ownSight } from "#app/use-cases/sights.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { auditEntries, notifications } from "#db/schema/accounts.ts";
import { personalSights } from "#db/schema/personal-sights.ts";
import { anEngagedCase, canary } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  type Person,
  passTime,
  theAdmin,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let creditor: Person;
let caseId: string;
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  ({ caseId, creditor } = await anEngagedCase(world, lawyer));
}, 60_000);
afterAll(() => world.close());

const whole = { on: null, days: null, shown: null };
const kept = (at = caseId) => world.owner.select().from(personalSights).where(eq(personalSights.caseId, at));
const cardOf = async (person: Person, now = world.now) =>
  (await caseView(world.ctx(person.actor, now), caseId, whole))?.debtor;
const minutes = (count: number) => new Date(world.now.getTime() + count * 60_000);
const masked = {
  name: canary.name,
  email: "a•••@q•••.example",
  phone: "••• 33",
  address: "•••, Fresno, CA 936••",
  shownUntil: null,
};

test("a party reads the name and masks; addresses stand in full after a purpose, for that person, for fifteen minutes", async () => {
  expect(await cardOf(lawyer)).toEqual(masked);
  value(await showDetails(world.ctx(lawyer.actor), { caseId, purpose: "contacting" }));
  const until = minutes(15).toISOString();
  expect(await cardOf(lawyer)).toEqual({ ...canary, shownUntil: until });
  expect(await cardOf(lawyer, minutes(14))).toEqual({ ...canary, shownUntil: until });
  expect(await cardOf(creditor)).toEqual(masked);
  expect(await cardOf(lawyer, minutes(15))).toEqual(masked);
});

test("what is written holds the names of fields and not what stood in them; the same look is one row", async () => {
  const before = await kept();
  for (const _ of [1, 2, 3]) {
    await cardOf(lawyer);
    await listCases(world.ctx(lawyer.actor), { tab: "open", after: null });
    value(await showDetails(world.ctx(lawyer.actor), { caseId, purpose: "contacting" }));
  }
  const rows = await kept();
  expect(rows).toHaveLength(before.length);
  const mine = rows.filter(({ userId }) => userId === lawyer.userId);
  expect(mine.map(({ purpose, fields }) => ({ purpose, fields }))).toEqual(
    expect.arrayContaining([
      { purpose: "overview", fields: ["name"] },
      { purpose: "contacting", fields: ["address", "email", "phone"] },
    ]),
  );
  const written = JSON.stringify(rows);
  for (const word of Object.values(canary)) expect(written).not.toContain(word);
});

test("nothing is shown without a purpose of one's own, without a part in the case, or to somebody else's sight", async () => {
  const ask = (person: Person, purpose: "supervising" | "contacting" | "moderation") =>
    showDetails(world.ctx(person.actor), { caseId, purpose });
  expect(await ask(creditor, "contacting")).toEqual({ ok: false, error: { kind: "purpose-unfit" } });
  expect(await ask(lawyer, "supervising")).toEqual({ ok: false, error: { kind: "purpose-unfit" } });
  const admin = await theAdmin(world);
  for (const stranger of [await aLawyer(world), await aCreditor(world), admin])
    expect(await ask(stranger, "moderation")).toEqual({ ok: false, error: { kind: "case-not-found" } });
  expect((await kept()).every(({ userId }) => userId === lawyer.userId || userId === creditor.userId)).toBe(
    true,
  );
  expect(await cardOf(creditor)).toEqual(masked);
  expect(() => ownSight(world.ctx(lawyer.actor), { caseId, fields: ["name"] })).toThrow();
});

test("a sight can be changed, taken back or made up by nobody, the database's owner included", async () => {
  const tries = [
    sql`update personal_sights set purpose = 'overview'`,
    sql`update personal_sights set until = now() + interval '9 years'`,
    sql`delete from personal_sights`,
    sql`truncate personal_sights`,
  ];
  const before = await kept();
  for (const attempt of tries) {
    await expect(world.db.execute(attempt)).rejects.toThrow();
    await expect(world.owner.execute(attempt)).rejects.toThrow();
  }
  expect(await kept()).toEqual(before);
});

test("each party reads who of its own looked; an administrator reads all, and who the debtor is in initials until a purpose is given", async () => {
  const own = await detailsView(world.ctx(creditor.actor), caseId);
  expect(new Set(own?.looked.map(({ organization }) => organization)).size).toBe(1);
  const admin = await theAdmin(world);
  const see = (asked: string | null = null) => identityView(world.ctx(admin.actor), { caseId, asked });
  const before = await see();
  expect(before?.debtor).toEqual({ ...masked, name: "Z. Q. H." });
  expect(new Set(before?.looked.map(({ organization }) => organization)).size).toBe(2);
  expect((await see("contacting"))?.looked.map(({ purpose }) => purpose)).toEqual(["contacting"]);
  value(await viewDebtor(world.ctx(admin.actor), { caseId, purpose: "complaint" }));
  expect((await see())?.debtor).toMatchObject(canary);
  await passTime(world, { hours: 1 });
  expect((await see())?.debtor).toEqual({ ...masked, name: "Z. Q. H." });
});

test("details of more than twenty cases within an hour, by one person, are told to the administrators once, and nobody is stopped", async () => {
  const { userId, orgId } = creditor;
  const seen = (count: number, at: Date) =>
    Array.from({ length: count }, () => ({
      ...{ caseId: newId(at), id: newId(at), userId, orgId, at, until: new Date(at.getTime() + 60_000) },
      ...{ fields: ["email" as const], purpose: "answering" as const, slot: "a slot" },
    }));
  const show = () => showDetails(world.ctx(creditor.actor), { caseId, purpose: "supervising" });
  const told = () =>
    world.owner.select().from(notifications).where(eq(notifications.kind, "debtor_details_often"));
  const entries = () =>
    world.owner.select().from(auditEntries).where(eq(auditEntries.operation, "debtor.looked_often"));
  await world.owner.insert(personalSights).values(seen(40, minutes(-61)));
  await world.owner.insert(personalSights).values(seen(19, minutes(-30)));
  value(await show());
  expect(await told()).toEqual([]);
  await world.owner.insert(personalSights).values(seen(1, minutes(-1)));
  value(await show());
  value(await show());
  expect(await entries()).toMatchObject([{ subjectId: userId, details: { cases: 21, minutes: 60 } }]);
  const notices = await told();
  expect(new Set(notices.map((notice) => notice.userId)).size).toBe(notices.length);
  expect(notices.map(({ href }) => href)).toContain("/admin/audit");
  expect(await cardOf(creditor)).toMatchObject(canary);
});
