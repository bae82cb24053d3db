import { expect, test } from "vitest";
import { ask, blocking, but, cnFacts, cnLawyer } from "./cases.ts";
import { actor, company, demanded, letter, sms, ten, titled } from "./cn-scenes.ts";

test("CN-TV-19: an objection that only asks for time leaves the payment order standing, one against the debt ends it", () => {
  const enforce = (notices: object, at = "2026-04-08") =>
    ask({
      facts: but(titled, { notices: { paymentOrderReceivedOn: "2026-03-02", ...notices } }),
      action: { type: "apply_enforcement" },
      actor,
      at,
    });
  const objected = { objectionReceivedOn: "2026-03-17", objectionWritten: true };
  expect(blocking(enforce({ ...objected, objectionGround: "asks_instalments" }))).toEqual([]);
  expect(blocking(enforce({ ...objected, objectionGround: "cannot_pay" }))).toEqual([]);
  expect(blocking(enforce({ ...objected, objectionGround: "not_owed" }))).toEqual(["CN-ESC-10"]);
  expect(blocking(enforce({ ...objected, objectionWritten: false }))).toEqual([]);
  expect(blocking(enforce({ objectionReceivedOn: "2026-03-18" }))).toEqual([]);
  expect(blocking(enforce({ objectionReceivedOn: "2026-03-17" }))).toEqual(["CN-ESC-10"]);
});

test("CN-ESC-07: confirmation is applied for jointly and within thirty days, holidays counted out", () => {
  const apply = (at: string, items = { jointApplication: true }) =>
    blocking(
      ask({
        facts: but(cnFacts, { proceeding: { mediationEffectiveOn: "2026-01-20" } }),
        action: { type: "apply_judicial_confirmation", items },
        actor,
        at,
      }),
    );
  expect([apply("2026-02-24"), apply("2026-02-25")]).toEqual([[], ["CN-ESC-07"]]);
  expect(apply("2026-02-24", { jointApplication: false })).toEqual(["CN-ESC-07"]);
});

test("CN-ESC-19: a judgment is enforced the day after the rolled time to appeal", () => {
  const enforce = (at: string) =>
    ask({
      facts: but(titled, { proceeding: { judgmentServedOn: "2025-09-23" } }),
      action: { type: "apply_enforcement" },
      actor: cnLawyer({ verifiedAt: "2025-10-01T00:00:00Z" }),
      at,
    });
  expect(enforce("2025-10-09").earliest).toBe("2025-10-10");
  expect(blocking(enforce("2025-10-10"))).toEqual([]);
});

test("X-10: beyond the calendars on file no time to appeal is told to be over", () => {
  const late = ask({
    facts: but(titled, { proceeding: { judgmentServedOn: "2026-12-20" } }),
    action: { type: "apply_enforcement" },
    actor,
    at: "2027-02-01",
  });
  expect(late.findings).toContainEqual(
    expect.objectContaining({ rule: "CN-ESC-19", effect: "require", requires: ["calendar.CN"] }),
  );
});

test("CN-HOLD-10: who refused is never contacted again, another person is, and one who is not named is not", () => {
  const third = (contactId?: string) =>
    blocking(
      ask({
        facts: cnFacts,
        history: [
          { type: "refusal", startedAt: "2026-04-01T02:00:00Z", contactId: "C1" },
          { type: "call", startedAt: "2026-04-02T02:00:00Z", direction: "out", outcome: "number_invalid" },
        ],
        action: {
          ...sms,
          recipientRole: "contact_person",
          disclosesDebt: false,
          ...(contactId && { contactId }),
        },
        at: ten,
      }),
    );
  expect(third("C1")).toEqual(["CN-CONTACT-06", "CN-HOLD-10"]);
  expect(third("C2")).toEqual([]);
  expect(third()).toEqual(["CN-CONTACT-06", "CN-HOLD-10"]);
});

test("CN-LIM-10: a guarantor is held by a demand within the period, whenever the next step comes", () => {
  const write = (at: string, asked: boolean) =>
    blocking(
      ask({
        facts: but(company, { limitation: { mainDebtDue: "2025-10-07" } }),
        history: asked
          ? [...demanded, { type: "letter", startedAt: "2026-04-01", recipientRole: "guarantor" }]
          : demanded,
        action: { ...letter, recipientRole: "guarantor" },
        actor,
        at,
      }),
    );
  expect([write("2026-04-07", false), write("2026-04-08", false), write("2026-04-08", true)]).toEqual([
    [],
    ["CN-LIM-10"],
    [],
  ]);
});

test("CN-MONEY-12: a bid within the bands stands, one above is refused, and wages take none", () => {
  const bid = (feePercent: string, matter = "loan") =>
    blocking(ask({ facts: cnFacts, action: { type: "bid", feePercent, matter }, actor, at: "2026-04-08" }));
  expect([bid("18"), bid("18.01"), bid("1", "wages")]).toEqual([[], ["CN-MONEY-12"], ["CN-MONEY-12"]]);
});
