import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { dateRows } from "#app/domain/law/case-dates/row-dates.ts";
import { caseDates } from "#app/domain/law/case-dates.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { Stage } from "#app/domain/law/types.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import { translator } from "#app/messages/catalogue.ts";
import { histories, holds, instants } from "./arbitraries.ts";
import { but, cnFacts, cnLawyer, gbFacts, lawyer, solicitor, usFacts } from "./cases.ts";
import { deFacts, deLawyer } from "./de-scenes.ts";
import { runs } from "./runs.ts";

type Given = { facts?: Facts; history?: HistoryEvent[]; at?: string; stage?: Stage; climbed?: boolean };

const checked = { verifiedAt: "2026-03-01T00:00:00Z" };
const actors: Record<string, ActorInput> = {
  US: lawyer(checked),
  CN: cnLawyer(checked),
  "GB-EW": solicitor(checked),
  DE: deLawyer(checked),
};

const datesIn = (place: string, standard: Facts) => (given: Given) => {
  const pack = packFor(place);
  if (!pack) throw new Error(`no pack for ${place}`);
  const at = given.at ?? "2026-03-10T16:00:00Z";
  return caseDates({
    pack,
    facts: given.facts ?? standard,
    history: historyOf(given.history ?? []),
    actor: actors[pack.id],
    at,
    stage: given.stage ?? "formal_demand",
    climbed: given.climbed ?? true,
  });
};
const us = datesIn("US-NY", usFacts);
const cn = datesIn("CN-440300", cnFacts);
const onOf = (dates: ReturnType<typeof us>, subject: string) =>
  dates.find((each) => each.subject === subject)?.on ?? null;

test("the last day to sue is told before any roll, with its alarms, and not once somebody has sued", () => {
  const [limitation] = us({ climbed: false }).filter(({ subject }) => subject === "limitation");
  expect(limitation).toMatchObject({
    on: "2028-06-01",
    severity: "must",
    rule: "US-LIM-01",
    alarms: [180, 90, 30, 7],
  });
  expect(limitation.citation).toContain("214-i");
  const sunday = cn({ facts: but(cnFacts, { debt: { dueDate: "2023-10-01" } }), climbed: false });
  expect(sunday.find(({ subject }) => subject === "limitation")).toMatchObject({
    on: "2026-10-01",
    kind: "limitation_rolled",
    values: { lastOn: "2026-10-08" },
  });
  const sued: HistoryEvent[] = [{ type: "file_suit", startedAt: "2026-03-01" }];
  expect(onOf(us({ history: sued, stage: "lawsuit" }), "limitation")).toBeNull();
  expect(onOf(us({ facts: but(usFacts, { effectiveInstrument: true }) }), "limitation")).toBeNull();
});

test("a payment or a lawyer's statement moves the last day to sue", () => {
  const paid = but(cnFacts, {
    limitation: { interruptions: [{ type: "part_payment", on: "2026-03-05" }] },
  });
  expect(onOf(cn({ facts: paid, climbed: false }), "limitation")).toBe("2029-03-05");
  const statement: HistoryEvent = {
    type: "limitation_statement",
    startedAt: "2026-03-02",
    actorKind: "lawyer",
    evidenceId: "E9",
    lastDay: "2026-09-30",
  };
  expect(onOf(us({ history: [statement] }), "limitation")).toBe("2026-09-30");
});

test("a rung that waits for nothing but time has a date, with the rule that holds it; before the engagement there is none", () => {
  const demanded: HistoryEvent[] = [
    { type: "demand_payment", startedAt: "2026-03-09T16:00:00Z", answerBy: "2026-03-25" },
  ];
  const suit = us({ history: demanded }).find(({ subject }) => subject === "step.file_suit");
  expect(suit).toMatchObject({ on: "2026-03-26", severity: "may", what: "law.action.file_suit" });
  expect(onOf(us({ history: demanded, climbed: false }), "step.file_suit")).toBeNull();
  expect(onOf(us({ history: demanded, at: "2026-03-26T16:00:00Z" }), "step.file_suit")).toBeNull();
});

test("hours of the day are no date to wait for", () => {
  const night = us({ stage: "intake", at: "2026-03-11T05:00:00Z" });
  expect(night.filter(({ subject }) => subject.startsWith("step."))).toEqual([]);
});

test("a plan that names its last instalment ends its pause on a date", () => {
  const plan: HistoryEvent = {
    type: "plan_agreed",
    startedAt: "2026-03-01T15:00:00Z",
    endsAt: "2026-05-01T04:00:00Z",
  };
  const over = us({ history: [plan] }).find(({ kind }) => kind === "hold_over");
  expect(over).toMatchObject({ subject: "hold.payment_plan.2026-03-01", on: "2026-05-01", severity: "may" });
});

test("a judgment starts the two years to apply for enforcement, and the application ends them", () => {
  const judged = but(cnFacts, { judgment: { periodEnds: "2026-03-01" } });
  const window = cn({ facts: judged, stage: "judgment" }).find(({ kind }) => kind === "enforcement_window");
  expect(window).toMatchObject({ on: "2028-03-01", severity: "must", alarms: [90, 30, 7] });
  const applied: HistoryEvent[] = [{ type: "apply_enforcement", startedAt: "2026-03-05" }];
  expect(
    onOf(cn({ facts: judged, history: applied, stage: "enforcement" }), "enforcement_window"),
  ).toBeNull();
});

test("the reference's own periods: US-TV-06, US-TV-15 in a state's court, CN-TV-10, CN-TV-11", () => {
  const noticed = but(usFacts, { notices: { validation: { sentOn: "2026-06-16", complete: true } } });
  const early = "2026-06-17T16:00:00Z";
  expect(onOf(us({ facts: noticed, at: early }), "validation_end")).toBe("2026-07-24");
  const served = but(usFacts, { proceeding: { claimServedOn: "2026-08-08" } });
  expect(onOf(us({ facts: served, at: "2026-08-09T16:00:00Z", stage: "lawsuit" }), "answer_due")).toBe(
    "2026-09-08",
  );
  const ordered = but(cnFacts, { notices: { paymentOrderReceivedOn: "2026-02-06" } });
  const order = cn({ facts: ordered, at: "2026-02-10T02:00:00Z", stage: "payment_order" });
  expect(onOf(order, "objection_end")).toBe("2026-02-24");
  expect(onOf(order, "enforcement_window.order")).toBe("2028-02-24");
  const judged = but(cnFacts, { proceeding: { judgmentServedOn: "2025-09-23" } });
  expect(onOf(cn({ facts: judged, at: "2025-09-25T02:00:00Z", stage: "judgment" }), "appeal")).toBe(
    "2025-10-09",
  );
});

test("an objection ends what the payment order started; a ruling, a freeze and a fee notice start their own", () => {
  const facts = but(cnFacts, {
    notices: { paymentOrderReceivedOn: "2026-02-06", objectionReceivedOn: "2026-02-12" },
    proceeding: {
      rulingReceivedOn: "2026-02-25",
      preservedOn: "2026-03-02",
      feeNoticeOn: "2026-03-02",
      mediationEffectiveOn: "2026-03-02",
    },
  });
  const dates = cn({ facts, at: "2026-03-03T02:00:00Z", stage: "payment_order" });
  expect(onOf(dates, "objection_end")).toBeNull();
  expect(onOf(dates, "enforcement_window.order")).toBeNull();
  expect(onOf(dates, "conversion")).toBe("2026-03-04");
  expect(onOf(dates, "prepay_fee")).toBe("2026-03-09");
  expect(onOf(dates, "sue_after_preservation")).toBe("2026-04-01");
  expect(onOf(dates, "confirmation")).toBe("2026-04-01");
});

test("a letter of claim, a reply, a company's letter, a moratorium and a claim form in England: GB-TV-05, -12, -13", () => {
  const gb = datesIn("GB-EW", gbFacts);
  const lettered = but(gbFacts, {
    notices: { letterDate: "2026-02-02", postedOn: "2026-02-02", channel: "post" },
  });
  const early = { at: "2026-02-03T12:00:00Z", climbed: false };
  expect(onOf(gb({ ...early, facts: lettered }), "reply_end")).toBe("2026-03-04");
  const company = but(lettered, { debt: { purpose: "commercial" }, debtor: { kind: "company" } });
  expect(onOf(gb({ ...early, facts: company }), "reply_end")).toBe("2026-02-16");
  const replied = but(lettered, {
    notices: { replyReceivedOn: "2026-02-20", documentsRequestedOn: "2026-02-20", documentsProvidedOn: null },
  });
  const answered = gb({ ...early, at: "2026-02-21T12:00:00Z", facts: replied });
  expect(onOf(answered, "reply_end")).toBe("2026-03-22");
  expect(onOf(answered, "documents_due")).toBe("2026-03-22");
  const breathing = but(gbFacts, {
    holds: [{ type: "breathing_space", startedAt: "2026-04-11", registeredOn: "2026-04-10" }],
  });
  expect(onOf(gb({ facts: breathing, at: "2026-04-12T12:00:00Z" }), "moratorium_end")).toBe("2026-06-09");
  const issued = but(gbFacts, { proceeding: { claimIssuedOn: "2026-02-27" } });
  const sent = but(gbFacts, { proceeding: { claimIssuedOn: "2026-02-27", claimPostedOn: "2026-03-02" } });
  const inCourt = { at: "2026-03-03T12:00:00Z", stage: "lawsuit" as const };
  expect(onOf(gb({ ...inCourt, facts: issued }), "claim_form_validity")).toBe("2026-06-27");
  expect(onOf(gb({ ...inCourt, facts: sent }), "claim_form_validity")).toBeNull();
  expect(onOf(gb({ ...inCourt, facts: sent }), "defence_due")).toBe("2026-03-18");
  const acknowledged = but(sent, { proceeding: { serviceAcknowledgedOn: "2026-03-10" } });
  expect(onOf(gb({ ...inCourt, facts: acknowledged }), "defence_due")).toBeNull();
  expect(onOf(gb({ ...inCourt, facts: acknowledged }), "defence_due.acknowledged")).toBe("2026-04-01");
});

test("an order for payment in Germany: DE-TV-05, DE-TV-06 and what ends it", () => {
  const de = datesIn("DE-BE", deFacts);
  const served = (on: string, over = {}) => but(deFacts, { notices: { orderServedOn: on, ...over } });
  const inOrder = { stage: "payment_order" as const, climbed: false };
  const april = de({ ...inOrder, facts: served("2026-04-09"), at: "2026-04-10T08:00:00Z" });
  expect(onOf(april, "objection_end")).toBe("2026-04-23");
  expect(onOf(april, "enforcement_order_window")).toBe("2026-10-09");
  const march = de({ ...inOrder, facts: served("2026-03-20"), at: "2026-03-21T08:00:00Z" });
  expect(onOf(march, "objection_end")).toBe("2026-04-07");
  expect(onOf(march, "enforcement_order_window")).toBe("2026-09-21");
  const objected = served("2026-04-09", { objectionReceivedOn: "2026-04-15" });
  const ended = de({ ...inOrder, facts: objected, at: "2026-04-16T08:00:00Z" });
  expect(onOf(ended, "enforcement_order_window")).toBeNull();
  const history: HistoryEvent[] = [{ type: "enforcement_order_application", startedAt: "2026-04-24" }];
  const applied = de({ ...inOrder, facts: served("2026-04-09"), history, at: "2026-04-25T08:00:00Z" });
  expect(onOf(applied, "enforcement_order_window")).toBeNull();
  const proceeding = { statementDemandedOn: "2026-06-01", enforcementOrderServedOn: "2026-06-02" };
  const inCourt = de({ facts: but(deFacts, { proceeding }), at: "2026-06-03T08:00:00Z", stage: "lawsuit" });
  expect(onOf(inCourt, "statement_of_claim")).toBe("2026-06-15");
  expect(onOf(inCourt, "appeal_enforcement_order")).toBe("2026-06-16");
});

test("from the order for payment on, the day of the enforcement order is told, until it is applied for or the debtor objects", () => {
  const de = datesIn("DE-BE", deFacts);
  const facts = but(deFacts, { notices: { orderServedOn: "2026-04-09" }, courtLand: "BE" });
  const ordered: HistoryEvent[] = [{ type: "payment_order", startedAt: "2026-04-02T08:00:00Z" }];
  const asked = { stage: "payment_order" as const, at: "2026-04-10T08:00:00Z" };
  const open = "step.enforcement_order_application";
  expect(onOf(de({ ...asked, facts, history: ordered }), open)).toBe("2026-04-24");
  expect(onOf(de({ ...asked, facts }), open)).toBeNull();
  const applied: HistoryEvent[] = [
    ...ordered,
    { type: "enforcement_order_application", startedAt: "2026-04-09T08:00:00Z" },
  ];
  expect(onOf(de({ ...asked, facts, history: applied }), open)).toBeNull();
  const objected = but(facts, { notices: { objectionReceivedOn: "2026-04-10" } });
  expect(onOf(de({ ...asked, facts: objected, history: ordered }), open)).toBeNull();
});

test("where a calendar is not announced, one's own deadline is counted plainly and the other's end is left open (X-10)", () => {
  const facts = but(cnFacts, {
    notices: { paymentOrderReceivedOn: "2027-03-01" },
    proceeding: { preservedOn: "2027-03-01" },
  });
  const dates = cn({ facts, at: "2027-03-02T02:00:00Z", stage: "payment_order" });
  expect(onOf(dates, "sue_after_preservation")).toBe("2027-03-31");
  expect(onOf(dates, "objection_end")).toBeNull();
});

test("a closed case has no dates, and yesterday's are no more", () => {
  expect(us({ stage: "closed" })).toEqual([]);
  const barred = but(usFacts, { limitation: { lastDay: "2026-03-10" } });
  expect(onOf(us({ facts: barred }), "limitation")).toBe("2026-03-10");
  expect(onOf(us({ facts: barred, at: "2026-03-11" }), "limitation")).toBeNull();
});

const demands: fc.Arbitrary<HistoryEvent> = fc
  .record({ startedAt: instants, days: fc.integer({ min: 14, max: 60 }) })
  .map(({ startedAt, days }) => ({
    type: "demand_payment",
    startedAt,
    answerBy: addDays(startedAt.slice(0, 10), days),
  }));

test("dates are the law's and not the run's: asked for later, those ahead are the same", () => {
  fc.assert(
    fc.property(
      histories,
      fc.array(holds, { maxLength: 2 }),
      demands,
      fc.nat(60),
      fc.nat(60),
      (calls, held, demand, a, b) => {
        const facts = but(usFacts, { holds: held });
        const events = [...calls, demand];
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((days) => addDays("2026-03-20", days));
        const earlier = us({ facts, history: events, at: early });
        const later = us({ facts, history: events, at: late });
        const brief = (dates: typeof later) =>
          dates.map(({ subject, on, at, rule }) => `${subject} ${on} ${at} ${rule}`);
        const ahead = earlier.filter(({ on, severity }) => (severity === "may" ? on > late : on >= late));
        expect(brief(later)).toEqual(brief(ahead));
      },
    ),
    runs(),
  );
});

test("every kind of date has its words in both languages, and every row its own name", () => {
  for (const rows of Object.values(dateRows)) {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { kind } of rows) {
      for (const locale of ["en", "zh"] as const) {
        expect(translator(locale).has(`date.${kind}.what`), kind).toBe(true);
        expect(translator(locale).has(`date.${kind}.text`), kind).toBe(true);
      }
    }
  }
});
