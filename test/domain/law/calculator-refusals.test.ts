import { expect, test } from "vitest";
import type { Topic } from "#app/domain/law/calculator.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { calculate } from "./calculators.ts";

/** What is asked, of which facts; by which rule it is refused, why, and what would help. */
type Refusal = [question: string, facts: Facts, rule: string, reason: string, ...requires: string[]];

const interest = { from: "2025-01-01", to: "2025-12-31" };
const owed = { costs: 100, interest: 200, principal: 300 };
const byMailUnknown = { servedOn: "2026-03-02", byMail: "unknown" } as const;
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
  "GB-EW": {
    interest: [
      [
        "interest",
        { interest: { from: interest.to, to: interest.from } },
        "X-11",
        "contradiction",
        "interest.to",
      ],
      [
        "post-judgment-interest",
        { interest: { from: interest.to, to: interest.from } },
        "X-11",
        "contradiction",
        "interest.to",
      ],
      ["fixed-sum", { debtor: { kind: "natural_consumer" } }, "GB-COV-04", "gb_not_commercial"],
      [
        "fixed-sum",
        { debtor: { residence: { state: "Scotland" } } },
        "GB-STATE-01",
        "gb_other_system",
        "debtor.residence.state",
      ],
    ],
    deadline: [
      ["claim-form-by-post", {}, "GB-CAL-05", "fact_unknown", "dates.postedOn"],
      ["other-document-by-post", {}, "GB-CAL-05", "fact_unknown", "dates.postedOn"],
      ["claim-form-validity", {}, "GB-ESC-10", "fact_unknown", "dates.issuedOn"],
      [
        "claim-form-validity",
        { dates: { issuedOn: "2026-03-02", abroad: true } },
        "GB-ESC-10",
        "counsel_decision",
        "dates.abroad",
      ],
      ["hearing-notice", {}, "GB-CAL-01", "fact_unknown", "dates.hearingOn"],
      [
        "hearing-notice",
        { dates: { hearingOn: "2026-03-02" } },
        "GB-CAL-01",
        "fact_unknown",
        "dates.clearDays",
      ],
      [
        "hearing-notice",
        { dates: { hearingOn: "2026-03-02", clearDays: -1 } },
        "GB-CAL-01",
        "contradiction",
        "dates.clearDays",
      ],
      ["moratorium", {}, "GB-HOLD-01", "fact_unknown", "dates.registeredOn"],
      ["earliest-claim", {}, "GB-ESC-03", "fact_unknown", "dates.letterDate"],
      ["earliest-claim", { debtor: { kind: "company" } }, "GB-COV-02", "fact_unknown", "dates.letterDate"],
      ["earliest-claim", { debtor: { kind: "public" } }, "GB-COV-02", "fact_unknown", "dates.letterDate"],
      ...(["postedOn", "replyReceivedOn", "documentsProvidedOn", "fourteenDayNoticeOn"] as const).map(
        (name): Refusal => [
          "earliest-claim",
          { dates: { letterDate: "2026-03-02", [name]: "2026-03-01" } },
          "GB-ESC-03",
          "contradiction",
          `dates.${name}`,
        ],
      ),
    ],
    "fee-cap": [
      ["dba", {}, "GB-MONEY-07", "fact_unknown", "feePercent"],
      ["dba", { feePercent: "many" }, "GB-MONEY-07", "fact_unknown", "feePercent"],
      ["dba", { feePercent: "10", counselPercent: "many" }, "GB-MONEY-07", "fact_unknown", "feePercent"],
      ["dba", { feePercent: "10", vatPercent: "many" }, "GB-MONEY-07", "fact_unknown", "feePercent"],
      ["dba", { fee: 100 }, "GB-MONEY-07", "fact_unknown", "recovered"],
      ["cfa", {}, "GB-MONEY-07", "fact_unknown", "successFeePercent"],
    ],
    "court-fee": [
      ["issue", {}, "GB-FEE-01", "fact_unknown", "amount"],
      ["issue", { amount: 0 }, "GB-FEE-01", "contradiction", "amount"],
    ],
  },
  "US-TX": {
    interest: [["interest", {}, "X-11", "fact_unknown", "interest.from"]],
    deadline: [
      ["evidence-retention", {}, "US-DATA-01", "fact_unknown", "dates.lastActivityOn"],
      ["federal-answer", {}, "US-CAL-03", "fact_unknown", "dates.servedOn"],
      ["federal-answer", { dates: byMailUnknown }, "US-CAL-02", "fact_unknown", "dates.byMail"],
      [
        "federal-answer",
        { dates: { ...byMailUnknown, byMail: null } },
        "US-CAL-02",
        "fact_unknown",
        "dates.byMail",
      ],
      [
        "federal-answer",
        { dates: { sentOn: "2026-03-02", abroad: true } },
        "US-CAL-03",
        "counsel_decision",
        "dates.abroad",
      ],
      ["texas-answer", {}, "US-CAL-03", "fact_unknown", "dates.servedOn"],
      ["state-answer", {}, "US-CAL-03", "fact_unknown", "dates.servedOn"],
      ["validation-period", {}, "US-ESC-02", "fact_unknown", "dates.sentOn"],
    ],
    "court-fee": [["filing", {}, "US-STATE-04", "fact_unknown", "court"]],
  },
  US: {
    deadline: [
      [
        "state-answer",
        { dates: { servedOn: "2026-03-02" } },
        "US-CAL-03",
        "unsupported",
        "case.jurisdiction",
      ],
    ],
    "fee-cap": [["wage-garnishment", {}, "US-ESC-13", "fact_unknown", "weeklyDisposable"]],
  },
};

for (const [place, topics] of Object.entries(refusals)) {
  for (const [topic, rows] of Object.entries(topics) as [Topic, readonly Refusal[]][]) {
    test(`${place}, ${topic}: what cannot be worked out is refused by its rule, with what would help`, () => {
      for (const [question, facts, rule, reason, ...requires] of rows) {
        const { values, ...answer } = calculate(place, [topic, question], facts) as Record<string, unknown>;
        expect(answer, `${question} ${JSON.stringify(facts)}`).toEqual({
          refused: true,
          rule,
          reason,
          requires,
        });
      }
    });
  }
}

test("an amount in another currency is not converted, and says which was expected", () => {
  const asked: [Topic, string, Facts, string][] = [
    ["interest", "fixed-sum", { debt: { currency: "EUR" } }, "debt.currency"],
    ["fee-cap", "dba", { currency: "EUR" }, "currency"],
    ["fee-cap", "cfa", { currency: "EUR" }, "currency"],
    ["court-fee", "issue", { currency: "EUR" }, "currency"],
  ];
  for (const [topic, question, facts, path] of asked) {
    expect(calculate("GB-EW", [topic, question], facts)).toEqual({
      refused: true,
      rule: "X-11",
      reason: "wrong_currency",
      requires: [path],
      values: { currency: "EUR", expected: "GBP" },
    });
  }
});

test("beyond the calendars on file a deadline is refused and says until when they reach", () => {
  const late = {
    servedOn: "2098-03-02",
    demandedOn: "2098-03-02",
    postedOn: "2098-03-02",
    hearingOn: "2098-03-02",
    clearDays: 3,
  };
  const asked: [string, string, string][] = [
    ["CN", "appeal-judgment", "calendar.CN"],
    ["DE", "payment-order-objection", "calendar.DE"],
    ["DE", "asset-declaration", "calendar.DE"],
    ["GB-EW", "claim-form-by-post", "calendar.GB-EW"],
    ["GB-EW", "other-document-by-post", "calendar.GB-EW"],
    ["GB-EW", "hearing-notice", "calendar.GB-EW"],
  ];
  for (const [place, question, calendar] of asked) {
    expect(calculate(place, ["deadline", question], { dates: late }), question).toEqual({
      refused: true,
      rule: "X-10",
      reason: "stale_calendar",
      requires: [calendar],
      values: { date: expect.stringMatching(/^20\d\d-12-31$/) },
    });
  }
  expect(
    calculate("DE", ["deadline", "default-start"], { dates: { invoiceReceivedOn: "2098-03-02" } }),
  ).toMatchObject({
    rule: "X-10",
    reason: "stale_calendar",
    requires: ["calendar.DE"],
  });
});

test("GB-ESC-02: a letter that was posted later than its date allows names that date", () => {
  const dates = { letterDate: "2026-03-02", postedOn: "2026-03-20" };
  expect(calculate("GB-EW", ["deadline", "earliest-claim"], { dates })).toEqual({
    refused: true,
    rule: "GB-ESC-02",
    reason: "letter_posted_late",
    requires: ["dates.letterDate"],
    values: { date: "2026-03-02" },
  });
});
