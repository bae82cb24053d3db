import type { Topic } from "#app/domain/law/calculator.ts";
import { type Refusal, testRefusals } from "./refusals.ts";

const owed = { costs: 100, interest: 200, principal: 300 };
const collected = { claim: 50_000, disputed: false, creditorDeductsVat: true };

const refusals: Record<string, Partial<Record<Topic, readonly Refusal[]>>> = {
  CN: {
    interest: [
      ["interest", {}, "X-11", "fact_unknown", "interest.from"],
      ["interest", { debt: {} }, "X-11", "fact_unknown", "interest.from"],
      [
        "allocation",
        {},
        "CN-MONEY-14",
        "fact_unknown",
        "payment",
        "owed.costs",
        "owed.interest",
        "owed.principal",
      ],
      ["allocation", { owed }, "CN-MONEY-14", "fact_unknown", "payment"],
      [
        "allocation",
        { payment: 1, owed: { ...owed, interest: "unknown" } },
        "CN-MONEY-14",
        "fact_unknown",
        "owed.interest",
      ],
    ],
    deadline: [
      ["appeal-judgment", {}, "CN-ESC-19", "fact_unknown", "dates.servedOn"],
      [
        "appeal-judgment",
        { dates: { servedOn: "2026-03-02", abroad: true } },
        "CN-ESC-19",
        "counsel_decision",
        "dates.abroad",
      ],
      ["prepay-fee", { dates: {} }, "CN-FEE-07", "fact_unknown", "dates.noticeOn"],
    ],
    "fee-cap": [
      ["contingency", {}, "CN-MONEY-12", "fact_unknown", "realised"],
      ["contingency", { realised: 100, matter: null }, "CN-MONEY-12", "fact_unknown", "matter"],
      ["contingency", { realised: 100, matter: "unknown" }, "CN-MONEY-12", "fact_unknown", "matter"],
    ],
    "court-fee": [["acceptance", {}, "CN-FEE-01", "fact_unknown", "amount"]],
  },
  DE: {
    deadline: [
      ["payment-order-objection", {}, "DE-ESC-10", "fact_unknown", "dates.servedOn"],
      [
        "payment-order-objection",
        { dates: { servedOn: "2026-03-02", abroad: true } },
        "DE-ESC-10",
        "counsel_decision",
        "dates.abroad",
      ],
      [
        "payment-order-objection",
        { dates: { servedOn: "2026-03-02", land: "Atlantis" } },
        "DE-ESC-10",
        "fact_unknown",
        "dates.land",
      ],
      // Day 14 is Epiphany, a holiday in some Länder only.
      [
        "payment-order-objection",
        { dates: { servedOn: "2025-12-23" } },
        "DE-CAL-04",
        "fact_unknown",
        "dates.land",
      ],
      ["appeal-enforcement-order", {}, "DE-ESC-13", "fact_unknown", "dates.servedOn"],
      ["statement-of-claim", {}, "DE-ESC-12", "fact_unknown", "dates.demandedOn"],
      ["asset-declaration", {}, "DE-ESC-18", "fact_unknown", "dates.demandedOn"],
      ["bank-payout", {}, "DE-ESC-20", "fact_unknown", "dates.servedOn"],
      ["bureau-report", {}, "DE-ESC-22", "fact_unknown", "dates.remindersOn"],
      [
        "bureau-report",
        { dates: { remindersOn: ["soon", "2026-03-02"] } },
        "DE-ESC-22",
        "fact_unknown",
        "dates.remindersOn",
      ],
      [
        "bureau-report",
        { dates: { remindersOn: ["2026-03-02", "2026-03-20"], noticeOn: "2026-03-01" } },
        "DE-ESC-22",
        "de_informed_too_early",
        "dates.noticeOn",
      ],
      ["default-start", {}, "DE-ESC-02", "fact_unknown", "dates.invoiceReceivedOn"],
      [
        "default-start",
        { dates: { invoiceReceivedOn: "2026-03-02", land: "Atlantis" } },
        "DE-ESC-02",
        "fact_unknown",
        "dates.land",
      ],
      // Day 30 is Corpus Christi, a holiday in some Länder only.
      [
        "default-start",
        { dates: { invoiceReceivedOn: "2026-05-05" } },
        "DE-CAL-04",
        "fact_unknown",
        "dates.land",
      ],
      [
        "default-start",
        {
          dates: { invoiceReceivedOn: "2026-03-02" },
          debt: { purpose: "consumer", kind: "goods", invoiceHint: false },
        },
        "DE-ESC-02",
        "de_no_default",
      ],
      [
        "default-start",
        { dates: { invoiceReceivedOn: "2026-03-02" }, debtor: { kind: "natural_consumer" } },
        "DE-ESC-02",
        "fact_unknown",
        "debt.invoiceHint",
        "verzugFrom",
      ],
    ],
    interest: [
      [
        "allocation",
        {},
        "DE-MONEY-03",
        "fact_unknown",
        "payment",
        "owed.costs",
        "owed.interest",
        "owed.principal",
      ],
      [
        "allocation",
        { payment: 1 },
        "DE-MONEY-03",
        "fact_unknown",
        "owed.costs",
        "owed.interest",
        "owed.principal",
      ],
      ["allocation", { owed }, "DE-MONEY-03", "fact_unknown", "payment"],
      [
        "allocation",
        { payment: 1, owed: { ...owed, costs: null } },
        "DE-MONEY-03",
        "fact_unknown",
        "owed.costs",
      ],
      [
        "allocation",
        { payment: 1, owed: { ...owed, interest: null } },
        "DE-MONEY-03",
        "fact_unknown",
        "owed.interest",
      ],
      [
        "allocation",
        { payment: 1, owed: { ...owed, principal: null } },
        "DE-MONEY-03",
        "fact_unknown",
        "owed.principal",
      ],
    ],
    "fee-cap": [
      ["collection-fee", {}, "DE-MONEY-05", "fact_unknown", "claim"],
      ["collection-fee", { ...collected, claim: 0 }, "DE-MONEY-05", "fact_unknown", "claim"],
      ["collection-fee", { ...collected, disputed: null }, "DE-MONEY-06", "fact_unknown", "disputed"],
      [
        "collection-fee",
        { ...collected, creditorDeductsVat: null },
        "DE-MONEY-07",
        "fact_unknown",
        "creditorDeductsVat",
      ],
      [
        "collection-fee",
        { ...collected, paidWithinDays: "unknown" },
        "DE-MONEY-06",
        "fact_unknown",
        "paidWithinDays",
      ],
      ["plan-fee", {}, "DE-MONEY-08", "fact_unknown", "claim"],
      ["plan-fee", { claim: 0 }, "DE-MONEY-08", "fact_unknown", "claim"],
      ["lawyer-contingency", {}, "DE-MONEY-10", "fact_unknown", "claim"],
      [
        "lawyer-contingency",
        { claim: 500_000 },
        "DE-MONEY-10",
        "fact_unknown",
        "outOfCourtCollection",
        "clientOtherwiseDeterred",
      ],
    ],
    "court-fee": [["suit", {}, "DE-FEE-01", "fact_unknown", "amount"]],
  },
};

for (const [place, topics] of Object.entries(refusals)) testRefusals(place, topics);
