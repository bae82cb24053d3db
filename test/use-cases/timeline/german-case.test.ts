import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dateIn, instantAt, timeIn } from "#app/domain/timeline/local-time.ts";
import { askedAbout, type RecordStep } from "#app/domain/timeline/step-forms.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { addFact } from "#app/use-cases/timeline/add-fact.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
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

const zone = "Europe/Berlin";

let world: World;
let lawyer: Person & { licenceId: string };
let caseId: string;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-02T10:00:00Z");
  // Holidays are on file for 2026: the case is played in that year, whatever year it is.
  await passTime(world, { hours: (Date.parse("2026-06-08T08:00:00Z") - world.now.getTime()) / 3_600_000 });
  lawyer = await aLawyer(world, { territory: "DE" });
  const debtor = {
    kind: "natural_consumer",
    name: "Lotte Lindwurm",
    email: "lotte@lindwurm.example",
    phone: "+49 30 901820",
    address: "Pfefferkuchenweg 3, Berlin",
    country: "DE",
    province: "DE-BE",
  };
  const claim = {
    kind: "services",
    purpose: "consumer",
    principal: "1,900.00",
    currency: "EUR",
    interest: "agreed",
    agreedRate: "5",
    dueOn: daysAgo(world, 60),
    contractOn: daysAgo(world, 120),
    dueAgreed: "no",
    invoiceHint: "no",
  };
  ({ caseId } = await anEngagedCase(world, lawyer, { debtor, claim }));
});
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

/** Ten in the morning in Berlin, some days on, over a Sunday to the Monday; the register has been looked up again. */
async function until(days: number) {
  let on = addDays(dateIn(zone, world.now), days);
  if (new Date(`${on}T00:00:00Z`).getUTCDay() === 0) on = addDays(on, 1);
  const at = instantAt(zone, on, "10:00");
  if (!at) throw new Error(on);
  await passTime(world, { hours: (at.getTime() - world.now.getTime()) / 3_600_000 });
  await world.owner
    .update(licences)
    .set({ registerCheckedAt: world.now })
    .where(eq(licences.orgId, lawyer.orgId));
}

/** The case page as it stands today. */
const today = { on: null, days: null, shown: null };

let proofs = 0;
const proof = () => aPdf("proof.pdf", `proof ${++proofs}`);

async function take(step: Omit<Partial<RecordStep>, "type"> & Pick<RecordStep, "type">) {
  const outcome = value(
    await recordStep(world.ctx(lawyer.actor), {
      caseId,
      occurredOn: dateIn(zone, world.now),
      occurredTime: timeIn(zone, world.now),
      proof: proof(),
      ...step,
    }),
  );
  return outcome.recorded
    ? []
    : outcome.decision.findings.filter(({ effect }) => effect !== "warn").map(({ rule }) => rule);
}

const tell = async (fact: string, told: string) =>
  value(await addFact(world.ctx(lawyer.actor), { caseId, fact, value: told, proof: proof() }));

/** What the form of a step asks beyond its own fields. */
async function askedFor(type: RecordStep["type"]) {
  const view = await stepView(world.ctx(lawyer.actor), caseId, type);
  return askedAbout(type, view?.steps[0].decision.findings.flatMap(({ requires }) => requires) ?? []);
}

test("a lawyer's first word to a private person states all that the law asks; interest starts the day after it", async () => {
  await until(1);
  const { fields, items } = await askedFor("reminder");
  expect(fields).toEqual(["items"]);
  const reminder = { type: "reminder", outcome: "delivered", emailBasis: "creditor_notice" } as const;
  expect(await take({ ...reminder, items: items.filter((item) => item !== "supervisor") })).toEqual([
    "DE-ESC-05",
  ]);
  const before = await caseView(world.ctx(lawyer.actor), caseId, today);
  expect(before?.claim.interest).toEqual({ kind: "refused", reason: "de_no_default" });
  expect(await take({ ...reminder, items })).toEqual([]);
  const reminded = dateIn(zone, world.now);
  await until(4);
  const after = await caseView(world.ctx(lawyer.actor), caseId, today);
  expect(after?.claim.interest).toMatchObject({
    kind: "counted",
    segments: [{ from: addDays(reminded, 1) }],
  });
  expect(await take({ type: "call", outcome: "conversation" })).toEqual([]);
  expect(await take({ type: "call", outcome: "no_answer" })).toEqual(["DE-CONTACT-01"]);
  expect(await take({ type: "visit" })).toEqual(["DE-CONTACT-03"]);
});

test("the enforcement order is a step that carries on the payment order, after two weeks and no earlier", async () => {
  await until(8);
  expect(await take({ type: "demand_payment", outcome: "delivered" })).toEqual([]);
  await until(16);
  expect((await askedFor("payment_order")).fields).toEqual(["orderAnswers"]);
  expect(await take({ type: "payment_order", orderAnswers: ["noCounterPerformance"] })).toEqual([
    "DE-ESC-07",
  ]);
  expect(await take({ type: "enforcement_order_application" })).toContain("X-09");
  const orderAnswers = ["noCounterPerformance", "noPublicService"] as const;
  expect(await take({ type: "payment_order", orderAnswers: [...orderAnswers] })).toEqual([]);

  await until(5);
  await tell("notices.orderServedOn", dateIn(zone, world.now));
  await tell("courtLand", "BE");
  await until(14);
  expect(await take({ type: "enforcement_order_application" })).toEqual(["DE-ESC-10", "DE-ESC-11"]);
  await until(8);
  expect(await take({ type: "enforcement_order_application" })).toEqual([]);
  expect((await eventsOf(world.db, caseId)).at(-1)).toMatchObject({
    type: "enforcement_order_application",
    stageBefore: "payment_order",
    stageAfter: "payment_order",
  });
  expect(await take({ type: "apply_enforcement" })).toContain("DE-ESC-16");
  const title = {
    caseId,
    type: "title_recorded",
    occurredOn: dateIn(zone, world.now),
    proof: proof(),
  } as const;
  value(await recordFact(world.ctx(lawyer.actor), title));
  await until(1);
  expect(await take({ type: "apply_enforcement" })).toEqual([]);
});
