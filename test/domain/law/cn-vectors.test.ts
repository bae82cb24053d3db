import { expect, test } from "vitest";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { rollForward } from "#app/domain/law/calendar/workdays.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { ask, blocking, but, call, called, cnFacts, cnLawyer, spoke } from "./cases.ts";

const deadline = (raw: string) => {
  const found = rollForward(publishedSeries, ["CN"], dayOf(raw));
  return found.refused ? null : dateOf(found.last);
};

test("CN-TV-08: a demand that reached the debtor starts the three years anew", () => {
  const facts: Facts = { debt: { dueDate: "2023-05-20" } };
  expect(limitationOf({ jurisdiction: "CN", facts })).toMatchObject({ last: "2026-05-20" });
  const demanded = (delivered: boolean): Facts => ({
    ...facts,
    limitation: { interruptions: [{ type: "demand", on: "2024-11-05", delivered }] },
  });
  expect(limitationOf({ jurisdiction: "CN", facts: demanded(true) })).toMatchObject({ last: "2027-11-05" });
  expect(limitationOf({ jurisdiction: "CN", facts: demanded(false) })).toMatchObject({ last: "2026-05-20" });
});

test("CN-TV-09: a last day within the Spring Festival moves to the first working day", () => {
  expect(
    limitationOf({ jurisdiction: "CN", facts: { debt: { dueDate: "2023-02-16" } }, on: "2026-02-25" }),
  ).toMatchObject({
    raw: "2026-02-16",
    last: "2026-02-24",
    barred: true,
  });
});

test("CN-TV-10: a payment order is enforced the day after the debtor's fifteen days, holidays counted out", () => {
  expect(deadline("2026-02-21")).toBe("2026-02-24");
  const facts = but(cnFacts, {
    effectiveInstrument: true,
    notices: { paymentOrderReceivedOn: "2026-02-06" },
  });
  const enforce = (at: string) =>
    ask({
      facts,
      action: { type: "apply_enforcement" },
      actor: cnLawyer({ verifiedAt: "2026-02-10T00:00:00Z" }),
      at,
    });
  expect(enforce("2026-02-24").earliest).toBe("2026-02-25");
  expect(blocking(enforce("2026-02-24"))).toEqual(["CN-ESC-09"]);
  expect(enforce("2026-02-25").allowed).toBe(true);
});

test("CN-TV-11: an appeal period that ends on National Day ends after the holidays", () => {
  expect(deadline("2025-10-08")).toBe("2025-10-09");
});

test("CN-TV-12: a fourth connected call in a day is refused whoever places it", () => {
  const history = ["01:10", "03:00", "07:30"].map((time) =>
    spoke(`2026-04-08T${time}:00Z`, { actorId: "A1" }),
  );
  const decision = ask({
    facts: cnFacts,
    history,
    action: { ...call, actorId: "A2" },
    at: "2026-04-08T08:00:00Z",
  });
  expect(blocking(decision)).toEqual(["CN-CONTACT-02"]);
  expect(decision.earliest).toBe("2026-04-09T00:00:00Z");
});

test("CN-TV-13: nobody is contacted between ten in the evening and eight in the morning", () => {
  const at = (instant: string) => ask({ facts: cnFacts, action: call, at: instant });
  expect(at("2026-04-08T13:59:59Z").allowed).toBe(true);
  expect(blocking(at("2026-04-08T14:00:00Z"))).toEqual(["CN-CONTACT-01"]);
  expect(blocking(at("2026-04-08T23:59:59Z"))).toEqual(["CN-CONTACT-01"]);
  expect(at("2026-04-09T00:00:00Z").allowed).toBe(true);
  const agreed = but(cnFacts, {
    debtor: { consentedHours: { from: "22:00", to: "23:00", evidenceId: "E9" } },
  });
  expect(ask({ facts: agreed, action: call, at: "2026-04-08T14:00:00Z" }).allowed).toBe(true);
});

test("CN-TV-14: a seventh unanswered dial to one number is refused, another number is not", () => {
  const history = ["01", "02", "03", "04", "05", "06"].map((hour) =>
    called(`2026-04-08T${hour}:00:00Z`, { number: "A" }),
  );
  const dial = (number: string) =>
    ask({ facts: cnFacts, history, action: { ...call, number }, at: "2026-04-08T08:00:00Z" });
  expect(blocking(dial("A"))).toEqual(["CN-CONTACT-03"]);
  expect(dial("A").earliest).toBe("2026-04-09T00:00:00Z");
  expect(dial("B").allowed).toBe(true);
});

test("CN-TV-15: a relative is asked to pass on a call only after three failed contacts, and never told of the debt", () => {
  const tried = (times: number) =>
    ["02", "03", "04"].slice(0, times).map((day) => called(`2026-04-${day}T02:00:00Z`));
  const sms = (times: number, disclosesDebt: boolean) =>
    ask({
      facts: cnFacts,
      history: tried(times),
      action: {
        type: "sms",
        direction: "out",
        recipientRole: "contact_person",
        contactId: "C1",
        disclosesDebt,
      },
      at: "2026-04-08T02:00:00Z",
    });
  expect(blocking(sms(2, false))).toEqual(["CN-CONTACT-06"]);
  expect(sms(3, false).allowed).toBe(true);
  expect(blocking(sms(3, true))).toEqual(["CN-CONTACT-06"]);
});

const orderConditions = {
  moneyOrSecurities: true,
  maturedAndCertain: true,
  noCounterPerformanceOrOtherDispute: true,
  debtorInMainlandKnown: true,
  serviceable: true,
  competentBasicCourt: true,
  noPreservation: true,
};
const demanded = [{ type: "demand_payment", startedAt: "2026-03-20" }] as const;

test("CN-TV-17: no payment order while assets are frozen before suit", () => {
  const apply = (noPreservation: boolean) =>
    ask({
      facts: cnFacts,
      history: [...demanded],
      action: { type: "payment_order", conditions: { ...orderConditions, noPreservation } },
      actor: cnLawyer({ verifiedAt: "2026-04-20T00:00:00Z" }),
      at: "2026-04-30",
    });
  expect(blocking(apply(false))).toEqual(["CN-ESC-08"]);
  expect(apply(false).findings[0].message.values).toMatchObject({
    items: "law.fact.action.conditions.noPreservation",
  });
  expect(apply(true).allowed).toBe(true);
});

test("CN-TV-18: a collection agency cannot bid on a private invoice debt", () => {
  const facts = but(cnFacts, {
    creditor: { kind: "business" },
    debt: { kind: "invoice_b2b", purpose: "commercial" },
  });
  const actor = { kind: "agency", credentials: [] } as const;
  expect(
    blocking(ask({ facts, action: { type: "bid" }, actor: { ...actor, credentials: [] }, at: "2026-04-08" })),
  ).toEqual(["CN-ACTOR-05"]);
  const bank = but(cnFacts, { outsourcing: { contract: "signed", whitelisted: true } });
  expect(
    ask({
      facts: bank,
      action: { type: "bid" },
      actor: { kind: "agency", credentials: [] },
      at: "2026-04-08",
    }).allowed,
  ).toBe(true);
});

test("CN-TV-21: a lawyer's letter before judgment may not threaten the dishonest-debtor list", () => {
  const letter = (threatens?: string) =>
    ask({
      facts: cnFacts,
      history: [...demanded],
      action: { type: "lawyer_letter", threatensSuit: false, ...(threatens && { threatens }) },
      actor: cnLawyer({ verifiedAt: "2026-04-20T00:00:00Z" }),
      at: "2026-04-30",
    });
  expect(blocking(letter("dishonest_listing"))).toEqual(["X-05"]);
  expect(letter("dishonest_listing").findings[0].message.values).toMatchObject({ bars: "CN-ESC-22" });
  expect(letter().allowed).toBe(true);
});

test("CN-ESC-21: only a court lists a debtor as dishonest", () => {
  const facts = but(cnFacts, { effectiveInstrument: true });
  const list = (kind: "court" | "lawyer") =>
    blocking(ask({ facts, action: { type: "list_dishonest_debtor" }, actor: { kind }, at: "2026-04-30" }));
  expect(list("lawyer")).toEqual(["CN-ESC-21"]);
  expect(list("court")).toEqual([]);
});

test("CN-ESC-22: a minor is never listed, and an unknown age is asked for", () => {
  const apply = (ageYears: number | "unknown") => {
    const facts = but(cnFacts, { effectiveInstrument: true, debtor: { ageYears } });
    return ask({ facts, action: { type: "apply_dishonest_listing" }, actor: cnLawyer(), at: "2026-03-20" });
  };
  expect(apply(17).allowed).toBe(false);
  expect(apply("unknown").findings[0].requires).toEqual(["debtor.ageYears"]);
  expect(apply(18).allowed).toBe(true);
});

test("CN-ESC-03: an assignee collects nothing before the debtor has notice of the assignment", () => {
  const facts = but(cnFacts, { creditor: { assigned: true }, notices: { assignmentDeliveredOn: null } });
  expect(ask({ facts, action: call, at: "2026-04-08T02:00:00Z" }).findings[0]).toMatchObject({
    rule: "CN-ESC-03",
    requires: ["notices.assignmentDeliveredOn"],
  });
  const noticed = but(facts, { notices: { assignmentDeliveredOn: "2026-04-08" } });
  expect(ask({ facts: noticed, action: call, at: "2026-04-08T02:00:00Z" }).allowed).toBe(true);
});

test("CN-ESC-02: a debt without a date waits fifteen days from the written demand", () => {
  const facts = but(cnFacts, {
    debt: { dueDate: null },
    notices: { remindersOn: [], demandDeliveredOn: "2026-04-01" },
  });
  const at = (instant: string) => ask({ facts, action: call, at: instant });
  expect(blocking(at("2026-04-15T02:00:00Z"))).toContain("CN-ESC-02");
  const silent = but(facts, { notices: { demandDeliveredOn: null } });
  expect(ask({ facts: silent, action: call, at: "2026-04-15T02:00:00Z" }).findings[0].requires).toEqual([
    "debt.dueDate",
    "notices.demandDeliveredOn",
  ]);
});

test("CN-ACTOR-07: a certificate number of public-sector lawyers, or of no form at all, is refused", () => {
  const letter = (number: string) =>
    blocking(
      ask({
        facts: cnFacts,
        history: [...demanded],
        action: { type: "lawyer_letter", threatensSuit: false },
        actor: cnLawyer({ number, verifiedAt: "2026-04-20T00:00:00Z" }),
        at: "2026-04-30",
      }),
    );
  expect(letter("11101201510123456")).toEqual([]);
  expect(letter("11101201560123456")).toEqual(["CN-ACTOR-07"]);
  expect(letter("99999")).toEqual(["CN-ACTOR-07"]);
});

test("CN-ESC-13: an arbitration agreement closes the court, its absence closes the tribunal", () => {
  const act = (type: "file_suit" | "arbitration", arbitrationAgreement: boolean) =>
    blocking(
      ask({
        facts: but(cnFacts, { arbitrationAgreement }),
        history: [...demanded],
        action: { type },
        actor: cnLawyer({ verifiedAt: "2026-04-20T00:00:00Z" }),
        at: "2026-04-30",
      }),
    );
  expect(act("file_suit", true)).toEqual(["CN-ESC-13"]);
  expect(act("arbitration", false)).toEqual(["CN-ESC-13"]);
  expect([act("file_suit", false), act("arbitration", true)]).toEqual([[], []]);
});
