import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dateIn, instantAt, timeIn } from "#app/domain/timeline/local-time.ts";
import { askedAbout, type RecordStep } from "#app/domain/timeline/step-forms.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { addFact } from "#app/use-cases/timeline/add-fact.server.ts";
import { recordStep } from "#app/use-cases/timeline/record-step.server.ts";
import { stepView } from "#app/use-cases/timeline/step-view.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences } from "#db/schema/accounts.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import {
  aLawyer,
  aPdf,
  aWorld,
  type Person,
  passTime,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

const zone = "Europe/London";

let world: World;
let lawyer: Person & { licenceId: string };
let caseId: string;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-02T10:00:00Z");
  lawyer = await aLawyer(world, { territory: "GB-EW" });
  const debtor = {
    kind: "natural_consumer",
    name: "Hattie Hollyhock",
    email: "hattie@hollyhock.example",
    phone: "+44 20 7946 0123",
    address: "4 Marmalade Row, Leeds",
    country: "GB",
    province: "GB-EW",
  };
  const claim = {
    kind: "services",
    purpose: "consumer",
    principal: "3,200.00",
    currency: "GBP",
    dueOn: daysAgo(world, 90),
    contractOn: daysAgo(world, 150),
    regulatedCredit: "unknown",
  };
  ({ caseId } = await anEngagedCase(world, lawyer, { debtor, claim }));
});
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

/** The register is looked up again as often as the law asks. */
const recheck = () =>
  world.owner.update(licences).set({ registerCheckedAt: world.now }).where(eq(licences.orgId, lawyer.orgId));

/** Ten in the morning in London, some days on, over a weekend to the Monday. */
async function until(days: number) {
  let on = addDays(dateIn(zone, world.now), days);
  while ([0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())) on = addDays(on, 1);
  const at = instantAt(zone, on, "10:00");
  if (!at) throw new Error(on);
  await passTime(world, { hours: (at.getTime() - world.now.getTime()) / 3_600_000 });
  await recheck();
}

let proofs = 0;
async function take(step: Omit<Partial<RecordStep>, "type"> & Pick<RecordStep, "type">) {
  const outcome = value(
    await recordStep(world.ctx(lawyer.actor), {
      caseId,
      occurredOn: dateIn(zone, world.now),
      occurredTime: timeIn(zone, world.now),
      proof: aPdf("proof.pdf", `proof ${++proofs}`),
      ...step,
    }),
  );
  return outcome.recorded
    ? []
    : outcome.decision.findings.filter(({ effect }) => effect !== "warn").map(({ rule }) => rule);
}

const tell = async (fact: string, told: string) =>
  value(
    await addFact(world.ctx(lawyer.actor), {
      caseId,
      fact,
      value: told,
      proof: aPdf("fact.pdf", `fact ${++proofs}`),
    }),
  );

/** What the form of a step asks beyond its own fields. */
async function askedFor(type: RecordStep["type"]) {
  const view = await stepView(world.ctx(lawyer.actor), caseId, type);
  const requires = view?.steps[0].decision.findings.flatMap((finding) => finding.requires) ?? [];
  return askedAbout(type, requires);
}

test("an English case climbs by the protocol: a complete letter of claim, thirty whole days, then the claim", async () => {
  await until(1);
  expect(await take({ type: "reminder", outcome: "delivered" })).toContain("GB-COV-03");
  await tell("debt.regulatedCredit", "no");
  expect(await take({ type: "reminder", outcome: "delivered" })).toEqual([]);
  await until(4);
  expect(await take({ type: "call", outcome: "no_answer" })).toEqual([]);
  expect(await take({ type: "call", outcome: "no_answer" })).toContain("GB-CONTACT-01");
  await until(8);

  const { fields, items } = await askedFor("demand_payment");
  expect(fields).toEqual(["letterDate", "items"]);
  const today = dateIn(zone, world.now);
  const complete = items.filter((item) => item !== "lateInterestClaimed");
  const letter = { type: "demand_payment", outcome: "sent", letterDate: today, items: complete } as const;
  expect(await take({ ...letter, items: complete.filter((item) => item !== "replyForm") })).toContain(
    "GB-NOTICE-01",
  );
  expect(await take({ ...letter, letterDate: addDays(today, -2) })).toContain("GB-ESC-02");
  expect(await take(letter)).toEqual([]);
  expect((await eventsOf(world.db, caseId)).at(-1)).toMatchObject({
    type: "demand_payment",
    stageAfter: "formal_demand",
    payload: { act: { letterDate: today, channel: "post" } },
  });

  await passTime(world, { hours: 29 * 24 });
  await recheck();
  expect(await take({ type: "file_suit" })).toContain("GB-ESC-03");
  await until(2);
  expect(await take({ type: "file_suit" })).toEqual([]);
});

test("goods are taken by the court that may, and steps of other countries are none here", async () => {
  expect(await take({ type: "county_court_warrant" })).toContain("GB-ESC-12");
  expect(await take({ type: "judgment" })).toEqual([]);
  expect(await take({ type: "county_court_warrant" })).toContain("GB-ESC-11");
  await until(16);
  expect(await take({ type: "high_court_writ" })).toEqual([]);
  expect(await take({ type: "payment_order" })).toContain("X-09");
  expect(await take({ type: "bureau_report" })).toContain("X-09");
});
