import { count } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { PaperKind } from "#app/domain/papers/content.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { keepVisits } from "#app/use-cases/contact/keep-visits.server.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import { datesOf } from "#app/use-cases/timers/keep-dates.server.ts";
import { berlin, london } from "#db/demo/europe.ts";
import { workingDay } from "#db/demo/stage.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { planOf } from "#db/queries/visits.ts";
import { advances } from "#db/schema/advances.ts";
import { cases } from "#db/schema/cases.ts";
import { contactMessages } from "#db/schema/contact.ts";
import { papers } from "#db/schema/papers.ts";
import { moneyExceptions } from "#db/schema/payments.ts";
import { paymentPlans } from "#db/schema/plans.ts";
import { lots, portfolioClaims, portfolios } from "#db/schema/portfolios.ts";
import { bids } from "#db/schema/tenders.ts";
import { visitPlans } from "#db/schema/visits.ts";
import { demoSignIns, seedDemo } from "#db/seed.ts";
import { dumpOf, placesOf } from "#test/support/dump.ts";
import { standInOf } from "#test/support/local-stripe.ts";
import { aWorld, value, type World } from "#test/support/world.ts";

let world: World;
let closeStandIn: () => Promise<void>;
let seeded: CaseRow[];
beforeAll(async () => {
  world = await aWorld();
  closeStandIn = await standInOf(world.services);
  await seedDemo(world.services, () => {});
  seeded = await world.owner.select().from(cases);
}, 120_000);
afterAll(async () => {
  await closeStandIn();
  await world.close();
});

const only = (jurisdiction: string) => {
  const found = seeded.filter((kase) => kase.jurisdiction === jurisdiction);
  expect(found).toHaveLength(1);
  return found[0];
};

/** Kinds of the legal dates ahead of a case. */
async function datesAhead(kase: CaseRow) {
  const events = await eventsOf(world.db, kase.caseId);
  const pack = packOfCase(await lawBook(world.db), kase);
  const ctx = world.ctx(system, new Date());
  return datesOf(ctx, kase, { pack, events, climber: { kind: "law_firm", credentials: [] } }).map(
    ({ kind }) => kind,
  );
}

test.for([
  ["GB-EW", london, "formal_demand", "reply_end"],
  ["DE", berlin, "payment_order", "objection_end"],
] as const)(
  "the demo's case under %s climbed as the law allows, and its period is running",
  async ([law, place, stage, date], { skip }) => {
    const kase = only(law);
    const events = await eventsOf(world.db, kase.caseId);
    expect(events.filter(({ type }) => type === "attempt_blocked")).toEqual([]);
    expect(events.every(({ occurredAt }) => occurredAt <= new Date())).toBe(true);
    expect(kase.status).toBe("engaged");
    // Where no calendar is on file for today, the demo stops where the product would.
    skip(!workingDay(place, dateIn(place.zone, new Date())), `no calendar of ${law} is on file for today`);
    expect(kase.stage).toBe(stage);
    expect(await datesAhead(kase)).toContain(date);
  },
);

test("the demo has lots to bid on, a lot being collected after its second round, one with two bids to compare, one that nobody wanted, and a file not split yet", async () => {
  const offered = await world.owner.select().from(lots);
  const [bidRows, files] = [
    await world.owner.select().from(bids),
    await world.owner.select().from(portfolios),
  ];
  const seen = offered.map(({ caseId, status, regions }) => {
    const opened = bidRows.filter((bid) => bid.caseId === caseId && bid.terms !== null);
    return [...regions, status, opened.length].join(" ");
  });
  expect(seen.sort()).toEqual([
    "US-CA deciding 2",
    "US-CA tendering 0",
    "US-IL tendering 0",
    "US-NY engaged 4",
    "US-NY tendering 0",
    "US-TX deciding 0",
  ]);
  expect(files.map(({ status }) => status).sort()).toEqual(["approved", "approved", "approved", "imported"]);
  const claims = await world.owner.$count(portfolioClaims);
  expect(claims).toBe(118);
});

test("the demo shows money: payments to both sides with receipts, bills and one undone, a balance letter, statements of a closed month, costs paid in, a plan that runs, and a letter sent through the gate", async () => {
  const issued = await world.owner.select().from(papers);
  const of = (kind: PaperKind) => issued.filter((paper) => paper.kind === kind).length;
  expect(of("receipt")).toBeGreaterThanOrEqual(4);
  const shown = [
    "invoice",
    "credit_note",
    "balance_letter",
    "creditor_statement",
    "remittance_advice",
  ] as const;
  for (const kind of shown) expect(of(kind), kind).toBeGreaterThan(0);
  const asked = await world.owner.select().from(advances);
  expect(asked.map(({ need, spent }) => [need, spent])).toEqual([[21_000n, null]]);
  const plans = await world.owner.select().from(paymentPlans);
  expect(plans.map(({ status, methodId }) => [status, methodId !== null])).toEqual([["active", true]]);
  const letters = await world.owner.select().from(contactMessages);
  expect(letters.map(({ status }) => status)).toEqual(["sent", "sent", "sent", "sent", "sent"]);
  expect(await world.owner.$count(moneyExceptions)).toBe(0);
  expect((await checkLedger(world.db)).breaks).toEqual([]);
});

test("the demo's Chinese case has a visit ahead that the law allows as things stand", async () => {
  const [plan, ...more] = await world.owner.select().from(visitPlans);
  expect(more).toEqual([]);
  expect(plan.startsAt > new Date()).toBe(true);
  value(await keepVisits(world.ctx(system, new Date())));
  expect((await planOf(world.db, plan))?.status).toBe("planned");
});

test("a dump of the demo's database names no debtor of it, nor how to reach one", async () => {
  const dump = await dumpOf(world.owner);
  const fields = ["name", "email", "phone", "address"] as const;
  const said = new Set<string>();
  for (const { caseId } of seeded) {
    const debtor = await openDebtor(world.db, world.services, byMachine({ caseId, fields: fields }));
    for (const field of fields) said.add(debtor?.person?.[field] ?? "");
  }
  said.delete("");
  expect(said.size).toBeGreaterThan(seeded.length);
  for (const word of said) expect(placesOf(dump, word), word).toEqual([]);
});

test("the demo is seeded once, and the start prints who can sign in", async () => {
  await seedDemo(world.services, () => {});
  const [rows] = await world.owner.select({ rows: count() }).from(cases);
  expect(rows.rows).toBe(seeded.length);
  expect((await demoSignIns(world.services)).map(({ email }) => email)).toEqual([
    "creditor@demo.example",
    "lawyer@demo.example",
    "agency@demo.example",
    "lawyer3@demo.example",
    "lawyer-london@demo.example",
    "lawyer-berlin@demo.example",
    "admin@demo.example",
    "admin2@demo.example",
  ]);
});
