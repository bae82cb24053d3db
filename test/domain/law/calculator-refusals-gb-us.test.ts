import type { Topic } from "#app/domain/law/calculator.ts";
import { type Refusal, testRefusals } from "./refusals.ts";

const interest = { from: "2025-01-01", to: "2025-12-31" };
const byMailUnknown = { servedOn: "2026-03-02", byMail: "unknown" } as const;

const refusals: Record<string, Partial<Record<Topic, readonly Refusal[]>>> = {
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
      ["fixed-sum", {}, "GB-COV-04", "fact_unknown", "creditor.kind", "debtor.kind", "debt.kind"],
      [
        "fixed-sum",
        { creditor: { kind: "business" }, debtor: { kind: "company" }, debt: { kind: "goods" } },
        "GB-MONEY-03",
        "fact_unknown",
        "debt.principal",
      ],
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

for (const [place, topics] of Object.entries(refusals)) testRefusals(place, topics);
