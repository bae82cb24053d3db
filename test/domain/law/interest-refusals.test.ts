import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";

type Debt = NonNullable<Facts["debt"]>;
const period = { from: "2025-07-01", to: "2025-07-31" };
/** The facts, and by which rule it is refused, why, and what would help. */
type Refusal = [facts: Facts, rule: string, reason: string, ...requires: string[]];

const yuan = { principal: 100_000, currency: "CNY" };
const loan = (debt: Debt = {}, rest: Facts = {}): Facts => ({
  debt: { ...yuan, kind: "loan_private", contractDate: "2024-01-10", agreedRate: "6", ...debt },
  creditor: { kind: "natural" },
  ...rest,
});
const bank = (debt: Debt = {}, rest: Facts = {}) =>
  loan({ kind: "loan_bank", ...debt }, { creditor: { kind: "financial_institution" }, ...rest });
const old = (debt: Debt = {}, rest: Facts = {}) =>
  loan({ contractDate: "2019-01-10", agreedRate: "30", ...debt }, rest);
const goods = (debt: Debt = {}, rest: Facts = {}): Facts => ({
  debt: { ...yuan, kind: "goods", ...debt },
  creditor: { kind: "business" },
  ...rest,
});
const supplier = (debt: Debt = {}): Facts => ({
  debt: { ...yuan, kind: "goods", ...debt },
  creditor: { kind: "business", size: "sme" },
  debtor: { kind: "public" },
});
const dollars: Debt = { principal: 100_000, currency: "USD", agreedRate: "10", contractDate: "2024-01-10" };
const served = (service: Facts["service"], debt: Debt = {}): Facts => ({
  debt: { ...dollars, ...debt },
  service,
});

const refused: Record<string, Refusal[]> = {
  CN: [
    [{ debt: { currency: "CNY" } }, "X-11", "fact_unknown", "debt.principal"],
    [{}, "X-11", "fact_unknown", "debt.principal"],
    [{ debt: yuan }, "CN-MONEY-03", "fact_unknown", "debt.kind"],
    [{ debt: { ...yuan, kind: "loan_bank" } }, "CN-MONEY-05", "fact_unknown", "creditor.kind"],
    [{ debt: { ...yuan, kind: "loan_private" } }, "CN-MONEY-05", "fact_unknown", "creditor.kind"],
    [loan({ contractDate: "2025-07-02" }), "X-11", "contradiction", "interest.from"],
    [loan({}, { suedOn: "2024-01-09" }), "X-11", "contradiction", "suedOn"],
    [loan({ contractDate: undefined }), "CN-MONEY-01", "fact_unknown", "debt.contractDate"],
    [loan({ agreedRate: "unknown" }), "CN-MONEY-02", "fact_unknown", "debt.agreedRate"],
    [loan({ agreedLateRate: "unknown" }), "CN-MONEY-02", "fact_unknown", "debt.agreedLateRate"],
    [loan({ charges: "unknown" }), "CN-MONEY-02", "fact_unknown", "debt.charges"],
    ...(["interest", "penalty", "fees"] as const).map(
      (name): Refusal => [
        loan({ charges: { [name]: "unknown" } }),
        "CN-MONEY-02",
        "fact_unknown",
        `debt.charges.${name}`,
      ],
    ),
    [old(), "CN-MONEY-04", "fact_unknown", "suedOn"],
    [old({}, { suedOn: "2020-08-19" }), "CN-MONEY-04", "counsel_decision", "suedOn"],
    [bank({ agreedRate: undefined }), "CN-MONEY-06", "fact_unknown", "debt.agreedRate"],
    [goods({ lateClause: true }), "CN-MONEY-10", "fact_unknown", "debt.agreedLateRate"],
    [goods({ lateClause: null }), "CN-MONEY-10", "fact_unknown", "debt.lateClause"],
    [goods({ lateClause: "unknown" }), "CN-MONEY-10", "fact_unknown", "debt.lateClause"],
    [goods({ breachOn: "2019-08-19" }), "CN-MONEY-10", "counsel_decision", "debt.agreedLateRate"],
    [supplier({ agreedRate: "6" }), "CN-MONEY-11", "fact_unknown", "debt.contractDate"],
    [goods({ kind: "rent" }), "CN-MONEY-03", "counsel_decision", "debt.agreedRate"],
    [goods({ kind: "other" }), "CN-MONEY-03", "counsel_decision", "debt.agreedRate"],
  ],
  "US-NY": [
    [{}, "X-11", "fact_unknown", "debt.principal"],
    [{ debt: { ...dollars, agreedRate: undefined } }, "US-MONEY-01", "fact_unknown", "debt.agreedRate"],
    [{ debt: { ...dollars, contractDate: "2025-07-02" } }, "X-11", "contradiction", "interest.from"],
    [served({}), "US-HOLD-06", "fact_unknown", "service.startedOn"],
    [
      served({ startedOn: "2025-01-01" }, { contractDate: undefined }),
      "US-HOLD-06",
      "fact_unknown",
      "debt.contractDate",
    ],
    [served({ startedOn: "2025-01-01" }), "US-HOLD-06", "fact_unknown", "service.writtenNotice"],
  ],
  FR: [[{}, "X-09", "unsupported", "case.jurisdiction"]],
};

for (const [jurisdiction, rows] of Object.entries(refused)) {
  test(`${jurisdiction}: interest that rests on what is unknown or cannot be so is refused by its rule`, () => {
    for (const [facts, rule, reason, ...requires] of rows)
      expect(interestOn({ jurisdiction, facts, ...period }), JSON.stringify(facts)).toEqual({
        refused: true,
        rule,
        reason,
        requires,
      });
  });
}

test("a period that ends before it begins is no period", () => {
  const asked = { jurisdiction: "CN", facts: loan(), from: "2025-07-02", to: "2025-07-01" };
  expect(interestOn(asked)).toEqual({
    refused: true,
    rule: "X-11",
    reason: "contradiction",
    requires: ["interest.to"],
  });
  expect(interestOn({ ...asked, to: "2025-07-02" })).toMatchObject({ refused: false, days: 1 });
});

/** The facts, the rate of the last segment, and the rule that the reader is told of. */
type Rated = [facts: Facts, rate: string, citation: string, note?: [rule: string, key: string]];
const rates: Record<string, Rated[]> = {
  CN: [
    [loan(), "6", "民间借贷规定 25, 28-29"],
    // Four times the LPR of January 2024, 3.45 %.
    [loan({ agreedRate: "13.8" }), "13.8", "民间借贷规定 25, 28-29"],
    [loan({ agreedRate: "13.9" }), "13.8", "民间借贷规定 25, 28-29", ["CN-MONEY-01", "rate_capped"]],
    [loan({ agreedLateRate: "7" }), "7", "民间借贷规定 25, 28-29"],
    [loan({ agreedRate: "unknown", agreedLateRate: "7" }), "7", "民间借贷规定 25, 28-29"],
    [loan({ charges: { penalty: "2" } }), "8", "民间借贷规定 25, 28-29"],
    [loan({ charges: { interest: "5", penalty: "2", fees: "1" } }), "8", "民间借贷规定 25, 28-29"],
    [loan({ agreedRate: undefined, dueDate: "2024-06-01" }), "3.45", "民法典 680; 民间借贷规定 28"],
    [
      loan({ agreedRate: undefined, breachOn: "2024-08-01", dueDate: "2024-06-01" }),
      "3.35",
      "民法典 680; 民间借贷规定 28",
    ],
    [old({}, { suedOn: "2024-01-30" }), "13.8", "民间借贷规定 31", ["CN-MONEY-04", "rate_capped"]],
    [old({ agreedRate: "13.8" }, { suedOn: "2024-01-30" }), "13.8", "民间借贷规定 31"],
    [bank({ agreedRate: "24" }), "24", "法发〔2017〕22号 2"],
    [bank({ agreedRate: "25" }), "24", "法发〔2017〕22号 2", ["CN-MONEY-06", "rate_capped"]],
    [
      bank({ agreedRate: "25" }, { borrowerRequestsReduction: false }),
      "25",
      "法发〔2017〕22号 2",
      ["CN-MONEY-06", "rate_reducible"],
    ],
    [goods({ agreedRate: "12" }), "12", "民法典 585"],
    [goods({ breachOn: "2024-01-30" }), "4.485", "买卖合同解释 18(4)"],
    [goods({ kind: "services", breachOn: "2024-01-30" }), "4.485", "买卖合同解释 18(4)"],
    [goods({ kind: "invoice_b2b", breachOn: "2024-01-30" }), "4.485", "买卖合同解释 18(4)"],
    [goods({ kind: "rent", agreedRate: "12" }), "12", "民法典 585"],
    [supplier(), "18.25", "保障中小企业款项支付条例 17"],
    [supplier({ agreedRate: "2", contractDate: "2024-01-30" }), "3.45", "保障中小企业款项支付条例 17"],
    [supplier({ agreedRate: "4", contractDate: "2024-01-30" }), "4", "保障中小企业款项支付条例 17"],
  ],
  "US-NY": [
    [{ debt: dollars }, "10", "15 USC 1692f(1)"],
    [{ debt: { ...dollars, agreedRate: "16" } }, "16", "15 USC 1692f(1)"],
    [
      { debt: { ...dollars, agreedRate: "16.1" } },
      "16.1",
      "15 USC 1692f(1)",
      ["US-MONEY-06", "counsel_decision"],
    ],
    [
      { debt: { ...dollars, agreedRate: "20" }, creditor: { kind: "financial_institution" } },
      "20",
      "15 USC 1692f(1)",
    ],
    [
      served({ startedOn: "2025-07-15", writtenNotice: true }),
      "6",
      "15 USC 1692f(1); 50 USC 3937",
      ["US-HOLD-06", "rate_capped"],
    ],
    [
      served({ startedOn: "2025-07-31", writtenNotice: true }),
      "6",
      "15 USC 1692f(1); 50 USC 3937",
      ["US-HOLD-06", "rate_capped"],
    ],
    [served({ startedOn: "2025-08-01", writtenNotice: true }), "10", "15 USC 1692f(1)"],
    [served({ startedOn: "2025-07-15", writtenNotice: false }), "10", "15 USC 1692f(1)"],
    [served({ startedOn: "2024-01-10" }), "10", "15 USC 1692f(1)"],
    [served({ startedOn: "unknown" }, { agreedRate: "6" }), "6", "15 USC 1692f(1)"],
  ],
  "US-PA": [
    [
      { debt: { ...dollars, agreedRate: "6.1" } },
      "6.1",
      "15 USC 1692f(1)",
      ["US-MONEY-06", "counsel_decision"],
    ],
  ],
  "US-FL": [
    [{ debt: { ...dollars, agreedRate: "18" } }, "18", "15 USC 1692f(1)"],
    [
      { debt: { ...dollars, agreedRate: "19" } },
      "19",
      "15 USC 1692f(1)",
      ["US-MONEY-06", "counsel_decision"],
    ],
  ],
  "US-TX": [[{ debt: { ...dollars, agreedRate: "19" } }, "19", "15 USC 1692f(1)"]],
};

for (const [jurisdiction, rows] of Object.entries(rates)) {
  test(`${jurisdiction}: the rate is the one that its rule gives, with its source and what the reader must know`, () => {
    for (const [facts, rate, citation, note] of rows) {
      const currency = jurisdiction.slice(0, 2) === "CN" ? "CNY" : "USD";
      const notes = note ? [{ rule: note[0], key: note[1] }] : [];
      expect(interestOn({ jurisdiction, facts, ...period }), JSON.stringify(facts)).toMatchObject({
        refused: false,
        rate,
        citation,
        notes,
        currency,
        days: 31,
      });
    }
  });
}

test("US-HOLD-06: the debt bears what was agreed up to the day before service, and six per cent from it", () => {
  const found = interestOn({
    jurisdiction: "US-NY",
    facts: served({ startedOn: "2025-07-15", writtenNotice: true }),
    ...period,
  });
  expect(found).toMatchObject({
    segments: [
      { from: "2025-07-01", to: "2025-07-14", rate: "10" },
      { from: "2025-07-15", to: "2025-07-31", rate: "6" },
    ],
  });
});

test("CN-HOLD-02: interest stops on the day before the first bankruptcy was accepted, by the day of Shanghai", () => {
  const holds = [
    { type: "bankruptcy", startedAt: "2025-07-20" },
    { type: "bankruptcy", startedAt: "2025-07-10T18:00:00Z" },
    { type: "dispute", startedAt: "2025-07-02" },
  ] as Facts["holds"];
  const notes = [{ rule: "CN-HOLD-02", key: "interest_stopped" }];
  expect(interestOn({ jurisdiction: "CN", facts: loan({}, { holds }), ...period })).toMatchObject({
    days: 10,
    notes,
  });
  expect(
    interestOn({ jurisdiction: "CN", facts: loan({}, { holds: holds?.slice(2) }), ...period }),
  ).toMatchObject({ days: 31, notes: [] });
  const early = [{ type: "bankruptcy", startedAt: "2025-07-01" }] as Facts["holds"];
  expect(interestOn({ jurisdiction: "CN", facts: loan({}, { holds: early }), ...period })).toMatchObject({
    days: 0,
    rate: null,
    amount: 0,
  });
});

test("CN-MONEY-09: without an agreement nothing runs before the default", () => {
  const facts = loan({ agreedRate: undefined, dueDate: "2025-07-15" });
  expect(interestOn({ jurisdiction: "CN", facts, ...period })).toMatchObject({
    days: 16,
    segments: [{ from: "2025-07-16" }],
  });
  const later = loan({ agreedRate: undefined, dueDate: "2025-07-31" });
  expect(interestOn({ jurisdiction: "CN", facts: later, ...period })).toMatchObject({
    days: 0,
    segments: [],
    notes: [],
    rate: null,
    citation: "民法典 680; 民间借贷规定 28",
  });
});

test("X-10: a figure beyond the verified rates is refused, or shown as nothing with its last day where that is asked for", () => {
  const facts = loan({ agreedRate: undefined, breachOn: "2098-01-01" });
  const asked = { jurisdiction: "CN", facts, from: "2098-01-01", to: "2098-01-31" };
  const date = publishedSeries.points["CN-LPR-1Y"].coverageEnd;
  expect(interestOn(asked)).toEqual({
    refused: true,
    rule: "X-10",
    reason: "stale_rate",
    requires: ["rates.lpr1y"],
    values: { date },
  });
  expect(interestOn({ ...asked, beyond: "shown" })).toEqual({
    refused: false,
    amount: 0,
    currency: "CNY",
    days: 0,
    rate: null,
    segments: [],
    shownTo: date,
    notes: [{ rule: "X-10", key: "stale_rate" }],
    citation: publishedSeries.points["CN-LPR-1Y"].source,
  });
  expect(interestOn({ ...asked, facts: {}, beyond: "shown" })).toMatchObject({ refused: true, rule: "X-11" });
});
