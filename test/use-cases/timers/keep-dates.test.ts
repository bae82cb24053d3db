import { and, eq, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import { addFact } from "#app/use-cases/timeline/add-fact.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { fireDueDates } from "#app/use-cases/timers/fire-due-dates.server.ts";
import { recountDates } from "#app/use-cases/timers/recount-dates.server.ts";
import { mails, notifications } from "#db/schema/accounts.ts";
import { timers } from "#db/schema/cases.ts";
import { takeStep, tellFact, until } from "#test/support/ladder.ts";
import { approved, aRowProposal } from "#test/support/law-changes.ts";
import { anEngagedCase, anOpenRound, daysAgo } from "#test/support/market.ts";
import { aLawyer, aPdf, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const timersOf = (caseId: string) => world.db.select().from(timers).where(eq(timers.caseId, caseId));
const datesOf = async (caseId: string) =>
  (await timersOf(caseId)).filter(({ kind }) => kind === "case_date" || kind === "date_alarm");
const pendingOf = async (caseId: string, subject = "limitation") =>
  (await datesOf(caseId))
    .filter(({ firedAt, cancelledAt, subjectId }) => !firedAt && !cancelledAt && subjectId === subject)
    .map(({ onDay, details }) => `${onDay} ${details?.daysBefore ?? 0}`)
    .sort();
const toldOf = (caseId: string, person: Person) =>
  world.owner
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, person.userId),
        eq(notifications.href, `/cases/${caseId}`),
        like(notifications.kind, "date_%"),
      ),
    );
const fireAll = async () => {
  while (value(await fireDueDates(world.ctx(system))) > 0);
};

const due = (world: World, days: number) => ({
  dueOn: daysAgo(world, days),
  contractOn: daysAgo(world, days + 30),
});

/** Goods in California are sued upon within four years of the due date. */
const fourYearsFrom = (on: string) => `${Number(on.slice(0, 4)) + 4}${on.slice(4)}`;

test("the event that makes a date enqueues its timers: a posted case has its last day to sue and four alarms", async () => {
  const { caseId } = await anOpenRound(world);
  const last = fourYearsFrom(daysAgo(world, 90));
  expect(await pendingOf(caseId)).toEqual([
    `${last} 0`,
    `${last} 180`,
    `${last} 30`,
    `${last} 7`,
    `${last} 90`,
  ]);
});

test("a refused step changes no date", async () => {
  const { caseId } = await anEngagedCase(world, lawyer);
  const before = await datesOf(caseId);
  await until(world, 1, "09:00");
  const outcome = value(await takeStep(world, lawyer, { caseId, type: "demand_payment" }));
  expect(outcome.recorded).toBe(false);
  expect(await datesOf(caseId)).toEqual(before);
});

test("a payment moves the last day: the old moments are stopped, the new added, and the same moment is never kept twice", async () => {
  const { caseId } = await anEngagedCase(world, lawyer, { claim: due(world, 400) });
  const [old] = await pendingOf(caseId);
  const statement = addDays(old.slice(0, 10), -100);
  value(
    await tellFact(world, lawyer, {
      caseId,
      type: "limitation_statement",
      lastDay: statement,
      note: "The contract names a shorter period.",
    }),
  );
  expect(await pendingOf(caseId)).toEqual([0, 7, 30, 90, 180].map((days) => `${statement} ${days}`).sort());
  const [row] = await datesOf(caseId);
  await expect(world.owner.insert(timers).values({ ...row, id: crypto.randomUUID() })).rejects.toMatchObject({
    cause: { constraint_name: "timers_moment_key" },
  });
});

test("a closed case keeps no timer of a date", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  expect(await pendingOf(caseId)).toHaveLength(5);
  const closing = { caseId, closing: "closed_uncollectable" as const, note: "Nothing more can be had." };
  value(await closeCase(world.ctx(creditor.actor), closing));
  expect(await pendingOf(caseId)).toEqual([]);
});

test("a court's day that is added starts its period at once", async () => {
  const { caseId } = await anEngagedCase(world, lawyer);
  const served = daysAgo(world, 1);
  const input = {
    caseId,
    fact: "proceeding.claimServedOn",
    value: served,
    proof: aPdf("served.pdf", caseId),
  };
  value(await addFact(world.ctx(lawyer.actor), input));
  expect(await pendingOf(caseId, "answer_due")).toHaveLength(1);
});

test("whoever must know is told once: both sides of an alarm, the collector alone of an open step", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  await until(world, 1, "09:00");
  const step = { caseId, type: "reminder" as const, outcome: "delivered" as const };
  value(await takeStep(world, lawyer, { ...step, emailBasis: "consumer_used" as const }));
  const [opening] = (await datesOf(caseId)).filter(({ subjectId }) => subjectId.startsWith("step."));
  expect(opening).toMatchObject({ firedAt: null, cancelledAt: null });
  await passTime(world, { days: 9 });
  const workers = await Promise.all([1, 2, 3, 4].map(() => fireDueDates(world.ctx(system))));
  expect(workers.map(value).reduce((a, b) => a + b)).toBe(1);
  expect((await toldOf(caseId, lawyer)).map(({ kind, values }) => [kind, values.whatKey])).toEqual([
    ["date_open", opening.details?.what],
  ]);
  expect(await toldOf(caseId, creditor)).toEqual([]);

  const last = (await pendingOf(caseId))[0].slice(0, 10);
  await passTime(world, { days: (Date.parse(last) - world.now.getTime()) / 86_400_000 - 100 });
  await fireAll();
  await fireAll();
  for (const person of [creditor, lawyer]) {
    const near = (await toldOf(caseId, person)).filter(({ kind }) => kind === "date_near");
    expect(near.map(({ values }) => values.dayOn)).toEqual([last]);
  }
  const sent = await world.owner.select().from(mails).where(eq(mails.toAddress, creditor.email));
  expect(sent.filter(({ subject }) => subject.includes("Last day to sue"))).toHaveLength(1);
});

test("an event that comes before a late worker takes nothing from what was due, and moves no anchor", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  await until(world, 1, "09:00");
  const step = { caseId, type: "reminder" as const, outcome: "delivered" as const };
  value(await takeStep(world, lawyer, { ...step, emailBasis: "consumer_used" as const }));
  const [opening] = (await datesOf(caseId)).filter(({ subjectId }) => subjectId.startsWith("step."));
  await passTime(world, { days: 20 });
  value(await tellFact(world, creditor, { caseId, type: "dispute" }));
  expect((await toldOf(caseId, lawyer)).map(({ kind }) => kind)).toEqual(["date_open"]);
  const [after] = (await timersOf(caseId)).filter(({ id }) => id === opening.id);
  expect(after).toMatchObject({ dueAt: opening.dueAt, onDay: opening.onDay });
  expect(after.firedAt).not.toBeNull();
  await fireAll();
  expect(await toldOf(caseId, lawyer)).toHaveLength(1);
});

test("a case that another transaction holds is left to it, and its timer fires later", async () => {
  const { caseId } = await anOpenRound(world, { claim: due(world, 4 * 365 - 60) });
  await fireAll();
  await passTime(world, { days: 45 });
  await world.owner.transaction(async (tx) => {
    await tx.execute(`select 1 from cases where case_id = '${caseId}' for update`);
    await fireAll();
    expect((await pendingOf(caseId)).length).toBeGreaterThan(0);
    const dueNow = (await datesOf(caseId)).filter(
      ({ dueAt, firedAt, cancelledAt }) => dueAt <= world.now && !firedAt && !cancelledAt,
    );
    expect(dueNow.length).toBeGreaterThan(0);
  });
  await fireAll();
  const left = (await datesOf(caseId)).filter(
    ({ dueAt, firedAt, cancelledAt }) => dueAt <= world.now && !firedAt && !cancelledAt,
  );
  expect(left).toEqual([]);
});

test("a change of the law recounts the dates of live cases, and doing so twice changes nothing", async () => {
  const lawyer = await aLawyer(world);
  const { caseId } = await anEngagedCase(world, lawyer);
  await until(world, 1, "09:00");
  const step = { caseId, type: "reminder" as const, outcome: "delivered" as const };
  value(await takeStep(world, lawyer, { ...step, emailBasis: "consumer_used" as const }));
  const opening = async () =>
    (await datesOf(caseId)).filter(
      ({ subjectId, cancelledAt }) => subjectId.startsWith("step.") && !cancelledAt,
    );
  const [before] = await opening();
  await approved(world, await aRowProposal(world, "9"));
  const jobs = await world.owner.execute(
    sql`select 1 from graphile_worker.jobs where task_identifier = 'recount-dates'`,
  );
  expect(jobs).toHaveLength(1);
  value(await recountDates(world.ctx(system), { packId: "US", after: null }));
  const [after] = await opening();
  expect(Date.parse(after.onDay ?? "") - Date.parse(before.onDay ?? "")).toBe(6 * 86_400_000);
  const rows = await datesOf(caseId);
  value(await recountDates(world.ctx(system), { packId: "US", after: null }));
  expect(await datesOf(caseId)).toEqual(rows);
  expect(await recountDates(world.ctx(lawyer.actor), { packId: "US", after: null })).toMatchObject({
    error: { kind: "not-allowed" },
  });
});

test("nobody but the system fires dates", async () => {
  expect(await fireDueDates(world.ctx(lawyer.actor))).toMatchObject({ error: { kind: "not-allowed" } });
});
